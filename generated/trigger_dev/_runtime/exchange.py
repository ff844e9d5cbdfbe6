# Copied from templates/_runtime/exchange.py. DO NOT EDIT: it is made anew.
"""From a call's arguments to a request. Pure: nothing here waits."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from secrets import token_hex
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, unquote_plus, urljoin

from .errors import ApiConnectionError, ApiError, InvalidRequestError
from .grants import Grant
from .messages import Headers, Request, Response
from .narrowing import is_object
from .operation import Operation, Parameter, Style
from .retries import Try
from .security import AsyncSource, Signature, needed, sign
from .servers import require_absolute, url_of
from .settings import Settings, is_telling
from .styles import cookie_pairs, header_value, path_segment, query_pairs, querystring
from .unset import UNSET

if TYPE_CHECKING:
    from .uploads import Upload

Encoded = TypeVar("Encoded")

# What says where content ends (RFC 9112, 6), and is not for a caller to say.
_FRAMING = frozenset({"content-length", "transfer-encoding"})
_PLACE = re.compile(r"\{([^{}]+)\}")
# What neither a path nor a query may have as it is (RFC 3986, 3.3 and 3.4), a lone percent sign included.
_UNSENDABLE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/?%]+", re.ASCII)


def build_request(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    media_type: str | None,
    settings: Settings,
    *,
    accept: str | None = None,
) -> Request:
    """Return the request of a call.

    Args:
        operation: what is called.
        arguments: the values of its parameters, by their argument names; None and `UNSET` are left out.
        body: the value of the body; `UNSET` where there is none.
        media_type: the media type of the body; None for the operation's usual one.
        settings: the client's settings.
        accept: the media type that is asked for; None for the operation's usual ones.

    Raises:
        InvalidRequestError: where an argument cannot be sent, naming it.
        MissingCredentialError: where a credential is missing.
    """
    own = settings.sent
    secrets = settings.own_secrets
    if settings.shared:
        secrets = (*secrets, *_secrets(operation, arguments))
        arguments = _completed(operation, arguments, settings)
    signature = signature_of(operation, settings)
    path = _path(operation, arguments)
    server, _, fixed = _server(operation, settings).partition("?")
    query = [*filter(None, [fixed]), *_query(operation, arguments), *signature.query]
    if settings.query:
        query = replaced(query, settings.query)
    content, content_type = _content(operation, body, media_type, settings)
    headers = {
        "user-agent": settings.user_agent,
        "accept": accept or operation.accept,
        **signature.headers,
    }
    cookies = [*_cookies(operation, arguments), *signature.cookies]
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    if content_type is not None:
        headers["content-type"] = content_type
    if own:
        headers = _merged(headers, own)
    headers |= _header_arguments(operation, arguments)
    if settings.idempotency_header is not None:
        headers.setdefault(settings.idempotency_header.lower(), _new_key())
    if not _FRAMING.isdisjoint(headers):
        headers = _framed(headers, is_length_known=content is None or isinstance(content, bytes))
    omitted = settings.omitted
    separator = "&" if "?" in path else "?"
    return Request(
        method=operation.method,
        url=f"{server}{path}{separator if query else ''}{'&'.join(query)}",
        headers=Headers(_without(headers, omitted) if omitted else headers),
        content=content if isinstance(content, bytes) else None,
        upload=None if isinstance(content, bytes) else content,
        max_response_bytes=settings.max_response_bytes,
        limits=settings.limits,
        secrets=signature.secrets + secrets,
        omitted=omitted,
    )


def framed(request: Request) -> Request:
    """Return a request with content that is, or was, read while it is sent, once its length may be known."""
    is_length_known = request.upload is None or request.upload.length is not None
    if not is_length_known or "content-length" not in request.headers:
        return request
    return replace(request, headers=Headers(_framed(request.headers, is_length_known=True)))


def _framed(headers: Mapping[str, str], *, is_length_known: bool) -> dict[str, str]:
    """Return headers without what says where content ends: a server that believed it would read another one.

    The length of what is read while it is sent may be known to nobody but who gives it.
    """
    gone = _FRAMING if is_length_known else _FRAMING - {"content-length"}
    return {name: value for name, value in headers.items() if name not in gone}


def _content(
    operation: Operation[Any], body: Any, media_type: str | None, settings: Settings
) -> "tuple[bytes | Upload | None, str | None]":
    """Return the content of a request and its media type; None and None where it has none."""
    if body is UNSET and not operation.body and not settings.body:
        return None, None
    from .bodies import encode, with_properties  # noqa: PLC0415 - nothing that only reads needs it

    if settings.body:
        operation, body = with_properties(operation, body, settings.body)
    return encode(operation, body, media_type)


def _new_key() -> str:
    """Return a random UUID (RFC 9562, 5.4); to make an object of one takes three times as long."""
    digits = token_hex(16)
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def signature_of(operation: Operation[Any], settings: Settings) -> Signature:
    """Return what the credentials add to the request of a call.

    Raises:
        MissingCredentialError: where one is missing that no header or query of the user carries.
    """
    known = settings.signatures.get(operation.security)
    if known is None:
        known = settings.signatures[operation.security] = sign(
            operation.name,
            operation.security,
            settings.schemes,
            settings.credentials,
            headers=settings.headers,
            query=settings.query,
            has_other=settings.has_key,
        )
    return known


def sources_of(
    operation: Operation[Any], settings: Settings
) -> dict[str, AsyncSource[Any] | Grant]:
    """Return what gives the credentials that a call is sent with, by the keys of their schemes."""
    sources = settings.credentials.sources
    keys = needed(
        operation.security,
        settings.schemes,
        settings.credentials,
        headers=settings.headers,
        query=settings.query,
    )
    return {key: sources[key] for key in keys or () if key in sources}


def forget_refused(settings: Settings, refused: Settings) -> None:
    """Forget the tokens that a server refused, so that others are asked for.

    Args:
        settings: the client's settings.
        refused: the settings with which it was asked.
    """
    for key, source in settings.credentials.sources.items():
        if isinstance(source, Grant):
            source.tokens.forget(refused.credentials.given.get(key))


def signed_anew(
    request: Request, operation: Operation[Any], before: Settings, now: Settings
) -> Request:
    """Return a request with other credentials.

    Args:
        request: a request of the operation.
        operation: what is called.
        before: the settings whose credentials it has.
        now: the settings whose credentials it gets.
    """
    old, new = signature_of(operation, before), signature_of(operation, now)
    url, _, query = request.url.partition("?")
    pairs = [*(pair for pair in query.split("&") if pair and pair not in old.query), *new.query]
    headers = {name: value for name, value in request.headers.items() if name not in old.headers}
    cookies = [
        pair for pair in headers.pop("cookie", "").split("; ") if pair and pair not in old.cookies
    ]
    cookies += new.cookies
    return replace(
        request,
        url=f"{url}{'?' if pairs else ''}{'&'.join(pairs)}",
        headers=Headers(
            {**headers, **new.headers, **({"cookie": "; ".join(cookies)} if cookies else {})}
        ),
        secrets=tuple(dict.fromkeys((*new.secrets, *request.secrets))),
    )


def may_be_sent_again(request: Request) -> bool:
    """Tell whether a request has all that it had, once it was sent."""
    upload = request.upload
    return upload is None or not upload.is_spent


def replaced(query: list[str], own: Mapping[str, Any]) -> list[str]:
    """Return the pairs of a query in which the user's own stand in place of others of their names."""
    kept = [pair for pair in query if unquote_plus(pair.partition("=")[0]) not in own]
    return [*kept, *own_query(own)]


def own_query(own: Mapping[str, Any]) -> Iterator[str]:
    """Give the pairs of the user's own query, a pair for each item of a list."""
    for name, value in own.items():
        style: Style = "deepObject" if is_object(value) else "form"
        parameter = Parameter(name, name, "query", style, explode=True)
        yield from _written(query_pairs, parameter, value)


def _without(headers: Mapping[str, str], omitted: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in omitted}


def _merged(headers: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return headers in which the user's own come first, with what only we know of a body or its cookies."""
    merged = {**headers, **own}
    if "cookie" in headers and "cookie" in own:
        merged["cookie"] = f"{headers['cookie']}; {own['cookie']}"
    boundary = headers.get("content-type", "").partition("; boundary=")[2]
    if boundary and "boundary=" not in merged["content-type"]:
        merged["content-type"] += f"; boundary={boundary}"
    return merged


def _server(operation: Operation[Any], settings: Settings) -> str:
    """Return the URL that the path of an operation follows, without a slash at its end."""
    server = settings.base_url
    if operation.servers and not settings.is_elsewhere:
        # A server without a host of its own is one on the host that has the API.
        server = urljoin(
            f"{server.partition('?')[0]}/", f"{url_of(operation.servers[0], settings.variables)}/"
        ).rstrip("/")
    require_absolute(server)
    return server


def _has_key(request: Request) -> bool:
    """Tell whether a request has a key by which a server knows it again, as an argument or the user's own."""
    return any(name.lower().endswith("idempotency-key") for name in request.headers)


def failed_try(
    request: Request, outcome: Response | ApiConnectionError, number: int, settings: Settings
) -> Try:
    """Return what there is to know of a try that failed, to decide whether there is another one."""
    answer = outcome if isinstance(outcome, Response) else None
    return Try(
        number=number,
        method=request.method,
        repeatable=settings.idempotency_header is not None or _has_key(request),
        status=answer.status if answer is not None else None,
        headers=answer.headers if answer is not None else None,
        unsent=isinstance(outcome, ApiConnectionError) and outcome.unsent,
        ends=request.limits.ends,
        is_final=(isinstance(outcome, ApiConnectionError) and outcome.is_final)
        or (request.upload is not None and request.upload.is_spent),
    )


# --- parameters ---


def _written(
    write: Callable[[Parameter, Any], Encoded], parameter: Parameter, value: Any
) -> Encoded:
    try:
        return write(parameter, value)
    except ApiError:
        raise
    except ValueError as fault:
        if parameter.client is not None and is_telling(parameter.name):
            message = (
                f"{parameter.argument} cannot be sent, and is not shown: it may be a credential"
            )
            raise InvalidRequestError(message) from None
        raise InvalidRequestError(f"{parameter.argument}: {fault}") from fault


def _value(operation: Operation[Any], parameter: Parameter, arguments: Mapping[str, Any]) -> Any:
    value = arguments.get(parameter.argument)
    if _is_absent(value):
        if parameter.required and parameter.client is None:
            raise InvalidRequestError(f"{operation.name} needs {parameter.argument}")
        return None
    return value


def _completed(
    operation: Operation[Any], arguments: Mapping[str, Any], settings: Settings
) -> Mapping[str, Any]:
    """Return the arguments of a call with those that the client gives where the call does not.

    Raises:
        InvalidRequestError: where nobody gives what the call needs, the user's own headers and query neither.
    """
    completed = dict(arguments)
    for parameter in operation.parameters:
        argument = parameter.client
        if argument is None or not _is_absent(arguments.get(parameter.argument)):
            continue
        value = completed[parameter.argument] = settings.parameters.get(argument)
        if value is None and parameter.required and not _is_carried(parameter, settings):
            raise InvalidRequestError(
                f"{operation.name} needs {parameter.argument}: give it to the call, "
                f"or to the client as {argument}"
            )
    return completed


def _is_carried(parameter: Parameter, settings: Settings) -> bool:
    """Tell whether what the user has each request sent with carries a parameter, or leaves it out."""
    if parameter.location == "query":
        return parameter.name in settings.query
    name = parameter.name.lower()
    return name in settings.headers or (name == "user-agent" and bool(settings.user_agent))


def _secrets(operation: Operation[Any], arguments: Mapping[str, Any]) -> Iterator[str]:
    """Give what a call has in place of what the client gives, where its name is that of a credential."""
    for parameter in operation.parameters:
        value = arguments.get(parameter.argument)
        if parameter.client is not None and is_telling(parameter.name) and not _is_absent(value):
            yield from (str(value), quote(str(value), safe=""))


def _is_absent(value: Any) -> bool:
    return value is UNSET or value is None


def _path(operation: Operation[Any], arguments: Mapping[str, Any]) -> str:
    """Return the path template filled in."""
    fixed, names = _template(operation.path)
    filled = [_path_text(operation, name, arguments) for name in names]
    return "".join(map("".join, zip(fixed, [*filled, ""], strict=True)))


@lru_cache(maxsize=1024)
def _template(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands between the places of a path template, already written for URLs, and their names."""
    parts = _PLACE.split(path)
    # What a URL cannot have is encoded all the same; documents have spaces and other letters there.
    fixed = tuple(
        _UNSENDABLE.sub(lambda found: quote(found[0], safe=""), part) for part in parts[::2]
    )
    return fixed, tuple(parts[1::2])


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
                headers[parameter.name.lower()] = value
    return headers


def _cookies(operation: Operation[Any], arguments: Mapping[str, Any]) -> list[str]:
    return [
        pair
        for parameter in operation.parameters
        if parameter.location == "cookie"
        for pair in _written(cookie_pairs, parameter, _value(operation, parameter, arguments))
    ]
