"""Signatures of what an API's server sends: by Standard Webhooks, and plain HMAC."""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from .errors import PayloadError
from .letters import bytes_of

_TOLERANCE: Final = 300
_MOST_DIGITS: Final = 20  # of seconds; Python refuses to read some thousands of them
_PREFIX: Final = "whsec_"
_USUAL: Final = "webhook-"
"""How the headers of Standard Webhooks begin."""


def verify_signature(
    payload: bytes | str,
    headers: Mapping[str, str],
    *secrets: str,
    tolerance: float = _TOLERANCE,
) -> None:
    """Refuse a payload that was not signed with one of the secrets (Standard Webhooks, 1.0).

    Args:
        payload: the content as it arrived.
        headers: of the request: `webhook-id`, `webhook-timestamp` and `webhook-signature`, in any case, or
            three that are called so but for another word before the dash.
        secrets: base64, with or without `whsec_` before it; several while they are changed.
        tolerance: the seconds that its time may differ from the clock's.

    Raises:
        PayloadError: where no signature fits, something is missing, or it is too old or too new; where it
            cannot be told which headers are meant.
    """
    identity, stamp, signed = _signing(headers)
    is_time = stamp.isascii() and stamp.isdigit() and len(stamp) <= _MOST_DIGITS
    if not is_time or not abs(time.time() - int(stamp)) <= tolerance:
        raise PayloadError("the payload was signed too long ago, or its time is none")
    content = bytes_of(f"{identity}.{stamp}.", "the id of the payload") + bytes_of(
        payload, "the payload"
    )
    expected = [hmac.digest(_key(secret), content, "sha256") for secret in secrets]
    if not _has_any(expected, _versions(signed)):
        raise PayloadError("the payload has no signature that was made with the secret")


def verify_hmac(
    payload: bytes | str,
    signature: str,
    secret: str | bytes,
    *,
    algorithm: Literal["sha1", "sha256", "sha512"] = "sha256",
) -> None:
    """Refuse a payload whose plain HMAC is another one.

    Args:
        payload: the content as it arrived.
        signature: in hexadecimal digits or base64; what stands before a `=` as in `sha256=...` is left out.
        secret: the secret as it is.
        algorithm: the hash.

    Raises:
        PayloadError: where it is another one, or the secret is empty: anybody could have signed with that.
    """
    if not secret:
        raise PayloadError("the secret is empty")
    key, content = bytes_of(secret, "the secret"), bytes_of(payload, "the payload")
    expected = hmac.digest(key, content, algorithm)
    text = signature.strip().removeprefix(f"{algorithm}=")
    size = hashlib.new(algorithm).digest_size
    given = _from_hex(text) if len(text) == 2 * size else _from_base64(text)
    if not hmac.compare_digest(expected, given):
        raise PayloadError("the payload has another signature than the secret gives")


def _signing(headers: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the id, the time and the signatures that headers tell.

    Services that sign by the standard call the three after themselves, too.

    Raises:
        PayloadError: where not all are there, or there are several of each.
    """
    fields = {name.lower(): value for name, value in headers.items() if value}
    found = {
        start: (fields[name], fields[f"{start}timestamp"], fields[f"{start}signature"])
        for name in fields
        if name.endswith("-id")
        and {f"{(start := name[:-2])}timestamp", f"{start}signature"} <= fields.keys()
    }
    if not found:
        raise PayloadError(
            f"the payload is not signed: it needs {_USUAL}id, -timestamp and -signature"
        )
    if len(set(found.values())) > 1 and _USUAL not in found:
        given = " and ".join(f"{start}signature" for start in sorted(found))
        raise PayloadError(
            f"the payload is signed more than once, and only one can be meant: {given}"
        )
    return found.get(_USUAL) or next(iter(found.values()))


def _versions(signed: str) -> Iterator[bytes]:
    """Give the signatures of version 1, of which there are several while a secret is changed."""
    for part in signed.split():
        version, _, text = part.partition(",")
        if version == "v1":
            yield _from_base64(text)


def _has_any(expected: list[bytes], given: Iterator[bytes]) -> bool:
    return any(hmac.compare_digest(one, other) for other in given for one in expected)


def _key(secret: str) -> bytes:
    key = _from_base64(secret.strip().removeprefix(_PREFIX))
    if not key:
        raise PayloadError("the secret is no base64")
    return key


def _from_base64(text: str) -> bytes:
    """Return bytes; none where it is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
