"""Prose that names something by the way, ends of pages that are counted, and cursors that may be URLs."""

import pytest

from tests.inference.test_pagination import cursor, pages, properties, query

TEXT = "{type: string}"
ROWS = "rows: {type: array, items: {type: object}}"


def told(description: str) -> str:
    return f"schema: {TEXT}, description: '{description}'"


def test_a_name_alike_is_worth_more_than_one_that_prose_mentions() -> None:
    prose = "What the response before had. A watch may start at the last `etag` that the server returned."
    response = properties(f"{ROWS}, meta: {properties(f'resume: {TEXT}, continue: {TEXT}, etag: {TEXT}')}")
    found = pages(response, f"{query('continue', told(prose))}, {query('limit', 'schema: {type: integer}')}")
    assert found is not None
    assert found["next"] == "meta.continue"


def test_prose_that_names_what_another_argument_takes_says_nothing_of_this_one() -> None:
    since = "The `logId` of the previous response, to sync from. Without a `nextPageToken` there is no more."
    response = properties(f"{ROWS}, nextPageToken: {TEXT}, logId: {TEXT}")
    found = pages(response, f"{query('startLogId', told(since))}, {query('pageToken')}")
    assert found == cursor("rows", "nextPageToken", "pageToken")


def test_prose_decides_where_no_name_is_alike() -> None:
    response = properties(f"{ROWS}, lastKey: {TEXT}, mark: {TEXT}")
    found = pages(response, query("from_where", told("A cursor: the `lastKey` of the response before.")))
    assert found == cursor("rows", "lastKey", "from_where")


def test_the_end_of_a_page_is_no_cursor_of_what_is_counted() -> None:
    counted = "schema: {type: string}, description: 'The zero-based index of the first row to return.'"
    response = properties(f"{ROWS}, endPosition: {TEXT}, totalSize: {TEXT}")
    found = pages(
        response, f"{query('start_position', counted)}, {query('count', 'schema: {type: integer}')}"
    )
    assert found is not None
    assert (found["kind"], found["offset_parameter"]) == ("offset", "start_position")


@pytest.mark.parametrize("description", ["", "description: 'The next page.', "])
def test_a_plain_next_is_a_cursor_as_far_as_is_known(description: str) -> None:
    response = properties(f"{ROWS}, next: {{{description}type: string}}, previous: {TEXT}")
    assert pages(response, query("cursor")) == cursor("rows", "next", "cursor")


@pytest.mark.parametrize("swapped", [False, True])
def test_a_total_of_bytes_is_none_of_items(swapped: bool) -> None:
    totals = [
        "total_file_size: {type: integer, description: 'All rows together, in bytes.'}",
        "total_rows: {type: integer}",
    ]
    response = properties(", ".join([ROWS, *(reversed(totals) if swapped else totals)]))
    found = pages(
        response, f"{query('offset', 'schema: {type: integer}')}, {query('count', 'schema: {type: integer}')}"
    )
    assert found is not None
    assert found["total"] == "total_rows"


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("startAt", "The index of the first row in a page of results (page offset).", "offset"),
        ("begin", "The first item to return, in a page of items.", "offset"),
        ("index", "The page offset.", "page"),
        ("page", "The page offset, from the first row on.", "page"),
        ("start", "The page of results to return.", "page"),
    ],
)
def test_what_a_page_of_results_begins_with_is_no_page(name: str, description: str, kind: str) -> None:
    size = query("limit", "schema: {type: integer}, description: The most rows to return.")
    position = query(name, f"schema: {{type: integer}}, description: '{description}'")
    found = pages(properties(f"{ROWS}, total: {{type: integer}}"), f"{position}, {size}")
    assert found is not None
    assert found["kind"] == kind


@pytest.mark.parametrize(
    "where", ["on the existing page", "in this batch", "of a page", "for the current set"]
)
def test_a_number_of_what_is_on_a_page_is_no_total(where: str) -> None:
    told = f"count_of: {{type: integer, description: 'The number of all objects {where}.'}}"
    found = pages(properties(f"{ROWS}, {told}, next: {{type: string, format: uri}}"), query("cursor"))
    assert found is not None
    assert found["kind"] == "url"
    assert "total" not in found


def test_a_url_of_what_explains_the_next_page_leads_to_none() -> None:
    link = f"next: {properties('docUrl: {type: string, format: uri}')}"
    found = pages(properties(f"{ROWS}, links: {properties(link)}"), query("limit", "schema: {type: integer}"))
    assert found is None


def test_words_of_a_name_are_not_what_prose_says_of_a_start() -> None:
    """Where rows that `startsAt` after a date are asked for, nothing starts there."""
    response = properties(f"{ROWS}, startsAt: {TEXT}")
    told_of = told("Only those with `startsAt` after the given date.")
    found = pages(response, f"{query('startsAtAfter', told_of)}, {query('limit', 'schema: {type: integer}')}")
    assert found is None


@pytest.mark.parametrize(
    ("description", "is_total"),
    [("", True), ("The maximum number of items in the response.", False), ("How many there are.", True)],
)
def test_a_count_beside_the_pages_around_is_that_of_all(description: str, is_total: bool) -> None:
    url = "{type: string, format: uri}"
    count = f"count: {{type: integer, description: '{description}'}}"
    found = pages(properties(f"{ROWS}, {count}, next: {url}, previous: {url}"), query("limit"))
    assert found is not None
    assert ("total" in found) is is_total
