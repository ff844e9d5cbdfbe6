"""Operations with everything that they inherit: parameters, servers, security and pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Location
from generator.ir import Operation, Origin, Parameter, Requirement, Response, Scheme, Server, Webhook
from generator.lowering.context import Context, Place
from generator.lowering.messages import Messages
from generator.lowering.naming import name_hints_of
from generator.lowering.notes import docs_of, text
from generator.lowering.paging import declared_pages, linked_pages
from generator.lowering.parameters import AUTHORIZATION, Key, Parameters
from generator.lowering.schemas import Schemas
from generator.lowering.security import header_scheme, lower_requirements
from generator.lowering.selection import Offer, Selection
from generator.lowering.servers import lower_servers
from generator.pages import PageDeclaration
from generator.reading.kinds import CALLBACK, METHODS, OPERATION, PATH_ITEM
from generator.reading.models import Operation as OperationObject
from generator.reading.nodes import is_mapping
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at, text_at
from generator.reading.references import Resolved
from generator.records import dataclass

# What nothing but an operation has.
_OF_OPERATIONS = frozenset({"operationId", "requestBody", "responses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What an operation has when it does not say otherwise.

    Attributes:
        servers: those of the document.
        security: what the document demands of all operations.
        undemanded: what is sent where nothing is demanded of anything.
        schemes: by their keys.
        pages: what the document declares of all lists.
    """

    servers: tuple[Server, ...]
    security: tuple[Requirement, ...]
    undemanded: tuple[Requirement, ...]
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
        self._parameters = Parameters(context, schemas, inherited.schemes)
        self._messages = Messages(context, schemas)
        self._inherited = inherited
        self._selection = selection
        self.offers: list[Offer] = []
        self.callbacks: list[Webhook] = []
        self.header_credential: Scheme | None = None

    def lower_paths(self, raw: Any, location: Location) -> list[Operation]:
        """Return the operations of a map of path items, sorted by path and method."""
        return [
            self._lower_operation(request, item)
            for item in self._rooted(self._items(raw, location), mapping_at(raw))
            for request in self._requests(item)
            if self._is_selected(item.key, request.raw)
        ]

    def _rooted(self, items: Iterable[_Item], paths: Mapping[str, Any]) -> Iterator[_Item]:
        """Yield path items with paths that begin with a slash (OAS 3.1, 4.8.8).

        What stands behind a base URL without one would be a part of its host: another server's.
        """
        for item in items:
            if item.key.startswith("/"):
                yield item
                continue
            path = f"/{item.key}"
            if path in paths:
                message = f"{item.key!r} can only be {path!r}, which the document has too"
                self._context.record("path-without-slash", message, item.identity, kind="ignored")
            else:
                message = f"{item.key!r} does not begin with a slash, and is taken for {path!r}"
                self._context.record("path-without-slash", message, item.identity)
                yield replace(item, key=path)

    def lower_webhooks(self, raw: Any, location: Location) -> list[Webhook]:
        """Return the requests that a map of path items says the server makes, sorted by name and method."""
        return [
            Webhook(name=name, owner=None, operation=self._lower_request(request, item))
            for name, item in self._webhook_items(raw, location)
            for request in self._requests(item)
            if self._is_selected(name, request.raw)
        ]

    def _webhook_items(self, raw: Any, location: Location) -> Iterator[tuple[str, _Item]]:
        """Yield path items with the names of their webhooks; what is a callback has its own inside."""
        for name, node in sorted(mapping_at(raw).items()):
            is_callback = is_mapping(node) and any(key.startswith("{$") for key in node)
            inside, here = (node, location.child(name)) if is_callback else ({name: node}, location)
            yield from ((name, item) for item in self._items(inside, here))

    def _items(self, raw: Any, location: Location) -> Iterator[_Item]:
        """Yield path items, references followed, sorted by their keys."""
        for key, node in sorted(mapping_at(raw).items()):
            if key.startswith("x-"):
                continue
            resolved = self._context.resolve(node, location.child(key))
            raw_item = self._context.kept(resolved.node, PATH_ITEM, resolved.location)
            if resolved.node is not node:  # what stands beside the reference comes first
                beside = self._context.kept(node, PATH_ITEM, location.child(key))
                raw_item = raw_item | {name: value for name, value in beside.items() if name != "$ref"}
            yield _Item(raw=raw_item, location=resolved.location, identity=location.child(key), key=key)

    def _requests(self, item: _Item) -> Iterator[_Request]:
        """Yield the operations of a path item as they stand in the document."""
        nodes: list[tuple[tuple[str, ...], str, Any]]
        nodes = [((method,), method, item.raw.get(method)) for method in METHODS]
        nodes += [((key,), method, item.raw[key]) for key, method in self._misspelt(item)]
        further = mapping_at(item.raw.get("additionalOperations"))
        nodes += [
            (("additionalOperations", method), method, node) for method, node in sorted(further.items())
        ]
        for keys, method, node in nodes:
            if is_mapping(node):
                # OpenAPI knows no references to operations, but documents split into files are full of them.
                resolved = self._context.resolve(node, item.location.child(*keys))
                origin = Origin(f"{method} {item.key}", operation=True)
                yield _Request(
                    method=method,
                    raw=self._context.kept(resolved.node, OPERATION, resolved.location),
                    place=Place(resolved.location, origin, item.identity.child(*keys)),
                    item_place=Place(item.location, origin, item.identity.child(*keys)),
                )

    def _misspelt(self, item: _Item) -> Iterator[tuple[str, str]]:
        """Yield the keys of a path item that only differ from a method in their capitals, and that method.

        What else looks like an operation, and has no method that the version of OpenAPI knows, is told of.
        """
        for key, node in sorted(item.raw.items()):
            method = key.lower()
            if method in METHODS and key != method and method not in item.raw:
                message = f"{key!r} is taken for the method {method!r}: keys are in lower case"
                self._context.record("method-in-capitals", message, item.location.child(key))
                yield key, method
            elif key in PATH_ITEM.keys or key.startswith("x-"):
                continue
            elif is_mapping(node) and not _OF_OPERATIONS.isdisjoint(node):
                message = f"{key!r} is no method of a path, and its operation is left out"
                self._context.record("unknown-method", message, item.location.child(key), kind="ignored")

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
            for item in self._items(self._context.kept(found.node, CALLBACK, found.location), found.location)
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
        declared = self._parameters.declared(((item.raw, request.item_place), (raw, place)))
        security = self._security(raw, location) or self._security_of_header(declared)
        body = self._messages.body(raw.get("requestBody"), place.down("requestBody", step="body"))
        responses = self._messages.responses(method, raw.get("responses"), place.down("responses"))
        return Operation(
            location=place.home,
            method=method.upper() if method in METHODS else method,
            path=item.key,
            operation_id=typed.operationId,
            tags=tuple(typed.tags or ()),
            parameters=self._parameters.effective(declared, security, item.key, location),
            body=body,
            responses=responses,
            security=self._needed(security),
            servers=self._servers(request, item),
            summary=text(typed.summary or item.raw.get("summary")),
            description=text(typed.description or item.raw.get("description")),
            docs=docs_of(raw),
            deprecated=typed.deprecated,
            declared_pages=self._declared_pages(raw, location, responses),
            python_name=text_at(raw.get("x-oasmith-name")),
            python_group=text_at(raw.get("x-oasmith-group")),
            name_hints=name_hints_of(raw),
        )

    def _servers(self, request: _Request, item: _Item) -> tuple[Server, ...]:
        """Return the servers that an operation has of its own, of which the first one is requested."""
        holders = ((request.raw, request.place.location), (item.raw, item.location))
        for raw, location in holders:
            if not raw.get("servers"):
                continue
            here = location.child("servers")
            servers = lower_servers(raw["servers"], here, self._context)
            if len(servers) > 1:
                others = ", ".join(server.url for server in servers[1:])
                message = (
                    f"of these servers calls go to the first, unless they say otherwise, and not to {others}"
                )
                self._context.record("further-servers", message, here)
            return servers
        return ()

    def _needed(self, security: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
        """Return what an operation is called with; nothing, however it is said that none is needed.

        That is an empty list, and one whose only requirement is empty (OAS 3.1.1, 4.8.10.1).
        """
        found = security or self._inherited.undemanded
        return found if any(found) else ()

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
            raw["security"], self._inherited.schemes, location.child("security"), self._context
        )

    def _security_of_header(self, declared: Mapping[Key, Parameter]) -> tuple[Requirement, ...]:
        """Return the requirement of a header parameter that is a credential: nothing else says that it is."""
        parameter = declared.get(("header", AUTHORIZATION))
        if parameter is None:
            return ()
        if self.header_credential is None:
            taken = self._inherited.schemes.keys()
            self.header_credential = header_scheme(parameter, taken)
        requirement = (self.header_credential.key,)
        return (requirement,) if parameter.required else (requirement, ())
