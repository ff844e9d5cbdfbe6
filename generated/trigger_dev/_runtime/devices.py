# Copied from templates/_runtime/devices.py. DO NOT EDIT: it is made anew.
"""A user who consents on another device, and the questions whether that was done (RFC 8628). Pure."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from .decoding import is_json, parse_json
from .errors import SERVER_FAULTS, ApiConnectionError, TokenError, status_error
from .messages import Response
from .narrowing import is_object
from .oauth import DeviceCode
from .responses import as_labelled, is_success

_INTERVAL: Final = 5.0
_SLOWER: Final = 5.0
"""Seconds between two questions where the server says nothing, and those more that it may ask for (3.5)."""
_SLOWEST: Final = 60.0
"""Seconds between two questions to a server that does not answer them, at most, unless it asks for more."""
_LIFETIME: Final = 1800.0
"""Seconds after which nobody is waited for any more, where the server does not say."""


def device_code_of(response: Response) -> DeviceCode:
    """Return what the user is to see.

    Raises:
        TokenError: where the server gives no code.
    """
    if not is_success(response.status):
        raise TokenError(str(status_error(response, as_labelled(response))), response=response)
    data = _data_of(response)
    # Some servers say `url` where the standard says `uri`.
    place = data.get("verification_uri") or data.get("verification_url")
    codes = (data.get("user_code"), place, data.get("device_code"))
    if not all(isinstance(code, str) and code for code in codes):
        told = (
            f"{response.request.method} {response.request.place}: the answer has no code for a user"
        )
        raise TokenError(told, response=response)
    complete = data.get("verification_uri_complete")
    return DeviceCode(
        user_code=str(codes[0]),
        verification_url=str(codes[1]),
        complete_url=complete if isinstance(complete, str) else None,
        lifetime=_seconds(data.get("expires_in"), _LIFETIME),
        interval=_seconds(data.get("interval"), _INTERVAL),
        device_code=str(codes[2]),
    )


def waiting_on(
    device: DeviceCode, outcome: Response | ApiConnectionError, seconds: float
) -> DeviceCode | None:
    """Return what is waited for after a question, with what is left of its time; None where that is final.

    A server that stumbles says nothing of the user: it is asked again, less often (RFC 8628, 3.5).

    Args:
        device: what was waited for.
        outcome: what came of the question.
        seconds: how long that took, with the time before it.

    Raises:
        TokenError: where the time is over.
        ApiConnectionError: where it is over or another question would end alike, and there was no answer.
    """
    interval = _following_interval(device.interval, outcome)
    if interval is None:
        return None
    left = device.lifetime - seconds
    if left <= 0:
        raise _too_late(outcome)
    return replace(device, lifetime=left, interval=min(interval, left))


def _following_interval(interval: float, outcome: Response | ApiConnectionError) -> float | None:
    """Return the seconds until the next question; None where there is none."""
    if isinstance(outcome, ApiConnectionError):
        if outcome.is_final:
            raise outcome
        return _slowed(interval)
    if is_success(outcome.status):
        return None
    match _data_of(outcome).get("error"):
        case "authorization_pending":
            return interval
        case "slow_down":
            return interval + _SLOWER
        case _:
            return _slowed(interval) if outcome.status in SERVER_FAULTS else None


def _slowed(interval: float) -> float:
    return max(interval, min(2 * interval, _SLOWEST))


def _too_late(outcome: Response | ApiConnectionError) -> TokenError | ApiConnectionError:
    if isinstance(outcome, ApiConnectionError):
        return outcome
    request = outcome.request
    told = f"{request.method} {request.place}: nobody entered the code in time"
    return TokenError(told, response=outcome, code="expired_token")


def _data_of(response: Response) -> Mapping[str, Any]:
    data = parse_json(response.content) if is_json(response.content) else None
    return data if is_object(data) else {}


def _seconds(value: Any, usual: float) -> float:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return usual
    return seconds if math.isfinite(seconds) and seconds > 0 else usual
