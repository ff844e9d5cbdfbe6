"""Further properties that are called as a field is in Python: neither is taken for the other."""

import json
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

PARTS = document(
    """
/parts/{part}:
  parameters: [{name: part, in: path, required: true, schema: {type: string}}]
  get:
    operationId: getPart
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
  put:
    operationId: updatePart
    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
    responses: {"204": {description: d}}
""",
    """
Part:
  type: object
  properties:
    ownerId: {type: [string, 'null']}
    $parent: {type: string}
    below: {type: array, items: {$ref: '#/components/schemas/Part'}}
""",
)


@pytest.mark.parametrize(
    ("data", "given"),
    [
        ({"owner_id": 5}, set()),
        ({"owner_id": None}, set()),
        ({"ownerId": "a", "owner_id": 5}, {"owner_id"}),
        ({"ownerId": None}, {"owner_id"}),
        ({"parent": "mine"}, set()),
        ({"$parent": "file", "parent": "mine", "more": 1}, {"parent"}),
    ],
    ids=str,
)
def test_what_was_given_is_sent_back_and_no_more(talk: Talk, data: dict[str, Any], given: set[str]) -> None:
    whole = {**data, "below": [data]}

    def answer(request: RecordedRequest) -> Reply:
        return json_reply(whole) if request.method == "GET" else Reply(status=204)

    it = talk(PARTS, answer)
    part = it.call("parts.get", "p")
    fields = {"owner_id", "parent"}
    assert part.model_fields_set & fields == given
    assert part.below[0].model_fields_set & fields == given
    assert part.model_extra == {name: data[name] for name in data if name not in {"ownerId", "$parent"}}
    it.call("parts.update", "p", body=part)
    assert json.loads(it.server.requests[-1].body) == whole
