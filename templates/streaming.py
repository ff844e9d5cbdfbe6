"""Responses that are read item by item, in both flavours."""

from ._async.stream import AsyncStream
from ._runtime.streaming import ServerSentEvent
from ._sync.stream import Stream

__all__ = ["AsyncStream", "ServerSentEvent", "Stream"]
