"""Collects what an operation has that could be part of its paging."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Literal, TypeAlias

from generator.diagnostics import Location
from generator.inference.pagination import prose
from generator.inference.pagination.facts import NOTHING, Argument, Facts, Member
from generator.inference.pagination.shapes import item_of, kind_of, named, objects_of
from generator.inference.pagination.vocabulary import LEADING
from generator.inference.pagination.words import words
from generator.ir import (
    Const,
    Content,
    Definition,
    Enum,
    Field,
    Hints,
    Nullable,
    Operation,
    Parameter,
    Reference,
    Response,
    String,
    Type,
    Union,
)
from generator.media import FORM, by_preference, is_json
from generator.pages import Path, Read, Write
from generator.reading.raw import mapping_at
from generator.records import dataclass
from generator.type_tree import deref, fields_of, variants_of, without_null

METHODS = frozenset({"GET", "POST", "QUERY"})
SUCCESSES = ("200", "2XX", "206", "203", "201", "202", "default")
MAX_DEPTH = 4
MAX_LIST_DEPTH = 3
# An object with more properties is a thing of its own and no envelope around a list.
MAX_ENVELOPE = 30
ParameterPlace: TypeAlias = Literal["query", "header", "path"]
_PLACES: Mapping[str, ParameterPlace] = {"query": "query", "header": "header", "path": "path"}


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


def _is_json(content: Content) -> bool:
    return "json" in content.media_type or content.media_type.partition(";")[0].strip() == "*/*"


def _is_shallow(member: Member) -> bool:
    return len(member.path) <= MAX_LIST_DEPTH


def _hints(own: Hints | None, definition: Definition | None) -> Hints:
    return own or (definition.hints if definition is not None else None) or NOTHING


def _as_text(member: Member, definitions: Mapping[Location, Definition]) -> Member | None:
    """Return a link that is a URL or an object with one, as the URL (JSON:API 1.1, 5.6); None for others."""
    inner = without_null(deref(member.type, definitions))
    if member.kind != "object" or not LEADING & {*member.words} or not isinstance(inner, Union):
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
    for shape in objects_of(item_of(member.type, definitions), definitions):
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
    if example is None or not LEADING & {*member.trail}:  # of others no example is asked for
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
