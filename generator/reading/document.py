"""A document: plain data, and where each node of it stands in its file."""

import codecs
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, NoReturn, Protocol

from generator.diagnostics import InputError, Location, Position, error
from generator.reading import json_syntax, places
from generator.reading.files import digest, is_url, read_file
from generator.reading.places import Entry, TextError
from generator.records import dataclass

# What a package is made from is compared and committed with it, so it is a file.
_AT_URL = "{url!r} is a URL, which only `diff` takes: save what is there as a file, and name that"
_FROM_INPUT = "'-' is standard input, which only `diff` takes: save what comes as a file, and name that"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Syntax(Protocol):
    """What the modules `json_syntax` and `yaml_syntax` offer."""

    def read(self, text: str) -> Any:
        """Return the value that a text stands for."""
        ...

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the nodes of the text in its order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """What a file holds.

    Attributes:
        data: Mappings (their keys are always text), lists, text, numbers, booleans and null.
        name: The file as the user named it; its path from there, if another file refers to it; or the URL
            that was asked for.
        path: Where it was read from.
        url: Where it was fetched from in the end; None for a file.
        digest: `sha256:` and the hash of its bytes.
        packed: Its text, read again when positions are asked for; until then compressed, which takes a tenth
            of the room and a hundredth of the time that reading it takes.
        syntax: What reads the text.
        overlays: The overlays that were applied to it, in order.
        moved: Pointers to the sequences whose items no longer stand where the text has them.
    """

    data: Any
    name: str
    path: Path | None
    url: str | None = None
    digest: str
    packed: bytes = field(repr=False)
    syntax: Syntax = field(repr=False)
    overlays: tuple["Document", ...] = field(default=(), repr=False)
    moved: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """What the file holds."""
        return zlib.decompress(self.packed).decode()

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether any word is anywhere in the document: a cheap test that spares searching its tree."""
        texts = (zlib.decompress(document.packed) for document in (self, *self.overlays))
        sought = [word.encode() for word in words]
        return any(word in text for text in texts for word in sought)

    def position(self, pointer: str) -> Position:
        """Return where a node stands: its key, or the item itself in a sequence."""
        return self.positions((pointer,))[pointer]

    def positions(self, pointers: Iterable[str]) -> dict[str, Position]:
        """Return where nodes stand, each by its pointer.

        The text is read once for all. A node that is not in it has the place of the nearest one above.
        """
        sought = {pointer: self._unmoved(pointer) for pointer in pointers}
        text = self.text
        offsets = places.offsets(self.syntax.entries(text), set(sought.values()))
        found = places.positions(text, offsets.values())
        return {pointer: found[offsets[unmoved]] for pointer, unmoved in sought.items()}

    def _unmoved(self, pointer: str) -> str:
        """Return the pointer, cut at the first sequence whose items have moved."""
        if self.moved:
            ends = (index for index, char in enumerate(pointer) if char == "/")
            return next((pointer[:end] for end in ends if pointer[:end] in self.moved), pointer)
        return pointer


def load(path: Path, *, name: str | None = None, root: bool = True) -> Document:
    """Return the document that a file holds.

    Args:
        path: The file.
        name: What to call it in diagnostics; its path, if not given.
        root: Whether it describes an API, and so must be a mapping, rather than a part of one.

    Raises:
        InputError: `file-not-found`, `is-a-directory`, `unreadable-file`, or as `parse` does.
    """
    name = str(path) if name is None else name
    return parse(_read(path, name), name, path=path, root=root)


def parse(
    source: bytes, name: str, *, path: Path | None = None, url: str | None = None, root: bool = True
) -> Document:
    """Return the document that the bytes of a file hold, be they JSON or YAML.

    Raises:
        InputError: `invalid-yaml`, `invalid-json`, `duplicate-key`, `alias-cycle`, `too-large`, `too-deep`
            or `not-a-mapping`.
    """
    text = _decode(source, name)
    try:
        data, syntax = _value(text, name)
    except TextError as problem:
        _fail(problem.code, problem.message, name, places.position(text, problem.offset))
    if root and not isinstance(data, dict):
        _fail("not-a-mapping", f"a document is a mapping, and this is {_kind(data)}", name, Position(1, 1))
    # Git may give a file other line ends elsewhere; that is no other document.
    known = digest(source if url else source.replace(b"\r\n", b"\n"))
    packed = zlib.compress(text.encode(), level=1)
    return Document(data=data, name=name, path=path, url=url, digest=known, packed=packed, syntax=syntax)


def _read(path: Path, name: str) -> bytes:
    try:
        return read_file(path)
    except (FileNotFoundError, NotADirectoryError):
        if is_url(name):
            _fail("remote-document", _AT_URL.format(url=name), name)
        if name == "-":
            _fail("standard-input", _FROM_INPUT, name)
        _fail("file-not-found", f"{name!r} does not exist", name)
    except IsADirectoryError:
        _fail("is-a-directory", f"{name!r} is a directory", name)
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        reason = f"{reason[:1].lower()}{reason[1:]}"
        _fail("unreadable-file", f"{name!r} cannot be read: {reason}", name)


def _decode(source: bytes, name: str) -> str:
    encoding = _encoding(source)
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as problem:
        before = source[: problem.start].decode(encoding, "ignore")
        spelling = encoding.removesuffix("-sig").upper()
        message = f"the byte 0x{source[problem.start]:02X} is not valid {spelling}"
        _fail(_invalid(name), message, name, places.position(before, len(before)))


def _encoding(source: bytes) -> str:
    """Return the encoding that the first bytes tell of (YAML 1.2.2, 5.2)."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if source.startswith(mark):
            return encoding
    if source[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if source[1:2] == b"\0" else "utf-8"


def _value(text: str, name: str) -> tuple[Any, Syntax]:
    """Return what a text stands for, and the syntax in which it does."""
    start = text.lstrip()[:1]
    if not start:
        raise TextError(_invalid(name), "the file is empty", 0)
    if start not in "{[":
        return _read_with(_yaml(), text)
    try:
        return _read_with(json_syntax, text)
    except TextError as problem:
        if problem.code != "invalid-json":
            raise
        return _read_flow_yaml(text, name, problem)


def _read_flow_yaml(text: str, name: str, not_json: TextError) -> tuple[Any, Syntax]:
    """Return what a text stands for that looks like JSON and is not: as YAML it may be right."""
    try:
        return _read_with(_yaml(), text)
    except TextError as not_yaml:
        raise (not_json if _invalid(name) == "invalid-json" else not_yaml) from None


def _read_with(syntax: Syntax, text: str) -> tuple[Any, Syntax]:
    return syntax.read(text), syntax


def _yaml() -> Syntax:
    """Return the YAML syntax, imported when first needed: JSON does without PyYAML's 20 ms."""
    from generator.reading import yaml_syntax  # noqa: PLC0415

    return yaml_syntax


def _invalid(name: str) -> str:
    return "invalid-json" if name.lower().endswith(".json") else "invalid-yaml"


def _kind(data: Any) -> str:
    match data:
        case list():
            return "a sequence"
        case str():
            return "text"
        case None:
            return "null"
        case _:
            return "a number or a boolean"


def _fail(code: str, message: str, name: str, position: Position | None = None) -> NoReturn:
    raise InputError(error(code, message, Location(name), position=position))
