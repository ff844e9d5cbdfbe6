"""Walks through lists of every kind: nothing is lost, nothing goes on for ever, whatever the server does."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.pages.conftest import Talk
from tests.cases.pages.model import ABSENT
from tests.support.conversations import Conversation

LINKED = (
    "cursors.list",
    "both.list",
    "searches.search",
    "headers.list",
    "items.list",
    "urls.list",
    "links.list",
)
COUNTED = ("numbers.list", "zeros.list", "bare.list", "offsets.list", "maps.list")
TOTALS: tuple[Any, ...] = (None, ABSENT, 0, "many", 1, 5, 999, -3, 2.5)
# One client serves all examples of a property: the shelf is what changes.
PROPERTY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def collected(talk: Conversation, method: str, **arguments: Any) -> list[str]:
    return [item.id for item in talk.collect(method, **arguments)]


def texts(numbers: Any) -> list[str]:
    return [str(number) for number in numbers]


def change(kind: str, place: float, number: int) -> Callable[[list[int]], None]:
    """Return what adds a thing, or takes one away, at a place from 0 to 1."""

    def apply(ids: list[int]) -> None:
        if kind == "remove" and ids:
            del ids[int(place * (len(ids) - 1))]
        elif kind == "add":
            ids.append(1000 + number)
            ids.sort()

    return apply


def arrival(number: int) -> Callable[[list[int]], None]:
    """Return what puts a thing before all others."""
    return lambda ids: ids.insert(0, -number)


def nothing(ids: list[int]) -> None:
    """Leave the things as they are."""


@pytest.mark.parametrize("method", [*LINKED, *COUNTED])
@pytest.mark.parametrize("count", [0, 1, 2, 4, 5])
def test_every_item_once(lists: Talk, method: str, count: int) -> None:
    talk, shelf = lists
    shelf.put(ids=list(range(1, count + 1)), cap=2)
    assert collected(talk, method) == texts(range(1, count + 1))
    assert [item.id for item in talk.collect(method)] == texts(range(1, count + 1))


@pytest.mark.parametrize("method", [*LINKED, *COUNTED])
@pytest.mark.parametrize("size", [1, 2, 100])
def test_servers_that_cap_the_size(lists: Talk, method: str, size: int) -> None:
    talk, shelf = lists
    shelf.put(ids=list(range(1, 8)), cap=3)
    name = "per_page" if method in {"numbers.list", "zeros.list", "bare.list", "maps.list"} else "limit"
    arguments: dict[str, Any] = {name: size}
    if method == "both.list":
        arguments = {"page": {"size": size}}
    elif method == "searches.search":
        arguments = {"paging": {"limit": size}}
    assert collected(talk, method, **arguments) == texts(range(1, 8))


@pytest.mark.parametrize("method", LINKED)
@PROPERTY
@given(data=st.data())
def test_what_is_there_throughout_comes(lists: Talk, method: str, data: st.DataObject) -> None:
    talk, shelf = lists
    ids = sorted(data.draw(st.sets(st.integers(1, 60), max_size=9)))
    kinds = data.draw(
        st.lists(st.tuples(st.sampled_from(["add", "remove", ""]), st.floats(0, 1)), max_size=6)
    )
    changes = [change(kind, place, number) for number, (kind, place) in enumerate(kinds)]
    removed: set[int] = set()

    def watched(apply: Callable[[list[int]], None]) -> Callable[[list[int]], None]:
        def watch(current: list[int]) -> None:
            before = {*current}
            apply(current)
            removed.update(before - {*current})

        return watch

    # An item that is hidden cannot be gone on from: those servers hide none.
    hidden = (
        frozenset() if method == "items.list" else frozenset(data.draw(st.sets(st.sampled_from(ids or [0]))))
    )
    shelf.put(
        ids=list(ids),
        hidden=hidden,
        cap=data.draw(st.integers(1, 4)),
        end=data.draw(st.sampled_from([ABSENT, None, ""])),
        total=data.draw(st.sampled_from(TOTALS)),
        changes=[watched(apply) for apply in changes],
    )
    if method == "both.list" and removed:
        return
    found = collected(talk, method)
    assert {*texts(ids)} - {*texts(removed)} - {*texts(hidden)} <= {*found}
    assert len(found) == len({*found})


@pytest.mark.parametrize("method", COUNTED)
@PROPERTY
@given(data=st.data())
def test_totals_may_lie(lists: Talk, method: str, data: st.DataObject) -> None:
    talk, shelf = lists
    count, cap = data.draw(st.integers(0, 9)), data.draw(st.integers(1, 4))
    shelf.put(ids=list(range(1, count + 1)), cap=cap, total=data.draw(st.sampled_from([*TOTALS, cap])))
    assert collected(talk, method) == texts(range(1, count + 1))


@pytest.mark.parametrize("method", COUNTED)
@PROPERTY
@given(data=st.data())
def test_what_arrives_hides_nothing(lists: Talk, method: str, data: st.DataObject) -> None:
    talk, shelf = lists
    count = data.draw(st.integers(0, 7))
    arrivals = data.draw(st.lists(st.booleans(), max_size=5))
    changes = [arrival(number) if front else nothing for number, front in enumerate(arrivals, 1)]
    shelf.put(ids=list(range(1, count + 1)), cap=data.draw(st.integers(2, 3)), changes=changes)
    try:
        found = collected(talk, method)
    except talk.package.PaginationError as error:
        found: Any = str(error)
    assert "again" in found or {*texts(range(1, count + 1))} <= {*found}


@pytest.mark.parametrize("method", ["cursors.list", "items.list"])
@pytest.mark.parametrize("more", [None, ABSENT, True, "true"], ids=["true to it", "absent", "always", "text"])
def test_flags_that_lie_lose_nothing(lists: Talk, method: str, more: Any) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5], cap=2, more=more)
    if more in (True, "true"):
        fault = "no item to go on from" if method == "items.list" else "not where: 'next_cursor' has nothing"
        with pytest.raises(talk.package.PaginationError, match=fault):
            collected(talk, method)
    else:
        assert collected(talk, method) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("method", ["cursors.list", "items.list"])
def test_a_flag_ends_a_walk_beside_a_live_cursor(lists: Talk, method: str) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5], cap=2, more=False)
    assert collected(talk, method) == ["1", "2"]
