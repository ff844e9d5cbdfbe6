# Copied from templates/_runtime/tokens.py. DO NOT EDIT: it is made anew.
"""The request for a token of OAuth 2.0, and what its answer holds (RFC 6749, 4.4, 5 and 6). Pure."""

import base64
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote, urlencode, urljoin

from .decoding import is_json, parse_json
from .errors import InvalidRequestError, TokenError, status_error
from .messages import Headers, Request, Response
from .narrowing import is_object
from .oauth import Grant, OAuth2ClientCredentials, OAuth2RefreshToken
from .operation import Operation
from .responses import as_labelled, is_success
from .security import Credentials, Scheme
from .servers import require_absolute
from .settings import Settings

UNDESCRIBED: Final[Operation[Any]] = Operation(name="oauth2", method="POST", path="")
"""Stands for the request of a token, which is no operation of the document."""


def settings_for_tokens(settings: Settings, grant: Grant) -> Settings:
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


def token_request(grant: Grant, scheme: Scheme, settings: Settings) -> Request:
    """Return the request for a token.

    Args:
        grant: what leads to it.
        scheme: the scheme whose credential it is.
        settings: the client's settings.

    Raises:
        InvalidRequestError: where nobody says where tokens are.
    """
    url = grant.token_url or _documented(grant, scheme)
    if url is None:
        raise InvalidRequestError(
            f"{scheme.argument} needs a token_url: the document does not have one"
        )
    url = urljoin(f"{settings.base_url.partition('?')[0]}/", url)
    require_absolute(url)
    form, headers = grant.form(), _headers(settings)
    secrets = [form.get("refresh_token"), grant.client_secret]
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
        secrets=tuple(
            text for secret in secrets if secret for text in (secret, quote(secret, safe=""))
        ),
    )


def kept_token(grant: Grant, response: Response) -> str:
    """Return the token that a response holds, which is kept with what leads to it.

    Raises:
        TokenError: where it holds none.
    """
    if not is_success(response.status):
        raise TokenError(str(status_error(response, as_labelled(response))), response=response)
    data = parse_json(response.content) if is_json(response.content) else None
    token = data.get("access_token") if is_object(data) else None
    if not is_object(data) or not isinstance(token, str) or not token:
        told = f"{response.request.method} {response.request.place}: the answer has no access_token"
        raise TokenError(told, response=response)
    grant.tokens.keep(token, lifetime=_lifetime(data), leeway=grant.leeway)
    if isinstance(grant, OAuth2RefreshToken):
        _keep_refresh_token(grant, data.get("refresh_token"))
    return token


def _keep_refresh_token(grant: OAuth2RefreshToken, token: object) -> None:
    if isinstance(token, str) and token and token != (grant.tokens.refresh or grant.refresh_token):
        grant.tokens.refresh = token
        if grant.replaced is not None:
            grant.replaced(token)


def _documented(grant: Grant, scheme: Scheme) -> str | None:
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
