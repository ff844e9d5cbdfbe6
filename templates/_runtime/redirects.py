"""Redirects: where one leads, and what goes there (RFC 9110, 15.4)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from .errors import RedirectError
from .messages import Headers, Request

MOST_REDIRECTS: Final = 10

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SEE_OTHER: Final = 303
# What browsers make a GET of, when it was a POST.
_REWRITTEN: Final = frozenset({301, 302})
SENT_ANYWHERE: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "user-agent",
    }
    | {"transfer-encoding"}
)
"""The headers that say nothing of who asks, in lower case."""

_OF_BODIES: Final = frozenset(
    {"content-type", "content-length", "content-encoding", "transfer-encoding"}
)
_PORTS: Final = {"http": 80, "https": 443}


def is_redirect(status: int, headers: Mapping[str, str]) -> bool:
    """Tell whether an answer says where to ask instead."""
    return status in _REDIRECTS and "location" in headers


def redirected(request: Request, status: int, headers: Mapping[str, str]) -> Request | None:
    """Return the request that an answer leads to; None where it is no redirect.

    A redirect to another server gets no header that may tell who asks, and no body.

    Args:
        request: what was answered.
        status: of the answer.
        headers: of the answer.

    Raises:
        RedirectError: where it leads to what is no server, from https to http, or a body to another server,
            or one that can be sent but once anywhere.
    """
    if not is_redirect(status, headers):
        return None
    try:
        url = urldefrag(urljoin(request.url, headers["location"]))[0]
        here, there = urlsplit(request.url), urlsplit(url)
        is_elsewhere = _leads_elsewhere(here, there)
    except ValueError:
        raise RedirectError("it redirects to what is no URL", request=request) from None
    _refuse_unsafe(request, here, there)
    wanted = replace(request, url=url)
    if status == _SEE_OTHER or (status in _REWRITTEN and request.method == "POST"):
        wanted = _without_body(wanted)
    if wanted.upload is not None and wanted.upload.is_spent:
        raise RedirectError("it redirects, and its body cannot be read again", request=request)
    if not is_elsewhere:
        return wanted
    if wanted.has_body:
        message = f"it redirects to another server ({there.hostname}), where no body is sent"
        raise RedirectError(message, request=request)
    return replace(wanted, headers=_kept(wanted.headers, SENT_ANYWHERE), is_foreign=True)


def leads_elsewhere(url: str, other: str) -> bool:
    """Tell whether another URL is at another server, which gets nothing that tells who asks."""
    return url != other and _leads_elsewhere(urlsplit(url), urlsplit(other))


def _refuse_unsafe(request: Request, here: SplitResult, there: SplitResult) -> None:
    if "@" in there.netloc or "\\" in there.netloc:
        # For who reads URLs as browsers do, a host ends at a backslash (WHATWG URL, 4.4); and what stands
        # before an @ is a lure, or would take the place of the credential (RFC 9110, 4.2.4).
        raise RedirectError(
            "it redirects to a URL with a backslash or a user's name", request=request
        )
    if there.scheme not in _PORTS or not there.hostname:
        raise RedirectError("it redirects to what is no server", request=request)
    if (here.scheme, there.scheme) == ("https", "http"):
        raise RedirectError("it redirects from https to http", request=request)


def _without_body(request: Request) -> Request:
    headers = _kept(request.headers, request.headers.keys() - _OF_BODIES)
    method = "HEAD" if request.method == "HEAD" else "GET"
    return replace(request, method=method, headers=headers, content=None, upload=None)


def _kept(headers: Headers, names: frozenset[str] | set[str]) -> Headers:
    return Headers({name: value for name, value in headers.items() if name in names})


def _leads_elsewhere(here: SplitResult, there: SplitResult) -> bool:
    """Tell whether a URL is at another server; the same by https, each on its own port, is no other."""
    first, second = _origin(here), _origin(there)
    is_safer = (first[0], second[0]) == ("http", "https") and (first[2], second[2]) == (80, 443)
    return first != second and not (is_safer and first[1] == second[1])


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)
