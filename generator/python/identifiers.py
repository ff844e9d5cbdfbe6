"""From any text to a Python identifier or a file name, and many of them to distinct ones."""

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from generator.words import MAX_LENGTH, digest, kept, words

NOTHING: Final[Mapping[str, str]] = {}

# A number and its unit are one word, as they are in lower case: `5Q`, `2XL`, `1080P`.
UNIT = re.compile(r"(?<![^\W_])\d+[A-Z]{1,2}(?![^\W_])")

# File systems count bytes, and take 255 for a name.
MAX_BYTES = 220
SIGNS = {
    "+": " plus ",
    "-": " minus ",
    "*": " star ",
    "/": " slash ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "!": " not ",
    "@": " at ",
    "#": " hash ",
    "$": " dollar ",
    "%": " percent ",
    "&": " and ",
    ".": " dot ",
    "?": " question ",
    "~": " tilde ",
    "^": " caret ",
    "|": " pipe ",
    ":": " colon ",
    ",": " comma ",
}

# Signs of numbers.
SIGNED = frozenset("+-")
# What names of filters end with, and what is usual for it: `DateSent>=` is `date_sent_gte`.
COMPARISONS = {"<": "lt", "<=": "lte", ">": "gt", ">=": "gte", "!=": "ne", "<>": "ne"}
COMPARED = re.compile(r"(?<=\w)\s*([<>]=?|!=|<>)$")


@kept
def snake(text: str, *, fallback: str = "value") -> str:
    """Return a lower-case identifier: `created_at`, `plus_1`; keywords get an underscore behind."""
    spelled = COMPARED.sub(lambda found: f" {COMPARISONS[found[1]]}", text) if text[-1:] in "<>=" else text
    if text[:1] in SIGNED and text[1:2].isdecimal():
        spelled = SIGNS[text[0]] + spelled[1:]
    return _safe("_".join(word.lower() for word in words(spelled)), fallback)


@kept
def pascal(text: str, *, fallback: str = "Value") -> str:
    """Return a class name: `SessionObject`. Capitals inside words stay: `URLMap` is `URLMap`."""
    parts = words(text)
    return _safe("".join(part[:1].upper() + part[1:] for part in parts), fallback, separator="")


@kept
def constant(text: str, *, fallback: str = "VALUE") -> str:
    """Return an upper-case identifier: `LIST_SESSIONS`. Signs get names where nothing else is left."""
    parts = words(UNIT.sub(_lowered, text)) or words("".join(SIGNS.get(char, char) for char in text))
    return _safe("_".join(word.upper() for word in parts), fallback)


def _lowered(found: re.Match[str]) -> str:
    return found[0].lower()


def _safe(name: str, fallback: str, *, separator: str = "_") -> str:
    name = unicodedata.normalize("NFKC", name)  # Python's parser does so too
    if len(name) > MAX_LENGTH or len(name.encode()) > MAX_BYTES:
        kept_part = name.encode()[:MAX_BYTES].decode(errors="ignore")[:MAX_LENGTH]
        name = f"{kept_part}_{digest(name)}"
    if not name:
        name = fallback
    if not name.isidentifier():
        longer = unicodedata.normalize("NFKC", f"{fallback}{separator}{name}")
        name = longer if longer.isidentifier() else fallback
    return f"{name}_" if keyword.iskeyword(name) or name.startswith("__") else name


def allocate(
    wanted: Iterable[tuple[str, str]],
    *,
    reserved: Collection[str] = (),
    taken: Collection[str] = (),
    spelled: Mapping[str, str] | None = None,
    before: Mapping[str, str] = NOTHING,
    fold: bool = False,
) -> dict[str, str]:
    """Return a distinct name for each key, whatever order they come in.

    Args:
        wanted: pairs of a key and the name wanted for it; keys are distinct.
        reserved: names with a meaning of their own; who wants one gets an underscore behind.
        taken: names that others have already; who wants one gets a number behind.
        spelled: how the document spells what a key stands for, where that is not the key.
        before: the names that keys have had: these stay, and all others yield.
        fold: whether names that differ only in case count as one, as they do as file names on some disks.
    """
    pairs = list(wanted)
    stay = staying(before, (key for key, _ in pairs), {*reserved, *taken}) if before else {}
    if stay:
        others = ((key, name) for key, name in pairs if key not in stay)
        taken = {*taken, *stay.values()}
        return stay | allocate(others, reserved=reserved, taken=taken, spelled=spelled, fold=fold)
    if not fold and _are_free({name for _, name in pairs}, len(pairs), reserved, taken):  # as most are
        return dict(pairs)
    documented = spelled or {}
    fixed = {_folded(name, fold=fold) for name in reserved}
    used = fixed | {_folded(name, fold=fold) for name in taken}
    names: dict[str, str] = {}
    numbers: dict[str, int] = {}  # the last one behind each name: all before it are taken
    # Who is called just as wanted comes first, then by key: no newcomer takes an old one's name by its place.
    for key, name in sorted(pairs, key=lambda pair: (documented.get(pair[0], pair[0]) != pair[1], pair[0])):
        plain = f"{name}_" if _folded(name, fold=fold) in fixed and not name.endswith("_") else name
        candidate, stem = plain, name.rstrip("_")
        while _folded(candidate, fold=fold) in used:
            numbers[stem] = numbers.get(stem, 1) + 1
            candidate = f"{stem}_{numbers[stem]}"
        used.add(_folded(candidate, fold=fold))
        names[key] = candidate
    return names


def staying(before: Mapping[str, str], keys: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """Return the names that keys have had and can still have: no name twice, and none that is taken."""
    used = {*taken}
    found: dict[str, str] = {}
    for key in sorted(key for key in keys if key in before):
        name = before[key]
        if name not in used and is_plain(name):
            found[key] = name
            used.add(name)
    return found


def is_plain(name: str) -> bool:
    """Tell whether a name is one that may stand for something public."""
    return name.isidentifier() and not name.startswith("_") and not keyword.iskeyword(name)


def _are_free(names: set[str], count: int, reserved: Collection[str], taken: Collection[str]) -> bool:
    """Whether so many names are distinct and nobody else's."""
    return len(names) == count and names.isdisjoint(reserved) and names.isdisjoint(taken)


def _folded(name: str, *, fold: bool) -> str:
    return unicodedata.normalize("NFKC", name.casefold()) if fold else name
