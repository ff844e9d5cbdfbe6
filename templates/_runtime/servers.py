"""Servers: URL templates with variables (OAS 3.1.1, 4.8.5 and 4.8.6)."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from .errors import InvalidRequestError
from .records import record

# What would end the part of a URL that a value stands in (RFC 3986, 3.2 and 3.3), and begin another.
_ENDS_HOST: Final = re.compile(r"[/?#@\\\x00-\x20\x7f]")
_ENDS_PATH: Final = re.compile(r"[?#\\\x00-\x20\x7f]")
_NO_URL: Final = re.compile(r"[\x00-\x20\x7f\\]")


@record
class ServerVariable:
    """A variable of a URL template.

    Attributes:
        name: its name in the template.
        default: its value where none is given.
        values: the values that it may have; any, where there are none.
    """

    name: str
    default: str
    values: tuple[str, ...] = ()


@record
class Server:
    """A server.

    Attributes:
        url: its URL template.
        variables: the variables in it.
        name: what the document calls it, if it does.
    """

    url: str
    variables: tuple[ServerVariable, ...] = ()
    name: str | None = None


def chosen_server(
    servers: tuple[Server, ...], which: int | str, variables: Mapping[str, str | None]
) -> str:
    """Return the URL of one of the servers; empty where there is none.

    Args:
        servers: those of the document.
        which: the position of one of them, or its name.
        variables: the values that are given for variables.

    Raises:
        InvalidRequestError: where there is no such server, or a variable cannot have its value.
    """
    if not servers:
        return ""
    for position, server in enumerate(servers):
        if which == position or (which == server.name and server.name is not None):
            return url_of(
                server, {name: value for name, value in variables.items() if value is not None}
            )
    known = ", ".join(
        f"{position} ({server.name or server.url})" for position, server in enumerate(servers)
    )
    raise InvalidRequestError(f"there is no server {which!r}, but {known}")


def url_of(server: Server, given: Mapping[str, str]) -> str:
    """Return the URL of a server, without a slash at its end.

    Args:
        server: the server.
        given: the values of variables, the others have their defaults.

    Raises:
        InvalidRequestError: where a variable cannot have its value.
    """
    url = server.url
    for variable in server.variables:
        value = given.get(variable.name, variable.default)
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance] - not of all callers
            raise InvalidRequestError(f"the server's {variable.name} is text, not {value!r}")
        if variable.values and variable.name in given and value not in variable.values:
            allowed = ", ".join(variable.values)
            raise InvalidRequestError(
                f"the server's {variable.name} is one of {allowed}, not {value!r}"
            )
        is_documented = value in (variable.default, *variable.values)
        ends = _ENDS_HOST if _is_of_host(server, variable) else _ENDS_PATH
        if not is_documented and ends.search(value):
            message = f"the server's {variable.name} cannot be {value!r}: calls would go elsewhere"
            raise InvalidRequestError(message)
        url = url.replace(f"{{{variable.name}}}", value)
    return url.rstrip("/")


def _is_of_host(server: Server, variable: ServerVariable) -> bool:
    """Tell whether a variable is a part of a host or port."""
    _, separator, host = server.url.partition(f"{{{variable.name}}}")[0].partition("://")
    return bool(separator) and "/" not in host


def base_url_of(text: str) -> str:
    """Return a base URL as requests have it: without a slash at the end of its path, with its query.

    Raises:
        InvalidRequestError: where no request can be sent there. What may be a password is not shown.
    """
    url = text.strip()
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise InvalidRequestError(
            "the base_url is no URL: its host or port cannot be read"
        ) from None
    if "@" in parts.netloc:
        raise InvalidRequestError(
            "the base_url holds a user name or password: give the client credentials"
        )
    if parts.scheme not in {"http", "https"} or not host or _NO_URL.search(url):
        raise InvalidRequestError(f"the base_url{_told(url)} is no URL of a server: {_meant(url)}")
    if parts.fragment or port == 0:
        raise InvalidRequestError(
            f"the base_url{_told(url)} has a fragment or port that no server can be asked for"
        )
    return parts._replace(path=parts.path.rstrip("/"), fragment="").geturl()


def _told(url: str) -> str:
    """Return a base URL for an error; nothing of it where it may hold a password, nor its query."""
    return "" if "@" in url else f" {url.partition('?')[0]!r}"


def _meant(url: str) -> str:
    """Return what to write instead."""
    if "@" in url:
        return "it begins with http:// or https://, and holds no user name or password"
    here = re.match(r"[\w.\-]+(?::\d+)?(?=[/?]|$)", url)
    return (
        f"write http://{url}, or https://"
        if here
        else "it begins with http:// or https:// and names a host"
    )


def require_absolute(url: str) -> None:
    """Refuse a base URL that names no server: documents may leave it to where they were found.

    Raises:
        InvalidRequestError: where it does not.
    """
    if "://" not in url:
        raise InvalidRequestError(
            f"the document names no server ({url!r}): give the client a base_url"
        )
