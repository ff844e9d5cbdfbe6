"""Whether an operation gives pages, and how they are linked.

An operation gives pages when its response has a list of items and a cursor, and its query a place for that
cursor. Names decide, in the order of the tables below; prose such as "pass it as `page[after]`" comes first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Location
from generator.inference.formats import fields_of
from generator.ir import (
    Anything,
    Array,
    Definition,
    Evidence,
    Integer,
    Number,
    Object,
    Operation,
    String,
    Type,
    Union,
    deref,
    without_null,
)
from generator.pages import Pagination, Read, Turn, Write, bracketed, dotted, in_words

Path = tuple[str, ...]

ITEMS = ("data", "items", "results", "records", "entries", "values", "list", "nodes", "rows", "content")
# Names are compared in lower case without separators: `nextPageToken` and `next_page_token` are one.
NEXT = (
    "next",
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "nextpage",
    "after",
    "endcursor",
    "cursor",
    "continuationtoken",
    "continue",
    "bookmark",
    "nextmarker",
    "nextoffset",
    "iterator",
)
PREVIOUS = (
    "previous",
    "prev",
    "previouscursor",
    "prevcursor",
    "previouspagetoken",
    "prevpagetoken",
    "before",
    "startcursor",
    "previtoken",
    "previterator",
)
AFTER = (
    "pageafter",
    "after",
    "cursor",
    "pagecursor",
    "pagetoken",
    "nexttoken",
    "startingafter",
    "nextcursor",
    "continuationtoken",
    "continue",
    "bookmark",
    "marker",
    "nextpagetoken",
    "startcursor",
    "iterator",
    "nextpage",
)
BEFORE = (
    "pagebefore",
    "before",
    "endingbefore",
    "previouscursor",
    "prevcursor",
    "previouspagetoken",
    "endcursor",
)
PAGE_PARAMETER = ("page", "pagenumber", "pageindex", "currentpage")
CURRENT = ("currentpage", "page", "pagenumber", "pageindex")
TOTAL = ("totalpages", "pagecount", "lastpage", "pages", "numpages", "numberofpages")
PASSED_AS = re.compile(r"`([\w.\-\[\]]+)`")
MAX_DEPTH = 3
MAX_ITEMS_DEPTH = 2  # a list further down is part of an item


@dataclass(frozen=True, slots=True)
class Member:
    """A value somewhere in a response or among an operation's arguments, by the keys that lead to it."""

    path: Path
    type: Type
    description: str

    @property
    def key(self) -> str:
        """The last name of the path, ready to compare."""
        return _key(self.path[-1])


def infer_pagination(
    operation: Operation, definitions: Mapping[Location, Definition], evidence: list[Evidence]
) -> Operation:
    """Return the operation with its pagination, where it gives pages."""
    if operation.pagination is not None or operation.method not in {"GET", "QUERY", "POST"}:
        return operation
    body = _success_object(operation, definitions)
    if body is None:
        return operation
    members = list(_members(body, definitions))
    items = _items(members)
    if items is None:
        return operation
    arguments = list(_arguments(operation, definitions))
    found = _cursor_pages(items, members, arguments) or _numbered_pages(items, members, arguments)
    if found is None:
        return operation
    pagination, because = found
    if operation.method == "POST" and pagination.kind != "cursor":
        return operation
    evidence.append(
        Evidence(
            subject=operation.location,
            topic="pagination",
            conclusion=f"pages {in_words(pagination)}",
            because=because,
        )
    )
    return replace(operation, pagination=pagination)


def _cursor_pages(
    items: Member, members: list[Member], arguments: list[Member]
) -> tuple[Pagination, str] | None:
    """Return the cursor that leads from the response into the next query, and the one backward."""
    forward = _link(members, arguments, NEXT, AFTER)
    if forward is None:
        return None
    next_, after, told = forward
    backward = _link(
        [member for member in members if member is not next_],
        [argument for argument in arguments if argument is not after],
        PREVIOUS,
        BEFORE,
    )
    because = f"the response has the list '{dotted(items.path)}' and the cursor '{dotted(next_.path)}', "
    because += f"the query has '{bracketed(after.path)}'" + (f"; {told}" if told else "")
    pages = Pagination(
        kind="cursor",
        items=items.path,
        next=Turn(read=Read(path=next_.path), write=Write(path=after.path)),
        previous=backward and Turn(read=Read(path=backward[0].path), write=Write(path=backward[1].path)),
    )
    return pages, because


def _link(
    members: list[Member], arguments: list[Member], from_names: tuple[str, ...], to_names: tuple[str, ...]
) -> tuple[Member, Member, str] | None:
    """Return a cursor, the argument it is passed as, and the prose that says so, if any does."""
    cursors = _ranked([member for member in members if _is_cursor(member.type)], from_names)
    targets = _ranked([argument for argument in arguments if _is_cursor(argument.type)], to_names)
    for cursor in cursors:
        for name in PASSED_AS.findall(cursor.description):
            for argument in arguments:
                if bracketed(argument.path) == name and _is_cursor(argument.type):
                    return cursor, argument, f"'{dotted(cursor.path)}' is said to be passed as '{name}'"
    return (cursors[0], targets[0], "") if cursors and targets else None


def _numbered_pages(
    items: Member, members: list[Member], arguments: list[Member]
) -> tuple[Pagination, str] | None:
    pages = _ranked(
        [argument for argument in arguments if isinstance(argument.type, Integer | Number)], PAGE_PARAMETER
    )
    numbers = [member for member in members if isinstance(member.type, Integer | Number)]
    totals = _ranked(numbers, TOTAL)
    if not pages or not totals:
        return None
    currents = [member for member in _ranked(numbers, CURRENT) if member is not totals[0]]
    because = f"the response has the list '{dotted(items.path)}' and the number of pages "
    because += f"'{dotted(totals[0].path)}', the query has '{bracketed(pages[0].path)}'"
    numbered = Pagination(
        kind="page",
        items=items.path,
        next=Turn(read=Read(place="count"), write=Write(path=pages[0].path)),
        current=Read(path=currents[0].path) if currents else None,
        total_pages=Read(path=totals[0].path),
    )
    return numbered, because


def _success_object(operation: Operation, definitions: Mapping[Location, Definition]) -> Object | None:
    for response in operation.responses:
        if response.status in {"200", "2XX"}:
            for content in response.contents:
                type_ = without_null(deref(content.type, definitions))
                if "json" in content.media_type and isinstance(type_, Object):
                    return type_
    return None


def _members(
    object_: Object, definitions: Mapping[Location, Definition], path: Path = ()
) -> Iterator[Member]:
    for item in fields_of(object_, definitions):
        if item.access == "write":  # responses lack it
            continue
        type_ = without_null(deref(item.type, definitions))
        here = (*path, item.name)
        yield Member(here, type_, item.description)
        if isinstance(type_, Object) and len(here) < MAX_DEPTH:
            yield from _members(type_, definitions, here)


def _arguments(operation: Operation, definitions: Mapping[Location, Definition]) -> Iterator[Member]:
    for parameter in operation.parameters:
        if parameter.where != "query" or parameter.required:
            continue
        type_ = without_null(deref(parameter.type, definitions))
        yield Member((parameter.name,), type_, parameter.description)
        if isinstance(type_, Object) and parameter.style == "deepObject":
            for item in fields_of(type_, definitions):
                inner = without_null(deref(item.type, definitions))
                yield Member((parameter.name, item.name), inner, item.description)


def _items(members: list[Member]) -> Member | None:
    """Return the list of items: by name, else the only list at the response's root."""
    lists = [member for member in members if isinstance(member.type, Array)]
    named = _ranked([member for member in lists if len(member.path) <= MAX_ITEMS_DEPTH], ITEMS)
    if named:
        return named[0]
    roots = [member for member in lists if len(member.path) == 1]
    return roots[0] if len(roots) == 1 else None


def _ranked(members: list[Member], names: tuple[str, ...]) -> list[Member]:
    """Return the members whose names are in the table, by their rank there, shallow ones first."""
    known = [member for member in members if _matched(member, names) is not None]
    return sorted(known, key=lambda member: (_matched(member, names), len(member.path), member.path))


def _matched(member: Member, names: tuple[str, ...]) -> int | None:
    whole = _key("".join(member.path[-2:]))
    for candidate in (whole, member.key):
        if candidate in names:
            return names.index(candidate)
    return None


def _is_cursor(type_: Type) -> bool:
    match type_:
        case String(format=None) | Anything():
            return True
        case Union(variants=variants):
            return any(isinstance(variant, String) for variant in variants)
        case _:
            return False


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
