# Copied from templates/_runtime/tokens.py. DO NOT EDIT: it is made anew.
"""The request for a token of OAuth 2.0, and what its answer holds (RFC 6749, 4.4, 5 and 6). Pure."""

import base64
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, Literal
from urllib.parse import quote, urlencode, urljoin

from .decoding import is_json, parse_json
from .errors import InvalidRequestError, TokenError, status_error
from .messages import Headers, Request, Response
from .narrowing import is_object
from .oauth import (
    DeviceCode,
    OAuth2ClientCredentials,
    OAuth2DeviceCode,
    OAuth2Grant,
    OAuth2RefreshToken,
)
from .operation import Operation
from .redirects import leads_elsewhere
from .responses import as_labelled, is_success
from .security import Credentials, Scheme
from .servers import require_absolute
from .settings import Settings

UNDESCRIBED: Final[Operation[Any]] = Operation(name="oauth2", method="POST", path="")
"""Stands for the request of a token, which is no operation of the document."""

# The registered types of tokens that are no Bearer tokens, which must not be used as such (RFC 6749, 7.1).
_NOT_FOR_BEARERS: Final = frozenset({"dpop", "mac", "n_a", "pop"})


def settings_for_tokens(settings: Settings, grant: OAuth2Grant) -> Settings:
    """Return the settings with which tokens are asked for: nothing that is meant for the API goes there.

    A server that replaces refresh tokens may have used one up, though its answer was lost.
    """
    is_repeatable = isinstance(grant, OAuth2ClientCredentials)
    return replace(
        settings,
        credentials=Credentials(),
        headers={},
        query={},
        body={},
        idempotency_header=None,
        retries=replace(settings.retries, unsafe_methods=is_repeatable),
    )


def token_request(
    grant: OAuth2Grant, scheme: Scheme, settings: Settings, device: DeviceCode | None = None
) -> Request:
    """Return the request for a token.

    Args:
        grant: what leads to it.
        scheme: the scheme whose credential it is.
        settings: the client's settings.
        device: the code that the user is to enter elsewhere, where that leads to it.

    Raises:
        InvalidRequestError: where nobody says where tokens are.
    """
    form = grant.form()
    if device is not None and isinstance(grant, OAuth2DeviceCode):
        form = grant.polling_form(device)
    return _request(grant, form, _url("token", grant, scheme), settings)


def device_request(grant: OAuth2DeviceCode, scheme: Scheme, settings: Settings) -> Request:
    """Return the request for the code that a user is to enter elsewhere; as `token_request`."""
    return _request(grant, grant.form(), _url("device", grant, scheme), settings)


def _request(grant: OAuth2Grant, form: dict[str, str], url: str, settings: Settings) -> Request:
    url = urljoin(f"{settings.base_url.partition('?')[0]}/", url)
    require_absolute(url)
    headers = _headers(settings)
    secrets = [form.get("refresh_token"), form.get("device_code"), grant.client_secret]
    if grant.client_secret is None or grant.sends_secret_in_body:
        form |= {"client_id": grant.client_id}
        form |= {"client_secret": grant.client_secret} if grant.client_secret is not None else {}
    else:
        pair = _pair(grant.client_id, grant.client_secret)
        headers["authorization"] = f"Basic {pair}"
        secrets.append(pair)
    return Request(
        method="POST",
        url=url,
        headers=Headers(headers),
        content=urlencode(form).encode(),
        max_response_bytes=settings.max_response_bytes,
        limits=settings.limits,
        is_foreign=leads_elsewhere(settings.base_url, url),
        secrets=tuple(
            text for secret in secrets if secret for text in (secret, quote(secret, safe=""))
        ),
    )


def _url(kind: Literal["token", "device"], grant: OAuth2Grant, scheme: Scheme) -> str:
    """Return where tokens or codes are: where the user says, or the document, or its OpenID Connect."""
    found = grant.tokens.endpoints or {}
    if kind == "device":
        given = grant.device_url if isinstance(grant, OAuth2DeviceCode) else None
        url = given or scheme.device_url or found.get("device_authorization_endpoint")
    else:
        url = grant.token_url or _documented(grant, scheme) or found.get("token_endpoint")
    if url is None:
        raise InvalidRequestError(
            f"{scheme.argument} needs a {kind}_url: the document does not have one"
        )
    return url


def kept_token(grant: OAuth2Grant, response: Response) -> str:
    """Return the token that a response holds, which is kept with what leads to it.

    Raises:
        TokenError: where it holds none.
    """
    if not is_success(response.status):
        fault = TokenError(str(status_error(response, as_labelled(response))), response=response)
        if isinstance(grant, OAuth2DeviceCode) and fault.code == "invalid_grant":
            grant.tokens.refresh = None  # the user is to be asked anew
        raise fault
    data = parse_json(response.content) if is_json(response.content) else None
    token = data.get("access_token") if is_object(data) else None
    if not is_object(data) or not isinstance(token, str) or not token:
        told = f"{response.request.method} {response.request.place}: the answer has no access_token"
        raise TokenError(told, response=response)
    kind = data.get("token_type")
    if isinstance(kind, str) and kind.lower() in _NOT_FOR_BEARERS:
        told = f"{response.request.method} {response.request.place}: a token of the type {kind!r} is no use"
        raise TokenError(told, response=response)
    grant.tokens.keep(token, lifetime=_lifetime(data), leeway=grant.leeway)
    if not isinstance(grant, OAuth2ClientCredentials):
        _keep_refresh_token(grant, data.get("refresh_token"))
    return token


def _keep_refresh_token(grant: OAuth2RefreshToken | OAuth2DeviceCode, token: object) -> None:
    first = grant.refresh_token if isinstance(grant, OAuth2RefreshToken) else None
    if isinstance(token, str) and token and token != (grant.tokens.refresh or first):
        grant.tokens.refresh = token


def _documented(grant: OAuth2Grant, scheme: Scheme) -> str | None:
    """Return where the document says that tokens are."""
    return scheme.token_url if isinstance(grant, OAuth2ClientCredentials) else scheme.refresh_url


def _headers(settings: Settings) -> dict[str, str]:
    headers = {"accept": "application/json", "content-type": "application/x-www-form-urlencoded"}
    return {**headers, **({"user-agent": settings.user_agent} if settings.user_agent else {})}


def _pair(name: str, secret: str) -> str:
    """Return name and secret as the header has them, each written as in a form first (RFC 6749, 2.3.1)."""
    return base64.b64encode(f"{quote(name, safe='')}:{quote(secret, safe='')}".encode()).decode()


def _lifetime(data: Mapping[str, Any]) -> float | None:
    """Return the seconds for which a token is valid; servers also send them as text."""
    try:
        seconds = float(data.get("expires_in", math.nan))
    except (TypeError, ValueError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
