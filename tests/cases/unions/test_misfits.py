"""Objects that fit no variant of a union that nothing tells apart: the one is meant whose names they have."""

import logging
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import json_reply

BOATS = document(
    """
/boats:
  get:
    operationId: getBoats
    responses:
      "200":
        description: d
        content:
          application/json:
            schema:
              oneOf:
                - {$ref: '#/components/schemas/One'}
                - {$ref: '#/components/schemas/Several'}
""",
    """
One:
  type: object
  required: [boat, links]
  properties: {boat: {$ref: '#/components/schemas/Boat'}, links: {type: object}}
Several:
  type: object
  required: [boats, links]
  properties: {boats: {type: array, items: {$ref: '#/components/schemas/Boat'}}, links: {type: object}}
Boat:
  type: object
  required: [id, name]
  properties: {id: {type: integer}, name: {type: string}, berth: {type: string}}
""",
)
BOAT = {"id": 1, "name": "a"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"boat": {**BOAT, "berth": 5}, "links": {}}, "One"),
        ({"boat": {"id": 1}, "links": {}}, "One"),
        ({"boat": {"id": "x", "name": 5}, "links": {}}, "One"),
        ({"boat": BOAT}, "One"),
        ({"boats": [BOAT, {"id": 2}], "links": {}}, "Several"),
        ({"boats": [{"id": "x"}]}, "Several"),
        ({"boats": "none", "links": {}}, "Several"),
        # Nothing tells which one it is.
        ({"links": {}}, "dict"),
        ({"other": 1}, "dict"),
        ({}, "dict"),
    ],
    ids=str,
)
def test_the_variant_of_the_names_is_meant(
    talk: Talk, caplog: pytest.LogCaptureFixture, data: dict[str, Any], expected: str
) -> None:
    it = talk(BOATS, lambda _: json_reply(data))
    with caplog.at_level(logging.WARNING):
        answer = it.call("boats.list")
    assert type(answer).__name__ == expected
    assert len(caplog.records) == 1
    if expected == "One":
        assert type(answer.boat).__name__ == "Boat"
        assert answer.boat.id == data["boat"].get("id")
    elif expected == "dict":
        assert answer == data


def test_what_fits_is_no_misfit(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    it = talk(BOATS, lambda _: json_reply({"boat": BOAT, "links": {}}))
    with caplog.at_level(logging.WARNING):
        assert it.call("boats.list").boat.name == "a"
    assert not caplog.records
