"""A request and a response as they are on the wire, whatever HTTP library carries them."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .text import decode_text


class Headers(Mapping[str, str]):
    """Header fields; their names are compared without regard to case (RFC 9110, 5.1)."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str] | None = None) -> None:
        self._fields = {name.lower(): value for name, value in (fields or {}).items()}

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        hidden = {name: "***" if name in _SECRET else value for name, value in self._fields.items()}
        return f"Headers({hidden})"


_SECRET = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request, ready to be sent.

    Attributes:
        method: the HTTP method.
        url: the whole URL.
        headers: the headers.
        content: the body.
        max_response_bytes: the most bytes that the answer may have, once it is decompressed; of a stream, the
            most that may come at once. Not part of what is sent.
    """

    method: str
    url: str
    headers: Headers
    content: bytes | None = field(default=None, repr=False)
    max_response_bytes: int = sys.maxsize


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response that was read to its end."""

    status: int
    headers: Headers
    content: bytes = field(repr=False)
    request: Request

    @property
    def text(self) -> str:
        """The content as text, in the charset that it says; what that does not have is replaced."""
        return decode_text(self.content, self.content_type)

    @property
    def content_type(self) -> str:
        """What the server says the content is; empty where it does not."""
        return self.headers.get("content-type", "")

    @property
    def media_type(self) -> str:
        """The media type of the content without its parameters, in lower case."""
        return self.content_type.partition(";")[0].strip().lower()
