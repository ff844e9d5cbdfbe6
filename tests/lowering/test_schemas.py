"""Schemas: small YAML in, types and definitions out."""

import pytest

from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Entry,
    Enum,
    Field,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    Origin,
    String,
    Tuple,
    Type,
    Union,
)
from generator.type_tree import without_null
from tests.support.documents import PET, SCHEMAS, api, at, field_types, noted, ref, schemas, type_of, types


def type_variants(type_: Type) -> tuple[Type, ...]:
    """Return the variants of a union that may be null."""
    inner = type_.inner if isinstance(type_, Nullable) else type_
    assert isinstance(inner, Union)
    return inner.variants


# --- single values ---


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("type: string", String()),
        ("type: integer", Integer()),
        ("{type: integer, format: int64}", Integer()),
        ("type: number", Number()),
        ("{type: number, format: double}", Number()),
        ("type: boolean", Boolean()),
        ("type: 'null'", Null()),
        ("{type: string, format: date-time}", String("date-time")),
        ("{type: string, format: date}", String("date")),
        ("{type: string, format: uuid}", String("uuid")),
        ("{type: string, format: dateTime}", String("date-time")),
        ("{type: string, format: datetime}", String("date-time")),
        ("{type: string, format: Date-Time}", String("date-time")),
        ("{type: string, format: date/time}", String("date-time")),
        ("{type: [string, 'null'], format: DATE_TIME}", Nullable(String("date-time"))),
        ("{type: string, format: UUID}", String("uuid")),
        ("{type: string, format: Duration}", String("duration")),
        ("{type: string, format: date-time-rfc1123}", String()),
        ("{type: integer, format: dateTime}", Integer()),
        ("{type: string, format: email}", String()),
        ("{type: string, format: binary}", String("binary")),
        ("{type: string, contentEncoding: base64}", String("byte")),
        ("{type: string, contentMediaType: application/octet-stream}", String("binary")),
        ("{type: string, contentMediaType: text/html}", String()),
        ("{}", Anything()),
        ("true", Anything()),
        ("false", Never()),
        ("not: {}", Never()),
        ("description: only words", Anything()),
        ("type: [string, integer]", Union((String(), Integer()))),
        ("type: [string, 'null']", Nullable(String())),
        ("type: [string, integer, 'null']", Nullable(Union((String(), Integer())))),
    ],
)
def test_one_value(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


def test_objects_among_several_types_are_named() -> None:
    assert types("It: {type: [array, object], items: {type: string}, properties: {x: {type: string}}}") == {
        "It": Union((Array(String()), ref("It/type"))),
        "It/type": Object(fields=(Field(name="x", type=String()),)),
    }


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("enum: [a, b]", Enum(("a", "b"))),
        ("{type: string, enum: [b, a, b]}", Enum(("b", "a"))),
        ("enum: [1, 2]", Enum((1, 2))),
        ("enum: [a]", Const("a")),
        ("enum: [true, false]", Boolean()),
        ("enum: [true]", Const(value=True)),
        ("enum: [0.5, 1]", Number()),
        ("enum: [null]", Null()),
        ("enum: [a, null, b]", Nullable(Enum(("a", "b")))),
        ("{type: string, nullable: true, enum: [a, b]}", Nullable(Enum(("a", "b")))),
        ("{type: [string, 'null'], enum: [a]}", Nullable(Const("a"))),
        ("enum: [a, 1, b]", Union((String(), Integer()))),
        ("{type: string, enum: [1, 2]}", Enum(("1", "2"))),
        ("{type: integer, enum: ['0', '1']}", Enum((0, 1))),
        ("{type: integer, enum: [0, '-1', '0']}", Enum((0, -1))),
        ("{type: integer, enum: ['7']}", Const(7)),
        ("{type: integer, nullable: true, enum: ['0', null, '1']}", Nullable(Enum((0, 1)))),
        (
            "{type: [integer, 'null'], enum: ['0', '1'], x-enum-varnames: [A, B]}",
            Nullable(Enum((0, 1), ("A", "B"))),
        ),
        ("{type: number, enum: ['1', '2']}", Enum((1, 2))),
        ("{type: number, enum: ['0.5', '1']}", Number()),
        ("{type: boolean, enum: ['true', 'False']}", Boolean()),
        ("{type: boolean, enum: ['true']}", Const(value=True)),
        ("{type: integer, enum: ['0', low]}", Enum(("0", "low"))),
        ("{type: integer, enum: ['01', '02']}", Enum(("01", "02"))),
        ("{type: [string, integer], enum: ['1', '2']}", Enum(("1", "2"))),
        ("enum: [{a: 1}]", Anything()),
        ("const: a", Const("a")),
        ("const: 1.5", Const(1.5)),
        ("const: null", Null()),
        ("{const: a, nullable: true}", Nullable(Const("a"))),
        ("const: [1]", Array(Anything())),
        ("const: {a: 1}", Map(Anything())),
        ("{enum: [a, b], x-enum-varnames: [First, Second]}", Enum(("a", "b"), ("First", "Second"))),
        ("{enum: [a, b], x-enum-varnames: [First]}", Enum(("a", "b"))),
        ("oneOf: [{const: a}, {const: b}]", Enum(("a", "b"))),
        ("oneOf: [{const: 1, title: One}, {const: 2, title: Two}]", Enum((1, 2), ("One", "Two"))),
        ("{type: string, anyOf: [{const: a, title: A}, {const: b, description: B}]}", Enum(("a", "b"))),
        (
            "{anyOf: [{const: a}, {enum: [b, c], type: string}, {type: 'null'}]}",
            Nullable(Enum(("a", "b", "c"))),
        ),
        (
            "{oneOf: [{const: a}, {const: b}], x-enum-varnames: [First, Second]}",
            Enum(("a", "b"), ("First", "Second")),
        ),
        ("{enum: [a, null, b], x-enumNames: [A, N, B]}", Nullable(Enum(("a", "b"), ("A", "B")))),
        (
            "{enum: [a, b], x-enum-elements: [{name: A}, {name: B}]}",
            Enum(("a", "b"), ("A", "B"), is_hinted=True),
        ),
        ("{enum: [a, null], x-enum-elements: [{name: A}, {name: N}]}", Nullable(Const("a"))),
        (
            "{enum: [a, null, b], x-enum-elements: [{name: A}, {name: N}, {name: B}]}",
            Nullable(Enum(("a", "b"), ("A", "B"), is_hinted=True)),
        ),
        ("{enum: [a, b], x-enum-elements: [{name: a}, {name: b}]}", Enum(("a", "b"))),
        ("{enum: [a, b], x-enum-elements: [{name: A}, {description: x}]}", Enum(("a", "b"))),
        (
            "{enum: [1, 2], x-enum-values: [{identifier: B, numericValue: '2'}, {name: A, value: 1}]}",
            Enum((1, 2), ("A", "B"), is_hinted=True),
        ),
        ("{enum: [a, b], x-enum-values: [{name: A, value: a}]}", Enum(("a", "b"))),
        (
            "{enum: [a, b], x-ms-enum: {values: [{value: b, name: B}, {value: a, name: A}]}}",
            Enum(("a", "b"), ("A", "B"), is_hinted=True),
        ),
        (
            "{enum: [a, b], x-fern-enum: {a: {name: A}, b: {name: B}}}",
            Enum(("a", "b"), ("A", "B"), is_hinted=True),
        ),
        ("{enum: [a, b], x-speakeasy-enums: {a: A, b: B}}", Enum(("a", "b"), ("A", "B"), is_hinted=True)),
        ("{enum: [a, b], x-speakeasy-enums: [A, B]}", Enum(("a", "b"), ("A", "B"), is_hinted=True)),
        ("{enum: [a, b], x-enum: 7, x-fern-enum: [A], x-enum-values: [7]}", Enum(("a", "b"))),
    ],
)
def test_enums_and_constants(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


@pytest.mark.parametrize("types", ["object, array, string", "object, 'null', boolean"])
def test_an_object_without_properties_among_several_types(types: str) -> None:
    assert Map(Anything()) in type_variants(type_of(f"type: [{types}]"))


@pytest.mark.parametrize(
    "schema",
    ["oneOf: [{const: 1}, {const: true}]", "oneOf: [{enum: [1]}, {enum: [true]}]"],
)
def test_one_and_true_are_two_values(schema: str) -> None:
    assert type_of(schema) == Union((Const(1), Const(value=True)))
    assert type_of(schema) != Union((Const(1), Const(1)))


def test_a_number_is_one_value_however_it_is_written() -> None:
    assert type_of("oneOf: [{const: 1}, {const: 1.0}]") == Const(1)
    assert type_of("oneOf: [{const: 0.0}, {const: false}]") == Union((Const(0), Const(value=False)))


def test_what_is_not_checked_is_in_the_ledger() -> None:
    found = schemas("""
A: {const: [1]}
B: {enum: [{a: 1}]}
C: {enum: [0.5, 1]}
D: {type: string, not: {const: a}}
E: {propertyNames: {maxLength: 3}}
F: 7
G: {type: text}
H: {type: integer, enum: ['1', '2']}
I: {type: string, format: dateTime}
""")
    assert noted(found) == [
        ("structured-const", "A"),
        ("structured-enum", "B"),
        ("number-enum", "C"),
        ("unchecked-not", "D/not"),
        ("unchecked-propertyNames", "E/propertyNames"),
        ("not-a-schema", "F"),
        ("unknown-type", "G/type"),
        ("text-enum", "H/enum"),
        ("unknown-format", "I/format"),
    ]


# --- null ---


@pytest.mark.parametrize(
    ("version", "schema"),
    [
        ("3.0.3", "{$ref: '#/components/schemas/Pet', nullable: true}"),
        ("3.0.3", "{nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}"),
        ("3.0.3", "{allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]}"),
        ("3.0.3", "{nullable: true, oneOf: [{$ref: '#/components/schemas/Pet'}]}"),
        ("3.1.1", "{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}"),
        ("3.1.1", "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Pet'}]}"),
        ("3.1.1", "{anyOf: [{$ref: '#/components/schemas/Pet'}, {enum: [null]}]}"),
        ("3.1.1", "{anyOf: [{$ref: '#/components/schemas/Pet'}, {const: null}]}"),
    ],
)
def test_a_named_schema_or_null(version: str, schema: str) -> None:
    assert types(f"{PET}It: {schema}", version=version)["It"] == Nullable(ref("Pet"))


def test_nullable_is_read_in_every_version() -> None:
    for version in ("3.0.3", "3.1.1", "3.2.0"):
        assert type_of("{type: string, nullable: true}", version=version) == Nullable(String())
        assert type_of("{type: string, nullable: false}", version=version) == String()


def test_null_is_said_once() -> None:
    assert type_of("oneOf: [{type: string, nullable: true}, {type: integer}, {type: 'null'}]") == Nullable(
        Union((String(), Integer()))
    )


# --- lists and maps ---


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: array, items: {type: string}}", Array(String())),
        ("type: array", Array(Anything())),
        ("items: {type: string}", Array(String())),
        ("{type: array, items: {type: string, nullable: true}}", Array(Nullable(String()))),
        ("{prefixItems: [{type: string}, {type: integer}]}", Tuple((String(), Integer()), Anything())),
        ("{prefixItems: [{type: string}], items: false}", Tuple((String(),), None)),
        ("{prefixItems: [{type: string}], items: {type: integer}}", Tuple((String(),), Integer())),
        ("{type: array, items: [{type: string}], additionalItems: false}", Tuple((String(),), None)),
        ("type: object", Map(Anything())),
        ("{type: object, additionalProperties: false}", Map(Never())),
        ("additionalProperties: {type: integer}", Map(Integer())),
        ("additionalProperties: {type: string, nullable: true}", Map(Nullable(String()))),
        ("{patternProperties: {^x: {type: string}}}", Map(String())),
        (
            "{patternProperties: {^x: {type: string}, ^y: {type: integer}}}",
            Map(Union((String(), Integer()))),
        ),
        (
            "{patternProperties: {^x: {type: string}}, additionalProperties: {type: integer}}",
            Map(Union((String(), Integer()))),
        ),
        (
            "{patternProperties: {^x: {type: string}}, additionalProperties: false}",
            Map(String()),
        ),
    ],
)
def test_lists_and_maps(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", ["open-tuple", "short-tuple"]),
        (", minItems: 2", ["open-tuple"]),
        (", minItems: 1, maxItems: 2", ["short-tuple"]),
        (", minItems: 2, maxItems: 2", []),
        (", minItems: 2, items: false", []),
        (", items: {type: string}", []),
    ],
)
def test_lists_that_a_tuple_has_no_place_for_are_told(more: str, codes: list[str]) -> None:
    found = schemas(f"It: {{prefixItems: [{{type: string}}, {{type: integer}}]{more}}}")
    assert [code for code, _ in noted(found)] == codes


def test_further_properties_beside_known_ones() -> None:
    known = (Field(name="x", type=String()),)
    shape = "properties: {x: {type: string}}\nadditionalProperties: "
    assert type_of(shape + "{type: integer}") == Object(fields=known, extra=Integer())
    assert type_of(shape + "true") == Object(fields=known)
    assert type_of(shape + "false") == Object(fields=known)


# --- objects ---


def test_fields_are_in_canonical_order() -> None:
    found = type_of("{required: [z, b], properties: {c: {}, b: {}, a: {}, z: {}}}")
    assert isinstance(found, Object)
    assert [(field.name, field.required) for field in found.fields] == [
        ("z", True),
        ("b", True),
        ("a", False),
        ("c", False),
    ]


def test_what_a_field_says() -> None:
    found = type_of("""
properties:
  a: {type: string, readOnly: true, description: " what it is "}
  b: {type: string, writeOnly: true, deprecated: true}
  c: {type: integer, default: 3, minimum: 1, maximum: 9}
  d: {type: object, default: {z: 1, a: é}}
  e: {type: string, nullable: true, default: null}
""")
    assert found == Object(
        fields=(
            Field(name="a", type=String(), access="read", description="what it is"),
            Field(name="b", type=String(), access="write", deprecated=True),
            Field(name="c", type=Integer(), default="3", notes=("1 to 9",)),
            Field(name="d", type=Map(Anything()), default='{"a": "é", "z": 1}'),
            Field(name="e", type=Nullable(String()), default="null"),
        )
    )


@pytest.mark.parametrize(
    ("schema", "notes"),
    [
        ("{type: string, minLength: 1}", ("at least 1 character",)),
        ("{type: string, minLength: 0, maxLength: 64}", ("at most 64 characters",)),
        ("{type: string, minLength: 2, maxLength: 2}", ("exactly 2 characters",)),
        ("{type: string, pattern: '^a+$'}", ("matching ^a+$",)),
        ("{type: integer, minimum: 0}", ("at least 0",)),
        ("{type: integer, minimum: 0, exclusiveMinimum: true}", ("more than 0",)),
        ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1.5}", ("more than 0 and less than 1.5",)),
        ("{type: integer, multipleOf: 5}", ("a multiple of 5",)),
        ("{type: array, maxItems: 1, uniqueItems: true}", ("at most 1 item", "no item twice")),
        ("{type: object, minProperties: 2}", ("at least 2 entries",)),
        ("{type: string, minLength: many}", ()),
    ],
)
def test_constraints_in_words(schema: str, notes: tuple[str, ...]) -> None:
    found = type_of(f"properties: {{x: {schema}}}")
    assert isinstance(found, Object)
    assert found.fields[0].notes == notes


def test_inline_objects_and_enums_are_definitions() -> None:
    found = schemas("""
It:
  properties:
    a: {type: array, items: {description: One, properties: {x: {type: string}}}}
    b: {enum: [x, y, null]}
""").definitions
    it, item, enum = (
        at(f"{SCHEMAS}It"),
        at(f"{SCHEMAS}It/properties/a/items"),
        at(f"{SCHEMAS}It/properties/b"),
    )
    assert found[it] == Definition(
        location=it,
        type=Object(
            fields=(
                Field(name="a", type=Array(ref("It/properties/a/items"))),
                Field(name="b", type=Nullable(ref("It/properties/b"))),
            )
        ),
        origin=Origin("It"),
        home=it,
        component=True,
    )
    assert found[item] == Definition(
        location=item,
        type=Object(fields=(Field(name="x", type=String()),)),
        origin=Origin("It", ("a", "[]")),
        home=it,
        component=False,
        description="One",
    )
    assert found[enum].type == Nullable(Enum(("x", "y")))


# --- references ---


def test_annotations_beside_a_reference_are_the_fields() -> None:
    found = types(f"""{PET}
It:
  properties:
    a: {{$ref: '#/components/schemas/Pet', description: Mine, deprecated: true}}
    b: {{$ref: '#/components/schemas/Pet', type: object}}
    c: {{$ref: '#/components/schemas/Pet', maxProperties: 3}}
""")["It"]
    assert found == Object(
        fields=(
            Field(name="a", type=ref("Pet"), description="Mine", deprecated=True),
            Field(name="b", type=ref("Pet")),
            Field(name="c", type=ref("Pet"), notes=("at most 3 entries",)),
        )
    )


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{$ref: '#/components/schemas/Pet', properties: {more: {type: integer}}}", ref("Mid")),
        ("{$ref: '#/components/schemas/Pet', required: [name]}", ref("Mid")),
        ("{$ref: '#/components/schemas/Pet', nullable: true}", ref("Mid")),
        ("{$ref: '#/components/schemas/Text', enum: [a, b]}", ref("Mid")),
        ("{$ref: '#/components/schemas/Text', format: date}", ref("Mid")),
        ("{$anchor: here, $ref: '#/components/schemas/Pet', required: [name]}", ref("Mid")),
        # What only annotates is another name.
        ("{$ref: '#/components/schemas/Pet', description: Mine, type: object}", ref("Pet")),
        ("{$id: 'https://acme.test/mid', $ref: '#/components/schemas/Pet', x-a: 1}", ref("Pet")),
        ("{$dynamicAnchor: here, $ref: '#/components/schemas/Pet'}", ref("Pet")),
    ],
)
def test_a_reference_ends_at_what_says_more_beside_its_own(schema: str, expected: Type) -> None:
    found = types(
        f"""{PET}
Text: {{type: string}}
Mid: {schema}
Alias: {{$ref: '#/components/schemas/Mid'}}
It: {{properties: {{a: {{$ref: '#/components/schemas/Mid'}}, b: {{$ref: '#/components/schemas/Alias'}}}}}}
"""
    )
    assert {without_null(type_) for type_ in field_types(found["It"]).values()} == {expected}


def test_what_stands_beside_references_adds_up() -> None:
    found = types(
        f"""{PET}
Mid: {{$ref: '#/components/schemas/Pet', properties: {{more: {{type: integer}}}}}}
It: {{$ref: '#/components/schemas/Mid', properties: {{most: {{type: integer}}}}}}
Date: {{$ref: '#/components/schemas/Text', format: date}}
Text: {{type: string}}
Day: {{allOf: [{{$ref: '#/components/schemas/Date'}}, {{minLength: 3}}]}}
"""
    )
    assert found["It"] == Object(fields=(Field(name="most", type=Integer()),), base=ref("Mid"))
    assert found["Mid"] == Object(fields=(Field(name="more", type=Integer()),), base=ref("Pet"))
    assert found["Day"] == String(format="date")


def test_variants_that_say_more_than_they_refer_to_are_several() -> None:
    one = "{$ref: '#/components/schemas/Base', properties: {meows: {type: boolean}}}"
    two = "{$ref: '#/components/schemas/Base', properties: {barks: {type: boolean}}}"
    found = types(
        f"""Base: {{required: [kind], properties: {{kind: {{type: string}}}}}}
Cat: {one}
Dog: {two}
It:
  oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]
  discriminator: {{propertyName: kind, mapping: {{c: '#/components/schemas/Cat', d: Dog}}}}
"""
    )
    told = found["It"]
    assert isinstance(told, Union)
    assert told.variants == (ref("Cat"), ref("Dog"))
    assert told.discriminator is not None
    assert told.discriminator.mapping == (("c", 0), ("d", 1))


def test_what_says_more_than_its_base_derives_from_it() -> None:
    found = types(
        """Base: {required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Cat: {$ref: '#/components/schemas/Base', properties: {meows: {type: boolean}}}
Other: {$ref: '#/components/schemas/Base', description: only another name}
"""
    )
    base = found["Base"]
    assert isinstance(base, Object)
    assert base.subtypes is not None
    assert base.subtypes.names == (("Cat", at(f"{SCHEMAS}Cat")),)


def test_a_reference_into_the_wrong_section_is_mended() -> None:
    found = schemas(f"{PET}It: {{$ref: '#/components/responses/Pet'}}")
    assert found.definitions[at(f"{SCHEMAS}It")].type == ref("Pet")
    assert noted(found) == [("misplaced-reference", "It/$ref")]


def test_a_missing_file_is_any_value() -> None:
    found = schemas("It: {$ref: 'models/pet.yaml'}")
    assert found.definitions[at(f"{SCHEMAS}It")].type == Anything()
    assert found.ledger == (
        Entry(
            kind="ignored",
            code="missing-file",
            message="'models/pet.yaml' does not exist; any value is accepted",
            location=at(f"{SCHEMAS}It/$ref"),
        ),
    )


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ("A: {$ref: '#/components/schemas/A'}", ["A/$ref"]),
        ("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}", ["A/$ref", "B/$ref"]),
        ("A: {$ref: '#/components/schemas/A', minLength: 2}", ["A/$ref"]),
        ("A: {$ref: '#/components/schemas/A/x'}", ["A/$ref"]),
    ],
)
def test_a_schema_that_is_only_itself_is_any_value(given: str, places: list[str]) -> None:
    use = "{get: {responses: {200: {content: {application/json: {schema: {type: object, properties: {"
    use += "a: {$ref: '#/components/schemas/A'}, l: {items: {$ref: '#/components/schemas/A'}}}}}}}}}}"
    indented = given.replace("\n", "\n    ")
    found = api(f"paths:\n  /a: {use}\ncomponents:\n  schemas:\n    {indented}\n")
    told = [entry for entry in found.ledger if entry.code == "reference-cycle"]
    assert {entry.kind for entry in told} == {"ignored"}
    assert [entry.location for entry in told] == [at(f"{SCHEMAS}{place}") for place in places]
    assert told[0].message.endswith("leads back to itself; any value is accepted")
    assert len(found.operations) == 1


@pytest.mark.parametrize(
    "body",
    [
        (
            "{multipart/form-data: {schema: {properties: {f: {}}}, "
            "encoding: {f: {headers: {X: {schema: {$ref: '#/components/schemas/No'}}}}}}}"
        ),
        "{application/json: {schema: {properties: {$ref: '#/components/schemas/No'}}}}",
    ],
)
def test_a_missing_schema_costs_no_document_wherever_it_is_referred_to(body: str) -> None:
    found = api(f"paths:\n  /a: {{post: {{requestBody: {{content: {body}}}, responses: {{}}}}}}\n")
    assert ("ignored", "missing-schema") in [(entry.kind, entry.code) for entry in found.ledger]


def test_a_reference_that_nobody_needs_is_ignored() -> None:
    found = schemas("It: {$ref: '#/components/schemas/Nope'}")
    assert [(entry.kind, entry.code) for entry in found.ledger] == [("ignored", "unresolved-reference")]


def test_a_schema_that_an_operation_needs_is_any_value_where_it_is_missing() -> None:
    found = api("""
paths:
  /pets:
    get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/Pat'}}}}}}
components: {schemas: {Pet: {type: object}}}
""")
    assert found.operations[0].responses[0].contents[0].type == Anything()
    assert found.ledger == (
        Entry(
            kind="ignored",
            code="missing-schema",
            message="'#/components/schemas/Pat' does not exist; did you mean 'Pet'? Any value is accepted. "
            "An overlay mends it with the action {target: $, update: {components: {schemas: {Pat: ...}}}}",
            location=at("/paths/~1pets/get/responses/200/content/application~1json/schema/$ref"),
        ),
    )
