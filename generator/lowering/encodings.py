"""How the properties of a form travel: the Encoding Objects of a request's content (OAS 3.1.1, 4.8.15)."""

from collections.abc import Mapping
from typing import Any

from generator.ir import Content, PartEncoding
from generator.lowering.context import Context, Place
from generator.lowering.keywords import inline_parts
from generator.lowering.notes import text
from generator.lowering.scalars import given_value
from generator.media import FORM, MULTIPART
from generator.reading.kinds import ENCODING, HEADER
from generator.reading.raw import mapping_at, text_at

# What query parameters may be written like, and properties of forms; in OAS 3.0 not those of multipart.
QUERY_STYLES = frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"})
# What OAS 3.2 says of parts without names, and of what is inside of parts.
UNREAD = ("prefixEncoding", "itemEncoding", "encoding")


def lower_encodings(
    content: Content, raw: Mapping[str, Any], place: Place, context: Context
) -> tuple[PartEncoding, ...]:
    """Return how the properties of a content travel, where its object says it.

    Args:
        content: the content.
        raw: its object.
        place: where that stands.
        context: where references lead, and the ledger.
    """
    _record_unread(raw, UNREAD[:2], place, context)
    below = place.down("encoding")
    found = mapping_at(raw.get("encoding"))
    return tuple(
        _encoding(content, name, node, below.down(name), context) for name, node in sorted(found.items())
    )


def _encoding(
    content: Content, name: str, raw: dict[str, Any], place: Place, context: Context
) -> PartEncoding:
    essence = content.media_type.partition(";")[0].strip().lower()
    raw = context.kept(raw, ENCODING, place.location)
    _record_unread(raw, UNREAD, place, context)
    content_type = text(raw.get("contentType"))
    return PartEncoding(
        property=name,
        content_types=tuple(part.strip() for part in content_type.split(",") if part.strip()),
        headers=_headers(name, raw, place, context) if essence.startswith("multipart/") else (),
        style=_style(essence, raw, place, context),
        explode=raw["explode"] if isinstance(raw.get("explode"), bool) else None,
        allow_reserved=raw.get("allowReserved") is True,
    )


def _style(essence: str, raw: dict[str, Any], place: Place, context: Context) -> str | None:
    """Return the style of a property, which `explode` and `allowReserved` imply (OAS 3.1.1, 4.8.15.1.2)."""
    stated = [key for key in ("style", "explode", "allowReserved") if key in raw]
    if not stated:
        return None
    style = text_at(raw.get("style")) or "form"
    if style in QUERY_STYLES and (essence == FORM or (essence == MULTIPART and not context.is_oas_3_0)):
        return style
    if style == "deepObject" and essence == MULTIPART:
        # OAS 3.0.4, 4.7.15.1 ignores it, and names in brackets are all that it can mean.
        message = f"OpenAPI 3.0 has no {style!r} for parts of {essence}; they are named as it says"
        context.record("misplaced-style", message, place.location.child("style"))
        return style
    if style == "form" and raw.get("explode") is not False:  # as it is without
        return None
    what = f"the style {style!r}" if style not in QUERY_STYLES else f"'{stated[0]}'"
    message = f"{what} is not for properties of {essence}, and is left out"
    context.record("misplaced-style", message, place.location.child(stated[0]), "ignored")
    return None


def _headers(part: str, raw: dict[str, Any], place: Place, context: Context) -> tuple[tuple[str, str], ...]:
    """Return the headers of a part whose values the document gives; callers give the others."""
    found: list[tuple[str, str]] = []
    for name, node in sorted(mapping_at(raw.get("headers")).items()):
        if name.lower() == "content-type":  # to be ignored here (OAS 3.1.1, 4.8.15.1)
            continue
        resolved = context.resolve(node, place.location.child("headers", name))
        here = resolved.location.child("schema")
        header = context.kept(resolved.node, HEADER, resolved.location)
        schema = context.schema_at(header.get("schema", True), here)
        value = given_value(*inline_parts(schema.node, schema.location))
        if value is None:
            message = f"the header {name!r} of the part {part!r} is given with File(headers=...)"
            context.record("part-header", message, place.location.child("headers", name))
        else:
            found.append((name, value))
    return tuple(found)


def _record_unread(raw: Mapping[str, Any], keys: tuple[str, ...], place: Place, context: Context) -> None:
    for key in keys:
        if raw.get(key):
            message = f"'{key}' is not read: parts are sent as their values are"
            context.record("unread-encoding", message, place.location.child(key), "ignored")
