"""What the values of a configuration must be like, beyond their types: they reach code and headers."""

import math
import re
from collections.abc import Iterator
from keyword import iskeyword

from generator.config import ClientConfig, DriftConfig, ProjectConfig, RetryConfig
from generator.diagnostics import InputError, Location, closest, error
from generator.python.package.public import taken_by

_TOKEN = re.compile(r"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}\Z")  # RFC 9110, 5.6.2
_VALUE = re.compile(r"\A(?:[!-~]|[!-~][\t -~]*[!-~])?\Z")  # RFC 9110, 5.5, without what is obsolete
_VARIABLE = re.compile(r"\A[A-Za-z_][A-Za-z0-9_]{0,200}\Z")
_STATUS = re.compile(r"\A[1-5](?:[0-9]{2}|XX)\Z")
_DISTRIBUTION = re.compile(r"\A[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?\Z")  # PEP 508
_SPDX = re.compile(r"\A[A-Za-z0-9.+()-]+(?: [A-Za-z0-9.+()-]+){0,40}\Z")
_USUAL_LICENSES = frozenset({"Apache-2.0", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"})
_MOST_RETRIES = 1_000
_MOST_BYTES = 2**63 - 1
_LONGEST_CALL = 200
_LONGEST = 10_000_000.0  # seconds; what waits for longer raises OverflowError


def require_sound(config: ClientConfig, here: Location | None = None) -> None:
    """Refuse settings that could not be what they are for.

    Args:
        config: the settings.
        here: where they stand.

    Raises:
        InputError: `bad-config`, each with its setting.
    """
    faults = [
        error("bad-config", f"{where} {what}", here and here.child(*where.split(".")))
        for where, what in _faults(config)
    ]
    if faults:
        raise InputError(*faults)


def _faults(config: ClientConfig) -> Iterator[tuple[str, str]]:
    yield from _paths(config)
    yield from _names(config)
    yield from _methods(config)
    yield from _polling(config)
    yield from _headers(config)
    for where, variable in (
        ("base_url_env", config.base_url_env),
        *((f"credentials.{key}.env", item.env) for key, item in config.credentials.items()),
        *((f"header_env.{name}", variable) for name, variable in config.header_env.items()),
    ):
        if variable is not None and not _VARIABLE.match(variable):
            yield where, f"must be the name of an environment variable, not {variable!r}"
    if not (0 < config.timeout <= _LONGEST):  # false for what is no number, too
        yield "timeout", f"must be a number of seconds above 0, not {config.timeout!r}"
    if config.flatten_depth < 1:
        yield "flatten_depth", f"must be a number of levels above 0, not {config.flatten_depth}"
    if not 0 < config.max_response_bytes <= _MOST_BYTES:
        yield "max_response_bytes", f"must be a number of bytes above 0, not {config.max_response_bytes}"
    yield from _retries(config.retries)
    yield from _drift(config.drift)
    yield from _project(config.project)


def _project(project: ProjectConfig | None) -> Iterator[tuple[str, str]]:
    if project is None:
        return
    from generator.publishing.versions import is_version  # noqa: PLC0415 - few need it, and `check` is to be quick

    if project.name is not None and not _DISTRIBUTION.match(project.name):
        yield "project.name", f"must be the name of a distribution, not {project.name!r}"
    if project.version is not None and not is_version(project.version):
        yield "project.version", f"must be a version such as 1.2.0, not {project.version!r}"
    if project.license is not None and not _is_license(project.license):
        yield "project.license", f"must be an SPDX expression, not {project.license!r}"
    if project.copyright is not None and not project.copyright.isprintable():
        yield "project.copyright", f"must be a line of text, not {project.copyright!r}"


def _is_license(text: str) -> bool:
    """Whether a text is an SPDX expression of licenses that there are, as those who build a wheel ask for."""
    if text in _USUAL_LICENSES:
        return True
    if not _SPDX.match(text):
        return False
    from packaging.licenses import (  # noqa: PLC0415 - few need it, and `check` is to be quick
        InvalidLicenseExpression,
        canonicalize_license_expression,
    )

    try:
        canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return False
    return True


def _drift(drift: DriftConfig) -> Iterator[tuple[str, str]]:
    if not (drift.allow or drift.breaking):
        return
    from generator.contract.severity import RULES  # noqa: PLC0415 - few need it, and `check` is to be quick

    for where, ids in (("allow", drift.allow), ("breaking", drift.breaking)):
        for id_ in ids:
            if id_ not in RULES:
                guess = closest(id_, RULES)
                hint = f"; did you mean {guess!r}?" if guess else ""
                yield f"drift.{where}", f"must be ids of changes, and {id_!r} is none{hint}"
    for id_ in sorted({*drift.allow} & {*drift.breaking}):
        yield "drift", f"allows {id_!r} and says that it breaks"


def _paths(config: ClientConfig) -> Iterator[tuple[str, str]]:
    paths = [("document", config.document), ("output", config.output), ("root", config.root or "")]
    for where, path in (*paths, *(("overlays", overlay) for overlay in config.overlays)):
        if "\0" in path:
            yield where, f"must be a path, not {path!r}"
    if not config.document:
        yield "document", "must be a path, not empty"


def _names(config: ClientConfig) -> Iterator[tuple[str, str]]:
    if config.client is not None and (taken := taken_by(config.client)) is not None:
        yield "client", f"must be a name that is free, and the package has a {taken!r} of its own"
    for key, item in config.credentials.items():
        name = item.argument
        if name is not None and (iskeyword(name) or not _is_name(name)):
            yield f"credentials.{key}.argument", f"must be the name of an argument, not {name!r}"
    for key, name in config.names.items():
        if not all(map(_is_name, name.split("."))):
            yield f"names.{key}", f"must be 'method' or 'resource.method' in Python names, not {name!r}"
        elif len(name) > _LONGEST_CALL:
            yield f"names.{key}", f"must have at most {_LONGEST_CALL} characters"


def _methods(config: ClientConfig) -> Iterator[tuple[str, str]]:
    for key, methods in config.methods.items():
        if not methods:
            yield f"methods.{key}", "must have a method"
        for name in methods:
            if len(name) > _LONGEST_CALL or not all(map(_may_be_called, name.split("."))):
                yield f"methods.{key}.{name}", "must be called as a method may be in Python"


def _may_be_called(name: str) -> bool:
    return _is_name(name) and not iskeyword(name) and not name.startswith("_")


def _polling(config: ClientConfig) -> Iterator[tuple[str, str]]:
    for key, poll in config.polling.items():
        if not _may_be_called(poll.method):
            yield f"polling.{key}.method", "must be called as a method may be in Python"
        if not poll.until:
            yield f"polling.{key}.until", "must have a value"
        if not 0 < poll.interval <= _LONGEST:
            yield f"polling.{key}.interval", f"must be a number of seconds above 0, not {poll.interval!r}"


def _is_name(text: str) -> bool:
    return text.isidentifier() and not text.startswith("__")


def _headers(config: ClientConfig) -> Iterator[tuple[str, str]]:
    for name, value in config.headers.items():
        if not _TOKEN.match(name):
            yield f"headers.{name}", "must be called as a header may be: letters, digits and hyphens"
        if not _VALUE.match(value):
            yield f"headers.{name}", f"must be text that a header can carry, not {value!r}"
    for table, names in (("header_env", config.header_env), ("header_fields", config.header_fields)):
        for name in names:
            if not _TOKEN.match(name):
                yield f"{table}.{name}", "must be called as a header may be: letters, digits and hyphens"
    for name, wire in config.header_fields.items():
        if not _is_name(wire):
            yield f"header_fields.{name}", f"must be the name of a field, not {wire!r}"
    header = config.idempotency_header
    if header is not None and not _TOKEN.match(header):
        yield "idempotency_header", f"must be the name of a header, not {header!r}"


def _retries(retries: RetryConfig) -> Iterator[tuple[str, str]]:
    if not 0 <= retries.max_retries <= _MOST_RETRIES:
        yield "retries.max_retries", f"must be from 0 to {_MOST_RETRIES:,}, not {retries.max_retries}"
    for status in retries.statuses:
        if not _STATUS.match(status):
            yield "retries.statuses", f"must be statuses such as '503' or '5XX', not {status!r}"
    for name, value, most in (
        ("initial_delay", retries.initial_delay, _LONGEST),
        ("max_delay", retries.max_delay, _LONGEST),
        ("factor", retries.factor, 1e6),
        ("jitter", retries.jitter, 1.0),
        ("spread", retries.spread, _LONGEST),
    ):
        if not 0 <= value <= most:
            limit = f"from 0 to {most:g}" if math.isfinite(value) else "a finite number"
            yield f"retries.{name}", f"must be {limit}, not {value!r}"
