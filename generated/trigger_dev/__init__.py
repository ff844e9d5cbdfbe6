# Rendered from templates/__init__.py.jinja. DO NOT EDIT: it is made anew.
"""A client of the Trigger.dev v3 REST API.

The Trigger.dev management API: start tasks, follow their runs and read results.
"""

TYPE_CHECKING = (
    False  # as type checkers know it: to import `typing` takes longer than all else here
)

if TYPE_CHECKING:
    from . import errors, models, pagination, params, streaming, transports
    from ._async.client import AsyncTriggerClient
    from ._runtime.answers import Answer
    from ._runtime.files import AsyncFileContent, File, FileContent
    from ._runtime.hooks import Hooks, Mismatch, Retry
    from ._runtime.model import UnknownVariant
    from ._runtime.oauth import (
        DeviceCode,
        OAuth2ClientCredentials,
        OAuth2DeviceCode,
        OAuth2RefreshToken,
    )
    from ._runtime.stored import from_json, to_json
    from ._runtime.timeouts import Timeout
    from ._runtime.unset import UNSET
    from ._sync.client import TriggerClient
    from .errors import (
        ApiConnectionError,
        ApiError,
        ApiStatusError,
        ApiTimeoutError,
        AuthenticationError,
        BadRequestError,
        ClosedError,
        ConflictError,
        ContentTooLargeError,
        DecodingError,
        GoneError,
        InternalServerError,
        InvalidRequestError,
        LengthRequiredError,
        LockedError,
        MethodNotAllowedError,
        MissingCredentialError,
        NotAcceptableError,
        NotFoundError,
        PaginationError,
        PayloadError,
        PaymentRequiredError,
        PermissionDeniedError,
        PollTimeoutError,
        PreconditionFailedError,
        PreconditionRequiredError,
        RateLimitError,
        RedirectError,
        RequestTimeoutError,
        ResponseTooLargeError,
        StreamError,
        TokenError,
        UnprocessableEntityError,
        UnsupportedMediaTypeError,
        UploadError,
    )
    from .pagination import AsyncPage, AsyncPager, Page, Pager
    from .streaming import AsyncRawStream, AsyncStream, RawStream, ServerSentEvent, Stream

__all__ = [
    "Answer",
    "ApiConnectionError",
    "ApiError",
    "ApiStatusError",
    "ApiTimeoutError",
    "AsyncFileContent",
    "AsyncPage",
    "AsyncPager",
    "AsyncRawStream",
    "AsyncStream",
    "AsyncTriggerClient",
    "AuthenticationError",
    "BadRequestError",
    "ClosedError",
    "ConflictError",
    "ContentTooLargeError",
    "DecodingError",
    "DeviceCode",
    "File",
    "FileContent",
    "GoneError",
    "Hooks",
    "InternalServerError",
    "InvalidRequestError",
    "LengthRequiredError",
    "LockedError",
    "MethodNotAllowedError",
    "Mismatch",
    "MissingCredentialError",
    "NotAcceptableError",
    "NotFoundError",
    "OAuth2ClientCredentials",
    "OAuth2DeviceCode",
    "OAuth2RefreshToken",
    "Page",
    "Pager",
    "PaginationError",
    "PayloadError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "PreconditionFailedError",
    "PreconditionRequiredError",
    "RateLimitError",
    "RawStream",
    "RedirectError",
    "RequestTimeoutError",
    "ResponseTooLargeError",
    "Retry",
    "ServerSentEvent",
    "Stream",
    "StreamError",
    "Timeout",
    "TokenError",
    "TriggerClient",
    "UNSET",
    "UnknownVariant",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
    "UploadError",
    "errors",
    "from_json",
    "models",
    "pagination",
    "params",
    "streaming",
    "to_json",
    "transports",
]

# Nothing is imported before it is used (PEP 562), so importing this package costs the same whatever the API's size.
_MODULES = {
    "AsyncTriggerClient": "._async.client",
    "Answer": "._runtime.answers",
    **dict.fromkeys(("AsyncFileContent", "File", "FileContent"), "._runtime.files"),
    **dict.fromkeys(("Hooks", "Mismatch", "Retry"), "._runtime.hooks"),
    "UnknownVariant": "._runtime.model",
    **dict.fromkeys(
        ("DeviceCode", "OAuth2ClientCredentials", "OAuth2DeviceCode", "OAuth2RefreshToken"),
        "._runtime.oauth",
    ),
    **dict.fromkeys(("from_json", "to_json"), "._runtime.stored"),
    "Timeout": "._runtime.timeouts",
    "UNSET": "._runtime.unset",
    "TriggerClient": "._sync.client",
    **dict.fromkeys(("AsyncPage", "AsyncPager", "Page", "Pager"), ".pagination"),
    **dict.fromkeys(
        ("AsyncRawStream", "AsyncStream", "RawStream", "ServerSentEvent", "Stream"), ".streaming"
    ),
}
_SUBMODULES = frozenset({"errors", "models", "pagination", "params", "streaming", "transports"})

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import_module(
            "._runtime", __name__
        )  # says what is too old before anything else fails of it
        if name in _SUBMODULES:
            return import_module(f".{name}", __name__)
        value = getattr(import_module(_MODULES.get(name, ".errors"), __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return __all__
