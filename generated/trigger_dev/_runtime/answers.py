# Copied from templates/_runtime/answers.py. DO NOT EDIT: it is made anew.
"""Results together with the responses that they come from, for what is in headers and statuses."""

import copy
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

from .lazy import Lazy
from .messages import Response
from .operation import Operation
from .responses import decoded_headers
from .settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """What a call returns, and the response that it comes from.

    Attributes:
        value: what the call returns; of pages the first one where the call is awaited, else the pager, which
            goes on from that page and does not ask for it again.
        response: the HTTP response, its status and its headers as they arrived.
        headers: the headers that the document describes and the response has, decoded, by their names there.
    """

    value: T
    response: Response
    headers: Mapping[str, Any]


# A method that waits and one that does not, and the same with an answer for its result.
AsyncMethod: TypeAlias = Callable[P, Awaitable[T]]
AsyncAnswering: TypeAlias = Callable[P, Coroutine[Any, Any, Answer[T]]]
Method: TypeAlias = Callable[P, T]
Answering: TypeAlias = Callable[P, Answer[T]]


def async_answering(method: AsyncMethod[P, T]) -> AsyncAnswering[P, T]:
    """Return a method of an async client so that its result comes with the response."""

    @wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> Answer[T]:
        watched, seen, settings = _watched(method)
        return _answer(await watched(*args, **kwargs), seen, settings)

    return call


def answering(method: Method[P, T]) -> Answering[P, T]:
    """Return a method of a client so that its result comes with the response."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> Answer[T]:
        watched, seen, settings = _watched(method)
        value: Any = watched(*args, **kwargs)
        return _answer(value.page().onward() if isinstance(value, Lazy) else value, seen, settings)

    return call


_Seen: TypeAlias = deque[tuple[Operation[Any], Response]]


def _watched(method: Callable[..., Any]) -> tuple[Callable[..., Any], _Seen, Settings]:
    """Return the method of a copy of its resource, where its responses are kept, and its settings."""
    seen: _Seen = deque(maxlen=1)  # what a page leads to comes through the same transport
    owner = getattr(method, "__self__", None)
    transport = getattr(owner, "_transport", None)
    if transport is None:
        raise TypeError(f"{method!r} is no method of a client")
    resource = copy.copy(owner)
    watching = transport.changed(transport.settings)
    watching.seen = seen
    vars(resource)["_transport"] = watching
    return getattr(resource, method.__name__), seen, transport.settings


def _answer(value: Any, seen: _Seen, settings: Settings) -> Answer[Any]:
    if not seen:
        raise TypeError("nothing was sent: a stream has a response of its own")
    operation, response = seen[-1]
    headers = decoded_headers(operation, response, settings)
    return Answer(value=value, response=response, headers=headers)
