"""What is sent and answered otherwise by calls that stay as they are; and what only is written otherwise."""

import json
from typing import Any

import pytest

from tests.support.contracts import changes_of

SCHEMAS = """
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Fault: {type: object, properties: {code: {type: integer}}}
    Issue: {type: object, properties: {text: {type: string}}}
"""
Told = set[tuple[str, str]]


def told(old: str, new: str) -> Told:
    return {(item.severity, item.id) for item in changes_of(old, new)}


# --- the form of a body ---

FORM = "{schema: {type: object, required: [n], properties: {n: {type: string}}}}"


def sending(*media_types: str) -> str:
    contents = ", ".join(f"{media_type}: {FORM}" for media_type in media_types)
    return f"""paths:
  /pets: {{post: {{operationId: make, responses: {{"204": {{description: d}}}}, requestBody: {{
    required: true, content: {{{contents}}}}}}}}}
"""


def test_a_form_that_is_preferred() -> None:
    form, other = "multipart/form-data", "application/json"
    assert ("breaking", "body-form-changed") in told(sending(form), sending(other, form))
    assert {item[0] for item in told(sending(other), sending(form, other))} == {"compatible"}
    assert "body-form-changed" not in {item[1] for item in told(sending(form), sending(other))}


# --- the bodies of errors ---

FAULT, ISSUE = ({"$ref": f"#/components/schemas/{name}"} for name in ("Fault", "Issue"))


def failing(responses: dict[str, Any]) -> str:
    """Return a document with errors of some schemas, by statuses; None where they have no content."""
    kept = {"schema": {"type": "object", "properties": {"fault": FAULT, "issue": ISSUE}}}
    told: dict[str, Any] = {"200": {"description": "d", "content": {"application/json": kept}}}
    for status, schema in responses.items():
        content = {} if schema is None else {"content": {"application/json": {"schema": schema}}}
        told[status] = {"description": "d", **content}
    operation = {"operationId": "find", "responses": told}
    return f"paths: {json.dumps({'/pets': {'get': operation}})}{SCHEMAS}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"404": FAULT}, {}, {("breaking", "response-type-widened"), ("compatible", "response-removed")}),
        ({}, {"404": FAULT}, {("compatible", "response-added")}),
        ({"404": None}, {}, {("compatible", "response-removed")}),
        ({"404": {"type": "object"}}, {}, {("compatible", "response-removed")}),
        ({"404": FAULT, "default": FAULT}, {"default": FAULT}, {("compatible", "response-removed")}),
        (
            {"404": FAULT, "default": ISSUE},
            {"default": ISSUE},
            {("breaking", "response-type-changed"), ("compatible", "response-removed")},
        ),
        (
            {"default": ISSUE},
            {"404": FAULT, "default": ISSUE},
            {("breaking", "response-type-changed"), ("compatible", "response-added")},
        ),
        (
            {"4XX": ISSUE},
            {"4XX": ISSUE, "404": None},
            {("breaking", "response-type-widened"), ("compatible", "response-added")},
        ),
    ],
)
def test_errors(old: dict[str, Any], new: dict[str, Any], expected: Told) -> None:
    assert told(failing(old), failing(new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (["404"], ["4XX"], {"describes 404 by 4XX now", "may answer 4XX"}),
        (["4XX"], ["404"], {"answers 4XX no more", "describes 404 itself, was by 4XX"}),
        (["404"], ["default"], {"describes 404 by default now", "may answer default"}),
        (["5XX"], ["default"], {"describes 5XX by default now", "may answer default"}),
        (["404"], ["5XX"], {"answers 404 no more", "may answer 5XX"}),
        (["404"], [], {"answers 404 no more"}),
        (["4XX"], ["404", "4XX"], {"describes 404 itself, was by 4XX"}),
    ],
)
def test_which_response_describes_a_status(old: list[str], new: list[str], messages: set[str]) -> None:
    before, after = (failing(dict.fromkeys(some, None)) for some in (old, new))
    found = {item.message for item in changes_of(before, after) if item.id.startswith("response-")}
    assert found == messages


# --- spellings ---


def spelled(answer: str = "application/json", header: str = "X-Trace", key: str = "X-Key") -> str:
    return f"""security: [{{key: []}}]
paths:
  /pets: {{get: {{operationId: find,
    parameters: [{{name: {header}, in: header, schema: {{type: string}}}}],
    responses: {{"200": {{description: d, content: {{{answer}: {{schema: {{type: string}}}}}}}}}}}}}}
{SCHEMAS.replace("X-Key", key)}"""


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"answer": "application/json; charset=utf-8"}, {("compatible", "response-media-type-spelled")}),
        (
            {"answer": "application/json; version=2"},
            {("breaking", "response-media-type-removed"), ("compatible", "response-media-type-added")},
        ),
        ({"header": "x-trace"}, {("compatible", "parameter-spelled")}),
        ({"key": "x-key"}, {("compatible", "credential-spelled")}),
    ],
)
def test_what_is_written_otherwise(new: dict[str, str], expected: Told) -> None:
    assert told(spelled(), spelled(**new)) == expected


def test_results_have_headers_as_they_are_written() -> None:
    def answering(name: str) -> str:
        return f"""paths:
  /pets: {{get: {{operationId: find, responses: {{"204": {{
    description: d, headers: {{{name}: {{schema: {{type: integer}}}}}}}}}}}}}}
"""

    assert told(answering("X-Total"), answering("x-total")) == {("breaking", "header-spelled")}


# --- names on the wire of what keeps its name in code ---


def named(where: str, name: str, *, schema: str = "{type: string}", further: str = "") -> str:
    """Return a document with a parameter, and a model with a property, of a name."""
    parameters = ", ".join(filter(None, (f"{{in: {where}, name: {name}, schema: {schema}}}", further)))
    content = "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}"
    answer = f'{{"200": {{description: d, {content}}}}}'
    properties = f"{{{name}: {{type: string}}, more: {{type: string}}}}"
    return f"""paths:
  /pets: {{get: {{operationId: find, parameters: [{parameters}], responses: {answer}}}}}
components: {{schemas: {{Pet: {{type: object, properties: {properties}}}}}}}
"""


RESPELLED = {
    ("breaking", "parameter-wire-name-changed"),
    ("breaking", "field-wire-name-changed"),
}


@pytest.mark.parametrize("where", ["query", "header", "cookie"])
def test_an_argument_and_a_field_that_only_travel_by_another_name(where: str) -> None:
    assert told(named(where, "userId"), named(where, "user_id")) == RESPELLED


def test_what_travels_by_another_name_is_told_once() -> None:
    changes = changes_of(named("query", "userId"), named("query", "user_id"))
    assert sorted((item.subject, item.message) for item in changes) == [
        ("models.Pet", "'user_id' travels as 'user_id', was 'userId'"),
        ("pets.get", "query parameter 'user_id' was called 'userId', for the same argument"),
    ]


def test_what_travels_elsewhere_by_another_name() -> None:
    found = told(named("query", "userId"), named("cookie", "user_id"))
    assert found == RESPELLED | {("breaking", "parameter-moved")}


def test_what_travels_by_another_name_and_is_of_another_type() -> None:
    found = told(named("query", "userId"), named("query", "user_id", schema="{type: array, items: {}}"))
    assert found == RESPELLED | {("breaking", "parameter-type-changed")}


def test_an_argument_of_another_name_is_another_one() -> None:
    found = told(named("query", "userId"), named("query", "owner"))
    assert {"parameter-removed", "parameter-added", "field-removed", "field-added"} <= {
        item[1] for item in found
    }


def test_parameters_that_were_one_argument_each_stay_what_they_are() -> None:
    further = "{in: query, name: size, schema: {type: integer}}"
    old, new = named("query", "userId", further=further), named("query", "user_id", further=further)
    assert told(old, new) == RESPELLED
