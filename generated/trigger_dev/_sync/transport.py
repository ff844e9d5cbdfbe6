# Derived from _async/transport.py. DO NOT EDIT: it is made anew.
"""Calls over the network: all the waiting there is."""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Never, Self, TypeVar

from .._runtime import waiting
from .._runtime.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    ClosedError,
    RedirectError,
    ResponseTooLargeError,
)
from .._runtime.exchange import (
    build_request,
    failed_try,
    forget_refused,
    framed,
    may_be_sent_again,
    signed_anew,
    sources_of,
)
from .._runtime.grants import Grant
from .._runtime.hooks import Hooks, Retry, is_logged, log_outcome, log_request, log_retry, retry_of
from .._runtime.messages import Request, Response
from .._runtime.operation import Operation
from .._runtime.redirects import MOST_REDIRECTS, is_redirect, leads_elsewhere, redirected
from .._runtime.responses import is_failure, is_success, read_response
from .._runtime.retries import delay_before_retry
from .._runtime.settings import Settings
from .._runtime.telemetry import carrying, end_span, start_span
from .._runtime.unset import UNSET
from .http import Http, Opened, StreamingHttp, read_upload, read_whole

if TYPE_CHECKING:
    from .stream import Stream

T = TypeVar("T")
UNAUTHORIZED = 401


class Transport:
    """Makes calls with an HTTP library and the settings of a client.

    Attributes:
        http: the HTTP library.
        settings: the settings.
        seen: where the last response to a call is kept, if anybody wants it.
    """

    def __init__(self, http: Http, settings: Settings, *, owner: "Transport | None" = None) -> None:
        """Make a transport.

        Args:
            http: the HTTP library.
            settings: the settings.
            owner: whose HTTP library it is, if another one's: that closes it, and this with it.
        """
        self.http = http
        self.settings = settings
        self._owner = owner
        self._is_closed = False
        self._has_hooks = settings.hooks != Hooks() or settings.tracer is not None
        self.seen: deque[tuple[Operation[Any], Response]] | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> Never:
        raise TypeError(
            "what makes calls holds connections and credentials, which belong to one process: "
            "make a client where it is needed (of pages, keep the `resume_token`)"
        )

    def changed(self, settings: Settings) -> "Transport":
        """Return a transport with other settings that shares the connections, and does not close them."""
        changed = Transport(self.http, settings, owner=self._owner or self)
        changed.seen = self.seen
        return changed

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> T:
        """Return the result of a call.

        Args:
            operation: what to call.
            arguments: the values of its parameters.
            body: the value of its body.
            media_type: the media type of that body; None for the usual one.
            accept: the media type to ask for; None for the usual ones.

        Raises:
            ApiError: see its subclasses.
        """
        response = self.exchange(operation, arguments, body, media_type, accept)
        return read_response(operation, response, self.settings)

    def exchange(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
        url: str | None = None,
    ) -> Response:
        """Return the response to a call, whatever its status; tries again as the settings say.

        Args:
            operation: what to call.
            arguments: the values of its parameters.
            body: the value of its body.
            media_type: the media type of that body; None for the usual one.
            accept: the media type to ask for; None for the usual ones.
            url: what the server says is to be asked for instead of the call's own URL.
        """
        settings = self.settings_now(operation)
        request = build_request(operation, arguments, body, media_type, settings, accept=accept)
        if url is not None:
            from .._runtime.links import at_url  # noqa: PLC0415 - few lists link to their pages

            request = at_url(operation, request, url, settings)
        outcome = self.outcome(request, operation, settings, streamed=False)
        assert isinstance(outcome, Response)
        if self.seen is not None:
            self.seen.append((operation, outcome))
        return outcome

    def stream(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
        accept: str | None = None,
    ) -> "Stream[Any]":
        """Return the items of a response as they come; what is sent and raised is as in `call`."""
        from .opening import opened_stream  # noqa: PLC0415 - few calls are streams

        return opened_stream(self, operation, arguments, body, media_type, accept)

    def settings_now(self, operation: Operation[Any]) -> Settings:
        """Return the settings with what the sources of an operation's credentials give now."""
        settings = self.settings
        if not settings.credentials.sources:
            return settings
        found: dict[str, Any] = {}
        for key, source in sources_of(operation, settings).items():
            if isinstance(source, Grant):
                from .granting import token_of  # noqa: PLC0415 - few clients have grants

                found[key] = token_of(source, key, self)
            else:
                found[key] = waiting.given_by(source)
        return replace(
            settings, credentials=settings.credentials.of_the_moment(settings.schemes, found)
        )

    def outcome(
        self, request: Request, operation: Operation[Any], settings: Settings, *, streamed: bool
    ) -> Response | Opened:
        """Return the response to a request after as many tries as the settings allow.

        Credentials that are given anew each time are asked for before each try, and once more after a 401.

        Args:
            request: what to send.
            operation: what is called.
            settings: those that it was made with.
            streamed: whether the content of a success is left to be read in pieces.
        """
        if request.upload is not None:
            request.upload.measure()
            request = framed(request)
        number = 0
        may_renew = bool(self.settings.credentials.sources) and bool(
            sources_of(operation, self.settings)
        )
        while True:
            is_watched = self._has_hooks or is_logged()
            if is_watched:
                outcome = self._watched(request, number, streamed=streamed)
            else:
                outcome = self._try(request, streamed=streamed)
            delay, is_counted = self._delay(request, outcome, number), True
            if may_renew and _asks_for_another(outcome, request):
                forget_refused(self.settings, settings)
                if delay is None and may_be_sent_again(request):
                    may_renew, delay, is_counted = False, 0.0, False
            if delay is not None:
                if is_watched and isinstance(outcome, Response | ApiConnectionError):
                    self._tell_of_retry(retry_of(request, outcome, number, delay))
                waiting.sleep(delay)
                number += is_counted
                if self.settings.credentials.sources:
                    before, settings = settings, self.settings_now(operation)
                    request = signed_anew(request, operation, before, settings)
            elif isinstance(outcome, ApiConnectionError):
                raise outcome
            else:
                return outcome

    def close(self) -> None:
        """Close the connections, unless these are another one's."""
        self._is_closed = True
        if self._owner is None:
            self.http.close()

    def _try(self, request: Request, *, streamed: bool) -> Response | Opened | ApiConnectionError:
        """Return what a request leads to, where redirects are followed."""
        if self._is_closed or (self._owner is not None and self._owner._is_closed):  # noqa: SLF001
            raise ClosedError(f"{request.method} {request.place}: the client was closed")
        if request.limits.total is None:
            return self._followed(request, streamed=streamed)
        try:
            with waiting.within(request) as limited:
                outcome = self._followed(limited, streamed=streamed)
                if limited.deadline is None or not limited.deadline.has_passed:
                    return outcome
        except TimeoutError:
            outcome = None
        if not isinstance(outcome, Response | ApiConnectionError | None):
            outcome.close()
        return ApiTimeoutError(
            f"no whole answer within {request.limits.total:g} s", request=request
        )

    def _watched(
        self, request: Request, number: int, *, streamed: bool
    ) -> Response | Opened | ApiConnectionError:
        """Do what `_try` does, and tell hooks, the log and OpenTelemetry of it."""
        hooks, tracer = self.settings.hooks, self.settings.tracer
        waiting.tell(hooks.request, request)
        log_request(request)
        span = None if tracer is None else start_span(tracer, request, number)
        began = time.perf_counter()
        outcome: Response | Opened | BaseException | None = None
        try:
            sent = request if span is None else carrying(request, span)
            outcome = found = self._try(sent, streamed=streamed)
        except BaseException as fault:
            outcome = fault
            raise
        finally:
            log_outcome(request, outcome, time.perf_counter() - began)
            if span is not None:
                end_span(span, outcome)
        if not isinstance(found, ApiConnectionError):
            try:
                waiting.tell(hooks.response, _head_of(found, request))
            except BaseException:
                if not isinstance(found, Response):
                    found.close()
                raise
        return found

    def _tell_of_retry(self, retry: Retry) -> None:
        log_retry(retry)
        waiting.tell(self.settings.hooks.retry, retry)

    def _followed(
        self, request: Request, *, streamed: bool
    ) -> Response | Opened | ApiConnectionError:
        try:
            outcome = self._send(request, streamed=streamed)
            for _ in range(MOST_REDIRECTS):
                following = redirected(request, outcome.status, outcome.headers)
                if following is None:
                    return outcome
                request = following
                outcome = self._send(request, streamed=streamed)
        except ApiConnectionError as fault:
            return fault
        if is_redirect(outcome.status, outcome.headers):
            raise RedirectError(f"it redirects more than {MOST_REDIRECTS} times", request=request)
        return outcome

    def _send(self, request: Request, *, streamed: bool) -> Response | Opened:
        if request.upload is not None and not getattr(self.http, "takes_uploads", False):
            request = framed(replace(request, content=read_upload(request.upload), upload=None))
        if streamed and isinstance(self.http, StreamingHttp):
            return self._open(self.http, request)
        answer = self.http.send(request, request.limits.seconds)
        if len(answer.content) > request.max_response_bytes:
            raise ResponseTooLargeError(request)
        return answer

    def _open(self, http: StreamingHttp, request: Request) -> Response | Opened:
        """Return an open response; one that is no success is read whole."""
        opened = http.open(request, request.limits.seconds)
        if is_success(opened.status):
            return opened
        is_read = not is_redirect(opened.status, opened.headers)
        content = read_whole(opened, request) if is_read else b""
        opened.close()
        return Response(
            status=opened.status, headers=opened.headers, content=content, request=request
        )

    def _delay(
        self, request: Request, outcome: Response | Opened | ApiConnectionError, number: int
    ) -> float | None:
        """Return the seconds to wait before the next try; None where the outcome is final."""
        if isinstance(outcome, Response) and not is_failure(outcome):
            return None
        if not isinstance(outcome, Response | ApiConnectionError):
            return None
        failed = failed_try(request, outcome, number, self.settings)
        return delay_before_retry(self.settings.retries, failed, self.settings.max_retries)


def _head_of(outcome: Response | Opened, request: Request) -> Response:
    """Return a response, of an open one without its content."""
    if isinstance(outcome, Response):
        return outcome
    return Response(status=outcome.status, headers=outcome.headers, content=b"", request=request)


def _asks_for_another(outcome: Response | Opened | ApiConnectionError, request: Request) -> bool:
    """Tell whether a server refuses the credential: the one that got it, and none that it redirects to."""
    if not isinstance(outcome, Response) or outcome.status != UNAUTHORIZED:
        return False
    return not leads_elsewhere(request.url, outcome.request.url)
