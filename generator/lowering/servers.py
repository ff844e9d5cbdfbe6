"""Servers and their variables."""

import re
from typing import Any
from urllib.parse import urljoin

from generator.diagnostics import Location
from generator.ir import Server, ServerVariable
from generator.lowering.context import Context
from generator.lowering.notes import text
from generator.reading.kinds import SERVER
from generator.reading.models import Server as ServerObject
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at, text_at

_URL = re.compile("(?i)https?://")


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
        url=_absolute(typed.url, location, context),
        name=text_at(raw.get("name")),
        variables=variables,
        description=text(typed.description),
    )


def _absolute(url: str, location: Location, context: Context) -> str:
    """Return a URL that is relative to its document, where that says where it is (OAS 3.2.0, 4.6.1)."""
    references = context.references
    home = references.documents[location.file]
    base = text_at(mapping_at(home.data).get("$self")) or ""
    if not _URL.match(base):
        base = (home.url or "") if home is not references.root else ""
    # A variable may stand for the scheme.
    return url if not base or url.startswith("{") else urljoin(base, url)
