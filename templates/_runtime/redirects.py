"""Redirects: whether one leads to another server, and what that is told of the request."""

from urllib.parse import SplitResult, urljoin, urlsplit

# The headers that say nothing of who asks, in lower case.
SENT_ANYWHERE = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}
    | {"transfer-encoding"}
)
_PORTS = {"http": 80, "https": 443}


def leads_elsewhere(url: str, location: str) -> bool:
    """Tell whether a redirect leads to another server than the one that gave it (RFC 9110, 15.4).

    The same one by https instead of http, each on its own port, is no other.
    """
    try:
        here, there = _origin(urlsplit(url)), _origin(urlsplit(urljoin(url, location)))
    except ValueError:
        return True
    return here != there and not (here[:2] == ("http", there[1]) and (here[2], there[2]) == (80, 443))


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)
