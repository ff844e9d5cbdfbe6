# Copied from templates/_runtime/links.py. DO NOT EDIT: it is made anew.
"""URLs that a server gives: read out of headers and queries, and asked for only where they may be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote_plus, urljoin, urlsplit

from .errors import PaginationError
from .exchange import own_query, signature_of
from .messages import Request
from .operation import Operation
from .settings import Settings

# One link of the header, and the relations of it (RFC 8288, 3): `<https://...>; rel="next"`.
_LINK = r"<([^<>]*)>([^<]*)"
_RELATIONS = r"(?i);\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))"
_PORTS = {"http": 80, "https": 443}


def linked(header: str | None, relation: str) -> str | None:
    """Return the URL of a relation in a `Link` header; None where it has none."""
    for url, parameters in re.findall(_LINK, header or ""):
        for quoted, bare in re.findall(_RELATIONS, parameters):
            if relation.lower() in (quoted or bare).lower().split():
                return str(url)
    return None


def query_value(url: str, name: str) -> str | None:
    """Return the value of a parameter in a URL's query; None where it has none."""
    values = parse_qs(url.partition("#")[0].partition("?")[2]).get(name)
    return values[-1] if values else None


def absolute(url: str, home: str) -> str:
    """Return a URL relative to another; what is no URL as it is, for `at_url` to refuse."""
    try:
        return urljoin(home, url)
    except ValueError:
        return url


def at_url(operation: Operation[Any], request: Request, url: str, settings: Settings) -> Request:
    """Return a request for a URL that the server gave instead of the one that the call would have.

    It is relative to the request's own. Only the request's own origin is asked, for the request carries
    credentials; those that travel in the query, what the client has arguments for there, and the user's own
    query are put back where the server left them out.

    Raises:
        PaginationError: where the URL is at another origin, or none at all.
    """
    try:
        target, home = urlsplit(urljoin(request.url, url)), urlsplit(request.url)
    except ValueError:
        raise PaginationError("what the server gives for its next page is no URL") from None
    if _origin(target) != _origin(home):
        if not may_be_asked(url, request.url):
            where = f"{target.scheme}://{target.netloc.rpartition('@')[2]}"
            message = f"the server's next page is at another origin ({where}), where no credentials may go"
            raise PaginationError(message)
        target = target._replace(scheme=home.scheme, netloc=home.netloc)
    if _lacks_prefix(target.path, home.path, urlsplit(settings.base_url).path):
        target = target._replace(path=home.path)
    own = [
        *signature_of(operation, settings).query,
        *_of_client(operation, home.query),
        *own_query(settings.query),
    ]
    given = {pair.partition("=")[0] for pair in target.query.split("&")}
    query = "&".join(
        [*filter(None, [target.query]), *(s for s in own if s.partition("=")[0] not in given)]
    )
    return replace(
        request, url=target._replace(query=query, fragment="", netloc=home.netloc).geturl()
    )


def _lacks_prefix(path: str, whole: str, base: str) -> bool:
    """Tell whether a path is that of a call without a part of what the base URL has in front.

    A server behind a gateway does not know what that has in front of its paths.
    """
    own = whole.removeprefix(base.rstrip("/"))
    return path != whole and path.endswith(own) and whole.endswith(path)


def _of_client(operation: Operation[Any], query: str) -> Iterator[str]:
    """Give the pairs of a call's query that the client has arguments for."""
    names = {item.name for item in operation.parameters if item.client is not None}
    for pair in query.split("&") if names else ():
        if unquote_plus(pair.partition("=")[0]) in names:
            yield pair


def may_be_asked(url: str, home: str) -> bool:
    """Tell whether a URL, relative to another, is at its origin, or its host where TLS ends before that."""
    try:
        target, own = urlsplit(urljoin(home, url)), urlsplit(home)
        return _origin(target) == _origin(own) or _is_less_safe(target, own)
    except ValueError:  # no URL at all
        return False


def is_same_origin(url: str, other: str) -> bool:
    """Tell whether two URLs are on one server (RFC 6454, 5)."""
    try:
        return _origin(urlsplit(url)) == _origin(urlsplit(other))
    except ValueError:  # no URL at all
        return False


def _origin(url: SplitResult) -> tuple[str, str, int | None]:
    return url.scheme, (url.hostname or ""), _port(url)


def _port(url: SplitResult) -> int | None:
    try:
        return url.port or _PORTS.get(url.scheme)
    except ValueError:  # no number that a port can have
        return -1


def _is_less_safe(target: SplitResult, home: SplitResult) -> bool:
    """Tell whether a URL is the same host without TLS: servers behind a proxy may not know of it."""
    is_downgrade = (target.scheme, home.scheme) == ("http", "https")
    return is_downgrade and target.hostname == home.hostname and _port(target) in {80, _port(home)}
