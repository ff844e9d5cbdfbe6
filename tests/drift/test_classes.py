"""Classes that take the place of others, and fields that are given or inherited otherwise."""

import pytest

from tests.support.contracts import changes_of

SCHEMAS = """
components:
  schemas:
    Cat: {type: object, properties: {name: {type: string}}}
    Dog: {type: object, properties: {name: {type: string}, tail: {type: string}}}
    Cub: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {age: {type: integer}}}]}
    Twin: {type: object, properties: {name: {type: string}}}
    Hue: {type: string, enum: [red, blue]}
    Tone: {type: string, enum: [red, blue]}
    Text: {type: string}
"""
Told = set[tuple[str, str, str]]


def told(old: str, new: str) -> Told:
    return {(item.severity, item.id, item.subject) for item in changes_of(old, new)}


def to(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


def answering(schema: str, *, said: str = "") -> str:
    return f"""paths:
  /pets: {{get: {{operationId: find, tags: [pets], {said} responses: {{"200": {{description: d, content: {{
    application/json: {{schema: {schema}}}}}}}}}}}}}{SCHEMAS}"""


def holding(schema: str) -> str:
    return answering(f"{{type: object, properties: {{pet: {schema}}}}}")


def having(schema: str) -> str:
    """Return a document whose only schema is the answer."""
    return (
        answering(to("Whole")).partition("components:")[0] + f"components: {{schemas: {{Whole: {schema}}}}}\n"
    )


# --- anything ---


@pytest.mark.parametrize(
    "schema", [to("Cat"), "{type: string, format: date-time}", f"{{type: array, items: {to('Cat')}}}"]
)
def test_what_was_anything_is_typed(schema: str) -> None:
    assert {item[:2] for item in told(answering("{}"), answering(schema))} == {
        ("breaking", "response-type-changed")
    }
    assert {item[:2] for item in told(holding("{}"), holding(schema))} == {("breaking", "field-type-changed")}


def test_further_properties_that_were_anything_are_typed() -> None:
    typed = "{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}"
    free = typed.replace(", additionalProperties: {type: integer}", "")
    assert told(having(free), having(typed)) == {("breaking", "extra-changed", "models.Whole")}


# --- another class ---


@pytest.mark.parametrize(("old", "new"), [("Cat", "Dog"), ("Cat", "Twin"), ("Hue", "Tone"), ("Cub", "Cat")])
@pytest.mark.parametrize(
    "form", ["{0}", "{{type: array, items: {0}}}", "{{type: object, additionalProperties: {0}}}"]
)
def test_another_class(old: str, new: str, form: str) -> None:
    before, after = form.format(to(old)), form.format(to(new))
    assert {item[:2] for item in told(answering(before), answering(after))} == {
        ("breaking", "response-type-changed")
    }
    assert {item[:2] for item in told(holding(before), holding(after))} == {
        ("breaking", "field-type-changed")
    }


def test_a_class_that_derives_from_the_other() -> None:
    assert told(holding(to("Cat")), holding(to("Cub"))) == {
        ("compatible", "field-type-narrowed", "models.PetFindResponse")
    }


def test_a_type_of_another_name_is_no_class() -> None:
    for old, new in (("{type: string}", to("Text")), (to("Text"), "{type: string}")):
        assert {item[:2] for item in told(holding(old), holding(new))} == {("compatible", "field-type-named")}
        assert {item[:2] for item in told(answering(old), answering(new))} == {
            ("compatible", "response-type-named")
        }


def test_a_variant_is_replaced() -> None:
    def one_of(*names: str) -> str:
        return answering(f"{{oneOf: [{', '.join(map(to, names))}]}}")

    found = told(one_of("Hue", "Cat"), one_of("Hue", "Dog"))
    assert found == {("breaking", "model-type-changed", "models.PetFindResponse")}
    assert {item[0] for item in told(one_of("Hue", "Cat"), one_of("Hue", "Cub"))} == {"compatible"}


def test_copies_that_are_none_any_more() -> None:
    def two(more: str) -> str:
        pet = "{{type: object, properties: {{name: {{type: string}}{0}}}}}"
        return having(f"{{type: object, properties: {{a: {pet.format('')}, b: {pet.format(more)}}}}}")

    assert told(two(""), two(", age: {type: integer}")) == {
        ("breaking", "field-type-changed", "models.Whole"),
        ("compatible", "model-added", "models.WholeB"),
    }


@pytest.mark.parametrize(
    "said", ["deprecated: true,", "parameters: [{name: n, in: query, schema: {type: string}}],"]
)
def test_another_change_hides_none(said: str) -> None:
    found = told(answering(to("Cat")), answering(to("Twin"), said=said))
    assert {item[0] for item in found} == {"breaking", "compatible"}


# --- constants ---


def sending(kind: str, required: str = "[kind, name]") -> str:
    return f"""paths:
  /owners: {{post: {{operationId: make, responses: {{"204": {{description: d}}}}, requestBody: {{
    required: true, content: {{application/json: {{schema: {{type: array, items: {to("Owner")}}}}}}}}}}}}}
components: {{schemas: {{Owner: {{
  type: object, required: {required}, properties: {{name: {{type: string}}, kind: {kind}}}}}}}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "required"),
    [
        ("{enum: [person]}", "{enum: [person, firm]}", "[kind, name]"),
        ("{const: person}", "{type: string}", "[kind, name]"),
        ("{const: person}", "{type: [string, 'null'], enum: [person, null]}", "[kind, name]"),
        ("{const: person}", "{const: person}", "[name]"),
    ],
)
def test_a_constant_that_is_none_any_more(old: str, new: str, required: str) -> None:
    found = told(sending(old), sending(new, required))
    assert ("breaking", "field-no-constant", "models.Owner") in found
    assert not {item[1] for item in told(sending(new, required), sending(old))} & {"field-no-constant"}


def test_a_constant_that_has_another_value_by_a_mapping() -> None:
    def choosing(more: str) -> str:
        variants = ", ".join(to(name) for name in "KL")
        mapping = f"k: '#/components/schemas/K', l: '#/components/schemas/L'{more}"
        apart = f"{{propertyName: kind, mapping: {{{mapping}}}}}"
        kinds = "\n".join(
            f"    {name}: {{type: object, required: [kind], properties: {{kind: {{const: {name.lower()}}}}}}}"
            for name in "KL"
        )
        return f"""paths:
  /pets: {{post: {{operationId: make, responses: {{"204": {{description: d}}}}, requestBody: {{content: {{
    application/json: {{schema: {{
      type: array, items: {{oneOf: [{variants}], discriminator: {apart}}}}}}}}}}}}}}}
components:
  schemas:
{kinds}
"""

    found = told(choosing(""), choosing(", n: '#/components/schemas/K'"))
    assert ("breaking", "field-no-constant", "models.K") in found


def test_a_constant_parameter_that_is_none_any_more() -> None:
    def asking(schema: str, required: str) -> str:
        return f"""paths:
  /pets: {{get: {{operationId: find, responses: {{"204": {{description: d}}}}, parameters: [
    {{name: version, in: query, required: {required}, schema: {schema}}}]}}}}
"""

    for new in (asking("{type: string}", "true"), asking("{const: one}", "false")):
        found = told(asking("{const: one}", "true"), new)
        assert ("breaking", "parameter-no-constant", "pets.list") in found


def test_a_constant_that_is_only_received() -> None:
    one = "{type: object, required: [kind], properties: {kind: {const: a}}}"
    two = one.replace("{const: a}", "{type: string}")
    assert {item[1] for item in told(having(one), having(two))} == {"field-type-widened"}


# --- bases ---

BASE = "Base: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}"
PARTS = "{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {name: {type: string}}}]}"
FLAT = BASE.removeprefix("Base: ").replace("properties: {", "properties: {name: {type: string}, ")


def deriving(whole: str, base: str = BASE) -> str:
    return having(whole).replace("{schemas: {", f"{{schemas: {{{base}, ")


def test_fields_move_into_a_base() -> None:
    assert told(deriving(FLAT), deriving(PARTS)) == {("compatible", "base-added", "models.Whole")}


def test_fields_move_into_a_base_and_change() -> None:
    found = told(deriving(FLAT), deriving(PARTS, BASE.replace("id: {type: string}", "id: {type: integer}")))
    assert ("breaking", "field-type-changed", "models.Whole") in found
    found = told(deriving(FLAT), deriving(PARTS, BASE.replace(", note: {type: string}", "")))
    assert ("breaking", "field-removed", "models.Whole") in found


def test_fields_of_a_base_are_told_of_the_base() -> None:
    changed = BASE.replace("note: {type: string}", "note: {type: integer}")
    found = told(deriving(PARTS), deriving(PARTS, changed))
    assert found == {("breaking", "field-type-changed", "models.Base")}


def test_fields_of_another_base() -> None:
    other = BASE.replace("Base", "Other").replace("note: {type: string}", "note: {type: integer}")
    both = f"{BASE}, {other}"
    found = told(deriving(PARTS, both), deriving(PARTS.replace("Base", "Other"), both))
    assert {item for item in found if item[2] == "models.Whole"} == {
        ("breaking", "base-changed", "models.Whole"),
        ("breaking", "field-type-changed", "models.Whole"),
    }


# --- variants that are counted ---

A, B, C = (
    f"{{title: {title}, type: object, required: [{name}], properties: {{{name}: {{type: string}}}}}}"
    for title, name in (("Anton", "a"), ("Berta", "b"), ("Caesar", "c"))
)


def counted(*variants: str) -> str:
    return having(f"{{oneOf: [{', '.join(variants)}]}}")


def test_counted_variants_in_another_order() -> None:
    assert told(counted(A, B), counted(B, A)) == set()


def test_a_counted_variant_comes_first() -> None:
    (model,) = {item[2] for item in told(counted(A, B), counted(C, A, B)) if item[1] == "model-added"}
    assert told(counted(A, B), counted(C, A, B)) == {
        ("compatible", "model-added", model),
        ("compatible", "variant-added", "models.Whole"),
    }
