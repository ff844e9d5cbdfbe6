"""A user who consents on another device, and the questions whether that was done (RFC 8628). Pure."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from .decoding import is_json, parse_json
from .errors import TokenError, status_error
from .messages import Response
from .narrowing import is_object
from .oauth import DeviceCode
from .responses import as_labelled, is_success

_INTERVAL: Final = 5.0
_SLOWER: Final = 5.0
"""Seconds between two questions where the server says nothing, and those more that it may ask for (3.5)."""
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


def waiting_on(device: DeviceCode, response: Response) -> DeviceCode | None:
    """Return what is waited for after an answer, with what is left of its time; None where that is final.

    Raises:
        TokenError: where the time is over.
    """
    error = None if is_success(response.status) else _data_of(response).get("error")
    if error not in {"authorization_pending", "slow_down"}:
        return None
    left = device.lifetime - device.interval
    if left <= 0:
        told = (
            f"{response.request.method} {response.request.place}: nobody entered the code in time"
        )
        raise TokenError(told, response=response, code="expired_token")
    slower = _SLOWER if error == "slow_down" else 0.0
    return replace(device, lifetime=left, interval=device.interval + slower)


def _data_of(response: Response) -> Mapping[str, Any]:
    data = parse_json(response.content) if is_json(response.content) else None
    return data if is_object(data) else {}


def _seconds(value: Any, usual: float) -> float:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return usual
    return seconds if math.isfinite(seconds) and seconds > 0 else usual
