"""Where the next page is: pure functions over what an operation states about its pages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from .errors import InvalidRequestError
from .narrowing import is_list, is_object
from .operation import CursorPages, NumberedPages, Pages, Path
from .unset import UNSET
from .values import plain

Arguments = Mapping[str, Any]


def first_arguments(pages: Pages, arguments: Arguments) -> Arguments:
    """Return the arguments of the first page.

    Raises:
        InvalidRequestError: where they ask for two directions at once.
    """
    if isinstance(pages, CursorPages) and pages.previous_argument is not None:
        forward = argument_at(arguments, pages.next_argument)
        backward = argument_at(arguments, pages.previous_argument)
        if forward and backward:
            names = f"{pages.next_argument[-1]!r} and {pages.previous_argument[-1]!r}"
            raise InvalidRequestError(f"{names} ask for two directions at once; give one")
    return arguments


def next_arguments(pages: Pages, arguments: Arguments, body: Any) -> Arguments | None:
    """Return the arguments of the page after a response; None where it was the last one.

    A page that is empty is not the last one: filters may apply after paging, so only the cursor tells.
    """
    if isinstance(pages, CursorPages):
        return _follow(arguments, member(body, pages.next), pages.next_argument, pages.previous_argument)
    number, total = _number(pages, arguments, body), member(body, pages.total)
    if not isinstance(total, int | float) or number >= total:
        return None
    return with_argument(arguments, pages.argument, number + 1)


def previous_arguments(pages: Pages, arguments: Arguments, body: Any) -> Arguments | None:
    """Return the arguments of the page before a response; None where none is told."""
    if isinstance(pages, CursorPages):
        if pages.previous is None or pages.previous_argument is None:
            return None
        return _follow(arguments, member(body, pages.previous), pages.previous_argument, pages.next_argument)
    number = _number(pages, arguments, body)
    return with_argument(arguments, pages.argument, number - 1) if number > 1 else None


def next_cursor(pages: Pages, body: Any) -> str | None:
    """Return the cursor of the page after a response, as the server gave it."""
    cursor = member(body, pages.next) if isinstance(pages, CursorPages) else None
    return str(cursor) if cursor else None


def items_of(pages: Pages, body: Any) -> list[Any]:
    """Return the items of a response; none where it has no list of them."""
    items = member(body, pages.items)
    return items if is_list(items) else []


def step_of(pages: Pages, arguments: Arguments) -> str:
    """Return what tells one page of a walk from another: the cursor or number that it was asked for with."""
    if isinstance(pages, NumberedPages):
        return str(argument_at(arguments, pages.argument))
    forward = argument_at(arguments, pages.next_argument)
    backward = argument_at(arguments, pages.previous_argument) if pages.previous_argument else None
    return f"after {forward}" if forward else f"before {backward}" if backward else "the first page"


def _follow(arguments: Arguments, cursor: Any, to: Path, opposite: Path | None) -> Arguments | None:
    """Return the arguments with a cursor in place, and never with the opposite one beside it."""
    if cursor is None or cursor == "":
        return None
    if opposite is not None and argument_at(arguments, opposite) is not None:
        arguments = with_argument(arguments, opposite, None)
    return with_argument(arguments, to, cursor)


def _number(pages: NumberedPages, arguments: Arguments, body: Any) -> int:
    told = member(body, pages.current) if pages.current is not None else None
    asked = argument_at(arguments, pages.argument)
    for number in (told, asked):
        if isinstance(number, int | float):
            return int(number)
    return 1


def argument_at(arguments: Arguments, path: Path) -> Any:
    """Return the argument at a path; None where it is absent."""
    value: Any = arguments
    for name in path:
        value = _get(value, name)
    return None if value is UNSET or value == "" else value


def with_argument(arguments: Arguments, path: Path, value: Any) -> Arguments:
    """Return arguments in which the one at a path is another; the given ones stay as they are."""
    name, *rest = path
    inner = arguments.get(name)
    if rest:
        given = plain(inner) if inner is not UNSET and inner is not None else {}
        value = with_argument(given if isinstance(given, dict) else {}, tuple(rest), value)
    return {**arguments, name: value}


def member(body: Any, path: Path) -> Any:
    """Return the value at a path of wire names in a response; None where it is absent."""
    for name in path:
        body = _get(body, name)
    return body


def _get(value: Any, name: str) -> Any:
    if is_object(value):
        return value.get(name)
    if isinstance(value, BaseModel):
        field = _field_names(type(value)).get(name)
        return getattr(value, field, None) if field is not None else (value.model_extra or {}).get(name)
    return None


@cache
def _field_names(model: type[BaseModel]) -> Mapping[str, str]:
    return {field.serialization_alias or name: name for name, field in model.model_fields.items()}
