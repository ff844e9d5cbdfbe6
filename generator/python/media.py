"""Media types: how bodies in them are encoded and decoded, and which one is preferred."""

from generator.ir import Array, Content, String, Type

JSON_LINES = frozenset(
    {"application/jsonl", "application/x-ndjson", "application/x-jsonlines", "application/ndjson"}
)
# JSON, its relatives, forms, multipart, text, bytes.
PREFERENCE = ("json", "form", "multipart", "json-lines", "text", "binary")


def kind_of(media_type: str) -> str:
    """Return how a request body of a media type is encoded."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence in JSON_LINES:
        return "json-lines"
    if essence.endswith(("/json", "+json")) or essence in {"*/*", "application/*"}:
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence.endswith(("/xml", "+xml", "/yaml", "/x-yaml")):
        return "text"
    return "binary"


def response_kind(media_type: str) -> str:
    """Return how a response of a media type is decoded."""
    kind = kind_of(media_type)
    if kind in {"form", "json-lines"}:
        return "text"
    return "binary" if kind == "multipart" else kind


def body_type(content: Content) -> Type:
    """Return what a body takes: its schema's type, text or bytes."""
    kind = kind_of(content.media_type)
    if kind == "json-lines" and content.item is not None:
        return Array(content.item)
    if kind == "text":
        return String()
    return String("binary") if kind == "binary" else content.type


def by_preference(contents: tuple[Content, ...]) -> list[Content]:
    """Return contents in the order of preference, `application/json` itself first."""
    return sorted(
        contents,
        key=lambda item: (
            item.media_type != "application/json",
            PREFERENCE.index(kind_of(item.media_type)),
            item.media_type,
        ),
    )
