"""Traps of trying again and of going on: neither too little nor too much."""

import pytest

from tests.support.conversations import Answers, Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

NOTES = document("""
/notes:
  get:
    operationId: list_notes
    tags: [Notes]
    parameters:
      - {name: cursor, in: query, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
    responses:
      "200":
        description: Notes.
        content:
          application/json:
            schema:
              type: object
              required: [data]
              properties:
                data: {type: array, items: {type: string}}
                next_cursor: {type: [string, "null"]}
  post:
    operationId: create_note
    tags: [Notes]
    parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]
    requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
    responses: {"204": {description: Done}}
/pages:
  get:
    operationId: list_pages
    tags: [Pages]
    parameters: [{name: page, in: query, schema: {type: integer}}]
    responses:
      "200":
        description: Pages.
        content:
          application/json:
            schema:
              type: object
              required: [data, pagination]
              properties:
                data: {type: array, items: {type: integer}}
                pagination:
                  type: object
                  required: [currentPage, totalPages]
                  properties: {currentPage: {type: integer}, totalPages: {type: integer}}
""")


def in_turn(*replies: Reply | None) -> Answers:
    """Return what gives one reply after the other."""
    left = list(replies)
    return lambda _request: left.pop(0)


def cursors(pages: dict[str, tuple[list[str], str | None]]) -> Answers:
    """Return what gives the page of each cursor: its items, and the next cursor."""

    def answer(request: RecordedRequest) -> Reply:
        items, after = pages[dict(request.query).get("cursor", "")]
        return json_reply({"data": items, "next_cursor": after})

    return answer


def test_trap_14_a_passing_fault_is_tried_again(talk: Talk) -> None:
    notes = talk(NOTES, in_turn(Reply(status=503), None, json_reply({"data": ["a"]})))
    assert notes.collect("notes.list") == ["a"]
    assert len(notes.targets) == 3
    assert len(notes.waits) == 2
    assert all(wait > 0 for wait in notes.waits)


def test_trap_14_pages_are_walked_through(talk: Talk) -> None:
    notes = talk(NOTES, cursors({"": (["a", "b"], "x&"), "x&": (["c"], None)}))
    assert notes.collect("notes.list", limit=2) == ["a", "b", "c"]
    assert notes.targets == ["GET /notes?limit=2", "GET /notes?cursor=x%26&limit=2"]


@pytest.mark.parametrize("fault", [None, Reply(status=500), Reply(status=408)])
def test_trap_15_what_may_have_had_an_effect_is_not_repeated(fault: Reply | None, talk: Talk) -> None:
    notes = talk(NOTES, in_turn(fault, Reply(status=204)))
    with pytest.raises(notes.package.ApiError):
        notes.call("notes.create", body={})
    assert notes.targets == ["POST /notes"]


def test_trap_15_it_is_where_the_server_can_tell_a_repetition(talk: Talk) -> None:
    notes = talk(NOTES, in_turn(None, Reply(status=204)), {"idempotency_header": "Idempotency-Key"})
    notes.call("notes.create", body={})
    first, second = notes.server.requests
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"] != None  # noqa: E711


@pytest.mark.parametrize("of_call", [True, False])
def test_trap_15_so_it_is_where_a_call_has_a_key(of_call: bool, talk: Talk) -> None:
    own = {"Idempotency-Key": "k"} if not of_call else None
    it = talk(NOTES, in_turn(Reply(status=503), Reply(status=204)), headers=own)
    it.call("notes.create", body={}, **({"idempotency_key": "k"} if of_call else {}))
    assert [request.headers["idempotency-key"] for request in it.server.requests] == ["k", "k"]


def test_trap_16_a_cursor_that_comes_again_ends_it(talk: Talk) -> None:
    notes = talk(NOTES, cursors({"": (["a"], "x"), "x": (["b"], "y"), "y": (["c"], "x")}))
    with pytest.raises(notes.package.PaginationError):
        notes.collect("notes.list")
    assert len(notes.targets) <= 4


@pytest.mark.parametrize("last", [None, ""])
def test_trap_16_an_empty_page_does_not_end_it_and_no_cursor_does(last: str | None, talk: Talk) -> None:
    notes = talk(NOTES, cursors({"": (["a"], "x"), "x": ([], "y"), "y": (["b"], last)}))
    assert notes.collect("notes.list") == ["a", "b"]
    assert len(notes.targets) == 3


def test_trap_16_pages_are_counted_by_one(talk: Talk) -> None:
    def answer(request: RecordedRequest) -> Reply:
        page = int(dict(request.query).get("page", "1"))
        pagination = {"currentPage": page, "totalPages": 3}
        items = {1: [10, 11], 2: [20, 21], 3: [30]}.get(page, [])
        return json_reply({"data": items, "pagination": pagination})

    pages = talk(NOTES, answer)
    assert pages.collect("pages.list") == [10, 11, 20, 21, 30]
    assert pages.targets == ["GET /pages", "GET /pages?page=2", "GET /pages?page=3"]
