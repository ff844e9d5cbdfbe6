"""What an operation has that could be part of its paging: the records that all rules read."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from generator.diagnostics import Location
from generator.inference.pagination.shapes import Kind, item_of
from generator.inference.pagination.words import key, spelled_out, words, words_of
from generator.ir import Content, Definition, Hints, Operation, Reference, Response, Type
from generator.pages import Path, Read, Write
from generator.records import dataclass
from generator.verbs import COMMANDS
from generator.words import words as as_written

NOTHING = Hints()
# What a POST is called that changes nothing.
SEARCHES = frozenset(
    {"search", "query", "list", "find", "filter", "scroll", "browse", "lookup", "export", "fetch", "get"}
)
# What a POST is called that changes something: its summary begins so, its operationId begins or ends so.
WRITES = frozenset(
    {"create", "add", "insert", "append", "register", "save", "store", "write", "upload", "import", "upsert"}
    | {"update", "patch", "replace", "edit", "modify", "set", "move", "copy", "clone", "merge", "rename"}
    | {"delete", "remove", "cancel", "close", "archive", "revoke", "reset", "clear", "purge", "open"}
    | {"start", "stop", "pause", "complete", "finish", "submit", "send", "publish", "pay", "charge"}
    | {"authorise", "authorize", "capture", "refund", "approve", "reject", "confirm", "assign", "invite"}
)
# What of these may also be a thing, or be said of one: `sets`, `open orders`.
OF_THINGS = frozenset(
    {"archive", "capture", "charge", "close", "complete", "copy", "edit", "import", "invite", "open", "patch"}
    | {"refund", "register", "reset", "save", "set", "start", "stop", "store", "upload"}
)
# What is said of one that gives a list, and what its operationId says of one that only reads.
LISTING = SEARCHES - {"export", "fetch", "get"}
READING = frozenset({"export", "fetch", "get", "index", "read", "retrieve", "show"})
# What is one word with the verb after it.
UNDOING = frozenset({"de", "un"})
# Words of tags that are not about anything.
VAGUE = frozenset({"information", "info", "service", "api", "management", "general", "other", "misc"})
# What a path ends with, without the form of the answer: `/songs/{id}.json`.
_LAST = re.compile(r"\{([^{}]*)\}(?:\.(?:\w+|\{\w+\}))?/?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A value in a response: in its body, or one of its headers.

    Attributes:
        read: where it is.
        kind: what it holds, roughly.
        type: what it holds.
        description: what the document says of it.
        is_optional: whether it may be absent or null.
        location: where it is declared.
        hints: what is said of it besides.
        example: its value in an example of the whole.
        is_deprecated: whether it is said to be of the past.
        described: where it is told of, if that is elsewhere.
    """

    read: Read
    kind: Kind
    type: Type
    description: str
    is_optional: bool
    location: Location
    hints: Hints = NOTHING
    example: Any = None
    is_deprecated: bool = False
    described: Location | None = None

    @property
    def told_at(self) -> Location:
        """Where it is told of: elsewhere, if only another value of its name is."""
        return self.described or self.location

    @property
    def path(self) -> Path:
        """The names that lead to it."""
        return self.read.path

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its own name."""
        return words(self.path[-1]) if self.path else ()

    @property
    def trail(self) -> tuple[str, ...]:
        """The words of its name and of the two above it."""
        return words_of(self.path[-3:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A value in a request: a parameter, a member of one, or a member of the body."""

    write: Write
    kind: Kind
    type: Type
    description: str
    is_required: bool
    location: Location
    default: str | None = None
    hints: Hints = NOTHING
    described: Location | None = None

    @property
    def told_at(self) -> Location:
        """Where it is told of: elsewhere, if only a parameter of its name is."""
        return self.described or self.location

    @property
    def name(self) -> str:
        """The last of its names."""
        return self.write.path[-1]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its name; of a member of a parameter, those of that parameter, too."""
        return (*words_of(self.write.path[:-1] if self.write.place == "query" else ()), *self.own_words)

    @property
    def own_words(self) -> tuple[str, ...]:
        """The words of its own name, or those that it is short for."""
        return spelled_out(self.name, self.description) or words(self.name)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """An operation as the rules see it.

    Attributes:
        operation: the operation.
        response: its success.
        body: what that holds.
        members: everything in the body that is no list and no map, and the headers.
        lists: the lists and maps in the body.
        arguments: what a request can say.
        is_bare: whether the body itself is a list.
        definitions: what types may refer to.
        told: the names in what the document says of everything together, where it speaks of pages.
    """

    operation: Operation
    response: Response
    body: Content
    members: tuple[Member, ...]
    lists: tuple[Member, ...]
    arguments: tuple[Argument, ...]
    is_bare: bool
    definitions: Mapping[Location, Definition]
    told: frozenset[str] = frozenset()

    @cached_property
    def beside(self) -> Mapping[Path, tuple[Member, ...]]:
        """The members that stand together, by the path of what holds them."""
        found: dict[Path, list[Member]] = {}
        for item in self.members:
            found.setdefault(item.path[:-1], []).append(item)
        return {path: tuple(items) for path, items in found.items()}

    @cached_property
    def in_body(self) -> int:
        """How many of the members are in the body."""
        return sum(item.read.place == "body" for item in self.members)

    @cached_property
    def ids(self) -> Mapping[Path, Member]:
        """The members that are the id of what holds them in the body, by the path of that."""
        in_body = (item for item in self.members if item.read.place == "body")
        return {item.path[:-1]: item for item in in_body if item.words == ("id",)}

    @cached_property
    def numbers(self) -> Mapping[str, Member]:
        """The members that are numbers, by the key of their own name; of several of a name the first."""
        found: dict[str, Member] = {}
        for item in self.members:
            if item.kind == "number" and item.path:
                found.setdefault(key(item.path[-1]), item)
        return found

    @cached_property
    def sent(self) -> Mapping[Path, Argument]:
        """The arguments by their paths, wherever they travel; of several of a path the first."""
        found: dict[Path, Argument] = {}
        for item in self.arguments:
            found.setdefault(item.write.path, item)
        return found

    @cached_property
    def lone_words(self) -> frozenset[str]:
        """The words that are the whole name of an argument."""
        own = (words(item.name) for item in self.arguments)
        return frozenset(item[0] for item in own if len(item) == 1)

    @cached_property
    def prose(self) -> str:
        """What the document says of the operation and of its answer."""
        operation = self.operation
        return f"{operation.summary}\n{operation.description}\n{self.response.description}"

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words for what the operation is about: of its path, its operationId and its tags."""
        segments = [part for part in self.operation.path.split("/") if part and "{" not in part]
        names = [*segments[-2:], self.operation.operation_id or ""]
        tagged = {word for name in self.operation.tags for word in words(name)} - VAGUE
        return frozenset(word for name in names for word in words(name)) | tagged

    @cached_property
    def is_search(self) -> bool:
        """Whether the operation is called one that asks for things."""
        return bool(self.subject & SEARCHES or {*words(self.operation.summary)} & SEARCHES)

    @cached_property
    def is_write(self) -> bool:
        """Whether the operation is called one that changes something, or makes what it is sent."""
        operation = self.operation
        if operation.method != "POST":
            return self._is_command
        called, summary = words(operation.operation_id or ""), words(operation.summary)
        is_made_search = bool({*words(operation.path.rpartition("/")[2])} & SEARCHES)  # `POST /searches`
        said = WRITES & {*called[:1], *called[-1:], *summary[:1]}
        if not is_made_search and (said - OF_THINGS if self.is_search else said):
            return True
        return not self.is_search and (self.response.status == "201" or self._takes_an_item)

    @property
    def _is_command(self) -> bool:
        """Whether the path or the operationId says what is done, and no more: `GET /tokens/{id}/revoke`.

        What the document says to be a list is one, though it is called so: `addOns_list`.
        """
        operation = self.operation
        called = [word.lower() for word in as_written(operation.operation_id or "")]
        if LISTING & {*called, *words(operation.summary)[:1]}:
            return False
        done = as_written(operation.path.rpartition("/")[2].rpartition(":")[2])
        # `de-authenticate` is one word
        if (not done[1:] or done[0].lower() in UNDOING) and "".join(done).lower() in COMMANDS:
            return True
        *_, last = re.split(r"[./:_-]", operation.operation_id or "")
        return READING.isdisjoint(called) and not COMMANDS.isdisjoint({*called[:1], last.lower()})

    @property
    def _takes_an_item(self) -> bool:
        """Whether the body of the request is what the lists of the answer hold."""
        contents = self.operation.body.contents if self.operation.body is not None else ()
        sent = {content.type for content in contents if isinstance(content.type, Reference)}
        return any(item_of(item.type, self.definitions) in sent for item in self.lists)

    @property
    def ends_with_id(self) -> bool:
        """Whether the path leads to one thing, and not to a page of several."""
        return self.leads_to_one and self.operation.path.rstrip("/").endswith("}")

    @property
    def leads_to_one(self) -> bool:
        """Whether the path leads to one thing, be it in one of its forms: `/songs/{id}.json`."""
        found = _LAST.search(self.operation.path)
        return found is not None and "page" not in words(found[1])
