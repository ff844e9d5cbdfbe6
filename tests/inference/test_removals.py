"""Null that prose allows where no schema does: what it removes could not be removed without."""

import pytest

from generator.inference.infer import infer
from generator.ir import Api, Nullable, Object, String
from tests.support.documents import SCHEMAS, at, schemas

THING = at(f"{SCHEMAS}Thing")


def inferred(description: str, more: str = "type: string", required: str = "[]") -> Api:
    return infer(
        schemas(
            f"Thing: {{required: {required}, properties: {{it: {{{more}, description: {description!r}}}}}}}"
        )
    )


def allows_null(api: Api) -> bool:
    type_ = api.definitions[THING].type
    assert isinstance(type_, Object)
    (field,) = type_.fields
    told = [entry.location for entry in api.ledger if entry.code == "null-by-prose"]
    assert told == ([field.location] if isinstance(field.type, Nullable) else [])
    return field.type == Nullable(String())


@pytest.mark.parametrize(
    "description",
    [
        "The lock. Set this to `null` to remove it.",
        'A password; send "null" to clear the one that is there.',
        "The motto. A null value will delete it.",
        "To unset the owner, pass null.",
        "To remove a row, the whole value is set to `null`.",
        "NULL resets nothing, but null to reset does.",
    ],
)
def test_what_null_removes_may_be_null(description: str) -> None:
    assert allows_null(inferred(description))


@pytest.mark.parametrize(
    "description",
    [
        "The lock.",
        "Is null where there is none.",
        "Never null. To remove it, use the other call.",
        "To remove it, set it to an empty text.",
        "It must not be null.",
        "nullable things to remove",
        "",
    ],
)
def test_other_prose_allows_none(description: str) -> None:
    assert not allows_null(inferred(description))


def test_what_must_be_there_or_is_only_read_is_not_removed() -> None:
    said = "Set this to null to remove it."
    assert not allows_null(inferred(said, required="[it]"))
    assert not allows_null(inferred(said, "type: string, readOnly: true"))


def test_what_may_be_null_by_its_schema_needs_no_prose() -> None:
    found = infer(
        schemas(
            "Thing: {properties: {it: {type: [string, 'null'], description: Set it to null to clear it.}}}"
        )
    )
    assert not [entry for entry in found.ledger if entry.code == "null-by-prose"]
