# Derived from _async/http.py. DO NOT EDIT: it is made anew.
"""The HTTP library behind two methods: everything that knows it is here."""

from typing import Protocol

import httpx2

from .._runtime.errors import ApiConnectionError, ApiTimeoutError
from .._runtime.messages import Headers, Request, Response
from .._runtime.tls import ssl_context


class Http(Protocol):
    """What carries requests. Anything with these two methods may take the place of the HTTP library."""

    def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request, read to its end.

        Args:
            request: what to send, as it is.
            timeout: seconds to wait, to connect and then between any two bytes.

        Raises:
            ApiTimeoutError: where the server takes longer.
            ApiConnectionError: where it cannot be reached or the connection breaks.
        """
        ...

    def close(self) -> None:
        """Give back what is held."""
        ...


class Httpx:
    """Carries requests with httpx2."""

    def __init__(self, client: httpx2.Client | None = None) -> None:
        self._client = client
        self._owned = client is None

    def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request; see `AsyncHttp.send`."""
        client = self._ready()
        try:
            answer = client.request(
                request.method,
                request.url,
                headers=dict(request.headers),
                content=request.content,
                timeout=timeout,
            )
        except httpx2.TimeoutException as fault:
            unsent = isinstance(fault, httpx2.ConnectTimeout | httpx2.PoolTimeout)
            raise ApiTimeoutError(
                f"no answer within {timeout:g} s", request=request, unsent=unsent
            ) from fault
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            unsent = isinstance(fault, httpx2.ConnectError | httpx2.InvalidURL)
            reason = str(fault) or type(fault).__name__
            raise ApiConnectionError(reason, request=request, unsent=unsent) from fault
        return Response(
            status=answer.status_code,
            headers=Headers(answer.headers),
            content=answer.content,
            request=request,
        )

    def close(self) -> None:
        """Close the connections, unless the HTTP client was given from outside."""
        if self._client is not None and self._owned:
            self._client.close()

    def _ready(self) -> httpx2.Client:
        """Return the HTTP client, made when it is first needed: setting it up takes long."""
        if self._client is None:
            self._client = httpx2.Client(verify=ssl_context(), follow_redirects=True)
        return self._client
