"""How pages are printed: the record that the runtime interprets, their items, the manifest, and words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.diagnostics import Location
from generator.ir import Anything, Array, Content, Definition, Map, Object, Tuple, Type, Union
from generator.pages import PageSize, Pagination, Read, Turn, Write, dotted, in_words, told_read, told_write
from generator.python.text.expressions import call, texts, tuple_of
from generator.python.text.prose import literal, summary
from generator.python.types.annotations import Imports
from generator.type_tree import fields_of, variants_of

RUNTIME = ".._runtime.operation"
UNITS = {"page": "page", "offset": "item"}


def pages_record(pages: Pagination, key_of: Callable[[Write], str], imports: Imports) -> str:
    """Return the expression of how pages are linked.

    Args:
        pages: how they are.
        key_of: the key of a parameter among the arguments of a call.
        imports: what the module imports.
    """
    for name in ("Pages", "Read", "Turn", "Write"):
        imports.add(RUNTIME, name)
    values = {"items": texts(pages.items, empty="()"), "next": _turn(pages.next, key_of)}
    if pages.previous is not None:
        values["previous"] = _turn(pages.previous, key_of)
    for name in ("more", "done", "total", "total_pages", "current", "following"):
        read: Read | None = getattr(pages, name)
        if read is not None:
            values[name] = _read(read)
    for name in ("number", "start"):
        write: Write | None = getattr(pages, name)
        if write is not None:
            values[name] = _write(write, key_of)
    if pages.size is not None:
        imports.add(RUNTIME, "PageSize")
        values["size"] = _size(pages.size, key_of, has_total=bool(pages.total or pages.total_pages))
    if pages.kind in UNITS:
        values["unit"] = literal(UNITS[pages.kind])
        values |= {} if pages.first == 1 else {"first": repr(pages.first)}
    if pages.always:
        values["always"] = tuple_of(
            [f"({_write(write, key_of)}, {literal(value)})" for write, value in pages.always]
        )
    values["how"] = literal(how(pages))
    return call("Pages", values)


def _size(size: PageSize, key_of: Callable[[Write], str], *, has_total: bool) -> str:
    """Return the expression of a size, with the most that it may be where a total is doubted without it."""
    default = "" if size.default is None else f", default={size.default}"
    is_telling = has_total and size.default is not None and size.maximum is not None
    maximum = f", maximum={size.maximum}" if is_telling else ""
    return f"PageSize({_write(size.write, key_of)}{default}{maximum})"


def _turn(turn: Turn, key_of: Callable[[Write], str]) -> str:
    return f"Turn({_read(turn.read)}, {_write(turn.write, key_of)})"


def _read(read: Read) -> str:
    values = {"place": literal(read.place), "path": texts(read.path)}
    if read.relation is not None:
        values["relation"] = literal(read.relation)
    if read.query is not None:
        values["query"] = literal(read.query)
    return call("Read", {key: text for key, text in values.items() if text}, positional=("place", "path"))


def _write(write: Write, key_of: Callable[[Write], str]) -> str:
    match write.place:
        case "url":
            return 'Write("url")'
        case "body":
            return f'Write("body", {texts(write.path)})'
        case _:
            return f'Write("argument", {texts((key_of(write), *write.path[1:]))})'


def how(pages: Pagination) -> str:
    """Return how pages are turned, in one line that may be printed."""
    return summary(in_words(pages)).rstrip(".")


# --- items ---


def item_type(
    pages: Pagination, contents: tuple[Content, ...], definitions: Mapping[Location, Definition]
) -> Type:
    """Return the type of an item; any, where no content has items that are described."""
    for content in contents:
        found = tuple(dict.fromkeys(_items_at(content.type, pages.items, definitions)))
        if found:
            return found[0] if len(found) == 1 else Union(found)
    return Anything()


def _items_at(
    type_: Type, path: tuple[str, ...], definitions: Mapping[Location, Definition]
) -> Iterator[Type]:
    for variant in variants_of(type_, definitions):
        match variant:
            case Object() if path:
                for item in fields_of(variant, definitions):
                    if item.name == path[0]:
                        yield from _items_at(item.type, path[1:], definitions)
            case Array(item=item) | Map(value=item) if not path:
                yield item
            case Tuple(items=items, rest=rest) if not path:
                yield from (*items, *((rest,) if rest is not None else ()))
            case _:
                pass


# --- the manifest ---


def described(pages: Pagination) -> dict[str, Any]:
    """Return how pages are linked, as the manifest has it."""
    found: dict[str, Any] = {"kind": pages.kind, "items": dotted(pages.items)}
    match pages.kind:
        case "page":
            found["page_parameter"] = told_write(pages.next.write)
        case "offset":
            found["offset_parameter"] = told_write(pages.next.write)
        case _:
            found["next"] = told_read(pages.next.read)
            found["next_parameter"] = told_write(pages.next.write) or None
            found["url_parameter"] = pages.next.read.query
    if pages.kind in UNITS:
        found["first"] = pages.first
    found |= _described_ends(pages)
    if pages.previous is not None:
        found["previous"] = told_read(pages.previous.read)
        found["previous_parameter"] = told_write(pages.previous.write) or None
        found["previous_url_parameter"] = pages.previous.read.query
    if pages.always:
        found["always"] = {told_write(write): value for write, value in pages.always}
    found |= {"from_url": True} if pages.next.read.query is not None and pages.next.read.is_url else {}
    found = {key: value for key, value in found.items() if value is not None}
    return {**found, "source": pages.source, "score": pages.score, "reasons": list(pages.reasons)}


def _described_ends(pages: Pagination) -> dict[str, Any]:
    ends = ("total", "total_pages", "current", "following", "more", "done")
    reads = {name: getattr(pages, name) for name in ends}
    found: dict[str, Any] = {name: told_read(read) for name, read in reads.items() if read is not None}
    if pages.size is not None:
        found["size_parameter"] = told_write(pages.size.write)
        found |= {} if pages.size.default is None else {"size_default": pages.size.default}
        found |= {} if pages.size.maximum is None else {"size_maximum": pages.size.maximum}
    return found
