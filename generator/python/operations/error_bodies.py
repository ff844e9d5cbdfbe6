"""What the bodies of errors may be, by the class of the error: what operations describe for its statuses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.answers import decoding_of
from generator.diagnostics import Location
from generator.ir import Definition, Enum, Object, Operation, Reference, Response, String, Tuple, Type, Union
from generator.python.naming import Names
from generator.python.operations.documentation import ERRORS
from generator.python.operations.planning import OperationPlan
from generator.python.text.markdown import code
from generator.python.types.annotations import STRINGS, Annotator, Imports
from generator.python.views import ErrorBodiesView, ErrorBodyView
from generator.type_tree import deref, parts_of, without_null

# The most types that one body is said to be of: nobody reads more, and few errors of few APIs have them.
MOST = 10
UNDOCUMENTED = "Undocumented"
ANY_STATUS, SERVER_FAULT = "ApiStatusError", "InternalServerError"


def error_bodies(
    plans: Iterable[OperationPlan], names: Names, definitions: Mapping[Location, Definition]
) -> ErrorBodiesView:
    """Return what `body` of each error of a status may be."""
    operations = {plan.operation.location: plan.operation for plan in plans}.values()
    statuses = {ANY_STATUS: "", **{name: status for status, name in ERRORS.items()}, SERVER_FAULT: "5"}
    imports = Imports()
    imports.add("typing", "TypeAlias")
    imports.add("pydantic", "JsonValue")
    annotator = Annotator(names.models, definitions, imports, package=".")
    found = {
        name: _types([item for operation in operations for item in _told(status, operation)], definitions)
        for name, status in statuses.items()
    }
    untold = [code(name) for name, types in found.items() if len(types) > MOST]
    return ErrorBodiesView(
        untold=" and ".join([", ".join(untold[:-1]), untold[-1]] if untold[1:] else untold),
        bodies=tuple(_body(name, types, annotator) for name, types in found.items()),
        imports=imports.lines(),
    )


def _body(error: str, types: Sequence[Type], annotator: Annotator) -> ErrorBodyView:
    name = f"{error.removesuffix('Error')}Body"
    if len(types) > MOST:
        return ErrorBodyView(name=name, expression="object", count=len(types), is_told=False)
    texts = sorted({annotator.value(item) for item in types})
    return ErrorBodyView(
        name=name, expression=" | ".join([*texts, UNDOCUMENTED]), count=len(types), is_told=True
    )


def _told(status: str, operation: Operation) -> Iterator[Type]:
    """Yield the types of what an operation's errors of a status hold; of all whose status begins so."""
    for response in _responses(status, operation):
        for content in response.contents:
            if decoding_of(operation, response, content, response.contents) == "json":
                yield content.type


def _responses(status: str, operation: Operation) -> list[Response]:
    """Return the responses that describe a status, as `templates/_runtime/responses.py` looks for them."""
    if not status:
        return [item for item in operation.responses if not item.status.startswith("2")]
    exact = [item for item in operation.responses if item.status.startswith(status) and item.status.isdigit()]
    if exact and len(status) > 1:
        return exact
    for pattern in (f"{status[0]}XX", "default"):
        found = [item for item in operation.responses if item.status == pattern]
        if found:
            return exact + found
    return exact


def _types(types: Iterable[Type], definitions: Mapping[Location, Definition]) -> list[Type]:
    """Return each type once that plain data does not stand for, the variants of unions by themselves."""
    found: dict[Type, bool] = {}
    waiting = list(types)
    while waiting:
        type_ = without_null(waiting.pop())
        if type_ in found:
            continue
        inner = without_null(deref(type_, definitions))
        found[type_] = not isinstance(inner, Union) and not _is_plain(type_, definitions)
        waiting += inner.variants if isinstance(inner, Union) else ()
    return [type_ for type_, is_told in found.items() if is_told]


def _is_plain(type_: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether all that a type may be is JSON as it is parsed."""
    if deref(type_, definitions) == String("binary"):  # bytes, as what has no type may be, too
        return True
    waiting, seen = [type_], set[Type]()
    while waiting:
        for part in parts_of(waiting.pop()):
            inner = deref(part, definitions)
            if isinstance(part, Reference) and isinstance(without_null(inner), Object | Enum):
                return False
            if isinstance(part, Tuple) or getattr(part, "format", None) in {*STRINGS, "binary"}:
                return False
            if isinstance(part, Reference) and part not in seen:
                seen.add(part)
                waiting.append(inner)
    return True
