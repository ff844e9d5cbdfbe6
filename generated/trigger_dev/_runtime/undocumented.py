# Copied from templates/_runtime/undocumented.py. DO NOT EDIT: it is made anew.
"""Calls that the document does not have, as operations: from a method, a path and a body."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import BaseModel

from .decoding import is_readable
from .errors import InvalidRequestError
from .links import is_same_origin
from .narrowing import is_object
from .operation import BodyKind, Content, Operation, Parameter, RequestBody
from .servers import base_url_of
from .settings import Settings
from .unset import UNSET

_METHOD: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_ABSOLUTE: Final = re.compile(r"\s*[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_SCALARS: Final = (str, bool, int, float, type(None), date, time, timedelta, Decimal, UUID, Enum)
_DATA: Final = (*_SCALARS, Mapping, list, tuple, set, frozenset, BaseModel)


def undocumented(
    method: str,
    path: str,
    settings: Settings,
    *,
    query: Mapping[str, Any] | None,
    body: Any,
    cast_to: Any,
) -> Operation[Any]:
    """Return the operation of a call that the document does not have; the query is its arguments.

    Args:
        method: the HTTP method.
        path: what follows the base URL, or a URL of the same origin.
        settings: the client's settings.
        query: names and values.
        body: what is sent; `UNSET` where there is nothing.
        cast_to: the type of the result; None for whatever the answer is.

    Raises:
        InvalidRequestError: where it is no HTTP method, or leads to another origin; where nothing can be read
            as the type of the result.
    """
    if not _METHOD.fullmatch(method):
        raise InvalidRequestError(f"{method!r} is no HTTP method")
    try:
        path.encode()
    except UnicodeEncodeError:
        raise InvalidRequestError("the path has half a character, which cannot be sent") from None
    return Operation(
        name=f"{method.upper()} {path.partition('?')[0]}",
        method=method.upper(),
        path=_path_of(path, settings),
        parameters=(
            *(_parameter(name, value) for name, value in (query or {}).items()),
            *(item for item in settings.shared if _is_wanted(item, query or {})),
        ),
        body=() if body is UNSET else (_body_of(body, settings.headers.get("content-type")),),
        contents=(_content_of(cast_to),),
        accept="*/*" if cast_to is bytes or cast_to is str else "application/json",
        security=_security_of(settings),
    )


def _is_wanted(parameter: Parameter, query: Mapping[str, Any]) -> bool:
    """Tell whether a call is sent what the client gives for a parameter: all but what it has itself."""
    return parameter.location != "query" or parameter.name not in query


def _path_of(path: str, settings: Settings) -> str:
    """Return a path as operations have it: below the base URL.

    Raises:
        InvalidRequestError: where a URL leads elsewhere, where no credential may go.
    """
    if not _ABSOLUTE.match(path):
        return path if path.startswith(("/", "?")) or not path else f"/{path}"
    base = settings.base_url.partition("?")[0]
    if not is_same_origin(path.strip(), base):
        raise InvalidRequestError(
            f"the URL is at another origin than the client's ({base}), where no credential may go: "
            "make a client with its base_url"
        )
    target = urlsplit(path.strip())
    return f"{target.path or '/'}{'?' if target.query else ''}{target.query}"


def at_its_server(path: str, settings: Settings) -> str | None:
    """Return the base URL of a path that is a URL itself; None where it is one below the client's own."""
    if not _ABSOLUTE.match(path):
        return None
    return base_url_of(urlsplit(settings.base_url)._replace(path="", query="").geturl())


def _parameter(name: str, value: Any) -> Parameter:
    return Parameter(
        name, name, "query", "deepObject" if is_object(value) else "form", explode=True
    )


def _body_of(body: Any, content_type: str | None) -> RequestBody:
    """Return how a body is sent: as its media type says, else bytes and files as they are, data as JSON."""
    if content_type is not None:
        return RequestBody(content_type, _kind_of(content_type.partition(";")[0].strip().lower()))
    if isinstance(body, _DATA):
        return RequestBody("application/json")
    return RequestBody("application/octet-stream", "binary")


def _kind_of(media_type: str) -> BodyKind:
    if media_type == "application/x-www-form-urlencoded":
        return "form"
    if media_type.startswith("multipart/"):
        return "multipart"
    if media_type.endswith(("/json", "+json")):
        return "json"
    return "text" if media_type.startswith("text/") else "binary"


def _content_of(cast_to: Any) -> Content:
    """Return what a success holds; nothing is promised of errors.

    Raises:
        InvalidRequestError: where nothing can be read as that type.
    """
    if cast_to is bytes:
        return Content("2XX", bytes, "binary", "*/*")
    if cast_to is str:
        return Content("2XX", str, "text", "*/*")
    if cast_to is None:
        return Content("2XX", Any)
    if not is_readable(cast_to):
        raise InvalidRequestError(
            f"nothing can be read as {cast_to!r}: cast_to takes a pydantic model, a dataclass, a "
            "TypedDict of typing_extensions, a type of Python's own such as dict[str, int], bytes or str"
        )
    return Content("2XX", cast_to)


def _security_of(settings: Settings) -> tuple[tuple[str, ...], ...]:
    """Return the credentials of calls of which the document says nothing, else all that there are."""
    available = {**settings.credentials.environment, **settings.credentials.given}
    return (*settings.security, tuple(sorted(available)))
