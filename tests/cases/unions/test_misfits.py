"""Objects that fit no variant of a union that nothing tells apart: the one is meant whose names they have."""

import json
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


# Kinds that may be absent: where one is, or is one that nobody knows, names tell.
LINKS = document(
    """
/links:
  get:
    operationId: getLinks
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}
""",
    """
Holder:
  type: object
  properties:
    one: {nullable: true, oneOf: [{$ref: '#/components/schemas/Hub'}, {$ref: '#/components/schemas/Lab'}]}
    many: {type: array, items: {$ref: '#/components/schemas/Link'}}
    either:
      oneOf:
        - {type: array, items: {$ref: '#/components/schemas/Hub'}}
        - {type: array, items: {$ref: '#/components/schemas/Lab'}}
    free:
      oneOf:
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Link'}}
        - {$ref: '#/components/schemas/Folder'}
Link: {oneOf: [{$ref: '#/components/schemas/Hub'}, {$ref: '#/components/schemas/Lab'}]}
Hub:
  type: object
  properties:
    kind: {type: string, enum: [hub, both]}
    org: {type: string}
    since: {type: string, format: date}
    inner: {$ref: '#/components/schemas/Link'}
Lab:
  type: object
  properties:
    kind: {type: string, enum: [lab, both]}
    team: {type: string}
    since: {type: string, format: date}
    inner: {$ref: '#/components/schemas/Link'}
Folder:
  type: object
  properties: {main: {$ref: '#/components/schemas/Link'}, size: {type: integer}}
""",
    version="3.0.3",
)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ({"team": "a"}, "Lab"),
        ({"team": "a", "org": "b"}, "Hub"),
        ({"team": "a", "since": "2020-01-01"}, "Lab"),
        ({"since": "2020-01-01"}, "Hub"),
        ({"kind": None, "team": "a"}, "Lab"),
        ({"kind": "both", "team": "a"}, "Lab"),
        ({"team": "a", "inner": {"team": "b"}}, "Lab"),
        ({"kind": "lab", "org": "a"}, "Lab"),
        ({"kind": "hub", "team": "a"}, "Hub"),
        ({}, "Hub"),
    ],
    ids=str,
)
def test_where_the_kind_is_absent_the_variant_is_that_of_most_names(
    talk: Talk, caplog: pytest.LogCaptureFixture, link: dict[str, Any], expected: str
) -> None:
    data = {"one": link, "many": [{"kind": "hub"}, link]}
    it = talk(LINKS, lambda _: json_reply(data))
    with caplog.at_level(logging.WARNING):
        answer = it.call("links.list")
    assert [type(item).__name__ for item in (answer.one, *answer.many)] == [expected, "Hub", expected]
    assert not caplog.records
    if "inner" in link:
        assert type(answer.one.inner).__name__ == "Lab"
    assert json.loads(it.package.to_json(answer)) == data


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"either": [{"inner": {"org": "a"}}, {"team": "b"}]}, "Lab"),
        ({"either": [{"inner": {"team": "a"}}, {"org": "a"}]}, "Hub"),
        ({"free": {"main": {"team": "a"}, "size": 1}}, "Folder"),
        ({"free": {"main": {"team": "a"}, "other": {"kind": "hub"}}}, "Folder"),
    ],
    ids=str,
)
def test_the_most_names_count_in_lists_and_beside_maps(
    talk: Talk, caplog: pytest.LogCaptureFixture, held: dict[str, Any], expected: str
) -> None:
    it = talk(LINKS, lambda _: json_reply(held))
    with caplog.at_level(logging.WARNING):
        answer = it.call("links.list")
    found = answer.either[0] if answer.either else answer.free
    assert type(found).__name__ == expected
    assert not caplog.records
    assert json.loads(it.package.to_json(answer)) == held
