"""Constraints that are written otherwise: what they let pass is compared, and not how they say it."""

import pytest

from generator.contract.limits import relate_limits
from generator.contract.relations import NARROWER, OTHER, SAME, WIDER, Relation
from tests.support.contracts import changes_of

WIDENED = [
    ("int", {"exclusiveMaximum": 100}, {"maximum": 100}),
    ("num", {"exclusiveMaximum": 100}, {"maximum": 100}),
    ("num", {"exclusiveMaximum": 100}, {"exclusiveMaximum": 100.5}),
    ("int", {"minimum": 2}, {"exclusiveMinimum": 0}),
    ("num", {"exclusiveMinimum": 0}, {"minimum": 0}),
    ("num", {"maximum": 5, "exclusiveMaximum": 4}, {"maximum": 5}),
    ("num[]", {"[]exclusiveMaximum": 100}, {"[]maximum": 100}),
    ("int", {"multipleOf": 10}, {"multipleOf": 5}),
    ("num", {"multipleOf": 0.3}, {"multipleOf": 0.1}),
    ("str", {"minLength": 1}, {}),
    ("str", {"maxLength": 3}, {"maxLength": 4}),
    ("int", {"format": "int32"}, {}),
    ("int", {"format": "int32"}, {"format": "int64"}),
    ("num", {"format": "float"}, {"format": "double"}),
]
SAMES = [
    ("int", {"exclusiveMaximum": 100}, {"maximum": 99}),
    ("int?", {"exclusiveMinimum": 0}, {"minimum": 1}),
    ("int[]", {"[]exclusiveMinimum": 0}, {"[]minimum": 1}),
    ("int{}", {"{}minimum": 0.5}, {"{}minimum": 1}),
    ("num", {"maximum": 5, "exclusiveMaximum": 9}, {"maximum": 5}),
    ("int", {"format": "int64"}, {}),
    ("num", {"format": "double"}, {}),
    ("str", {"format": "password"}, {}),
    ("str", {"minLength": 0}, {}),
    ("str[]", {"minItems": 0}, {}),
    ("int", {"multipleOf": 1}, {}),
]
OTHERS = [
    ("num", {"exclusiveMaximum": 100, "minimum": 0}, {"maximum": 100, "minimum": 1}),
    ("int", {"multipleOf": 10}, {"multipleOf": 4}),
    ("str", {"pattern": "a"}, {"pattern": "b"}),
    ("str", {"format": "email"}, {"format": "uri"}),
    ("int", {"not minimum": 5}, {"not minimum": 6}),
]


@pytest.mark.parametrize(
    ("type_", "old", "new", "there", "back"),
    [
        *((*item, WIDER, NARROWER) for item in WIDENED),
        *((*item, SAME, SAME) for item in SAMES),
        *((*item, OTHER, OTHER) for item in OTHERS),
    ],
)
def test_constraints(
    type_: str, old: dict[str, object], new: dict[str, object], there: Relation, back: Relation
) -> None:
    assert (relate_limits(old, new, type_), relate_limits(new, old, type_)) == (there, back)


def sending(schema: str) -> str:
    return f"""paths: {{/t: {{get: {{operationId: find,
  parameters: [{{name: q, in: query, schema: {schema}}}],
  responses: {{"204": {{description: d}}}}}}}}}}
"""


def test_a_bound_that_is_written_otherwise() -> None:
    below, least = "{type: integer, exclusiveMaximum: 100}", "{type: integer, maximum: 100}"
    assert [item.id for item in changes_of(sending(below), sending(least))] == ["parameter-limits-widened"]
    assert [item.id for item in changes_of(sending(least), sending(below))] == ["parameter-limits-narrowed"]


def test_a_format_that_says_nothing_more() -> None:
    assert changes_of(sending("{type: integer}"), sending("{type: integer, format: int64}")) == ()
