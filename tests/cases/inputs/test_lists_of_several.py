"""One value in place of a list is a list of it, whichever of several lists it may be."""

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import Reply

DOCUMENT = """
openapi: 3.1.0
paths:
  /things:
    post:
      operationId: makeThings
      tags: [it]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                ids: {anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}
                sizes: {anyOf: [{type: array, items: {type: number}}, {type: array, items: {type: integer}}]}
                names: {type: array, items: {type: string}}
                either: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
      responses: {"204": {description: d}}
"""


@pytest.mark.parametrize("beside", [{}, {"names": "x"}, {"names": ["x"]}])
@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"ids": "a"}, {"ids": ["a"]}),
        ({"ids": 1}, {"ids": [1]}),
        ({"ids": ["a"]}, {"ids": ["a"]}),
        ({"ids": [1, 2]}, {"ids": [1, 2]}),
        ({"sizes": 1.5}, {"sizes": [1.5]}),
        ({"sizes": [1.5, 2]}, {"sizes": [1.5, 2]}),
        ({"either": "a"}, {"either": "a"}),
    ],
)
def test_it_is_a_list(
    talk: Talk, given: dict[str, object], sent: dict[str, object], beside: dict[str, object]
) -> None:
    it = talk(DOCUMENT, Reply(status=204))
    it.call("it.make_things", **given, **beside)
    assert it.request.json == {**sent, **({"names": ["x"]} if beside else {})}
