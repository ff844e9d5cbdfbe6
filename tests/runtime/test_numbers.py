"""Schemas of pydantic in which numbers keep their digits."""

from typing import Any

import pytest
from pydantic_core import SchemaValidator, core_schema
from trigger_dev._runtime.numbers import keeping_digits

NUMBER = core_schema.float_schema()
LISTS = core_schema.list_schema(core_schema.nullable_schema(NUMBER))
SCHEMAS: list[tuple[Any, str]] = [
    (NUMBER, "9007199254740993"),
    (LISTS, "[null,9007199254740993]"),
    (core_schema.dict_schema(values_schema=NUMBER), '{"a":9007199254740993}'),
    (core_schema.tuple_schema([NUMBER, NUMBER]), "[0.5,9007199254740993]"),
    (core_schema.union_schema([core_schema.str_schema(), LISTS]), "[9007199254740993]"),
    (
        core_schema.typed_dict_schema({"type": core_schema.typed_dict_field(NUMBER)}),
        '{"type":9007199254740993}',
    ),
]


@pytest.mark.parametrize(("schema", "text"), SCHEMAS, ids=[text for _, text in SCHEMAS])
def test_digits_are_kept_wherever_a_number_is(schema: Any, text: str) -> None:
    kept = keeping_digits(schema)
    assert "9007199254740993" in repr(SchemaValidator(kept).validate_json(text, strict=True))
    assert "9007199254740993" not in repr(SchemaValidator(schema).validate_json(text, strict=True))


@pytest.mark.parametrize("schema", [schema for schema, _ in SCHEMAS])
def test_what_keeps_them_stays_as_it_is_however_often_it_is_asked_for(schema: Any) -> None:
    kept = keeping_digits(schema)
    again = kept
    for _ in range(30):  # each pass would multiply it, and its memory
        again = keeping_digits(again)
    assert again == kept
    assert keeping_digits({**kept}) == kept


def test_a_number_with_bounds_is_left_alone() -> None:
    bounded = core_schema.float_schema(ge=0)
    assert keeping_digits(bounded) is bounded
