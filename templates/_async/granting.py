"""How what was given for a credential leads to tokens of OAuth 2.0 (RFC 6749)."""

from .._runtime import waiting
from .._runtime.devices import device_code_of, waiting_on
from .._runtime.discovery import discovery_request, endpoints_of, needs_discovery
from .._runtime.errors import ApiConnectionError
from .._runtime.grants import Grant
from .._runtime.messages import Request, Response
from .._runtime.oauth import DeviceCode, OAuth2ClientCredentials, OAuth2DeviceCode, OAuth2Grant
from .._runtime.security import Scheme
from .._runtime.tokens import (
    UNDESCRIBED,
    device_request,
    kept_token,
    settings_for_tokens,
    token_request,
)
from .._runtime.turns import AsyncTurn
from .transport import AsyncTransport


async def token_of(grant: Grant, key: str, transport: AsyncTransport) -> str:
    """Return a token that is valid; whoever needs one while it is asked for waits for that.

    Args:
        grant: what leads to tokens.
        key: the key of its security scheme.
        transport: what sends the requests, as those of calls.

    Raises:
        TokenError: where the server gives none; who waited gets the same.
    """
    assert isinstance(grant, OAuth2Grant)
    token = grant.tokens.current()
    while token is None:
        async with AsyncTurn(grant.tokens, _way_of(transport)) as is_to_ask:
            token = grant.tokens.current()
            if token is None and is_to_ask:
                token = await _asked(grant, key, transport)
    return token


def _way_of(transport: AsyncTransport) -> object:
    """Return what equals that of whatever would ask alike, and fail alike where it gets no answer."""
    settings = transport.settings
    return transport.http, settings.base_url, settings.limits, settings.max_retries


async def _asked(grant: OAuth2Grant, key: str, transport: AsyncTransport) -> str:
    """Return a token that the server is asked for."""
    settings = transport.settings
    scheme = next(scheme for scheme in settings.schemes if scheme.key == key)
    asking = transport.changed(settings_for_tokens(settings, grant))
    if needs_discovery(grant, scheme):
        grant.tokens.endpoints = endpoints_of(
            await _answer(discovery_request(scheme, settings), asking)
        )
    if isinstance(grant, OAuth2DeviceCode) and grant.tokens.refresh is None:
        return await _kept(grant, await _consent(grant, scheme, asking))
    return await _kept(grant, await _answer(token_request(grant, scheme, settings), asking))


async def _kept(grant: OAuth2Grant, response: Response) -> str:
    """Return the token that a response holds, once the user has a refresh token that came with it."""
    before = grant.tokens.refresh
    token = kept_token(grant, response)
    refresh = grant.tokens.refresh
    if refresh is not None and refresh != before and not isinstance(grant, OAuth2ClientCredentials):
        await waiting.async_store(grant.replaced, refresh)
    return token


async def _consent(grant: OAuth2DeviceCode, scheme: Scheme, asking: AsyncTransport) -> Response:
    """Return what the server of tokens says once a user has consented, or has not, on another device."""
    device = device_code_of(await _answer(device_request(grant, scheme, asking.settings), asking))
    await waiting.async_show(grant.shown, device)
    while True:
        await waiting.async_sleep(device.interval)
        began = waiting.clock()
        outcome = await _poll(grant, scheme, asking, device)
        following = waiting_on(device, outcome, device.interval + waiting.clock() - began)
        if following is None:
            assert isinstance(outcome, Response)
            return outcome
        device = following


async def _poll(
    grant: OAuth2DeviceCode, scheme: Scheme, asking: AsyncTransport, device: DeviceCode
) -> Response | ApiConnectionError:
    """Return what comes of the question whether a user has consented."""
    try:
        return await _answer(token_request(grant, scheme, asking.settings, device), asking)
    except ApiConnectionError as fault:
        return fault


async def _answer(request: Request, asking: AsyncTransport) -> Response:
    """Return the response to a request of no operation, whatever its status; it is tried as others are."""
    outcome = await asking.outcome(request, UNDESCRIBED, asking.settings, streamed=False)
    assert isinstance(outcome, Response)
    return outcome
