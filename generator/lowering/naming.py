"""What documents say of the names of operations for other tools than this one."""

from collections.abc import Iterator
from typing import Any

from generator.ir import NameHint
from generator.reading.nodes import is_mapping, is_sequence

# Pairs of what names the resource and what names the method; each may stand alone.
EXTENSIONS = (
    ("x-fern-sdk-group-name", "x-fern-sdk-method-name"),
    ("x-speakeasy-group", "x-speakeasy-name-override"),
    ("", "x-methodName"),
    ("x-stainless-resource", "x-stainless-method"),
)
STAINLESS = "x-stainless-naming"
# Of names for several languages, those that are for ours.
LANGUAGES = ("python", "default", "*")


def name_hints_of(raw: dict[str, Any]) -> tuple[NameHint, ...]:
    """Return what an operation's extensions say of its name, one hint for each tool."""
    return tuple(_hints(raw))


def _hints(raw: dict[str, Any]) -> Iterator[NameHint]:
    for keys in EXTENSIONS:
        group, method = (_name_at(raw.get(key)) for key in keys)
        if group or method:
            yield NameHint(source=" and ".join(key for key in keys if key in raw), group=group, method=method)
    method = _name_at(raw.get(STAINLESS), "method_name")
    if method:
        yield NameHint(source=STAINLESS, method=method)


def _name_at(value: Any, key: str = "name") -> str | None:
    """Return a name: a text, parts of one in a list, or what it is in our language."""
    if isinstance(value, str):
        return value.strip() or None
    if is_sequence(value):
        return ".".join(part for part in value if isinstance(part, str)) or None
    if is_mapping(value):
        return next((name for at in (*LANGUAGES, key) if (name := _name_at(value.get(at), key))), None)
    return None
