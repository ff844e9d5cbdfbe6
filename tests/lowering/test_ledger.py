"""The ledger: what is left out is ignored, what stands for something else is approximated."""

import pytest

from generator.inference.infer import infer
from generator.ir import String
from tests.support.documents import api

IT = "/components/schemas/It/"
ENCODED = "{application/x-www-form-urlencoded: {schema: {}, encoding: {a: {explode: false}}}}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: {/pets: {get: {parameters: [{name: id, in: path}]}}}", "unused-path-parameter"),
        ("paths: {/pets: {get: {parameters: [{name: id, in: body}]}}}", "bad-parameter"),
        ("paths: {/pets: {get: {deprecated: perhaps}}}", "refused-value"),
        ("paths: {/pets: {get: {security: [{key: []}]}}}", "unknown-security-scheme"),
        ("components: {schemas: {It: {required: true}}}", "wrong-type"),
        ("components: {schemas: {It: {oneOf: [{}, {}], discriminator: {}}}}", "bad-discriminator"),
        ("components: {schemas: {It: {$ref: '#/components/schemas/Nope'}}}", "unresolved-reference"),
    ],
)
def test_what_is_left_out_is_ignored(text: str, code: str) -> None:
    assert [(entry.kind, entry.code) for entry in api(text).ledger] == [("ignored", code)]


def test_encodings_of_what_has_none_are_no_loss() -> None:
    content = ENCODED.replace("x-www-form-urlencoded", "json")
    parameter = f"{{name: a, in: query, content: {content}}}"
    assert api(f"paths: {{/pets: {{get: {{parameters: [{parameter}]}}}}}}").ledger == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: {'/pets/{id}': {get: {}}}", "undeclared-path-parameter"),
        ("paths: {/pets: {get: {parameters: [{name: a, in: query, style: label}]}}}", "misplaced-style"),
        ("paths: {/pets: {post: {requestBody: {content: {}}}}}", "empty-body"),
        (
            f"paths: {{/pets: {{get: {{parameters: [{{name: a, in: querystring, content: {ENCODED}}}]}}}}}}",
            "parameter-encoding",
        ),
        (
            "paths: {/a: {get: {responses: {'200': {content: {a/json: {}, '*/*': {schema: {const: a}}}}}}}}",
            "no-schema",
        ),
        (
            "paths: {/a: {post: {requestBody: {content: {a/json: {}, a/json; v=1: {schema: {const: a}}}}}}}",
            "no-schema",
        ),
        ("components: {schemas: {It: {type: text}}}", "unknown-type"),
        ("components: {schemas: {It: {not: {type: string}}}}", "unchecked-not"),
        ("components: {schemas: {It: {allOf: [{const: a}, {const: b}]}}}", "conflicting-values"),
    ],
)
def test_what_stands_for_something_else_is_approximated(text: str, code: str) -> None:
    assert [(entry.kind, entry.code) for entry in api(text).ledger] == [("approximated", code)]


def told(paths: str, *, version: str = "3.1.1") -> list[tuple[str, str]]:
    """Return what the ledger tells of an operation's contents."""
    found = infer(api(f"paths: {{/it: {{post: {{{paths}}}}}}}", version=version)).ledger
    return [(entry.code, entry.location.pointer.removeprefix("/paths/~1it/post/")) for entry in found]


OBJECT = "schema: {type: object, properties: {a: {type: string}}}"
FORMATS = ["application/xml", "text/xml", "application/atom+xml", "application/yaml", "text/csv", "text/html"]
FORMATS += [
    "application/msgpack",
    "application/cbor",
    "application/vnd.acme",
    "text/plain",
    "image/*",
    "text/*",
]


@pytest.mark.parametrize("media_type", FORMATS)
@pytest.mark.parametrize("status", ["200", "404", "default"])
def test_a_format_that_is_not_read_is_told(media_type: str, status: str) -> None:
    found = told(f"responses: {{{status!r}: {{description: X, content: {{{media_type!r}: {{{OBJECT}}}}}}}}}")
    pointer = media_type.replace("/", "~1")
    assert found == [("unread-format", f"responses/{status}/content/{pointer}")]


@pytest.mark.parametrize("media_type", FORMATS)
@pytest.mark.parametrize("schema", [OBJECT, "schema: {type: array, items: {type: string}}"])
def test_a_format_that_is_not_written_is_told(media_type: str, schema: str) -> None:
    found = told(f"requestBody: {{content: {{{media_type!r}: {{{schema}}}}}}}")
    assert found == [("unwritten-format", f"requestBody/content/{media_type.replace('/', '~1')}")]


@pytest.mark.parametrize(
    "content",
    [
        "application/xml: {schema: {type: string}}",
        "text/csv: {}",
        "text/plain: {schema: {type: integer}}",
        "application/octet-stream: {schema: {type: string, format: binary}}",
        "application/pdf: {schema: {type: string}}",
        f"application/json: {{{OBJECT}}}, application/xml: {{{OBJECT}}}, application/cbor: {{{OBJECT}}}",
        f"text/event-stream: {{{OBJECT}}}",
        f"'*/*': {{{OBJECT}}}",
    ],
)
def test_what_is_read_as_it_is_described_needs_no_line(content: str) -> None:
    assert told(f"responses: {{'200': {{description: X, content: {{{content}}}}}}}") == []


@pytest.mark.parametrize(
    ("encoding", "entries"),
    [
        ("contentType: application/xml", [("unwritten-format", "contentType")]),
        ("contentType: 'text/csv, application/x-yaml'", [("unwritten-format", "contentType")]),
        ("contentType: 'application/xml, application/json'", []),
        ("contentType: text/plain", []),
        ("style: form, explode: true", [("nested-property", "style")]),
        ("style: pipeDelimited", [("nested-property", "style")]),
        ("style: deepObject", []),
        ("style: simple", [("misplaced-style", "style")]),
        ("style: matrix, explode: true", [("misplaced-style", "style")]),
        ("encoding: {a: {contentType: text/plain}}", [("unread-encoding", "encoding")]),
    ],
)
@pytest.mark.parametrize("media_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_how_a_nested_property_travels_is_told(
    media_type: str, encoding: str, entries: list[tuple[str, str]]
) -> None:
    nested = "schema: {type: object, properties: {a: {type: array, items: {type: object}}}}"
    found = told(f"requestBody: {{content: {{{media_type}: {{{nested}, encoding: {{a: {{{encoding}}}}}}}}}}}")
    place = f"requestBody/content/{media_type.replace('/', '~1')}/encoding/a/"
    assert [(code, pointer.removeprefix(place)) for code, pointer in found] == entries


@pytest.mark.parametrize(
    ("version", "media_type", "encoding", "codes"),
    [
        ("3.0.3", "multipart/form-data", "style: form", []),
        ("3.0.3", "multipart/form-data", "explode: false", ["misplaced-style"]),
        ("3.0.3", "multipart/form-data", "style: deepObject, explode: true", ["misplaced-style"]),
        ("3.1.0", "multipart/form-data", "style: deepObject, explode: true", []),
        ("3.0.3", "application/x-www-form-urlencoded", "explode: false", []),
        ("3.1.0", "multipart/form-data", "explode: false", []),
        ("3.1.0", "multipart/mixed", "style: spaceDelimited", ["misplaced-style"]),
        ("3.1.0", "multipart/mixed", "style: form", []),
    ],
)
def test_styles_are_for_forms(version: str, media_type: str, encoding: str, codes: list[str]) -> None:
    schema = "schema: {type: object, properties: {a: {type: array, items: {type: string}}}}"
    content = f"{media_type}: {{{schema}, encoding: {{a: {{{encoding}}}}}}}"
    assert [code for code, _ in told(f"requestBody: {{content: {{{content}}}}}", version=version)] == codes


@pytest.mark.parametrize(
    "key", ["prefixEncoding: [{contentType: text/plain}]", "itemEncoding: {style: form}"]
)
def test_encodings_of_parts_without_names_are_told(key: str) -> None:
    content = f"multipart/mixed: {{schema: {{type: object}}, {key}}}"
    found = told(f"requestBody: {{content: {{{content}}}}}", version="3.2.0")
    assert [code for code, _ in found] == ["unread-encoding"]


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("content: {application/json: {schema: {type: object}}}", []),
        ("content: {application/xml: {schema: {type: object}}}", ["unread-format"]),
        ("schema: {type: object}", ["unread-header"]),
        ("schema: {type: array, items: {type: integer}}", []),
    ],
)
def test_headers_that_are_given_as_text_are_told(header: str, codes: list[str]) -> None:
    found = told(f"responses: {{'200': {{description: X, headers: {{X-It: {{{header}}}}}}}}}")
    assert [code for code, _ in found] == codes


def test_parameters_of_formats_that_are_not_written_are_told() -> None:
    parameter = "{name: a, in: query, content: {application/xml: {schema: {type: object}}}}"
    assert told(f"parameters: [{parameter}]") == [("unwritten-format", "parameters/0")]


@pytest.mark.parametrize(
    ("parameter", "is_told"),
    [
        ("in: query, schema: {type: array, items: {type: string}}", False),
        ("in: query, schema: {type: array, items: {type: array, items: {type: integer}}}", True),
        ("in: query, schema: {type: array, items: {type: object}}", True),
        ("in: query, schema: {type: object, properties: {a: {type: integer}}}", False),
        ("in: query, schema: {type: object, properties: {a: {type: array, items: {}}}}", False),
        ("in: query, schema: {type: object, properties: {a: {type: array, items: {type: object}}}}", True),
        ("in: query, schema: {type: object, properties: {a: {type: object}}}", True),
        ("in: query, schema: {additionalProperties: {type: array, items: {type: string}}}", False),
        ("in: query, explode: false, schema: {properties: {a: {type: array, items: {}}}}", True),
        ("in: query, style: deepObject, schema: {properties: {a: {type: object}}}", False),
        ("in: query, content: {application/json: {schema: {items: {type: object}}}}", False),
        ("in: header, schema: {type: array, items: {type: object}}", True),
        ("in: cookie, schema: {properties: {a: {type: array, items: {}}}}", True),
        ("in: query, schema: {anyOf: [{type: string}, {type: array, items: {type: object}}]}", True),
    ],
)
def test_what_is_too_deep_for_the_style_of_a_parameter_is_told(parameter: str, *, is_told: bool) -> None:
    expected = [("nested-parameter", "parameters/0")] if is_told else []
    assert told(f"parameters: [{{name: q, {parameter}}}]") == expected


@pytest.mark.parametrize(
    ("media_type", "codes"),
    [
        ("application/jsonl", []),
        ("text/event-stream", []),
        ("application/json", ["whole-of-items"]),
        ("multipart/mixed", ["whole-of-items"]),
    ],
)
def test_items_that_nobody_reads_one_by_one_are_told(media_type: str, codes: list[str]) -> None:
    content = f"content: {{{media_type}: {{itemSchema: {{type: object}}}}}}"
    found = told(f"responses: {{'200': {{description: X, {content}}}}}", version="3.2.0")
    assert [code for code, _ in found] == codes


CALLBACK = "paths: {/a: {get: {callbacks: {it: {'{$request.body#/url}': {post: {PARAMETERS}}}}}}}"
SIGN = "parameters: [{name: X-Sign, in: header, schema: {}}, {name: n, in: query, schema: {}}]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"webhooks: {{it: {{post: {{{SIGN}}}}}}}", "/webhooks/it/post"),
        (f"webhooks: {{it: {{{SIGN}, post: {{}}}}}}", "/webhooks/it/post"),
        (
            CALLBACK.replace("PARAMETERS", SIGN),
            "/paths/~1a/get/callbacks/it/{$request.body#~1url}/post",
        ),
    ],
)
def test_parameters_of_webhooks_are_told(text: str, place: str) -> None:
    found = [entry for entry in infer(api(text)).ledger if entry.code == "webhook-parameters"]
    assert [(entry.kind, entry.location.pointer) for entry in found] == [("approximated", place)]
    assert found[0].message.endswith("not its header 'X-Sign' and query 'n'")


def test_a_header_that_tells_webhooks_apart_is_read() -> None:
    json = "requestBody: {content: {application/json: {schema: {type: object}}}}"
    named = "{name: X-Event, in: header, schema: {const: NAME}}"
    both = "".join(
        f"{name}: {{post: {{{json}, parameters: [{named.replace('NAME', name)}, {further}]}}}}, "
        for name, further in (("made", "{name: X-Sign, in: header, schema: {}}"), ("gone", ""))
    )
    (entry,) = infer(api(f"webhooks: {{{both}}}")).ledger
    assert (entry.code, entry.location.pointer) == ("webhook-parameters", "/webhooks/made/post")
    assert entry.message.endswith("and not its header 'X-Sign'")


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("get: {servers: [{url: https://a}, {url: https://b}, {url: https://c}]}", "/paths/~1a/get/servers"),
        ("servers: [{url: https://a}, {url: https://b}, {url: https://c}], get: {}", "/paths/~1a/servers"),
    ],
)
def test_servers_of_an_operation_that_are_not_asked_are_told(item: str, place: str) -> None:
    (entry,) = api(f"servers: [{{url: https://x}}, {{url: https://y}}]\npaths: {{/a: {{{item}}}}}").ledger
    assert (entry.kind, entry.code, entry.location.pointer) == ("approximated", "further-servers", place)
    assert entry.message.endswith("not to https://b, https://c")


def test_payloads_of_webhooks_in_other_formats_are_told() -> None:
    content = f"content: {{application/xml: {{{OBJECT}}}, text/plain: {{schema: {{type: integer}}}}}}"
    found = infer(api(f"webhooks: {{it: {{post: {{requestBody: {{{content}}}}}}}}}")).ledger
    assert [entry.code for entry in found] == ["unread-format"] * 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("security: {key: []}", "/security"),
        ("security: [key]", "/security/0"),
        ("servers: 5", "/servers"),
        ("servers: [5]", "/servers/0"),
        ("tags: [{name: [a]}]", "/tags/0/name"),
        ("webhooks: {a: 5}", "/webhooks/a"),
        ("paths: {/pets: 5}", "/paths/~1pets"),
        ("components: {schemas: []}", "/components/schemas"),
        ("components: {securitySchemes: {a: 5}}", "/components/securitySchemes/a"),
        (
            "components: {schemas: {It: {additionalProperties: 5}}}",
            "/components/schemas/It/additionalProperties",
        ),
        ("components: {schemas: {It: {type: string, format: [date]}}}", f"{IT}format"),
        ("components: {schemas: {It: {type: integer, minimum: .inf}}}", f"{IT}minimum"),
        ("components: {schemas: {It: {type: number, maximum: .nan}}}", f"{IT}maximum"),
        (
            "components: {schemas: {It: {type: string, contentEncoding: [base64]}}}",
            f"{IT}contentEncoding",
        ),
        ("components: {schemas: {It: {required: [1]}}}", f"{IT}required/0"),
    ],
)
def test_what_is_of_the_wrong_type_is_ignored(text: str, place: str) -> None:
    found = api(text).ledger
    assert [(entry.kind, entry.code, entry.location.pointer) for entry in found] == [
        ("ignored", "wrong-type", place)
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("security: {key: []}", "security"),
        ("parameters: {q: {in: query}}", "parameters"),
        ("parameters: [5]", "parameters/0"),
        ("requestBody: 5", "requestBody"),
        ("requestBody: {content: [application/json]}", "requestBody/content"),
        ("responses: [a]", "responses"),
        ("responses: {'200': 5}", "responses/200"),
        ("responses: {'200': {$ref: 5}}", "responses/200/$ref"),
        ("responses: {'200': {headers: [a]}}", "responses/200/headers"),
        ("responses: {'200': {headers: {x-a: 5}}}", "responses/200/headers/x-a"),
        ("responses: {'200': {content: {text/plain: 5}}}", "responses/200/content/text~1plain"),
        ("parameters: [{name: a, in: [query]}]", "parameters/0/in"),
    ],
)
def test_so_it_is_in_an_operation(text: str, place: str) -> None:
    told = [
        entry for entry in api(f"paths: {{/pets: {{post: {{{text}}}}}}}").ledger if entry.code == "wrong-type"
    ]
    assert [(entry.kind, entry.location.pointer) for entry in told] == [
        ("ignored", f"/paths/~1pets/post/{place}")
    ]


def test_what_stands_beside_the_wrong_keeps_its_place() -> None:
    found = api("paths: {/pets: {get: {parameters: [5, {name: a, in: query, schema: {minimum: x}}]}}}")
    assert [item.name for item in found.operations[0].parameters] == ["a"]
    assert [entry.location.pointer.rpartition("parameters/")[2] for entry in found.ledger] == [
        "0",
        "1/schema/minimum",
    ]


def test_an_empty_response_is_one_of_which_nothing_is_said() -> None:
    found = api("paths: {/pets: {get: {responses: {'204': null}}}}")
    assert [item.status for item in found.operations[0].responses] == ["204"]
    assert [(entry.kind, entry.code) for entry in found.ledger] == [("approximated", "empty-object")]


def test_what_is_null_is_absent() -> None:
    operation = "{parameters: null, security: null, requestBody: null, responses: null, tags: null}"
    assert api(f"servers: null\npaths: {{/pets: {{get: {operation}}}}}").ledger == ()


def test_extensions_may_be_anything() -> None:
    assert api("paths: {x-a: 5, /pets: {x-b: 5, get: {x-c: 5, responses: {x-d: 5}}}}").ledger == ()


def test_contents_may_be_referred_to_together() -> None:
    found = api(
        "paths: {/pets: {get: {responses: {'200': {content: {$ref: '#/components/mediaTypes/Pets'}}}}}}\n"
        "components: {mediaTypes: {Pets: {text/plain: {schema: {type: string}}}}}"
    )
    (content,) = found.operations[0].responses[0].contents
    assert (content.media_type, content.type, found.ledger) == ("text/plain", String(), ())


def test_a_server_is_somewhere() -> None:
    found = api("servers: [{}, {url: 'https://a.test'}]")
    assert [item.url for item in found.servers] == ["https://a.test"]
    assert [(entry.kind, entry.code) for entry in found.ledger] == [("ignored", "server-without-url")]
