"""Lists and maps whose items change: models have exactly their types, arguments may be of less."""

import pytest

from tests.support.contracts import changes_of

Told = set[tuple[str, str, str]]
ENUM = "{type: string, enum: [a, b]}"
LIST, MAP = "{{type: array, items: {0}}}", "{{type: object, additionalProperties: {0}}}"
LISTS = "{{type: array, items: {{type: array, items: {0}}}}}"
REST = "{{type: array, prefixItems: [{{type: string}}], items: {0}}}"


def to(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


def document(way: str, field: str, *, said: str = "", **schemas: str) -> str:
    """Return a document whose model `T` has a field, and travels one way."""
    content = f"content: {{application/json: {{schema: {to('T')}}}}}"
    body = f"requestBody: {{required: true, {content}}}, " if way == "request" else ""
    answer = f", {content}" if way == "response" else ""
    schemas = {"T": f"{{type: object, properties: {{held: {field}}}}}", **schemas}
    told = "\n".join(f"    {name}: {schema}" for name, schema in schemas.items())
    return f"""paths:
  /t: {{post: {{operationId: make, {said} {body} responses: {{"200": {{description: d{answer}}}}}}}}}
components:
  schemas:
{told}
"""


def told(old: str, new: str) -> Told:
    return {(item.severity, item.id, item.subject) for item in changes_of(old, new)}


STRING, TEXTS, NUMBER, INTEGER = (
    "{type: string}",
    "{type: [string, 'null']}",
    "{type: number}",
    "{type: integer}",
)
EITHER, MORE = "{type: [string, integer]}", "{type: [string, integer, boolean]}"
CHANGED, EXTENDED = "field-type-items-changed", "field-type-items-extended"


@pytest.mark.parametrize("held", [LIST, MAP, LISTS, REST])
@pytest.mark.parametrize("way", ["request", "response"])
@pytest.mark.parametrize(
    ("old", "new"), [(NUMBER, INTEGER), (TEXTS, STRING), (STRING, ENUM), (EITHER, STRING)]
)
def test_items_of_a_field_of_a_model(held: str, way: str, old: str, new: str) -> None:
    before, after = held.format(old), held.format(new)
    for one, other in ((before, after), (after, before)):
        found = told(document(way, one), document(way, other))
        assert ("breaking", CHANGED, "models.T") in found


@pytest.mark.parametrize(
    ("way", "expected"), [("request", ("breaking", EXTENDED)), ("response", ("compatible", EXTENDED))]
)
def test_items_that_may_be_more_of_what_is_open(way: str, expected: tuple[str, str]) -> None:
    found = told(document(way, LIST.format(EITHER)), document(way, LIST.format(MORE)))
    assert (*expected, "models.T") in found


@pytest.mark.parametrize(("old", "new"), [(NUMBER, INTEGER), (TEXTS, STRING)])
def test_the_same_outside_of_lists(old: str, new: str) -> None:
    narrowed, widened = ("compatible", "field-type-narrowed"), ("compatible", "field-type-widened")
    assert (*narrowed, "models.T") in told(document("response", old), document("response", new))
    assert (*widened, "models.T") in told(document("request", new), document("request", old))


def test_items_that_may_be_anything_are_what_they_were() -> None:
    old, new = (document("request", MAP.format(schema)) for schema in (STRING, "{}"))
    assert ("compatible", "field-type-widened", "models.T") in told(old, new)


def test_a_list_of_a_model_is_the_same_whatever_the_model_has() -> None:
    models = [{"One": f"{{type: object, properties: {{a: {schema}}}}}"} for schema in (NUMBER, INTEGER)]
    old, new = (document("response", LIST.format(to("One")), **schemas) for schemas in models)
    assert told(old, new) == {("compatible", "field-type-narrowed", "models.One")}


def test_a_type_of_another_name_inside_a_list() -> None:
    named = [{"Name": to("Other"), "Other": schema} for schema in (NUMBER, INTEGER)]
    before, after = (document("response", LIST.format(to("Name")), **schemas) for schemas in named)
    assert told(before, after) == {("breaking", "model-type-items-changed", "models.Other")}
    alone, without = (document("response", to("Name"), **schemas) for schemas in named)
    assert told(alone, without) == {("compatible", "model-type-narrowed", "models.Other")}


def test_an_object_that_is_null_no_more_inside_a_list() -> None:
    whole = "{{type: {0}, properties: {{a: {{type: string}}}}}}"
    either, one = ({"One": whole.format(type_)} for type_ in ("[object, 'null']", "object"))
    held = LIST.format(to("One"))
    assert told(document("response", held, **either), document("response", held, **one)) == {
        ("breaking", CHANGED, "models.T")
    }


# --- further properties ---


def test_further_properties_are_a_map() -> None:
    further = "{{type: object, properties: {{a: {{type: string}}}}, additionalProperties: {0}}}"
    old, new = (document("response", to("One"), One=further.format(schema)) for schema in (NUMBER, INTEGER))
    assert told(old, new) == {("breaking", "extra-narrowed", "models.One")}


# --- what is answered, and what is given ---


def plain(*, body: str = "", answer: str = "", query: str = "", further: str = "") -> str:
    content = "content: {{application/json: {{schema: {0}}}}}"
    parts = [
        f"requestBody: {{required: true, {content.format(body)}}}" if body else "",
        f"parameters: [{{name: q, in: query, schema: {query}}}]" if query else "",
        f"responses: {{'200': {{description: d{', ' + content.format(answer) if answer else ''}}}}}",
    ]
    return f"paths: {{/t: {{post: {{operationId: make, {', '.join(filter(None, parts))}}}}}}}\n{further}"


def test_a_list_that_is_answered() -> None:
    old, new = (plain(answer=LIST.format(schema)) for schema in (NUMBER, INTEGER))
    assert {item[:2] for item in told(old, new)} == {("breaking", "response-type-items-changed")}


@pytest.mark.parametrize("where", ["body", "query"])
@pytest.mark.parametrize(("old", "new"), [(INTEGER, NUMBER), (STRING, TEXTS), (STRING, EITHER)])
def test_a_list_that_is_given(where: str, old: str, new: str) -> None:
    kind = "parameter" if where == "query" else "body"
    before, after = (plain(**{where: LIST.format(schema)}) for schema in (old, new))
    assert {item[:2] for item in told(before, after)} == {("compatible", f"{kind}-type-widened")}


def test_a_type_of_another_name_that_is_only_given() -> None:
    further = "components: {{schemas: {{Held: {{type: array, items: {0}}}}}}}"
    old, new = (plain(query=to("Held"), further=further.format(schema)) for schema in (INTEGER, NUMBER))
    assert {item[:2] for item in told(old, new)} == {("compatible", "model-type-widened")}


@pytest.mark.parametrize("where", ["body", "query"])
@pytest.mark.parametrize("new", ["{}", f"{{oneOf: [{INTEGER}, {LIST.format(INTEGER)}]}}"])
def test_a_list_that_was_given_as_its_only_item(where: str, new: str) -> None:
    """An item that may be a list itself is not taken for the list around it."""
    kind = "parameter" if where == "query" else "body"
    old, after = (plain(**{where: LIST.format(schema)}) for schema in (INTEGER, new))
    assert ("breaking", f"{kind}-type-changed") in {item[:2] for item in told(old, after)}


# --- literals and members of enums ---


@pytest.mark.parametrize(
    ("way", "old", "new"), [("request", "{const: a}", ENUM), ("response", ENUM, "{const: a}")]
)
def test_a_literal_is_no_member_of_an_enum(way: str, old: str, new: str) -> None:
    found = told(document(way, old), document(way, new))
    assert ("breaking", "field-type-changed", "models.T") in found


def test_a_literal_may_be_given_for_a_member_of_an_enum() -> None:
    found = told(plain(query="{const: a}"), plain(query=ENUM))
    assert ("compatible", "parameter-type-widened") in {item[:2] for item in found}


def test_a_type_of_another_name_inside_a_list_may_be_anything() -> None:
    old, new = (document("request", LIST.format(to("Name")), Name=schema) for schema in (STRING, "{}"))
    assert told(old, new) == {("compatible", "model-type-widened", "models.Name")}
