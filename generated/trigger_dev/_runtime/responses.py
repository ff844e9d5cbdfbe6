# Copied from templates/_runtime/responses.py. DO NOT EDIT: it is made anew.
"""From a response to a call's result: which of the documented answers it is, and what its bytes are. Pure."""

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .decoding import (
    MisfitError,
    decode_json,
    decode_scalar,
    faults_in_words,
    is_json,
    parse_json,
    takes,
)
from .errors import DecodingError, status_error
from .hooks import report_mismatch
from .messages import Response
from .numbers import as_written
from .operation import Content, Header, Operation
from .settings import Settings
from .styles import essence_of, is_json_type
from .text import decode_text, in_utf_8, is_text
from .validators import adapter, resolved

T = TypeVar("T")
Label: TypeAlias = Literal["json", "text", "binary", "none"]

_SUCCESS = range(200, 300)
_FIRST_FAILURE = 400
# RFC 9110, 15.3.5 and 15.3.6: these have no content, whatever the document says.
WITHOUT_CONTENT = frozenset({204, 205})
_TEXTS = (
    "/xml",
    "+xml",
    "/yaml",
    "+yaml",
    "/x-yaml",
    "/javascript",
    "/x-www-form-urlencoded",
    "/toml",
)
# What servers call content of which they do not know what it is.
_UNSAID = frozenset({"", "application/octet-stream"})
_SHOWN = 200
# How far a documented media type is from a response's own when they have nothing in common.
_ELSE = 5


def is_success(status: int) -> bool:
    """Tell whether a status says that the request succeeded."""
    return status in _SUCCESS


def is_failure(response: Response) -> bool:
    """Tell whether a response says that the request failed."""
    return response.status >= _FIRST_FAILURE


def read_response(operation: Operation[T], response: Response, settings: Settings) -> T:
    """Return the result of a call.

    Raises:
        ApiStatusError: where the status is not that of a success, or the body is that of a documented error.
        DecodingError: where the document promises JSON and this is none; and where it is anything else that
            the document does not say, and responses are taken strictly.
    """
    refuse_failure(operation, response)
    if response.request.method == "HEAD" or response.status in WITHOUT_CONTENT:
        result: Any = None
    else:
        result = _read(operation, response, settings)
        if operation.headers:
            _hold_headers(result, operation, response, settings)
    found: T = result
    return found


def _hold_headers(
    result: Any, operation: Operation[Any], response: Response, settings: Settings
) -> None:
    """Put what a result holds of the headers into its fields; what is no model has none."""
    held = {header.held_as: header for header in operation.headers if header.held_as}
    if not held or not isinstance(result, BaseModel):
        return
    values = decoded_headers(operation, response, settings)
    for name, field in type(result).model_fields.items():
        header = held.get(str(field.validation_alias or name))
        if header is not None and header.name in values:
            setattr(result, name, values[header.name])


def decoded_headers(
    operation: Operation[Any], response: Response, settings: Settings
) -> dict[str, Any]:
    """Return the headers that the document describes and a response has; text where they do not fit.

    What only other answers are said to have is read as it is there, if it can be.

    Raises:
        DecodingError: where one does not fit, and responses are taken strictly.
    """
    patterns = (str(response.status), f"{response.status // 100}XX", "default")
    statuses = {content.status for content in operation.contents}
    own = next((pattern for pattern in patterns if pattern in statuses), None)
    found: dict[str, Any] = {}
    for header in sorted(operation.headers, key=lambda header: header.status != own):
        text = response.headers.get(header.name) if header.status in patterns else None
        if text is None or header.name in found:
            continue
        try:
            found[header.name] = _decoded(header, text)
        except (MisfitError, ValidationError):
            found[header.name] = text
            if header.status == own:
                _mismatch(
                    f"the header {header.name!r} is of no such type", text, response, settings
                )
    return found


def _decoded(header: Header, text: str) -> Any:
    if header.is_json:
        return decode_json(header.type, text.encode())
    return _of_simple(resolved(header.type), text)


def _of_simple(type_: Any, text: str) -> Any:
    """Return the value of a header in the style `simple` (OAS 3.1.1, 4.8.12.3)."""
    if get_origin(type_) is list:
        return [_of_simple(get_args(type_)[0], part.strip()) for part in text.split(",")]
    return as_written(adapter(type_).validate_strings(text), text)


def refuse_failure(operation: Operation[Any], response: Response) -> None:
    """Raise the error for a response that is no success.

    Raises:
        ApiStatusError: where its status is not that of a success.
    """
    if response.status not in _SUCCESS:
        raise status_error(
            response, _error_body(documented(operation.contents, response), response)
        )


# --- which answer it is ---


def documented(contents: Sequence[Content], response: Response) -> Content | None:
    """Return what the document says about a response; None where it does not know it.

    By its status, then by the range of that. A success that is documented with neither is another success of
    its media type; `default` describes successes only where nothing else does, and errors otherwise.
    """
    status = str(response.status)
    for pattern in (status, f"{status[0]}XX"):
        found = [content for content in contents if content.status == pattern]
        if found:
            return nearest(found, response)
    if response.status in _SUCCESS:
        successes = [content for content in contents if content.status.startswith("2")]
        if successes:
            return nearest([content for content in successes if _fits(content, response)], response)
    return nearest([content for content in contents if content.status == "default"], response)


def nearest(contents: Sequence[Content], response: Response) -> Content | None:
    """Return the content whose media type is nearest to that of a response; the first of several."""
    if len(contents) == 1:
        return contents[0]
    return min(contents, key=lambda content: _distance(content, response), default=None)


def _fits(content: Content, response: Response) -> bool:
    if content.kind == "none" or not response.media_type:
        return (content.kind == "none") == (not response.content)
    return _distance(content, response) < _ELSE


def _distance(content: Content, response: Response) -> int:
    """Return how far a documented media type or range is from the response's own (RFC 9110, 12.5.1)."""
    essence = essence_of(content.media_type)
    if content.kind == "none":
        return _ELSE
    if essence == response.media_type:
        told = _parameters(response.content_type)
        said = _parameters(content.media_type)
        if not any(text.startswith("charset=") for text in told):
            said = {text for text in said if not text.startswith("charset=")}
        # The one with most of them is the most specific.
        return -len(said) if said <= told else 1
    if essence.endswith("/*") and response.media_type.startswith(essence[:-1]):
        return 2
    if content.kind == "json" and is_json_type(response.media_type) and "*" not in essence:
        return 3
    return 4 if essence == "*/*" else _ELSE


def _parameters(media_type: str) -> set[str]:
    """Return the parameters of a media type, each in one spelling (RFC 9110, 8.3.1)."""
    found = media_type.replace(" ", "").replace('"', "").lower().split(";")
    return {text for text in found[1:] if text}


# --- what its bytes are ---


def _read(operation: Operation[Any], response: Response, settings: Settings) -> Any:
    """Return what a success holds; what breaks the document is kept and reported."""
    content = documented(operation.contents, response)
    if content is None:
        report = f"it knows no answer with the status {response.status} of {_described(response)}"
        return _mismatch(report, _unknown(operation, response), response, settings)
    match content.kind:
        case "json":
            return _read_json(operation, content, response, settings)
        case "binary":
            return response.content
        case "text":
            return _read_text(content.type, response, settings)
        case "none" if not response.content:
            return None
        case "none":
            report = f"this is {_described(response)}"
            return _mismatch(report, as_labelled(response), response, settings)
        case _:
            report = f"{_asked(response)}: a whole answer was asked for, and this is a stream"
            raise DecodingError(f"{report}: {_described(response)}", response=response)


def _read_text(type_: Any, response: Response, settings: Settings) -> Any:
    if type_ is None and not is_text(response.content, response.content_type):
        report = f"some of its {_described(response)} is no text in its charset"
        return _mismatch(report, _text_of(response), response, settings)
    if type_ is None:
        return response.text
    try:
        return decode_scalar(type_, response.text)
    except ValidationError as fault:
        return _mismatch(faults_in_words(fault), _text_of(response), response, settings)


def _text_of(response: Response) -> str | bytes:
    """Return content that should be text; bytes where it is none and the server does not call it so."""
    is_whole = is_text(response.content, response.content_type)
    is_called_so = label_of(response) in {"text", "json"}
    return response.text if is_whole or is_called_so else response.content


def _unknown(operation: Operation[Any], response: Response) -> Any:
    """Return what an answer holds of which the document says nothing.

    Where all that it knows is text, so is what the server does not say anything of either.
    """
    others = [
        content
        for content in operation.contents
        if content.status.startswith("2") and content.kind != "none"
    ]
    if response.media_type in _UNSAID and others and all(map(_is_text, others)):
        return _text_of(response) if response.content else None
    return as_labelled(response)


def _is_text(content: Content) -> bool:
    """Tell whether what a call returns is text."""
    is_json = content.kind == "json"
    return takes(content.type) == "text" if is_json else content.kind == "text"


def _read_json(
    operation: Operation[Any], content: Content, response: Response, settings: Settings
) -> Any:
    type_ = content.type
    label = label_of(response)
    # Documents say JSON of files and plain texts, too; what the server says it is, it is.
    wanted = "json" if label == "json" else takes(type_)
    if wanted == "anything":
        return as_labelled(response)
    if wanted == "bytes":
        return response.content
    # A page for people is no text that a call asks for: it stands where the data is missing.
    if wanted == "text" and label == "text" and response.media_type != "text/html":
        return response.text
    data = in_utf_8(response.content, response.content_type)
    try:
        return decode_json(type_, data)
    except MisfitError as misfit:
        return _misfit(operation, content, data, misfit, response, settings)


def _misfit(
    operation: Operation[Any],
    content: Content,
    data: bytes,
    misfit: MisfitError,
    response: Response,
    settings: Settings,
) -> Any:
    """Return what can be kept of content that is not the JSON that the document promises."""
    label, wanted = label_of(response), takes(content.type)
    if wanted == "bytes":
        return response.content
    if wanted == "text" and response.media_type in _UNSAID and response.content:
        return _unsaid_text(response, settings)
    if label == "binary":
        return _mismatch(f"this is {_described(response)}", response.content, response, settings)
    if not is_json(data):
        raise DecodingError(_no_json(response), response=response) from None
    from .refusals import refuse_told_failure  # noqa: PLC0415 - nobody needs it before something does not fit

    refuse_told_failure(operation, content, response, data)
    kept = None if settings.strict_responses else misfit.kept()
    return _mismatch(str(misfit), kept, response, settings)


def _unsaid_text(response: Response, settings: Settings) -> str | bytes:
    """Return content that should be text, and of which the server does not say what it is."""
    value = _text_of(response)
    if isinstance(value, str) and not response.media_type:
        return value
    text: str | bytes = _mismatch(f"this is {_described(response)}", value, response, settings)
    return text


def _error_body(content: Content | None, response: Response) -> Any:
    """Return the body of an error: as the document types it, else as data, text or bytes."""
    if not response.content:
        return None
    label = label_of(response)
    if label == "text" and (content is None or content.kind != "json"):
        return response.text  # to be read by people, as far as it can be
    if content is None or content.kind != "json" or label == "binary":
        return as_labelled(response)
    data = in_utf_8(response.content, response.content_type)
    try:
        return decode_json(content.type, data)
    except MisfitError as misfit:
        return misfit.kept() if is_json(data) else as_labelled(response)


def as_labelled(response: Response) -> Any:
    """Return the content of a response as its own media type says: data, text or bytes.

    None where it is empty. What is labelled JSON and is none, and what has no label, is text where it can be,
    else bytes; and so is what is labelled text.
    """
    if not response.content:
        return None
    label = label_of(response)
    if label == "text" and is_text(response.content, response.content_type):
        return response.text
    if label in {"text", "binary"}:
        return response.content
    data = in_utf_8(response.content, response.content_type)
    if is_json(data):
        return parse_json(data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return response.content


def label_of(response: Response) -> Label:
    """Return what the media type of a response says that its content is."""
    media_type = response.media_type
    if not media_type:
        return "none"
    if is_json_type(media_type):
        return "json"
    is_text = media_type.startswith("text/") or media_type.endswith(_TEXTS)
    return "text" if is_text else "binary"


def _mismatch(message: str, value: Any, response: Response, settings: Settings) -> Any:
    told = response.request.without_secrets(message)
    report = f"{_asked(response)}: not what the document says: {told}"
    if settings.strict_responses:
        raise DecodingError(
            report, response=response
        ) from None  # the values of the fault may be private
    report_mismatch(report, response, settings.hooks)
    return value


def _no_json(response: Response) -> str:
    # What is hidden in it must not be found cut in two.
    text = decode_text(response.content[: 4 * _SHOWN], response.content_type)
    start = response.request.without_secrets(text)[:_SHOWN]
    shown = f": {start!r}" if start else ""
    return (
        f"{_asked(response)}: the document promises JSON, and this is {_described(response)}{shown}"
    )


def _described(response: Response) -> str:
    media_type = response.content_type or "content without a media type"
    return media_type if response.content else f"nothing (of {media_type})"


def _asked(response: Response) -> str:
    return f"{response.request.method} {response.request.place}"
