"""Null beside what it can never be at once: authors mean either, and the ledger says so."""

import pytest

from generator.ir import Anything, Integer, Null, Nullable, String, Type, Union
from tests.support.documents import schemas, type_of


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("allOf: [{type: string}, {type: 'null'}]", Nullable(String())),
        ("allOf: [{type: 'null'}, {type: string}]", Nullable(String())),
        ("allOf: [{type: string}, {enum: [null]}]", Nullable(String())),
        ("allOf: [{type: string}, {const: null}, {minLength: 1}]", Nullable(String())),
        ("{oneOf: [{type: string}, {type: integer}], type: 'null'}", Nullable(Union((String(), Integer())))),
        ("{anyOf: [{type: string}], type: ['null']}", Nullable(String())),
    ],
)
def test_it_is_read_as_either(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected
    assert [entry.code for entry in schemas(f"It: {{{schema.strip('{}')}}}").ledger] == ["null-or-nothing"]


@pytest.mark.parametrize(
    "schema", ["type: 'null'", "allOf: [{type: 'null'}]", "allOf: [{type: 'null'}, {const: null}]"]
)
def test_null_alone_is_null(schema: str) -> None:
    assert type_of(schema) == Null()
    assert schemas(f"It: {{{schema}}}").ledger == ()


@pytest.mark.parametrize("key", ["anyOf", "oneOf"])
@pytest.mark.parametrize("null", ["{nullable: true}", "{nullable: true, description: None of it.}"])
def test_an_alternative_that_is_only_nullable_is_null(key: str, null: str) -> None:
    """So some generators of documents write what is optional; read literally, it would be any value."""
    schema = f"{{{key}: [{{type: string}}, {null}]}}"
    assert type_of(schema) == Nullable(String())
    assert [entry.code for entry in schemas(f"It: {schema}").ledger] == ["nullable-alone"]


@pytest.mark.parametrize(
    "schema",
    [
        "{anyOf: [{nullable: true}]}",
        "{anyOf: [{type: string}, {nullable: false}]}",
        "{anyOf: [{type: string}, {}]}",
    ],
)
def test_any_value_is_no_null(schema: str) -> None:
    assert "nullable-alone" not in [entry.code for entry in schemas(f"It: {schema}").ledger]
    assert type_of(schema) in {Anything(), Nullable(Anything())}
