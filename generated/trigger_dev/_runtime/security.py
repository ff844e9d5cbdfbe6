# Copied from templates/_runtime/security.py. DO NOT EDIT: it is made anew.
"""Which credentials an operation is called with, and how they travel (OAS 3.1.1, 4.8.27 and 4.8.30)."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from urllib.parse import quote

from .errors import InvalidRequestError, MissingCredentialError

Credential: TypeAlias = str | tuple[str, str]
"""A token or key; for HTTP Basic a pair of user name and password."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme.

    Attributes:
        key: its name in the document.
        argument: the client's argument that takes its credential.
        kind: how its credential travels.
        name: of the header, query parameter or cookie; or of an HTTP scheme that is neither Bearer nor Basic.
        environment: the environment variable that its credential is read from.
    """

    key: str
    argument: str
    kind: Literal["bearer", "basic", "header", "query", "cookie", "other-http", "mutual-tls"]
    name: str = ""
    environment: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What credentials add to a request; no part of it is ever shown."""

    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: tuple[str, ...] = field(default=(), repr=False)
    cookies: tuple[str, ...] = field(default=(), repr=False)


def collect(
    schemes: tuple[Scheme, ...],
    given: Mapping[str, Credential | None],
    environment: Mapping[str, str],
) -> dict[str, Credential]:
    """Return the credential of each scheme that has one: the given one, else the environment's.

    Args:
        schemes: the schemes of the document.
        given: the client's arguments by the keys of the schemes.
        environment: the process's environment variables.
    """
    found: dict[str, Credential] = {}
    for scheme in schemes:
        credential = given.get(scheme.key)
        if credential is None and scheme.environment is not None:
            credential = environment.get(scheme.environment) or None
        if credential is not None:
            found[scheme.key] = credential
    return found


def sign(
    operation: str,
    requirements: tuple[tuple[str, ...], ...],
    schemes: tuple[Scheme, ...],
    credentials: Mapping[str, Credential],
) -> Signature:
    """Return what the first requirement adds whose credentials are all there.

    Raises:
        MissingCredentialError: where there is none.
    """
    if not requirements:
        return Signature()
    known = {scheme.key: scheme for scheme in schemes}
    for requirement in requirements:
        if all(key in credentials or known[key].kind == "mutual-tls" for key in requirement):
            return _signature([(known[key], credentials.get(key, "")) for key in requirement])
    alternatives = " or ".join(
        _wanted([known[key] for key in requirement]) for requirement in requirements
    )
    raise MissingCredentialError(f"{operation} needs {alternatives}")


def _wanted(schemes: list[Scheme]) -> str:
    return " and ".join(
        f"{scheme.argument}=..." + (f" ({scheme.environment})" if scheme.environment else "")
        for scheme in schemes
    )


def _signature(credentials: list[tuple[Scheme, Credential]]) -> Signature:
    headers: dict[str, str] = {}
    query: list[str] = []
    cookies: list[str] = []
    for scheme, credential in credentials:
        text = credential if isinstance(credential, str) else ":".join(credential)
        match scheme.kind:
            case "bearer":
                headers["Authorization"] = _header_text(f"Bearer {text}", scheme)
            case "basic":
                headers["Authorization"] = f"Basic {base64.b64encode(text.encode()).decode()}"
            case "other-http":
                headers["Authorization"] = _header_text(f"{scheme.name} {text}", scheme)
            case "header":
                headers[scheme.name] = _header_text(text, scheme)
            case "query":
                query.append(f"{quote(scheme.name, safe='')}={quote(text, safe='')}")
            case "cookie":
                cookies.append(f"{scheme.name}={quote(text, safe='')}")
            case "mutual-tls":
                pass
    return Signature(headers, tuple(query), tuple(cookies))


def _header_text(text: str, scheme: Scheme) -> str:
    if not text.isascii() or not text.isprintable():
        message = f"{scheme.argument} has a character that no header can carry"
        raise InvalidRequestError(message)
    return text
