# Copied from templates/transports.py. DO NOT EDIT: it is made anew.
"""What carries requests, for those who bring their own: the protocols, what they exchange, and the adapters.

`AsyncAiohttp`, `AsyncPyreqwest` and `Pyreqwest` need their HTTP library, which is imported when they are.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._async.http import AsyncHttp, AsyncOpened, AsyncStreamingHttp
from ._runtime.limits import Limits
from ._runtime.messages import Headers, Request, Response
from ._runtime.uploads import Upload
from ._sync.http import Http, Opened, StreamingHttp

if TYPE_CHECKING:
    from ._async.aiohttp import AsyncAiohttp
    from ._async.pyreqwest import AsyncPyreqwest
    from ._sync.pyreqwest import Pyreqwest

__all__ = [
    "AsyncAiohttp",
    "AsyncHttp",
    "AsyncOpened",
    "AsyncPyreqwest",
    "AsyncStreamingHttp",
    "Headers",
    "Http",
    "Limits",
    "Opened",
    "Pyreqwest",
    "Request",
    "Response",
    "StreamingHttp",
    "Upload",
]

_ADAPTERS = {
    "AsyncAiohttp": "._async.aiohttp",
    "AsyncPyreqwest": "._async.pyreqwest",
    "Pyreqwest": "._sync.pyreqwest",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _ADAPTERS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_ADAPTERS[name], __package__), name)
