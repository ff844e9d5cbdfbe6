"""Texts that lead to a page later on, in another process even."""

import base64
import binascii
import json
from dataclasses import replace
from typing import Any

from .errors import InvalidRequestError
from .operation import Pages
from .page_calls import Call, given_at, without_opposite, written_at
from .values import plain


def cursor_of(pages: Pages, following: Call | None) -> str | None:
    """Return what leads to a page as text: its cursor, URL or number."""
    if following is None:
        return None
    return str(_lead(pages, following)[1])


def _lead(pages: Pages, following: Call) -> tuple[str, Any]:
    """Return what leads to a page, and what that is where it is not what usually does."""
    if following.url is not None:
        return ("" if pages.next.write.place == "url" else "url"), following.url
    number = None if pages.number is None else given_at(following, pages.number)
    if number is not None:
        return "number", number
    return "", given_at(following, pages.next.write)


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
        return replace(written_at(call, pages.number, value), before=before)
    written = written_at(without_opposite(call, pages, pages.next), pages.next.write, value)
    return replace(written, before=before)
