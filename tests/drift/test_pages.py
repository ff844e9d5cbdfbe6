"""What is told of pages where packages that are there already have other words for them."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.contracts import changes_of, compare, made

LIST = """
paths:
  /oars:
    get:
      operationId: list
      parameters: [{name: page, in: query, schema: {type: integer}, description: The number of the page.}]
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: {properties: {data: {type: array, items: {type: object}}, pages: {type: integer}}}
"""


def with_pages(told: dict[str, Any]) -> Any:
    """Return the contract of the list as a package has it that tells of its pages otherwise."""
    contract = made(LIST).contract
    (key,) = contract.operations
    pages = dict(contract.operations[key]["pagination"])
    del pages["total_pages"]
    return replace(contract, operations={key: {**contract.operations[key], "pagination": pages | told}})


def test_the_number_of_pages_was_once_a_total() -> None:
    assert compare(with_pages({"total": "pages"}), made(LIST).contract) == ()


def test_what_else_is_counted_is_told() -> None:
    (change,) = compare(with_pages({"total": "sheets"}), made(LIST).contract)
    assert (change.id, change.severity) == ("pagination-changed", "compatible")
    assert 'total_pages "pages"' in change.message


CURSOR = """
paths:
  /oars:
    get:
      operationId: list
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: {required: [data], properties: {data: {type: array, items: {type: object}},
                pagination: {type: object, properties: {
                  next: {type: string, description: Where it goes on}}}}}
"""
TOKEN = CURSOR.replace("Where it goes on", "The cursor of the next page, given as after")
MORE = ("parameters: [", "parameters: [{name: m, in: query, schema: {type: string}}, ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [(CURSOR, TOKEN, 'url_parameter null, was "after"'), (TOKEN, CURSOR, 'url_parameter "after", was null')],
)
@pytest.mark.parametrize("beside", [False, True])
def test_what_is_taken_of_a_url(old: str, new: str, told: str, *, beside: bool) -> None:
    changes = changes_of(old, new.replace(*MORE) if beside else new)
    assert {item.id for item in changes} == {"pagination-changed", *(["parameter-added"] if beside else [])}
    assert [told in item.message for item in changes].count(True) == 1
