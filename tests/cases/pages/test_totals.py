"""Totals that end counted walks without another request, where they must be those of all items."""

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

HORNS = """
/horns:
  get:
    operationId: listHorns
    parameters:
      - {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
      - {name: per_page, in: query, schema: {type: integer, SIZE}}
    responses:
      "200":
        description: Horns.
        content:
          application/json:
            schema:
              type: object
              required: [horns, meta]
              properties:
                horns: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                meta: {type: object, required: [total], properties: {total: {type: integer}}}
"""
BOUND = document(HORNS.replace("SIZE", "default: 4, maximum: 200"))
UNBOUND = document(HORNS.replace("SIZE", "default: 4"))


@pytest.mark.parametrize(
    ("source", "count", "asked", "requests"),
    [
        pytest.param(BOUND, 1, None, 1, id="fewer than by default"),
        pytest.param(BOUND, 3, 100, 1, id="fewer than by default, more asked for"),
        pytest.param(BOUND, 1, 2, 1, id="fewer than asked for"),
        pytest.param(BOUND, 4, None, 2, id="as many as by default"),
        pytest.param(BOUND, 5, 100, 2, id="as many as the server may have cut it to"),
        pytest.param(BOUND, 2, 2, 2, id="as many as asked for"),
        pytest.param(UNBOUND, 1, None, 2, id="nothing says how many a page may have"),
    ],
)
def test_a_total_that_is_reached_ends_a_walk(
    talk: Talk, source: str, count: int, asked: int | None, requests: int
) -> None:
    def answer(request: RecordedRequest) -> Reply:
        is_first = dict(request.query).get("page", "1") == "1"
        horns = [{"id": number} for number in range(count)] if is_first else []
        return json_reply({"horns": horns, "meta": {"total": count}})

    horns = talk(source, answer, {"resources": "paths"})
    arguments = {} if asked is None else {"per_page": asked}
    assert [horn.id for horn in horns.collect("horns.list", **arguments)] == [*range(count)]
    assert len(horns.targets) == requests


def test_the_number_of_items_on_a_page_that_is_called_a_total_ends_nothing(talk: Talk) -> None:
    def answer(request: RecordedRequest) -> Reply:
        number = int(dict(request.query).get("page", "1"))
        ids = [*range(10)][4 * number - 4 : 4 * number]
        return json_reply({"horns": [{"id": one} for one in ids], "meta": {"total": len(ids)}})

    horns = talk(BOUND, answer, {"resources": "paths"})
    assert [horn.id for horn in horns.collect("horns.list")] == [*range(10)]
