"""Where OpenID Connect says that tokens are (OpenID Connect Discovery 1.0, 4). Pure."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import SplitResult, urljoin, urlsplit

from .decoding import is_json, parse_json
from .errors import InvalidRequestError, TokenError
from .messages import Headers, Request, Response
from .narrowing import is_object
from .oauth import OAuth2DeviceCode, OAuth2Grant
from .redirects import leads_elsewhere
from .responses import is_success
from .security import Scheme
from .servers import require_absolute
from .settings import Settings

ENDPOINTS: Final = ("token_endpoint", "device_authorization_endpoint")
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def needs_discovery(grant: OAuth2Grant, scheme: Scheme) -> bool:
    """Tell whether nobody has said yet where tokens are, and OpenID Connect does."""
    if scheme.discovery_url is None or grant.tokens.endpoints is not None:
        return False
    return not grant.token_url or (isinstance(grant, OAuth2DeviceCode) and not grant.device_url)


def discovery_request(scheme: Scheme, settings: Settings) -> Request:
    """Return the request for what OpenID Connect says; no credential goes with it.

    Raises:
        InvalidRequestError: where its URL is none of https.
    """
    url = urljoin(f"{settings.base_url.partition('?')[0]}/", scheme.discovery_url or "")
    require_private(url)
    return Request(
        method="GET",
        url=url,
        headers=Headers({"accept": "application/json"}),
        content=None,
        max_response_bytes=settings.max_response_bytes,
        limits=settings.limits,
        is_foreign=leads_elsewhere(settings.base_url, url),
    )


def endpoints_of(response: Response) -> dict[str, str]:
    """Return the URLs that a response has, each by its name there.

    Raises:
        TokenError: where it has none for tokens, has one that secrets may not go to, or speaks for another.
    """
    place = f"{response.request.method} {response.request.place}"
    data = parse_json(response.content) if is_json(response.content) else None
    if not is_success(response.status) or not is_object(data) or not data.get("token_endpoint"):
        raise TokenError(f"{place}: it does not say where tokens are", response=response)
    if not _is_issuer(data.get("issuer"), response.request.url):
        raise TokenError(f"{place}: its issuer is another server", response=response)
    try:
        return {
            name: url for name in ENDPOINTS if (url := _endpoint(data, name, response.request.url))
        }
    except InvalidRequestError as fault:
        raise TokenError(f"{place}: {fault}", response=response) from None


def require_private(url: str) -> None:
    """Refuse a URL where others could read what is sent: none of https, but for this machine's own.

    Raises:
        InvalidRequestError: where it is one.
    """
    require_absolute(url)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise InvalidRequestError(
            f"tokens are asked for by https:// only, and not at {parts.hostname}"
        )


def _endpoint(data: Mapping[str, Any], name: str, teller: str) -> str | None:
    url = data.get(name)
    if not isinstance(url, str) or not url:
        return None
    require_private(url)
    if urlsplit(url).hostname in _HERE and urlsplit(teller).hostname not in _HERE:
        raise InvalidRequestError("a server elsewhere names one on this machine")
    return url


def _is_issuer(issuer: object, url: str) -> bool:
    """Tell whether a server speaks for itself: its issuer is where its own words are (4.3)."""
    return issuer is None or (
        isinstance(issuer, str) and _origin(urlsplit(issuer)) == _origin(urlsplit(url))
    )


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)
