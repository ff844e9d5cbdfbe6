"""A `Decimal` is a number where the document has one, and text where it has text or says nothing."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import Reply

DOCUMENT = """
openapi: 3.1.0
paths:
  /prices:
    post:
      operationId: setPrice
      tags: [prices]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Price'}
      responses: {"204": {description: Done}}
    put:
      operationId: replacePrices
      tags: [prices]
      requestBody:
        required: true
        content:
          application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Price'}}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Amount: {type: number}
    Price:
      type: object
      properties:
        price: {type: number}
        count: {type: integer}
        limit: {type: [number, "null"], minimum: 0}
        steps: {type: array, items: {type: number}}
        byName: {type: object, additionalProperties: {type: number}}
        either: {oneOf: [{type: number}, {type: integer}]}
        named: {$ref: '#/components/schemas/Amount'}
        text: {type: string}
        amount: {type: string, format: decimal}
        loose: {}
        mixed: {type: [number, string]}
"""
DONE = Reply(status=204)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"price": Decimal("9.90")}, b'{"price":9.9}'),
        ({"price": Decimal(7)}, b'{"price":7}'),
        ({"price": Decimal(12345678901234567890)}, b'{"price":12345678901234567890}'),
        ({"count": Decimal("3.0")}, b'{"count":3}'),
        ({"limit": Decimal("0.5")}, b'{"limit":0.5}'),
        ({"steps": [Decimal("0.5"), 1, 2.5]}, b'{"steps":[0.5,1,2.5]}'),
        ({"by_name": {"a": Decimal("0.5")}}, b'{"byName":{"a":0.5}}'),
        ({"either": Decimal("0.5")}, b'{"either":0.5}'),
        ({"named": Decimal("0.5")}, b'{"named":0.5}'),
        ({"text": Decimal("9.90")}, b'{"text":"9.90"}'),
        ({"amount": Decimal("9.90")}, b'{"amount":"9.90"}'),
        ({"loose": Decimal("9.90")}, b'{"loose":"9.90"}'),
        ({"mixed": Decimal("9.90")}, b'{"mixed":"9.90"}'),
        ({"count": 2.5, "price": True}, b'{"count":2.5,"price":true}'),
    ],
)
def test_a_decimal_is_what_the_document_has(talk: Talk, given: dict[str, Any], sent: bytes) -> None:
    prices = talk(DOCUMENT, DONE)
    prices.call("prices.set", **given)
    assert prices.request.body == sent
    model = prices.package.models.Price
    prices.call("prices.replace", body=[model.model_construct(**given)])
    assert prices.server.requests[-1].body == b"[" + sent + b"]"


@pytest.mark.parametrize("value", ["NaN", "sNaN", "-Infinity", "1E+999"])
def test_what_no_number_stands_for_is_refused(talk: Talk, value: str) -> None:
    prices = talk(DOCUMENT, DONE)
    with pytest.raises(prices.package.InvalidRequestError):
        prices.call("prices.set", price=Decimal(value))
    assert not prices.server.requests
