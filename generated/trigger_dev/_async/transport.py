# Copied from templates/_async/transport.py. DO NOT EDIT: it is made anew.
"""Calls over the network: all the waiting there is."""

from collections.abc import Mapping
from typing import Any, TypeVar

from .._runtime import waiting
from .._runtime.errors import ApiConnectionError
from .._runtime.exchange import build_request, failed_try, is_failure, read_response
from .._runtime.messages import Request, Response
from .._runtime.operation import Operation
from .._runtime.retries import delay_before_retry
from .._runtime.settings import Settings
from .._runtime.unset import UNSET
from .http import AsyncHttp

T = TypeVar("T")


class AsyncTransport:
    """Makes calls with an HTTP library and the settings of a client."""

    def __init__(self, http: AsyncHttp, settings: Settings) -> None:
        self.http = http
        self.settings = settings

    async def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
    ) -> T:
        """Return the result of a call.

        Args:
            operation: what to call.
            arguments: the values of its parameters.
            body: the value of its body.
            media_type: the media type of that body; None for the usual one.

        Raises:
            ApiError: see its subclasses.
        """
        response = await self.exchange(operation, arguments, body, media_type)
        return read_response(operation, response, self.settings)

    async def exchange(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
    ) -> Response:
        """Return the response to a call, whatever its status; tries again as the settings say."""
        request = build_request(operation, arguments, body, media_type, self.settings)
        number = 0
        while True:
            outcome = await self._try(request)
            delay = self._delay(request, outcome, number)
            if delay is not None:
                await waiting.async_sleep(delay)
                number += 1
            elif isinstance(outcome, ApiConnectionError):
                raise outcome
            else:
                return outcome

    async def aclose(self) -> None:
        """Close the connections."""
        await self.http.aclose()

    async def _try(self, request: Request) -> Response | ApiConnectionError:
        try:
            return await self.http.send(request, self.settings.timeout)
        except ApiConnectionError as fault:
            return fault

    def _delay(
        self, request: Request, outcome: Response | ApiConnectionError, number: int
    ) -> float | None:
        """Return the seconds to wait before the next try; None where the outcome is final."""
        if isinstance(outcome, Response) and not is_failure(outcome):
            return None
        failed = failed_try(request, outcome, number, self.settings)
        return delay_before_retry(self.settings.retries, failed, self.settings.max_retries)
