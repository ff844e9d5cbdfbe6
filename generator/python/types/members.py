"""What the members of an enum are called after their values, where the document has no names for them."""

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.python.identifiers import SIGNS

# Signs that may tell a value from others which begin with the same: `A+`, `UTC-2` beside `UTC+2`, `c#`.
TELLING = re.compile(r"[+#]|-(?=\d|$)")


def member_names(values: Iterable[object]) -> tuple[str, ...]:
    """Return what each member is called, in words; signs are said where they tell values apart.

    A hyphen alone is none, as in `us-west-2`: it is where another value has a plus in its place.
    """
    names = [_member_name(value) for value in values]
    if not any("+" in name or "#" in name for name in names):
        return tuple(names)
    signs: dict[str, set[str]] = defaultdict(set)
    for name in names:
        before, sign = _parted(name)
        signs[before].add(sign)
    told = {before for before, found in signs.items() if len(found) > 1 and not found.isdisjoint("+#")}
    return tuple(_with_signs(name) if _parted(name)[0] in told else name for name in names)


def _parted(name: str) -> tuple[str, str]:
    """Return what is before the first sign of a name, and that sign."""
    found = TELLING.search(name)
    return (name, "") if found is None else (name[: found.start()], found[0])


def _with_signs(name: str) -> str:
    return TELLING.sub(lambda found: SIGNS[found[0]], name)


def _member_name(value: object) -> str:
    if isinstance(value, int) and value < 0:
        return f"minus {-value}"
    text = str(value)
    if not text:
        return "empty"
    if text[0] in "+-" and len(text) > 1:
        return f"{'plus' if text[0] == '+' else 'minus'} {text[1:]}"
    return text
