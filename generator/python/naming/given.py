"""Calls that somebody has given: the settings, our extensions, and those of documents for other tools."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from generator.config import ClientConfig, PollConfig
from generator.diagnostics import Location
from generator.ir import Operation
from generator.python.naming.calls import Call
from generator.python.naming.collisions import Wish, attributes_of
from generator.python.naming.ids import SEPARATOR, Words
from generator.python.naming.paths import lowered
from generator.python.naming.records import MethodName
from generator.scalars import Scalar

T = TypeVar("T")

# What says something of an operation's name: a rule, a group and a method.
_Given: TypeAlias = tuple[str, str | None, str | None]


def given_call(operation: Operation, config: ClientConfig, call: Call) -> Call | None:
    """Return the call that settings or extensions of ours give an operation.

    Args:
        operation: the operation.
        config: the settings, which come first.
        call: what its id, tag and path say; where only a part is given, the rest is this one's.
    """
    return _first(_given(operation, config), call)


def hinted_call(operation: Operation, config: ClientConfig, call: Call) -> Call | None:
    """Return the call that extensions for other tools give an operation; arguments as in `given_call`."""
    if config.ignore_extensions:
        return None
    return _first(((hint.source, hint.group, hint.method) for hint in operation.name_hints), call)


def method_wishes(wish: Wish, config: ClientConfig) -> list[Wish]:
    """Return a wish for each method that the settings make of an operation; none where they make none.

    A name with dots is one of another resource.
    """
    return [
        Wish(
            operation=replace(wish.operation, location=_place(wish.operation, index)),
            call=_method_call(wish.call, name).not_too_deep(),
            is_fixed=True,
        )
        for index, name in enumerate(_methods(wish.operation, config))
    ]


def _method_call(call: Call, name: str) -> Call:
    *resource, method = name.split(".")
    others = _parts(".".join(resource)) if resource else call.resource
    return replace(call, resource=others, method=(method,), rule="methods of the settings")


def methods_given(
    operation: Operation, config: ClientConfig, calls: Mapping[Location, Call]
) -> tuple[MethodName, ...]:
    """Return the methods that the settings make of an operation, each as it is called in the end."""
    made = (
        (attributes_of(calls[_place(operation, index)]), sends)
        for index, sends in enumerate(_methods(operation, config).values())
    )
    return tuple(
        MethodName(resource=".".join(resource), method=method, sends=sends)
        for (*resource, method), sends in made
    )


def poll_wishes(wish: Wish, config: ClientConfig) -> list[Wish]:
    """Return a wish for the method that repeats an operation, where the settings make one."""
    poll = poll_given(wish.operation, config)
    if poll is None:
        return []
    operation = replace(wish.operation, location=place_of_poll(wish.operation))
    call = replace(wish.call, method=(poll.method,), rule="polling of the settings")
    return [Wish(operation=operation, call=call, is_fixed=True)]


def poll_given(operation: Operation, config: ClientConfig) -> PollConfig | None:
    """Return what the settings say of repeating an operation."""
    return given_for(config.polling, operation)


def given_for(table: Mapping[str, T], operation: Operation) -> T | None:
    """Return what a table of the settings has for an operation, by its request or its operationId.

    A document may give several operations one id, so the request comes first.
    """
    request = f"{operation.method} {operation.path}"
    return table.get(request) or table.get(operation.operation_id or request)


def place_of_poll(operation: Operation) -> Location:
    """Return where the method stands that repeats an operation: below it."""
    return Location(operation.location.file, f"{operation.location.pointer}/poll")


def _methods(operation: Operation, config: ClientConfig) -> Mapping[str, Mapping[str, Scalar]]:
    return given_for(config.methods, operation) or {}


def _place(operation: Operation, index: int) -> Location:
    """Return where a method of an operation stands: the first with it, the others below it."""
    location = operation.location
    return location if index == 0 else Location(location.file, f"{location.pointer}/methods/{index}")


def _first(given: Iterable[_Given], call: Call) -> Call | None:
    for rule, group, method in given:
        parts = _parts(method) if method else ()
        resource = (*_parts(group or ""), *parts[:-1])
        if parts or resource:
            return replace(
                call,
                resource=resource or call.resource,
                method=parts[-1] if parts else call.method,
                rule=rule,
            )
    return None


def _given(operation: Operation, config: ClientConfig) -> Iterator[_Given]:
    for key in (f"{operation.method} {operation.path}", operation.operation_id):
        if key is not None and key in config.names:
            yield f"names.{key!r} of the settings", None, config.names[key]
    if operation.python_name or operation.python_group:
        yield "x-oasmith-name, x-oasmith-group", operation.python_group, operation.python_name


def _parts(text: str) -> tuple[Words, ...]:
    return tuple(part for piece in SEPARATOR.split(text) if (part := lowered(piece)))
