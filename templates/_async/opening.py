"""How streams are opened, and opened again where they break."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .._runtime.exchange import build_request, signed_anew
from .._runtime.messages import Request, Response
from .._runtime.operation import Operation
from .._runtime.responses import refuse_failure
from .._runtime.resuming import Place, following
from .._runtime.settings import Settings
from .._runtime.streaming import read_stream, streaming
from .http import AsyncWhole
from .stream import AsyncOpening, AsyncStream
from .transport import AsyncTransport


async def opened_stream(
    transport: AsyncTransport,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    media_type: str | None,
    accept: str | None,
) -> AsyncStream[Any]:
    """Return the items of a response as they come; see `AsyncTransport.stream`."""
    wanted = streaming(operation)
    settings = await transport.settings_now(wanted)
    request = build_request(wanted, arguments, body, media_type, settings, accept=accept)
    if not transport.settings.reconnects:
        return AsyncStream(await _opened(transport, request, operation, settings))
    place = Place()
    once = transport.changed(replace(transport.settings, max_retries=0))
    opening = await _opened(transport, request, operation, settings, place)
    return AsyncStream(opening, _AsyncReopening(once, request, operation, settings, place))


async def _opened(
    transport: AsyncTransport,
    request: Request,
    operation: Operation[Any],
    settings: Settings,
    place: Place | None = None,
) -> AsyncOpening:
    """Return a response that is read in pieces, and what reads it.

    Args:
        transport: what sends the request.
        request: what to send.
        operation: what is called.
        settings: those that it was made with.
        place: how far it was read, where it may be gone on with.
    """
    outcome = await transport.outcome(request, operation, settings, streamed=True)
    if isinstance(outcome, Response):
        refuse_failure(operation, outcome)
        outcome = AsyncWhole(outcome)
    head = Response(status=outcome.status, headers=outcome.headers, content=b"", request=request)
    return AsyncOpening(outcome, read_stream(operation, head, transport.settings, place), head)


class _AsyncReopening:
    """Opens a stream again from its last event on.

    Attributes:
        place: how far it was read.
        policy: how long there is to wait before.
        max_retries: how often it is tried in a row.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        request: Request,
        operation: Operation[Any],
        settings: Settings,
        place: Place,
    ) -> None:
        self._transport = transport
        self._request = request
        self._operation = operation
        self._signed = settings
        self.place = place
        self.policy = settings.retries
        self.max_retries = settings.max_retries

    async def __call__(self) -> AsyncOpening:
        """Return it opened again; it is not tried again here."""
        if self._transport.settings.credentials.sources:
            before, self._signed = self._signed, await self._transport.settings_now(self._operation)
            self._request = signed_anew(self._request, self._operation, before, self._signed)
        request = following(self._request, self.place)
        return await _opened(self._transport, request, self._operation, self._signed, self.place)
