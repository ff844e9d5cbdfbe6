"""The bytes at a URL, fetched within limits. The only place that uses the network."""

from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from generator.reading.remote import Limits, RemoteError

_HEADERS = {
    "user-agent": "oasmith",
    "accept": "application/json, application/yaml, text/yaml, */*;q=0.5",
    "accept-encoding": "identity",
}
_OK = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEPT = "/%:@!$&'()*+,;=~?[]"  # what stays as it is in a path and a query


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes, and the URL that they came from in the end."""

    source: bytes
    url: str


def fetch(url: str, referrer: str | None, limits: Limits) -> Fetched:
    """Return what is at a URL.

    Args:
        url: an absolute one.
        referrer: the URL of the document that refers to it; None for a file.
        limits: of time, size and redirects.

    Raises:
        RemoteError: where it may not or cannot be fetched.
    """
    return _in_time(lambda: _follow(url, referrer, limits), url, limits)


def refusal(url: str, referrer: str | None) -> str | None:
    """Return why a URL is not asked for, in the second half of a sentence; None where it may be.

    What was fetched leads to https and nowhere else: not to files, and not to servers on this machine, unless
    it comes from there.
    """
    try:
        parts = urlsplit(url)
        loopback = _is_loopback(parts)
    except ValueError:
        return "it is no URL"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "only https is"
    if parts.scheme == "http" and not loopback:
        return "only https is, and http where the server is on this machine"
    if loopback and referrer is not None and not _is_loopback(urlsplit(referrer)):
        return "a server on this machine is not for documents from elsewhere"
    if parts.username is not None or parts.password is not None:
        return "a URL with a user or password in it would be kept in files"
    return None


def _is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _in_time(attempt: Callable[[], Fetched], url: str, limits: Limits) -> Fetched:
    """Return what an attempt returns; one that takes too long is left behind.

    A socket's own time-out begins anew with each byte, and the look-up of a name has none.
    """
    outcomes = SimpleQueue[Fetched | RemoteError]()

    def run() -> None:
        try:
            outcomes.put(attempt())
        except RemoteError as problem:
            outcomes.put(problem)
        except (OSError, HTTPException, ValueError) as fault:
            outcomes.put(_too_slow(url, limits) if _is_timeout(fault) else _unfetched(url, fault))

    Thread(target=run, daemon=True).start()
    try:
        outcome = outcomes.get(timeout=limits.seconds)
    except Empty:
        raise _too_slow(url, limits) from None
    if isinstance(outcome, RemoteError):
        raise outcome
    return outcome


def _is_timeout(fault: Exception) -> bool:
    """Whether a socket's own time-out ended an attempt: it may come just before that of the whole."""
    return isinstance(getattr(fault, "reason", fault), TimeoutError)


def _too_slow(url: str, limits: Limits) -> RemoteError:
    return RemoteError(f"{url!r} cannot be fetched: it takes more than {limits.seconds:g} s")


def _unfetched(url: str, fault: Exception) -> RemoteError:
    return RemoteError(f"{url!r} cannot be fetched: {_reason(fault)}")


def _follow(url: str, referrer: str | None, limits: Limits) -> Fetched:
    """Return what is at a URL or where it leads."""
    here = url
    for _ in range(limits.redirects + 1):
        reason = refusal(here, referrer)
        if reason is not None:
            leads = "" if here == url else f" leads to {here!r}, which"
            raise RemoteError(f"{url!r}{leads} is not fetched: {reason}", "remote-reference")
        with _open(here, limits) as response:
            if response.status not in _REDIRECTS or "location" not in response.headers:
                return Fetched(_body(response, url, limits), here)
            here, referrer = urljoin(here, response.headers["location"]).partition("#")[0], here
    raise RemoteError(f"{url!r} cannot be fetched: it is redirected more than {limits.redirects} times")


def _open(url: str, limits: Limits) -> HTTPResponse:
    """Return the answer to one request, whatever its status."""
    parts = urlsplit(url)
    opener = OpenerDirector()
    opener.add_handler(HTTPHandler())
    opener.add_handler(HTTPSHandler())
    if not _is_loopback(parts):
        opener.add_handler(ProxyHandler())  # as the environment says
    asked = parts._replace(path=quote(parts.path, _KEPT), query=quote(parts.query, _KEPT), fragment="")
    answer: Any = opener.open(Request(asked.geturl(), headers=_HEADERS), timeout=limits.seconds)  # noqa: S310 - `refusal` allows http and https only
    assert isinstance(answer, HTTPResponse)
    return answer


def _body(response: HTTPResponse, url: str, limits: Limits) -> bytes:
    if response.status != _OK:
        answer = f"{response.status} {response.reason}".rstrip()
        raise RemoteError(f"{url!r} cannot be fetched: the server answers {answer}")
    source = response.read(limits.size + 1)
    if len(source) > limits.size:
        raise RemoteError(f"{url!r} cannot be fetched: it is larger than {_in_words(limits.size)}")
    if response.length:  # what is still to come; the library does not mind
        raise RemoteError(f"{url!r} cannot be fetched: the answer breaks off")
    return source


def _in_words(size: int) -> str:
    return f"{size >> 20} MiB" if size >= 1 << 20 else f"{size} bytes"


def _reason(fault: Exception) -> str:
    """Return what went wrong, without the numbers that systems put before it."""
    inner = getattr(fault, "reason", fault)
    text = getattr(inner, "strerror", None) or str(inner) or type(inner).__name__
    return text[:1].lower() + text[1:]
