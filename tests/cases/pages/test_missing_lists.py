"""Pages without their list: empty where it may be left out, and an error where the answer is no page."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.support.conversations import Conversation, Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

DRUMS = """
/drums:
  get:
    operationId: listDrums
    parameters:
      - {name: cursor, in: query, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
    responses:
      "200":
        description: Drums.
        content: {application/json: {schema: {$ref: "#/components/schemas/Drums"}}}
"""
DRUM_LIST = "{type: array, items: {type: object, properties: {id: {type: integer}}}}"
PLAIN = f"""
Drums:
  type: object
  REQUIRED
  properties:
    data: {DRUM_LIST}
    next_cursor: {{type: string}}
    ok: {{type: boolean}}
    errors: {{type: array, items: {{type: object, properties: {{message: {{type: string}}}}}}}}
"""
NESTED = f"""
Drums:
  type: object
  REQUIRED
  properties:
    result: {{$ref: '#/components/schemas/Result'}}
    next_cursor: {{type: string}}
Result:
  type: object
  required: [data]
  properties: {{data: {DRUM_LIST}}}
"""
VARIANTS = f"""
Drums:
  oneOf: [{{$ref: '#/components/schemas/Few'}}, {{$ref: '#/components/schemas/Many'}}]
Few:
  type: object
  required: [data]
  properties: {{data: {DRUM_LIST}, next_cursor: {{type: string}}}}
Many:
  type: object
  required: [REQUIRED]
  properties: {{data: {DRUM_LIST}, next_cursor: {{type: string}}, weight: {{type: integer}}}}
"""
OPEN = document(DRUMS, PLAIN.replace("REQUIRED", ""))
STRICT = document(DRUMS, PLAIN.replace("REQUIRED", "required: [data]"))
PATHS = {"resources": "paths"}
FIRST: Mapping[str, Any] = {"data": [{"id": 1}, {"id": 2}], "next_cursor": "c2"}
WAYS = ("first page", "later page")
FAILED: dict[str, dict[str, Any]] = {
    "flag": {"ok": False, "error": "ratelimited"},
    "flag alone": {"ok": False},
    "success": {"success": False, "message": "ratelimited"},
    "errors": {"errors": [{"message": "ratelimited"}]},
    "error text": {"error": "ratelimited"},
    "error object": {"error": {"code": 7, "message": "ratelimited"}},
    "error flag": {"error": True},
    "null beside it": {"data": None, "errors": [{"message": "ratelimited"}]},
}


def in_turn(way: str, body: Any) -> Callable[[RecordedRequest], Reply]:
    """Answer with a body at once, or after a page that leads on."""
    return lambda request: json_reply(FIRST if way == "later page" and not request.raw_query else body)


def walks(drums: Conversation) -> list[Callable[[], Any]]:
    """Return all ways to come to the second page."""
    pager = drums.client.drums.list
    return [
        lambda: drums.collect("drums.list"),
        lambda: drums.flavour.collect(pager().pages()),
        lambda: drums.flavour.call(pager().to_list, 3),
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("source", [OPEN, STRICT], ids=["optional", "required"])
@pytest.mark.parametrize("failed", FAILED.values(), ids=FAILED)
def test_an_answer_that_says_that_it_failed_ends_no_walk(
    talk: Talk, failed: dict[str, Any], source: str, way: str
) -> None:
    drums = talk(source, in_turn(way, failed), PATHS)
    for walk in walks(drums):
        with pytest.raises(
            drums.package.PaginationError, match="'data' is missing, and the answer"
        ) as caught:
            walk()
        assert caught.value.response.status == 200
        assert "ratelimited" in str(caught.value) or "ratelimited" not in str(failed)
    if way == "first page":
        for name in ("first", "page"):
            with pytest.raises(drums.package.PaginationError):
                drums.flavour.call(getattr(drums.client.drums.list(), name))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("body", [{}, {"next_cursor": ""}, {"result": {"data": [{"id": 3}]}}], ids=str)
def test_a_list_that_is_required_is_no_empty_one(talk: Talk, body: Any, way: str) -> None:
    drums = talk(STRICT, in_turn(way, body), PATHS)
    with pytest.raises(drums.package.PaginationError, match="'data' is missing, which the document requires"):
        drums.collect("drums.list")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "body",
    [{}, {"next_cursor": ""}, {"ok": True}, {"errors": []}, {"errors": [], "data": None}, {"data": None}],
    ids=str,
)
def test_a_list_that_may_be_left_out_is_an_empty_one(talk: Talk, body: Any, way: str) -> None:
    drums = talk(OPEN, in_turn(way, body), PATHS)
    assert [drum.id for drum in drums.collect("drums.list")] == ([1, 2] if way == "later page" else [])


@pytest.mark.parametrize("body", [{"result": {"data": [{"id": 3}]}}, {"message": "later"}], ids=str)
def test_what_the_document_knows_nothing_of_is_no_page(talk: Talk, body: Any) -> None:
    drums = talk(OPEN, in_turn("later page", body), PATHS)
    with pytest.raises(drums.package.PaginationError, match=r"the document does not know: .(result|message)"):
        drums.collect("drums.list")


def test_null_is_an_empty_list_even_where_one_is_required(talk: Talk) -> None:
    drums = talk(STRICT, in_turn("later page", {"data": None}), PATHS)
    assert [drum.id for drum in drums.collect("drums.list")] == [1, 2]


@pytest.mark.parametrize(
    ("required", "body", "is_empty"),
    [
        ("", {}, True),
        ("", {"result": {}}, False),
        ("", {"result": None}, True),
        ("required: [result]", {}, False),
        ("required: [result]", {"next_cursor": ""}, False),
        ("required: [result]", {"result": None}, True),
        ("required: [result]", {"result": {"data": None}}, True),
    ],
)
def test_each_step_to_the_list_may_be_required(talk: Talk, required: str, body: Any, is_empty: bool) -> None:
    drums = talk(document(DRUMS, NESTED.replace("REQUIRED", required)), body, PATHS)
    if is_empty:
        assert drums.collect("drums.list") == []
    else:
        with pytest.raises(drums.package.PaginationError, match=r"'result\.data' is missing"):
            drums.collect("drums.list")


@pytest.mark.parametrize(("required", "is_empty"), [("weight", True), ("data", False)])
def test_a_list_is_required_where_each_variant_requires_it(talk: Talk, required: str, is_empty: bool) -> None:
    drums = talk(document(DRUMS, VARIANTS.replace("REQUIRED", required)), {"weight": 3}, PATHS)
    if is_empty:
        assert drums.collect("drums.list") == []
    else:
        with pytest.raises(drums.package.PaginationError, match="which the document requires"):
            drums.collect("drums.list")


@pytest.mark.parametrize("body", ["down for maintenance", 7, None, True])
def test_what_is_no_object_is_no_page(talk: Talk, body: Any) -> None:
    drums = talk(OPEN, in_turn("later page", body), PATHS)
    with pytest.raises(drums.package.PaginationError, match="the body is") as caught:
        drums.collect("drums.list")
    assert caught.value.response.status == 200


def test_an_error_beside_a_list_is_none_of_the_walk(talk: Talk) -> None:
    body = {"data": [{"id": 1}], "ok": False, "errors": [{"message": "one of two shelves"}]}
    drums = talk(OPEN, body, PATHS)
    assert [drum.id for drum in drums.collect("drums.list")] == [1]
