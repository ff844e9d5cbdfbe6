"""Requests and responses: schemas whose readOnly and writeOnly properties make two shapes of them.

A property that is readOnly is not sent, one that is writeOnly is not answered (JSON Schema Validation
2020-12, 9.4; OAS 3.0.4, 4.7.24). What travels one way only simply lacks them. What travels both ways is one
shape as long as that can be used both ways; where such a property is required it cannot, and the request gets
a definition of its own, and so does everything that is sent and holds it. Text that holds JSON is read, and
sent as the text that it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from generator.diagnostics import Location
from generator.inference.sending import sent_anyway
from generator.ir import (
    Api,
    Array,
    Body,
    Content,
    Definition,
    Encoded,
    Evidence,
    Field,
    Map,
    Nullable,
    Object,
    Operation,
    Reference,
    Response,
    String,
    Type,
    Union,
)
from generator.records import dataclass
from generator.type_tree import deref, map_request, map_type, reachable, references_of, without_null

# Below the pointer of a schema, the definition of what requests send of it.
REQUEST = "x-oasmith-request"


def split_directions(api: Api) -> Api:
    """Return the API with the shapes that requests and responses have."""
    sent = reachable(_sent_types(api), api.definitions)
    received = reachable(_received_types(api), api.definitions)
    anyway, told = sent_anyway(api, sent)
    shared, further = _shared(api.definitions, anyway)
    api = replace(api, definitions=shared, evidence=(*api.evidence, *told))
    twofold = _twofold(sent & received, api.definitions, further)
    requests = {location: location.child(REQUEST) for location in twofold}
    lacking = _Lacking(api.definitions, frozenset(twofold) | (sent - received), further)
    definitions: dict[Location, Definition] = {}
    for location, definition in api.definitions.items():
        if location in twofold:
            definitions[location] = _without(definition, "write")
            definitions[requests[location]] = _request(definition, requests, lacking)
        elif location in sent and location not in received:
            definitions[location] = _redirected(_sent(definition, lacking), requests)
        elif location in received and location not in sent:
            definitions[location] = _without(definition, "write")
        else:
            definitions[location] = definition
    return replace(
        api,
        definitions=dict(sorted(definitions.items())),
        operations=tuple(_redirected_operation(operation, requests) for operation in api.operations),
        evidence=(
            *api.evidence,
            *(_evidence(requests[key], api.definitions[key]) for key in sorted(twofold)),
        ),
    )


# --- what travels where ---


def _sent_types(api: Api) -> Iterator[Type]:
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        yield from _body_types(operation.body)


def _received_types(api: Api) -> Iterator[Type]:
    for operation in api.operations:
        yield from _response_types(operation.responses)
    for webhook in api.webhooks:
        yield from _body_types(webhook.operation.body)


def _body_types(body: Body | None) -> Iterator[Type]:
    for content in body.contents if body is not None else ():
        yield from _content_types(content)


def _response_types(responses: Iterable[Response]) -> Iterator[Type]:
    for response in responses:
        yield from (header.type for header in response.headers)
        for content in response.contents:
            yield from _content_types(content)


def _content_types(content: Content) -> Iterator[Type]:
    yield content.type
    if content.item is not None:
        yield content.item


def _twofold(
    both: frozenset[Location],
    definitions: Mapping[Location, Definition],
    further: Mapping[Location, tuple[Field, ...]],
) -> set[Location]:
    """Return the definitions that need two shapes, of those that travel both ways."""
    users: dict[Location, list[Location]] = defaultdict(list)
    for location in both:
        for target in references_of(definitions[location].type):
            users[target].append(location)
    waiting = [
        location for location in both if location in further or _is_one_way(definitions[location].type)
    ]
    found: set[Location] = set()
    while waiting:
        location = waiting.pop()
        if location not in found:
            found.add(location)
            waiting += users[location]
    return found


def _is_one_way(type_: Type) -> bool:
    """Whether something in a type travels one way only: a required property, or text that is read."""
    inner = without_null(type_)
    if isinstance(inner, Object) and any(item.required and item.access != "both" for item in inner.fields):
        return True
    return _is_read(type_)


def _is_read(type_: Type) -> bool:
    """Whether a type holds text that holds JSON."""
    match type_:
        case Encoded():
            return True
        case Array(item=inner) | Map(value=inner) | Nullable(inner=inner):
            return _is_read(inner)
        case Union(variants=variants):
            return any(map(_is_read, variants))
        case Object(fields=fields):
            return any(_is_read(item.type) for item in fields)
        case _:
            return False


# --- shapes ---


def _shared(
    definitions: Mapping[Location, Definition], anyway: Mapping[Location, tuple[Field, ...]]
) -> tuple[dict[Location, Definition], dict[Location, tuple[Field, ...]]]:
    """Return the definitions, and what requests have of them in another way than responses.

    What is readOnly but sent in the same way as it is answered, is not readOnly any more.
    """
    changed = dict(definitions)
    further: dict[Location, tuple[Field, ...]] = {}
    for location, fields in anyway.items():
        object_ = without_null(definitions[location].type)
        assert isinstance(object_, Object)
        alike = {replace(item, access="read"): item for item in fields}
        own = tuple(alike.get(item, item) for item in object_.fields)
        changed[location] = replace(definitions[location], type=replace(object_, fields=own))
        rest = tuple(item for item in fields if item not in own)
        further |= {location: rest} if rest else {}
    return changed, further


@dataclass(frozen=True, slots=True)
class _Lacking:
    """What requests have of readOnly fields, that their shapes would lack.

    Attributes:
        definitions: what there is.
        dropping: the definitions whose requests lack what is readOnly.
        further: the readOnly fields that they have all the same.
    """

    definitions: Mapping[Location, Definition]
    dropping: frozenset[Location]
    further: Mapping[Location, tuple[Field, ...]]

    def of(self, location: Location) -> tuple[Field, ...]:
        """Return the fields that the request of a definition has besides those that it has anyway."""
        kept = self._kept(location)
        return tuple(item for item in self.further.get(location, ()) if item.name not in kept)

    def _kept(self, location: Location) -> set[str]:
        """Return the names of the fields that requests inherit."""
        object_ = without_null(self.definitions[location].type)
        base = object_.base.target if isinstance(object_, Object) and object_.base is not None else None
        if base is None:
            return set()
        inherited = without_null(deref(Reference(base), self.definitions))
        fields = inherited.fields if isinstance(inherited, Object) else ()
        own = {item.name for item in fields if item.access != "read" or base not in self.dropping}
        return own | {item.name for item in self.further.get(base, ())} | self._kept(base)


def _without(definition: Definition, access: Literal["read", "write"]) -> Definition:
    """Return a definition without the properties that travel the other way only."""
    inner = without_null(definition.type)
    if not isinstance(inner, Object) or all(item.access != access for item in inner.fields):
        return definition
    object_ = replace(inner, fields=tuple(item for item in inner.fields if item.access != access))
    return replace(definition, type=Nullable(object_) if isinstance(definition.type, Nullable) else object_)


def _sent(definition: Definition, lacking: _Lacking) -> Definition:
    """Return a definition without what is not sent, and with what is sent all the same."""
    found = _without(definition, "read")
    added = lacking.of(definition.location)
    object_ = without_null(found.type)
    if not added or not isinstance(object_, Object):
        return found
    fields = sorted((*object_.fields, *added), key=lambda item: (not item.required, item.name))
    object_ = replace(object_, fields=tuple(fields))
    return replace(found, type=Nullable(object_) if isinstance(found.type, Nullable) else object_)


def _request(definition: Definition, requests: Mapping[Location, Location], lacking: _Lacking) -> Definition:
    told = f"{definition.description or definition.title}\n\nAs requests have it."
    return replace(
        _redirected(_sent(definition, lacking), requests),
        location=requests[definition.location],
        answer=definition.location,
        origin=definition.origin.child("request"),
        component=False,
        description=told.strip(),
    )


def _redirected(definition: Definition, requests: Mapping[Location, Location]) -> Definition:
    if not requests and not _is_read(definition.type):  # as in most documents
        return definition
    return replace(definition, type=map_type(definition.type, _redirection(requests)))


def _redirected_operation(operation: Operation, requests: Mapping[Location, Location]) -> Operation:
    types = [*(parameter.type for parameter in operation.parameters), *_body_types(operation.body)]
    if not requests and not any(map(_is_read, types)):
        return operation
    return map_request(operation, _redirection(requests))


def _redirection(requests: Mapping[Location, Location]) -> Callable[[Type], Type]:
    """Return what changes a type to what requests have in its place."""

    def redirect(type_: Type) -> Type:
        match type_:
            case Reference(target=target):
                return Reference(requests.get(target, target))
            case Encoded():
                return String()
            case _:
                return type_

    return redirect


def _evidence(subject: Location, definition: Definition) -> Evidence:
    inner = without_null(definition.type)
    fields = inner.fields if isinstance(inner, Object) else ()
    names = ", ".join(
        f"'{item.name}' is {item.access}Only" for item in fields if item.required and item.access != "both"
    )
    return Evidence(
        subject=subject,
        topic="shape",
        conclusion="requests have a shape of their own",
        because=f"{names} and required" if names else "it holds something whose requests have one",
    )
