"""Free objects and maps beside models: what fits a model is one, also with enums in it."""

import datetime as dt
import json
import logging
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Talk, document
from tests.support.http_server import Reply, json_reply

SCHEMAS = """
Kind:
  type: object
  required: [kind]
  properties: {kind: {type: string, enum: [a, b]}, name: {type: string}}
Loose:
  type: object
  properties: {state: {type: string, enum: [on, off]}, total: {type: number}}
Dog: {type: object, required: [type], properties: {type: {const: dog}, size: {enum: [big, small]}}}
Cat: {type: object, required: [type], properties: {type: {const: cat}, name: {type: string}}}
Holder:
  type: object
  required: [it]
  properties:
    id: {type: integer}
    it: {anyOf: [{type: object}, {$ref: '#/components/schemas/Kind'}, {type: 'null'}]}
"""
KIND, LOOSE = "{$ref: '#/components/schemas/Kind'}", "{$ref: '#/components/schemas/Loose'}"
DOG, CAT = "{$ref: '#/components/schemas/Dog'}", "{$ref: '#/components/schemas/Cat'}"
FREE, TEXTS = "{type: object}", "{type: object, additionalProperties: {type: string}}"
SPANS = "{type: object, additionalProperties: {type: string, format: duration}}"
COUNTS = "{type: object, additionalProperties: {type: integer}}"
GOOD = {"kind": "a", "name": "x"}


def things(schema: str, media_type: str = "application/json", key: str = "schema") -> str:
    """Return a document whose only answer is of a schema."""
    return document(
        f"""
/things/check:
  post:
    operationId: checkThings
    responses:
      "200": {{description: d, content: {{{media_type}: {{{key}: {schema}}}}}}}
""",
        SCHEMAS,
        version="3.2.0" if key == "itemSchema" else "3.1.0",
    )


def any_of(*schemas: str) -> str:
    """Return a union."""
    return f"{{anyOf: [{', '.join(schemas)}]}}"


def listed(item: str) -> str:
    """Return a list of a schema."""
    return f"{{type: array, items: {item}}}"


def shape(value: Any) -> Any:
    """Return the names of the classes in a value."""
    if isinstance(value, list):
        return [shape(item) for item in value]
    if isinstance(value, dict) and any(not isinstance(item, str | int) for item in value.values()):
        return {key: shape(item) for key, item in value.items()}
    return type(value).__name__


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (any_of(KIND, FREE), GOOD, "Kind"),
        (any_of(FREE, KIND), {"kind": "unknown", "more": 1}, "Kind"),
        (any_of(KIND, FREE), {"name": "x"}, "dict"),
        (any_of(KIND, FREE), {"kind": 1}, "dict"),
        (any_of(KIND, FREE), {}, "dict"),
        (f"{{oneOf: [{KIND}, {{additionalProperties: true}}]}}", GOOD, "Kind"),
        (any_of(KIND, TEXTS), GOOD, "Kind"),
        (any_of(KIND, TEXTS), {"name": "x"}, "dict"),
        (any_of(LOOSE, FREE), {"state": "on"}, "Loose"),
        (any_of(FREE, LOOSE), {"state": "on"}, "Loose"),
        (any_of(TEXTS, LOOSE), {"state": "on", "other": "x"}, "Loose"),
        # What has no property of an object that requires nothing is what comes first.
        (any_of(LOOSE, FREE), {"other": 1}, "Loose"),
        (any_of(LOOSE, TEXTS), {"other": "x"}, "Loose"),
        (any_of(LOOSE, FREE), {}, "Loose"),
        (any_of(LOOSE, TEXTS), {}, "Loose"),
        (any_of(LOOSE, COUNTS), {"other": 1}, "Loose"),
        (any_of(FREE, LOOSE), {"other": 1}, "dict"),
        (any_of(COUNTS, LOOSE), {"other": 1}, "dict"),
        (any_of(TEXTS, LOOSE), {"other": "x"}, "dict"),
        (any_of(FREE, LOOSE), {}, "dict"),
        (any_of(LOOSE, FREE), {"state": 1}, "dict"),
        (any_of(KIND, LOOSE, FREE), GOOD, "Kind"),
        (any_of(KIND, LOOSE, FREE), {"state": "on"}, "Loose"),
        (any_of(KIND, LOOSE, FREE), {"state": 1}, "dict"),
        (any_of(KIND, FREE, "{type: string}"), "text", "str"),
        (any_of(listed(KIND), listed(FREE)), [GOOD, GOOD], ["Kind", "Kind"]),
        (any_of(listed(FREE), listed(KIND)), [GOOD, {"z": 1}], ["dict", "dict"]),
        (listed(any_of(FREE, KIND)), [GOOD, {"z": 1}], ["Kind", "dict"]),
        (f"{{type: object, additionalProperties: {any_of(KIND, FREE)}}}", {"k": GOOD}, {"k": "Kind"}),
        (any_of(KIND, FREE, "{type: 'null'}"), GOOD, "Kind"),
        (any_of(KIND, FREE, "{type: 'null'}"), None, "NoneType"),
        (any_of(DOG, CAT, FREE), {"type": "dog", "size": "big"}, "Dog"),
        (any_of(FREE, DOG, CAT), {"type": "cat", "name": "n"}, "Cat"),
        (any_of(DOG, CAT, FREE), {"type": "bird"}, "dict"),
        (any_of(DOG, CAT, FREE), {"z": 1}, "dict"),
    ],
)
def test_what_fits_a_model_is_one(talk: Talk, schema: str, data: Any, expected: Any) -> None:
    it = talk(things(schema), lambda _: json_reply(data), strict_responses=True)
    assert shape(it.call("things.check")) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [(GOOD, "Kind"), ({"z": 1}, "dict"), (None, "NoneType"), ({"kind": {}}, "dict")],
    ids=str,
)
def test_it_is_one_beside_what_does_not_fit(
    talk: Talk, caplog: pytest.LogCaptureFixture, data: Any, expected: str
) -> None:
    holder = "{$ref: '#/components/schemas/Holder'}"
    it = talk(things(holder), lambda _: json_reply({"id": "wrong", "it": data}))
    with caplog.at_level(logging.WARNING):
        found = it.call("things.check")
    assert (type(found).__name__, found.id, type(found.it).__name__) == ("Holder", "wrong", expected)
    assert len(caplog.records) == 1


def test_it_is_one_in_streams(talk: Talk) -> None:
    lines = "".join(f"{json.dumps(item)}\n" for item in (GOOD, {"z": 1}))
    reply = Reply(body=lines.encode(), headers={"Content-Type": "application/jsonl"})
    it = talk(things(any_of(FREE, KIND), "application/jsonl", "itemSchema"), lambda _: reply)
    found = it.flavour.collect(it.call("things.check"))
    assert [type(item).__name__ for item in found] == ["Kind", "dict"]


def test_values_of_maps_keep_their_form(talk: Talk) -> None:
    data = {"span": "PT90S"}
    it = talk(things(f"{{type: object, properties: {{it: {any_of(KIND, SPANS)}}}}}"), {"it": data})
    found = it.call("things.check")
    assert type(found.it) is dict
    assert isinstance(found.it["span"], dt.timedelta)
    assert json.loads(found.model_dump_json()) == {"it": data}
    assert found.model_dump(mode="json") == {"it": data}


def test_what_is_given_stays_what_it_is(talk: Talk) -> None:
    it = talk(things("{$ref: '#/components/schemas/Holder'}"), {"it": GOOD})
    answer = it.call("things.check")
    given = type(answer)(it={**GOOD, "name": None})
    assert given.model_dump(mode="json", exclude_unset=True) == {"it": {"kind": "a", "name": None}}
    assert type(given.it) is dict
    assert answer.model_dump(mode="json", exclude_unset=True) == {"it": GOOD}
    assert "anyOf" in type(answer).model_json_schema()["properties"]["it"]


def test_it_is_one_in_webhooks(build: Build) -> None:
    body = f"content: {{application/json: {{schema: {any_of(FREE, KIND)}}}}}"
    more = f"webhooks:\n  told:\n    post:\n      requestBody: {{{body}}}\n      responses: {{}}"
    api = build(document("", SCHEMAS, more=more).replace("paths:\n", "paths: {}\n"))
    found = [api.webhooks.parse_told(json.dumps(item)) for item in (GOOD, {"z": 1})]
    assert [type(item).__name__ for item in found] == ["Kind", "dict"]
