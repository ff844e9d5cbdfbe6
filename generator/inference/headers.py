"""Headers of answers that are fields of what calls give, as settings say."""

from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Api, Definition, Field, Header, Object, Operation, Reference, Response, Type
from generator.type_tree import map_type, without_null


def with_header_fields(api: Api, names: Mapping[str, str]) -> Api:
    """Return the API in which what operations answer has a field for each of the headers that are named.

    Args:
        api: the API.
        names: the wire names of the fields, by the names of the headers.
    """
    wanted = {name.lower(): field for name, field in names.items()}
    definitions = dict(api.definitions)
    operations = tuple(_with_fields(operation, wanted, definitions) for operation in api.operations)
    return replace(api, operations=operations, definitions=definitions)


def _with_fields(
    operation: Operation, wanted: Mapping[str, str], definitions: dict[Location, Definition]
) -> Operation:
    responses = tuple(
        _with_header_fields(response, wanted, definitions)
        if response.status.startswith(("2", "default"))
        else response
        for response in operation.responses
    )
    return replace(operation, responses=responses)


def _with_header_fields(
    response: Response, wanted: Mapping[str, str], definitions: dict[Location, Definition]
) -> Response:
    """Return a response whose headers say which field holds them, having given its objects these fields."""
    homes = [home for content in response.contents if (home := _home(content.type, definitions)) is not None]
    headers = tuple(
        replace(header, held_as=wanted.get(header.name.lower())) if homes else header
        for header in response.headers
    )
    for home in homes:
        for header in headers:
            definitions[home] = _with_field(definitions[home], header)
    return replace(response, headers=headers)


def _home(type_: Type, definitions: Mapping[Location, Definition]) -> Location | None:
    """Return the definition that has the fields of a type; None where it is no object."""
    seen: set[Location] = set()
    inner = without_null(type_)
    while isinstance(inner, Reference) and inner.target not in seen:
        seen.add(inner.target)
        target, inner = inner.target, without_null(definitions[inner.target].type)
        if isinstance(inner, Object):
            return target
    return None


def _with_field(definition: Definition, header: Header) -> Definition:
    """Return a definition with a field for a header; what the document itself describes stays as it is."""

    def extended(type_: Type) -> Type:
        if not isinstance(type_, Object) or header.held_as in {None, *(item.name for item in type_.fields)}:
            return type_
        assert header.held_as is not None
        field = Field(name=header.held_as, type=header.type, access="read", description=header.description)
        optional = sorted((*(item for item in type_.fields if not item.required), field), key=_name)
        return replace(type_, fields=(*(item for item in type_.fields if item.required), *optional))

    return replace(definition, type=map_type(definition.type, extended))


def _name(field: Field) -> str:
    return field.name
