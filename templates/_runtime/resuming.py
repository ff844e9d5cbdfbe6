"""How far a stream of events was read, so that it can be gone on with (WHATWG HTML, 9.2.3 and 9.2.6)."""

from collections import OrderedDict
from dataclasses import replace
from typing import Final

from .messages import Headers, Request, Response
from .retries import RetryPolicy, own_delay
from .splitting import Event, Events

# Servers that go on too early repeat what came last, and not what came long ago.
_MOST_REMEMBERED: Final = 10_000
# A longer one cannot be asked for: it travels in a header, and servers take no more in all of them.
_LONGEST_ID: Final = 4096
# With this a server says that nothing more will come.
_NO_CONTENT: Final = 204


class Place:
    """The last event that was read.

    Attributes:
        id: its id; None where it has none of its own, or one of more than 4,096 bytes, for then nobody can
            say what follows it.
        failures: how often the stream broke since an event was read that was not read before.
    """

    def __init__(self) -> None:
        self.id: str | None = None
        self.failures = 0
        # Their hashes: ids may be long.
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._are_unique = True
        self._own_id = False
        self._retry: int | None = None

    def take(self, line: bytes) -> None:
        """Look at a line of the stream."""
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"id" and b"\0" not in value:
            self._own_id = 0 < len(value) <= _LONGEST_ID
        elif name == b"retry" and value.isdigit():
            self._retry = int(value[:9])

    def is_new(self, event: Event) -> bool:
        """Tell whether an event was not read before, and go on to it.

        One with an id that was there before was read only if the stream broke since, and is then what the
        server repeats before it goes on; where several have one id anyway nobody can tell.
        """
        own, self._own_id = event.get("id") if self._own_id else None, False
        known = None if own is None else hash(own)
        if known in self._seen:
            self._are_unique &= bool(self.failures)
            if self.failures and self._are_unique:
                return False
        self.id, self.failures = own, 0
        if known is not None:
            self._seen[known] = None
            if len(self._seen) > _MOST_REMEMBERED:
                self._seen.popitem(last=False)
        return True

    def next_delay(self, policy: RetryPolicy, most: int) -> float | None:
        """Return the seconds to wait before the stream is opened again; None where it is not.

        It is never less than the first delay of the policy, whatever the server says: one that sends an event
        and breaks each time would be asked without a pause.

        Args:
            policy: says how long, where the server has not, and how long the server may say.
            most: how often it is opened again before an event comes.
        """
        if self.id is None or self.failures >= most:
            return None
        self.failures += 1
        if self._retry is None:
            return own_delay(policy, self.failures - 1)
        return min(max(self._retry / 1000, own_delay(policy, 0)), policy.max_asked_delay)


class WatchedEvents(Events):
    """The events of a stream, of which a place is kept."""

    def __init__(self, limit: int, place: Place) -> None:
        super().__init__(limit)
        self._place = place

    def _take(self, line: bytes) -> None:
        self._place.take(line)
        super()._take(line)


def following(request: Request, place: Place) -> Request:
    """Return the request for what follows the last event."""
    return replace(request, headers=Headers({**request.headers, "last-event-id": place.id or ""}))


def is_passing(status: int, policy: RetryPolicy) -> bool:
    """Tell whether an answer may be another one a while later."""
    return str(status) in policy.statuses or f"{status // 100}XX" in policy.statuses


def may_be_cut(head: Response) -> bool:
    """Tell whether nothing but its end tells that a response is whole (RFC 9112, 6.3)."""
    is_chunked = "chunked" in head.headers.get("transfer-encoding", "").lower()
    return not is_chunked and "content-length" not in head.headers and head.status != _NO_CONTENT
