"""Configuration: `[tool.oasmith]` in pyproject.toml, or oasmith.toml.

Unknown keys are errors with a suggestion. Everything that can be set for a client is a field of
`ClientConfig`; its docstring is the reference. Paths are relative to the configuration file.
"""

import math
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, field, fields, is_dataclass
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from generator.diagnostics import Diagnostic, InputError, Location, Position, closest, error, gathered
from generator.page_settings import PageSettings
from generator.reading.files import read_file
from generator.reading.nodes import is_mapping, is_sequence
from generator.records import dataclass
from generator.scalars import Scalar

# What the standard library says of a text that is not TOML.
_TOML_FAULT = re.compile(
    r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)
_EXACT = 2**53  # of whole numbers, those that are one as a float, too
FILES = ("oasmith.toml", "pyproject.toml")
SCALARS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialConfig:
    """How a credential is given: the environment variable that holds it, and the client's argument."""

    env: str | None = None
    argument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryConfig:
    """When a call is tried again.

    Attributes:
        max_retries: further tries after the first.
        statuses: the answers after which it is; `5XX` stands for all of them.
        unsafe_methods: whether POST and PATCH are too, although the server may have acted on the first try.
        initial_delay: seconds before the second try.
        factor: by how much each delay is longer than the one before.
        max_delay: the longest delay, in seconds.
        jitter: the part of a delay that is left to chance, from 0 to 1.
        spread: seconds, up to which chance adds some to a wait until a limit is lifted, for all at once.
    """

    max_retries: int = 2
    statuses: tuple[str, ...] = ("408", "429", "500", "502", "503", "504")
    unsafe_methods: bool = False
    initial_delay: float = 0.5
    factor: float = 2.0
    max_delay: float = 8.0
    jitter: float = 0.25
    spread: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterConfig:
    """How parameters of one name are written where OpenAPI leaves it open."""

    lists: Literal["comma", "repeat", "brackets", "indices"] | None = None
    objects: Literal["brackets", "dots"] | None = None
    dates: Literal["rfc3339", "http-date", "epoch-seconds", "epoch-milliseconds"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftConfig:
    """How severe changes are that `check` and `diff` tell, where it is not as usual.

    Attributes:
        allow: the ids of changes that do not break.
        breaking: the ids of changes that do.
    """

    allow: tuple[str, ...] = ()
    breaking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectConfig:
    """The distribution that a package is made into; `project = true` takes all as it is here.

    Attributes:
        name: what it is installed as; the package's name, where none is set.
        version: its version; where none is set, what changed since the one before tells it.
        license: an SPDX expression; what the document says, where none is set.
        copyright: years and holder, as licenses name them: `2026 Acme Inc.`
    """

    name: str | None = None
    version: str | None = None
    license: str | None = None
    copyright: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollConfig:
    """A method that repeats a call until what it gives is final.

    Attributes:
        field: where the value stands that says so, in wire names with dots between them.
        until: the values of what is final.
        method: what the method is called.
        interval: the seconds between two calls, where a caller says nothing else.
    """

    field: str
    until: tuple[Scalar, ...]
    method: str = "poll"
    interval: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """What is set for one client.

    Attributes:
        document: the OpenAPI document.
        output: the folder in which the package is written.
        package: the package's name.
        overlays: OpenAPI Overlay files, applied in order.
        client: the client's class; the async one has `Async` before it.
        http: the HTTP library of the package.
        base_url_env: the environment variable for another server.
        flatten: whether the properties of deepObject parameters are arguments of their own.
        flatten_depth: how many levels of these are: at 2 the properties of objects among them are arguments,
            too, named after both (`created_at_from`), beside the object as a whole.
        headers: headers sent with each request.
        header_env: environment variables of headers that are sent where they are set, by the headers' names.
        header_fields: the headers of answers that are fields of what a call gives: the wire names of these
            fields, by the headers' names.
        idempotency_header: a header that carries one UUID for each logical call, the same on its retries.
        timeout: seconds that a call may wait for the server.
        max_response_bytes: the most bytes that an answer may have, once it is decompressed.
        retries: when a call is tried again.
        credentials: how the credential of each security scheme is given, by its key in the document.
        names: the Python name of an operation, by its operationId, or by its request (`GET /runs`): `method`,
            or `resource.method` with any number of resources.
        methods: the methods that are made of one operation, by its operationId or its request: each with the
            values of its arguments that it always sends, by their names on the wire.
        polling: what may be watched until it is final, by the operationId or request of what retrieves it.
        positional: arguments that calls may give by position, behind those in the path: their names on the
            wire, by the operationId or the request.
        closed_enums: whether arguments take the values of enums that the document has and no others.
        resources: what the resources are named after: paths, or tags, each a resource of its own.
        scopes: segments of paths that name no resource: `accounts`, where everything is in one.
        ignore_extensions: whether what documents say of names for other tools is left aside.
        parameters: how parameters are written where OpenAPI leaves it open, by their names.
        client_parameters: the headers and queries, by their names on the wire, that the client has arguments
            for, too, so that calls need not give them; where none are set, headers that nearly all have.
        stream_fields: the property of a body that chooses between a whole answer and a stream, by the
            operationId; empty where none does.
        end_marks: the data of events that are no items but end a stream.
        pagination: how pages are linked, by the operationId, by a path or `tag:NAME` in which `*` stands for
            any text, or by `*` for the whole document.
        tags: where any of these three is set, only operations that it fits are made, and the models that
            they need: by their tags,
        paths: by their path templates, in which `*` stands for any text,
        operations: or by their operationIds.
        unused_schemas: whether schemas that no operation uses have models, where all operations are made.
        follow_link: whether the package's folder may be a link to where it is.
        root: the folder below which files that the document refers to are read; its own, where none is set.
        strict: whether anything that the ledger says is ignored fails the run.
        allow_remote: whether references to URLs are fetched, each held against `oasmith.lock`.
        drift: how severe changes are that `check` and `diff` tell.
        custom: what people add to in `_custom/`: `client`, resources (`chat.completions`), and models
            (`models.Run`).
        project: the distribution that is made around the package, in the folder that it is written into.
    """

    document: str
    output: str = "."
    package: str = ""
    overlays: tuple[str, ...] = ()
    client: str | None = None
    http: Literal["httpx2", "httpx"] = "httpx2"
    base_url_env: str | None = None
    flatten: bool = False
    flatten_depth: int = 1
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    header_env: Mapping[str, str] = field(default_factory=dict[str, str])
    header_fields: Mapping[str, str] = field(default_factory=dict[str, str])
    idempotency_header: str | None = None
    timeout: float = 60.0
    max_response_bytes: int = 512 * 1024 * 1024
    retries: RetryConfig = RetryConfig()
    credentials: Mapping[str, CredentialConfig] = field(default_factory=dict[str, CredentialConfig])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    methods: Mapping[str, Mapping[str, Mapping[str, Scalar]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, Scalar]]]
    )
    polling: Mapping[str, PollConfig] = field(default_factory=dict[str, PollConfig])
    positional: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    closed_enums: bool = False
    resources: Literal["paths", "tags"] = "paths"
    scopes: tuple[str, ...] = ()
    ignore_extensions: bool = False
    parameters: Mapping[str, ParameterConfig] = field(default_factory=dict[str, ParameterConfig])
    client_parameters: tuple[str, ...] | None = None
    stream_fields: Mapping[str, str] = field(default_factory=dict[str, str])
    end_marks: tuple[str, ...] = ("[DONE]",)
    pagination: Mapping[str, PageSettings] = field(default_factory=dict[str, PageSettings])
    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    unused_schemas: bool = True
    follow_link: bool = False
    root: str | None = None
    strict: bool = False
    allow_remote: bool = False
    drift: DriftConfig = DriftConfig()
    project: ProjectConfig | None = None
    custom: tuple[str, ...] = ()


def find_config(start: Path) -> Path | None:
    """Return a folder's configuration file: oasmith.toml, else a pyproject.toml with `[tool.oasmith]`.

    Raises:
        InputError: where both are there: clients of one of them would never be made or checked.
    """
    own, shared = (start / name for name in FILES)
    if not own.exists():
        return shared if shared.exists() and _table(shared) else None
    is_double = False
    with suppress(InputError):  # what is wrong with a file that is not asked for is no matter
        is_double = shared.exists() and bool(_table(shared))
    if is_double:
        message = f"{own.name} and [tool.oasmith] in {shared.name} both configure clients: keep one of them"
        raise InputError(error("two-configurations", message, Location(str(own))))
    return own


def load_config(path: Path) -> tuple[ClientConfig, ...]:
    """Return the clients of a configuration file, in its order.

    Raises:
        InputError: where the file cannot be read, or a key or value in it is not known.
    """
    table = _table(path)
    home = ""
    if path.name == "pyproject.toml" or "tool" in table:
        table, home = table.get("tool", {}).get("oasmith", {}), "tool.oasmith."
    here = Location(str(path))
    where = home.removesuffix(".") or path.name
    unknown = sorted(table.keys() - {"clients"})
    faults = [_unknown_key(key, ("clients",), here.child(key), where) for key in unknown]
    clients = table.get("clients", [])
    if not is_sequence(clients):
        message = f"'clients' must be an array of tables: [[{home}clients]]"
        faults.append(error("bad-config", message, here.child("clients")))
        clients = []
    readings = (
        partial(_read, ClientConfig, client, client_place(path, index), f"clients[{index}]")
        for index, client in enumerate(clients)
    )
    return tuple(gathered(readings, faults))


def client_place(path: Path, index: int) -> Location:
    """Return where a client stands in a configuration file; pointers lead from `tool.oasmith` there."""
    return Location(str(path)).child("clients", index)


def _table(path: Path) -> dict[str, Any]:
    here = Location(str(path))
    try:
        table = tomllib.loads(read_file(path).decode())
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start].decode("utf-8").split("\n")
        position = Position(len(before), len(before[-1]) + 1)
        message = f"the byte 0x{fault.object[fault.start]:02X} is not valid UTF-8"
        raise InputError(error("invalid-toml", message, here, position=position)) from None
    except ValueError as fault:  # TOML's; and a number may be too long
        raise InputError(_no_toml(str(fault), read_file(path).decode(), here)) from None
    except RecursionError:
        raise InputError(error("invalid-toml", "this is nested too deeply", here)) from None
    except OSError as fault:
        raise InputError(error("file-not-found", f"it cannot be read: {fault.strerror}", here)) from None
    tools = table.get("tool", {})
    if not is_mapping(tools) or not is_mapping(tools.get("oasmith", {})):
        raise InputError(error("bad-config", "tool.oasmith must be a table", here))
    if path.name == "pyproject.toml" and "oasmith" not in tools:
        return {}
    return table


def _no_toml(message: str, text: str, here: Location) -> Diagnostic:
    """Return what is wrong with a text, of which the reader tells the place in words."""
    told = _TOML_FAULT.fullmatch(message)
    if told is None:
        return error("invalid-toml", f"this is not TOML: {message}", here)
    lines = text.replace("\r\n", "\n").split("\n")
    end = Position(len(lines), len(lines[-1]) + 1)
    position = Position(int(told["line"]), int(told["column"])) if told["line"] else end
    reason = told["reason"]
    return error(
        "invalid-toml", f"this is not TOML: {reason[:1].lower()}{reason[1:]}", here, position=position
    )


def _read(record: type[Any], given: Any, here: Location, where: str) -> Any:
    """Return a table as the record that it describes."""
    if not is_mapping(given):
        raise InputError(error("bad-config", f"{where} must be a table", here))
    hints = get_type_hints(record)
    known = tuple(item.name for item in fields(record))
    names = {key: key.replace("-", "_") for key in given}
    faults = [
        _unknown_key(key, known, here.child(key), where) for key, name in names.items() if name not in known
    ]
    needed = [item.name for item in fields(record) if item.default is item.default_factory is MISSING]
    missing = [name for name in needed if name not in names.values()]
    faults += [error("bad-config", f"{where} needs '{name}'", here) for name in missing]
    readings = (
        partial(_convert, hints[names[key]], value, here.child(key), f"{where}.{key}")
        for key, value in given.items()
        if names[key] in known
    )
    values = gathered(readings, faults)
    return record(**dict(zip(names.values(), values, strict=True)))


def _convert(hint: Any, value: Any, here: Location, where: str) -> Any:
    """Return a value as a field of the annotation `hint` holds it."""
    options = [option for option in get_args(hint) if option is not NoneType]
    if hint == Scalar:
        return _convert_any_scalar(value, here, where)
    if NoneType in get_args(hint):
        inner: Any = options[0]
        is_switch = isinstance(value, bool) and is_dataclass(inner)  # an optional table is on or off
        if is_switch and not value:
            return None
        return _convert(inner, {} if is_switch else value, here, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return _read(hint, value, here, where)
    if get_origin(hint) is Mapping:
        return _convert_table(options[1], value, here, where)
    if hint == tuple[Scalar, ...]:
        return _convert_scalars(value, here, where)
    if get_origin(hint) is tuple:
        return _convert_texts(value, here, where)
    if get_origin(hint) is Literal:
        if value in options:
            return value
        raise _misfit(value, f"one of {', '.join(options)}", here, where)
    return _convert_scalar(hint, value, here, where)


def _convert_table(hint: Any, value: Any, here: Location, where: str) -> dict[str, Any]:
    if not is_mapping(value):
        raise _misfit(value, "a table", here, where)
    readings = (
        partial(_convert, hint, item, here.child(key), f"{where}.{key}") for key, item in value.items()
    )
    return dict(zip(value, gathered(readings), strict=True))


def _convert_texts(value: Any, here: Location, where: str) -> tuple[str, ...]:
    if not is_sequence(value) or not all(isinstance(item, str | int) for item in value):
        raise _misfit(value, "a list of texts", here, where)
    return tuple(str(item) for item in value)


def _convert_scalars(value: Any, here: Location, where: str) -> tuple[Scalar, ...]:
    if not is_sequence(value):
        raise _misfit(value, "a list of values", here, where)
    return tuple(_convert_any_scalar(item, here, where) for item in value)


def _convert_any_scalar(value: Any, here: Location, where: str) -> Scalar:
    if isinstance(value, str | bool | int | float):
        return value
    raise _misfit(value, "text, a number, true or false", here, where)


def _convert_scalar(hint: Any, value: Any, here: Location, where: str) -> Any:
    if hint is float and type(value) is int:
        return float(value) if abs(value) <= _EXACT else math.inf
    if type(value) is hint:
        return value
    raise _misfit(value, SCALARS[hint], here, where)


def _misfit(value: Any, expected: str, here: Location, where: str) -> InputError:
    return InputError(error("bad-config", f"{where} must be {expected}, not {value!r}", here))


def _unknown_key(key: str, known: tuple[str, ...], here: Location, where: str) -> Diagnostic:
    close = closest(key.replace("-", "_"), known)
    hint = f"; did you mean '{close}'?" if close else f"; known keys are {', '.join(known)}"
    return error("unknown-key", f"{where} has the unknown key '{key}'{hint}", here)
