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
