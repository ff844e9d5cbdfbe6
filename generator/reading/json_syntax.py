"""JSON text (RFC 8259) as plain data, with duplicate keys refused."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from generator.reading.places import (
    MAX_DEPTH,
    TOO_DEEP,
    Entry,
    Outline,
    TextError,
    duplicate_key,
)

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_PLACE = re.compile(r"( starting)? at$")  # of a message that goes on with a line and a column
_NESTED = frozenset({dict, list})
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
# Escapes are consumed one after the other, so an escaped backslash cannot hide or fake one.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.DOTALL)


class _DuplicateKeyError(Exception):
    """A mapping has a key twice; where it does is only looked for once it is known."""


def read(text: str) -> Any:
    """Return the value that a JSON text stands for.

    Raises:
        TextError: `invalid-json`, `duplicate-key` or `too-deep`.
    """
    try:
        value = json.loads(text, object_pairs_hook=_mapping)
    except _DuplicateKeyError as duplicate:
        raise duplicate_key(text, entries(text), str(duplicate)) from None
    except json.JSONDecodeError as problem:
        raise _invalid(_PLACE.sub("", problem.msg[:1].lower() + problem.msg[1:]), problem.pos) from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        raise _invalid("a number has too many digits") from None
    _check_surrogates(text)
    _check_depth(value)
    return value


def entries(text: str) -> Iterator[Entry]:
    """Yield the nodes of a text that `read` has accepted, in the order of the text."""
    outline = Outline()
    for match in _TOKEN.finditer(text):
        lexeme = match[0]
        if lexeme in "]}":
            outline.end()
        elif outline.awaits_key and lexeme != ",":
            outline.key(_text(lexeme), match.start())
        elif lexeme not in ":,":
            yield outline.node(match.start())
            if lexeme in "[{":
                outline.begin(is_mapping=lexeme == "{")


def _text(lexeme: str) -> str:
    return json.loads(lexeme) if "\\" in lexeme else lexeme[1:-1]


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _DuplicateKeyError(_first_repeated(key for key, _ in pairs))
    return mapping


def _first_repeated(keys: Iterable[str]) -> str:
    counts = Counter(keys)
    return next(key for key in counts if counts[key] > 1)


def _check_surrogates(text: str) -> None:
    """Refuse half of a surrogate pair: Python would keep it, and no file could be written with it."""
    if _SURROGATE.search(text) is None:
        return
    for match in _ESCAPE.finditer(text):
        if match[1] is not None:
            raise _invalid(f"\\{match[1]} is half a character", match.start())


def _check_depth(value: Any) -> None:
    level: list[dict[str, Any] | list[Any]] = [[value]]
    for _ in range(MAX_DEPTH + 1):
        level = [child for node in level for child in _values(node) if type(child) in _NESTED]
        if not level:
            return
    raise _too_deep()


def _values(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node


def _too_deep() -> TextError:
    return TextError("too-deep", TOO_DEEP, 0)


def _invalid(problem: str, offset: int = 0) -> TextError:
    return TextError("invalid-json", f"not valid JSON: {problem}", offset)
