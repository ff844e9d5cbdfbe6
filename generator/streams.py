"""Responses that are read item by item: events, JSON lines, JSON sequences and large content of bytes."""

from collections.abc import Mapping
from typing import Literal

from generator.answers import successes
from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Const,
    Content,
    Definition,
    Encoded,
    Enum,
    Field,
    Never,
    Null,
    Object,
    Operation,
    String,
    Type,
)
from generator.media import by_preference, response_kind, stream_kind
from generator.records import dataclass
from generator.type_tree import deref, fields_of, variants_of, without_null

# The fields of a server-sent event (WHATWG HTML, 9.2.6), by which a schema of a whole event is known.
EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})

StreamKind = Literal["events", "json-events", "event-data", "json-lines", "json-seq", "binary"]
EVENT_KINDS = frozenset({"events", "json-events", "event-data"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """What a stream holds.

    Attributes:
        content: the content of the response.
        kind: how its bytes become items; `events` are described as such, `json-events` with what their data
            holds, and of `event-data` nothing but their data is.
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
    return Stream(content=content, kind=_events_kind(content, variants, definitions), item=item)


def _events_kind(
    content: Content, variants: tuple[Type, ...], definitions: Mapping[Location, Definition]
) -> StreamKind:
    """Return what a schema describes, of which these are the variants: events, or the data of events."""
    described = [_event_fields(variant, definitions) for variant in variants]
    if content.item is None and any(fields is None or "data" not in fields for fields in described):
        return "event-data"
    # In OAS 3.2 an item is an event; what has nothing of one is its data all the same.
    if all(fields is None for fields in described):
        return "event-data"
    data = [fields["data"].type for fields in described if fields is not None and "data" in fields]
    return "json-events" if any(_holds_json(type_, definitions) for type_ in data) else "events"


def _kind(content: Content) -> str:
    return "stream" if stream_kind(content.media_type) else response_kind(content)


def _event_fields(type_: Type, definitions: Mapping[Location, Definition]) -> dict[str, Field] | None:
    """Return the fields of an event, by their names; None for what is no event."""
    fields = {item.name: item for item in fields_of(type_, definitions)} if isinstance(type_, Object) else {}
    return fields if fields and fields.keys() <= EVENT_FIELDS else None


def _holds_json(type_: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Whether data of a type is JSON and not just text; JSON that the schema says is text is read as that."""
    return any(not _is_text(variant) for variant in variants_of(type_, definitions))


def _is_text(type_: Type) -> bool:
    match type_:
        case Const(value=value) | Enum(values=(value, *_)):
            return isinstance(value, str)
        case _:
            return isinstance(type_, String | Encoded | Anything | Never | Null)
