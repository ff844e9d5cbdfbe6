# Copied from templates/_runtime/page_items.py. DO NOT EDIT: it is made anew.
"""The items of a page, and whether two pages are one."""

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel

from .errors import PaginationError
from .messages import Response
from .narrowing import is_list, is_object
from .operation import Content, Pages
from .page_calls import Call, given_at, goes_back, step_of
from .places import breaks_off, is_null_at, value_at
from .reasons import reason_of
from .responses import documented
from .validators import resolved
from .values import plain

# Fewer items have no two ends by which to tell them.
_TELLING: Final = 2
_WITHOUT_CONTENT: Final = frozenset({204, 205})
# What an answer says of its own failure, whatever its status is: there is something, or a flag is so.
_FAULTS: Final = ("error", "errors")
_OUTCOMES: Final = ("ok", "success")


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


def beyond(pages: Pages, call: Call, items: list[Any]) -> list[Any]:
    """Return the items of a page without the one that it was to begin beyond: some servers begin with that.

    Raises:
        PaginationError: where it is on the page in another way: what takes its id is no place in the list
            then but a filter, and to go on would lose items in silence.
    """
    read = pages.next.read
    is_back = pages.previous is not None and goes_back(pages, call)
    turn = pages.previous if pages.previous is not None and is_back else pages.next
    asked = given_at(call, turn.write) if read.place == "item" and call.url is None else None
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
