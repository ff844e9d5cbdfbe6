"""OperationIds that several operations have, though they have to be unique (OAS 3.1.1, 4.8.10.1)."""

from collections.abc import Iterator, Sequence

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, warning
from generator.ir import Api, Operation
from generator.reading.references import References


def doubled_ids(api: Api, config: ClientConfig, references: References) -> tuple[Diagnostic, ...]:
    """Return a warning for each operationId of several operations, and for each setting by one."""
    by_id: dict[str, list[Operation]] = {}
    for operation in api.operations:
        if operation.operation_id is not None:
            by_id.setdefault(operation.operation_id, []).append(operation)
    doubled = {key: found for key, found in by_id.items() if len(found) > 1}
    told = [_doubled(key, found, references) for key, found in doubled.items()]
    return (*told, *_settings(doubled, config, Location(api.document)))


def _doubled(key: str, found: Sequence[Operation], references: References) -> Diagnostic:
    first, *others, last = found
    here = first.location.child("operationId")
    position = references.position(here)
    place = f"{here.file}:{position.line}:{position.column}"
    further = f" and of {len(others)} more" if others else ""
    message = f"{_request(last)} has the operationId {key!r} of {_request(first)} ({place}){further}: "
    message += "it has to be of one alone, and whatever names it means all of them"
    return warning("duplicate-operation-id", message, last.location.child("operationId"))


def _settings(
    doubled: dict[str, list[Operation]], config: ClientConfig, here: Location
) -> Iterator[Diagnostic]:
    """Yield a warning for each setting that is meant for one operation, and is for several."""
    by_request = "'{}'"
    for table, given, otherwise in (
        ("names", config.names, by_request),
        ("methods", config.methods, by_request),
        ("polling", config.polling, by_request),
        ("positional", config.positional, by_request),
        ("pagination", config.pagination, "its path"),
        ("stream_fields", config.stream_fields, None),
        ("operations", config.operations, None),
    ):
        for key in given:
            requests = [_request(item) for item in doubled.get(key, ())]
            if sum(request not in given for request in requests) > 1:
                message = f"{key!r}, which the settings have in {table!r}, is the operationId of "
                message += f"{' and of '.join(requests)}, and counts for each"
                hint = f"; say {otherwise.format(requests[0])} for one of them" if otherwise else ""
                yield warning("ambiguous-setting", f"{message}{hint}", here)


def _request(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"
