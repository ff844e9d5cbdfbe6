"""Operations: what they inherit, and the defaults of what they do not say."""

from textwrap import indent

import pytest

from generator.diagnostics import InputError
from generator.ir import (
    Anything,
    Array,
    Body,
    Const,
    Content,
    Header,
    Integer,
    Map,
    Nullable,
    Origin,
    Parameter,
    PartEncoding,
    Reference,
    Requirement,
    Response,
    Scheme,
    Server,
    ServerVariable,
    String,
    Type,
)
from tests.support.documents import api, at, noted, operation

MOMENT = String("date-time")
PETS = "/paths/~1pets"
SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: Bearer}
"""


def parameter(text: str) -> Parameter:
    """Return the only parameter of an operation, given in one line."""
    (found,) = operation(f"paths:\n  /pets: {{get: {{parameters: [{text}]}}}}").parameters
    return found


def body(text: str) -> Body | None:
    """Return the request body of an operation, given in one line."""
    return operation(f"paths:\n  /pets: {{post: {{requestBody: {text}}}}}").body


def responses(text: str) -> tuple[Response, ...]:
    """Return the responses of an operation, given as a block."""
    return operation(f"paths:\n  /pets:\n    get:\n      responses:\n{indent(text, '        ')}").responses


# --- parameters ---


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


# --- bodies ---


def test_bodies() -> None:
    here = at(f"{PETS}/post/requestBody")
    text = Content(media_type="text/plain", type=String())
    assert body("{content: {text/plain: {schema: {type: string}}}}") == Body(
        contents=(text,), required=False, location=here
    )
    assert body(
        "{required: true, description: A pet, content: {text/plain: {schema: {type: string}}, a/b: {}}}"
    ) == Body(
        contents=(Content(media_type="a/b", type=Anything()), text),
        required=True,
        description="A pet",
        location=here,
    )


def test_a_body_without_media_type_is_bytes() -> None:
    assert body("{required: true}") == Body(
        contents=(Content(media_type="application/octet-stream", type=String("binary")),),
        required=True,
        location=at(f"{PETS}/post/requestBody"),
    )


def test_encodings_of_a_form() -> None:
    found = body(
        "{content: {multipart/form-data: {schema: {type: object}, encoding:"
        " {b: {contentType: 'image/png, a/b'}, a: {style: form, explode: false, allowReserved: true}}}}}"
    )
    assert found is not None
    assert found.contents[0].encodings == (
        PartEncoding(property="a", style="form", explode=False, allow_reserved=True),
        PartEncoding(property="b", content_types=("image/png", "a/b")),
    )


def test_headers_of_parts() -> None:
    found = api("""
paths:
  /pets:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object}
            encoding:
              photo:
                headers:
                  X-Const: {schema: {const: a}}
                  X-Only: {schema: {type: integer, enum: [3]}}
                  X-Default: {schema: {$ref: '#/components/schemas/Flag'}}
                  X-Free: {schema: {type: string}}
                  X-Shared: {$ref: '#/components/headers/Shared'}
                  Content-Type: {schema: {type: string}}
          application/x-www-form-urlencoded:
            schema: {type: object}
            encoding: {photo: {headers: {X-Free: {schema: {type: string}}}}}
      responses:
        200:
          content: {multipart/mixed: {encoding: {photo: {headers: {X-Free: {schema: {type: string}}}}}}}
components:
  schemas: {Flag: {type: boolean, default: true}}
  headers: {Shared: {schema: {allOf: [{type: string}, {enum: [b]}]}}}
""")
    sent = found.operations[0].body
    assert sent is not None
    assert [content.encodings for content in sent.contents] == [
        (PartEncoding(property="photo"),),
        (
            PartEncoding(
                property="photo",
                headers=(("X-Const", "a"), ("X-Default", "true"), ("X-Only", "3"), ("X-Shared", "b")),
            ),
        ),
    ]
    assert found.operations[0].responses[0].contents[0].encodings == ()
    parts = f"{PETS}/post/requestBody/content/multipart~1form-data/encoding/photo/headers"
    assert noted(found) == [("part-header", f"{parts}/X-Free")]
    assert (
        found.ledger[0].message == "the header 'X-Free' of the part 'photo' is given with File(headers=...)"
    )


def test_a_shared_body_is_where_it_stands() -> None:
    found = operation("""
paths: {/pets: {put: {requestBody: {$ref: '#/components/requestBodies/Pet'}}}}
components: {requestBodies: {Pet: {content: {application/json: {schema: {properties: {x: {}}}}}}}}
""").body
    pet = at("/components/requestBodies/Pet")
    type_ = Reference(pet.child("content", "application/json", "schema"))
    assert found == Body(
        contents=(Content(media_type="application/json", type=type_),), required=False, location=pet
    )


# --- responses ---


def test_responses_by_status() -> None:
    assert responses("""
default: {description: Else}
204: {description: Gone}
'4xx': {description: Bad}
'200': {description: Good, content: {application/json: {schema: {type: object}}}}
x-more: {}
""") == (
        Response(
            status="200",
            contents=(Content(media_type="application/json", type=Map(Anything())),),
            description="Good",
            location=at(f"{PETS}/get/responses/200"),
        ),
        Response(status="204", description="Gone", location=at(f"{PETS}/get/responses/204")),
        Response(status="4XX", description="Bad", location=at(f"{PETS}/get/responses/4xx")),
        Response(status="default", description="Else", location=at(f"{PETS}/get/responses/default")),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("application/json: {example: 1}, '*/*': {schema: {type: integer}}", Integer()),
        ("application/json: {}, 'application/*': {schema: {type: integer}}, '*/*': {schema: {}}", Integer()),
        (
            "application/json: , 'application/*': {schema: {type: integer}}, '*/*': {schema: {const: a}}",
            Integer(),
        ),
        ("application/json: {schema: {}}, '*/*': {schema: {type: integer}}", Anything()),
        ("application/json: {}, 'text/*': {schema: {type: string}}", Anything()),
        ("application/json: {}, 'application/xml': {schema: {type: integer}}", Anything()),
    ],
)
def test_json_of_which_nothing_is_said_has_the_type_of_its_range(content: str, expected: Type) -> None:
    (found,) = responses(f"'200': {{content: {{{content}}}}}")
    assert {item.media_type: item.type for item in found.contents}["application/json"] == expected


@pytest.mark.parametrize(
    "content",
    [
        "application/json: {examples: {}}, application/json; charset=utf-8: {schema: {type: integer}}",
        "application/json: {schema: {type: integer}}, Application/JSON; charset=utf-8: {}",
        "application/json: {}, application/json;a=b: {schema: {type: integer}}, '*/*': {schema: {const: a}}",
        "multipart/form-data: {}, multipart/form-data; boundary=x: {schema: {type: integer}}",
    ],
)
def test_contents_of_one_essence_have_one_type(content: str) -> None:
    (answered,) = responses(f"'200': {{content: {{{content}}}}}")
    sent = body(f"{{content: {{{content.replace('integer', 'string')}}}}}")
    assert {item.type for item in answered.contents if "*" not in item.media_type} == {Integer()}
    assert sent is not None
    assert len({item.type for item in sent.contents if "*" not in item.media_type}) == 1


def test_contents_of_one_essence_have_items_of_one_type() -> None:
    (found,) = responses(
        "'200': {content: {text/event-stream: {}, text/event-stream; v=1: {itemSchema: {type: integer}}}}"
    )
    assert [item.item for item in found.contents] == [Integer(), Integer()]


def test_headers_links_and_items_of_a_response() -> None:
    (found,) = responses("""
200:
  headers: {X-B: {schema: {type: integer}, description: Left}, X-A: {}}
  links: {next: {}, first: {}}
  content: {application/jsonl: {itemSchema: {type: string}}}
""")
    assert found.headers == (
        Header(name="X-A", type=Anything()),
        Header(name="X-B", type=Integer(), description="Left"),
    )
    assert found.links == ("first", "next")
    assert found.contents == (Content(media_type="application/jsonl", type=Anything(), item=String()),)


def test_inline_schemas_of_responses_are_named_after_their_status() -> None:
    found = api("""
paths:
  /pets:
    get:
      responses:
        200: {content: {application/json: {schema: {properties: {x: {}}}}}}
        404: {$ref: '#/components/responses/Missing'}
components: {responses: {Missing: {content: {application/json: {schema: {properties: {x: {}}}}}}}}
""")
    assert [definition.origin for definition in found.definitions.values()] == [
        Origin("Missing"),
        Origin("get /pets", ("response 200",), operation=True),
    ]


# --- servers ---


def test_the_nearest_servers_count() -> None:
    found = api("""
servers:
  - url: https://{region}.example.com
    description: Near you
    variables: {region: {default: eu, enum: [eu, us], description: Where}}
paths:
  /a: {get: {}}
  /b: {servers: [{url: https://item}], get: {}, put: {servers: [{url: https://own}]}}
""")
    region = ServerVariable(name="region", default="eu", values=("eu", "us"), description="Where")
    assert found.servers == (
        Server(url="https://{region}.example.com", variables=(region,), description="Near you"),
    )
    assert [operation.servers for operation in found.operations] == [
        (),
        (Server(url="https://item"),),
        (Server(url="https://own"),),
    ]


# --- security ---


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("{}", (("key",),)),
        ("{security: []}", ()),
        ("{security: [{}]}", ()),
        ("{security: [{}, {}]}", ()),
        ("{security: [{token: []}, {}]}", (("token",), ())),
        ("{security: [{token: [], key: []}]}", (("key", "token"),)),
        ("{security: [{key: []}, {key: []}]}", (("key",),)),
        ("{security: [{nobody: []}, {key: []}]}", (("key",),)),
    ],
)
def test_security(stated: str, expected: tuple[Requirement, ...]) -> None:
    text = f"security: [{{key: []}}]\npaths: {{/pets: {{get: {stated}}}}}"
    assert operation(text + SCHEMES).security == expected


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("{type: http, scheme: bearer}", "{type: http, scheme: basic}", ["credentials-in-one-place"]),
        ("{type: http, scheme: bearer}", "{type: oauth2, flows: {}}", ["credentials-in-one-place"]),
        ("{type: http, scheme: bearer}", "{type: apiKey, in: header, name: X-Key}", []),
        ("{type: http, scheme: bearer}", "{type: mutualTLS}", []),
        ("{type: apiKey, in: query, name: a}", "{type: apiKey, in: query, name: b}", []),
    ],
)
def test_credentials_that_travel_in_one_place_are_in_the_ledger(
    first: str, second: str, codes: list[str]
) -> None:
    schemes = f"components: {{securitySchemes: {{a: {first}, b: {second}}}}}\n"
    found = api(f"{schemes}paths: {{/pets: {{get: {{security: [{{a: [], b: []}}, {{a: []}}]}}}}}}")
    assert [code for code, _ in noted(found) if code.startswith("credentials")] == codes


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("a: [], b: []", (("a",), ("b",))),
        ("a: [], b: [], k: []", (("a", "k"), ("b", "k"))),
        ("a: [], k: []", (("a", "k"),)),
        ("a: [], m: []", (("a", "m"),)),
        ("", ()),
    ],
)
def test_any_of_the_credentials_that_travel_in_one_place_is_enough(
    keys: str, expected: tuple[Requirement, ...]
) -> None:
    bearer, oauth = "{type: http, scheme: bearer}", "{type: oauth2, flows: {}}"
    others = "k: {type: apiKey, in: query, name: k}, m: {type: mutualTLS}"
    schemes = f"components: {{securitySchemes: {{a: {bearer}, b: {oauth}, {others}}}}}\n"
    assert operation(f"{schemes}paths: {{/pets: {{get: {{security: [{{{keys}}}]}}}}}}").security == expected


@pytest.mark.parametrize(
    "key", ["#/components/securitySchemes/key", "api.yaml#/components/securitySchemes/key"]
)
def test_a_scheme_is_also_called_by_its_uri(key: str) -> None:
    text = f"$self: api.yaml\npaths: {{/pets: {{get: {{security: [{{'{key}': []}}]}}}}}}{SCHEMES}"
    found = api(text, version="3.2.0")
    assert (found.operations[0].security, noted(found)) == ((("key",),), [])


def test_a_scheme_that_nobody_declares_is_in_the_ledger() -> None:
    found = api("paths: {/pets: {get: {security: [{nobody: []}]}}}")
    assert noted(found) == [("unknown-security-scheme", f"{PETS}/get/security/0")]


@pytest.mark.parametrize(
    ("stated", "kind", "name"),
    [
        ("{type: apiKey, in: query, name: key}", "query", "key"),
        ("{type: apiKey, in: cookie, name: sid}", "cookie", "sid"),
        ("{type: apiKey, name: X-Key}", "header", "X-Key"),
        ("{type: http, scheme: BASIC}", "basic", ""),
        ("{type: http, scheme: bearer}", "bearer", ""),
        ("{type: http, scheme: Hawk}", "other-http", "Hawk"),
        ("{type: oauth2, flows: {}}", "bearer", ""),
        ("{type: openIdConnect, openIdConnectUrl: https://x}", "bearer", ""),
        ("{type: mutualTLS}", "mutual-tls", ""),
    ],
)
def test_schemes(stated: str, kind: str, name: str) -> None:
    (found,) = api(f"components: {{securitySchemes: {{it: {stated}}}}}").schemes
    assert (found.key, found.kind, found.name) == ("it", kind, name)


def test_prose_names_the_environment_variable() -> None:
    found = api(
        "components: {securitySchemes: {it: {type: http, scheme: bearer,"
        " description: Set the `ACME_TOKEN` environment variable.}}}"
    )
    here = at("/components/securitySchemes/it")
    assert found.schemes == (
        Scheme(
            key="it",
            kind="bearer",
            description="Set the `ACME_TOKEN` environment variable.",
            environment="ACME_TOKEN",
            location=here,
        ),
    )


# --- paths ---


def test_operations_are_sorted_by_path_and_method() -> None:
    found = api("""
paths:
  /b: {get: {}}
  x-more: {get: {}}
  /a:
    summary: About pets
    query: {}
    delete: {summary: Delete}
    get: {}
    additionalOperations: {COPY: {operationId: copyPets}}
""")
    assert [(item.path, item.method, item.operation_id, item.summary) for item in found.operations] == [
        ("/a", "GET", None, "About pets"),
        ("/a", "DELETE", None, "Delete"),
        ("/a", "QUERY", None, "About pets"),
        ("/a", "COPY", "copyPets", "About pets"),
        ("/b", "GET", None, ""),
    ]


def test_paths_that_share_an_item_are_two() -> None:
    found = api("""
paths:
  /a: {$ref: '#/components/pathItems/Shared'}
  /b: {$ref: '#/components/pathItems/Shared', summary: Mine}
components: {pathItems: {Shared: {get: {operationId: read}}}}
""")
    assert [(item.location, item.operation_id, item.summary) for item in found.operations] == [
        (at("/paths/~1a/get"), "read", ""),
        (at("/paths/~1b/get"), "read", "Mine"),
    ]


def test_a_reference_to_an_operation_is_followed() -> None:
    found = operation(
        "paths: {/a: {get: {$ref: '#/x-operations/read'}}}\nx-operations: {read: {operationId: read}}"
    )
    assert (found.location, found.operation_id) == (at("/paths/~1a/get"), "read")


def test_what_an_operation_says() -> None:
    found = operation("""
paths:
  /a:
    get:
      {tags: [x, y], deprecated: true, description: ' Why ', x-oasmith-name: read, x-oasmith-group: pets}
""")
    assert (found.tags, found.deprecated, found.description) == (("x", "y"), True, "Why")
    assert (found.python_name, found.python_group) == ("read", "pets")


def test_what_openapi_refuses_is_left_out() -> None:
    found = api("paths: {/a: {get: {tags: [[1]], deprecated: perhaps, operationId: a}}}")
    assert found.operations[0].operation_id == "a"
    assert noted(found) == [
        ("refused-value", "/paths/~1a/get/deprecated"),
        ("refused-value", "/paths/~1a/get/tags"),
    ]


def test_numbers_are_read_as_the_text_that_they_stand_for() -> None:
    found = api("""
openapi: 3.0.3
info: {title: 2024, version: 1.5}
servers: [{url: 'https://a.test:{port}', variables: {port: {default: 443, enum: [443, 8443]}}}]
paths: {/a: {get: {tags: [1], operationId: 5}}}
""")
    assert (found.title, found.version) == ("2024", "1.5")
    assert found.servers[0].variables == (ServerVariable(name="port", default="443", values=("443", "8443")),)
    assert (found.operations[0].tags, found.operations[0].operation_id) == (("1",), "5")
    assert noted(found) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "multipart/form-data: {schema: {type: string, format: binary}}",
            ("multipart/form-data", Map(Anything())),
        ),
        (
            "application/x-www-form-urlencoded: {schema: {type: string}}",
            ("application/x-www-form-urlencoded", String()),
        ),
    ],
)
def test_a_form_has_names(content: str, expected: tuple[str, Type]) -> None:
    found = body(f"{{content: {{{content}}}}}")
    assert found is not None
    assert [(item.media_type, item.type) for item in found.contents] == [expected]


def test_statuses_in_all_spellings() -> None:
    found = api("paths: {/a: {get: {responses: {'200,201': {}, 4xx: {}, Default: {}, ok: {}, x-a: {}}}}}")
    assert [item.status for item in found.operations[0].responses] == ["200", "201", "4XX", "default"]
    assert noted(found) == [("bad-status", "/paths/~1a/get/responses/ok")]


def test_webhooks_are_kept_apart() -> None:
    found = api("webhooks: {paid: {post: {operationId: onPaid}}}")
    assert found.operations == ()
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]


def test_webhooks_of_documents_that_know_none() -> None:
    text = "x-webhooks: {paid: {post: {operationId: onPaid}}, x-more: true}"
    found = api(text, version="3.0.3")
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]
    assert noted(found) == [("extended-webhooks", "/x-webhooks")]
    assert [entry.kind for entry in found.ledger] == ["approximated"]
    assert api(text).webhooks == ()


def test_webhooks_that_are_written_as_callbacks() -> None:
    text = "x-webhooks: {paid: {'{$request.body#/url}': {post: {operationId: onPaid}}}}"
    found = api(text, version="3.0.3")
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]


@pytest.mark.parametrize(
    ("text", "place"), [("x-webhooks: 5", "/x-webhooks"), ("x-webhooks: {a: 5}", "/x-webhooks/a")]
)
def test_webhooks_of_the_wrong_kind_are_told(text: str, place: str) -> None:
    found = api(text, version="3.0.3")
    assert found.webhooks == ()
    assert ("wrong-type", place) in noted(found)


# --- the document ---


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{openapi: 4.0.0}", "unsupported-version"),
        ("{openapi: 2.0.0}", "unsupported-version"),
        ("{swagger: '2.0', 'openapi:': ''}", "swagger-2"),
        ("{'openapi:': 3.1.0}", "not-openapi"),
    ],
)
def test_documents_that_are_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        api(text)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]


def test_every_broken_reference_is_told() -> None:
    with pytest.raises(InputError) as caught:
        api("""
paths:
  /a: {get: {parameters: [{$ref: '#/x'}], requestBody: {$ref: '#/y'}, responses: {200: {$ref: '#/z'}}}}
""")
    assert [diagnostic.message for diagnostic in caught.value.diagnostics] == [
        "'#/x' does not exist",
        "'#/y' does not exist",
        "'#/z' does not exist",
    ]


def test_a_path_without_a_slash_gets_one() -> None:
    """Behind a base URL it would be a part of the host, which is another server's."""
    found = api(
        "paths:\n  .evil.test/steal: {get: {}}\n  ':9999/a': {get: {}}\n  pets: {get: {}}\n  /b: {get: {}}"
    )
    assert sorted(it.path for it in found.operations) == ["/.evil.test/steal", "/:9999/a", "/b", "/pets"]
    assert [code for code, _ in noted(found)] == ["path-without-slash"] * 3
    assert {entry.kind for entry in found.ledger} == {"approximated"}


def test_a_path_that_is_there_with_a_slash_too_is_told() -> None:
    found = api("paths:\n  pets: {get: {operationId: a}}\n  /pets: {get: {operationId: b}}")
    assert [it.operation_id for it in found.operations] == ["b"]
    assert [(entry.code, entry.kind) for entry in found.ledger] == [("path-without-slash", "ignored")]


@pytest.mark.parametrize(
    "target", ["#/paths", "#/paths/~1pets", "#/paths/~1pets/get", "#/components", "#/info"]
)
def test_a_schema_may_be_said_to_be_anything_there_is(target: str) -> None:
    found = api(
        "paths: {/pets: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '"
        + target
        + "'}}}}}}}}\ncomponents: {}"
    )
    assert len(found.operations) == 1


def test_methods_in_capitals_are_methods() -> None:
    found = api("paths:\n  /b: {GET: {operationId: a}, Post: {operationId: b}, x-Get: {operationId: c}}")
    assert [(it.method, it.operation_id) for it in found.operations] == [("GET", "a"), ("POST", "b")]
    assert [code for code, _ in noted(found)] == ["method-in-capitals"] * 2
    assert [entry.kind for entry in found.ledger] == ["approximated"] * 2


@pytest.mark.parametrize(
    "keys", ["get: {operationId: a}, GET: {operationId: b}", "get: {operationId: a}, link: {responses: {}}"]
)
def test_what_looks_like_an_operation_and_is_none_is_told(keys: str) -> None:
    found = api(f"paths:\n  /b: {{{keys}}}")
    assert [it.operation_id for it in found.operations] == ["a"]
    assert [(entry.code, entry.kind) for entry in found.ledger] == [("unknown-method", "ignored")]


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
