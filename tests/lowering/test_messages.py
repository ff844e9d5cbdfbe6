"""Request bodies and responses: their contents, and how parts of forms travel."""

from textwrap import indent

import pytest

from generator.ir import (
    Anything,
    Body,
    Content,
    Header,
    Integer,
    Map,
    Origin,
    PartEncoding,
    Reference,
    Response,
    String,
    Type,
)
from tests.support.documents import PETS, api, at, noted, operation


def body(text: str) -> Body | None:
    """Return the request body of an operation, given in one line."""
    return operation(f"paths:\n  /pets: {{post: {{requestBody: {text}}}}}").body


def responses(text: str) -> tuple[Response, ...]:
    """Return the responses of an operation, given as a block."""
    return operation(f"paths:\n  /pets:\n    get:\n      responses:\n{indent(text, '        ')}").responses


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
