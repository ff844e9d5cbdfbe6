"""Pagination: what gives pages and why, and what only looks like it."""

from typing import Any

import pytest

from generator.inference.infer import infer
from generator.ir import Api, Evidence
from generator.python.operations.paging import described
from tests.support.documents import api, at

GET = at("/paths/~1runs/get")


def inferred(response: str, parameters: str, *, method: str = "get") -> Api:
    """Return an API with one operation, by its response's schema and its parameters, each in one line."""
    return infer(
        api(f"""
paths:
  /runs:
    {method}:
      parameters: [{parameters}]
      responses: {{200: {{content: {{application/json: {{schema: {response}}}}}}}}}
""")
    )


def pages(response: str, parameters: str, *, method: str = "get") -> dict[str, Any] | None:
    """Return how the pages of the one operation are linked."""
    return pages_of(inferred(response, parameters, method=method))


def pages_of(found: Api) -> dict[str, Any] | None:
    """Return how the pages of the one operation of an API are linked, without the reasons.

    Nor is said what is taken of a URL that comes where a cursor is expected, as many have it.
    """
    pagination = found.operations[0].pagination
    if pagination is None:
        return None
    told = described(pagination)
    return {key: told[key] for key in told if key not in {"source", "score", "reasons", "url_parameter"}}


def cursor(items: str, next_: str, parameter: str, **more: Any) -> dict[str, Any]:
    """Return pages that a cursor leads through."""
    return {"kind": "cursor", "items": items, "next": next_, "next_parameter": parameter, **more}


def numbered(items: str, parameter: str, count: str, **more: Any) -> dict[str, Any]:
    """Return pages by number."""
    told = {"kind": "page", "items": items, "page_parameter": parameter, "first": 1}
    return {**told, "total_pages": count, **more}


def properties(text: str) -> str:
    """Return the schema of an object with these properties."""
    return f"{{type: object, properties: {{{text}}}}}"


def query(name: str, more: str = "schema: {type: string}") -> str:
    """Return a query parameter."""
    return f"{{name: '{name}', in: query, {more}}}"


LIST = "data: {type: array, items: {type: string}}"
TEXT = "{type: string}"
NULLABLE_TEXT = "{type: string, nullable: true}"
NUMBER = "{type: integer}"


# --- what is no list, whatever its answer looks like ---


@pytest.mark.parametrize(
    ("path", "operation_id", "is_list"),
    [
        ("/tokens/{t}/revoke", "", False),
        ("/access-tokens/{t}/invalidate", "", False),
        ("/tokens/{t}:cancel", "", False),
        ("/apps/{t}/de-authenticate", "", False),
        ("/tokens/{t}/off", "revokeToken", False),
        ("/tokens/{t}/off", "revoke_token", False),
        ("/tokens/{t}/off", "tokens.revoke", False),
        ("/tokens/{t}/off", "Tokens_Revoke", False),
        ("/tokens/{t}/revoked", "listRevokedTokens", True),
        ("/tokens/{t}/add-ons", "addOns_list", True),
        ("/tokens/update-groups", "UpdateGroups_GetUpdateGroups", True),
        ("/org/{t}/provision", "List pending provisions", True),
        ("/jobs/search", "", True),
        ("/jobs/export", "exportJobs", True),
        ("/jobs/open", "", True),
        ("/stops", "", True),
    ],
)
@pytest.mark.parametrize("parameter", ["page", "offset"])
def test_a_command_gives_no_list(path: str, operation_id: str, is_list: bool, parameter: str) -> None:
    parameters = [query(name, f"schema: {NUMBER}") for name in (parameter, "limit")]
    found = infer(
        api(f"""
paths:
  {path}:
    get:
      operationId: {operation_id or "~"}
      parameters: [{", ".join(parameters)}]
      responses: {{200: {{content: {{application/json: {{schema: {properties(LIST)}}}}}}}}}
""")
    )
    assert (pages_of(found) is not None) == is_list


OLD_LIST = "items: {type: array, items: {type: object}"


@pytest.mark.parametrize(
    ("response", "items"),
    [
        (f"{OLD_LIST}, deprecated: true}}, runs: {{nullable: true}}", None),
        (f"{OLD_LIST}}}, runs: {{nullable: true}}", "items"),
        (f"{OLD_LIST}, deprecated: true}}, runs: {{type: integer}}", "items"),
        (f"{OLD_LIST}, deprecated: true}}, other: {{nullable: true}}", "items"),
    ],
)
def test_a_deprecated_list_is_none_beside_what_the_path_is_about(response: str, items: str | None) -> None:
    found = pages(
        properties(response),
        f"{query('page', f'schema: {NUMBER}')}, {query('page_size', f'schema: {NUMBER}')}",
    )
    assert (found and found["items"]) == items


@pytest.mark.parametrize("which", ["next", "previous", "prev", "current", "first"])
def test_the_number_of_one_page_is_no_number_of_pages(which: str) -> None:
    found = pages(
        properties(f"{LIST}, {which}_page_number: {NUMBER}, total: {NUMBER}"),
        f"{query('page', f'schema: {NUMBER}')}, {query('limit', f'schema: {NUMBER}')}",
    )
    assert found is not None
    assert "total_pages" not in found


@pytest.mark.parametrize(
    ("told", "parameters", "is_near"),
    [
        ("Timestamp that must be used to request the next page.", "until, limit", True),
        ("Timestamp that must be used to request the next page.", "limit", False),
        ("When it is.", "until, limit", False),
    ],
)
def test_a_next_that_nothing_is_said_to_take_is_a_near_miss(
    told: str, parameters: str, is_near: bool
) -> None:
    described_until = f"description: Only those until then., schema: {NUMBER}"
    found = inferred(
        properties(f"{LIST}, pagination: {properties(f'next: {{type: integer, description: {told}}}')}"),
        ", ".join(
            query(name, described_until if name == "until" else f"schema: {NUMBER}")
            for name in parameters.split(", ")
        ),
    )
    assert pages_of(found) is None
    missing = [miss.missing for miss in found.near_misses]
    assert missing == ([("which parameter takes that (the setting next_parameter)",)] if is_near else [])


# --- cursors ---


@pytest.mark.parametrize(
    ("response", "parameter"),
    [
        ("next_cursor", "cursor"),
        ("nextCursor", "cursor"),
        ("nextPageToken", "pageToken"),
        ("next_page_token", "page_token"),
        ("next", "page[after]"),
        ("next", "cursor"),
        ("endCursor", "after"),
        ("continuation-token", "continuationToken"),
        ("bookmark", "bookmark"),
    ],
)
def test_names_of_cursors(response: str, parameter: str) -> None:
    assert pages(properties(f"{LIST}, '{response}': {NULLABLE_TEXT}"), query(parameter)) == cursor(
        "data", response, parameter
    )


def test_both_ways_and_the_evidence() -> None:
    found = inferred(
        properties(f"{LIST}, pagination: {properties(f'next: {TEXT}, previous: {TEXT}')}"),
        query("page", f"style: deepObject, schema: {properties(f'after: {TEXT}, before: {TEXT}')}"),
    )
    assert pages_of(found) == cursor(
        "data",
        "pagination.next",
        "page[after]",
        previous="pagination.previous",
        previous_parameter="page[before]",
    )
    assert found.evidence == (
        Evidence(
            subject=GET,
            topic="pagination",
            conclusion="pages of 'data': 'pagination.next' goes to 'page[after]', "
            "'pagination.previous' to 'page[before]'",
            because="the response has the list 'data' and the cursor 'pagination.next', "
            "the query has 'page[after]'",
        ),
    )


def test_prose_comes_before_names() -> None:
    found = inferred(
        properties(f"{LIST}, next: {{type: string, description: 'Pass it as `from`.'}}"),
        f"{query('cursor')}, {query('from')}",
    )
    assert pages_of(found) == cursor("data", "next", "from")
    assert found.evidence[0].because.endswith("; 'next' is said to be passed as 'from'")


def test_through_references_and_inheritance() -> None:
    found = infer(
        api("""
paths:
  /runs:
    get:
      parameters: [{$ref: '#/components/parameters/Cursor'}]
      responses: {200: {$ref: '#/components/responses/Runs'}}
components:
  parameters: {Cursor: {name: cursor, in: query, schema: {$ref: '#/components/schemas/Token'}}}
  responses: {Runs: {content: {application/json: {schema: {$ref: '#/components/schemas/Runs'}}}}}
  schemas:
    Token: {type: string}
    Page: {properties: {nextCursor: {$ref: '#/components/schemas/Token'}}}
    Runs: {allOf: [{$ref: '#/components/schemas/Page'}, {properties: {runs: {type: array}}}]}
""")
    )
    assert pages_of(found) == cursor("runs", "nextCursor", "cursor")


@pytest.mark.parametrize(
    ("lists", "items"),
    [
        ("runs: {type: array}", "runs"),
        ("runs: {type: array}, data: {type: array}", "data"),
        ("items: {type: array}, data: {type: array}", "data"),
        ("result: {properties: {items: {type: array}}}", "result.items"),
        ("runs: {type: array}, meta: {properties: {tags: {type: array}}}", "runs"),
    ],
)
def test_which_list_has_the_items(lists: str, items: str) -> None:
    assert pages(properties(f"{lists}, next: {TEXT}"), query("cursor")) == cursor(items, "next", "cursor")


# --- numbers ---


def test_numbered_pages() -> None:
    found = inferred(
        properties(f"{LIST}, pagination: {properties(f'currentPage: {NUMBER}, totalPages: {NUMBER}')}"),
        query("page", f"schema: {NUMBER}"),
    )
    assert pages_of(found) == numbered(
        "data", "page", "pagination.totalPages", current="pagination.currentPage"
    )
    assert found.evidence == (
        Evidence(
            subject=GET,
            topic="pagination",
            conclusion="pages of 'data' by number: 'page' up to 'pagination.totalPages'",
            because="the response has the list 'data' and the number of pages 'pagination.totalPages', "
            "the query has 'page'",
        ),
    )


def test_the_current_page_need_not_be_told() -> None:
    assert pages(properties(f"{LIST}, last_page: {NUMBER}"), query("page", f"schema: {NUMBER}")) == numbered(
        "data", "page", "last_page"
    )


# --- what gives no pages ---


@pytest.mark.parametrize(
    ("response", "parameters"),
    [
        pytest.param(properties(f"{LIST}, next: {TEXT}"), "", id="no place for the cursor"),
        pytest.param(properties(f"{LIST}, next: {TEXT}"), query("limit"), id="no known place for the cursor"),
        pytest.param(properties(LIST), query("cursor"), id="no cursor"),
        pytest.param(properties(f"next: {TEXT}"), query("cursor"), id="no list"),
        pytest.param("{type: array, items: {type: string}}", query("cursor"), id="a list at the root"),
        pytest.param(
            properties(f"{LIST}, next: {TEXT}"),
            query("cursor", f"schema: {NUMBER}"),
            id="a number for a cursor",
        ),
        pytest.param(properties(f"{LIST}, next: {NUMBER}"), query("cursor"), id="a cursor that is a number"),
        pytest.param(
            properties(f"{LIST}, next: {{type: string, format: date-time}}"), query("after"), id="a date"
        ),
        pytest.param(
            properties(f"{LIST}, next: {TEXT}"),
            query("since", f"required: true, schema: {TEXT}"),
            id="a beginning that must be given",
        ),
        pytest.param(
            properties(f"apples: {{type: array}}, pears: {{type: array}}, next: {TEXT}"),
            query("cursor"),
            id="two lists that the path says nothing of",
        ),
        pytest.param(
            properties(f"a: {properties(f'b: {properties(LIST)}')}, next: {TEXT}"),
            query("cursor"),
            id="a list too deep to be the items",
        ),
        pytest.param(
            properties(f"{LIST}, next: {TEXT}"),
            f"{{name: cursor, in: cookie, schema: {TEXT}}}",
            id="a cookie",
        ),
        pytest.param(
            properties(f"{LIST}, total: {NUMBER}"), query("page", f"schema: {NUMBER}"), id="a count of items"
        ),
    ],
)
def test_no_pages(response: str, parameters: str) -> None:
    found = inferred(response, parameters)
    assert found.operations[0].pagination is None
    assert found.evidence == ()


@pytest.mark.parametrize(
    ("method", "gives"), [("query", True), ("post", True), ("put", False), ("delete", False)]
)
def test_methods(method: str, gives: bool) -> None:
    found = pages(properties(f"{LIST}, next: {TEXT}"), query("cursor"), method=method)
    assert (found is not None) == gives


def test_a_post_gives_pages_by_number_too() -> None:
    response = properties(f"{LIST}, totalPages: {NUMBER}")
    found = pages(response, query("page", f"schema: {NUMBER}"), method="post")
    assert found == numbered("data", "page", "totalPages")


def a_list(path: str) -> str:
    """Return the path of a list whose parameters say what they are."""
    size = query("count", f"schema: {NUMBER}, description: The number of {path} to return.")
    start = query("startindex", f"schema: {NUMBER}, description: The index of the first one.")
    schema = "{type: array, items: {type: object}}"
    content = f"content: {{application/json: {{schema: {schema}}}}}"
    return f"  /{path}: {{get: {{parameters: [{size}, {start}], responses: {{200: {{{content}}}}}}}}}"


@pytest.mark.parametrize("beside", [(), ("images",), ("images", "series")])
def test_a_search_borrows_from_the_lists_beside_it(beside: tuple[str, ...]) -> None:
    """The words of its body say nothing themselves; those of two lists do."""
    schema = "{type: array, items: {type: object}}"
    body = properties(f"startIndex: {NUMBER}, count: {NUMBER}")
    lists = [a_list(path) for path in beside]
    search = f"""
  /images/query:
    post:
      requestBody: {{content: {{application/json: {{schema: {body}}}}}}}
      responses: {{200: {{content: {{application/json: {{schema: {schema}}}}}}}}}"""
    found = infer(api("\n".join(["paths:", *lists, search])))
    by_path = {operation.path: operation.pagination for operation in found.operations}
    assert (by_path["/images/query"] is not None) == (len(beside) > 1)


@pytest.mark.parametrize("place", ["query", "body"])
def test_a_url_has_nothing_of_a_body(place: str) -> None:
    """What a POST takes in its body is counted there, whatever URL the answer has."""
    position, size = "page: {type: integer}", "limit: {type: integer}"
    parameters = [query("page", f"schema: {NUMBER}"), query("limit", f"schema: {NUMBER}")]
    sent = f"requestBody: {{content: {{application/json: {{schema: {properties(f'{position}, {size}')}}}}}}}"
    told = sent if place == "body" else f"parameters: [{', '.join(parameters)}]"
    rows = properties("rows: {type: array, items: {type: object}}, next: {type: string, format: uri}")
    answer = f"responses: {{200: {{content: {{application/json: {{schema: {rows}}}}}}}}}"
    found = pages_of(infer(api(f"paths:\n  /songs/search: {{post: {{{told}, {answer}}}}}")))
    assert found is not None
    assert found["kind"] == ("cursor" if place == "query" else "page")


@pytest.mark.parametrize("described", [0, 1])
def test_arguments_that_are_not_described_mean_what_others_of_their_names_do(described: int) -> None:
    """Of `pg` alone nothing is known; beside an operation that says what it is, it is a page."""
    answer = "responses: {200: {content: {application/json: {schema: {type: array, items: {type: object}}}}}}"
    told = "schema: {type: integer}, description: The page to return."
    size = "schema: {type: integer}, description: Results per page."
    songs = f"get: {{parameters: [{query('pg', told)}, {query('rpp', size)}], {answer}}}"
    silent = f"schema: {NUMBER}"
    covers = f"get: {{parameters: [{query('pg', silent)}, {query('rpp', silent)}], {answer}}}"
    paths = [f"  /covers: {{{covers}}}", *[f"  /songs: {{{songs}}}"] * described]
    found = infer(api("\n".join(["paths:", *paths])))
    pagination = found.operations[0].pagination
    assert (pagination is not None) == bool(described)
    if described:
        pieces = next(item.pieces for item in found.evidence if item.subject == found.operations[0].location)
        prose = [piece.location.pointer for piece in pieces if piece.reason == "prose"]
        assert prose
        assert all(pointer.startswith("/paths/~1songs") for pointer in prose)


@pytest.mark.parametrize("said", ["", "description: The link to the next page.", "example: '/songs?after=a'"])
def test_what_answers_have_means_what_others_of_its_name_do(said: str) -> None:
    """Of `next` alone nothing is known; beside an answer that says what it is, it is a URL."""

    def a_list(path: str, said: str) -> str:
        schema = properties(f"rows: {{type: array, items: {{type: object}}}}, next: {{type: string, {said}}}")
        content = f"{{content: {{application/json: {{schema: {schema}}}}}}}"
        return f"  {path}: {{get: {{responses: {{200: {content}}}}}}}"

    found = infer(api("\n".join(["paths:", a_list("/covers", ""), a_list("/songs", said)])))
    kinds = [None if item.pagination is None else item.pagination.kind for item in found.operations]
    assert kinds == (["url", "url"] if said else [None, None])
    for evidence in found.evidence:
        pieces = [piece for piece in evidence.pieces if piece.reason in {"prose", "example"}]
        assert pieces
        assert all(piece.location.pointer.startswith("/paths/~1songs") for piece in pieces)


@pytest.mark.parametrize("lists", [0, 2])
def test_a_url_in_an_envelope_that_lists_share_is_no_page_of_one_thing(lists: int) -> None:
    envelope = properties("results: {type: array, items: {type: object}}, nextUrl: {type: string}")
    answer = "responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/E'}}}}}"
    size = query("limit", f"schema: {NUMBER}, description: How many results to return.")
    paths = [f"  /list{number}: {{get: {{parameters: [{size}], {answer}}}}}" for number in range(lists)]
    one = f"  /songs/about: {{get: {{{answer}}}}}"
    found = infer(api("\n".join(["paths:", *paths, one, "components:", f"  schemas: {{E: {envelope}}}"])))
    by_path = {operation.path: operation.pagination for operation in found.operations}
    assert (by_path["/songs/about"] is None) == bool(lists)
    assert all(by_path[f"/list{number}"] is not None for number in range(lists))


def test_headers_of_a_part_are_those_of_its_operation() -> None:
    schema = "{type: array, items: {type: object}}"
    content = f"content: {{application/json: {{schema: {schema}}}}}"
    token = "headers: {X-Next-Token: {schema: {type: string}}}"
    taken = (
        "{name: X-Next-Token, in: header, schema: {type: string}, description: The token of the next page.}"
    )
    answers = f"responses: {{200: {{{content}}}, 206: {{{content}, {token}}}}}"
    found = infer(api(f"paths:\n  /a: {{get: {{parameters: [{taken}], {answers}}}}}"))
    pagination = found.operations[0].pagination
    assert pagination is not None
    assert pagination.next.read.path == ("X-Next-Token",)


# --- what responses lack ---


@pytest.mark.parametrize(
    "response",
    [
        f"data: {{type: array, writeOnly: true, items: {TEXT}}}, next_cursor: {TEXT}",
        f"{LIST}, next_cursor: {{type: string, writeOnly: true}}",
        f"{LIST}, total_pages: {{type: integer, writeOnly: true}}",
        f"meta: {{type: object, writeOnly: true, properties: {{{LIST}, next_cursor: {TEXT}}}}}",
    ],
)
def test_what_is_only_sent_gives_no_pages(response: str) -> None:
    assert pages(properties(response), f"{query('cursor')}, {query('page', f'schema: {NUMBER}')}") is None
