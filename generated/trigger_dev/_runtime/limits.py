# Copied from templates/_runtime/limits.py. DO NOT EDIT: it is made anew.
"""How long each part of a try may take, and when all of it must end."""

import math
import time
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, cast

PARTS: Final = ("connect", "read", "write", "pool")
# What stands for no limit where a number of seconds is wanted: a year.
_FOREVER: Final = 31_536_000.0
# Sockets take 0 for something else: not to wait, and to say so in another error.
_SHORTEST: Final = 0.001
# What one part of a try does any number of times.
_REPEATED: Final = frozenset({"read", "write"})


# Equal ones are one key: to the connections that have them, and to what another library makes of them.
@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many seconds each part of a call may take, nothing of it left open; as in `Timeout`.

    Attributes:
        total: as in `Timeout`.
        connect: as in `Timeout`.
        read: as in `Timeout`.
        write: as in `Timeout`.
        pool: as in `Timeout`.
        ends: when all must end, other tries and what is waited for between them included.
    """

    total: float | None = None
    connect: float | None = 60.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 60.0
    ends: "Deadline | None" = field(default=None, compare=False)

    @property
    def seconds(self) -> float:
        """The seconds between any two bytes, for what knows of nothing else."""
        return min(_FOREVER if item is None else item for item in (self.read, self.total))

    @property
    def left(self) -> float | None:
        """The seconds in all for a try that begins now."""
        return self.total if self.ends is None else self.ends.left(self.total)

    def until(self, deadline: "Deadline") -> "Limits":
        """Return the limits of what must end at a time."""
        return replace(self, total=deadline.left(self.total), ends=deadline)


class Deadline:
    """The end of a try, or of several, from now on.

    Attributes:
        is_lifted: whether it counts no more.
        is_short: whether something was not begun any more because of it.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.is_lifted = False
        self.is_short = False

    @property
    def has_passed(self) -> bool:
        """Whether it is over."""
        return not self.is_lifted and time.monotonic() >= self._end

    def allows(self, seconds: float) -> bool:
        """Tell whether something can still begin after some time; if not, it is known for `is_short`."""
        is_allowed = self.is_lifted or time.monotonic() + seconds < self._end
        self.is_short = self.is_short or not is_allowed
        return is_allowed

    def end(self) -> None:
        """Be over at once: nobody waits any more."""
        self._end = min(self._end, time.monotonic())

    def left(self, limit: float | None) -> float | None:
        """Return the seconds that something may take now: what is left, and no more than its own limit."""
        if self.is_lifted:
            return limit
        left = max(_SHORTEST, self._end - time.monotonic())
        return left if limit is None else min(left, limit)


class _Seconds:
    """The seconds that are left whenever a socket asks: before each read, each write, each address it tries.

    Whoever sends or takes a byte now and then ends nothing that waits between two bytes. Sockets take what
    has an `__index__`, which is asked each time: whole seconds, so that a silent server may have one more.
    """

    def __init__(self, deadline: Deadline, limit: float | None) -> None:
        self._deadline = deadline
        self._limit = limit

    def __index__(self) -> int:
        if self._deadline.has_passed:
            raise TimeoutError("the time for the whole try is over")
        return math.ceil(cast("float", self._deadline.left(self._limit)))


class Dwindling(dict[str, Any]):
    """The limits of the HTTP library for each part of a try that must end at a time; it asks at each part."""

    def __init__(self, limits: Limits, deadline: Deadline) -> None:
        super().__init__({name: getattr(limits, name) for name in PARTS})
        self._deadline = deadline

    def get(self, key: str, default: Any = None) -> Any:
        """Return the seconds for a part, as far as they are left."""
        limit = super().get(key, default)
        if self._deadline.is_lifted:
            return limit
        left = self._deadline.left(limit)
        # Of `connect` a number does where it is short: addresses are few, and other limits are whole seconds.
        is_asked = key in _REPEATED or (key == "connect" and left is not None and left > 1)
        return _Seconds(self._deadline, limit) if is_asked else left


def library_limits(limits: Limits) -> dict[str, Any]:
    """Return limits as the HTTP library takes them with each request."""
    return {
        "connect": limits.connect,
        "read": limits.read,
        "write": limits.write,
        "pool": limits.pool,
    }


def lateness(
    limits: Limits,
    deadline: Deadline | None,
    part: Literal["connect", "pool", "read"],
    seconds: float,
) -> str:
    """Return what took too long, and how long that was.

    Args:
        limits: of the request.
        deadline: of the request.
        part: of the try.
        seconds: the limit of parts that have none of their own.
    """
    if deadline is not None and deadline.has_passed:
        return f"no whole answer within {limits.total:g} s"
    if part == "pool":
        return f"no connection was free within {limits.pool or seconds:g} s"
    own = limits.connect if part == "connect" else None
    return f"no answer within {seconds if own is None else own:g} s"
