"""May a call be tried again, and when: the one place that says so. Pure: it decides, others wait."""

import math
import random
import time
from collections.abc import Mapping
from dataclasses import KW_ONLY
from datetime import UTC, datetime

from .limits import Deadline
from .records import record

# RFC 9110, 9.2.2: a second request of these methods has no effect beyond the first one's.
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
TOO_MANY_REQUESTS = 429
# When a limit is lifted: in so many seconds, or at a time.
_RESETS = ("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset")
_ABOUT_LIMITS = frozenset({403, TOO_MANY_REQUESTS})
# Above this a number of a reset header is a point in time and not a number of seconds.
_EPOCH_SECONDS = 1_000_000_000
_EPOCH_MILLISECONDS = 1_000_000_000_000


@record
class RetryPolicy:
    """When a call is tried again.

    Attributes:
        statuses: the answers after which it is; `5XX` stands for all of them.
        unsafe_methods: whether POST and PATCH are too, although the server may have acted on the first try.
        initial_delay: seconds before the second try.
        factor: by how much each delay is longer than the one before.
        max_delay: the longest delay, in seconds.
        jitter: the part of a delay that is left to chance, from 0 to 1: clients shall not come
            back in step.
        spread: seconds, up to which chance adds some to a wait until a limit is lifted.
        max_asked_delay: the longest delay that the server may ask for, in seconds; asked for
            more, a call gives up.
    """

    _: KW_ONLY
    statuses: tuple[str, ...] = ("408", "429", "500", "502", "503", "504")
    unsafe_methods: bool = False
    initial_delay: float = 0.5
    factor: float = 2.0
    max_delay: float = 8.0
    jitter: float = 0.25
    spread: float = 0.0
    max_asked_delay: float = 120.0


@record
class Try:
    """A try that failed.

    Attributes:
        number: 0 for the first.
        method: the HTTP method.
        repeatable: whether the server recognises a repetition, by an idempotency key.
        status: the answer's status; None where there was no answer.
        headers: the answer's headers.
        unsent: whether the request never reached the server.
        is_final: whether there is no other try, or it would end alike: a certificate that is not trusted,
            a bad URL, a body that can be read but once.
        ends: when the last one must have begun.
    """

    _: KW_ONLY
    number: int
    method: str
    repeatable: bool = False
    status: int | None = None
    headers: Mapping[str, str] | None = None
    unsent: bool = False
    is_final: bool = False
    ends: Deadline | None = None


def delay_before_retry(policy: RetryPolicy, failed: Try, max_retries: int) -> float | None:
    """Return the seconds to wait before the next try; None where there is none.

    The server's word comes first: `x-should-retry`, then `retry-after-ms`, `retry-after` and, where it is
    about limits, `x-ratelimit-reset`. Asked for no time at all, clients must not come back in step.
    """
    if failed.number >= max_retries or failed.is_final or not _may_retry(policy, failed):
        return None
    delay = _delay(policy, failed)
    is_late = delay is not None and failed.ends is not None and not failed.ends.allows(delay)
    return None if is_late else delay


def _delay(policy: RetryPolicy, failed: Try) -> float | None:
    asked = asked_delay(failed.status, failed.headers or {}, time.time())
    if not asked:
        return own_delay(policy, failed.number)
    return (
        asked + _spread(policy, failed.headers or {}) if asked <= policy.max_asked_delay else None
    )


def _spread(policy: RetryPolicy, headers: Mapping[str, str]) -> float:
    """Return what chance adds to a wait that the server asks for: a limit is lifted for all at once."""
    if not policy.spread or "retry-after" in headers or "retry-after-ms" in headers:
        return 0.0
    return policy.spread * random.random()  # noqa: S311 - not a secret


def _may_retry(policy: RetryPolicy, failed: Try) -> bool:
    word = (failed.headers or {}).get("x-should-retry")
    if word in {"true", "false"}:
        return word == "true"
    safe = failed.method in IDEMPOTENT or failed.repeatable or policy.unsafe_methods
    if failed.status is None:
        return safe or failed.unsent
    listed = str(failed.status) in policy.statuses or f"{failed.status // 100}XX" in policy.statuses
    # With 429 the server says that it did not act.
    return listed and (safe or failed.status == TOO_MANY_REQUESTS)


def own_delay(policy: RetryPolicy, number: int) -> float:
    """Return the seconds to wait after a try, where the server does not say."""
    delay = min(policy.max_delay, policy.initial_delay * policy.factor**number)
    return delay * (1 - policy.jitter * random.random())  # noqa: S311 - not a secret


def asked_delay(status: int | None, headers: Mapping[str, str], now: float) -> float | None:
    """Return how long the server asks to wait (RFC 9110, 10.2.3, and what is common beside it).

    Args:
        status: of the answer.
        headers: of the answer.
        now: the time, in seconds since 1970.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return max(0.0, milliseconds / 1000)
    after = headers.get("retry-after")
    if after is not None:
        seconds = _number(after)
        return max(0.0, seconds) if seconds is not None else _until_date(after, now)
    return _until_reset(headers, now) if status in _ABOUT_LIMITS else None


def _until_reset(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds until a limit is lifted: other answers tell of it too, and mean nothing by it."""
    told = (_number(headers.get(name)) for name in _RESETS)
    reset = next((number for number in told if number is not None), None)
    if reset is None:
        return None
    if reset >= _EPOCH_MILLISECONDS:
        reset = reset / 1000 - now
    elif reset >= _EPOCH_SECONDS:
        reset -= now
    return max(0.0, reset)


def _until_date(text: str, now: float) -> float | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few servers give a date

    read = datetime.fromisoformat if text[:4].isdigit() else parsedate_to_datetime
    try:
        moment = read(text)
        # RFC 9110, 5.6.7: the form of asctime has no zone, and means UTC as the others do.
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return None if math.isnan(number) else number
