"""Bodies and responses: contents, headers and links."""

import re
from dataclasses import replace
from typing import Any

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Body,
    Boolean,
    Content,
    Header,
    Integer,
    Link,
    Map,
    Number,
    Response,
    String,
    Tuple,
    Type,
)
from generator.lowering.context import Context, Place, place_of
from generator.lowering.encodings import lower_encodings
from generator.lowering.hints import example_of, hints_of
from generator.lowering.limits import limits_of
from generator.lowering.notes import text
from generator.lowering.parameters import schema_of
from generator.lowering.samples import examples_of
from generator.lowering.schemas import Schemas
from generator.media import BYTES, FORM, PLAIN_TEXT, body_kind, essence_of, is_json, ranges_of, stream_kind
from generator.reading.kinds import CONTENTS, HEADER, LINK, MEDIA_TYPE, REQUEST_BODY, RESPONSE
from generator.reading.models import RequestBody as RequestBodyObject
from generator.reading.models import Response as ResponseObject
from generator.reading.nodes import is_mapping
from generator.reading.objects import read
from generator.reading.raw import mapping_at, text_at

# A status or a range of them; real documents have several in one key, too.
STATUS = re.compile(r"[1-5](?:\d\d|XX)")
# RFC 9110, 15.3.5 and 15.3.6: whatever a document says, these have no content.
WITHOUT_CONTENT = frozenset({"204", "205"})
# RFC 9110, 15.4: what clients follow; the document then describes no success, which is what they lead to.
REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
# What a media type has that says something of its type.
_TYPED = frozenset({"schema", "itemSchema", "$ref"})
JSON = re.compile(r"[/+]json\s*(?:;|$)", re.IGNORECASE)


class Messages:
    """Lowers what requests send and what servers answer.

    Args:
        context: what lowering works with.
        schemas: lowers their schemas.
    """

    def __init__(self, context: Context, schemas: Schemas) -> None:
        self._context = context
        self._schemas = schemas

    def body(self, node: Any, place: Place) -> Body | None:
        """Return the body of a request; None where it has none."""
        if not is_mapping(node):
            return None
        resolved = self._context.resolve(node, place.location)
        own = place_of(resolved.location, place)
        raw = self._context.kept(resolved.node, REQUEST_BODY, resolved.location)
        typed = read(RequestBodyObject, raw, resolved.location, self._context.ledger)
        nodes, below = self._media_types(raw, own)
        contents = tuple(
            self._as_sent(content, nodes[content.media_type], below.down(content.media_type))
            for content in self._contents(nodes, below)
        )
        contents = tuple(self._named_values(content, own) for content in contents)
        self._note_base64(contents, own)
        if not contents:
            message = "a request body without a media type is sent as bytes"
            self._context.record("empty-body", message, own.location)
            contents = (Content(media_type=BYTES, type=String("binary")),)
        self._context.honoured += 1
        return Body(
            contents=contents,
            required=typed.required,
            description=text(typed.description),
            location=resolved.location,
        )

    def _named_values(self, content: Content, place: Place) -> Content:
        """Return a content; a form that is said to have no names takes any."""
        if not _is_nameless_form(content):
            return content
        message = "a form consists of named values; any names are accepted"
        location = place.location.child("content", content.media_type)
        self._context.record("nameless-form", message, location)
        return replace(content, type=Map(Anything()))

    def _note_base64(self, contents: tuple[Content, ...], place: Place) -> None:
        """Note bodies of bytes that are said to be base64: some servers want that, and some the bytes."""
        for content in contents:
            if body_kind(content) == "binary" and content.type == String("byte"):
                message = "it may be base64 or bytes: bytes are sent as they are, and so is text"
                location = place.location.child("content", content.media_type)
                self._context.record("base64-body", message, location)

    def responses(self, method: str, raw: Any, place: Place) -> tuple[Response, ...]:
        """Return the responses to a request of a method, sorted by status."""
        found: dict[str, Response] = {}
        for key, node in sorted(mapping_at(raw).items()):
            statuses = ["default"] if key.lower() == "default" else STATUS.findall(key.upper())
            if not statuses and not key.startswith("x-"):
                message = f"{key!r} is no status, and its response is left out"
                self._context.record("bad-status", message, place.location.child(key), "ignored")
            for status in statuses:
                found.setdefault(
                    status, self._response(status, node, place.down(key, step=f"response {key}"))
                )
        return _as_answered(method, tuple(found[status] for status in sorted(found)))

    def _response(self, status: str, node: Any, below: Place) -> Response:
        resolved = self._context.resolve(node, below.location)
        own = place_of(resolved.location, below)
        raw = self._context.kept(resolved.node, RESPONSE, resolved.location)
        typed = read(ResponseObject, raw, resolved.location, self._context.ledger)
        self._context.honoured += 1
        return Response(
            status=status,
            contents=self._contents(*self._media_types(raw, own)),
            headers=self._headers(raw.get("headers"), own.down("headers")),
            links=tuple(sorted(mapping_at(raw.get("links")))),
            followed=self._links(raw.get("links"), own.down("links").location),
            # OAS 3.2 has a summary beside the description, which is optional there.
            description=text(typed.description) or text(raw.get("summary")),
            location=resolved.location,
        )

    def _media_types(self, raw: dict[str, Any], place: Place) -> tuple[dict[str, Any], Place]:
        """Return the contents of a body or response by their media types, and where these stand.

        OpenAPI knows no references in place of all of them, but there are documents that have some.
        """
        below = place.down("content")
        resolved = self._context.resolve(raw.get("content", {}), below.location)
        nodes = self._context.kept(resolved.node, CONTENTS, resolved.location)
        return nodes, place_of(resolved.location, below)

    def _contents(self, nodes: dict[str, Any], place: Place) -> tuple[Content, ...]:
        """Return contents; `place` is where the mapping of their media types stands."""
        found: list[Content] = []
        known: list[tuple[Any, Type]] = []
        for media_type, node in sorted(nodes.items()):
            found.append(self._content(media_type, node, place.down(media_type), known))
        return tuple(
            content
            if _TYPED & {*mapping_at(nodes[content.media_type])}
            else self._typed_by_kin(content, found, place)
            for content in found
        )

    def _typed_by_kin(self, content: Content, found: list[Content], place: Place) -> Content:
        """Return a content of whose type nothing is said: it has that of one that says something of it, too.

        Documents part the examples (`application/json`) from the schema (`application/json; charset=utf-8`,
        and `*/*` where a converter wrote an older document).
        """
        kin = _closest_kin(content, [item for item in found if item.item or item.type != Anything()])
        if kin is None:
            return content
        message = f"{content.media_type} has no schema, and is taken to have that of {kin.media_type}"
        self._context.record("no-schema", message, place.location.child(content.media_type))
        return replace(content, type=kin.type, item=kin.item, limits=kin.limits)

    def _content(self, media_type: str, node: Any, place: Place, known: list[tuple[Any, Type]]) -> Content:
        """Return a content.

        Args:
            media_type: its media type.
            node: its object.
            place: where that stands.
            known: the schemas of the contents beside it with their types; a schema that is written out for
                each media type is one type. It grows.
        """
        resolved = self._context.resolve(node, place.location)
        raw = self._context.kept(resolved.node, MEDIA_TYPE, resolved.location)
        own = place_of(resolved.location, place)
        schema = raw.get("schema", True)
        type_ = next((type_ for other, type_ in known if other == schema), None)
        if type_ is None:
            type_ = self._schemas.lower(schema, own.down("schema"))
            known.append((schema, type_))
        item: Type | None = None
        if "itemSchema" in raw:
            item = self._schemas.lower(raw["itemSchema"], own.down("itemSchema", step="[]"))
            if stream_kind(media_type) is None:
                message = f"{media_type} is read as a whole, and not item by item"
                self._context.record("whole-of-items", message, own.location.child("itemSchema"))
        return Content(
            media_type=media_type,
            type=type_,
            item=item,
            example=self._example(raw, own),
            limits=limits_of(schema),
        )

    def _example(self, raw: dict[str, Any], place: Place) -> Any:
        """Return the first example of a media type or schema, references followed."""
        examples = mapping_at(raw.get("examples"))
        named = {
            name: found.node
            for name, node in examples.items()
            if (found := self._context.try_resolve(node, place.location.child("examples", name))) is not None
        }
        return example_of({**raw, "examples": named}) if named else example_of(raw)

    def _as_sent(self, content: Content, node: Any, place: Place) -> Content:
        """Return a content with what is for requests only: how its properties travel, and its examples.

        Args:
            content: the content.
            node: its object.
            place: where that stands.
        """
        resolved = self._context.resolve(node, place.location)
        own = place_of(resolved.location, place)
        raw = self._context.kept(resolved.node, MEDIA_TYPE, resolved.location)
        examples = examples_of(raw, own, self._context)
        encodings = lower_encodings(content, raw, own, self._context)
        return replace(content, encodings=encodings, examples=examples)

    def _headers(self, raw: Any, place: Place) -> tuple[Header, ...]:
        headers: list[Header] = []
        for name, node in sorted(mapping_at(raw).items()):
            resolved = self._context.resolve(node, place.location.child(name))
            header = self._context.kept(resolved.node, HEADER, resolved.location)
            own = place_of(resolved.location, place.down(name, step=name))
            media_type, schema, schema_place = schema_of(header, own)
            type_ = self._schemas.lower(schema, schema_place)
            is_json = media_type is not None and JSON.search(media_type) is not None
            if media_type is not None and not is_json and media_type != PLAIN_TEXT:
                message = f"the header {name!r} holds {media_type}, and is given as text"
                self._context.record("unread-format", message, resolved.location.child("content", media_type))
                type_ = String()
            headers.append(
                Header(
                    name=name,
                    type=type_,
                    is_json=is_json,
                    description=text(header.get("description")),
                    location=resolved.location,
                    hints=hints_of(header, schema),
                )
            )
        return tuple(headers)

    def _links(self, raw: Any, location: Location) -> tuple[Link, ...]:
        links: list[Link] = []
        for name, node in sorted(mapping_at(raw).items()):
            resolved = self._context.try_resolve(node, location.child(name))
            link = self._context.kept(resolved.node, LINK, resolved.location) if resolved is not None else {}
            operation = text_at(link.get("operationId")) or text_at(link.get("operationRef"))
            parameters = mapping_at(link.get("parameters"))
            if operation:
                pairs = [(key, value) for key, value in parameters.items() if isinstance(value, str)]
                here = location.child(name)
                links.append(Link(name=name, operation=operation, parameters=tuple(pairs), location=here))
        return tuple(links)


def _as_answered(method: str, responses: tuple[Response, ...]) -> tuple[Response, ...]:
    """Return responses as a client has them: without content where HTTP has none, redirects followed."""
    responses = tuple(
        replace(response, contents=()) if method == "head" or response.status in WITHOUT_CONTENT else response
        for response in responses
    )
    if method == "head":  # RFC 9110, 9.3.2
        return responses
    redirects = [response for response in responses if response.status in REDIRECTS]
    if not redirects or any(response.status.startswith("2") for response in responses):
        return responses
    followed = Response(
        status="2XX",
        contents=(Content(media_type="*/*", type=String("binary")),),
        description=redirects[0].description,
        location=redirects[0].location,
    )
    return (followed, *responses)


def _closest_kin(content: Content, others: list[Content]) -> Content | None:
    """Return what says of which type a content is: one of its essence, and for JSON a range that it is in."""
    essence = essence_of(content.media_type)
    same = [other for other in others if essence_of(other.media_type) == essence]
    ranges = ranges_of(essence) if is_json(essence) else ()
    above = [other for name in ranges for other in others if other.media_type == name]
    return next(iter([*same, *above]), None)


def _is_nameless_form(content: Content) -> bool:
    """Whether a form is said to be a list or a single value; text is a form that is written already."""
    essence = essence_of(content.media_type)
    is_multipart = essence.startswith("multipart/")
    if not is_multipart and essence != FORM:
        return False
    nameless = isinstance(content.type, Array | Tuple | Boolean | Integer | Number)
    return nameless or (is_multipart and isinstance(content.type, String))
