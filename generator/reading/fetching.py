"""The bytes at a URL, fetched within limits. The only place that uses the network."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from http.client import (
    HTTP_PORT,
    HTTPS_PORT,
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
)
from queue import Empty, SimpleQueue
from socket import create_connection, socket
from ssl import create_default_context
from threading import Thread
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from generator.reading.addresses import Zone, addresses_of, names_this_machine, zone_of
from generator.reading.limits import Limits, RemoteError
from generator.records import dataclass

_HEADERS = {
    "user-agent": "oasmith",
    "accept": "application/json, application/yaml, text/yaml, */*;q=0.5",
    "accept-encoding": "identity",
    "connection": "close",
}
_OK = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEPT = "/%:@!$&'()*+,;=~?[]"  # what stays as it is in a path and a query


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes, the URL that they came from in the end, and the zone that its server is in."""

    source: bytes
    url: str
    zone: Zone


def fetch(url: str, referrer: Zone, limits: Limits) -> Fetched:
    """Return what is at a URL.

    Args:
        url: an absolute one.
        referrer: the zone that the document which refers to it came from; `HERE` for a file.
        limits: of time, size and redirects.

    Raises:
        RemoteError: where it may not or cannot be fetched.
    """
    return _in_time(lambda: _follow(url, referrer, limits), url, limits)


def refusal(url: str) -> str | None:
    """Return why a URL is not asked for, in the second half of a sentence; None where it may be.

    Only its text is judged; where its server is, `too_near` says of the addresses.
    """
    try:
        parts = urlsplit(url)
        is_here = names_this_machine(parts.hostname or "")
        _ = parts.port
    except ValueError:
        return "it is no URL"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "only https is"
    if parts.scheme == "http" and not is_here:
        return "only https is, and http where the server is on this machine"
    if parts.username is not None or parts.password is not None:
        return "a URL with a user or password in it would be kept in files"
    return None


def too_near(zone: Zone, referrer: Zone) -> str | None:
    """Return why a server in a zone is not asked, in the second half of a sentence; None where it may be."""
    if zone is Zone.NOWHERE:
        return "no documents are at an address like that of its server"
    if zone <= referrer:
        return None
    where = "on this machine" if zone is Zone.HERE else "in a private network"
    return f"a server {where} is not for documents from elsewhere"


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


def _follow(url: str, referrer: Zone, limits: Limits) -> Fetched:
    """Return what is at a URL or where it leads."""
    here = url
    for _ in range(limits.redirects + 1):
        addresses, zone = _judged(here, url, referrer)
        connection = _connection(here, addresses, limits)
        with closing(connection), _answer(connection, here) as response:
            if response.status not in _REDIRECTS or "location" not in response.headers:
                return Fetched(_body(response, url, limits), here, zone)
            here, referrer = urljoin(here, response.headers["location"]).partition("#")[0], zone
    raise RemoteError(f"{url!r} cannot be fetched: it is redirected more than {limits.redirects} times")


def _judged(here: str, url: str, referrer: Zone) -> tuple[tuple[str, ...], Zone]:
    """Return the addresses of a URL's server, and its zone, where it may be asked."""
    reason = refusal(here)
    if reason is None:
        parts = urlsplit(here)
        addresses = _addresses(parts)
        zone = zone_of(addresses) if addresses else Zone.ANYWHERE
        reason = too_near(zone, referrer)
        if reason is None and parts.scheme == "http" and zone is not Zone.HERE:
            reason = "only https is, and http where the server is on this machine"
        if reason is None:
            return addresses, zone
    leads = "" if here == url else f" leads to {here!r}, which"
    raise RemoteError(f"{url!r}{leads} is not fetched: {reason}", "remote-reference")


def _addresses(parts: SplitResult) -> tuple[str, ...]:
    """Return the addresses of a server; none where only the proxy knows them."""
    try:
        return addresses_of(parts.hostname or "", _port(parts))
    except OSError:
        if _proxy(parts) is None:
            raise
        return ()


def _port(parts: SplitResult) -> int:
    return parts.port or {"http": HTTP_PORT, "https": HTTPS_PORT}[parts.scheme]


def _connection(url: str, addresses: tuple[str, ...], limits: Limits) -> HTTPConnection:
    """Return a connection to a URL's server at one of these addresses: its name is not looked up again.

    Through a proxy, which the environment names, only the proxy can say where it connects to.
    """
    parts = urlsplit(url)
    proxy = _proxy(parts)
    if proxy is not None:
        connection: HTTPConnection = HTTPSConnection(proxy.hostname or "", proxy.port, timeout=limits.seconds)
        credentials = f"{unquote(proxy.username or '')}:{unquote(proxy.password or '')}"
        token = b64encode(credentials.encode()).decode()
        headers = {"Proxy-Authorization": f"Basic {token}"} if proxy.username else {}
        connection.set_tunnel(parts.hostname or "", _port(parts), headers)
        return connection
    kind = _Https if parts.scheme == "https" else _Http
    return kind(parts.hostname or "", _port(parts), timeout=limits.seconds, addresses=addresses)


def _proxy(parts: SplitResult) -> SplitResult | None:
    """Return the proxy for a server, as the environment says."""
    host = parts.hostname or ""
    if parts.scheme != "https" or names_this_machine(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get("https")
    return urlsplit(proxy if "//" in proxy else f"//{proxy}") if proxy else None


class _Http(HTTPConnection):
    """A connection to one of given addresses."""

    def __init__(self, host: str, port: int, *, timeout: float, addresses: tuple[str, ...]) -> None:
        super().__init__(host, port, timeout=timeout)
        self._addresses = addresses

    def connect(self) -> None:
        self.sock = _connected(self._addresses, self.port, self.timeout)


class _Https(HTTPSConnection):
    """The same with TLS, for the server's name."""

    def __init__(self, host: str, port: int, *, timeout: float, addresses: tuple[str, ...]) -> None:
        self._tls = create_default_context()
        super().__init__(host, port, timeout=timeout, context=self._tls)
        self._addresses = addresses

    def connect(self) -> None:
        plain = _connected(self._addresses, self.port, self.timeout)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


def _connected(addresses: tuple[str, ...], port: int, timeout: float | None) -> socket:
    """Return a socket that is connected to the first address that answers."""
    fault: OSError = OSError("it has no address")
    for address in addresses:
        try:
            return create_connection((address, port), timeout)
        except OSError as problem:
            fault = problem
    raise fault


def _answer(connection: HTTPConnection, url: str) -> HTTPResponse:
    """Return the answer to one request, whatever its status."""
    parts = urlsplit(url)
    query = f"?{quote(parts.query, _KEPT)}" if parts.query else ""
    connection.request("GET", f"{quote(parts.path, _KEPT) or '/'}{query}", headers=_HEADERS)
    return connection.getresponse()


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
