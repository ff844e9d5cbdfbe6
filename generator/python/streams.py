"""Responses that are read item by item: events, JSON lines, JSON sequences and large content of bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Content,
    Definition,
    Never,
    Object,
    Operation,
    String,
    Type,
    deref,
    variants_of,
    without_null,
)
from generator.python.answers import successes
from generator.python.media import by_preference, response_kind, stream_kind

# The fields of a server-sent event (WHATWG HTML, 9.2.6), by which a schema of a whole event is known.
EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})

StreamKind = Literal["events", "event-data", "json-lines", "json-seq", "binary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """What a stream holds.

    Attributes:
        content: the content of the response.
        kind: how its bytes become items; `event-data` are events whose data is what the schema describes.
        item: what an item is; None for bytes, and for events that the document does not describe.
    """

    content: Content
    kind: StreamKind
    item: Type | None


def successful(operation: Operation) -> tuple[tuple[Content, ...], bool]:
    """Return what successful responses hold, each media type by preference, and whether one holds nothing."""
    responses = successes(operation)
    contents = [content for response in responses for content in by_preference(response.contents)]
    return tuple(contents), any(not response.contents for response in responses)


def streams_only(operation: Operation) -> bool:
    """Whether all that an operation can answer with success is a stream."""
    contents, nothing = successful(operation)
    return bool(contents) and not nothing and all(stream_kind(item.media_type) for item in contents)


def streams_too(operation: Operation) -> bool:
    """Whether an operation's answer can be had as a stream or as a whole."""
    contents, _ = successful(operation)
    kinds = {_kind(content) for content in contents}
    return not streams_only(operation) and (kinds == {"binary"} or "stream" in kinds)


def stream_of(operation: Operation, definitions: Mapping[Location, Definition]) -> Stream | None:
    """Return the stream that an operation answers with, if it does."""
    contents, _ = successful(operation)
    for content in contents:
        if _kind(content) == "stream":
            return stream(content, definitions)
    if contents and streams_too(operation):
        return Stream(content=contents[0], kind="binary", item=None)
    return None


def stream(content: Content, definitions: Mapping[Location, Definition]) -> Stream:
    """Return what the stream of a sequential media type holds.

    OAS 3.2 describes an item by `itemSchema`. Before, some documents described the whole as a list, some an
    item, and of an event most only its data.
    """
    kind = stream_kind(content.media_type)
    whole = without_null(deref(content.type, definitions))
    item = content.item or (whole.item if isinstance(whole, Array) else content.type)
    if kind != "events":
        return Stream(content=content, kind="json-seq" if kind == "json-seq" else "json-lines", item=item)
    variants = variants_of(item, definitions)
    if all(isinstance(variant, String | Anything | Never) for variant in variants):
        return Stream(content=content, kind="events", item=None)
    is_event = content.item is not None or all(map(_is_event, variants))
    return Stream(content=content, kind="events" if is_event else "event-data", item=item)


def _kind(content: Content) -> str:
    return "stream" if stream_kind(content.media_type) else response_kind(content)


def _is_event(type_: Type) -> bool:
    if not isinstance(type_, Object):
        return False
    names = {item.name for item in type_.fields}
    return "data" in names and names <= EVENT_FIELDS
