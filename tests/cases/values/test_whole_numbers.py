"""Numbers without point and exponent stay whole where the document says `number`: some take no `1.0`."""

from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Conversation, Talk, document
from tests.support.http_server import RecordedRequest, Reply

PATHS = """
/it:
  get:
    operationId: get
    tags: [it]
    responses:
      "200":
        description: d
        headers:
          X-Number: {schema: {type: number}}
          X-Numbers: {schema: {type: array, items: {type: number}}}
        content: {application/json: {schema: {$ref: '#/components/schemas/It'}}}
  put:
    operationId: put
    tags: [it]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/It'}}}}
    responses: {"204": {description: d}}
/number:
  get:
    operationId: getNumber
    tags: [it]
    responses: {"200": {description: d, content: {text/plain: {schema: {type: number}}}}}
/at/{n}:
  get:
    operationId: find
    tags: [it]
    parameters:
      - {name: n, in: path, required: true, schema: {type: number}}
      - {name: q, in: query, schema: {type: array, items: {type: number}}}
      - {name: X-H, in: header, schema: {type: number}}
    responses: {"204": {description: d}}
"""
SCHEMAS = """
It:
  type: object
  properties:
    n: {type: number}
    sure: {type: boolean}
    rows: {type: array, items: {type: number}}
    map: {type: object, additionalProperties: {type: number}}
    null_or: {type: [number, "null"]}
    text_or: {oneOf: [{type: number}, {type: string}, {type: boolean}]}
    pair: {type: array, prefixItems: [{type: number}, {type: string}]}
    either: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
    inner: {$ref: '#/components/schemas/It'}
    part: {$ref: '#/components/schemas/Part'}
  additionalProperties: {type: number}
Part:
  type: object
  required: [name]
  properties:
    name: {type: string}
    n: {type: number}
    either: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
  additionalProperties: {type: number}
A: {type: object, required: [a], properties: {a: {type: number}}}
B: {type: object, required: [b], properties: {b: {type: array, items: {type: number}}}}
"""
DOCUMENT = document(PATHS, SCHEMAS)
WHOLE = [
    '{"n":1}',
    '{"rows":[1,2.5,-3]}',
    '{"map":{"a":1,"b":1.5}}',
    '{"null_or":7}',
    '{"null_or":null}',
    '{"text_or":1}',
    '{"text_or":true}',
    '{"text_or":"1"}',
    '{"pair":[1,"a"]}',
    '{"either":{"a":1}}',
    '{"either":{"b":[1,2]}}',
    '{"inner":{"inner":{"n":4}}}',
    '{"further":5}',
    '{"n":1.0,"rows":[100.0,0.5]}',
]


def conversation(
    talk: Talk, text: str, headers: dict[str, str] | None = None, **options: Any
) -> Conversation:
    told = {"content-type": "application/json", **(headers or {})}

    def answer(request: RecordedRequest) -> Reply:
        is_read = request.method == "GET" and request.path == "/it"
        return Reply(body=text.encode(), headers=told) if is_read else Reply(status=204)

    return talk(DOCUMENT, answer, **options)


@pytest.mark.parametrize("text", WHOLE)
def test_numbers_go_back_as_they_came(text: str, talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    it = conversation(talk, text, strict_responses=True)
    came = it.call("it.get")
    it.call("it.put", came)
    assert it.server.requests[-1].body == text.encode()
    it.call("it.put", vars(came) | (came.model_extra or {}))
    assert came.model_dump_json(by_alias=True, exclude_unset=True) == text
    assert caplog.records == []


def test_a_number_with_an_exponent_is_no_int(talk: Talk) -> None:
    came = conversation(talk, '{"n":1e2,"rows":[1.0,1E0]}').call("it.get")
    assert [type(value) for value in (came.n, *came.rows)] == [float] * 3


def test_numbers_stay_whole_beside_what_does_not_fit(talk: Talk) -> None:
    text = '{"n":1,"rows":[1,2],"inner":{"n":2,"further":3,"sure":"no"},"sure":"no","further":4}'
    it = conversation(talk, text)
    came = it.call("it.get")
    assert repr([came.n, came.rows, came.inner.n, came.inner.further, came.further]) == "[1, [1, 2], 2, 3, 4]"


def test_numbers_stay_whole_in_what_lacks_a_part(talk: Talk) -> None:
    part = conversation(talk, '{"part":{"n":1,"either":{"c":1},"further":2}}').call("it.get").part
    assert repr((part.name, part.n, part.further)) == "(None, 1, 2)"


def test_numbers_stay_whole_in_what_fits_no_variant(talk: Talk) -> None:
    text = '{"n":1,"either":{"c":1},"text_or":[1],"map":{"a":"no","b":2},"further":"no"}'
    came = conversation(talk, text).call("it.get")
    assert repr((came.n, came.map, came.text_or)) == "(1, {'a': 'no', 'b': 2}, [1])"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("-12", -12), ("1.0", 1.0), ("1e2", 100.0), ("0.5", 0.5), ("9" * 400, int("9" * 400))],
)
def test_numbers_are_as_they_came_outside_of_json(text: str, value: float, talk: Talk) -> None:
    headers = {"x-number": text, "x-numbers": f"{text},{text}"}
    it = conversation(talk, "{}", headers)
    found = it.flavour.call(it.client.with_response(it.client.it.get))
    assert repr(found.headers) == repr({"X-Number": value, "X-Numbers": [value, value]})
    plain = talk(DOCUMENT, lambda _: Reply(body=text.encode(), headers={"content-type": "text/plain"}))
    assert repr(plain.call("it.get_number")) == repr(value)


def test_more_digits_than_python_reads_are_no_exception(talk: Talk) -> None:
    """Thousands of zeros before a number in a header, or in a text, are read as `float` reads them."""
    text = "0" * 5000 + "1"
    found = conversation(talk, "{}", {"x-number": text})
    answer = found.flavour.call(found.client.with_response(found.client.it.get))
    assert answer.headers == {"X-Number": 1.0}
    plain = talk(DOCUMENT, lambda _: Reply(body=text.encode(), headers={"content-type": "text/plain"}))
    assert plain.call("it.get_number") == 1.0


def test_whole_numbers_are_sent_as_such(talk: Talk) -> None:
    it = conversation(talk, '{"n":3}')
    came = it.call("it.get")
    it.call("it.find", came.n, q=[came.n, 1.5], x_h=came.n)
    request = it.server.requests[-1]
    assert (request.target, request.headers["x-h"]) == ("/at/3?q=3&q=1.5", "3")
    it.call("get", f"/at/{came.n}")
    assert it.server.requests[-1].target == "/at/3"


FORMATS = {
    "whole": ["int32", "int64", "uint32", "Int", "integer", "long"],
    "any": ["float", "double", "decimal", "interest"],
}


@pytest.mark.parametrize(("kind", "format_"), [(kind, name) for kind in FORMATS for name in FORMATS[kind]])
def test_a_number_is_whole_where_its_format_is(kind: str, format_: str, build: Build) -> None:
    told = f"It: {{type: object, properties: {{n: {{type: number, format: {format_}}}}}}}"
    api = build(document(PATHS, told))
    assert api.models.It.__annotations__["n"] == (int | None if kind == "whole" else float | None)


@pytest.mark.parametrize("told", ["example: 1.5", "examples: [1, 0.5]", "minimum: 0.5", "default: 0.1"])
def test_a_format_says_nothing_where_values_have_fractions(told: str, build: Build) -> None:
    schema = f"It: {{type: object, properties: {{n: {{type: number, format: int32, {told}}}}}}}"
    api = build(document(PATHS, schema))
    assert api.models.It.__annotations__["n"] == float | None
