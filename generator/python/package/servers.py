"""Servers: their records, and the client's arguments that choose among them."""

from collections.abc import Collection, Mapping

from generator.ir import Api, Server, ServerVariable
from generator.python.identifiers import allocate, snake
from generator.python.text.markdown import code
from generator.python.text.prose import WIDTH, fact, literal, one_line, quoted, summary_end, wrap
from generator.python.views import ServerArgumentView
from generator.records import dataclass

SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """The servers of a package.

    Attributes:
        expressions: the record of each server of the document.
        arguments: the client's arguments for the variables of all servers, those of operations too.
        choice: the client's argument that chooses a server, as lines of its docstring; none where there is
            nothing to choose.
        chosen: the arguments of the runtime's `chosen_server` behind the servers: which, and the variables.
        imports: the names of the records.
        base_url: what the client's docstring says of its argument `base_url`.
        example: arguments of the client that choose a server; empty where there is nothing to choose.
    """

    expressions: tuple[str, ...]
    arguments: tuple[ServerArgumentView, ...]
    choice: tuple[str, ...]
    chosen: str
    imports: tuple[str, ...]
    base_url: str
    example: str


def plan_servers(api: Api, reserved: Collection[str], before: Mapping[str, str]) -> Servers:
    """Return the servers of a package.

    Args:
        api: the document.
        reserved: the client's other arguments.
        before: what its arguments for variables were called.
    """
    variables = variables_of(api)
    wanted = ((name, snake(name, fallback="variable")) for name in variables)
    names = allocate(wanted, reserved=reserved, before=before)
    has_variables = any(server.variables for server in api.servers)
    arguments = tuple(_argument(variable, names[name]) for name, variable in sorted(variables.items()))
    return Servers(
        expressions=tuple(record_of(server) for server in api.servers),
        arguments=arguments,
        choice=_choice(api.servers) if len(api.servers) > 1 else (),
        chosen=f"{SERVER if len(api.servers) > 1 else 0}, {'variables' if variables else '{}'}",
        imports=("Server", "ServerVariable") if has_variables else ("Server",),
        base_url=_base_url(api.servers),
        example=_example(api, names),
    )


def variables_of(api: Api) -> dict[str, ServerVariable]:
    """Return what is variable in the URLs of all servers, those of operations too, by its name."""
    every = [*api.servers, *(server for operation in api.operations for server in operation.servers[:1])]
    found: dict[str, ServerVariable] = {}
    for server in every:
        for variable in server.variables:
            found.setdefault(variable.name, variable)
    return found


def _example(api: Api, names: Mapping[str, str]) -> str:
    """Return arguments of the client that choose a server, with values for what is variable in it."""
    values = ["server=1"] if len(api.servers) > 1 else []
    shown = [*api.servers[:2][-1:], *(server for item in api.operations for server in item.servers[:1])]
    variables = {item.name: item for server in reversed(shown) for item in server.variables}
    values += [
        f"{names[name]}={quoted((*item.values, item.default)[0])}" for name, item in sorted(variables.items())
    ]
    return ", ".join(values)


def record_of(server: Server) -> str:
    """Return a server as the runtime's record."""
    variables = [_variable(variable) for variable in server.variables if f"{{{variable.name}}}" in server.url]
    values = [literal(server.url)]
    values += [f"variables=({', '.join(variables)},)"] if variables else []
    values += [f"name={literal(server.name)}"] if server.name is not None else []
    return f"Server({', '.join(values)})"


def _variable(variable: ServerVariable) -> str:
    values = [literal(variable.name), literal(variable.default)]
    if variable.values:
        values.append(f"({', '.join(literal(value) for value in variable.values)},)")
    return f"ServerVariable({', '.join(values)})"


def _base_url(servers: tuple[Server, ...]) -> str:
    match servers:
        case ():
            return "the server; the document names none."
        case (server,):
            # A docstring, where only what `prose` made safe may stand: a literal may hold three quotes.
            return f"the server, where it is not {one_line(_usual(server))}."
        case _:
            return "the server, where it is none of the document's."


def _usual(server: Server) -> str:
    """Return a server's URL with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url.rstrip("/")


def _argument(variable: ServerVariable, name: str) -> ServerArgumentView:
    about = one_line(variable.description) or "A variable of the server's URL."
    facts = [f"Default {variable.default}."] if variable.default else []
    facts += [f"One of {', '.join(variable.values)}."] if len(variable.values) > 1 else []
    told = f"{name}: {summary_end(about)} {fact(' '.join(facts)) if facts else ''}".rstrip()
    return ServerArgumentView(
        key=literal(variable.name),
        argument=name,
        default=_cell(variable.default),
        values=", ".join(map(_cell, variable.values)) or "any",
        doc=tuple(wrap(told, WIDTH - 16)),
    )


def _cell(value: str) -> str:
    return code(value) if value else "an empty text"


def _choice(servers: tuple[Server, ...]) -> tuple[str, ...]:
    """Return the docstring of the argument that chooses a server."""
    lines = ["server: which of the document's servers:"]
    for position, server in enumerate(servers):
        named = f", or {server.name!r}" if server.name is not None else ""
        lines.append(one_line(f"- {position}{named}: {server.url} {server.description}"))
    return tuple(part.rstrip() for line in lines for part in wrap(line, WIDTH - 16))
