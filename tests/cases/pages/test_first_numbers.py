"""The number of the first page: learnt from what the first answer says of itself."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

BOATS = document(
    """
/boats:
  get:
    operationId: listBoats
    parameters:
      - {name: page, in: query, schema: {type: integer}}
      - {name: size, in: query, schema: {type: integer}}
    responses:
      "200":
        description: Boats.
        content:
          application/json:
            schema:
              type: object
              properties:
                content: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                SAID: {type: integer}
                totalPages: {type: integer}
                totalElements: {type: integer}
                size: {type: integer}
"""
)
SIZE, BOATS_THERE = 10, 45


def boats_of(said: str, *, first: int, told: Callable[[int], int]) -> Callable[[RecordedRequest], Reply]:
    """Return a server of boats that counts its pages from a number, and tells a number of each page."""

    def answer(request: RecordedRequest) -> Reply:
        page = int(parse_qs(request.raw_query).get("page", [str(first)])[0])
        before = (page - first) * SIZE
        ids = range(BOATS_THERE)[before : before + SIZE]
        body = {
            "content": [{"id": one} for one in ids],
            said: told(page),
            "totalPages": 5,
            "totalElements": BOATS_THERE,
            "size": SIZE,
        }
        return Reply(headers={"content-type": "application/json"}, body=json.dumps(body).encode())

    return answer


@pytest.mark.parametrize("said", ["number", "pageNumber"])
@pytest.mark.parametrize("first", [0, 1])
def test_pages_are_counted_from_what_the_first_answer_says(talk: Talk, said: str, first: int) -> None:
    server = boats_of(said, first=first, told=lambda page: page)
    boats = talk(BOATS.replace("SAID", said), server, {"resources": "paths"})
    assert [boat.id for boat in boats.collect("boats.list")] == [*range(BOATS_THERE)]
    pages = [f"?page={page}" for page in range(first + 1, first + 5)]
    assert boats.targets[:5] == [f"GET /boats{query}" for query in ("", *pages)]


def test_a_number_that_is_none_of_a_first_page_is_not_gone_on_from(talk: Talk) -> None:
    """A server tells how many pages there are where it should tell which one this is."""
    server = boats_of("pageNumber", first=1, told=lambda _: 5)
    boats = talk(BOATS.replace("SAID", "pageNumber"), server, {"resources": "paths"})
    assert [boat.id for boat in boats.collect("boats.list")] == [*range(BOATS_THERE)]
