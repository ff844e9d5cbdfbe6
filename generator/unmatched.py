"""Settings that name what the document does not have: they are misspelt, or the document has changed."""

from collections.abc import Iterable, Iterator

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, closest, warning
from generator.inference.configured import names_operation
from generator.inference.streams import stream_switch
from generator.ir import Api
from generator.lowering.selection import selection_of


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
    return (*unmatched, *_unmatched_fields(api))


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
