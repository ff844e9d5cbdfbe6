"""What went wrong or was approximated, as values with a place."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from generator.records import dataclass

T = TypeVar("T")
# The time to compare names grows with the square of their length.
_MAX_NAME, _MAX_NAMES = 64, 5_000


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the run, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A node of a document: the file as the user named it, and a JSON pointer (RFC 6901) into it.

    Line and column are not kept here: `reading.document.Document.position` finds them when they are printed.
    A tuple, for it is the key of every mapping of definitions: tuples are hashed and compared at C's speed.
    """

    file: str
    pointer: str = ""

    def child(self, *keys: str | int) -> "Location":
        """Return the location of a node below this one."""
        pointer = self.pointer
        for key in keys:
            pointer = f"{pointer}/{escape(str(key))}"
        return Location(self.file, pointer)

    def holds(self, other: "Location") -> bool:
        """Tell whether another node is below this one."""
        return other.file == self.file and other.pointer.startswith(f"{self.pointer}/")

    @property
    def keys(self) -> tuple[str, ...]:
        """The unescaped reference tokens of the pointer."""
        return tuple(unescape(token) for token in self.pointer.split("/")[1:])

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


class Position(NamedTuple):
    """A place in a text file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. `position` is given where the text could not be read as a tree; else `location` tells."""

    severity: Severity
    code: str
    message: str
    location: Location | None = None
    position: Position | None = None


class InputError(Exception):
    """The input cannot be used. Carries every diagnostic found; only the command line catches it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics


def error(
    code: str, message: str, location: Location | None = None, *, position: Position | None = None
) -> Diagnostic:
    """Return an error diagnostic."""
    return Diagnostic(
        severity=Severity.ERROR, code=code, message=message, location=location, position=position
    )


def warning(code: str, message: str, location: Location | None = None) -> Diagnostic:
    """Return a warning diagnostic."""
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, location=location)


def gathered(steps: Iterable[Callable[[], T]], faults: Iterable[Diagnostic] = ()) -> list[T]:
    """Return what steps give, one after the other.

    Args:
        steps: what may fail.
        faults: those that were found before.

    Raises:
        InputError: where there are faults: all of them, for who mends one wants to know of the others.
    """
    given: list[T] = []
    found = [*faults]
    for step in steps:
        try:
            given.append(step())
        except InputError as fault:
            found += fault.diagnostics
    if found:
        raise InputError(*found)
    return given


def closest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that a misspelt one is most like; None where none is, or they are too many."""
    from difflib import get_close_matches  # noqa: PLC0415 - few need it, and `check` is to be quick

    names = [name for name in known if len(name) <= _MAX_NAME]
    if len(given) > _MAX_NAME or len(names) > _MAX_NAMES:
        return None
    return next(iter(get_close_matches(given, names, n=1)), None)


def escape(token: str) -> str:
    """Return a reference token as it stands in a JSON pointer (RFC 6901, 3)."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """Return the key that a reference token of a JSON pointer stands for (RFC 6901, 4)."""
    return token.replace("~1", "/").replace("~0", "~")
