"""Calls that somebody has given: the settings, our extensions, and those of documents for other tools."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.config import ClientConfig
from generator.ir import Operation
from generator.python.naming.calls import Call, Words
from generator.python.naming.paths import lowered

SEPARATOR = re.compile(r"::|[/.:]")


def given_call(operation: Operation, config: ClientConfig, call: Call) -> Call | None:
    """Return the call that an operation is given; where only a part of it is, the rest is `call`'s.

    Args:
        operation: the operation.
        config: the settings, which come first.
        call: what its id, tag and path say.
    """
    for rule, group, method in _given(operation, config):
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


def _given(operation: Operation, config: ClientConfig) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield what says something of an operation's name, the strongest first: a rule, a group and a method."""
    for key in (operation.operation_id, f"{operation.method} {operation.path}"):
        if key is not None and key in config.names:
            yield f"names.{key!r} of the settings", None, config.names[key]
    if operation.python_name or operation.python_group:
        yield "x-oasmith-name, x-oasmith-group", operation.python_group, operation.python_name
    if not config.ignore_extensions:
        for hint in operation.name_hints:
            yield hint.source, hint.group, hint.method


def _parts(text: str) -> tuple[Words, ...]:
    return tuple(part for piece in SEPARATOR.split(text) if (part := lowered(piece)))
