"""Parameters: which are sent, and the defaults of how."""

import pytest

from generator.ir import Anything, Array, Const, Integer, Nullable, Origin, Parameter, String, Type
from tests.support.documents import PETS, api, at, noted, operation

MOMENT = String("date-time")


def parameter(text: str) -> Parameter:
    """Return the only parameter of an operation, given in one line."""
    (found,) = operation(f"paths:\n  /pets: {{get: {{parameters: [{text}]}}}}").parameters
    return found


def test_an_operation_overrides_the_parameters_of_its_path() -> None:
    found = operation("""
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: size, in: query, schema: {type: string}}
    get:
      parameters:
        - {name: size, in: header, schema: {type: integer}}
        - {name: size, in: query, schema: {type: integer}}
""")
    assert [(item.name, item.where, item.type, item.location.pointer) for item in found.parameters] == [
        ("id", "path", String(), "/paths/~1pets~1{id}/parameters/0"),
        ("size", "query", Integer(), "/paths/~1pets~1{id}/get/parameters/1"),
        ("size", "header", Integer(), "/paths/~1pets~1{id}/get/parameters/0"),
    ]


def test_a_path_parameter_that_nobody_declares_is_text() -> None:
    found = api("paths: {'/pets/{id}/{}': {get: {}}}")
    get = at("/paths/~1pets~1{id}~1{}/get")
    assert found.operations[0].parameters == (
        Parameter(
            name="id", where="path", type=String(), style="simple", explode=False, required=True, location=get
        ),
    )
    assert noted(found) == [("undeclared-path-parameter", get.pointer)]


def test_parameters_that_cannot_be_sent_are_left_out() -> None:
    found = api("""
paths:
  /pets:
    get:
      parameters: [{name: id, in: path}, {in: query}, {name: x, in: body}]
""")
    assert found.operations[0].parameters == ()
    assert noted(found) == [
        ("unused-path-parameter", f"{PETS}/get/parameters/0"),
        ("bad-parameter", f"{PETS}/get/parameters/1"),
        ("bad-parameter", f"{PETS}/get/parameters/2"),
    ]


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_are_said_by_other_means_are_ignored(name: str) -> None:
    assert (
        operation(f"paths: {{/pets: {{get: {{parameters: [{{name: {name}, in: header}}]}}}}}}").parameters
        == ()
    )


@pytest.mark.parametrize(
    ("text", "style", "explode"),
    [
        ("in: query", "form", True),
        ("in: cookie", "form", True),
        ("in: header", "simple", False),
        ("in: querystring", "form", True),
        ("in: query, explode: false", "form", False),
        ("in: query, style: pipeDelimited", "pipeDelimited", False),
        ("in: query, style: spaceDelimited, explode: true", "spaceDelimited", True),
        ("in: query, style: deepObject", "deepObject", True),
        ("in: query, style: matrix", "form", True),
        ("in: query, style: 3, explode: perhaps", "form", True),
        ("in: cookie, style: cookie", "cookie", True),
        ("in: cookie, style: cookie, explode: false", "cookie", False),
    ],
)
def test_styles(text: str, style: str, explode: bool) -> None:
    found = parameter(f"{{name: x, {text}}}")
    assert (found.style, found.explode) == (style, explode)


@pytest.mark.parametrize(
    ("text", "dates", "type_"),
    [
        ("If-Modified-Since, in: header, schema: {type: string}", "http-date", MOMENT),
        ("if-unmodified-since, in: header, schema: {type: string, format: date-time}", "http-date", MOMENT),
        ("X-At, in: header, schema: {type: string, format: date-time-rfc1123}", "http-date", MOMENT),
        ("If-Range, in: header, schema: {type: [string, 'null']}", "http-date", Nullable(MOMENT)),
        ("Date, in: header, example: 'Sun, 06 Nov 1994', schema: {type: string}", "http-date", MOMENT),
        ("If-Range, in: header, example: '\"tag\"', schema: {type: string}", "http-date", MOMENT),
        ("Date, in: header, schema: {$ref: '#/components/schemas/Day'}", "http-date", MOMENT),
        ("Date, in: header, example: 2024-01-02T03:04:05Z, schema: {type: string}", "rfc3339", String()),
        ("Date, in: header, schema: {type: string, example: '1715947200'}", "rfc3339", String()),
        ("Date, in: header, schema: {type: integer}", "rfc3339", Integer()),
        ("Date, in: header, schema: {const: now, type: string}", "rfc3339", Const("now")),
        (
            "Date, in: header, x-oasmith-dates: epoch-seconds, schema: {type: string}",
            "epoch-seconds",
            String(),
        ),
        ("At, in: query, x-oasmith-dates: http-date, schema: {type: string}", "http-date", MOMENT),
        ("At, in: query, x-oasmith-dates: http-date, schema: {type: integer}", "http-date", Integer()),
        ("Date, in: query, schema: {type: string, format: date-time}", "rfc3339", MOMENT),
        ("X-At, in: header, schema: {type: string, format: date-time}", "rfc3339", MOMENT),
    ],
)
def test_dates_of_http_in_headers(text: str, dates: str, type_: Type) -> None:
    (found,) = operation(
        f"paths: {{/pets: {{get: {{parameters: [{{name: {text}}}]}}}}}}\n"
        "components: {schemas: {Day: {type: string}}}"
    ).parameters
    assert (found.dates, found.type) == (dates, type_)


@pytest.mark.parametrize(
    ("text", "reserved", "slashes"),
    [
        ("in: path, x-ms-skip-url-encoding: true", True, True),
        ("in: path, x-ms-skip-url-encoding: false", False, False),
        ("in: path, allowReserved: true", True, False),
        ("in: query, x-ms-skip-url-encoding: true", False, False),
    ],
)
def test_what_stays_as_it_is_in_a_path(text: str, reserved: bool, slashes: bool) -> None:
    (found,) = operation(
        f"paths: {{'/pets/{{id}}': {{get: {{parameters: [{{name: id, {text}}}]}}}}}}"
    ).parameters[:1]
    assert (found.allow_reserved, found.allow_slashes) == (reserved, slashes)


def test_what_a_parameter_says() -> None:
    found = parameter(
        "{name: x, in: query, required: true, allowReserved: true, deprecated: true, description: ' Why ',"
        " schema: {type: integer, default: 1, minimum: 1}, x-oasmith-name: number,"
        " x-oasmith-lists: comma, x-oasmith-objects: dots, x-oasmith-dates: never}"
    )
    assert found == Parameter(
        name="x",
        where="query",
        type=Integer(),
        style="form",
        explode=True,
        required=True,
        allow_reserved=True,
        lists="comma",
        objects="dots",
        dates="rfc3339",
        description="Why",
        deprecated=True,
        default="1",
        notes=("at least 1",),
        python_name="number",
        location=at(f"{PETS}/get/parameters/0"),
    )


def test_a_parameter_with_a_media_type() -> None:
    found = parameter("{name: x, in: query, content: {application/json: {schema: {items: {type: string}}}}}")
    assert (found.media_type, found.type) == ("application/json", Array(String()))


def test_an_inline_schema_of_a_parameter_is_named_after_both() -> None:
    found = api("paths: {/pets: {get: {parameters: [{name: f, in: query, schema: {properties: {x: {}}}}]}}}")
    (definition,) = found.definitions.values()
    assert (definition.origin, definition.home) == (Origin("get /pets", ("f",), True), at(f"{PETS}/get"))


@pytest.mark.parametrize(("version", "said"), [("3.0.4", "Theirs"), ("3.1.1", "Mine"), ("3.2.0", "Mine")])
def test_what_is_said_beside_a_reference_comes_first(version: str, said: str) -> None:
    found = api(
        """
paths:
  /pets:
    post:
      parameters: [{$ref: '#/components/parameters/It', description: Mine, required: true}]
      requestBody: {$ref: '#/components/requestBodies/It', description: Mine}
      responses: {200: {$ref: '#/components/responses/It', description: Mine}}
components:
  parameters: {It: {name: it, in: query, description: Theirs}}
  requestBodies: {It: {content: {text/plain: {}}, description: Theirs}}
  responses: {It: {description: Theirs}}
""",
        version=version,
    ).operations[0]
    assert found.body is not None
    (parameter,) = found.parameters
    assert not parameter.required
    assert parameter.description == found.body.description == found.responses[0].description == said


def test_a_shared_parameter_names_its_schema_itself() -> None:
    found = api("""
paths: {/pets: {get: {parameters: [{$ref: '#/components/parameters/Kind'}]}}}
components: {parameters: {Kind: {name: kind, in: query, schema: {enum: [a, b]}}}}
""")
    (definition,) = found.definitions.values()
    kind = at("/components/parameters/Kind")
    assert (definition.location, definition.origin) == (kind.child("schema"), Origin("Kind"))
    assert found.operations[0].parameters[0].location == kind


def test_a_parameter_that_is_there_twice_is_told() -> None:
    two = "{name: l, in: query, schema: {type: array}}, {name: l, in: query, schema: {type: integer}}"
    found = api(f"paths:\n  /b: {{get: {{parameters: [{two}]}}}}")
    assert [it.type for it in found.operations[0].parameters] == [Integer()]
    assert [(entry.code, entry.kind) for entry in found.ledger] == [("double-parameter", "ignored")]
    one, other = two.split("}}, ")
    replaced = api(f"paths:\n  /b: {{parameters: [{one}}}}}], get: {{parameters: [{other}]}}}}")
    assert ([it.type for it in replaced.operations[0].parameters], replaced.ledger) == ([Integer()], ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [("type: string, enum: [a]", Const("a")), ("type: array, items: {type: integer}", Array(Integer()))],
)
def test_a_parameter_as_in_swagger_is_what_it_says_and_told(said: str, expected: Type) -> None:
    found = api(f"paths:\n  /b: {{get: {{parameters: [{{name: l, in: query, {said}}}]}}}}")
    assert found.operations[0].parameters[0].type == expected
    assert [(entry.code, entry.kind) for entry in found.ledger] == [
        ("parameter-without-schema", "approximated")
    ]


def test_a_parameter_of_which_nothing_is_said_is_any_value() -> None:
    found = api("paths:\n  /b: {get: {parameters: [{name: l, in: query}]}}")
    assert (found.operations[0].parameters[0].type, found.ledger) == (Anything(), ())
