"""Walks along cursors and URLs whose link is missing, though the answer says that there is more."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

PATHS = {"resources": "paths"}
FLUTES = """
/flutes:
  METHOD:
    operationId: listFlutes
    ASKS
    responses:
      "200":
        description: Flutes.
        HEADERS
        content:
          application/json:
            schema:
              type: object
              properties:
                flutes: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                TELLS
"""
CURSOR = "{name: cursor, in: query, schema: {type: string}}"
LIMIT = "{name: limit, in: query, schema: {type: integer}}"
PAGE = "{name: page, in: query, schema: {type: integer}}"
NUMBERS = (
    "meta: {type: object, properties: {page: {type: integer}, next_page: {type: integer, nullable: true},"
    " total_entries: {type: integer}}}"
)
OWN_HEADER = 'headers: {x-next: {description: "A link to the next page", schema: {type: string}}}'
LINK_HEADER = "headers: {Link: {description: Links to the next page (RFC 8288), schema: {type: string}}}"


def flutes(tells: str, *asks: str, headers: str = "", method: str = "get") -> str:
    """Return a document of a list: what its answers tell beside it, and the parameters that it takes."""
    paths = FLUTES.replace("METHOD", method).replace("TELLS", tells).replace("HEADERS", headers)
    return document(paths.replace("ASKS", f"parameters: [{', '.join(asks)}]"), version="3.0.3")


BY_CURSOR = flutes(
    "next_cursor: {type: string}\n                has_more: {type: boolean}\n"
    "                total: {type: integer}",
    CURSOR,
    LIMIT,
)
BY_URL = flutes("next_url: {type: string, format: uri}\n                total: {type: integer}", PAGE, LIMIT)


def page(number: int, **told: Any) -> dict[str, Any]:
    """Return a page of two flutes, and what it tells."""
    return {"flutes": [{"id": 2 * number - 1}, {"id": 2 * number}], **told}


def by_query(replies: Mapping[str, Reply | dict[str, Any]]) -> Callable[[RecordedRequest], Reply]:
    """Answer each query as it says."""

    def answer(request: RecordedRequest) -> Reply:
        reply = replies[request.raw_query]
        return reply if isinstance(reply, Reply) else json_reply(reply)

    return answer


# --- flags ---


@pytest.mark.parametrize("end", [{}, {"next_cursor": None}, {"next_cursor": ""}], ids=str)
def test_a_flag_that_says_more_ends_no_walk_without_a_cursor(talk: Talk, end: dict[str, Any]) -> None:
    found = talk(BY_CURSOR, page(1, has_more=True, **end), PATHS)
    with pytest.raises(found.package.PaginationError, match="more, but not where: 'next_cursor'") as caught:
        found.collect("flutes.list")
    assert caught.value.response.status == 200
    first = found.flavour.call(found.client.flutes.list().page)
    assert len(first.items) == 2
    assert "no way to it" in repr(first)


@pytest.mark.parametrize(
    "end", [{}, {"next_cursor": None}, {"next_cursor": ""}, {"next_cursor": "c2"}], ids=str
)
def test_a_flag_that_says_no_more_ends_a_walk(talk: Talk, end: dict[str, Any]) -> None:
    found = talk(BY_CURSOR, page(1, has_more=False, **end), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2]


# --- the header Link ---


@pytest.mark.parametrize("source", [BY_CURSOR, BY_URL], ids=["cursor", "url"])
def test_a_link_header_leads_on_where_nothing_else_does(talk: Talk, source: str) -> None:
    linked = json_reply(page(1), headers={"Link": '</flutes?at=2>; rel="next"'})
    found = talk(source, by_query({"": linked, "at=2": page(2)}), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2, 3, 4]
    token = found.flavour.call(found.client.flutes.list().page).resume_token
    assert [flute.id for flute in found.flavour.collect(found.client.flutes.list().resume(token))] == [3, 4]


def test_a_cursor_behind_a_link_leads_on(talk: Talk) -> None:
    linked = json_reply(page(1), headers={"Link": '</flutes?at=2>; rel="next"'})
    replies = {"": linked, "at=2": page(2, next_cursor="c3"), "cursor=c3": page(3, has_more=False)}
    found = talk(BY_CURSOR, by_query(replies), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2, 3, 4, 5, 6]


def test_a_link_that_nobody_may_ask_for_is_no_end(talk: Talk) -> None:
    found = talk(BY_CURSOR, json_reply(page(1), headers={"Link": "<http://other.example/>; rel=next"}), PATHS)
    with pytest.raises(found.package.PaginationError, match="more, but not where"):
        found.collect("flutes.list")
    assert len(found.targets) == 1


# --- numbers ---


def test_a_body_that_counts_pages_comes_before_a_header_of_its_own(talk: Talk) -> None:
    replies = {
        "": page(1, meta={"page": 1, "next_page": 2, "total_entries": 4}),
        "page=2": page(2, meta={"page": 2, "next_page": None, "total_entries": 4}),
    }
    found = talk(flutes(NUMBERS, PAGE, headers=OWN_HEADER), by_query(replies), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2, 3, 4]
    assert found.targets == ["GET /flutes", "GET /flutes?page=2"]


def test_a_next_page_that_no_parameter_takes_is_no_end(talk: Talk) -> None:
    source = flutes(NUMBERS, headers=OWN_HEADER)
    found = talk(source, page(1, meta={"page": 1, "next_page": 2, "total_entries": 4}), PATHS)
    with pytest.raises(
        found.package.PaginationError, match="page 2 comes next, but not where: the header x-next"
    ):
        found.collect("flutes.list")


@pytest.mark.parametrize("next_page", [None, 1, 0])
def test_no_next_page_is_the_end(talk: Talk, next_page: int | None) -> None:
    source = flutes(NUMBERS, headers=OWN_HEADER)
    found = talk(source, page(1, meta={"page": 1, "next_page": next_page, "total_entries": 2}), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2]


def test_numbers_lead_on_where_the_header_link_does_not(talk: Talk) -> None:
    source = flutes(NUMBERS, PAGE, LIMIT, headers=LINK_HEADER)
    replies = {
        "": page(1, meta={"next_page": 2}),
        "page=2": json_reply(
            page(2, meta={"next_page": 3}), headers={"Link": '</flutes?page=3>; rel="next"'}
        ),
        "page=3": page(3, meta={"next_page": None}),
    }
    found = talk(source, by_query(replies), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2, 3, 4, 5, 6]
    token = found.flavour.call(found.client.flutes.list().page).resume_token
    rest = found.flavour.collect(found.client.flutes.list().resume(token))
    assert [flute.id for flute in rest] == [3, 4, 5, 6]


def test_urls_in_the_body_lead_on_where_the_header_link_does_not(talk: Talk) -> None:
    source = flutes("next_url: {type: string, format: uri}", PAGE, LIMIT, headers=LINK_HEADER)
    replies = {"": page(1, next_url="/flutes?page=2"), "page=2": page(2)}
    found = talk(source, by_query(replies), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2, 3, 4]


# --- totals ---


@pytest.mark.parametrize("source", [BY_CURSOR, BY_URL], ids=["cursor", "url"])
def test_a_total_that_is_not_reached_is_told(
    talk: Talk, source: str, caplog: pytest.LogCaptureFixture
) -> None:
    found = talk(source, page(1, total=5), PATHS)
    assert [flute.id for flute in found.collect("flutes.list")] == [1, 2]
    assert "'total' is 5, and nothing leads on after 2 items" in caplog.text


@pytest.mark.parametrize(
    ("source", "arguments", "told"),
    [
        (BY_CURSOR, {}, {"total": 2}),
        (BY_CURSOR, {}, {"total": 5, "has_more": False}),
        (BY_CURSOR, {"cursor": "c9"}, {"total": 5}),
        (BY_URL, {"page": 3}, {"total": 5}),
    ],
)
def test_a_total_that_says_no_more_than_came_is_not_told(
    talk: Talk,
    source: str,
    arguments: dict[str, Any],
    told: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    found = talk(source, page(1, **told), PATHS)
    assert [flute.id for flute in found.collect("flutes.list", **arguments)] == [1, 2]
    assert "leads on" not in caplog.text


def test_a_walk_that_stops_early_tells_nothing(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    found = talk(BY_CURSOR, page(1, total=5), PATHS)
    assert found.flavour.call(found.client.flutes.list().first).id == 1
    assert "leads on" not in caplog.text
