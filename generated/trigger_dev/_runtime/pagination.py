# Copied from templates/_runtime/pagination.py. DO NOT EDIT: it is made anew.
"""Where the next page is: pure functions over what an operation states about its pages."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel

from .errors import InvalidRequestError, PaginationError
from .links import absolute, linked, may_be_asked, query_value
from .messages import Response
from .narrowing import is_list, is_object
from .operation import Content, Operation, Pages, Read, Turn, Write
from .places import breaks_off, is_null_at, value_at, with_value
from .plans import plan_of
from .reasons import reason_of
from .records import record
from .responses import documented
from .unset import UNSET
from .validators import resolved
from .values import by_wire_names, plain

Arguments: TypeAlias = Mapping[str, Any]

# How many pages in a row may be empty: filters after paging make some, and servers that lie any number.
_EMPTY_COUNTED: Final = 10
_EMPTY_LINKED: Final = 1000
# How many pages in a row a server may give past its own total, which is often too low: caps, estimates.
_PAST_TOTAL: Final = 1000
# Fewer items have no two ends by which to tell them.
_TELLING: Final = 2
# What may be asked for where the server says so: it changes nothing.
_READING: Final = frozenset({"GET", "QUERY"})
_WITHOUT_CONTENT: Final = frozenset({204, 205})
# Relations of other pages (RFC 8288, 4): with one of them and no `next`, a `Link` is that of the last page.
_AROUND: Final = ("prev", "previous", "first", "last")
# What servers answer to a page that is behind the last one.
_NOT_THERE: Final = 404
_REFUSED: Final = frozenset({400, 404, 416, 422})
# What an answer says of its own failure, whatever its status is: there is something, or a flag is so.
_FAULTS: Final = ("error", "errors")
_OUTCOMES: Final = ("ok", "success")


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


def first_call(operation: Operation[Any], pages: Pages, arguments: Arguments, body: Any) -> Call:
    """Return what the first page is asked for with; pages are turned by wire names.

    Raises:
        InvalidRequestError: where the arguments ask for two directions at once.
    """
    plans = {item.argument: item.takes for item in operation.parameters if item.takes is not None}
    named = {key: by_wire_names(arguments.get(key), plan_of(takes)) for key, takes in plans.items()}
    takes = operation.body[0].takes if operation.body else None
    call = Call(
        arguments={**arguments, **named},
        body=body if takes is None else by_wire_names(body, plan_of(takes)),
    )
    if pages.previous is not None and _goes_back(pages, call) and _given(call, pages.next.write):
        names = f"{pages.next.write.path[-1]!r} and {pages.previous.write.path[-1]!r}"
        raise InvalidRequestError(f"{names} ask for two directions at once; give one")
    for write, value in pages.always:
        if _given(call, write) is None:
            call = _written(call, write, value)
    return replace(call, before=_items_before(pages, call)) if pages.unit is not None else call


def step(pages: Pages, call: Call, page: Turned) -> Call | None:
    """Return what the page after another one is asked for with; None where there is none.

    A flag that says no comes first, then a cursor that is not there, unless the response says in another way
    that there is more, then a total if it is a number, then an empty page; but an empty page never ends what
    a cursor leads through, for filters may apply after paging, unless it is its own cursor that it gives. A
    short page ends nothing: servers cap the size that was asked for.

    Raises:
        PaginationError: where the response says that there is more, but not where.
    """
    told = None if _goes_back(pages, call) else _is_told(pages, page)
    if told is False:
        return None
    following = replace(
        call,
        before=call.before + len(page.items),
        longest=max(call.longest, len(page.items)),
        empty=0 if page.items else call.empty + 1,
        doubt="none" if told else "untold",
    )
    if following.empty >= (_EMPTY_LINKED if pages.unit is None else _EMPTY_COUNTED):
        raise PaginationError(
            f"{following.empty} pages in a row were empty, and the server promises more",
            response=page.response,
        )
    match pages.next.read.place:
        case "count":
            return _counted(pages, call, page, following)
        case "item":
            return _after_link(pages, call, page, following, is_told=bool(told))
        case _:
            following = replace(following, doubt="none")
            after = _linked(pages, pages.next, page, following)
            if after is None and not _goes_back(pages, call):
                after = _otherwise(pages, call, page, following, is_told=bool(told))
            stays = after is not None and not told and _stays(pages, call, after, page)
            return None if stays else after


def _otherwise(
    pages: Pages, call: Call, page: Turned, following: Call, *, is_told: bool
) -> Call | None:
    """Return the call behind a page that has not what usually leads on, but says that there is more.

    By the page's number or URL that the document tells of, else by a `Link` header (RFC 8288).

    Raises:
        PaginationError: where the response says that there is more, but not where, or where nobody may ask.
    """
    told = None if pages.following is None else plain(_read(pages.following, page))
    number = _number(told)
    if number is not None and number > (_page_number(pages, call) or 1):
        return _at_number(pages, page, number, following)
    url = told if number is None and isinstance(told, str) else None
    url = url or linked(page.response.headers.get("link"), "next")
    request = page.response.request
    if url and request.method in _READING and may_be_asked(url, request.url):
        return _at(page, url, following)
    if url or is_told:
        message = f"the server says that there is more, but not where: {_lacks(pages)}"
        raise PaginationError(message, response=page.response)
    return None


def _at_number(pages: Pages, page: Turned, number: int, following: Call) -> Call:
    """Return the call for the number of a page, where a parameter takes that.

    Raises:
        PaginationError: where none does.
    """
    if pages.number is None:
        message = f"the server says that page {number} comes next, but not where: {_lacks(pages)}"
        raise PaginationError(message, response=page.response)
    return _written(following, pages.number, number)


def _page_number(pages: Pages, call: Call) -> int | None:
    """Return the number of the page that a call asks for, where it does though pages are linked."""
    return None if pages.number is None else _number(_given(call, pages.number))


def _lacks(pages: Pages) -> str:
    """Return what usually leads on and does not, in words."""
    read = pages.next.read
    where = _where(read)
    return f"{where} has no {read.relation!r}" if read.relation else f"{where} has nothing"


def shortfall(pages: Pages, first: Call, call: Call, page: Turned) -> str | None:
    """Return in words how a linked walk that ends with a page falls short of the total; None if it does not.

    A total may be an estimate, and a flag that ends a walk knows better.
    """
    if pages.total is None or pages.unit is not None or not call.is_whole:
        return None
    turns = (pages.next, pages.previous)
    places = (pages.start, pages.number, *(turn.write for turn in turns if turn is not None))
    is_begun = any(place is not None and _given(first, place) is not None for place in places)
    total, came = total_of(pages, page), call.before + len(page.items)
    if is_begun or total is None or total <= came or _is_told(pages, page) is False:
        return None
    return f"{_where(pages.total)} is {total}, and nothing leads on after {came} items"


def _after_link(
    pages: Pages, call: Call, page: Turned, following: Call, *, is_told: bool
) -> Call | None:
    """Return the call behind a page by its header `Link`, where that tells of pages, else by its last item.

    Who gives that header knows better than any id, unless nobody may ask where it leads, or the body says
    that there is more.
    """
    links = page.response.headers.get("link")
    if links is not None and not _goes_back(pages, call):
        url = linked(links, "next")
        if url is not None and may_be_asked(url, page.response.request.url):
            return _at(page, url, following)
        if url is None and not is_told and any(linked(links, relation) for relation in _AROUND):
            return None
    return _after_item(pages, pages.next, page, following, is_told=is_told)


def _at(page: Turned, url: str, following: Call) -> Call:
    """Return the call for a URL that a page gave, relative to its own."""
    return replace(following, url=absolute(url, page.response.request.url))


def _stays(pages: Pages, call: Call, following: Call, page: Turned) -> bool:
    """Tell whether an empty page leads to itself: a list that grows says so where it ends for now."""
    return not page.items and mark_of(pages, following) == mark_of(pages, call)


def step_back(pages: Pages, call: Call, page: Turned) -> Call | None:
    """Return what the page before another one is asked for with; None where none is told."""
    turn = pages.previous
    back = replace(call, before=0, longest=0, empty=0, is_whole=False, doubt="none")
    if pages.unit is not None:
        return _counted_back(pages, call, page, back)
    if turn is None:
        return None
    if turn.read.place != "item":
        return _linked(pages, turn, page, back)
    if _goes_back(pages, call):
        if not page.items or _is_told(pages, page) is False:
            return None
    elif _given(call, pages.next.write) is None or not page.items:
        return None
    return _after_item(pages, turn, page, back, is_told=False)


def items_of(pages: Pages, contents: Sequence[Content], body: Any, response: Response) -> list[Any]:
    """Return the items of a page; of a map its values.

    A list that is not there is an empty one where the document allows that, as servers leave out what is
    empty, or where it is null; but not in a body that says that it failed, or has nothing that the document
    knows.

    Raises:
        PaginationError: where there is no list, and none may be meant.
    """
    if response.status in _WITHOUT_CONTENT:
        return []
    # Some servers give no envelope where it is not asked for.
    items = body if is_list(body) else value_at(body, pages.items)
    if is_list(items):
        return items
    if is_object(items) and pages.items:
        return list(items.values())
    if items is None and (is_object(body) or isinstance(body, BaseModel)):
        fault = _why_missing(pages, contents, body, response)
        if fault is None:
            return []
        message = f"a page has no list of items: '{'.'.join(pages.items)}' {fault}"
        raise PaginationError(message, response=response)
    where = f"'{'.'.join(pages.items)}'" if items is not None and pages.items else "the body"
    kind = (
        "null"
        if items is None and body is None
        else type(body if items is None else items).__name__
    )
    raise PaginationError(f"a page has no list of items: {where} is {kind}", response=response)


def _why_missing(
    pages: Pages, contents: Sequence[Content], body: Any, response: Response
) -> str | None:
    """Return what is wrong with a page without a list, in words; None where it is an empty page."""
    said = _said_to_fail(body)
    if said is not None:
        reason = reason_of(body, response.request.without_secrets)
        return f"is missing, and the answer says that it failed: {reason or said}"
    if any(is_null_at(body, pages.items[:size]) for size in range(1, len(pages.items) + 1)):
        return None
    content = documented(contents, response)
    if content is not None and breaks_off(resolved(content.type), body, pages.items):
        return "is missing, which the document requires"
    extra = {*(body.model_extra or {})} if isinstance(body, BaseModel) else set[str]()
    if isinstance(body, BaseModel) and extra and body.model_fields_set <= extra:
        names = ", ".join(map(repr, sorted(extra)))
        return f"is missing, and what there is the document does not know: {names}"
    return None


def _said_to_fail(body: Any) -> str | None:
    """Return what of a body says that it is no success, in words; None where nothing does."""
    for name in _OUTCOMES:
        if value_at(body, (name,)) is False:
            return f"'{name}' is false"
    for name in _FAULTS:
        value = plain(value_at(body, (name,)))
        if value is True or (isinstance(value, str | list | dict) and value):
            return f"it has '{name}'"
    return None


def is_behind_the_last(call: Call, status: int) -> bool:
    """Tell whether a status says that a page which may not be there is not there."""
    return (call.doubt == "denied" and status in _REFUSED) or (
        call.doubt == "untold" and status == _NOT_THERE
    )


def beyond(pages: Pages, call: Call, items: list[Any]) -> list[Any]:
    """Return the items of a page without the one that it was to begin beyond: some servers begin with that.

    Raises:
        PaginationError: where it is on the page in another way: what takes its id is no place in the list
            then but a filter, and to go on would lose items in silence.
    """
    read = pages.next.read
    is_back = pages.previous is not None and _goes_back(pages, call)
    turn = pages.previous if pages.previous is not None and is_back else pages.next
    asked = _given(call, turn.write) if read.place == "item" and call.url is None else None
    near, far = (items[-1:], items[:1]) if is_back else (items[:1], items[-1:])
    if asked is None or asked not in [value_at(item, read.path) for item in (*near, *far)]:
        return items
    has_others = len(items) > 1 or call.before > call.longest
    if not has_others or value_at(near[0], read.path) != asked:
        raise PaginationError(
            f"the server gave the item again that its page was to begin beyond ({step_of(pages, call)}): "
            "what takes the id filters the list"
        )
    return items[:-1] if is_back else items[1:]


def cursor_of(pages: Pages, following: Call | None) -> str | None:
    """Return what leads to a page as text: its cursor, URL or number."""
    if following is None:
        return None
    return str(_lead(pages, following)[1])


def _lead(pages: Pages, following: Call) -> tuple[str, Any]:
    """Return what leads to a page, and what that is where it is not what usually does."""
    if following.url is not None:
        return ("" if pages.next.write.place == "url" else "url"), following.url
    number = None if pages.number is None else _given(following, pages.number)
    if number is not None:
        return "number", number
    return "", _given(following, pages.next.write)


def total_of(pages: Pages, page: Turned) -> int | None:
    """Return the number of all items, where a response has it."""
    return None if pages.total is None else _number(_read(pages.total, page))


def step_of(pages: Pages, call: Call) -> str:
    """Return what a page was asked for with, in words, without what may be secret in a URL."""
    if call.url is not None:
        return f"at {call.url.partition('?')[0]}"
    number = _page_number(pages, call)
    if number is not None:
        return f"page {number}"
    forward = _given(call, pages.next.write)
    backward = _given(call, pages.previous.write) if pages.previous is not None else None
    if pages.unit is not None:
        return f"{pages.unit} {pages.first if forward is None else forward}"
    return f"after {forward}" if forward else f"before {backward}" if backward else "the first page"


def mark_of(pages: Pages, call: Call) -> str:
    """Return what tells one page of a walk from another.

    Which number a counted page has that was not asked for is known only when it is there.
    """
    is_unnumbered = pages.unit is not None and _given(call, pages.next.write) is None
    return call.url or ("the first page" if is_unnumbered else step_of(pages, call))


# --- tokens ---


def token_of(operation: str, pages: Pages, following: Call | None) -> str | None:
    """Return a text that leads to a page later on, in another process even; None where there is none."""
    if following is None:
        return None
    place, value = _lead(pages, following)
    told = [operation, plain(value), following.before, *filter(None, [place])]
    text = json.dumps(told, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def resumed(operation: str, pages: Pages, call: Call, token: str) -> Call:
    """Return what the page of a token is asked for with.

    Args:
        operation: the call that the token must come from.
        pages: how its pages are linked.
        call: what its first page is asked for with.
        token: what a page gave.

    Raises:
        InvalidRequestError: where the token is not one of this call.
    """
    try:
        name, value, before, *place = json.loads(
            base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        )
    except (ValueError, binascii.Error, TypeError, RecursionError):
        raise InvalidRequestError("this is no token to resume from") from None
    if name != operation or not isinstance(value, str | int | float) or not isinstance(before, int):
        raise InvalidRequestError(f"this token is of {name}, not of {operation}")
    is_url = str(value).startswith(("http://", "https://"))
    if place == ["url"] or (pages.next.read.place == "item" and is_url):
        return replace(call, url=str(value), before=before)
    if place == ["number"] and pages.number is not None:
        return replace(_written(call, pages.number, value), before=before)
    written = _written(_without_opposite(call, pages, pages.next), pages.next.write, value)
    return replace(written, before=before)


# --- the kinds ---


def _linked(pages: Pages, turn: Turn, page: Turned, following: Call) -> Call | None:
    """Return the call that a cursor or URL leads to; None where there is none: absent, null, empty or 0."""
    value = _read(turn.read, page)
    if turn.write.place == "url":  # JSON:API 1.1, 5.6: a link is a URL, or an object with one
        value = value_at(value, ("href",)) or value
    if not value:
        return None
    if not isinstance(value, str | int | float):
        value = _as_text(value, turn.read)
    if turn.write.place == "url":
        return _at(page, str(value), _without_opposite(following, pages, turn))
    return _written(_without_opposite(following, pages, turn), turn.write, value)


def _as_text(value: Any, read: Read) -> Any:
    """Return a cursor that was read as a UUID, a date or the like as it came.

    Raises:
        PaginationError: where it is an object or a list.
    """
    text = plain(value)
    if isinstance(text, dict | list):
        raise PaginationError(f"what leads to the next page is no text: {_where(read)}")
    return text


def _after_item(
    pages: Pages, turn: Turn, page: Turned, following: Call, *, is_told: bool
) -> Call | None:
    if not page.items:
        if is_told:
            raise PaginationError(
                "the server says that there is more, but gives no item to go on from"
            )
        return None
    item = page.items[-1 if turn is pages.next else 0]
    value = value_at(item, turn.read.path)
    if value is None:
        raise PaginationError(f"an item has no {'.'.join(turn.read.path)!r} to go on from")
    return _written(_without_opposite(following, pages, turn), turn.write, value)


def _counted(pages: Pages, call: Call, page: Turned, following: Call) -> Call | None:
    number = _position(pages, call, page)
    length = 1 if pages.unit == "page" else len(page.items)
    steps = number + length - min(pages.first, number)
    following = replace(following, past=_pages_past(pages, page, steps, following))
    told = _told_following(pages, page)
    if told is not None and told > number:
        return _written(replace(following, doubt="none"), pages.next.write, told)
    if told == 0 and following.doubt == "untold":
        return None
    if following.doubt == "untold":
        if not page.items:
            return None
        totals = _totals(pages, page, steps, following.before)
        reached = all(totals) if totals else None
        if reached and not _may_hide_others(pages, call, page, totals):
            return None
        following = replace(
            following, doubt="denied" if reached else "none" if reached is False else "untold"
        )
    return _written(following, pages.next.write, number + length)


def _told_following(pages: Pages, page: Turned) -> int | None:
    """Return the number of the page after one, as that says; 0 for there is none, None for nothing."""
    if pages.following is None:
        return None
    is_null = pages.following.place == "body" and is_null_at(page.body, pages.following.path)
    return 0 if is_null else _number(_read(pages.following, page))


def _counted_back(pages: Pages, call: Call, page: Turned, back: Call) -> Call | None:
    number = _position(pages, call, page)
    if number <= pages.first:
        return None
    length = 1 if pages.unit == "page" else _size(pages, call) or len(page.items) or 1
    return _written(back, pages.next.write, max(pages.first, number - length))


def _totals(pages: Pages, page: Turned, steps: int, items: int) -> list[bool]:
    """Return what each credible total says: whether this page is the last one.

    A total that is smaller than what there was already is wrong, and so is one that is no positive number.
    """
    told = ((_told(pages.total_pages, page), steps), (_told(pages.total, page), items))
    return [total == count for total, count in told if total > 0 and total >= count]


def _pages_past(pages: Pages, page: Turned, steps: int, following: Call) -> int:
    """Return how many pages in a row were past what the server says there is.

    What is no more than the items of a page is no total of them.

    Raises:
        PaginationError: where they are so many that the server may never end.
    """
    is_past_pages = 0 < _told(pages.total_pages, page) < steps
    is_past_items = following.longest < _told(pages.total, page) < following.before
    past = following.past + 1 if is_past_pages or is_past_items else 0
    if past >= _PAST_TOTAL:
        raise PaginationError(
            f"{past} pages in a row came after what the server says is all there is"
        )
    return past


def _told(read: Read | None, page: Turned) -> int:
    """Return the number that a response tells at a place; 0 where it tells none."""
    return 0 if read is None else _number(_read(read, page)) or 0


def _may_hide_others(pages: Pages, call: Call, page: Turned, totals: list[bool]) -> bool:
    """Tell whether totals that are too low may hide other pages, so that the next one is asked for.

    Many servers call the number of items on the page a total. That a page is the last one is sure where it is
    shorter than one before it; of a first page, where it has fewer items than were asked for, and with one
    total alone also fewer than it would have by default, where the document says what is the most: servers
    cap what they are asked for.
    """
    if call.longest:
        return len(page.items) >= call.longest
    size = _size(pages, call)
    if len(totals) > 1:
        return size is not None and len(page.items) >= size
    if size is None or pages.size is None or pages.size.maximum is None:
        return True
    return len(page.items) >= min(size, pages.size.default or size, pages.size.maximum)


def _size(pages: Pages, call: Call) -> int | None:
    if pages.size is None:
        return None
    return _number(_given(call, pages.size.write)) or pages.size.default


def _position(pages: Pages, call: Call, page: Turned) -> int:
    """Return the number of a page, or of its first item: as asked for, else as told, else the first.

    What is not asked for begins with 0 or 1, whatever was assumed; another number is no first page's, for
    some servers tell that of the item after the page, or how many pages there are.
    """
    asked = _number(_given(call, pages.next.write))
    if asked is not None:
        return asked
    told = _number(_read(pages.current, page)) if pages.current is not None else None
    is_other = told not in {0, 1} or (pages.unit == "item" and told == len(page.items))
    return pages.first if told is None or is_other else told


def _items_before(pages: Pages, call: Call) -> int:
    """Return how many items are before the page that a walk begins with, as far as is known."""
    asked = _number(_given(call, pages.next.write))
    if asked is None or asked <= pages.first:
        return 0
    return (asked - pages.first) * ((_size(pages, call) or 0) if pages.unit == "page" else 1)


# --- reading and writing ---


def _is_told(pages: Pages, page: Turned) -> bool | None:
    """Return whether flags say that there is more; None where none says so."""
    more = _flag(_read(pages.more, page)) if pages.more is not None else None
    done = _flag(_read(pages.done, page)) if pages.done is not None else None
    if more is False or done is True:
        return False
    return True if more or done is False else None


def _flag(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return bool(value) if isinstance(value, bool | int) else None


def _number(value: Any) -> int | None:
    """Return a whole number that is given as one or as text; None where it is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        return None
    return int(value)


def _read(read: Read, page: Turned) -> Any:
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
        raise PaginationError(f"the URL of the next page has no {read.query!r}: {_where(read)}")
    return found or value


def _where(read: Read) -> str:
    return f"the header {read.path[0]}" if read.place == "header" else f"'{'.'.join(read.path)}'"


def _goes_back(pages: Pages, call: Call) -> bool:
    turn = pages.previous
    return turn is not None and turn.write != pages.next.write and bool(_given(call, turn.write))


def _given(call: Call, write: Write) -> Any:
    """Return what a call has at a place; None where it has nothing there."""
    if write.place == "url":
        return call.url
    value = value_at(call.arguments if write.place == "argument" else call.body, write.path)
    return None if value == "" else value


def _written(call: Call, write: Write, value: Any) -> Call:
    """Return a call that has something at a place."""
    if write.place == "url":
        return replace(call, url=str(value))
    if write.place == "argument":
        return replace(call, url=None, arguments=with_value(call.arguments, write.path, value))
    return replace(call, url=None, body=with_value(call.body, write.path, value))


def _without_opposite(call: Call, pages: Pages, turn: Turn) -> Call:
    """Return a call without the cursor of the other direction: only one is ever sent."""
    opposite = pages.previous if turn is pages.next else pages.next
    if opposite is None or opposite.write == turn.write or opposite.write.place == "url":
        return call
    if _given(call, opposite.write) is None:
        return call
    return _written(call, opposite.write, UNSET if opposite.write.place == "body" else None)


def is_same_page(pages: Pages, page: list[Any], other: list[Any]) -> bool:
    """Tell whether two pages have the same items, so that walking on would never end.

    Items with ids are the same though other fields of theirs have changed since.
    """
    ends = ends_of(pages, page)
    return bool(page) and (page == other or (ends is not None and ends == ends_of(pages, other)))


def ends_of(pages: Pages, items: list[Any]) -> tuple[Any, ...] | None:
    """Return what tells the items of a page from those of all others; None where ids do not tell.

    It is their number and the ids of the first and the last one: long pages cost no more than short
    ones. Where a cursor leads on, that tells: rows may well have the id of what they are about.
    """
    if len(items) < _TELLING or pages.unit is None:
        return None
    first, last = value_at(items[0], ("id",)), value_at(items[-1], ("id",))
    is_telling = isinstance(first, str | int) and isinstance(last, str | int) and first != last
    return (len(items), first, last) if is_telling else None
