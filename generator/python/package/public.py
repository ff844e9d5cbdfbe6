"""What a package offers by itself: its public names, and the module of each."""

from collections.abc import Mapping
from typing import Final

from generator.python.naming import Names

# The modules that are public themselves.
MODULES: Final = ("errors", "models", "pagination", "params", "streaming", "transports")
# The classes of `errors`, all of them in `templates/_runtime/errors.py`.
ERRORS: Final = (
    "ApiConnectionError",
    "ApiError",
    "ApiStatusError",
    "ApiTimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ClosedError",
    "ConflictError",
    "ContentTooLargeError",
    "DecodingError",
    "GoneError",
    "InternalServerError",
    "InvalidRequestError",
    "LengthRequiredError",
    "LockedError",
    "MethodNotAllowedError",
    "MissingCredentialError",
    "NotAcceptableError",
    "NotFoundError",
    "PaginationError",
    "PayloadError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "PreconditionFailedError",
    "PreconditionRequiredError",
    "RateLimitError",
    "RedirectError",
    "RequestTimeoutError",
    "ResponseTooLargeError",
    "StreamError",
    "TokenError",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
    "UploadError",
)
# Where every other name is.
HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "_runtime.answers": ("Answer",),
    "_runtime.files": ("AsyncFileContent", "File", "FileContent"),
    "_runtime.hooks": ("Hooks", "Mismatch", "Retry"),
    "_runtime.oauth": ("DeviceCode", "OAuth2ClientCredentials", "OAuth2DeviceCode", "OAuth2RefreshToken"),
    "_runtime.timeouts": ("Timeout",),
    "_runtime.unset": ("UNSET",),
    "errors": ERRORS,
    "pagination": ("AsyncPage", "AsyncPager", "Page", "Pager"),
    "streaming": ("AsyncStream", "ServerSentEvent", "Stream"),
}


def homes_of(names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each module that has public names, and these."""
    clients: Mapping[str, tuple[str, ...]] = {
        "_async.client": (names.async_client,),
        "_sync.client": (names.client,),
    }
    if "client" in names.custom:
        clients = {"_custom.client": (names.async_client, names.client)}
    return tuple(sorted({**clients, **HOMES}.items()))


def public_names(names: Names, further: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands in the package's `__all__`.

    Args:
        names: of the package.
        further: modules that only some packages have.
    """
    return tuple(sorted({*MODULES, *further, *(name for _, offered in homes_of(names) for name in offered)}))
