# Derived from _async/resource.py. DO NOT EDIT: it is made anew.
"""What all resources of the client share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .._runtime import waiting
from .._runtime.errors import ApiConnectionError, ApiStatusError
from .._runtime.operation import Operation
from .._runtime.polling import Watch
from .._runtime.unset import UNSET
from .pager import Pager
from .transport import Transport

if TYPE_CHECKING:
    from .stream import Stream

T = TypeVar("T")


class Resource:
    """A group of operations."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> T:
        return self._transport.call(operation, arguments, body, media_type, accept)

    def _poll(
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
                result = transport.call(operation, arguments, body, media_type)
            except (ApiConnectionError, ApiStatusError) as fault:
                late = watch.lateness(fault)
                if late is None:
                    raise
                raise late from fault
            delay = watch.delay_after(result)
            if delay is None:
                return result
            waiting.sleep(delay)

    def _stream(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> "Stream[Any]":
        return self._transport.stream(operation, arguments, body, media_type, accept)

    def _call_or_stream(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
        *,
        streamed: Any,
    ) -> "T | Stream[Any]":
        if streamed is True:
            return self._transport.stream(operation, arguments, body, media_type)
        return self._transport.call(operation, arguments, body, media_type, accept)

    def _paginate(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
    ) -> Pager[Any]:
        return Pager(self._transport, operation, arguments, body, media_type)
