"""What a plain scalar stands for: the core schema of YAML 1.2.2, 10.3."""

import math
import re
from typing import Any

_CONSTANTS: dict[str, Any] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((f"{sign}{word}" for sign in ("", "+") for word in (".inf", ".Inf", ".INF")), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_BASES = {"integer": 10, "octal": 8, "hexadecimal": 16}

_TYPES: dict[str, type] = {"null": type(None), "bool": bool, "int": int, "float": float}
_TEXTS = frozenset({"str", "binary", "timestamp"})
_MAX_DIGITS = 4000  # Python refuses to read longer ones

MAYBE_NOT_TEXT = frozenset("~+-.0123456789nNtTfF") | {""}
"""The first characters of all that is not text: a cheap test that spares most scalars the full one."""


def resolve(text: str) -> Any:
    """Return what a plain scalar stands for: null, a boolean, a number, or its own text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > _MAX_DIGITS:
        return text
    kind = match.lastgroup or ""
    return float(text) if kind == "float" else int(match[kind], _BASES[kind])


def resolve_as(tag: str, text: str, *, is_plain: bool) -> Any:
    """Return what a scalar with an explicit tag stands for; tags outside the core schema say nothing.

    Raises:
        ValueError: the text does not stand for a value of that tag.
    """
    name = tag.removeprefix("tag:yaml.org,2002:")
    if name not in _TYPES:
        return resolve(text) if is_plain and name not in _TEXTS else text
    value = resolve(text)
    if name == "float" and type(value) is int:
        return float(value)
    if type(value) is not _TYPES[name]:
        raise ValueError(f"{text!r} is not of the type !!{name}")
    return value
