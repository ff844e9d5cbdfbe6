# Rendered from templates/_error_bodies.py.jinja. DO NOT EDIT: it is made anew.
"""What the `body` of errors may be, as the document describes their statuses. Only type checkers read this."""

from typing import TypeAlias

from pydantic import JsonValue

from . import models

# What the document does not describe: JSON data, a text, bytes, or None where the body is empty.
Undocumented: TypeAlias = JsonValue | bytes

ApiStatusBody: TypeAlias = object
"""One of 16 types of the document, or `Undocumented`: `isinstance`, `match` and `body_as` tell which."""
BadRequestBody: TypeAlias = (
    models.ErrorBody
    | models.ErrorResponse
    | models.ErrorWithDetailsResponse
    | models.InvalidEnvVarsRequestResponse
    | models.QueryExecuteResponse400
    | models.RunMetadataUpdateResponse400
    | models.RunResponse400
    | models.RunRetrieveResponse400
    | Undocumented
)
AuthenticationBody: TypeAlias = (
    models.ErrorBody
    | models.ErrorResponse
    | models.RunEventsResponse401
    | models.RunResultResponse401
    | Undocumented
)
PaymentRequiredBody: TypeAlias = models.ErrorResponse | Undocumented
PermissionDeniedBody: TypeAlias = models.ErrorResponse | Undocumented
NotFoundBody: TypeAlias = (
    models.ErrorBody
    | models.ErrorResponse
    | models.RunMetadataUpdateResponse404
    | models.RunResponse404
    | models.RunResultResponse404
    | models.RunTraceResponse404
    | Undocumented
)
MethodNotAllowedBody: TypeAlias = models.ErrorResponse | Undocumented
NotAcceptableBody: TypeAlias = models.ErrorResponse | Undocumented
RequestTimeoutBody: TypeAlias = models.ErrorResponse | Undocumented
ConflictBody: TypeAlias = models.ErrorResponse | Undocumented
GoneBody: TypeAlias = models.ErrorResponse | Undocumented
LengthRequiredBody: TypeAlias = models.ErrorResponse | Undocumented
PreconditionFailedBody: TypeAlias = models.ErrorResponse | Undocumented
ContentTooLargeBody: TypeAlias = models.ErrorResponse | Undocumented
UnsupportedMediaTypeBody: TypeAlias = models.ErrorResponse | Undocumented
UnprocessableEntityBody: TypeAlias = (
    models.ErrorResponse
    | models.ErrorWithDetailsResponse
    | models.RunTagAddResponse422
    | Undocumented
)
LockedBody: TypeAlias = models.ErrorResponse | Undocumented
PreconditionRequiredBody: TypeAlias = models.ErrorResponse | Undocumented
RateLimitBody: TypeAlias = models.ErrorResponse | models.QueryExecuteResponse429 | Undocumented
InternalServerBody: TypeAlias = models.ErrorResponse | Undocumented
