"""Cursors that a setting tells of, and no response is said to have: they are read where servers send them."""

from generator.page_settings import PageSettings
from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

BUOYS = document(
    """
/buoys:
  get:
    operationId: listBuoys
    parameters:
      - {name: limit, in: query, schema: {type: integer}}
      - {name: offset, in: query, schema: {type: string}}
    responses:
      "200":
        description: Buoys.
        content:
          application/json:
            schema:
              properties: {data: {type: array, items: {type: object, properties: {id: {type: integer}}}}}
"""
)
PAGES = PageSettings(kind="cursor", items="data", next="page.offset", next_parameter="offset")
BUOYS_THERE = [*range(5)]


def answer(request: RecordedRequest) -> Reply:
    """Return two buoys, and what leads to the next ones."""
    begin = int(dict(request.query).get("offset", "t0")[1:])
    more = begin + 2 < len(BUOYS_THERE)
    found = [{"id": one} for one in BUOYS_THERE[begin : begin + 2]]
    return json_reply({"data": found, "page": {"offset": f"t{begin + 2}"} if more else None})


def test_they_lead_on(talk: Talk) -> None:
    settings = {"resources": "paths", "pagination": {"listBuoys": PAGES}}
    buoys = talk(BUOYS, answer, settings)
    assert [buoy.id for buoy in buoys.collect("buoys.list")] == BUOYS_THERE
