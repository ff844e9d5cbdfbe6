"""What all resources of the client share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .._runtime import waiting
from .._runtime.errors import ApiConnectionError, ApiStatusError
from .._runtime.operation import Operation
from .._runtime.polling import Watch
from .._runtime.unset import UNSET
from .pager import AsyncPager
from .transport import AsyncTransport

if TYPE_CHECKING:
    from .stream import AsyncStream

T = TypeVar("T")


class AsyncResource:
    """A group of operations."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> T:
        return await self._transport.call(operation, arguments, body, media_type, accept)

    async def _poll(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        *,
        interval: float,
        timeout: float | None,
    ) -> T:
        watch = Watch(operation, interval=interval, timeout=timeout)
        transport = self._transport
        if timeout:
            transport = transport.changed(watch.bounded(transport.settings))
        while True:
            try:
                result = await transport.call(operation, arguments, body, media_type)
            except (ApiConnectionError, ApiStatusError) as fault:
                late = watch.lateness(fault)
                if late is None:
                    raise
                raise late from fault
            delay = watch.delay_after(result)
            if delay is None:
                return result
            await waiting.async_sleep(delay)

    async def _stream(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> "AsyncStream[Any]":
        return await self._transport.stream(operation, arguments, body, media_type, accept)

    async def _call_or_stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
        *,
        streamed: Any,
    ) -> "T | AsyncStream[Any]":
        if streamed is True:
            return await self._transport.stream(operation, arguments, body, media_type)
        return await self._transport.call(operation, arguments, body, media_type, accept)

    def _paginate(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
    ) -> AsyncPager[Any]:
        return AsyncPager(self._transport, operation, arguments, body, media_type)
