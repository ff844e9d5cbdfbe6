# Copied from templates/_runtime/polling.py. DO NOT EDIT: it is made anew.
"""Calls that are repeated until what they give is final. Pure: it says how long to wait, others wait."""

from dataclasses import replace
from typing import Any

from . import waiting
from .errors import ApiConnectionError, ApiStatusError, InvalidRequestError, PollTimeoutError
from .limits import Deadline
from .operation import Operation, Poll
from .places import value_at
from .settings import Settings

# The last answer has so many times as long as any before it took: it comes before the end, or not at all.
_ROOM = 2


class Watch:
    """How long what is watched may take, from now on, and how long to wait before it is asked for again.

    What is left of the time is the limit of each try, too, and of each wait between two. A timeout of 0 asks
    once, and for that takes the time that any call has.
    """

    def __init__(
        self, operation: Operation[Any], *, interval: float, timeout: float | None
    ) -> None:
        """Begin to watch.

        Args:
            operation: what is called again and again.
            interval: seconds between an answer and the next call.
            timeout: seconds after which to give up; None for never.

        Raises:
            InvalidRequestError: where one of them is no time to wait.
        """
        if not interval > 0 or (timeout is not None and not timeout >= 0):
            raise InvalidRequestError(
                f"{operation.name}: interval is above 0, and timeout not below it"
            )
        self._name = operation.name
        self._poll = operation.poll or Poll((), ())
        self._interval = interval
        self._timeout = timeout
        self._start = self._asked = waiting.clock()
        self._longest = 0.0
        self._deadline = Deadline(timeout) if timeout else None
        self._last: Any = None

    def bounded(self, settings: Settings) -> Settings:
        """Return the settings of a client with the end of all that is done by them."""
        if self._deadline is None:
            return settings
        return replace(settings, limits=settings.limits.until(self._deadline))

    def lateness(self, fault: ApiConnectionError | ApiStatusError) -> PollTimeoutError | None:
        """Return what is to be raised for a fault, if a call failed for it because the time was over."""
        deadline = self._deadline
        if deadline is None:
            return None
        is_late = deadline.has_passed and isinstance(fault, ApiConnectionError)
        return self._late(self._last) if is_late or deadline.is_short else None

    def delay_after(self, result: Any) -> float | None:
        """Return the seconds to wait after a result; None where it is final.

        Raises:
            PollTimeoutError: where it is not, and there is no more time.
        """
        self._last = result
        if value_at(result, self._poll.path) in self._poll.until:
            return None
        if self._timeout is None:
            return self._interval
        now = waiting.clock()
        self._longest = max(self._longest, now - self._asked)
        room = self._start + self._timeout - now - self._longest * _ROOM
        if room <= 0:
            raise self._late(result)
        delay = min(self._interval, room)
        self._asked = now + delay
        return delay

    def _late(self, result: Any) -> PollTimeoutError:
        told = "nothing has come"
        if result is not None:
            field, value = ".".join(self._poll.path), value_at(result, self._poll.path)
            told = f"{field!r} is {value!r}, which is not final"
        return PollTimeoutError(f"{self._name}: after {self._timeout:g} seconds {told}", result)
