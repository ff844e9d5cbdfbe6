"""Where the next page is: pure functions over what an operation states about its pages."""

from dataclasses import replace
from typing import Any, Final

from .errors import InvalidRequestError, PaginationError
from .links import absolute, linked, may_be_asked
from .operation import Operation, Pages, Read, Turn
from .page_calls import (
    Arguments,
    Call,
    Turned,
    given_at,
    goes_back,
    mark_of,
    more_told,
    number_of,
    page_number,
    place_of,
    read_at,
    without_opposite,
    written_at,
)
from .places import is_null_at, value_at
from .plans import plan_of
from .values import by_wire_names, plain

# How many pages in a row may be empty: filters after paging make some, and servers that lie any number.
_EMPTY_COUNTED: Final = 10
_EMPTY_LINKED: Final = 1000
# How many pages in a row a server may give past its own total, which is often too low: caps, estimates.
_PAST_TOTAL: Final = 1000
# What may be asked for where the server says so: it changes nothing.
_READING: Final = frozenset({"GET", "QUERY"})
# Relations of other pages (RFC 8288, 4): with one of them and no `next`, a `Link` is that of the last page.
_AROUND: Final = ("prev", "previous", "first", "last")
# What servers answer to a page that is behind the last one.
_NOT_THERE: Final = 404
_REFUSED: Final = frozenset({400, 404, 416, 422})


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
    if pages.previous is not None and goes_back(pages, call) and given_at(call, pages.next.write):
        names = f"{pages.next.write.path[-1]!r} and {pages.previous.write.path[-1]!r}"
        raise InvalidRequestError(f"{names} ask for two directions at once; give one")
    for write, value in pages.always:
        if given_at(call, write) is None:
            call = written_at(call, write, value)
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
    told = None if goes_back(pages, call) else more_told(pages, page)
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
            if after is None and not goes_back(pages, call):
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
    told = None if pages.following is None else plain(read_at(pages.following, page))
    number = number_of(told)
    if number is not None and number > (page_number(pages, call) or 1):
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
    return written_at(following, pages.number, number)


def _lacks(pages: Pages) -> str:
    """Return what usually leads on and does not, in words."""
    read = pages.next.read
    where = place_of(read)
    return f"{where} has no {read.relation!r}" if read.relation else f"{where} has nothing"


def shortfall(pages: Pages, first: Call, call: Call, page: Turned) -> str | None:
    """Return in words how a linked walk that ends with a page falls short of the total; None if it does not.

    A total may be an estimate, and a flag that ends a walk knows better.
    """
    if pages.total is None or pages.unit is not None or not call.is_whole:
        return None
    turns = (pages.next, pages.previous)
    places = (pages.start, pages.number, *(turn.write for turn in turns if turn is not None))
    is_begun = any(place is not None and given_at(first, place) is not None for place in places)
    total, came = total_of(pages, page), call.before + len(page.items)
    if is_begun or total is None or total <= came or more_told(pages, page) is False:
        return None
    return f"{place_of(pages.total)} is {total}, and nothing leads on after {came} items"


def _after_link(
    pages: Pages, call: Call, page: Turned, following: Call, *, is_told: bool
) -> Call | None:
    """Return the call behind a page by its header `Link`, where that tells of pages, else by its last item.

    Who gives that header knows better than any id, unless nobody may ask where it leads, or the body says
    that there is more.
    """
    links = page.response.headers.get("link")
    if links is not None and not goes_back(pages, call):
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
    if goes_back(pages, call):
        if not page.items or more_told(pages, page) is False:
            return None
    elif given_at(call, pages.next.write) is None or not page.items:
        return None
    return _after_item(pages, turn, page, back, is_told=False)


def is_behind_the_last(call: Call, status: int) -> bool:
    """Tell whether a status says that a page which may not be there is not there."""
    return (call.doubt == "denied" and status in _REFUSED) or (
        call.doubt == "untold" and status == _NOT_THERE
    )


def total_of(pages: Pages, page: Turned) -> int | None:
    """Return the number of all items, where a response has it."""
    return None if pages.total is None else number_of(read_at(pages.total, page))


# --- the kinds ---


def _linked(pages: Pages, turn: Turn, page: Turned, following: Call) -> Call | None:
    """Return the call that a cursor or URL leads to; None where there is none: absent, null, empty or 0."""
    value = read_at(turn.read, page)
    if turn.write.place == "url":  # JSON:API 1.1, 5.6: a link is a URL, or an object with one
        value = value_at(value, ("href",)) or value
    if not value:
        return None
    if not isinstance(value, str | int | float):
        value = _as_text(value, turn.read)
    if turn.write.place == "url":
        return _at(page, str(value), without_opposite(following, pages, turn))
    return written_at(without_opposite(following, pages, turn), turn.write, value)


def _as_text(value: Any, read: Read) -> Any:
    """Return a cursor that was read as a UUID, a date or the like as it came.

    Raises:
        PaginationError: where it is an object or a list.
    """
    text = plain(value)
    if isinstance(text, dict | list):
        raise PaginationError(f"what leads to the next page is no text: {place_of(read)}")
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
    return written_at(without_opposite(following, pages, turn), turn.write, value)


def _counted(pages: Pages, call: Call, page: Turned, following: Call) -> Call | None:
    number = _position(pages, call, page)
    length = 1 if pages.unit == "page" else len(page.items)
    steps = number + length - min(pages.first, number)
    following = replace(following, past=_pages_past(pages, page, steps, following))
    told = _told_following(pages, page)
    if told is not None and told > number:
        return written_at(replace(following, doubt="none"), pages.next.write, told)
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
    return written_at(following, pages.next.write, number + length)


def _told_following(pages: Pages, page: Turned) -> int | None:
    """Return the number of the page after one, as that says; 0 for there is none, None for nothing."""
    if pages.following is None:
        return None
    is_null = pages.following.place == "body" and is_null_at(page.body, pages.following.path)
    return 0 if is_null else number_of(read_at(pages.following, page))


def _counted_back(pages: Pages, call: Call, page: Turned, back: Call) -> Call | None:
    number = _position(pages, call, page)
    if number <= pages.first:
        return None
    length = 1 if pages.unit == "page" else _size(pages, call) or len(page.items) or 1
    return written_at(back, pages.next.write, max(pages.first, number - length))


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
    return 0 if read is None else number_of(read_at(read, page)) or 0


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
    return number_of(given_at(call, pages.size.write)) or pages.size.default


def _position(pages: Pages, call: Call, page: Turned) -> int:
    """Return the number of a page, or of its first item: as asked for, else as told, else the first.

    What is not asked for begins with 0 or 1, whatever was assumed; another number is no first page's, for
    some servers tell that of the item after the page, or how many pages there are.
    """
    asked = number_of(given_at(call, pages.next.write))
    if asked is not None:
        return asked
    told = number_of(read_at(pages.current, page)) if pages.current is not None else None
    is_other = told not in {0, 1} or (pages.unit == "item" and told == len(page.items))
    return pages.first if told is None or is_other else told


def _items_before(pages: Pages, call: Call) -> int:
    """Return how many items are before the page that a walk begins with, as far as is known."""
    asked = number_of(given_at(call, pages.next.write))
    if asked is None or asked <= pages.first:
        return 0
    return (asked - pages.first) * ((_size(pages, call) or 0) if pages.unit == "page" else 1)
