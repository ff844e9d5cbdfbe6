"""Looking into types: what they refer to, what they hold, and what they may be."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Body,
    Boolean,
    Content,
    Definition,
    Encoded,
    Field,
    Header,
    Integer,
    Map,
    Null,
    Nullable,
    Object,
    Operation,
    Parameter,
    Reference,
    Response,
    String,
    Tuple,
    Type,
    Union,
)

Typed = TypeVar("Typed", Field, Header, Parameter)
Holder = TypeVar("Holder", Body, Response)


def deref(type_: Type, definitions: Mapping[Location, Definition]) -> Type:
    """Return the type that a chain of references ends at; it is nullable where anything on the way is."""
    seen: set[Location] = set()
    is_nullable = False
    while True:
        match type_:
            case Nullable(inner=inner):
                is_nullable, type_ = True, inner
            case Reference(target=target) if target not in seen:
                seen.add(target)
                type_ = definitions[target].type
            case _:
                return Nullable(type_) if is_nullable and not isinstance(type_, Null) else type_


def map_type(type_: Type, change: Callable[[Type], Type]) -> Type:
    """Return a type with everything in it changed: first what it holds, then itself.

    What holds nothing that is changed stays the same record: most types do, and records are costly to make.
    """
    match type_:
        case String() | Reference() | Integer() | Boolean():  # as most are
            return change(type_)
        case Array(item=inner) | Map(value=inner) | Nullable(inner=inner) | Encoded(inner=inner):
            held = map_type(inner, change)
            return change(type_ if held is inner else type(type_)(held))
        case Tuple(items=items, rest=rest):
            parts = tuple(map_type(item, change) for item in items)
            return change(Tuple(parts, None if rest is None else map_type(rest, change)))
        case Union(variants=variants):
            parts = tuple(map_type(variant, change) for variant in variants)
            return change(type_ if _are_same(parts, variants) else replace(type_, variants=parts))
        case Object():
            return change(_map_object(type_, change))
        case _:
            return change(type_)


def _map_object(type_: Object, change: Callable[[Type], Type]) -> Object:
    fields = tuple(_map_typed(item, change) for item in type_.fields)
    extra = None if type_.extra is None else map_type(type_.extra, change)
    base = None if type_.base is None else change(type_.base)
    assert base is None or isinstance(base, Reference)
    if _are_same(fields, type_.fields) and extra is type_.extra and base is type_.base:
        return type_
    return replace(type_, fields=fields, extra=extra, base=base)


def _map_typed(item: Typed, change: Callable[[Type], Type]) -> Typed:
    changed = map_type(item.type, change)
    return item if changed is item.type else replace(item, type=changed)


def _are_same(items: Sequence[object], others: Sequence[object]) -> bool:
    return all(map(operator.is_, items, others))


def with_type(definition: Definition, type_: Type) -> Definition:
    """Return a definition of another type; where it is the same record, so is the definition."""
    return definition if type_ is definition.type else replace(definition, type=type_)


def map_content(content: Content, change: Callable[[Type], Type]) -> Content:
    """Return a content whose types are changed; where none is, it is the same record, as everywhere here."""
    item = None if content.item is None else map_type(content.item, change)
    type_ = map_type(content.type, change)
    return (
        content if type_ is content.type and item is content.item else replace(content, type=type_, item=item)
    )


def map_request(operation: Operation, change: Callable[[Type], Type]) -> Operation:
    """Return an operation in which the types of what is sent are changed."""
    parameters = tuple(_map_typed(item, change) for item in operation.parameters)
    body = None if operation.body is None else _map_contents(operation.body, change)
    if _are_same(parameters, operation.parameters) and body is operation.body:
        return operation
    return replace(operation, parameters=parameters, body=body)


def map_operation(operation: Operation, change: Callable[[Type], Type]) -> Operation:
    """Return an operation in which the types of what is sent and answered are changed."""
    mapped = map_request(operation, change)
    responses = tuple(_map_response(response, change) for response in operation.responses)
    return mapped if _are_same(responses, operation.responses) else replace(mapped, responses=responses)


def _map_response(response: Response, change: Callable[[Type], Type]) -> Response:
    mapped = _map_contents(response, change)
    headers = tuple(_map_typed(header, change) for header in response.headers)
    return mapped if _are_same(headers, response.headers) else replace(mapped, headers=headers)


def _map_contents(holder: Holder, change: Callable[[Type], Type]) -> Holder:
    contents = tuple(map_content(content, change) for content in holder.contents)
    return holder if _are_same(contents, holder.contents) else replace(holder, contents=contents)


def references_of(type_: Type) -> set[Location]:
    """Return the definitions that a type names directly."""
    match type_:
        case String() | Integer() | Boolean():  # most types are one of these, so they are asked for first
            return set()
        case Reference(target=target):
            return {target}
        case Array(item=inner) | Map(value=inner) | Nullable(inner=inner) | Encoded(inner=inner):
            return references_of(inner)
        case Tuple(items=items, rest=rest):
            found = {location for item in items for location in references_of(item)}
            return found | (references_of(rest) if rest is not None else set())
        case Union(variants=variants):
            return {location for variant in variants for location in references_of(variant)}
        case Object(fields=fields, extra=extra, base=base):
            found = {location for field in fields for location in references_of(field.type)}
            found |= references_of(extra) if extra is not None else set()
            return found | ({base.target} if base is not None else set())
        case _:
            return set()


def parts_of(type_: Type) -> list[Type]:
    """Return a type and everything that is written inside it; what it refers to stays a reference."""
    found: list[Type] = []

    def keep(part: Type) -> Type:
        found.append(part)
        return part

    map_type(type_, keep)
    return found


def reachable(types: Iterable[Type], definitions: Mapping[Location, Definition]) -> frozenset[Location]:
    """Return the definitions that types name, and those that they name in turn."""
    waiting = [location for type_ in types for location in references_of(type_)]
    found: set[Location] = set()
    while waiting:
        location = waiting.pop()
        if location not in found:
            found.add(location)
            waiting += references_of(definitions[location].type)
    return frozenset(found)


def variants_of(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Type, ...]:
    """Return everything that a type may be, references followed, without null: of a union its variants."""
    found: list[Type] = []
    waiting = [type_]
    seen: set[Type] = set()
    while waiting:
        inner = without_null(deref(without_null(waiting.pop()), definitions))
        if inner in seen:
            continue
        seen.add(inner)
        if isinstance(inner, Union):
            waiting += reversed(inner.variants)
        else:
            found.append(inner)
    return tuple(found)


def allows_null(type_: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether null is a value of a type: where that is said, or where any value is one."""
    waiting = [type_]
    seen: set[Type] = set()
    while waiting:
        inner = deref(waiting.pop(), definitions)
        if isinstance(inner, Nullable | Null | Anything):
            return True
        if isinstance(inner, Union) and inner not in seen:
            seen.add(inner)
            waiting += inner.variants
    return False


def without_null(type_: Type) -> Type:
    """Return the type a nullable one holds when it is not null."""
    return type_.inner if isinstance(type_, Nullable) else type_


def fields_of(object_: Object, definitions: Mapping[Location, Definition]) -> tuple[Field, ...]:
    """Return the fields of an object, inherited ones first."""
    if object_.base is None:
        return object_.fields
    base = deref(object_.base, definitions)
    inherited = fields_of(base, definitions) if isinstance(base, Object) else ()
    return (*inherited, *object_.fields)
