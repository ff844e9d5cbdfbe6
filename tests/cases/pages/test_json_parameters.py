"""Pages that are asked for in parameters whose values are JSON (OAS 3.1.1, 4.8.12.2: `content`)."""

import json
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

ANSWER = """
  responses:
    "200":
      description: Sails.
      content: {application/json: {schema: {properties: {
        sails: {type: array, items: {type: object, properties: {id: {type: integer}}}},
        next: {type: string}}}}}
"""
SAILS = document(
    f"""
/sails:
  get:
    operationId: listSails
    parameters:
      - name: limit
        in: query
        content: {{application/json: {{schema: {{type: integer, description: How many sails to return.}}}}}}
      - name: offset
        in: query
        content: {{application/json: {{schema: {{type: integer, description: How many sails to skip.}}}}}}
    {ANSWER.replace(chr(10), chr(10) + "  ").strip()}
/sails/search:
  get:
    operationId: searchSails
    parameters:
      - name: payload
        in: query
        content:
          application/json:
            schema:
              properties:
                next: {{type: string, description: The cursor of the next page.}}
                limit: {{type: integer, description: How many sails to return.}}
                where: {{type: object, properties: {{of: {{type: string}}}}}}
    {ANSWER.replace(chr(10), chr(10) + "  ").strip()}
"""
)
THERE = [*range(5)]


def answer(request: RecordedRequest) -> Reply:
    """Return two sails, and by their ids what leads to the next ones, by what the query has as JSON."""
    query = {name: json.loads(text) for name, text in dict(request.query).items()}
    payload = query.get("payload", {})
    begin = int(payload.get("next", query.get("offset", 0)))
    found: dict[str, Any] = {"sails": [{"id": one} for one in THERE[begin : begin + 2]]}
    if request.path.endswith("search") and begin + 2 < len(THERE):
        assert payload.get("where") == {"of": "silk"}
        found["next"] = str(begin + 2)
    return json_reply(found)


@pytest.mark.parametrize(
    ("method", "given"), [("sails.list", {}), ("sails.search", {"payload": {"where": {"of": "silk"}}})]
)
def test_they_are_walked_through(talk: Talk, method: str, given: dict[str, Any]) -> None:
    sails = talk(SAILS, answer, {"resources": "paths"})
    assert [sail.id for sail in sails.collect(method, **given)] == THERE


def test_what_else_is_asked_for_goes_with_every_page(talk: Talk) -> None:
    sails = talk(SAILS, answer, {"resources": "paths"})
    sails.collect("sails.search", payload={"limit": 2, "where": {"of": "silk"}})
    asked = [json.loads(dict(request.query)["payload"]) for request in sails.server.requests]
    assert asked == [
        {"limit": 2, "where": {"of": "silk"}, **more} for more in ({}, {"next": "2"}, {"next": "4"})
    ]
