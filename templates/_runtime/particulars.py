"""What the body of an error tells besides its reason: a code, and details."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from .narrowing import is_list, is_object

_DEEPEST: Final = 5
# Names as `folded` writes them: where the code of an error is, the plainest first; what may hold it instead;
# where it has a kind that is as good as a code.
_CODES: Final = ("code", "errorcode", "errcode", "faultcode", "errno", "codename")
_HOLDERS: Final = (
    "error",
    "odata.error",
    "issue",
    "errors",
    "fault",
    "detail",
    "extensions",
    "meta",
    "problem",
    "exception",
)
_KINDS: Final = ("type", "errortype", "status", "error", "reason", "name")
_DETAILS: Final = (
    *("details", "errors", "issues", "detail", "errordetails", "validationerrors", "fielderrors"),
    *("violations", "invalidparams", "context", "data", "extra"),
)
# What says that there is an error, and no more.
_EMPTY_WORDS: Final = frozenset(
    {"error", "errors", "fail", "failed", "failure", "false", "about:blank"}
)
_SAID: Final = frozenset(
    {*_CODES, "message", "msg", "errormessage", "errormsg", "statusmessage", "faultstring", "title"}
    | {
        "errordescription",
        "description",
        "status",
        "statuscode",
        "success",
        "ok",
        "type",
        "errortype",
    }
)
# A kind is one word: anything with a blank in it is a sentence.
_WORD: Final = r"\S{1,200}"


def folded(name: str) -> str:
    """Return a name in lower case and without the signs between its words."""
    return name.lower().replace("_", "").replace("-", "").lstrip("@")


def code_of(data: Any, status: int) -> str | None:
    """Return the code that an error's body gives it; None where it has none, or only repeats the status.

    It is looked for as `code`, `error.code`, `errors[0].code`, `error_code` and the like, then as a kind:
    `type`, `status` or `error` that are one word.

    Args:
        data: the body as plain data.
        status: the HTTP status code.
    """
    return _code(data, {str(status), *_EMPTY_WORDS}, _DEEPEST)


def details_of(data: Any) -> Any:
    """Return what an error's body tells besides: its part of such a name, else all that is no more than that.

    None where there is nothing.

    Args:
        data: the body as plain data.
    """
    if is_list(data):
        return data or None
    if not is_object(data):
        return None
    found: Any = next(_named_details(data, _DEEPEST), None)
    return found if found is not None else _rest(data)


def _code(data: Any, empty: set[str], depth: int) -> str | None:
    if is_list(data) and data:
        data = data[0]
    if not depth or not is_object(data):
        return None
    named = {folded(name): value for name, value in data.items()}
    codes = (_as_code(named.get(name), empty) for name in _CODES)
    held = (_code(named.get(name), empty, depth - 1) for name in _HOLDERS)
    kinds = (_as_kind(named.get(name), empty) for name in _KINDS)
    return next((code for found in (codes, held, kinds) for code in found if code), None)


def _as_code(value: Any, empty: set[str]) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    return None if text.lower() in empty else text or None


def _as_kind(value: Any, empty: set[str]) -> str | None:
    code = _as_code(value, empty) if isinstance(value, str) else None
    return code if code and re.fullmatch(_WORD, code) else None


def _named_details(data: Mapping[str, Any], depth: int) -> Iterator[Any]:
    named = {folded(name): value for name, value in data.items()}
    error = named.get("error")
    if depth and is_object(error):
        yield from _named_details(error, depth - 1)
    for name in _DETAILS:
        value = named.get(name)
        if value and (name != "detail" or not isinstance(value, str)):
            yield value


def _rest(data: Mapping[str, Any]) -> Any:
    """Return what is left of an object, and of the error in it, without what has a place of its own."""
    error = next((value for name, value in data.items() if folded(name) == "error"), None)
    inner: dict[str, Any] = (_rest(error) or {}) if is_object(error) else {}
    rest = {
        name: value
        for name, value in data.items()
        if value not in (None, [], {}) and folded(name) not in _SAID | {"error", "detail"}
    }
    return {**rest, **inner} or None
