"""What a document calls the members of an enum, in the extensions that other tools read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.reading.dialect import MEMBERS, NAMES
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at, sequence_at, text_at
from generator.scalars import Scalar

# Extensions that most tools read.
USUAL = frozenset({"x-enum-varnames", "x-enumNames"})
# What has a name, or what is said of it, by each value.
BY_VALUE = ("x-speakeasy-enums", "x-fern-enum")
NAME_KEYS = ("name", "identifier", "varname", "key")
VALUE_KEYS = ("value", "numericValue", "const")


def member_names(schema: Mapping[str, Any], values: Sequence[Scalar]) -> tuple[tuple[str, ...], bool]:
    """Return the names of the members of an enum, and whether they are for other tools than most.

    There is one name for each value, or none where not all have one.
    """
    texts = [*map(str, values)]
    for key in NAMES:
        if _fits(names := sequence_at(schema.get(key)), texts):
            return tuple(names), key not in USUAL
    # Names that are the values themselves say nothing.
    found = (names for names in _named(schema, texts) if _fits(names, texts) and names != texts)
    told = next(found, None)
    return tuple(told or ()), told is not None


def _fits(names: Sequence[Any], values: Sequence[str]) -> bool:
    return len(names) == len(values) and all(isinstance(name, str) for name in names)


def _named(schema: Mapping[str, Any], values: list[str]) -> Iterator[list[Any]]:
    """Yield lists of names, the name of a value that has none being None."""
    lists = [sequence_at(schema[key]) for key in MEMBERS if key in schema]
    lists.append(sequence_at(mapping_at(schema.get("x-ms-enum")).get("values")))
    for members in lists:
        named = [_first(member, NAME_KEYS) for member in members]
        given = [_first(member, VALUE_KEYS) for member in members]
        by_value = dict(zip(map(str, given), named, strict=True))
        yield named if given == [None] * len(members) else [by_value.get(value) for value in values]
    for key in BY_VALUE:
        said = mapping_at(schema.get(key))
        yield [_text(said.get(value)) for value in values]


def _first(member: Any, keys: Sequence[str]) -> Any:
    """Return what the first of the keys that a member has says."""
    return next((member[key] for key in keys if key in member), None) if is_mapping(member) else None


def _text(said: Any) -> str | None:
    return text_at(said) or text_at(mapping_at(said).get("name"))
