"""Documents at URLs: whether they may be fetched, and whether they are what the lock says."""

import time
from collections.abc import Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from generator.reading.document import Document, parse
from generator.reading.files import digest
from generator.reading.limits import Limits, RemoteError
from generator.reading.lock import NAME
from generator.records import dataclass

if TYPE_CHECKING:
    from generator.reading.addresses import Zone


@dataclass(slots=True)
class Spent:
    """What a run has fetched so far."""

    documents: int = 0
    seconds: float = 0
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAccess:
    """Leave to fetch.

    Attributes:
        pins: the digests that are known, by URL; what has none is taken as it is.
        update: whether other bytes than the known ones are accepted.
        limits: of each document, and of all.
        used: the digests of what was fetched so far, by the URL that was asked for.
        zones: where its servers are, by the URL that it came from in the end.
        spent: what it has taken.
    """

    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    update: bool = False
    limits: Limits = field(default_factory=Limits)
    used: dict[str, str] = field(default_factory=dict[str, str])
    zones: "dict[str, Zone]" = field(default_factory=dict[str, "Zone"])
    spent: Spent = field(default_factory=Spent)

    def read(self, url: str, referrer: Document) -> Document:
        """Return the document at a URL.

        Raises:
            RemoteError: where it may not or cannot be fetched, or is not what was accepted.
            InputError: as `parse` does.
        """
        # Imported when needed: what it takes to speak HTTP and TLS costs more than a clean `check`.
        from generator.reading.addresses import Zone  # noqa: PLC0415
        from generator.reading.fetching import fetch  # noqa: PLC0415

        limits = self._left(url)
        began = time.monotonic()
        try:
            fetched = fetch(url, self.zones[referrer.url] if referrer.url else Zone.HERE, limits)
        finally:
            self.spent.seconds += time.monotonic() - began
        self.spent.size += len(fetched.source)
        self.zones.setdefault(fetched.url, fetched.zone)
        found = digest(fetched.source)
        if found != self.pins.get(url, found) and not self.update:
            message = (
                f"{url!r} is no longer what {NAME} has: "
                "where that is as it should be, accept it with `oasmith generate --update-remote`"
            )
            raise RemoteError(message, "remote-changed")
        self.used[url] = found
        return parse(fetched.source, url, url=fetched.url, root=False)

    def _left(self, url: str) -> Limits:
        """Return what one more document may take.

        Raises:
            RemoteError: where there is nothing left.
        """
        limits, spent = self.limits, self.spent
        spent.documents += 1
        for is_over, much in (
            (spent.documents > limits.documents, f"there are more than {limits.documents:,} documents"),
            (spent.seconds >= limits.all_seconds, f"all together take more than {limits.all_seconds:g} s"),
            (spent.size >= limits.all_size, f"all together have more than {limits.all_size:,} bytes"),
        ):
            if is_over:
                raise RemoteError(f"{url!r} is not fetched: {much}", "too-much")
        seconds = min(limits.seconds, limits.all_seconds - spent.seconds)
        return replace(limits, seconds=seconds, size=min(limits.size, limits.all_size - spent.size))
