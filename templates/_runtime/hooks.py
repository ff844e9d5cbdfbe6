"""What a user may look at while calls are made: hooks, and the package's logger."""

import logging
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from inspect import iscoroutinefunction
from typing import Any, Final, TypeAlias, TypeVar

from .errors import ApiConnectionError, InvalidRequestError
from .messages import Request, Response

T = TypeVar("T")
Hook: TypeAlias = Callable[[T], Awaitable[object] | object]

PACKAGE: Final = __name__.partition("._runtime")[0]
# The logger has the package's name.
LOGGER: Final = logging.getLogger(PACKAGE)
_VARIABLE: Final = f"{PACKAGE.rpartition('.')[2].upper()}_LOG"
_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """A try that failed and is followed by another one.

    Attributes:
        request: what was sent.
        response: what was answered; None where there was no answer.
        error: why there was none.
        number: 1 after the first try.
        delay: the seconds until the next one.
        reason: what went wrong, in words without secrets.
    """

    request: Request
    response: Response | None
    error: ApiConnectionError | None
    number: int
    delay: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """An answer that is not what the document says.

    Attributes:
        response: the answer.
        message: what is wrong, in words without secrets and values.
    """

    response: Response
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """Functions that are told of what a client does. What they raise ends the call.

    Messages and the text of what they get hide credentials; requests and responses hold everything as it
    travels, the credentials too. An async client also takes functions that are awaited, but for `mismatch`.

    Attributes:
        request: gets each request before it is sent, of a call that is tried again each time.
        response: gets each answer, whatever its status; of a stream before its content.
        retry: is told before a call is tried again.
        mismatch: is told of an answer that is not what the document says.
    """

    request: Hook[Request] | None = None
    response: Hook[Response] | None = None
    retry: Hook[Retry] | None = None
    mismatch: Callable[[Mismatch], object] | None = None


def hooks_of(given: object) -> Hooks:
    """Return the hooks that a client was given; None stands for none.

    Raises:
        InvalidRequestError: where it is something else, or one of them cannot be called.
    """
    if given is None:
        return Hooks()
    if not isinstance(given, Hooks):
        raise InvalidRequestError(f"hooks are a Hooks or None, not {type(given).__name__}")
    for field in fields(given):
        hook = getattr(given, field.name)
        if hook is not None and not callable(hook):
            raise InvalidRequestError(
                f"the hook {field.name} is a function, not {type(hook).__name__}"
            )
    return given


def require_no_waiting(hooks: Hooks, *names: str) -> None:
    """Refuse hooks that would never be awaited.

    Raises:
        InvalidRequestError: where one of these has to be.
    """
    for name in names:
        if iscoroutinefunction(getattr(hooks, name)):
            raise InvalidRequestError(
                f"the hook {name} must not be asynchronous: nothing awaits it here"
            )


def report_mismatch(message: str, response: Response, hooks: Hooks) -> None:
    """Tell of an answer that is not what the document says."""
    LOGGER.warning(message)
    if hooks.mismatch is not None:
        hooks.mismatch(Mismatch(response=response, message=message))


def switch_log_on(environment: Mapping[str, str]) -> None:
    """Write the log to standard error, if the environment asks for it: `<PACKAGE>_LOG=info` or `debug`."""
    level = _LEVELS.get(environment.get(_VARIABLE, "").strip().lower())
    if level is None or LOGGER.level == level:
        return
    LOGGER.setLevel(level)
    if not LOGGER.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        LOGGER.addHandler(handler)


def is_logged() -> bool:
    """Tell whether anybody wants to read what is sent and answered."""
    return LOGGER.isEnabledFor(logging.INFO)


def log_request(request: Request) -> None:
    """Log what is about to be sent: neither its query nor its body, where anything may be."""
    LOGGER.debug("%s %s: %s", request.method, request.place, _shown(request, request.headers))


def log_outcome(request: Request, outcome: Any, seconds: float) -> None:
    """Log what came of a request: a response, an open one, or an error."""
    if isinstance(outcome, BaseException):
        LOGGER.info("%s after %.3f s", request.without_secrets(str(outcome)), seconds)
        return
    LOGGER.info("%s %s: %s in %.3f s", request.method, request.place, outcome.status, seconds)
    LOGGER.debug(
        "%s %s: answered %s", request.method, request.place, _shown(request, outcome.headers)
    )


def log_retry(retry: Retry) -> None:
    """Log that a call is tried again."""
    place = f"{retry.request.method} {retry.request.place}"
    LOGGER.info(
        "%s: again in %.1f s after try %s: %s", place, retry.delay, retry.number, retry.reason
    )


def retry_of(
    request: Request, outcome: Response | ApiConnectionError, number: int, delay: float
) -> Retry:
    """Return what there is to tell of a try that is followed by another one."""
    answer = outcome if isinstance(outcome, Response) else None
    error = outcome if isinstance(outcome, ApiConnectionError) else None
    reason = (
        f"status {answer.status}" if answer is not None else request.without_secrets(str(error))
    )
    return Retry(
        request=request, response=answer, error=error, number=number + 1, delay=delay, reason=reason
    )


def _shown(request: Request, headers: object) -> str:
    return request.without_secrets(repr(headers))
