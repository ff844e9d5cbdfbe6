"""Documents at URLs: whether they may be fetched, and whether they are what the lock says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.reading.document import Document, digest, parse
from generator.reading.lock import NAME


class RemoteError(Exception):
    """A document at a URL cannot be used.

    Attributes:
        code: of the diagnostic.
        message: of the diagnostic, a sentence.
    """

    def __init__(self, message: str, code: str = "remote-failure") -> None:
        super().__init__(message)
        self.message = message
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may take: seconds in all, bytes, and redirects."""

    seconds: float = 30
    size: int = 64 * 2**20
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAccess:
    """Leave to fetch.

    Attributes:
        pins: the digests that are known, by URL; what has none is taken as it is.
        update: whether other bytes than the known ones are accepted.
        limits: of each document.
        used: the digests of what was fetched so far, by the URL that was asked for.
    """

    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    update: bool = False
    limits: Limits = Limits()
    used: dict[str, str] = field(default_factory=dict[str, str])

    def read(self, url: str, referrer: Document) -> Document:
        """Return the document at a URL.

        Raises:
            RemoteError: where it may not or cannot be fetched, or is not what was accepted.
            InputError: as `parse` does.
        """
        # Imported when needed: what it takes to speak HTTP and TLS costs more than a clean `check`.
        from generator.reading.fetching import fetch  # noqa: PLC0415

        fetched = fetch(url, referrer.url, self.limits)
        found = digest(fetched.source)
        if found != self.pins.get(url, found) and not self.update:
            message = (
                f"{url!r} is no longer what {NAME} has: "
                "where that is as it should be, accept it with `oasmith generate --update-remote`"
            )
            raise RemoteError(message, "remote-changed")
        self.used[url] = found
        return parse(fetched.source, url, url=fetched.url, root=False)
