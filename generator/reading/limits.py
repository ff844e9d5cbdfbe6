"""How much fetching may take, and the error for what may not or cannot be fetched."""

from generator.records import dataclass


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
    """How much one document may take, and how much all of a run may.

    Attributes:
        seconds: from the look-up of the server's name to the last byte.
        size: in bytes.
        redirects: how often it may lead on.
        documents: how many there may be in all.
        all_seconds: what they may take together.
        all_size: their bytes together.
    """

    seconds: float = 30
    size: int = 64 * 2**20
    redirects: int = 5
    documents: int = 2_000
    all_seconds: float = 600
    all_size: int = 256 * 2**20
