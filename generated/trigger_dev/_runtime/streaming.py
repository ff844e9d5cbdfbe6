# Copied from templates/_runtime/streaming.py. DO NOT EDIT: it is made anew.
"""From the bytes of a response, as they come, to its items. Pure: nothing here waits."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from .decoding import MisfitError, decode_json, is_json, parse_json
from .endings import ERROR, is_told, is_unknown_error, is_untold_event, tells_error
from .errors import DecodingError, InvalidRequestError, StreamError
from .hooks import report_mismatch
from .messages import Response
from .narrowing import is_object
from .operation import Content, ContentKind, Operation
from .responses import WITHOUT_CONTENT, documented, nearest
from .resuming import Place, WatchedEvents
from .settings import Settings
from .splitting import Event, Events, Splitter, Utf8, splitter_of
from .styles import essence_of
from .validators import reader, resolved

# An item that never ends must not fill the memory.
_MAX_PENDING = 64 * 1024 * 1024
_OK: Final = 200
_WHOLE: Final = frozenset({"json", "text"})
# How an object or a list begins; `[DONE]` and its like are none.
_BEGINS: Final = re.compile(r'\{|\[\s*[\[{"\d-]')
_QUOTED_ERROR: Final = f'"{ERROR}"'
# An object of which the document says nothing; it is called so, for type checkers would make it one of parts.
_PLAIN: Final[Any] = dict
_UNNAMED: Final = "message"
"""What an event is called that has no name."""
_EVENTS: Final = frozenset({"events", "json-events", "event-data"})
CUT_OFF: Final = "the stream ends in the middle of an event, which is left out"
# How much of a response that is no stream an error shows.
_SHOWN: Final = 200
# What is hidden in it must not be found cut in two.
_LOOKED_AT = 4 * _SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSentEvent:
    """An event of a `text/event-stream` (WHATWG HTML, 9.2).

    Attributes:
        data: its text.
        event: its type.
        id: its place in the stream, from which some servers can go on.
        retry: milliseconds after which the server wants to be asked again.
    """

    data: str
    event: str = "message"
    id: str | None = None
    retry: int | None = None


def streaming(operation: Operation[Any]) -> Operation[Any]:
    """Return an operation that asks for nothing but a stream."""
    contents = [
        content
        for content in operation.contents
        if content.kind not in _WHOLE or not _is_of_success(content)
    ]
    streams = [
        content for content in contents if content.kind != "none" and _is_of_success(content)
    ]
    asked = dict.fromkeys(content.media_type for content in streams)
    return replace(operation, contents=tuple(contents), accept=", ".join(asked) or operation.accept)


def _is_of_success(content: Content) -> bool:
    return content.status.startswith(("2", "default"))


class Reader:
    """Turns the bytes of a response into its items.

    Attributes:
        finished: whether no further item will come.
        has_end_mark: whether the server said so.
    """

    def __init__(
        self,
        content: Content,
        head: Response,
        settings: Settings,
        *,
        operation: Operation[Any] | None = None,
        place: Place | None = None,
        may_be_empty: bool = False,
        is_without_content: bool = False,
    ) -> None:
        """Make a reader.

        Args:
            content: what the document says about the stream.
            head: the response without its content.
            settings: the client's settings.
            operation: what was called, where what it documents of errors counts.
            place: how far events were read, where these may be gone on with.
            may_be_empty: whether it may well be without content, whatever it is called.
            is_without_content: whether there may be none by its status, which says so or is in no document.
        """
        self._content = content
        # What reads an item that is JSON by itself, as most are, and the data of an event where that is one.
        self._item = None if content.type is None else reader(content.type)
        self._data = self._item if content.kind == "event-data" else None
        self._may_be_empty = may_be_empty
        self._is_without_content = is_without_content
        self._operation = operation
        self._place = place
        self.has_end_mark = False
        self._head = head
        self._settings = settings
        self._utf_8 = Utf8(head.content_type)
        self._splitter: Splitter | None = None
        self._start = b""
        self._count = 0
        self.finished = False

    def read(self, chunk: bytes | None) -> Iterator[Any]:
        """Return the items that end with a chunk; None is the end of the response.

        Raises:
            StreamError: where an item is too large.
            ApiStatusError: where it is what the document says of errors.
            DecodingError: where the response is no stream; where an item is not what the document says, and
                responses are taken strictly.
        """
        self.finished = chunk is None
        if self._content.kind == "binary":
            return iter([chunk] if chunk else [])
        return self._read_items(self._utf_8(chunk or b"", last=chunk is None))

    def require_bytes(self) -> None:
        """Refuse what has other items than bytes.

        Raises:
            InvalidRequestError: where it has.
        """
        if self._content.kind != "binary":
            raise InvalidRequestError(f"{self._asked()}: only a stream of bytes can be saved")

    def require_content(self, received: int) -> None:
        """Refuse an answer that has no content because its status says so, such as "not ready yet".

        Args:
            received: the number of bytes that came.

        Raises:
            StreamError: where none came, and none was to come.
        """
        if self._is_without_content and not received:
            message = f"{self._asked()}: there is nothing to be saved, as the status is {self._head.status}"
            raise StreamError(message, response=self._head)

    def _read_items(self, chunk: bytes) -> Iterator[Any]:
        last, marks = self.finished, self._content.end_marks
        if not self._count:
            self._start = (self._start + chunk[:_LOOKED_AT])[:_LOOKED_AT]
        for raw in self._split(chunk, last=last):
            if isinstance(raw, bytes):
                for item in self._values(raw):
                    self._count += 1
                    yield item
                continue
            if marks and raw["data"].strip() in marks:
                self.finished = self.has_end_mark = True
                return
            if self._place is None or self._place.is_new(raw):
                self._count += 1
                yield self._event(raw)
        if last:
            self._finish()

    def _split(self, chunk: bytes, *, last: bool) -> Iterator[bytes | Event]:
        if self._splitter is None:
            # Blanks mean nothing at the start of a stream, and only what is behind them tells what it is.
            chunk = chunk.lstrip()
            if not chunk:
                return iter(())
            self._splitter = splitter_of(chunk, self._content.kind, _MAX_PENDING)
            if self._place is not None and isinstance(self._splitter, Events):
                self._splitter = WatchedEvents(_MAX_PENDING, self._place)
        return self._splitter(chunk, last=last)

    def _values(self, data: bytes) -> Sequence[Any]:
        """Return the items that JSON is: one, or those of a list, where a server answered as a whole."""
        if self._item is None:
            self._refuse_told_failure(data)
            raise self._no_stream()
        try:
            item = self._item(data)
        except ValidationError:
            return self._other_values(data)
        further = item if type(item) is _PLAIN else getattr(item, "__pydantic_extra__", None)
        if further and ERROR in further:
            self._refuse_error({"data": data.decode(errors="replace")}, item)
        return (item,)

    def _other_values(self, data: bytes) -> Sequence[Any]:
        """Return the items that JSON is which is not just one of them."""
        try:
            return (decode_json(self._content.type, data),)
        except MisfitError as misfit:
            items = _listed(resolved(self._content.type), data)
            if items is not None:
                return items
            self._refuse_told_failure(data)
            if self._content.kind in _EVENTS or not is_json(data):
                raise self._no_stream() from None
            item = misfit.kept()
            self._refuse_error({"data": data.decode(errors="replace")}, item, is_misfit=True)
            return (self._misfit(misfit),)

    def _event(self, raw: Event) -> Any:
        """Return the item that an event is."""
        if self._data is not None:
            try:
                found = self._data(raw["data"])
            except ValidationError:  # what it is then, is found out below
                pass
            else:
                further = (
                    found if type(found) is _PLAIN else getattr(found, "__pydantic_extra__", None)
                )
                if raw.get("event") == ERROR or (further and ERROR in further):
                    self._refuse_error(raw, found)
                return found
        if self._content.type is None:
            if _may_be_error(raw):
                self._refuse_untold_error(raw)
            return ServerSentEvent(**raw)
        try:
            item, misfit = self._decoded(raw), None
        except MisfitError as found:
            self._refuse_told_failure(raw["data"].encode(errors="replace"))
            item, misfit = found.kept(), found
        if self._content.kind == "event-data":
            self._refuse_error(raw, item, is_misfit=misfit is not None)
            if misfit and _BEGINS.match(raw["data"]) and not is_json(raw["data"].encode()):
                message = f"{self._asked()}: the data of an event begins as JSON, and is none"
                raise DecodingError(message, response=self._head)
        elif _may_be_error(raw) and (misfit or is_untold_event(item, raw.get("event", _UNNAMED))):
            self._refuse_untold_error(raw)
        return item if misfit is None else self._misfit(misfit)

    def _decoded(self, raw: Event) -> Any:
        """Return an event as the document describes it.

        Raises:
            MisfitError: where it is something else.
        """
        first: MisfitError | None = None
        for reading in _readings(self._content.kind, raw):
            try:
                return decode_json(self._content.type, reading)
            except MisfitError as misfit:
                first = first or misfit
        assert first is not None
        raise first

    def _refuse_error(self, raw: Event, item: Any, *, is_misfit: bool = False) -> None:
        """Refuse data with an error of which the document describes nothing: behind it there is no more.

        Args:
            raw: the event, or what else has the data.
            item: what was made of the data.
            is_misfit: whether that is not what the document says.

        Raises:
            StreamError: where it is one.
        """
        type_ = (
            Any if is_misfit and not isinstance(item, BaseModel) else resolved(self._content.type)
        )
        if (raw.get("event") == ERROR and not is_told(item)) or is_unknown_error(type_, item):
            raise self._ended_by(raw["data"])

    def _refuse_untold_error(self, raw: Event) -> None:
        """Refuse an event that says that it is an error, where the document does not describe such a one.

        Raises:
            StreamError: where it is one.
        """
        name, data = raw.get("event", _UNNAMED), raw["data"].encode(errors="replace")
        if name == ERROR or (name == _UNNAMED and is_json(data) and tells_error(parse_json(data))):
            raise self._ended_by(raw["data"])

    def _refuse_told_failure(self, data: bytes) -> None:
        """Refuse what is no item, and by its constants is what the document says of errors.

        Raises:
            ApiStatusError: where it is so.
        """
        if self._operation is None:
            return
        from .refusals import refuse_told_failure  # noqa: PLC0415 - nobody needs it before something does not fit

        response = replace(self._head, content=data)
        whole = documented(self._operation.contents, response)
        for meant in filter(None, (self._content, whole)):
            refuse_told_failure(self._operation, meant, response, data)

    def _ended_by(self, told: str) -> StreamError:
        """Return the error of a server that is the last that a stream has."""
        data = told.encode(errors="replace")
        shown = self._head.request.without_secrets(told)[:_SHOWN]
        message = f"{self._asked()}: the server ended the stream with an error: {shown}"
        body = parse_json(data) if is_json(data) else told
        return StreamError(message, response=self._head, body=body)

    def _misfit(self, misfit: MisfitError) -> Any:
        """Return what fits of an item that is not what the document says."""
        self._report(f"an item is not what the document says: {misfit}")
        return misfit.kept()

    def _finish(self) -> None:
        """Tell of what was no item at the end of the response."""
        splitter = self._splitter
        if splitter is None and not self._may_be_empty and not self._has_its_media_type():
            raise self._no_stream()
        if isinstance(splitter, Events):
            if splitter.has_other_lines and not self._count:
                raise self._no_stream()
            if splitter.is_cut_off:
                self._report(CUT_OFF)

    def _has_its_media_type(self) -> bool:
        return self._head.media_type == essence_of(self._content.media_type)

    def _report(self, message: str) -> None:
        """Report what the document does not say; it is an error where responses are taken strictly."""
        report(f"{self._asked()}: {message}", self._head, self._settings)

    def _no_stream(self) -> DecodingError:
        """Return the error for a response that is something else than a stream."""
        media_type = self._head.content_type or "content without a media type"
        start = self._head.request.without_secrets(self._start.decode("utf-8", errors="replace"))[
            :_SHOWN
        ]
        what = f"{media_type}: {start!r}" if start.strip() else f"nothing (of {media_type})"
        message = (
            f"{self._asked()}: the document promises {self._content.media_type}, and this is {what}"
        )
        return DecodingError(message, response=replace(self._head, content=self._start))

    def _asked(self) -> str:
        return f"{self._head.request.method} {self._head.request.place}"


def report(message: str, head: Response, settings: Settings) -> None:
    """Report what a stream should not have.

    Raises:
        DecodingError: where responses are taken strictly.
    """
    if settings.strict_responses:
        raise DecodingError(message, response=head) from None  # its values may be private
    report_mismatch(message, head, settings.hooks)


def _may_be_error(raw: Event) -> bool:
    """Tell whether an event is worth a look, as few are."""
    return raw.get("event") == ERROR or _QUOTED_ERROR in raw["data"]


def _listed(type_: Any, data: bytes) -> list[Any] | None:
    """Return the items of a list of them; None where it is something else."""
    if not data.startswith(b"["):
        return None
    try:
        items: list[Any] = decode_json(list[type_], data)
    except MisfitError:
        return None
    return items


def _readings(kind: ContentKind, event: Event) -> Iterable[str | bytes]:
    """Return what an event may be as JSON, the likeliest first.

    OAS 3.2 describes an event as an object of its fields, whose data is text. Documents also describe data as
    the object that its text holds, or describe nothing but that.
    """
    return (
        _readings_of_whole(kind, event) if kind in {"events", "json-events"} else (event["data"],)
    )


def _readings_of_whole(kind: ContentKind, event: Event) -> Iterator[str | bytes]:
    data = event["data"].encode()
    holds = parse_json(data) if is_json(data) else event["data"]
    # Servers leave out the name that an event has anyway.
    for fields in (event, {"event": "message", **event}):
        if kind == "json-events" and not isinstance(holds, str):
            yield _with_data(fields, data)
        yield to_json(fields)
    # What looks like an event may stand for the object that is the data of one.
    if is_object(holds) and "data" in holds:
        yield data


def _with_data(event: Mapping[str, Any], data: bytes) -> bytes:
    """Return an event whose data is JSON, each number and string in it as it was sent."""
    rest = to_json({name: value for name, value in event.items() if name != "data"})
    return b'{"data":' + data + (b"," if rest != b"{}" else b"") + rest[1:]


def read_stream(
    operation: Operation[Any], head: Response, settings: Settings, place: Place | None = None
) -> Reader:
    """Return what reads the content of a response item by item.

    Args:
        operation: what was called; of it nothing but a stream was asked for.
        head: the response without its content.
        settings: the client's settings.
        place: how far it was read, where it may be gone on with.
    """
    contents = streaming(operation).contents
    found = documented(contents, head)
    if found is None or found.kind == "none":
        # Of another success it is the same stream: nothing else was asked for.
        successes = [item for item in contents if item.status.startswith(("2", "default"))]
        streams = [item for item in successes if item.kind != "none"]
        content = nearest(streams, head) or Content(str(head.status), kind="binary")
    else:
        content = found
    # After the last event there may be nothing.
    is_resumed = place is not None and place.id is not None
    return Reader(
        content,
        head,
        settings,
        operation=operation,
        place=place,
        may_be_empty=is_resumed or _may_be_empty(found, head),
        is_without_content=head.status in WITHOUT_CONTENT
        or not _is_named(found, head)
        or _is_without_content(found, head),
    )


def _may_be_empty(found: Content | None, head: Response) -> bool:
    """Tell whether a stream may well be empty, whatever the response is called."""
    if found is not None and found.kind == "none":
        return _is_without_content(found, head)
    return not head.media_type and head.status not in WITHOUT_CONTENT


def _is_named(found: Content | None, head: Response) -> bool:
    """Tell whether the document describes a status itself; a plain success it may well leave to `default`."""
    return head.status == _OK or (found is not None and found.status in _statuses(head))


def _is_without_content(found: Content | None, head: Response) -> bool:
    """Tell whether the document says of a status that there is no content."""
    return (
        found is not None and found.kind == "none" and found.status in {*_statuses(head), "default"}
    )


def _statuses(head: Response) -> tuple[str, str]:
    return str(head.status), f"{head.status // 100}XX"
