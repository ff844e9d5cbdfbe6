"""What a page is asked for with, what came, and what either has at a place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, TypeAlias

from .errors import PaginationError
from .links import linked, query_value
from .messages import Response
from .operation import Pages, Read, Turn, Write
from .places import value_at, with_value
from .records import record
from .unset import UNSET

Arguments: TypeAlias = Mapping[str, Any]


@record
class Call:
    """What a page is asked for with.

    Attributes:
        arguments: the arguments of the call.
        body: its body; `UNSET` where it has none.
        url: the URL that the server gave for it, if it gave one.
        before: how many items came on the pages before it, as far as is known.
        longest: how many items the longest of these pages had.
        empty: how many pages in a row were empty before it.
        past: how many pages in a row were past what the server called the number of all.
        is_whole: whether these are all pages before it that the walk came through.
        doubt: whether there may be no such page: the server said nothing, or that there is none.
    """

    arguments: Arguments
    body: Any = UNSET
    url: str | None = None
    before: int = 0
    longest: int = 0
    empty: int = 0
    past: int = 0
    is_whole: bool = True
    doubt: Literal["none", "untold", "denied"] = "none"


@record
class Turned:
    """A page as it came: the decoded body, the items in it, and the response."""

    body: Any
    items: list[Any]
    response: Response


def page_number(pages: Pages, call: Call) -> int | None:
    """Return the number of the page that a call asks for, where it does though pages are linked."""
    return None if pages.number is None else number_of(given_at(call, pages.number))


def step_of(pages: Pages, call: Call) -> str:
    """Return what a page was asked for with, in words, without what may be secret in a URL."""
    if call.url is not None:
        return f"at {call.url.partition('?')[0]}"
    number = page_number(pages, call)
    if number is not None:
        return f"page {number}"
    forward = given_at(call, pages.next.write)
    backward = given_at(call, pages.previous.write) if pages.previous is not None else None
    if pages.unit is not None:
        return f"{pages.unit} {pages.first if forward is None else forward}"
    return f"after {forward}" if forward else f"before {backward}" if backward else "the first page"


def mark_of(pages: Pages, call: Call) -> str:
    """Return what tells one page of a walk from another.

    Which number a counted page has that was not asked for is known only when it is there.
    """
    is_unnumbered = pages.unit is not None and given_at(call, pages.next.write) is None
    return call.url or ("the first page" if is_unnumbered else step_of(pages, call))


def more_told(pages: Pages, page: Turned) -> bool | None:
    """Return whether flags say that there is more; None where none says so."""
    more = _flag(read_at(pages.more, page)) if pages.more is not None else None
    done = _flag(read_at(pages.done, page)) if pages.done is not None else None
    if more is False or done is True:
        return False
    return True if more or done is False else None


def _flag(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return bool(value) if isinstance(value, bool | int) else None


def number_of(value: Any) -> int | None:
    """Return a whole number that is given as one or as text; None where it is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        return None
    return int(value)


def read_at(read: Read, page: Turned) -> Any:
    """Return what a response says at a place; None where it says nothing there."""
    if read.place == "header":
        text = page.response.headers.get(read.path[0])
        value: Any = text if read.relation is None else linked(text, read.relation)
    else:
        value = value_at(page.body, read.path)
    if read.query is None or not isinstance(value, str) or not value:
        return value
    found = query_value(value, read.query)
    if found is None and ("?" in value or value.startswith(("http://", "https://"))):
        raise PaginationError(f"the URL of the next page has no {read.query!r}: {place_of(read)}")
    return found or value


def place_of(read: Read) -> str:
    """Return what messages call the place at which a response says something."""
    return f"the header {read.path[0]}" if read.place == "header" else f"'{'.'.join(read.path)}'"


def goes_back(pages: Pages, call: Call) -> bool:
    """Tell whether a call asks for the pages before, in the order of the last one first."""
    turn = pages.previous
    return turn is not None and turn.write != pages.next.write and bool(given_at(call, turn.write))


def given_at(call: Call, write: Write) -> Any:
    """Return what a call has at a place; None where it has nothing there."""
    if write.place == "url":
        return call.url
    value = value_at(call.arguments if write.place == "argument" else call.body, write.path)
    return None if value == "" else value


def written_at(call: Call, write: Write, value: Any) -> Call:
    """Return a call that has something at a place."""
    if write.place == "url":
        return replace(call, url=str(value))
    if write.place == "argument":
        return replace(call, url=None, arguments=with_value(call.arguments, write.path, value))
    return replace(call, url=None, body=with_value(call.body, write.path, value))


def without_opposite(call: Call, pages: Pages, turn: Turn) -> Call:
    """Return a call without the cursor of the other direction: only one is ever sent."""
    opposite = pages.previous if turn is pages.next else pages.next
    if opposite is None or opposite.write == turn.write or opposite.write.place == "url":
        return call
    if given_at(call, opposite.write) is None:
        return call
    return written_at(call, opposite.write, UNSET if opposite.write.place == "body" else None)
