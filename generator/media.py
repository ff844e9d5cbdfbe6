"""Media types: how bodies in them are encoded and decoded, and which one is preferred."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.diagnostics import Location
from generator.ir import (
    Array,
    Boolean,
    Const,
    Content,
    Definition,
    Enum,
    Integer,
    Number,
    Object,
    String,
    Type,
    Union,
)
from generator.type_tree import deref, variants_of, without_null

JSON_LINES = frozenset(
    {"application/jsonl", "application/x-ndjson", "application/x-jsonlines", "application/ndjson"}
)
# Media types that are a sequence of items, which need not end, and how these are told apart.
STREAMS = {
    "text/event-stream": "events",
    **dict.fromkeys(JSON_LINES, "json-lines"),
    "application/json-seq": "json-seq",
    "application/geo+json-seq": "json-seq",
}
# JSON, its relatives, forms, multipart, text, bytes.
PREFERENCE = ("json", "form", "multipart", "json-lines", "text", "binary")
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BYTES = "application/octet-stream"
PLAIN_TEXT = "text/plain"
_JSON = re.compile(r"[/+.-]json(?:-\d[\d.]*)?$")
# Formats that text has anyway.
TEXTS = frozenset({String(), String("byte"), String("binary")})


# A document has few media types, and says them tens of thousands of times.
_kept = lru_cache(maxsize=1024)


@_kept
def essence_of(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_range(media_type: str) -> bool:
    """Whether it stands for many media types: `image/*`."""
    return "*" in essence_of(media_type)


def ranges_of(media_type: str) -> tuple[str, ...]:
    """Return the ranges that a media type is in (RFC 9110, 12.5.1)."""
    return f"{essence_of(media_type).partition('/')[0]}/*", "*/*"


def is_json(media_type: str) -> bool:
    """Whether it is JSON, or a format made of it: `application/x-amz-json-1.1`, but not `json-seq`."""
    return _JSON.search(essence_of(media_type)) is not None


def is_merge_patch(media_type: str) -> bool:
    """Whether what is null in it is removed, and what is absent stays (RFC 7396)."""
    return essence_of(media_type) == "application/merge-patch+json"


@_kept
def kind_of(media_type: str) -> str:
    """Return how content of a media type is encoded."""
    essence = essence_of(media_type)
    if essence in JSON_LINES:
        return "json-lines"
    if is_json(essence) or essence in {"*/*", "application/*"}:
        return "json"
    if essence == FORM:
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence.endswith(("/xml", "+xml", "+yaml", "/yaml", "/x-yaml")):
        return "text"
    return "binary"


def stream_kind(media_type: str) -> str | None:
    """Return how the items of a sequential media type are told apart; None for every other one."""
    return STREAMS.get(essence_of(media_type))


def body_kind(content: Content) -> str:
    """Return how a request body is encoded; where its media type is any, its schema tells bytes from JSON."""
    if is_range(content.media_type) and content.type == String("binary"):
        return "binary"
    return kind_of(content.media_type)


def response_kind(content: Content) -> str:
    """Return how a response is decoded; where its media type is any, its schema tells bytes from JSON."""
    kind = body_kind(content)
    if kind in {"form", "json-lines"}:
        return "text"
    return "binary" if kind == "multipart" else kind


def text_type(content: Content, definitions: Mapping[Location, Definition]) -> Type:
    """Return what is text in a content: a single value where it is plain text of one, else just text."""
    scalars = Integer | Number | Boolean | Const | Enum | String
    variants = variants_of(content.type, definitions)
    is_plain = essence_of(content.media_type) == PLAIN_TEXT and len(variants) == 1
    if not is_plain or not isinstance(variants[0], scalars) or variants[0] in TEXTS:
        return String()
    return content.type


def is_sent_as_json(
    content: Content, beside: Iterable[Content], definitions: Mapping[Location, Definition]
) -> bool:
    """Whether bytes are said to be an object, which no other media type has: documents of Google's say so.

    Args:
        content: a content of a request.
        beside: all contents of that request.
        definitions: what its types may refer to.
    """
    kinds = {body_kind(item) for item in beside}
    is_object = isinstance(without_null(deref(content.type, definitions)), Object)
    return kinds == {"binary"} and is_object and any(essence_of(item.media_type) == BYTES for item in beside)


def body_type(
    content: Content, beside: Iterable[Content], definitions: Mapping[Location, Definition]
) -> Type:
    """Return what a body takes: its schema's type, text or bytes."""
    kind = body_kind(content)
    if kind == "json-lines" and content.item is not None:
        return Array(content.item)
    if kind == "text":
        return text_type(content, definitions)
    if is_sent_as_json(content, beside, definitions):
        return Union((String("binary"), without_null(content.type)))
    if kind == "binary":
        return Union((String("binary"), String())) if may_be_text(content) else String("binary")
    return content.type


def may_be_text(content: Content) -> bool:
    """Tell whether bytes may be given as text: the schema says text of them, or base64."""
    return body_kind(content) == "binary" and content.type in {String(), String("byte")}


def usual_media_type(content: Content) -> str:
    """Return the Content-Type of a body when a call does not say it: of a range something that fits."""
    if not is_range(content.media_type):
        return content.media_type
    match body_kind(content):
        case "json":
            return JSON
        case "text":
            return PLAIN_TEXT
        case "multipart":
            return MULTIPART
        case _:
            return BYTES


def by_preference(contents: tuple[Content, ...]) -> list[Content]:
    """Return contents in the order of preference, `application/json` itself first.

    A list of changes (RFC 6902) comes after what has the shape of the thing.
    """
    return sorted(
        contents,
        key=lambda item: (
            item.media_type != JSON,
            PREFERENCE.index(kind_of(item.media_type)),
            essence_of(item.media_type) == "application/json-patch+json",
            item.media_type,
        ),
    )
