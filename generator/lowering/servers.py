"""Servers and their variables."""

from typing import Any

from generator.diagnostics import Location
from generator.ir import Server, ServerVariable
from generator.lowering.context import Context
from generator.lowering.notes import text
from generator.reading.kinds import SERVER
from generator.reading.models import Server as ServerObject
from generator.reading.objects import read
from generator.reading.raw import sequence_at, text_at


def lower_servers(raw: Any, location: Location, context: Context) -> tuple[Server, ...]:
    """Return servers with their variables."""
    return tuple(
        _server(node, location.child(index), context)
        for index, node in enumerate(sequence_at(raw))
        if node is not None and _has_url(node, location.child(index), context)
    )


def _has_url(node: dict[str, Any], location: Location, context: Context) -> bool:
    """Tell whether a server says where it is; the ledger tells of one that does not."""
    if isinstance(node.get("url"), str | int | float):
        return True
    context.record("server-without-url", "a server without a URL is left out", location, "ignored")
    return False


def _server(node: dict[str, Any], location: Location, context: Context) -> Server:
    raw = context.kept(node, SERVER, location)
    typed = read(ServerObject, raw, location, context.ledger)
    for name, variable in (typed.variables or {}).items():
        if variable.enum == []:
            message = f"the variable {name!r} has an empty list of values; any value is accepted"
            context.record("empty-enum", message, location.child("variables", name, "enum"))
    variables = tuple(
        ServerVariable(
            name=name,
            default=variable.default,
            values=tuple(variable.enum or ()),
            description=text(variable.description),
        )
        for name, variable in sorted((typed.variables or {}).items())
    )
    return Server(
        url=typed.url, name=text_at(raw.get("name")), variables=variables, description=text(typed.description)
    )
