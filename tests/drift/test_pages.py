"""What is told of pages where packages that are there already have other words for them."""

from dataclasses import replace
from typing import Any

from tests.support.contracts import compare, made

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
