"""What an operation has that could be part of its paging: collected once, for all rules."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, Literal, TypeAlias

from generator.diagnostics import Location
from generator.inference.pagination import prose
from generator.inference.pagination.words import key, spelled_out, words, words_of
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Content,
    Definition,
    Enum,
    Field,
    Hints,
    Integer,
    Map,
    Nullable,
    Number,
    Object,
    Operation,
    Parameter,
    Reference,
    Response,
    String,
    Tuple,
    Type,
    Union,
)
from generator.media import by_preference, is_json
from generator.pages import Path, Read, Write
from generator.reading.raw import mapping_at
from generator.records import dataclass
from generator.type_tree import deref, fields_of, variants_of, without_null
from generator.verbs import COMMANDS
from generator.words import words as as_written

Kind: TypeAlias = Literal["list", "map", "object", "text", "number", "flag", "date", "choice", "any"]
METHODS = frozenset({"GET", "POST", "QUERY"})
SUCCESSES = ("200", "2XX", "206", "203", "201", "202", "default")
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
FORM = "application/x-www-form-urlencoded"
# Words of tags that are not about anything.
VAGUE = frozenset({"information", "info", "service", "api", "management", "general", "other", "misc"})
MAX_DEPTH = 4
MAX_LIST_DEPTH = 3
# An object with more properties is a thing of its own and no envelope around a list.
MAX_ENVELOPE = 30
# The words of what leads to another page.
_LEADING = frozenset({"next", "previous", "prev"})
# What a path ends with, without the form of the answer: `/songs/{id}.json`.
_LAST = re.compile(r"\{([^{}]*)\}(?:\.(?:\w+|\{\w+\}))?/?\Z")
ParameterPlace: TypeAlias = Literal["query", "header", "path"]
_PLACES: Mapping[str, ParameterPlace] = {"query": "query", "header": "header", "path": "path"}
DATES = frozenset({"date-time", "date", "time", "duration"})


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
        """Where it is described: elsewhere, if only a parameter of its name is."""
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
        return any(item_of(item, self.definitions) in sent for item in self.lists)

    @property
    def ends_with_id(self) -> bool:
        """Whether the path leads to one thing, and not to a page of several."""
        return self.leads_to_one and self.operation.path.rstrip("/").endswith("}")

    @property
    def leads_to_one(self) -> bool:
        """Whether the path leads to one thing, be it in one of its forms: `/songs/{id}.json`."""
        found = _LAST.search(self.operation.path)
        return found is not None and "page" not in words(found[1])


@dataclass(slots=True)
class Collector:
    """Collects the facts of the operations of one document; members of shared schemas once."""

    definitions: Mapping[Location, Definition]
    told: frozenset[str] = frozenset()
    _known: dict[tuple[Location, int], tuple[Member, ...]] = field(
        default_factory=dict[tuple[Location, int], tuple[Member, ...]]
    )

    def collect(self, operation: Operation, *, is_declared: bool = False) -> Facts | None:
        """Return the facts of an operation; None where it can give no list.

        Args:
            operation: the operation.
            is_declared: whether it is said to give one, even where its answer is not described.
        """
        if operation.method not in METHODS and not is_declared:
            return None
        found = success_of(operation)
        if found is None:
            return None
        response, body = found
        root = self._root(response, body)
        members = (root,) if root.kind == "list" else tuple(self._members(body.type, root, MAX_DEPTH))
        lists = tuple(item for item in members if item.kind in {"list", "map"} and _is_shallow(item))
        if not lists and not is_declared:
            return None
        values = (item for item in members if item.kind not in {"list", "map", "object"})
        return Facts(
            operation=operation,
            response=response,
            body=body,
            members=(
                *(_with_example(item, body.example) for item in values),
                *self._headers(operation, response),
            ),
            lists=lists,
            arguments=tuple(self._arguments(operation)),
            is_bare=root.kind == "list",
            definitions=self.definitions,
            told=self.told,
        )

    # --- responses ---

    def _root(self, response: Response, body: Content) -> Member:
        return Member(
            read=Read(),
            kind=kind_of(body.type, self.definitions),
            type=body.type,
            description=response.description,
            is_optional=False,
            location=response.location,
        )

    def _members(self, type_: Type, holder: Member, depth: int) -> Iterator[Member]:
        """Yield what an object has, at any depth, without what is in lists."""
        path = holder.read.path
        for item in self._below(type_, holder.location, depth):
            yield item if not path else _moved(item, path)

    def _below(self, type_: Type, location: Location, depth: int) -> tuple[Member, ...]:
        """Return what a type has, by paths from itself; of a named type that is found once."""
        inner = without_null(type_)
        if not isinstance(inner, Reference):
            return tuple(self._fresh(type_, location, depth))
        known = (inner.target, depth)
        if known not in self._known:
            self._known[known] = ()  # a schema that holds itself ends here
            self._known[known] = tuple(self._fresh(type_, location, depth))
        return self._known[known]

    def _fresh(self, type_: Type, location: Location, depth: int) -> Iterator[Member]:
        seen: set[str] = set()
        for variant in objects_of(type_, self.definitions):
            fields = fields_of(variant, self.definitions)
            for item in fields:
                if item.name in seen or item.access == "write":  # responses lack what is only sent
                    continue
                seen.add(item.name)
                member = self._member(item, location)
                link = _as_text(member, self.definitions)
                if link is not None:
                    yield link
                    continue
                yield member
                yield from _related(member, self.definitions)
                if member.kind == "object" and depth > 1 and len(fields) <= MAX_ENVELOPE:
                    yield from self._members(item.type, member, depth - 1)

    def _member(self, item: Field, holder: Location) -> Member:
        type_ = deref(item.type, self.definitions)
        definition = named(item.type, self.definitions)
        return Member(
            read=Read(path=(item.name,)),
            kind=kind_of(item.type, self.definitions),
            type=item.type,
            description=item.description or (definition.description if definition else ""),
            is_optional=not item.required or isinstance(type_, Nullable),
            location=item.location or holder,
            hints=_hints(item.hints, definition),
            is_deprecated=item.deprecated or (definition is not None and definition.deprecated),
        )

    def _headers(self, operation: Operation, response: Response) -> Iterator[Member]:
        """Yield the headers of a success; a part of a whole (206) may have some that the whole has not."""
        parts = [item for item in operation.responses if item.status in SUCCESSES and item is not response]
        headers = {header.name.lower(): header for item in (*parts, response) for header in item.headers}
        for header in headers.values():
            yield Member(
                read=Read(place="header", path=(header.name,)),
                kind=kind_of(header.type, self.definitions),
                type=header.type,
                description=header.description,
                is_optional=True,
                location=header.location or response.location,
                hints=header.hints or NOTHING,
            )
        yield from (item for item in _told_headers(operation) if item.path[0].lower() not in headers)

    # --- requests ---

    def _arguments(self, operation: Operation) -> Iterator[Argument]:
        for parameter in operation.parameters:
            if parameter.where in _PLACES and (parameter.media_type is None or is_json(parameter.media_type)):
                yield from self._of_parameter(parameter, _PLACES[parameter.where])
        for content in operation.body.contents if operation.body is not None else ():
            if "json" in content.media_type or content.media_type.startswith(FORM):
                yield from self._of_body(
                    content.type, operation.body.location if operation.body else None, ()
                )
                break

    def _of_parameter(self, parameter: Parameter, place: ParameterPlace) -> Iterator[Argument]:
        definition = named(parameter.type, self.definitions)
        kind = kind_of(parameter.type, self.definitions)
        whole = Argument(
            write=Write(place=place, path=(parameter.name,)),
            kind=kind,
            type=parameter.type,
            description=parameter.description or (definition.description if definition else ""),
            is_required=parameter.required,
            location=parameter.location,
            default=parameter.default,
            hints=_hints(parameter.hints, definition),
        )
        if kind != "object":
            yield whole
        elif (
            parameter.media_type is not None
            or parameter.style == "deepObject"
            or (parameter.style == "form" and parameter.explode)
        ):
            yield from self._of_object(parameter.type, whole.write, parameter.location, 1)

    def _of_body(self, type_: Type, location: Location | None, path: Path) -> Iterator[Argument]:
        if location is not None:
            yield from self._of_object(type_, Write(place="body", path=path), location, MAX_LIST_DEPTH)

    def _of_object(self, type_: Type, write: Write, location: Location, depth: int) -> Iterator[Argument]:
        for item in self._fields(type_):
            if item.access == "read":
                continue
            below = Write(place=write.place, path=(*write.path, item.name))
            kind = kind_of(item.type, self.definitions)
            definition = named(item.type, self.definitions)
            here = item.location or location
            if kind == "object" and depth > 1:
                yield from self._of_object(item.type, below, here, depth - 1)
                continue
            yield Argument(
                write=below,
                kind=kind,
                type=item.type,
                description=item.description or (definition.description if definition else ""),
                is_required=item.required and write.place != "query",
                location=here,
                default=item.default,
                hints=_hints(item.hints, definition),
            )

    def _fields(self, type_: Type) -> Iterable[Field]:
        found: dict[str, Field] = {}
        for variant in objects_of(type_, self.definitions):
            for item in fields_of(variant, self.definitions):
                found.setdefault(item.name, item)
        return found.values()


def success_of(operation: Operation) -> tuple[Response, Content] | None:
    """Return the success of an operation and its JSON; None where it has none."""
    by_status = {response.status: response for response in operation.responses}
    for status in SUCCESSES:
        response = by_status.get(status)
        for content in by_preference(response.contents) if response is not None else ():
            if response is not None and _is_json(content):
                return response, content
    return None


def kind_of(type_: Type, definitions: Mapping[Location, Definition]) -> Kind:
    """Return what values of a type are, roughly; of several kinds the one that matters most."""
    inner = without_null(deref(type_, definitions))
    if not isinstance(inner, Union):  # as most
        return _kind(inner)
    kinds = {_kind(variant) for variant in variants_of(inner, definitions)}
    for kind in _BY_WEIGHT:
        if kind in kinds:
            return kind
    return "any"


def objects_of(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Object, ...]:
    """Return the objects that a type may be."""
    inner = without_null(deref(type_, definitions))
    if isinstance(inner, Object):
        return (inner,)
    if not isinstance(inner, Union):
        return ()
    return tuple(item for item in variants_of(inner, definitions) if isinstance(item, Object))


_BY_WEIGHT: tuple[Kind, ...] = ("object", "list", "map", "text", "number", "date", "choice", "flag")


def _kind(type_: Type) -> Kind:
    match type_:
        case Array() | Tuple():
            return "list"
        case Map():
            return "map"
        case Object():
            return "object"
        case String(format=format_):
            return "date" if format_ in DATES else "text"
        case Integer() | Number():
            return "number"
        case Boolean() | Const(value=True | False):
            return "flag"
        case Enum(values=values) if all(type(value) is int for value in values):
            return "number"
        case Enum() | Const():
            return "choice"
        case _:
            return "any"


def named(type_: Type, definitions: Mapping[Location, Definition]) -> Definition | None:
    """Return the definition that a type refers to directly."""
    inner = without_null(type_)
    return definitions.get(inner.target) if isinstance(inner, Reference) else None


def item_of(member: Member, definitions: Mapping[Location, Definition]) -> Type:
    """Return the type of the items of a list or map; any where it is not told."""
    inner = without_null(deref(member.type, definitions))
    for variant in variants_of(inner, definitions) if isinstance(inner, Union) else (inner,):
        if isinstance(variant, Array):
            return variant.item
        if isinstance(variant, Map):
            return variant.value
    return Anything()


def _is_json(content: Content) -> bool:
    return "json" in content.media_type or content.media_type.partition(";")[0].strip() == "*/*"


def _is_shallow(member: Member) -> bool:
    return len(member.path) <= MAX_LIST_DEPTH


def _hints(own: Hints | None, definition: Definition | None) -> Hints:
    return own or (definition.hints if definition is not None else None) or NOTHING


def _as_text(member: Member, definitions: Mapping[Location, Definition]) -> Member | None:
    """Return a link that is a URL or an object with one, as the URL (JSON:API 1.1, 5.6); None for others."""
    inner = without_null(deref(member.type, definitions))
    if member.kind != "object" or not _LEADING & {*member.words} or not isinstance(inner, Union):
        return None
    texts = [item for item in variants_of(inner, definitions) if isinstance(item, String)]
    is_link = any(
        item.name == "href"
        for shape in objects_of(inner, definitions)
        for item in fields_of(shape, definitions)
    )
    if not texts or not is_link:
        return None
    return replace(member, kind="text", hints=replace(member.hints, format=texts[0].format))


def _related(member: Member, definitions: Mapping[Location, Definition]) -> Iterator[Member]:
    """Yield the URLs of the pages around in a list of links: `links: [{rel, href}]` (RFC 8288).

    Where nothing tells that there may be such a relation, the member has no description.
    """
    if member.kind != "list" or "link" not in member.words:
        return
    for shape in objects_of(item_of(member, definitions), definitions):
        fields = {item.name: item for item in fields_of(shape, definitions)}
        url = next((fields[name] for name in ("href", "uri", "url") if name in fields), None)
        if url is None or "rel" not in fields:
            continue
        for relation in ("next", "prev"):
            told = _told_relation(fields["rel"], member, relation, definitions)
            if told is not None:
                read = Read(path=(*member.path, f"[rel={relation}]", url.name))
                yield replace(
                    member, read=read, kind="text", type=url.type, description=told, is_optional=True
                )


def _told_relation(
    rel: Field, links: Member, relation: str, definitions: Mapping[Location, Definition]
) -> str | None:
    """Return what is said of a relation, empty where nothing is; None where there is no such one."""
    type_ = without_null(deref(rel.type, definitions))
    if isinstance(type_, Enum | Const):
        values = type_.values if isinstance(type_, Enum) else (type_.value,)
        return f"The {relation} page." if relation in values else None
    text = f"{rel.description} {links.description} {(rel.hints or NOTHING).example}"
    return text if relation in words(text) else ""


def _moved(member: Member, above: Path) -> Member:
    return replace(member, read=Read(path=(*above, *member.path)))


def _with_example(member: Member, example: Any) -> Member:
    """Return a member with its value in an example of the whole body."""
    if example is None or not _LEADING & {*member.trail}:  # of others no example is asked for
        return member
    for name in member.path:
        example = mapping_at(example).get(name)
    if example is None:
        return member
    return replace(member, example=example)


def _told_headers(operation: Operation) -> Iterator[Member]:
    """Yield the headers of answers that only the prose of a parameter names."""
    known: set[str] = set()
    for parameter in operation.parameters if operation.method == "GET" else ():
        for name in prose.headers_of_answers(parameter.description):
            if name.lower() in known:
                continue
            known.add(name.lower())
            yield Member(
                read=Read(place="header", path=(name,)),
                kind="text",
                type=String(),
                description=parameter.description,
                is_optional=True,
                location=parameter.location,
                hints=NOTHING,
            )
