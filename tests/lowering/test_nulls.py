"""Null beside what it can never be at once: authors mean either, and the ledger says so."""

import pytest

from generator.ir import Integer, Null, Nullable, String, Type, Union
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
