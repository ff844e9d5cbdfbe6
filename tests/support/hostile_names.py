"""The worst names that a document can have: all words that generated code uses itself, in every spelling."""

import ast
import builtins
import keyword
from collections.abc import Callable, Iterator
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path
from random import Random

from pydantic import BaseModel

from generator.python.naming.plurals import singular
from generator.words import words

PACKAGE = Path(__file__).parents[2] / "generated" / "trigger_dev"
ODD = (
    *(
        "",
        " ",
        "_",
        "__",
        "1",
        "2fa",
        "a b",
        "a-b",
        "a_b",
        "aB",
        "AB",
        "Ab",
        "ab",
        "é",
        "É",
        "名前",
        "𠀀" * 90,
    ),
    *(
        "ﬁle",
        "\u017felf",
        "ªny",
        "\uff41ny",
        "\uff2citeral",
        "ß",
        "ss",
        "ẞ",
        "İ",
        "\u0131",
        "K",
        "ŉ",
        "x" * 300,
        "$",
        "+1",
        "-1",
    ),
    *(
        "None",
        "True",
        "self",
        "cls",
        "con",
        "nul",
        "__init__",
        "__main__",
        "_value_",
        "_ignore_",
        "mro",
        "\U0001f600",
    ),
)
# What these mean as names of headers is HTTP's affair (OAS 3.1.1, 4.8.12.2), and no parameter.
HEADERS = frozenset({"accept", "authorization", "content-type"})
# The names that the pages and the streams of the documents have.
FIXED = frozenset({"cursor", "stream"})
SPELLINGS: tuple[Callable[[str], str], ...] = (
    *(str, str, str, str.lower, str.upper, str.capitalize, str.title, str.swapcase),
    *(lambda word: f"_{word}", lambda word: f"{word}_", lambda word: f"__{word}__"),
    lambda word: word.replace("_", "-"),
    lambda word: "".join(part[:1].upper() + part[1:] for part in word.split("_")),
    lambda word: f"Async{word[:1].upper()}{word[1:]}",
    lambda word: f"async_{word}",
    lambda word: word.removeprefix("Async"),
    # The same letters in full width: Python's parser takes them for the plain ones (NFKC).
    lambda word: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in word),
)


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the words: those of a whole package, and those that Python and the base classes know."""
    found = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *ODD}
    found |= {*dir(BaseModel), *dir(StrEnum), *dir(IntEnum)}
    for path in PACKAGE.rglob("*.py"):
        found |= {path.stem, *_words(ast.parse(path.read_text("utf-8")))}
    return tuple(sorted(found))


def _words(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg", "name", "asname"):
            word = getattr(node, field, None)
            if isinstance(word, str):
                yield word


class HostileNames:
    """Gives names by chance, those of a kind distinct, and keeps them in their order."""

    def __init__(self, chance: Random) -> None:
        self.given: list[str] = []
        self._chance = chance
        self._taken: set[str] = set()

    def __call__(self, kind: str) -> str:
        while True:
            name = self._word()
            key = f"{kind} {_folded(name) if kind == 'tag' else name}"
            if key not in self._taken and _may_be(kind, name):
                self._taken.add(key)
                self.given.append(name)
                return name

    def _word(self) -> str:
        # Names that differ little from one another.
        words = self.given[-12:] if self.given and self._chance.random() < 0.2 else vocabulary()
        return self._chance.choice(SPELLINGS)(self._chance.choice(words))


class HarmlessNames:
    """Gives names that nobody else has, in the order of the hostile ones that stand in their places."""

    def __init__(self, hostile: list[str]) -> None:
        order = {name: index for index, name in enumerate(sorted(set(hostile)))}
        self._names = iter([f"zed{order[name]:04d}" for name in hostile])

    def __call__(self, _: str) -> str:
        return next(self._names)


def _may_be(kind: str, name: str) -> bool:
    """Whether a document may say so; in a path some signs have a meaning of their own."""
    if kind in {"path parameter", "variable"}:
        return bool(name) and not set(name) & set("{}/?#") and name[0] != "$"
    if kind == "parameter" and name.lower() in HEADERS:
        return False
    return kind not in {"field", "parameter"} or name not in FIXED


def _folded(tag: str) -> tuple[str, ...]:
    """Return what tags that are one resource have in common."""
    parts = [word.lower() for word in words(tag)] or ["default"]
    return (*parts[:-1], singular(parts[-1]))
