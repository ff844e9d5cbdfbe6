"""What is in another order: told where calls send or read something else for it, and nowhere else."""

import pytest

from tests.support.contracts import changes_of

SCHEMAS = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
    open: {type: openIdConnect, openIdConnectUrl: 'https://a.example/.well-known'}
    flow: {type: oauth2, flows: {deviceAuthorization: {
      tokenUrl: 'https://a.example/t', deviceAuthorizationUrl: 'https://a.example/d', scopes: {}}}}
  schemas:
    A: {type: object, required: [x], properties: {x: {type: string}}}
    B: {type: object, required: [x], properties: {x: {type: string}, y: {type: string}}}
    C: {type: object, required: [x, z], properties: {x: {type: string}, z: {type: string}}}
    N: {type: object, required: [x], properties: {x: {type: integer}}}
    Open: {type: object, properties: {w: {type: string}}}
    K: {type: object, required: [kind], properties: {kind: {const: k}, v: {type: string}}}
    L: {type: object, required: [kind], properties: {kind: {const: l}, v: {type: string}}}
    Hue: {type: string, enum: [red, blue]}
    Tone: {type: string, enum: [red, dark]}
    Size: {type: string, enum: [small, large]}
"""


def told(old: str, new: str) -> set[tuple[str, str, str]]:
    return {(item.severity, item.id, item.subject) for item in changes_of(old, new)}


def union(*variants: str) -> str:
    named = [
        item if item.startswith("{") else f"{{$ref: '#/components/schemas/{item}'}}" for item in variants
    ]
    return f"{{anyOf: [{', '.join(named)}]}}"


def answering(schema: str) -> str:
    return f"""paths:
  /shapes:
    get:
      operationId: find
      responses: {{"200": {{description: d, content: {{application/json: {{schema: {{
        type: object, properties: {{value: {schema}}}}}}}}}}}}}{SCHEMAS}"""


def at(path: str, *names: str) -> str:
    declared = ", ".join(
        f"{{name: {name}, in: path, required: true, schema: {{type: string}}}}" for name in names
    )
    return f"""paths:
  {path}: {{get: {{operationId: find, parameters: [{declared}], responses: {{"204": {{description: d}}}}}}}}
"""


ONE_SCHEME = """
components: {securitySchemes: {key: {type: apiKey, in: header, name: K}}}
"""


def secured(own: str, *, whole: str = "[]") -> str:
    return f"""security: {whole}
paths: {{/a: {{get: {{operationId: find, security: {own}, responses: {{"204": {{}}}}}}}}}}{SCHEMAS}"""


@pytest.mark.parametrize(
    ("old", "new", "names", "others", "expected"),
    [
        ("/a/{x}/b/{y}", "/a/{y}/b/{x}", "xy", "xy", {("breaking", "path-changed", "a.b.get")}),
        ("/a/{x}/b/{y}", "/a/{y}/b/{z}", "xy", "yz", {("breaking", "path-changed", "a.b.get")}),
        ("/a/{x}/b/{y}", "/a/{v}/b/{w}", "xy", "vw", set()),
    ],
)
def test_parameters_of_a_path(
    old: str, new: str, names: str, others: str, expected: set[tuple[str, str, str]]
) -> None:
    found = told(at(old, *names), at(new, *others))
    assert {item for item in found if item[1] == "path-changed"} == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{key: []}, {token: []}", "{token: []}, {key: []}", {("breaking", "security-reordered")}),
        ("{key: []}, {}", "{}, {key: []}", set()),
        ("{key: [], token: []}", "{token: [], key: []}", set()),
        ("{key: []}", "{key: []}, {token: []}", {("compatible", "security-added")}),
        (
            "{key: []}",
            "{token: []}, {key: []}",
            {("breaking", "security-reordered"), ("compatible", "security-added")},
        ),
        ("{key: []}, {token: []}", "{token: []}", {("breaking", "security-removed")}),
    ],
)
def test_credentials(old: str, new: str, expected: set[tuple[str, str]]) -> None:
    found = told(secured(f"[{old}]"), secured(f"[{new}]"))
    assert {item[:2] for item in found} == expected


def test_credentials_of_a_new_scheme_are_nobodys_yet() -> None:
    added = SCHEMAS.replace("    key:", "    fresh: {type: http, scheme: basic}\n    key:")
    old, new = secured("[{key: []}]"), secured("[{fresh: []}, {key: []}]").replace(SCHEMAS, added)
    assert {item[:2] for item in told(old, new)} == {
        ("compatible", "security-added"),
        ("compatible", "credential-added"),
        ("compatible", "security-added"),
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[{key: []}]", "[{token: []}]", {("breaking", "undocumented-credentials-changed", "TClient")}),
        ("[{key: []}]", "[]", {("breaking", "undocumented-credentials-changed", "TClient")}),
        (
            "[{key: []}]",
            "[{key: []}, {token: []}]",
            {("compatible", "undocumented-credentials-extended", "TClient")},
        ),
        ("[{key: []}]", "[{}, {key: []}]", set()),
        # What a client has besides was sent, too, and is not any more.
        ("[]", "[{key: []}]", {("breaking", "undocumented-credentials-changed", "TClient")}),
        (
            "[{key: []}, {token: []}]",
            "[{token: []}, {key: []}]",
            {("breaking", "undocumented-credentials-changed", "TClient")},
        ),
        (
            "[{key: []}]",
            "[{key: [], token: []}, {key: []}]",
            {("breaking", "undocumented-credentials-changed", "TClient")},
        ),
        ("[{key: []}, {key: [], token: []}]", "[{key: []}]", set()),  # it never was the first
    ],
)
def test_credentials_of_calls_that_the_document_does_not_have(
    old: str, new: str, expected: set[tuple[str, str, str]]
) -> None:
    assert told(secured("[{key: []}]", whole=old), secured("[{key: []}]", whole=new)) == expected


def test_credentials_of_calls_that_the_document_does_not_have_where_there_is_one() -> None:
    old, new = (
        item.replace(SCHEMAS, ONE_SCHEME) for item in (secured("[]"), secured("[]", whole="[{key: []}]"))
    )
    assert (told(old, new), told(new, old)) == (set(), set())


def test_what_is_said_of_credentials_can_be_understood() -> None:
    old, new = secured("[]"), secured("[]", whole="[{key: []}, {token: []}]")
    (change,) = changes_of(old, new)
    assert change.message == (
        "sends the first that it has of key, token with calls that the document does not have, "
        "was every credential that it has"
    )


@pytest.mark.parametrize("url", ["https://a.example/.well-known", "https://a.example/d"])
def test_where_tokens_are_asked_for(url: str) -> None:
    old = secured("[{open: []}, {flow: []}]")
    assert told(old, old.replace(url, "https://b.example")) == {
        ("breaking", "credential-tokens-changed", "TClient")
    }


MOMENT, TEXT = "{type: string, format: date-time}", "{type: string}"


@pytest.mark.parametrize(
    "variants",
    [
        ("A", "B"),
        (MOMENT, TEXT),
        ("{type: array, items: " + MOMENT + "}", "{type: array, items: {type: string}}"),
        ("Hue", "Tone"),
        ("Hue", "Size"),
        ("Open", "{type: object, additionalProperties: {type: string}}"),
    ],
)
def test_variants_that_share_values(variants: tuple[str, ...]) -> None:
    (change,) = changes_of(answering(union(*variants)), answering(union(*variants[::-1])))
    assert (change.severity, change.id.partition("-type-")[2]) == ("breaking", "reordered")


@pytest.mark.parametrize(
    "variants",
    [
        ("A", "N"),
        ("A", "C"),
        ("K", "L"),
        ("A", "{type: integer}"),
        ("Hue", TEXT),
        ("Hue", "{const: red}"),
        ("{type: integer}", "{type: number}"),
        ("{const: a}", TEXT),
        ("{type: string, format: date}", "{type: string, format: uuid}"),
        ("A", "{type: object, additionalProperties: {type: string}}"),
    ],
)
def test_variants_that_share_none(variants: tuple[str, ...]) -> None:
    assert told(answering(union(*variants)), answering(union(*variants[::-1]))) == set()


def test_a_variant_that_comes_first() -> None:
    last, first = union("{type: integer}", TEXT, MOMENT), union(MOMENT, "{type: integer}", TEXT)
    before = answering(union("{type: integer}", TEXT))
    assert {item[:2] for item in told(before, answering(last))} == {("compatible", "field-type-extended")}
    assert {item[:2] for item in told(before, answering(first))} == {("breaking", "field-type-changed")}


def test_what_is_sent_is_what_was_given() -> None:
    def sending(*variants: str) -> str:
        body = f"{{type: object, properties: {{value: {union(*variants)}}}}}"
        return f"""paths:
  /shapes: {{post: {{operationId: make, responses: {{"204": {{description: d}}}}, requestBody: {{
    required: true, content: {{application/json: {{schema: {body}}}}}}}}}}}{SCHEMAS}"""

    found = told(sending(MOMENT, TEXT), sending(TEXT, MOMENT))
    assert {item[:2] for item in found} == {("compatible", "field-type-reordered")}


def with_enums(*keys: str) -> str:
    """Return a document whose operation has parameters with enums of their own, in this order."""
    each = ", ".join(
        f"{{name: {key}, in: query, schema: {{type: string, enum: [{key}1, {key}2]}}}}" for key in keys
    )
    told = f"operationId: listJobs, parameters: [{each}], responses: {{'204': {{}}}}"
    return f"paths: {{/jobs: {{get: {{{told}}}}}}}"


@pytest.mark.parametrize("order", [("sort", "state"), ("sort", "kind", "state"), ("kind", "sort", "state")])
def test_parameters_with_classes_of_their_own_are_those_by_their_names(order: tuple[str, ...]) -> None:
    found = told(with_enums("state", "sort"), with_enums(*order))
    assert {severity for severity, _, _ in found} <= {"compatible"}
    assert bool(found) == ("kind" in order)
    gone = told(with_enums("state", "sort", "kind"), with_enums("sort", "kind"))
    assert {name for _, rule, name in gone if rule.startswith("model")} == {"models.JobListState"}
