"""Null that only prose allows: "set this to `null` to remove it" of a property whose schema knows no null.

Schemas of such properties tell what is read. Without null in what is sent, nobody could remove them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.diagnostics import Location
from generator.ir import Definition, Entry, Field, Nullable, Object
from generator.type_tree import with_type

_TAKE_AWAY: Final = r"(?:remov|clear|unset|delet|reset|disabl|detach|unassign|eras)\w*"
_GIVE: Final = r"(?:set|pass|send|provid|us|specif)\w*"
_NULL: Final = r"\bnull\b"
_SAID: Final = re.compile(
    rf"{_NULL}[^.]{{0,30}}?\b(?:to|will)\b[^.]{{0,20}}?\b{_TAKE_AWAY}"
    rf"|\bto {_TAKE_AWAY}[^.]{{0,60}}?\b{_GIVE}\b[^.]{{0,30}}?{_NULL}",
    re.IGNORECASE,
)
# So much of a description is read: documents are untrusted.
_READ: Final = 4000


def with_removals(
    definitions: Mapping[Location, Definition], ledger: list[Entry]
) -> Mapping[Location, Definition]:
    """Return definitions in whose objects null is allowed where prose says that it removes what is there.

    Args:
        definitions: the definitions, null outside of them.
        ledger: what gets an entry for each such property.
    """
    found: dict[Location, Definition] = {}
    for location, definition in definitions.items():
        type_ = definition.type
        if isinstance(type_, Object) and any(map(_is_removed_by_null, type_.fields)):
            ledger += _entries(type_.fields, location)
            fields = tuple(map(_removable, type_.fields))
            found[location] = with_type(definition, replace(type_, fields=fields))
    return {**definitions, **found} if found else definitions


def _is_removed_by_null(item: Field) -> bool:
    is_sent = item.access != "read" and not item.required
    return (
        is_sent and not isinstance(item.type, Nullable) and _SAID.search(item.description[:_READ]) is not None
    )


def _removable(item: Field) -> Field:
    return replace(item, type=Nullable(item.type)) if _is_removed_by_null(item) else item


def _entries(fields: tuple[Field, ...], location: Location) -> Iterator[Entry]:
    message = "its description says that null removes it, and its schema has no null: null may be sent"
    for item in filter(_is_removed_by_null, fields):
        yield Entry(
            kind="approximated", code="null-by-prose", message=message, location=item.location or location
        )
