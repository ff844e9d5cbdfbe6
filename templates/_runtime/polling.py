"""Calls that are repeated until what they give is final. Pure: it says how long to wait, others wait."""

from typing import Any

from . import waiting
from .errors import InvalidRequestError, PollTimeoutError
from .operation import Operation, Poll
from .places import value_at


class Watch:
    """How long what is watched may take, from now on, and how long to wait before it is asked for again."""

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
        self._start = waiting.clock()

    def delay_after(self, result: Any) -> float | None:
        """Return the seconds to wait after a result; None where it is final.

        Raises:
            PollTimeoutError: where it is not, and there is no more time.
        """
        value = value_at(result, self._poll.path)
        if value in self._poll.until:
            return None
        if self._timeout is None:
            return self._interval
        left = self._start + self._timeout - waiting.clock()
        if left <= 0:
            field = ".".join(self._poll.path)
            told = f"after {self._timeout:g} seconds {field!r} is {value!r}, which is not final"
            message = f"{self._name}: {told}"
            raise PollTimeoutError(message, result)
        return min(self._interval, left)
