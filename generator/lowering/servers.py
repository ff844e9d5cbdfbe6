"""Servers and their variables."""

from typing import Any

from generator.diagnostics import Location
from generator.ir import Server, ServerVariable
from generator.lowering.context import Context
from generator.lowering.notes import text
from generator.reading.models import Server as ServerObject
from generator.reading.nodes import is_mapping
from generator.reading.objects import read
from generator.reading.raw import sequence_at, text_at


def lower_servers(raw: Any, location: Location, context: Context) -> tuple[Server, ...]:
    """Return servers with their variables."""
    return tuple(
        _server(read(ServerObject, node, location.child(index), context.ledger), text_at(node.get("name")))
        for index, node in enumerate(sequence_at(raw))
        if is_mapping(node)
    )


def _server(typed: ServerObject, name: str | None) -> Server:
    variables = tuple(
        ServerVariable(
            name=name,
            default=variable.default,
            values=tuple(variable.enum or ()),
            description=text(variable.description),
        )
        for name, variable in sorted((typed.variables or {}).items())
    )
    return Server(url=typed.url, name=name, variables=variables, description=text(typed.description))
