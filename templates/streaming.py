"""Responses that are read item by item, in both flavours."""

from ._async.raw import AsyncRawStream
from ._async.stream import AsyncStream
from ._runtime.streaming import ServerSentEvent
from ._sync.raw import RawStream
from ._sync.stream import Stream

__all__ = ["AsyncRawStream", "AsyncStream", "RawStream", "ServerSentEvent", "Stream"]
