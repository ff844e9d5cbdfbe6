"""Cursors of every kind of text, and rows that have the ids of what they are about."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.cases.pages.listings import listing
from tests.support.conversations import Conversation, Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply


def by_cursor(type_: str, format_: str) -> str:
    return listing(
        asks="name: cursor, schema: {type: string}",
        tells=f"next_cursor: {{type: {type_}, format: {format_}, nullable: true}}",
        thing="id: {type: string}, at: {type: integer}",
    )


def by_item(type_: str, format_: str) -> str:
    return listing(
        asks="name: starting_after, schema: {type: string}",
        tells="has_more: {type: boolean}",
        thing=f"id: {{type: {type_}, format: {format_}}}",
    )


KINDS: dict[tuple[str, str], list[Any]] = {
    ("string", "uuid"): [f"00000000-0000-4000-8000-00000000000{n}" for n in range(3)],
    ("string", "decimal"): ["1.50", "1.60", "1.7"],
    ("string", "date-time"): [f"2024-05-0{n}T00:00:00Z" for n in range(1, 4)],
    ("string", "date"): [f"2024-05-0{n}" for n in range(1, 4)],
    ("string", "ipv4"): ["10.0.0.1", "10.0.0.2", "10.0.0.3"],
    ("integer", "int64"): [7, 8, 9],
    ("number", "double"): [1.5, 2.5, 3.5],
}


def walked(talk: Conversation) -> list[Any]:
    return talk.flavour.collect(talk.client.things.list(), 20)


def asked(talk: Conversation, name: str) -> list[str | None]:
    return [dict(request.query).get(name) for request in talk.server.requests]


@pytest.mark.parametrize(
    ("kind", "cursors"),
    [item for item in KINDS.items() if item[0][1] in {"uuid", "decimal", "ipv4"}],
    ids=str,
)
def test_a_cursor_of_a_kind_leads_on(talk: Talk, kind: tuple[str, str], cursors: list[Any]) -> None:
    known = [str(cursor) for cursor in cursors]

    def answer(request: RecordedRequest) -> Reply:
        cursor = dict(request.query).get("cursor")
        place = 0 if cursor is None else known.index(cursor) + 1
        after = cursors[place] if place < len(cursors) else None
        return json_reply({"data": [{"id": str(place)}], "next_cursor": after})

    it = talk(by_cursor(*kind), answer)
    assert [item.id for item in walked(it)] == ["0", "1", "2", "3"]
    assert asked(it, "cursor") == [None, *known]
    page = it.flavour.call(it.client.things.list().page)
    again = it.client.things.list().resume(page.resume_token)
    assert [item.id for item in it.flavour.collect(again, 20)] == ["1", "2", "3"]


@pytest.mark.parametrize(("kind", "values"), KINDS.items(), ids=str)
def test_an_item_of_a_kind_leads_on(talk: Talk, kind: tuple[str, str], values: list[Any]) -> None:
    known = [str(value) for value in values]

    def answer(request: RecordedRequest) -> Reply:
        after = dict(request.query).get("starting_after")
        place = 0 if after is None else known.index(after) + 1
        return json_reply({"data": [{"id": values[place]}], "has_more": place + 1 < len(values)})

    it = talk(by_item(*kind), answer)
    assert len(walked(it)) == len(values)
    assert asked(it, "starting_after") == [None, *known[:-1]]
    page = it.flavour.call(it.client.things.list().page)
    again = it.client.things.list().resume(page.resume_token)
    assert len(it.flavour.collect(again, 20)) == len(values) - 1


def test_rows_may_have_the_ids_of_what_they_are_about(talk: Talk) -> None:
    def answer(request: RecordedRequest) -> Reply:
        place = int(dict(request.query).get("cursor", "0"))
        rows = [{"id": name, "at": place} for name in ("cpu", "memory")]
        return json_reply({"data": rows, "next_cursor": str(place + 1) if place < 3 else None})

    it = talk(by_cursor("string", "opaque"), answer)
    assert [(item.id, item.at) for item in walked(it)] == [
        (name, place) for place in range(4) for name in ("cpu", "memory")
    ]


PLAIN_NEXT = listing(
    asks="name: cursor, schema: {type: string}",
    tells="next: {type: string, nullable: true}",
    thing="id: {type: string}",
)


@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "http://elsewhere.example/things?per_page=1&cursor={}",
        "/things?cursor={}",
        "?cursor={}&per_page=1",
    ],
)
def test_a_cursor_may_be_in_a_url(talk: Talk, shape: str) -> None:
    """Frameworks give the URL of the next page in a `next`, of which documents say nothing."""
    marks = ["a b", "c=d", "gid://thing/7"]

    def answer(request: RecordedRequest) -> Reply:
        mark = dict(request.query).get("cursor")
        place = 0 if mark is None else marks.index(mark) + 1
        known = marks[place] if place < len(marks) else None
        shown = known if known is None or shape == "{}" else shape.format(quote(known, safe=""))
        return json_reply({"data": [{"id": str(place)}], "next": shown})

    it = talk(PLAIN_NEXT, answer)
    assert [item.id for item in walked(it)] == ["0", "1", "2", "3"]
    assert asked(it, "cursor") == [None, *marks]


def test_a_url_without_the_cursor_is_an_error(talk: Talk) -> None:
    it = talk(PLAIN_NEXT, lambda _: json_reply({"data": [{"id": "0"}], "next": "https://a.example/?page=2"}))
    with pytest.raises(it.package.PaginationError, match="has no 'cursor'"):
        walked(it)
    assert asked(it, "cursor") == [None]


@pytest.mark.parametrize("last", [None, '</things?at=0>; rel="first"', '<http://x.example/>; rel="help"'])
def test_links_of_a_server_come_before_the_ids_of_items(talk: Talk, last: str | None) -> None:
    """Some lists are in the order of ids that nobody sees, which only the header `Link` has."""

    def answer(request: RecordedRequest) -> Reply:
        place = int(dict(request.query).get("at") or 0)
        after = f'</things?at={place + 1}>; rel="next", </things?at={place - 1}>; rel="prev"'
        links = after if place < 2 else last
        data = {"data": [{"id": 90 - place}], "has_more": place < 2}
        return json_reply(data, headers={} if links is None else {"link": links})

    it = talk(by_item("integer", "int64"), answer)
    assert [item.id for item in walked(it)] == [90, 89, 88]
    assert asked(it, "at") == [None, "1", "2"]
    page = it.flavour.call(it.client.things.list().page)
    again = it.client.things.list().resume(page.resume_token)
    assert [item.id for item in it.flavour.collect(again, 20)] == [89, 88]


def test_links_without_a_next_one_end_a_walk_of_which_the_body_says_nothing(talk: Talk) -> None:
    """Else one more page would be asked for by the id of the last item."""

    def answer(request: RecordedRequest) -> Reply:
        place = int(dict(request.query).get("at") or 0)
        links = '</things?at=1>; rel="next"' if place == 0 else '</things>; rel="first"'
        return json_reply({"data": [{"id": 90 - place}]}, headers={"link": links})

    it = talk(by_item("integer", "int64"), answer)
    assert [item.id for item in walked(it)] == [90, 89]
    assert asked(it, "at") == [None, "1"]


@pytest.mark.parametrize(
    "links",
    [
        '</things?at=0>; rel="first"',
        '<https://elsewhere.test/things?at=1>; rel="next"',
        '<https://[half>; rel="next", </things?at=0>; rel="first"',
    ],
)
def test_links_that_lead_nowhere_leave_the_walk_to_the_ids_of_items(talk: Talk, links: str) -> None:
    """A body that says that there is more is believed, and nobody else's server is asked."""

    def answer(request: RecordedRequest) -> Reply:
        id_ = int(dict(request.query).get("starting_after") or 91) - 1
        return json_reply({"data": [{"id": id_}], "has_more": id_ > 88}, headers={"link": links})

    it = talk(by_item("integer", "int64"), answer)
    assert [item.id for item in walked(it)] == [90, 89, 88]
    assert asked(it, "starting_after") == [None, "90", "89"]


TOLD = document(
    """
/things:
  get:
    operationId: listThings
    parameters:
      - name: cursor
        in: query
        schema: {type: string}
        description: Where the list goes on. Each page has it in the response header `X-Things-Cursor-Next`.
      - {name: per_page, in: query, schema: {type: integer}}
    responses:
      "200":
        description: Things.
        content:
          application/json:
            schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}
"""
)


def test_a_cursor_in_a_header_that_only_prose_names_leads_on(talk: Talk) -> None:
    def answer(request: RecordedRequest) -> Reply:
        place = int(dict(request.query).get("cursor") or 0)
        headers = {"content-type": "application/json"}
        headers |= {"x-things-cursor-next": str(place + 1)} if place < 2 else {}
        return Reply(headers=headers, body=json.dumps([{"id": place}]).encode())

    it = talk(TOLD, answer)
    assert [thing.id for thing in walked(it)] == [0, 1, 2]
    assert asked(it, "cursor") == [None, "1", "2"]
