# Copied from templates/_runtime/messages.py. DO NOT EDIT: it is made anew.
"""A request and a response as they are on the wire, whatever HTTP library carries them."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from .limits import Deadline, Limits
from .text import decode_text

if TYPE_CHECKING:
    from .uploads import Upload

# The methods of requests that have content, if only none (RFC 9110, 8.6).
WITH_CONTENT: Final = frozenset({"POST", "PUT", "PATCH"})


class Headers(Mapping[str, str]):
    """Header fields; their names are compared without regard to case (RFC 9110, 5.1)."""

    __slots__ = ("_fields", "_pairs")

    def __init__(self, fields: Mapping[str, str] | None = None) -> None:
        self._fields = {name.lower(): value for name, value in fields.items()} if fields else {}
        self._pairs = tuple(self._fields.items())

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Headers":
        """Return headers; what stands there several times is one value with commas (RFC 9110, 5.3)."""
        headers = cls()
        headers._pairs = tuple([(name.lower(), value) for name, value in pairs])
        fields = headers._fields = dict(headers._pairs)
        if len(fields) < len(headers._pairs):
            for name in fields:
                fields[name] = ", ".join(headers.get_all(name))
        return headers

    @classmethod
    def of_raw(cls, pairs: Iterable[tuple[bytes, bytes]]) -> "Headers":
        """Return headers as they came; no standard gives their letters a charset."""
        fields = list(pairs)
        try:
            return cls.of([(name.decode(), value.decode()) for name, value in fields])
        except UnicodeDecodeError:
            return cls.of([(_text_of(name), _text_of(value)) for name, value in fields])

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each field as it stands: its name in lower case, and its value."""
        return self._pairs

    def ascii_pairs(self) -> list[tuple[str, str]]:
        """Return each field as it is sent.

        Raises:
            UnicodeEncodeError: where one has other letters than ASCII's: no standard gives them a charset.
        """
        "".join(chain.from_iterable(self._pairs)).encode("ascii")
        return list(self._pairs)

    def get_all(self, name: str) -> list[str]:
        """Return each value of a field that may stand there several times, such as `Set-Cookie`."""
        return [value for known, value in self._pairs if known == name.lower()]

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        shown = {
            name: _without_queries(value) if _is_shown(name) else HIDDEN
            for name, value in self._fields.items()
        }
        return f"Headers({shown})"


def _text_of(field: bytes) -> str:
    try:
        return field.decode()
    except UnicodeDecodeError:
        return field.decode("latin-1")


HIDDEN: Final = "***"
# What stands in other headers may be a secret: an API may call its credential anything.
_REQUEST_IDS: Final = ("request-id", "requestid")
_SHOWN: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "age",
        "allow",
        "cache-control",
        "connection",
        "content-disposition",
    }
    | {
        "content-encoding",
        "content-language",
        "content-length",
        "content-range",
        "content-type",
        "date",
    }
    | {"host", "idempotency-key", "last-modified", "link", "range", "request-id", "retry-after"}
    | {"retry-after-ms", "server", "transfer-encoding", "user-agent", "vary", "x-ratelimit-limit"}
    | {"x-ratelimit-remaining", "x-ratelimit-reset", "x-request-id"}
)


def _is_shown(name: str) -> bool:
    """Tell whether the value of a header is no secret."""
    return name in _SHOWN or name.endswith(_REQUEST_IDS)


# What follows the path of a URL: to the end of its brackets or quotes, else to the next blank. Whole texts in
# brackets or quotes without one are passed over, so that a quote that ends one begins none, and what is long
# is read once and not again from each bracket in it.
_QUERY: Final = re.compile(
    r"""<[^>?#]*(?:>|\Z)|(<[^>?#]*[?#])[^>]*|"[^"?#]*"|("[^"?#]*[?#])[^"]*|(\?)\S+"""
)


def _without_queries(value: str) -> str:
    """Return what a header such as `Link` says without the queries of its URLs, where credentials may be."""
    if "?" not in value and "#" not in value:
        return value
    return _QUERY.sub(_with_query_hidden, value)


def _with_query_hidden(found: re.Match[str]) -> str:
    path = found[1] or found[2] or found[3]
    return found[0] if path is None else f"{path}{HIDDEN}"


# Shorter ones are no secrets, and would be found in every word.
_SHORTEST_SECRET: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Request:
    """A request, ready to be sent.

    Attributes:
        method: the HTTP method.
        url: the whole URL.
        headers: the headers.
        content: the body, where it is in memory.
        upload: the body that is read while it is sent. Only what carries requests and says so with
            `takes_uploads = True` gets it; for all others it is read before, and is `content`.
        max_response_bytes: the most bytes that the answer may have, once it is decompressed; of a stream, the
            most that may come at once. Not part of what is sent.
        limits: how long each part of it may take.
        deadline: when it must end, where all of it may take but a time.
        secrets: what is never shown of it, in each form in which it travels.
        omitted: the names, in lower case, of headers that nothing that carries it may add.
        is_foreign: whether it goes to another server than that of the API, by a redirect or for a token: what
            carries it adds nothing then that was meant for the API, such as headers, cookies and credentials.
    """

    method: str
    url: str
    headers: Headers
    content: bytes | None = field(default=None, repr=False)
    upload: "Upload | None" = field(default=None, repr=False)
    max_response_bytes: int = sys.maxsize
    limits: Limits = Limits()  # noqa: RUF009 - frozen
    deadline: Deadline | None = None
    secrets: tuple[str, ...] = ()
    omitted: frozenset[str] = frozenset()
    is_foreign: bool = False

    @property
    def has_body(self) -> bool:
        """Whether it has a body."""
        return self.content is not None or self.upload is not None

    @property
    def place(self) -> str:
        """The URL without its query, where credentials may be."""
        return self.without_secrets(self.url.partition("?")[0])

    def without_secrets(self, text: str) -> str:
        """Return a text in which the secrets of this request are hidden."""
        for secret in self.secrets:
            if len(secret) >= _SHORTEST_SECRET:
                text = text.replace(secret, HIDDEN)
        return text

    def __repr__(self) -> str:
        return f"Request({self.method} {self.place}, {self.headers!r})"


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

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, to be given to its support.

        It stands in `x-request-id` or `request-id`, else in the one header that ends so.
        """
        usual = self.headers.get("x-request-id") or self.headers.get("request-id")
        if usual:
            return usual
        found = {value for name, value in self.headers.items() if name.endswith(_REQUEST_IDS)}
        return found.pop() or None if len(found) == 1 else None
