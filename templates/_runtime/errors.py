# pyright: reportIncompatibleVariableOverride=false
"""Everything that a call can raise. `ApiError` is the root of all of it."""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

from pydantic import BaseModel

from .decoding import decoded_or_none, is_json, parse_json
from .messages import Request, Response
from .particulars import code_of, details_of
from .reasons import reason_of
from .retries import asked_delay
from .text import in_utf_8

if TYPE_CHECKING:
    from .._error_bodies import (
        ApiStatusBody,
        AuthenticationBody,
        BadRequestBody,
        ConflictBody,
        ContentTooLargeBody,
        GoneBody,
        InternalServerBody,
        LengthRequiredBody,
        LockedBody,
        MethodNotAllowedBody,
        NotAcceptableBody,
        NotFoundBody,
        PaymentRequiredBody,
        PermissionDeniedBody,
        PreconditionFailedBody,
        PreconditionRequiredBody,
        RateLimitBody,
        RequestTimeoutBody,
        UnprocessableEntityBody,
        UnsupportedMediaTypeBody,
    )

T = TypeVar("T")


class ApiError(Exception):
    """The root of all errors of this package. They can be copied, and sent to other processes."""

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return str(self)

    @property
    def code(self) -> str | None:
        """The server's own name for what is wrong; None where it gives none."""
        return None

    @property
    def details(self) -> Any:
        """What the server tells besides, as JSON data; None where there is nothing."""
        return None

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how the error is made again: from what it says and has, not from what made it."""
        return _restored, (type(self), self.args, vars(self))


def _restored(
    kind: type[ApiError], args: tuple[Any, ...], attributes: Mapping[str, Any]
) -> ApiError:
    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update(attributes)
    return error


class InvalidRequestError(ApiError, ValueError):
    """The call cannot be sent as it is; nothing was sent."""


class MissingCredentialError(ApiError):
    """The operation needs a credential that the client does not have; nothing was sent."""


class TokenError(ApiError):
    """The server of tokens gave none for the credential; the call was not sent.

    Attributes:
        response: what it answered.
    """

    def __init__(self, message: str, *, response: Response, code: str | None = None) -> None:
        super().__init__(message)
        self.response = response
        self._code = code

    @property
    def code(self) -> str | None:
        """The server's own name for what is wrong, such as `invalid_client`; None without one."""
        return self._code or code_of(_data_of(self.response), self.response.status)

    @property
    def details(self) -> Any:
        """None: what the server answers may be secret."""
        return None


class ClosedError(ApiError):
    """The client was closed; nothing was sent."""


class RedirectError(ApiError):
    """The server redirects to where the request may not go.

    Attributes:
        request: what was sent.
    """

    def __init__(self, reason: str, *, request: Request) -> None:
        super().__init__(f"{request.method} {request.place}: {request.without_secrets(reason)}")
        self.request = request


class ApiConnectionError(ApiError):
    """The server could not be reached, or the connection broke.

    Attributes:
        request: what was to be sent.
        unsent: whether it surely never reached the server.
        is_final: whether another try would end alike.
    """

    def __init__(
        self, reason: str, *, request: Request, unsent: bool = False, is_final: bool = False
    ) -> None:
        super().__init__(f"{request.method} {request.place}: {request.without_secrets(reason)}")
        self.request = request
        self.unsent = unsent
        self.is_final = is_final


class ApiTimeoutError(ApiConnectionError):
    """The server did not answer in time."""


class UploadError(ApiError):
    """The content of a request could not be read to its end, or changed, while it was sent.

    The server may have got a part of it. It is not tried again.
    """


class ResponseTooLargeError(ApiError):
    """The answer has more bytes than the client's `max_response_bytes`; a small one may decompress to many.

    Attributes:
        request: what was sent.
    """

    def __init__(self, request: Request) -> None:
        most = f"{request.max_response_bytes:,} bytes"
        super().__init__(f"{request.method} {request.place}: the answer has more than {most}")
        self.request = request


class PaginationError(ApiError):
    """Pages cannot be walked to their end: the server leads in a circle, elsewhere, or nowhere.

    Attributes:
        response: the response that tells so; None where it takes several, or none.
    """

    def __init__(self, message: str, *, response: Response | None = None) -> None:
        super().__init__(message)
        self.response = response


class PollTimeoutError(ApiError):
    """What was watched did not become final in time.

    Attributes:
        value: what the last call gave.
    """

    def __init__(self, message: str, value: Any) -> None:
        super().__init__(message)
        self.value = value


class StreamError(ApiError):
    """A stream cannot be read on: the server sends an error in it that the document does not describe.

    Or an item of it never ends; or it is to be saved, and has no content.

    Attributes:
        response: the response without its content; None where an item never ends.
        body: what the server says of its error: JSON data, else text; None where it is none of the server's.
    """

    def __init__(self, message: str, *, response: Response | None = None, body: Any = None) -> None:
        super().__init__(message)
        self.response = response
        self.body = body


class PayloadError(ApiError, ValueError):
    """What came as a webhook or callback, or was kept, is not what the document says, or cannot be read."""


class DecodingError(ApiError):
    """The response is not what the document says, and `strict_responses` is set; or it cannot be read at all.

    Attributes:
        response: the response.
    """

    def __init__(self, message: str, *, response: Response) -> None:
        super().__init__(message)
        self.response = response


class ApiStatusError(ApiError):
    """The server answered with an error.

    Attributes:
        status: the HTTP status code.
        body: the whole body: as the document types it, else JSON data, else text; None where it is empty.
        request: what was sent.
        response: what was answered.
    """

    body: "ApiStatusBody"

    def __init__(self, response: Response, body: Any) -> None:
        self.status = response.status
        self.body = body
        self.request = response.request
        self.response = response
        super().__init__(self._text())

    @property
    def message(self) -> str:
        """What the server says is wrong, from wherever in its answer it says so."""
        return reason_of(self.body, self.request.without_secrets) or "the server gave no reason"

    @property
    def code(self) -> str | None:
        """The server's own name for what is wrong, such as `error.code` of its body; None without one."""
        return code_of(_data_of(self.response), self.status)

    @property
    def details(self) -> Any:
        """What the server tells besides, as JSON data; None where there is nothing."""
        return details_of(_data_of(self.response))

    def body_as(self, kind: type[T]) -> T | None:
        """Return the body as one of the types that the document gives it; None where it is another.

        Args:
            kind: a model, or any type that pydantic knows.
        """
        if get_origin(kind) is None and isinstance(self.body, kind):
            return self.body
        if isinstance(self.body, BaseModel):  # the document has decided what it is
            return None
        read: T | None = decoded_or_none(kind, _content_of(self.response))
        return read

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, to be given to its support."""
        return self.response.request_id

    @property
    def retry_after(self) -> float | None:
        """The seconds after which the server wants to be asked again; None where it says nothing."""
        return asked_delay(self.status, self.response.headers, time.time())

    def _text(self) -> str:
        number = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.request.method} {self.request.place}: {self.status}: {self.message}{number}"


def _content_of(response: Response) -> bytes:
    return in_utf_8(response.content, response.content_type)


def _data_of(response: Response) -> Any:
    """Return what a response has as plain data, whatever types the document gives it; None without any."""
    content = _content_of(response)
    return parse_json(content) if is_json(content) else None


class BadRequestError(ApiStatusError):
    """400: the server does not accept the request."""

    body: "BadRequestBody"


class AuthenticationError(ApiStatusError):
    """401: the credential is missing or wrong."""

    body: "AuthenticationBody"


class PaymentRequiredError(ApiStatusError):
    """402: the request must be paid for."""

    body: "PaymentRequiredBody"


class PermissionDeniedError(ApiStatusError):
    """403: the credential does not allow this."""

    body: "PermissionDeniedBody"


class NotFoundError(ApiStatusError):
    """404: there is no such thing."""

    body: "NotFoundBody"


class MethodNotAllowedError(ApiStatusError):
    """405: the resource does not know the method."""

    body: "MethodNotAllowedBody"


class NotAcceptableError(ApiStatusError):
    """406: the server has no such representation."""

    body: "NotAcceptableBody"


class RequestTimeoutError(ApiStatusError):
    """408: the server did not get the whole request in time."""

    body: "RequestTimeoutBody"


class ConflictError(ApiStatusError):
    """409: the request does not fit the state of things."""

    body: "ConflictBody"


class GoneError(ApiStatusError):
    """410: it was there once."""

    body: "GoneBody"


class LengthRequiredError(ApiStatusError):
    """411: the request must tell its length."""

    body: "LengthRequiredBody"


class PreconditionFailedError(ApiStatusError):
    """412: a condition of the request does not hold."""

    body: "PreconditionFailedBody"


class ContentTooLargeError(ApiStatusError):
    """413: the request is too large."""

    body: "ContentTooLargeBody"


class UnsupportedMediaTypeError(ApiStatusError):
    """415: the server does not read this media type."""

    body: "UnsupportedMediaTypeBody"


class UnprocessableEntityError(ApiStatusError):
    """422: the request is well formed but makes no sense."""

    body: "UnprocessableEntityBody"


class LockedError(ApiStatusError):
    """423: the resource is locked."""

    body: "LockedBody"


class PreconditionRequiredError(ApiStatusError):
    """428: the server wants a condition."""

    body: "PreconditionRequiredBody"


class RateLimitError(ApiStatusError):
    """429: too many requests."""

    body: "RateLimitBody"


class InternalServerError(ApiStatusError):
    """5xx: the server failed."""

    body: "InternalServerBody"


_BY_STATUS: Mapping[int, type[ApiStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    406: NotAcceptableError,
    408: RequestTimeoutError,
    409: ConflictError,
    410: GoneError,
    411: LengthRequiredError,
    412: PreconditionFailedError,
    413: ContentTooLargeError,
    415: UnsupportedMediaTypeError,
    422: UnprocessableEntityError,
    423: LockedError,
    428: PreconditionRequiredError,
    429: RateLimitError,
}
SERVER_FAULTS = range(500, 600)


def status_error(response: Response, body: Any) -> ApiStatusError:
    """Return the error for a response whose status is one."""
    kind = InternalServerError if response.status in SERVER_FAULTS else ApiStatusError
    return _BY_STATUS.get(response.status, kind)(response, body)
