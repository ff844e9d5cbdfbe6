# Copied from templates/_runtime/exchange.py. DO NOT EDIT: it is made anew.
"""From a call's arguments to a request, and from a response to a call's result. Pure: nothing here waits."""

import platform
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import quote, urljoin

from pydantic import ValidationError

from .bodies import encode
from .decoding import LOGGER, decode_json, faults_in_words, keep_what_fits
from .errors import ApiConnectionError, ApiError, DecodingError, InvalidRequestError, status_error
from .messages import Headers, Request, Response
from .operation import Content, Operation, Parameter
from .retries import Try
from .security import sign
from .servers import require_absolute, url_of
from .settings import Settings
from .streaming import Reader
from .styles import (
    cookie_pairs,
    essence_of,
    header_value,
    is_json,
    path_segment,
    query_pairs,
    querystring,
)
from .unset import UNSET

T = TypeVar("T")
Encoded = TypeVar("Encoded")

_PACKAGE = __name__.partition("._runtime")[0]
_USER_AGENT = f"{_PACKAGE.rpartition('.')[2]} (Python {platform.python_version()})"
_PLACE = re.compile(r"\{([^{}]+)\}")
# What neither a path nor a query may have as it is (RFC 3986, 3.3 and 3.4), a lone percent sign included.
_UNSENDABLE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/?%]+", re.ASCII)
_SUCCESS = range(200, 300)
_FIRST_FAILURE = 400


def build_request(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    media_type: str | None,
    settings: Settings,
) -> Request:
    """Return the request of a call.

    Args:
        operation: what is called.
        arguments: the values of its parameters, by their argument names; None and `UNSET` are left out.
        body: the value of the body; `UNSET` where there is none.
        media_type: the media type of the body; None for the operation's usual one.
        settings: the client's settings.

    Raises:
        InvalidRequestError: where an argument cannot be sent, naming it.
        MissingCredentialError: where a credential is missing.
    """
    signature = sign(operation.name, operation.security, settings.schemes, settings.credentials)
    path = _path(operation, arguments)
    query = [*_query(operation, arguments), *signature.query]
    server = _server(operation, settings)
    headers = {"User-Agent": _USER_AGENT, "Accept": _accepted(operation), **settings.headers}
    headers |= _header_arguments(operation, arguments)
    cookies = [*_cookies(operation, arguments), *signature.cookies]
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    if settings.idempotency_header is not None:
        headers.setdefault(settings.idempotency_header, str(uuid.uuid4()))
    content, content_type = encode(operation, body, media_type)
    if content_type is not None:
        headers["Content-Type"] = content_type
    headers |= signature.headers
    separator = "&" if "?" in path else "?"
    url = f"{server}{path}{separator if query else ''}{'&'.join(query)}"
    return Request(method=operation.method, url=url, headers=Headers(headers), content=content)


def _server(operation: Operation[Any], settings: Settings) -> str:
    """Return the URL that the path of an operation follows, without a slash at its end."""
    server = settings.base_url
    if operation.servers and not settings.is_elsewhere:
        # A server without a host of its own is one on the host that has the API.
        server = urljoin(
            f"{server}/", f"{url_of(operation.servers[0], settings.variables)}/"
        ).rstrip("/")
    require_absolute(server)
    return server


def read_response(operation: Operation[T], response: Response, settings: Settings) -> T:
    """Return the result of a call.

    Raises:
        ApiStatusError: where the status is that of an error.
        DecodingError: where the content is not what the document says, and responses are taken strictly.
    """
    content = _content_of(operation, response)
    if response.status not in _SUCCESS:
        raise status_error(response, _error_body(content, response))
    result: T = _decode(content, response, settings)
    return result


def read_stream(operation: Operation[Any], head: Response, settings: Settings) -> Reader:
    """Return what reads the content of a response item by item.

    Args:
        operation: what was called, as `streaming` gives it.
        head: the response without its content.
        settings: the client's settings.
    """
    content = _content_of(operation, head)
    if content is None or content.kind in {"json", "text", "none"}:
        content = Content(str(head.status), kind="binary")
    return Reader(content, head, settings)


def is_success(status: int) -> bool:
    """Tell whether a status says that the request succeeded."""
    return status in _SUCCESS


def is_failure(response: Response) -> bool:
    """Tell whether a response says that the request failed."""
    return response.status >= _FIRST_FAILURE


def failed_try(
    request: Request, outcome: Response | ApiConnectionError, number: int, settings: Settings
) -> Try:
    """Return what there is to know of a try that failed, to decide whether there is another one."""
    answer = outcome if isinstance(outcome, Response) else None
    return Try(
        number=number,
        method=request.method,
        repeatable=settings.idempotency_header is not None,
        status=answer.status if answer is not None else None,
        headers=answer.headers if answer is not None else None,
        unsent=isinstance(outcome, ApiConnectionError) and outcome.unsent,
    )


def _decode(content: Content | None, response: Response, settings: Settings) -> Any:
    """Return what a response holds; what breaks the document is kept and reported."""
    if content is None or content.kind == "none":
        return None
    if content.kind == "binary":
        return response.content
    if content.kind != "json":
        return response.text
    if content.type in (bytes, str) and response.media_type and not is_json(response.media_type):
        # Documents say `*/*` or JSON of files and plain texts, too; what the server says it is, it is.
        return response.content if content.type is bytes else response.text
    if not response.content:
        return _mismatch("the response is empty", None, response, settings)
    try:
        return decode_json(content.type, response.content)
    except ValidationError as fault:
        kept = keep_what_fits(content.type, response.content)
        return _mismatch(faults_in_words(fault), kept, response, settings)


def _mismatch(message: str, value: Any, response: Response, settings: Settings) -> Any:
    request = response.request
    report = (
        f"{request.method} {request.url.partition('?')[0]}: not what the document says: {message}"
    )
    if settings.strict_responses:
        raise DecodingError(report, response=response)
    LOGGER.warning(report)
    return value


def _error_body(content: Content | None, response: Response) -> Any:
    if not response.content:
        return None
    type_ = content.type if content is not None and content.kind == "json" else Any
    try:
        return decode_json(type_, response.content)
    except ValidationError:
        return keep_what_fits(type_, response.content)


def _content_of(operation: Operation[Any], response: Response) -> Content | None:
    """Return what the document says about a response: by status, range, then default; then by media type."""
    for status in (str(response.status), f"{response.status // 100}XX", "default"):
        found = [content for content in operation.contents if content.status == status]
        if len(found) == 1:
            return found[0]
        if found:
            return min(found, key=lambda content: _distance(content.media_type, response))
    return None


def _distance(media_type: str, response: Response) -> int:
    """Return how far a documented media type or range is from the response's own (RFC 9110, 12.5.1)."""
    essence = essence_of(media_type)
    if essence == response.media_type:
        return (
            0 if _spelled(media_type) == _spelled(response.headers.get("content-type", "")) else 1
        )
    if essence.endswith("/*") and response.media_type.startswith(essence[:-1]):
        return 2
    return 3 if essence == "*/*" else 4


def _spelled(media_type: str) -> str:
    """Return a media type with its parameters in one spelling."""
    return media_type.replace(" ", "").replace('"', "").lower()


def _accepted(operation: Operation[Any]) -> str:
    wanted = [
        content
        for content in operation.contents
        if content.kind != "none" and content.status.startswith(("2", "default"))
    ]
    # Whoever offers JSON beside other formats may send any of them where all are accepted.
    best = [content for content in wanted if content.kind == "json"] or wanted
    return ", ".join(dict.fromkeys(content.media_type for content in best)) or "*/*"


# --- parameters ---


def _written(
    write: Callable[[Parameter, Any], Encoded], parameter: Parameter, value: Any
) -> Encoded:
    try:
        return write(parameter, value)
    except ApiError:
        raise
    except ValueError as fault:
        raise InvalidRequestError(f"{parameter.argument}: {fault}") from fault


def _value(operation: Operation[Any], parameter: Parameter, arguments: Mapping[str, Any]) -> Any:
    value = arguments.get(parameter.argument)
    if value is UNSET or value is None:
        if parameter.required:
            raise InvalidRequestError(f"{operation.name} needs {parameter.argument}")
        return None
    return value


def _path(operation: Operation[Any], arguments: Mapping[str, Any]) -> str:
    """Return the path template filled in; what stands between its places is already written for URLs."""
    parts = _PLACE.split(operation.path)
    # What a URL cannot have is encoded all the same; documents have spaces and other letters there.
    fixed = [_UNSENDABLE.sub(lambda found: quote(found[0], safe=""), part) for part in parts[::2]]
    filled = [_path_text(operation, name, arguments) for name in parts[1::2]]
    return "".join(map("".join, zip(fixed, [*filled, ""], strict=True)))


def _path_text(operation: Operation[Any], name: str, arguments: Mapping[str, Any]) -> str:
    for parameter in operation.parameters:
        if parameter.location == "path" and parameter.name == name:
            return _written(path_segment, parameter, _value(operation, parameter, arguments))
    return quote(f"{{{name}}}", safe="")


def _query(operation: Operation[Any], arguments: Mapping[str, Any]) -> list[str]:
    pairs: list[str] = []
    for parameter in operation.parameters:
        if parameter.location == "query":
            pairs += _written(query_pairs, parameter, _value(operation, parameter, arguments))
        elif parameter.location == "querystring":
            text = _written(querystring, parameter, _value(operation, parameter, arguments))
            pairs += [text] if text else []
    return pairs


def _header_arguments(operation: Operation[Any], arguments: Mapping[str, Any]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for parameter in operation.parameters:
        if parameter.location == "header":
            value = _written(header_value, parameter, _value(operation, parameter, arguments))
            if value is not None:
                headers[parameter.name] = value
    return headers


def _cookies(operation: Operation[Any], arguments: Mapping[str, Any]) -> list[str]:
    return [
        pair
        for parameter in operation.parameters
        if parameter.location == "cookie"
        for pair in _written(cookie_pairs, parameter, _value(operation, parameter, arguments))
    ]
