"""Which credentials an operation is called with, and how they travel (OAS 3.1.1, 4.8.27 and 4.8.30)."""

import base64
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import field, replace
from typing import Any, Final, Literal, TypeAlias, TypeVar
from urllib.parse import quote

from .errors import InvalidRequestError, MissingCredentialError
from .grants import Grant
from .narrowing import is_sequence
from .records import record

_COOKIE: Final = r"[!#-+\--:<-\[\]-~]*"

Credential: TypeAlias = str | tuple[str, str]
"""A token or key; for HTTP Basic a pair of user name and password."""
C = TypeVar("C")
Source: TypeAlias = Callable[[], C]
"""What gives the credential of the moment."""
AsyncSource: TypeAlias = Callable[[], Awaitable[C] | C]
"""What gives the credential of the moment, awaited where it has to be."""
Supplied: TypeAlias = Credential | AsyncSource[Any] | Grant


@record
class Scheme:
    """A security scheme.

    Attributes:
        key: its name in the document.
        argument: the client's argument that takes its credential.
        kind: how its credential travels.
        name: of the header, query parameter or cookie; or of an HTTP scheme that is neither Bearer nor Basic.
        environment: the environment variable that its credential is read from.
        token_url: where a client gets its tokens, of OAuth 2.0.
        refresh_url: where a refresh token leads to others.
        device_url: where a device gets the code that its user is to enter elsewhere.
        discovery_url: where OpenID Connect says where all these are.
    """

    key: str
    argument: str
    kind: Literal["bearer", "basic", "header", "query", "cookie", "other-http", "mutual-tls"]
    name: str = ""
    environment: str | None = None
    token_url: str | None = None
    refresh_url: str | None = None
    device_url: str | None = None
    discovery_url: str | None = None


@record
class Signature:
    """What credentials add to a request; no part of it is ever shown.

    Attributes:
        headers: by their names, in lower case.
        query: pairs of a name and a value, percent-encoded.
        cookies: pairs of a name and a value.
        secrets: the credentials, in each form that a text may have them in.
    """

    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: tuple[str, ...] = field(default=(), repr=False)
    cookies: tuple[str, ...] = field(default=(), repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)


@record
class Credentials:
    """The credentials of a client by the keys of their schemes; given ones come before the environment's.

    What gives a credential of the moment is in `sources`: functions, and what leads to tokens of OAuth 2.0.
    """

    given: Mapping[str, Credential] = field(default_factory=dict[str, Credential], repr=False)
    environment: Mapping[str, Credential] = field(default_factory=dict[str, Credential], repr=False)
    sources: Mapping[str, AsyncSource[Any] | Grant] = field(
        default_factory=dict[str, AsyncSource[Any] | Grant], repr=False
    )

    def of_the_moment(
        self, schemes: tuple[Scheme, ...], found: Mapping[str, Credential]
    ) -> "Credentials":
        """Return credentials of which the sources gave what they have now.

        Raises:
            InvalidRequestError: where one of these cannot be sent; no part of it is shown.
        """
        return replace(self, given={**self.given, **collect(schemes, found, {}).given}, sources={})


def collect(
    schemes: tuple[Scheme, ...],
    given: Mapping[str, Supplied | None],
    environment: Mapping[str, str],
) -> Credentials:
    """Return the credentials that there are, without blanks at their ends; an empty one is none.

    Args:
        schemes: the schemes of the document.
        given: the client's arguments by the keys of the schemes.
        environment: the process's environment variables.

    Raises:
        InvalidRequestError: where one that is given cannot be sent; its argument is named, and no part of it
            is shown.
    """
    found = {
        scheme.key: environment.get(scheme.environment or "", "").strip() for scheme in schemes
    }
    sources = {
        key: item for key, item in given.items() if callable(item) or isinstance(item, Grant)
    }
    wanted = {
        key: _stripped(item)
        for key, item in given.items()
        if item and not callable(item) and not isinstance(item, Grant)
    }
    credentials = Credentials(
        given={key: credential for key, credential in wanted.items() if credential},
        environment={key: credential for key, credential in found.items() if credential},
        sources=sources,
    )
    _signature([(scheme, wanted[scheme.key]) for scheme in schemes if wanted.get(scheme.key)])
    return credentials


def _stripped(credential: Credential) -> Credential:
    """Return a token without the blanks that files and shells leave; a password may well end in one."""
    return credential.strip() if isinstance(credential, str) else credential


def sign(
    operation: str,
    requirements: tuple[tuple[str, ...], ...],
    schemes: tuple[Scheme, ...],
    credentials: Credentials,
    *,
    headers: Mapping[str, str | None],
    query: Mapping[str, Any],
    has_other: bool = False,
) -> Signature:
    """Return what the first requirement adds whose credentials are all given, else all there.

    Args:
        operation: what is called, for errors.
        requirements: the keys of the schemes that are needed together, the preferred ones first.
        schemes: the schemes of the API.
        credentials: the credentials that there are.
        headers: the user's own headers by their names in lower case; a credential that one of them carries is
            given, and nothing is added to it. So it is with one that is None: the user wants none.
        query: the user's own query, of which the same is true.
        has_other: whether each request has a credential that is no scheme of the document, as an API key
            that it has as a parameter: whether that is enough, the server says.

    Raises:
        MissingCredentialError: where there is none.
    """
    if not requirements:
        return Signature()
    known = {scheme.key: scheme for scheme in schemes}
    keys = needed(requirements, schemes, credentials, headers=headers, query=query)
    if keys is not None:
        available = {**credentials.environment, **credentials.given}
        return _signature([(known[key], available[key]) for key in keys])
    if () in requirements or has_other:
        return Signature()
    alternatives = " or ".join(
        _wanted([known[key] for key in requirement]) for requirement in requirements
    )
    raise MissingCredentialError(f"{operation} needs {alternatives}")


def needed(
    requirements: tuple[tuple[str, ...], ...],
    schemes: tuple[Scheme, ...],
    credentials: Credentials,
    *,
    headers: Mapping[str, str | None],
    query: Mapping[str, Any],
) -> list[str] | None:
    """Return the keys of the schemes that a call is sent with; None where no requirement is met.

    Args: as of `sign`.
    """
    carried = {scheme.key for scheme in schemes if _is_carried(scheme, headers, query)}
    given = {*credentials.given, *credentials.sources}
    for available in (given, {*credentials.environment, *given}):
        for requirement in requirements:
            if requirement and all(key in available or key in carried for key in requirement):
                return [key for key in requirement if key not in carried]
    return None


def _is_carried(
    scheme: Scheme, headers: Mapping[str, str | None], query: Mapping[str, Any]
) -> bool:
    """Tell whether something else than a credential of the client serves a scheme."""
    match scheme.kind:
        case "bearer" | "basic" | "other-http":
            return "authorization" in headers
        case "header":
            return scheme.name.lower() in headers
        case "cookie":
            cookies = headers.get("cookie", "")
            return cookies is None or scheme.name in names_of(cookies)
        case "mutual-tls":
            return True
        case "query":
            return scheme.name in query


def names_of(cookies: str) -> list[str]:
    """Return the names of the cookies that a header holds (RFC 6265, 4.2.1)."""
    return [pair.partition("=")[0].strip() for pair in cookies.split(";")]


def _wanted(schemes: list[Scheme]) -> str:
    return " and ".join(
        f"{scheme.argument}=..." + (f" ({scheme.environment})" if scheme.environment else "")
        for scheme in schemes
    )


def _signature(credentials: list[tuple[Scheme, Credential]]) -> Signature:
    headers: dict[str, str] = {}
    query: list[str] = []
    cookies: list[str] = []
    secrets: list[str] = []
    for scheme, credential in credentials:
        text = _text(credential, scheme)
        encoded = quote(text, safe="")
        secrets += (
            [text, encoded] if isinstance(credential, str) else [text, encoded, credential[1]]
        )
        match scheme.kind:
            case "bearer":
                headers["authorization"] = _header_text(f"Bearer {text}", scheme)
            case "basic":
                pair = base64.b64encode(text.encode()).decode()
                headers["authorization"] = f"Basic {pair}"
                secrets.append(pair)
            case "other-http":
                headers["authorization"] = _header_text(f"{scheme.name} {text}", scheme)
            case "header":
                headers[scheme.name.lower()] = _header_text(text, scheme)
            case "query":
                query.append(f"{quote(scheme.name, safe='')}={encoded}")
            case "cookie":
                cookies.append(f"{scheme.name}={_cookie_text(text, scheme)}")
            case "mutual-tls":
                pass
    # The longest first: one may be a part of another.
    return Signature(
        headers, tuple(query), tuple(cookies), tuple(sorted(secrets, key=len, reverse=True))
    )


def _text(credential: Any, scheme: Scheme) -> str:
    """Return a credential as text, a user's name and password with a colon between them (RFC 7617, 2)."""
    if isinstance(credential, str):
        return credential
    if scheme.kind == "basic" and is_sequence(credential):
        name, password = credential if len(credential) == 2 else (None, None)  # noqa: PLR2004 - a pair
        if isinstance(name, str) and isinstance(password, str):
            if ":" in name:
                about = f"the user's name of {scheme.argument}"
                message = f"{about} has a colon in it, where the name would end (RFC 7617, 2)"
                raise InvalidRequestError(message)
            return f"{name}:{password}"
    wanted = "a user's name and a password" if scheme.kind == "basic" else "text"
    raise InvalidRequestError(
        f"{scheme.argument} is {wanted}, not of the type {type(credential).__name__}"
    )


def _cookie_text(text: str, scheme: Scheme) -> str:
    """Return a credential as a cookie has it: as it is, for servers do not decode what a cookie may have."""
    if not re.fullmatch(_COOKIE, text):
        message = f"{scheme.argument} has a character that no cookie can carry (RFC 6265, 4.1.1)"
        raise InvalidRequestError(message)
    return text


def _header_text(text: str, scheme: Scheme) -> str:
    if not text.isascii() or not text.isprintable():
        message = f"{scheme.argument} has a character that no header can carry"
        raise InvalidRequestError(message)
    return text
