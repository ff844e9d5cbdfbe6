"""Settings that name what the document does not have: they are misspelt, or the document has changed."""

from collections.abc import Iterable, Iterator, Mapping

from generator.answers import successes
from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, closest, warning
from generator.inference.configured import names_operation
from generator.inference.streams import stream_switch
from generator.ir import Anything, Api, Definition, Map, Object, Type
from generator.lowering.selection import selection_of
from generator.python.naming.given import given_for
from generator.python.operations.planning import OperationPlan
from generator.type_tree import fields_of, variants_of


def unmatched_settings(api: Api, config: ClientConfig) -> tuple[Diagnostic, ...]:
    """Return a warning for each operation, security scheme and parameter that only the settings know.

    Of a document that is generated in part, only the schemes are all known.
    """
    operations = {operation.operation_id or "" for operation in api.operations}
    requests = {f"{operation.method} {operation.path}" for operation in api.operations}
    schemes = {scheme.key for scheme in api.schemes}
    parameters = {item.name for operation in api.operations for item in operation.parameters}
    headers = {
        header.name.lower()
        for operation in api.operations
        for response in operation.responses
        for header in response.headers
        if header.held_as is not None
    }
    lost = [name for name in config.header_fields if name.lower() not in headers]
    shared = {item.name for operation in api.operations for item in operation.parameters if item.of_client}
    in_any_case = {item.lower() for item in shared}
    unshared = [name for name in config.client_parameters or () if name.lower() not in in_any_case]
    here = Location(api.document)
    unmatched = tuple(
        _warning(table, key, what, known, here)
        for table, given, what, known in (
            ("names", config.names, "operation", operations | requests),
            ("methods", config.methods, "operation", operations | requests),
            ("polling", config.polling, "operation", operations | requests),
            ("positional", config.positional, "operation", operations | requests),
            ("credentials", config.credentials, "security scheme", schemes),
            ("stream_fields", config.stream_fields, "operation", operations),
            ("parameters", config.parameters, "parameter", parameters),
            ("client_parameters", unshared, "header or query with a single value", parameters - shared),
            ("header_fields", lost, "header of an answer", headers),
        )
        for key in given
        if key not in known and (table == "credentials" or selection_of(config).is_everything)
    )
    pages = [
        key
        for key in config.pagination
        if selection_of(config).is_everything
        and not any(names_operation(key, operation) for operation in api.operations)
    ]
    unmatched += tuple(_warning("pagination", key, "operation", operations, here) for key in pages)
    return (*unmatched, *_unmatched_fields(api), *_unmatched_polls(api, config))


def unmatched_positions(plans: Iterable[OperationPlan]) -> tuple[Diagnostic, ...]:
    """Return a warning for each argument that is to be given by position, and that a call does not have."""
    found: list[Diagnostic] = []
    for plan in plans:
        known = {item.wire for item in plan.arguments}
        for wire in plan.by_position:
            if wire not in known:
                message = f"it has no argument {wire!r}, which the settings have in 'positional'"
                found.append(_beside(message, closest(wire, sorted(known)), plan.operation.location))
    return tuple(dict.fromkeys(found))


def _unmatched_polls(api: Api, config: ClientConfig) -> Iterator[Diagnostic]:
    """Yield a warning for each field that is to tell what is final, and that no answer has."""
    for operation in api.operations:
        settings = given_for(config.polling, operation)
        if settings is None:
            continue
        types = [content.type for response in successes(operation) for content in response.contents]
        for name in settings.field.split("."):
            known = _fields_of(types, api.definitions)
            if known is None:
                break
            if name not in known:
                message = f"its answer has no field {settings.field!r}, which the settings have in 'polling'"
                yield _beside(message, closest(name, sorted(known)), operation.location)
                break
            types = known[name]


def _fields_of(
    types: Iterable[Type], definitions: Mapping[Location, Definition]
) -> dict[str, list[Type]] | None:
    """Return the types of the fields that values of some types have; None where they may have any."""
    found: dict[str, list[Type]] = {}
    for type_ in types:
        for variant in variants_of(type_, definitions):
            if isinstance(variant, Map | Anything):
                return None
            for field in fields_of(variant, definitions) if isinstance(variant, Object) else ():
                found.setdefault(field.name, []).append(field.type)
    return found


def _beside(message: str, close: str | None, here: Location) -> Diagnostic:
    hint = f"; did you mean {close!r}?" if close else ""
    return warning("unmatched-setting", f"{message}{hint}", here)


def _unmatched_fields(api: Api) -> Iterator[Diagnostic]:
    """Yield a warning for each property that is to choose a stream and that a body does not have."""
    for operation in api.operations:
        if operation.stream_field and stream_switch(operation, api.definitions) is None:
            message = f"its body has no property {operation.stream_field!r} that is true or false, "
            message += "which the settings have in 'stream_fields'"
            yield warning("unmatched-setting", message, operation.location)


def _warning(table: str, key: str, what: str, known: Iterable[str], here: Location) -> Diagnostic:
    close = closest(key, sorted(known))
    hint = f"; did you mean {close!r}?" if close else ""
    message = f"no {what} is called {key!r}, which the settings have in '{table}'{hint}"
    return warning("unmatched-setting", message, here)
