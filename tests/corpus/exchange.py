"""HTTP without a network: requests are kept, and what is to be answered is set beforehand."""

from dataclasses import dataclass, field
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server would answer; no media type where there is no content."""

    status: int
    media_type: str | None = None
    content: bytes = b""


@dataclass(slots=True)
class Exchange:
    """Both ends of the wire.

    Attributes:
        messages: the module of the generated package with its `Request` and `Response`.
        answer: to the next requests.
        sent: the requests so far.
    """

    messages: ModuleType
    answer: Answer = Answer(status=204)
    sent: list[Any] = field(default_factory=list[Any])

    def respond(self, request: Any) -> Any:
        """Return the response to a request."""
        self.sent.append(request)
        headers = {"content-type": self.answer.media_type} if self.answer.media_type is not None else {}
        return self.messages.Response(
            status=self.answer.status,
            headers=self.messages.Headers(headers),
            content=self.answer.content,
            request=request,
        )


@dataclass(slots=True)
class SyncHttp:
    """The HTTP library of a sync client."""

    exchange: Exchange

    def send(self, request: Any, _timeout: float) -> Any:
        return self.exchange.respond(request)

    def close(self) -> None:
        pass


@dataclass(slots=True)
class AsyncHttp:
    """The HTTP library of an async client."""

    exchange: Exchange

    async def send(self, request: Any, _timeout: float) -> Any:
        return self.exchange.respond(request)

    async def aclose(self) -> None:
        pass
