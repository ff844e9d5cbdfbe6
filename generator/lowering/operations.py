"""Operations with everything that they inherit: parameters, bodies, responses, servers and security."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, get_args

from openapi_pydantic.v3.v3_1 import Operation as OperationObject
from openapi_pydantic.v3.v3_1 import Parameter as ParameterObject
from openapi_pydantic.v3.v3_1 import RequestBody as RequestBodyObject
from openapi_pydantic.v3.v3_1 import Response as ResponseObject
from openapi_pydantic.v3.v3_1 import Server as ServerObject

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Body,
    Boolean,
    Content,
    DateStyle,
    Header,
    Integer,
    Link,
    ListStyle,
    Map,
    Number,
    ObjectStyle,
    Operation,
    Origin,
    Parameter,
    ParameterLocation,
    Requirement,
    Response,
    Scheme,
    Server,
    ServerVariable,
    String,
    Tuple,
    Type,
    Webhook,
)
from generator.lowering.context import Context, Place, root_place
from generator.lowering.encodings import FORM, lower_encodings
from generator.lowering.hints import example_of, hints_of
from generator.lowering.merging import Placed
from generator.lowering.naming import name_hints_of
from generator.lowering.notes import text
from generator.lowering.paging import declared_pages, linked_pages
from generator.lowering.samples import examples_of
from generator.lowering.schemas import Schemas, notes_of
from generator.lowering.security import header_scheme, lower_requirements
from generator.lowering.selection import Offer, Selection
from generator.pages import PageDeclaration
from generator.reading.nodes import is_mapping
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at, text_at
from generator.reading.references import Resolved

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
DEFAULT_STYLES: dict[ParameterLocation, str] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "querystring": "form",
}
STYLES: dict[ParameterLocation, frozenset[str]] = {
    "path": frozenset({"simple", "label", "matrix"}),
    "query": frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"}),
    "header": frozenset({"simple"}),
    "cookie": frozenset({"form", "cookie"}),
    "querystring": frozenset({"form"}),
}
# A status or a range of them; real documents have several in one key, too.
STATUS = re.compile(r"[1-5](?:\d\d|XX)")
# RFC 9110, 15.3.5 and 15.3.6: whatever a document says, these have no content.
WITHOUT_CONTENT = frozenset({"204", "205"})
# RFC 9110, 15.4: what clients follow; the document then describes no success, which is what they lead to.
REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
JSON = re.compile(r"[/+]json\s*(?:;|$)", re.IGNORECASE)
# OAS 3.1.1, 4.8.12.2.1: header parameters of these names are said by other means and shall be ignored.
AUTHORIZATION = "authorization"
IGNORED_HEADERS = frozenset({"accept", "content-type"})

# What tells a parameter from others: its place and its name; those of headers have no case (RFC 9110, 5.1).
_Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What an operation has when it does not say otherwise."""

    servers: tuple[Server, ...]
    security: tuple[Requirement, ...]
    schemes: Mapping[str, Scheme]
    pages: tuple[PageDeclaration, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A path item, references followed.

    Attributes:
        raw: as it stands in the document.
        location: where it stands; several paths may share one that they refer to.
        identity: where the path itself stands, which no two paths share.
        key: the path template, the webhook's name or the callback's expression.
    """

    raw: dict[str, Any]
    location: Location
    identity: Location
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """An operation as it stands in the document, references followed; where it and its path item stand."""

    method: str
    raw: dict[str, Any]
    place: Place
    item_place: Place


class Operations:
    """Lowers path items into operations.

    Attributes:
        offers: every operation met, whether it was selected or not.
        callbacks: the callbacks of the operations lowered so far.
        header_credential: the credential of operations that have a parameter for it and no security scheme.
    """

    def __init__(
        self, context: Context, schemas: Schemas, inherited: Inherited, selection: Selection
    ) -> None:
        self._context = context
        self._schemas = schemas
        self._inherited = inherited
        self._selection = selection
        self.offers: list[Offer] = []
        self.callbacks: list[Webhook] = []
        self.header_credential: Scheme | None = None

    def lower_paths(self, raw: Any, location: Location) -> list[Operation]:
        """Return the operations of a map of path items, sorted by path and method."""
        return [
            self._lower_operation(request, item)
            for item in self._items(raw, location)
            for request in self._requests(item)
            if self._is_selected(item.key, request.raw)
        ]

    def lower_webhooks(self, raw: Any, location: Location) -> list[Webhook]:
        """Return the requests that a map of path items says the server makes, sorted by name and method."""
        return [
            Webhook(name=item.key, owner=None, operation=self._lower_request(request, item))
            for item in self._items(raw, location)
            for request in self._requests(item)
            if self._is_selected(item.key, request.raw)
        ]

    def _items(self, raw: Any, location: Location) -> Iterator[_Item]:
        """Yield path items, references followed, sorted by their keys."""
        for key, node in sorted(mapping_at(raw).items()):
            if key.startswith("x-"):
                continue
            resolved = self._context.resolve(node, location.child(key))
            siblings = {name: value for name, value in mapping_at(node).items() if name != "$ref"}
            raw_item = mapping_at(resolved.node) | siblings
            yield _Item(raw=raw_item, location=resolved.location, identity=location.child(key), key=key)

    def _requests(self, item: _Item) -> Iterator[_Request]:
        """Yield the operations of a path item as they stand in the document."""
        nodes: list[tuple[tuple[str, ...], Any]] = [((method,), item.raw.get(method)) for method in METHODS]
        further = mapping_at(item.raw.get("additionalOperations"))
        nodes += [(("additionalOperations", method), node) for method, node in sorted(further.items())]
        for keys, node in nodes:
            if is_mapping(node):
                # OpenAPI knows no references to operations, but documents split into files are full of them.
                resolved = self._context.resolve(node, item.location.child(*keys))
                origin = Origin(f"{keys[-1]} {item.key}", operation=True)
                yield _Request(
                    method=keys[-1],
                    raw=mapping_at(resolved.node),
                    place=Place(resolved.location, origin, item.identity.child(*keys)),
                    item_place=Place(item.location, origin, item.identity.child(*keys)),
                )

    def _lower_operation(self, request: _Request, item: _Item) -> Operation:
        """Return an operation of the client, and keep its callbacks."""
        lowered = self._lower_request(request, item)
        here = request.place.location.child("callbacks")
        for name, node in sorted(mapping_at(request.raw.get("callbacks")).items()):
            resolved = self._context.resolve(node, here.child(name))
            self._keep_callbacks(name, lowered, resolved)
        return lowered

    def _keep_callbacks(self, name: str, owner: Operation, found: Resolved) -> None:
        """Keep the requests of a callback; several operations may share one that they refer to."""
        known = {callback.operation.location for callback in self.callbacks}
        self.callbacks += [
            Webhook(name=name, owner=owner.location, operation=self._lower_request(request, item))
            for item in self._items(found.node, found.location)
            for request in self._requests(item)
            if request.place.home not in known
        ]

    def _is_selected(self, path: str, raw: dict[str, Any]) -> bool:
        tags = tuple(tag for tag in sequence_at(raw.get("tags")) if isinstance(tag, str))
        offer = Offer(path=path, operation_id=text_at(raw.get("operationId")), tags=tags)
        self.offers.append(offer)
        return self._selection.takes(offer)

    def _lower_request(self, request: _Request, item: _Item) -> Operation:
        """Return an operation with everything that it inherits."""
        self._context.honoured += 1
        raw, place, method = request.raw, request.place, request.method
        location = place.location
        typed = read(OperationObject, raw, location, self._context.ledger)
        servers = raw.get("servers") or item.raw.get("servers")
        declared = self._declared_parameters(request, item)
        security = self._security(raw, location) or self._security_of_header(declared)
        body = self._body(raw.get("requestBody"), place.down("requestBody", step="body"))
        responses = _as_answered(method, self._responses(raw.get("responses"), place.down("responses")))
        return Operation(
            location=place.home,
            method=method.upper() if method in METHODS else method,
            path=item.key,
            operation_id=typed.operationId,
            tags=tuple(typed.tags or ()),
            parameters=self._parameters(declared, security, request, item),
            body=body,
            responses=responses,
            security=security,
            servers=lower_servers(servers, location.child("servers"), self._context) if servers else (),
            summary=text(typed.summary or item.raw.get("summary")),
            description=text(typed.description or item.raw.get("description")),
            deprecated=typed.deprecated,
            declared_pages=self._declared_pages(raw, location, responses),
            python_name=text_at(raw.get("x-oasmith-name")),
            python_group=text_at(raw.get("x-oasmith-group")),
            name_hints=name_hints_of(raw),
        )

    def _declared_pages(
        self, raw: dict[str, Any], location: Location, responses: tuple[Response, ...]
    ) -> tuple[PageDeclaration, ...]:
        """Return what the document says of an operation's pages: the operation, its links, the whole."""
        links = [link for response in responses for link in response.followed]
        linked = linked_pages(links, text_at(raw.get("operationId")), location.pointer)
        own = declared_pages(raw, location, self._context.errors)
        return (*own, *linked, *self._inherited.pages)

    def _security(self, raw: dict[str, Any], location: Location) -> tuple[Requirement, ...]:
        if "security" not in raw:
            return self._inherited.security
        return lower_requirements(
            raw["security"], self._inherited.schemes.keys(), location.child("security"), self._context
        )

    def _security_of_header(self, declared: Mapping[_Key, Parameter]) -> tuple[Requirement, ...]:
        """Return the requirement of a header parameter that is a credential: nothing else says that it is."""
        parameter = declared.get(("header", AUTHORIZATION))
        if parameter is None:
            return ()
        if self.header_credential is None:
            taken = self._inherited.schemes.keys()
            self.header_credential = header_scheme(parameter, taken)
        requirement = (self.header_credential.key,)
        return (requirement,) if parameter.required else (requirement, ())

    # --- parameters ---

    def _declared_parameters(self, request: _Request, item: _Item) -> dict[_Key, Parameter]:
        """Return the declared parameters: the operation's own replace those of the path item."""
        declared: dict[_Key, Parameter] = {}
        for source, where in ((item.raw, request.item_place), (request.raw, request.place)):
            for index, node in enumerate(sequence_at(source.get("parameters"))):
                parameter = self._parameter(node, where.down("parameters", index))
                if parameter is not None:
                    declared[_key_of(parameter)] = parameter
        return declared

    def _parameters(
        self,
        declared: Mapping[_Key, Parameter],
        security: tuple[Requirement, ...],
        request: _Request,
        item: _Item,
    ) -> tuple[Parameter, ...]:
        """Return the effective parameters: what nothing else says already."""
        credentials = self._credentials(security)
        effective = {
            key: parameter
            for key, parameter in declared.items()
            if not self._is_said_otherwise(key, parameter, credentials)
        }
        wanted = _template_names(item.key)
        for name in wanted:
            if ("path", name) not in effective:
                message = f"the path parameter {name!r} is not declared; it is read as text"
                self._context.record("undeclared-path-parameter", message, request.place.location)
                effective["path", name] = _path_parameter(name, request.place.location)
        return tuple(found for found in effective.values() if self._has_place(found, wanted))

    def _credentials(self, security: tuple[Requirement, ...]) -> frozenset[_Key]:
        """Return the places and names in which the credentials of requirements travel."""
        keys = {key for requirement in security for key in requirement}
        schemes = [scheme for key, scheme in self._inherited.schemes.items() if key in keys]
        return frozenset(
            (scheme.kind, scheme.name.lower() if scheme.kind == "header" else scheme.name)
            for scheme in schemes
        )

    def _is_said_otherwise(self, key: _Key, parameter: Parameter, credentials: frozenset[_Key]) -> bool:
        """Whether a parameter is sent anyway, and so is no argument; the ledger tells."""
        if key == ("header", AUTHORIZATION) or key in credentials:
            message = f"the parameter {parameter.name!r} is a credential; the client has an argument for it"
        elif key[0] == "header" and key[1] in IGNORED_HEADERS:
            message = f"the header parameter {parameter.name!r} is what the media types say"
        else:
            return False
        self._context.record("implied-parameter", message, parameter.location)
        return True

    def _has_place(self, parameter: Parameter, wanted: list[str]) -> bool:
        """Tell whether a parameter can be sent; `wanted` are the names in the path template."""
        if parameter.where != "path" or parameter.name in wanted:
            return True
        message = f"the path has no place for the parameter {parameter.name!r}; it is left out"
        self._context.record("unused-path-parameter", message, parameter.location, "ignored")
        return False

    def _parameter(self, node: Any, place: Place) -> Parameter | None:
        resolved = self._context.resolve(node, place.location)
        raw = mapping_at(resolved.node)
        where, name = raw.get("in"), raw.get("name")
        if where not in STYLES or not isinstance(name, str):
            message = "a parameter needs a name and a known place ('in'); this one is left out"
            self._context.record("bad-parameter", message, resolved.location, "ignored")
            return None
        # The typed model is OpenAPI 3.1's, which has no querystring.
        head = {**raw, "in": "query"} if where == "querystring" else raw
        typed = read(ParameterObject, head, resolved.location, self._context.ledger)
        style, explode = self._style(where, typed, resolved.location)
        media_type, schema, schema_place = _schema_of(
            raw, self._place_of(resolved.location, place, step=name)
        )
        default, notes = notes_of([Placed(schema, schema_place)])
        self._context.honoured += 1
        return Parameter(
            name=name,
            where=where,
            type=self._schemas.lower(schema, schema_place),
            style=style,
            explode=explode,
            required=typed.required or where == "path",
            allow_reserved=typed.allowReserved,
            media_type=media_type,
            lists=_choice(raw, "x-oasmith-lists", get_args(ListStyle), None),
            objects=_choice(raw, "x-oasmith-objects", get_args(ObjectStyle), "brackets"),
            dates=_choice(raw, "x-oasmith-dates", get_args(DateStyle), "rfc3339"),
            description=text(typed.description),
            deprecated=typed.deprecated,
            default=default,
            notes=notes,
            python_name=text_at(raw.get("x-oasmith-name")),
            location=resolved.location,
            hints=hints_of(raw, schema),
        )

    def _style(
        self, where: ParameterLocation, typed: ParameterObject, location: Location
    ) -> tuple[str, bool]:
        style = typed.style or DEFAULT_STYLES[where]
        if style not in STYLES[where]:
            fallback = DEFAULT_STYLES[where]
            message = f"the style {style!r} is not for parameters in {where!r}; '{fallback}' is used"
            self._context.record("misplaced-style", message, location.child("style"))
            style = fallback
        explode = typed.explode if typed.explode is not None else style in {"form", "deepObject"}
        return style, explode

    # --- bodies and responses ---

    def _body(self, node: Any, place: Place) -> Body | None:
        if not is_mapping(node):
            return None
        resolved = self._context.resolve(node, place.location)
        own = self._place_of(resolved.location, place)
        typed = read(RequestBodyObject, resolved.node, resolved.location, self._context.ledger)
        nodes = mapping_at(mapping_at(resolved.node).get("content"))
        contents = tuple(
            self._as_sent(content, nodes[content.media_type], own.down("content", content.media_type))
            for content in self._contents(nodes, own)
        )
        contents = tuple(self._named_values(content, own) for content in contents)
        if not contents:
            message = "a request body without a media type is sent as bytes"
            self._context.record("empty-body", message, own.location)
            contents = (Content(media_type="application/octet-stream", type=String("binary")),)
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

    def _responses(self, raw: Any, place: Place) -> tuple[Response, ...]:
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
        return tuple(found[status] for status in sorted(found))

    def _response(self, status: str, node: Any, below: Place) -> Response:
        resolved = self._context.resolve(node, below.location)
        own = self._place_of(resolved.location, below)
        typed = read(ResponseObject, resolved.node, resolved.location, self._context.ledger)
        raw = mapping_at(resolved.node)
        self._context.honoured += 1
        return Response(
            status=status,
            contents=self._contents(raw.get("content"), own),
            headers=self._headers(raw.get("headers"), own.down("headers")),
            links=tuple(sorted(mapping_at(raw.get("links")))),
            followed=self._links(raw.get("links"), own.down("links").location),
            # OAS 3.2 has a summary beside the description, which is optional there.
            description=text(typed.description) or text(raw.get("summary")),
            location=resolved.location,
        )

    def _contents(self, raw: Any, place: Place) -> tuple[Content, ...]:
        found: list[Content] = []
        known: list[tuple[Any, Type]] = []
        for media_type, node in sorted(mapping_at(raw).items()):
            found.append(self._content(media_type, node, place.down("content", media_type), known))
        return tuple(found)

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
        raw = mapping_at(resolved.node)
        own = self._place_of(resolved.location, place)
        schema = raw.get("schema", True)
        type_ = next((type_ for other, type_ in known if other == schema), None)
        if type_ is None:
            type_ = self._schemas.lower(schema, own.down("schema"))
            known.append((schema, type_))
        item: Type | None = None
        if "itemSchema" in raw:
            item = self._schemas.lower(raw["itemSchema"], own.down("itemSchema", step="[]"))
        return Content(media_type=media_type, type=type_, item=item, example=self._example(raw, own))

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
        own = self._place_of(resolved.location, place)
        examples = examples_of(mapping_at(resolved.node), own, self._context)
        encodings = lower_encodings(content, mapping_at(resolved.node), own, self._context)
        return replace(content, encodings=encodings, examples=examples)

    def _headers(self, raw: Any, place: Place) -> tuple[Header, ...]:
        headers: list[Header] = []
        for name, node in sorted(mapping_at(raw).items()):
            resolved = self._context.resolve(node, place.location.child(name))
            header = mapping_at(resolved.node)
            own = self._place_of(resolved.location, place.down(name, step=name))
            media_type, schema, schema_place = _schema_of(header, own)
            type_ = self._schemas.lower(schema, schema_place)
            is_json = media_type is not None and JSON.search(media_type) is not None
            if media_type is not None and not is_json and media_type != "text/plain":
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
            link = mapping_at(resolved.node) if resolved is not None else {}
            operation = text_at(link.get("operationId")) or text_at(link.get("operationRef"))
            parameters = mapping_at(link.get("parameters"))
            if operation:
                pairs = [(key, value) for key, value in parameters.items() if isinstance(value, str)]
                here = location.child(name)
                links.append(Link(name=name, operation=operation, parameters=tuple(pairs), location=here))
        return tuple(links)

    def _place_of(self, found: Location, here: Place, *, step: str | None = None) -> Place:
        """Return where a node stands that a reference may have led to: what is shared names itself."""
        if found != here.location:
            return root_place(found)
        return here if step is None else Place(here.location, here.origin.child(step), here.home)


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


def lower_servers(raw: Any, location: Location, context: Context) -> tuple[Server, ...]:
    """Return servers with their variables."""
    return tuple(
        _server(read(ServerObject, node, location.child(index), context.ledger), text_at(node.get("name")))
        for index, node in enumerate(sequence_at(raw))
        if is_mapping(node)
    )


def _server(typed: ServerObject, name: str | None) -> Server:
    variables = tuple(
        ServerVariable(
            name=name,
            default=variable.default,
            values=tuple(variable.enum or ()),
            description=text(variable.description),
        )
        for name, variable in sorted((typed.variables or {}).items())
    )
    return Server(url=typed.url, name=name, variables=variables, description=text(typed.description))


def _schema_of(raw: dict[str, Any], place: Place) -> tuple[str | None, Any, Place]:
    """Return a parameter's schema with its place, and the media type where `content` gives it."""
    content = mapping_at(raw.get("content"))
    if not content:
        return None, raw.get("schema", True), place.down("schema")
    media_type = next(iter(content))
    schema = mapping_at(content[media_type]).get("schema", True)
    return media_type, schema, place.down("content", media_type, "schema")


def _is_nameless_form(content: Content) -> bool:
    """Whether a form is said to be a list or a single value; text is a form that is written already."""
    essence = content.media_type.partition(";")[0].strip().lower()
    is_multipart = essence.startswith("multipart/")
    if not is_multipart and essence != FORM:
        return False
    nameless = isinstance(content.type, Array | Tuple | Boolean | Integer | Number)
    return nameless or (is_multipart and isinstance(content.type, String))


def _key_of(parameter: Parameter) -> _Key:
    return parameter.where, parameter.name.lower() if parameter.where == "header" else parameter.name


def _path_parameter(name: str, location: Location) -> Parameter:
    return Parameter(
        name=name,
        where="path",
        type=String(),
        style="simple",
        explode=False,
        required=True,
        location=location,
    )


def _template_names(path: str) -> list[str]:
    names: list[str] = []
    for part in path.split("{")[1:]:
        name, closed, _ = part.partition("}")
        # A callback's URL has runtime expressions in braces (OAS 3.1.1, 4.8.20.4).
        if closed and name and not name.startswith("$"):
            names.append(name)
    return names


def _choice(raw: dict[str, Any], key: str, allowed: tuple[Any, ...], default: Any) -> Any:
    value = raw.get(key)
    return value if value in allowed else default
