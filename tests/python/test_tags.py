"""What tags make of a client: resources, their docstrings, and what OAS 3.2 says of tags."""

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.python.naming import name
from generator.python.plan import plan
from tests.support.documents import api

DOCUMENT = """
openapi: 3.2.0
info: {title: T, version: "1"}
tags:
  - {name: Shop, description: Everything for sale.}
  - {name: Book, summary: All the books, parent: Shop, kind: nav}
  - {name: beta, kind: badge}
paths:
  /books: {get: {operationId: list_books, tags: [beta, Book]}}
  /pens: {get: {operationId: list_pens, tags: [beta]}}
  /till: {get: {operationId: get_till, tags: [shops]}}
"""


def test_tags_group_and_describe_operations() -> None:
    config = ClientConfig(document="t.yaml", package="t", resources="tags")
    found = infer(api(DOCUMENT))
    resources = plan(found, name(found, config), config).view.resources
    assert {resource.module: resource.docstring for resource in resources} == {
        "book": (
            '"""The operations on book.',
            "",
            "All the books",
            "",
            "Part of `Shop`.",
            '"""',
        ),
        # A badge marks operations and groups none: the path does.
        "pens": ('"""The operations on pens."""',),
        "shops": ('"""The operations on shops.', "", "Everything for sale.", '"""'),
    }
