# Copied from templates/_async/undocumented.py. DO NOT EDIT: it is made anew.
"""Calls that the document does not have, with all else that the client does for a call."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .._runtime.operation import Operation
from .._runtime.settings import merged_headers, merged_parameters
from .._runtime.unset import UNSET
from .transport import AsyncTransport

if TYPE_CHECKING:
    from .raw import AsyncRawStream

T = TypeVar("T")


class AsyncUndocumented:
    """The methods of a client for what the document does not have."""

    _transport: AsyncTransport

    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any,
    ) -> Any: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a call that the document does not have.

        Credentials, retries, redirects and errors are as in all calls. The credentials are those that the
        document wants where it says nothing else, or all that the client has. What the client gives for
        parameters of calls is sent, too.

        Args:
            method: the HTTP method.
            path: what follows the base URL, or a whole URL of the same origin.
            query: of a list, a pair for each item; what is None is left out.
            headers: besides the client's; None for one that is not to be sent.
            body: bytes and files are sent as they are, all else as JSON, unless a header `content-type` says
                otherwise.
            cast_to: what the answer is decoded into: any type that pydantic knows, `bytes` for its content or
                `str` for its text. Without it, JSON data.

        Raises:
            InvalidRequestError: where the path leads to another origin.
            ApiError: see its subclasses.
        """
        transport, operation = self._undocumented(method, path, query, headers, body, cast_to)
        return await transport.call(operation, query or {}, body)

    async def stream(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
    ) -> "AsyncRawStream":
        """Return what the server answers to any call while it comes, for a `with` block that closes it.

        What is sent and raised is as in `request`; until the answer begins it is tried again as other calls
        are. `max_response_bytes` counts for each piece.

        Args:
            method: the HTTP method.
            path: what follows the base URL, or a whole URL of the same origin.
            query: of a list, a pair for each item; what is None is left out.
            headers: besides the client's; `accept` is `*/*` unless it is here.
            body: as in `request`.

        Raises:
            InvalidRequestError: where the path leads to another origin.
            ApiError: see its subclasses.
        """
        from .raw import AsyncRawStream  # noqa: PLC0415 - few calls are so

        transport, operation = self._undocumented(method, path, query, headers, body, bytes)
        content = await transport.stream(operation, query or {}, body)
        return AsyncRawStream(content, transport.settings)

    def _undocumented(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None,
        headers: Mapping[str, str | None] | None,
        body: Any,
        cast_to: Any,
    ) -> tuple[AsyncTransport, Operation[Any]]:
        """Return a call that the document does not have, and what makes it."""
        from .._runtime.undocumented import at_its_server, undocumented  # noqa: PLC0415 - as few calls are so

        transport = self._transport
        if headers:
            settings = transport.settings
            merged = merged_headers(settings.headers, headers)
            parameters = merged_parameters(settings.shared, settings.parameters, {}, headers)
            transport = transport.changed(replace(settings, headers=merged, parameters=parameters))
        operation = undocumented(
            method, path, transport.settings, query=query, body=body, cast_to=cast_to
        )
        server = at_its_server(path, transport.settings)
        if server is not None:
            transport = transport.changed(replace(transport.settings, base_url=server))
        return transport, operation

    @overload
    async def get(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        cast_to: Any,
    ) -> Any: ...
    async def get(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a GET; see `request`."""
        return await self.request("GET", path, query=query, headers=headers, cast_to=cast_to)

    @overload
    async def post(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any,
    ) -> Any: ...
    async def post(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a POST; see `request`."""
        return await self.request(
            "POST", path, query=query, headers=headers, body=body, cast_to=cast_to
        )

    @overload
    async def put(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any,
    ) -> Any: ...
    async def put(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a PUT; see `request`."""
        return await self.request(
            "PUT", path, query=query, headers=headers, body=body, cast_to=cast_to
        )

    @overload
    async def patch(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any,
    ) -> Any: ...
    async def patch(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a PATCH; see `request`."""
        return await self.request(
            "PATCH", path, query=query, headers=headers, body=body, cast_to=cast_to
        )

    @overload
    async def delete(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: None = None,
    ) -> Any: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: type[T],
    ) -> T: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any,
    ) -> Any: ...
    async def delete(
        self,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        body: Any = UNSET,
        cast_to: Any = None,
    ) -> Any:
        """Return what the server answers to a DELETE; see `request`."""
        return await self.request(
            "DELETE", path, query=query, headers=headers, body=body, cast_to=cast_to
        )
