"""What a package offers by itself: its public names, and the module of each."""

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # `check`, which is to be quick, asks only whether a client's name is free
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
    "_runtime.model": ("UnknownVariant",),
    "_runtime.oauth": ("DeviceCode", "OAuth2ClientCredentials", "OAuth2DeviceCode", "OAuth2RefreshToken"),
    "_runtime.stored": ("from_json", "to_json"),
    "_runtime.timeouts": ("Timeout",),
    "_runtime.unset": ("UNSET",),
    "errors": ERRORS,
    "pagination": ("AsyncPage", "AsyncPager", "Page", "Pager"),
    "streaming": ("AsyncRawStream", "AsyncStream", "RawStream", "ServerSentEvent", "Stream"),
}
# What the package's own module has besides, and what is in its folder.
_OWN = frozenset({"TYPE_CHECKING", "webhooks", "_MODULES", "_SUBMODULES", "_async", "_sync", "_runtime"}) | (
    frozenset({"_custom", "_operations", "_settings", "import_module"})
)
# What the modules of the two clients use, as `tests/python/test_reserved.py` reads them.
_OF_CLIENTS = (
    frozenset({"Answering", "Any", "AsyncAnswering", "AsyncHttp", "AsyncMethod", "AsyncSource"})
    | frozenset({"AsyncTransport", "AsyncUndocumented", "Grant", "Hooks", "Http", "Mapping", "Method"})
    | frozenset({"Never", "P", "PACKAGE", "ParamSpec", "Self", "Settings", "Source", "Supplied", "T"})
    | frozenset({"Timeout", "TracebackType", "Transport", "TypeVar", "UNSET", "Undocumented", "Unset"})
    | frozenset({"answering", "async_answering", "base_url", "base_url_of", "body", "cached_property"})
    | frozenset({"carrier", "carrier_of", "changes", "chosen", "chosen_server", "client", "close"})
    | frozenset({"collect", "documented", "given", "headers", "hooks", "http_client", "httpx", "httpx2"})
    | frozenset({"limits_of", "limits_of_client", "max_response_bytes", "max_retries", "merged_headers"})
    | frozenset({"merged_parameters", "method", "os", "params", "query", "reconnect", "replace", "self"})
    | frozenset({"server", "settings", "strict_responses", "switch_log_on", "timeout", "tracer_of"})
    | frozenset({"user_agent", "variables", "waiting", "with_options", "with_response"})
)
_OFFERED = frozenset(name for names in HOMES.values() for name in names)
_TAKEN = _OWN | _OF_CLIENTS | _OFFERED | {*MODULES} | {*dir(builtins)}


def taken_by(client: str) -> str | None:
    """Return which of a client's two names the package has for something else; None where both are free."""
    return next((name for name in (client, f"Async{client}") if name in _TAKEN or _is_special(name)), None)


def _is_special(name: str) -> bool:
    return name.startswith("__")


def homes_of(names: "Names") -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each module that has public names, and these."""
    clients: Mapping[str, tuple[str, ...]] = {
        "_async.client": (names.async_client,),
        "_sync.client": (names.client,),
    }
    if "client" in names.custom:
        clients = {"_custom.client": (names.async_client, names.client)}
    return tuple(sorted({**clients, **HOMES}.items()))


def public_names(names: "Names", further: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands in the package's `__all__`.

    Args:
        names: of the package.
        further: modules that only some packages have.
    """
    return tuple(sorted({*MODULES, *further, *(name for _, offered in homes_of(names) for name in offered)}))
