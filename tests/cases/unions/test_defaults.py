"""Discriminators that say which variant all other values are of (OAS 3.2.0, 4.25)."""

from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

SCHEMAS = """
Cat: {type: object, required: [kind], properties: {kind: {type: string}, lifeCount: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string}, trickList: {type: array, items: {}}}}
Other: {type: object, properties: {kind: {type: string}, madeOf: {type: string}, lifeCount: {type: number}}}
Pet:
  oneOf:
  - {$ref: '#/components/schemas/Cat'}
  - {$ref: '#/components/schemas/Dog'}
  - {$ref: '#/components/schemas/Other'}
  discriminator: {propertyName: kind, mapping: {c: Cat}, defaultMapping: Other}
Base:
  type: object
  properties: {type: {type: string}}
  discriminator: {propertyName: type, mapping: {base: Base}, defaultMapping: '#/components/schemas/Rest'}
One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {oneValue: {type: integer}}}]}
Rest: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {restValue: {type: integer}}}]}
"""


def echo(schema: str) -> str:
    """Return a document whose only operation takes and gives a schema."""
    content = f"content: {{application/json: {{schema: {{$ref: '#/components/schemas/{schema}'}}}}}}"
    return document(
        f"""
/things/echo:
  post:
    operationId: echoThings
    requestBody: {{required: true, {content}}}
    responses: {{"200": {{description: d, {content}}}}}
""",
        SCHEMAS,
        version="3.2.0",
    )


@pytest.mark.parametrize(
    ("schema", "given", "sent", "name"),
    [
        ("Pet", {"kind": "c", "life_count": 9}, {"kind": "c", "lifeCount": 9}, "Cat"),
        ("Pet", {"kind": "Dog", "trick_list": [1]}, {"kind": "Dog", "trickList": [1]}, "Dog"),
        ("Pet", {"kind": "robot", "made_of": "tin"}, {"kind": "robot", "madeOf": "tin"}, "Other"),
        ("Pet", {"made_of": "tin"}, {"madeOf": "tin"}, "Other"),
        ("Pet", {"life_count": 9}, {"lifeCount": 9}, "Other"),
        ("Base", {"type": "One", "one_value": 1}, {"type": "One", "oneValue": 1}, "One"),
        ("Base", {"type": "base"}, {"type": "base"}, "Base"),
        ("Base", {"type": "new", "rest_value": 1}, {"type": "new", "restValue": 1}, "Rest"),
        ("Base", {"rest_value": 1}, {"restValue": 1}, "Rest"),
    ],
)
def test_all_other_values_are_of_the_default(
    talk: Talk, schema: str, given: dict[str, Any], sent: dict[str, Any], name: str
) -> None:
    made = talk(
        echo(schema), lambda asked: Reply(body=asked.body, headers={"content-type": "application/json"})
    )
    found = made.call("things.echo", given)
    assert made.request.json == sent
    assert type(found).__name__ == name
    assert found.model_dump(by_alias=True, exclude_unset=True) == sent
