"""Contents whose schemas a client does not apply: told in the ledger, for nothing is dropped in silence."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Api,
    Array,
    Body,
    Content,
    Definition,
    Entry,
    Header,
    Map,
    Never,
    Null,
    Object,
    Operation,
    Parameter,
    PartEncoding,
    Response,
    String,
    Tuple,
    Type,
)
from generator.media import (
    BYTES,
    PLAIN_TEXT,
    body_kind,
    essence_of,
    is_json,
    is_sent_as_json,
    response_kind,
    stream_kind,
    text_type,
)
from generator.type_tree import deref, fields_of, variants_of, without_null

Definitions = Mapping[Location, Definition]

# How a client has what it neither reads nor writes.
AS_IT_IS = {"text": "text", "binary": "bytes"}
# The styles of forms that have no place for what is nested.
FLAT_STYLES = frozenset({"form", "spaceDelimited", "pipeDelimited"})


def tell_contents(api: Api) -> list[Entry]:
    """Return an entry for each content that is used and whose schema is not applied."""
    entries: list[Entry] = []
    for operation in (*api.operations, *(webhook.operation for webhook in api.webhooks)):
        entries += _parameters(operation, api.definitions)
        for response in operation.responses:
            entries += _response(response, api.definitions)
    for operation in api.operations:
        entries += _sent(operation.body, api.definitions) if operation.body is not None else ()
    for webhook in api.webhooks:
        entries += _received(webhook.operation.body, api.definitions) if webhook.operation.body else ()
    return list(dict.fromkeys(entries))


def _parameters(operation: Operation, definitions: Definitions) -> Iterator[Entry]:
    for parameter in operation.parameters:
        if not _is_applied(parameter, definitions):
            message = f"{parameter.media_type} is not written: give the parameter {parameter.name!r} as text"
            yield _entry("unwritten-format", message, parameter.location)
        elif _is_too_deep(parameter, definitions):
            message = f"the style '{parameter.style}' has no place for what is nested in {parameter.name!r}; "
            yield _entry("nested-parameter", f"{message}it is written as JSON", parameter.location)


def _is_too_deep(parameter: Parameter, definitions: Definitions) -> bool:
    """Whether a style with one level is asked for more; lists in exploded queries are one level."""
    if parameter.media_type is not None or parameter.style == "deepObject":
        return False
    is_exploded = parameter.explode and parameter.where == "query"
    return any(
        _is_nested(
            _item(inner, definitions) if is_exploded and not isinstance(type_, Array) else inner, definitions
        )
        for type_ in variants_of(parameter.type, definitions)
        for inner in _inside(type_, definitions)
    )


def _inside(type_: Type, definitions: Definitions) -> list[Type]:
    match type_:
        case Object():
            return [field.type for field in fields_of(type_, definitions)]
        case Map(value=value):
            return [value]
        case Array(item=item):
            return [item]
        case _:
            return []


def _is_applied(parameter: Parameter, definitions: Definitions) -> bool:
    if parameter.media_type is None or is_json(parameter.media_type) or parameter.where == "querystring":
        return True
    return not _is_nested(parameter.type, definitions)


def _response(response: Response, definitions: Definitions) -> Iterator[Entry]:
    json = [content.type for content in response.contents if response_kind(content) == "json"]
    for content in response.contents:
        kind = response_kind(content)
        # What only writes the JSON beside it in another way is never asked for.
        if stream_kind(content.media_type) is not None or content.type in json:
            continue
        if kind in AS_IT_IS and _is_described(content, definitions):
            message = f"{content.media_type} is not read: the response is given as {AS_IT_IS[kind]}"
            yield _entry("unread-format", message, _place(response.location, content))
    for header in response.headers:
        if is_given_as_text(header, definitions):
            message = f"the object in the header {header.name!r} is given as text"
            yield _entry("unread-header", message, response.location.child("headers", header.name))


def _received(body: Body, definitions: Definitions) -> Iterator[Entry]:
    """Yield entries for what a server sends of its own."""
    for content in body.contents:
        kind = response_kind(content)
        is_scalar = kind == "text" and text_type(content, definitions) != String()
        if kind in AS_IT_IS and (is_scalar or _is_described(content, definitions)):
            message = f"{content.media_type} is not read: the payload is given as {AS_IT_IS[kind]}"
            yield _entry("unread-format", message, _place(body.location, content))


def _sent(body: Body, definitions: Definitions) -> Iterator[Entry]:
    for content in body.contents:
        kind, place = body_kind(content), _place(body.location, content)
        if is_sent_as_json(content, body.contents, definitions):
            message = f"bytes and files are sent as {content.media_type}, the object as application/json"
            yield _entry("object-of-bytes", message, place)
        elif kind in AS_IT_IS and _is_described(content, definitions):
            message = f"{content.media_type} is not written: give the body as {AS_IT_IS[kind]}"
            yield _entry("unwritten-format", message, place)
        if kind in {"form", "multipart"}:
            yield from _properties(content, place, definitions)


def _properties(content: Content, place: Location, definitions: Definitions) -> Iterator[Entry]:
    """Yield entries for properties of a form that are not written as their encodings say."""
    type_ = without_null(deref(content.type, definitions))
    fields = fields_of(type_, definitions) if isinstance(type_, Object) else ()
    types = {field.name: field.type for field in fields}
    for encoding in content.encodings:
        inner = types.get(encoding.property, Anything())
        here = place.child("encoding", encoding.property)
        if _is_nested(_item(inner, definitions), definitions):
            yield from _nested(encoding, here, is_form=body_kind(content) == "form")


def _nested(encoding: PartEncoding, place: Location, *, is_form: bool) -> Iterator[Entry]:
    if encoding.style in FLAT_STYLES:
        message = f"the style '{encoding.style}' has no place for what is nested in {encoding.property!r}; "
        yield _entry("nested-property", f"{message}it is written as JSON", place.child("style"))
    elif encoding.content_types and not any(map(_takes_json, encoding.content_types)):
        first = encoding.content_types[0]
        how = "it is written as JSON" if is_form else "give it as text, bytes or a File"
        message = f"{first} is not written: of {encoding.property!r} {how}"
        yield _entry("unwritten-format", message, place.child("contentType"))


def _takes_json(media_type: str) -> bool:
    return is_json(media_type) or essence_of(media_type) in {PLAIN_TEXT, BYTES}


def _is_described(content: Content, definitions: Definitions) -> bool:
    """Whether a schema says more than that something is text or bytes."""
    if body_kind(content) == "text" and text_type(content, definitions) != String():
        return False
    plain = String | Anything | Never | Null
    return not all(isinstance(variant, plain) for variant in variants_of(content.type, definitions))


def _item(type_: Type, definitions: Definitions) -> Type:
    """Return what is in a list, which has a pair or a part for each of its items; of all else itself."""
    inner = without_null(deref(type_, definitions))
    return inner.item if isinstance(inner, Array) else type_


def _is_nested(type_: Type, definitions: Definitions) -> bool:
    nested = Object | Map | Array | Tuple
    return any(isinstance(variant, nested) for variant in variants_of(type_, definitions))


def _is_object(type_: Type, definitions: Definitions) -> bool:
    return any(isinstance(variant, Object | Map) for variant in variants_of(type_, definitions))


def is_given_as_text(header: Header, definitions: Definitions) -> bool:
    """Whether nobody reads what a header holds: an object, or a list of them, in the style `simple`."""
    variants = list(variants_of(header.type, definitions))
    items = [variant.item for variant in variants if isinstance(variant, Array)]
    return not header.is_json and any(_is_object(type_, definitions) for type_ in (header.type, *items))


def _place(owner: Location, content: Content) -> Location:
    return owner.child("content", content.media_type)


def _entry(code: str, message: str, location: Location) -> Entry:
    return Entry(kind="approximated", code=code, message=message, location=location)
