"""What ends a walk, and what a pager does not let a server do."""

import importlib
from types import ModuleType
from typing import Any

import pytest

from tests.cases.pages.conftest import Talk, ids
from tests.support.http_server import RecordedRequest, Reply, json_reply


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"data": "x"}, "'data' is str"),
        ({"data": 3}, "'data' is int"),
        (None, "the body is null"),
        ("text", "the body is str"),
    ],
    ids=str,
)
def test_a_page_without_a_list_is_an_error(lists: Talk, body: Any, message: str) -> None:
    talk, shelf = lists
    shelf.instead = lambda _: json_reply(body)
    with pytest.raises(talk.package.PaginationError, match=message):
        talk.collect("offsets.list")


def test_a_list_without_its_envelope_is_a_page(lists: Talk) -> None:
    """Some servers give an envelope only where it is asked for."""
    talk, shelf = lists
    shelf.instead = lambda _: json_reply([{"id": 1}, {"id": 2}])
    assert len(talk.collect("cursors.list")) == 2


def test_an_object_where_the_body_is_the_list_is_an_error(lists: Talk) -> None:
    talk, shelf = lists
    shelf.instead = lambda _: json_reply({"data": []})
    with pytest.raises(talk.package.PaginationError, match="the body is dict"):
        talk.collect("bare.list")


@pytest.mark.parametrize("status", [204, 205])
def test_no_content_is_an_empty_page(lists: Talk, status: int) -> None:
    talk, shelf = lists
    shelf.instead = lambda _: Reply(status=status)
    assert talk.collect("cursors.list") == []


@pytest.mark.parametrize("method", ["bare.list", "offsets.list", "zeros.list"])
def test_a_server_that_ignores_the_parameter_is_an_error(lists: Talk, method: str) -> None:
    talk, shelf = lists
    things = [{"id": "1"}, {"id": "2"}, {"id": "3"}]
    shelf.instead = lambda _: json_reply(things if method == "bare.list" else {"data": things})
    with pytest.raises(talk.package.PaginationError, match="items of this page again"):
        talk.collect(method)


def test_an_empty_page_that_gives_its_own_cursor_is_the_last_one(lists: Talk) -> None:
    """So lists of events end that go on later."""
    talk, shelf = lists

    def answer(request: RecordedRequest) -> Reply:
        asked = dict(request.query).get("cursor")
        data = [{"id": "1"}] if asked is None else []
        return json_reply({"data": data, "next_cursor": "c1"})

    shelf.instead = answer
    assert ids(talk.collect("cursors.list")) == ["1"]


@pytest.mark.parametrize("others", [[], ["8"]], ids=["alone", "behind others"])
def test_an_id_that_filters_is_an_error(lists: Talk, others: list[str]) -> None:
    """What a page was to begin after is all there is, or stands at its end: the server lost the rest."""
    talk, shelf = lists

    def answer(request: RecordedRequest) -> Reply:
        asked = dict(request.query).get("starting_after")
        found = ["1", "2"] if asked is None else [*others, asked]
        return json_reply({"data": [{"id": one} for one in found], "has_more": asked is None})

    shelf.instead = answer
    with pytest.raises(talk.package.PaginationError, match=r"gave the item again .* begin beyond .after 2"):
        talk.collect("items.list")


@pytest.mark.parametrize("count", [3, 4, 5, 7])
@pytest.mark.parametrize("tells", [True, False])
def test_a_page_may_begin_with_the_item_that_led_to_it(lists: Talk, count: int, *, tells: bool) -> None:
    """A server that includes it gives nothing twice, and the walk ends where nothing else is there."""
    talk, shelf = lists
    known = [str(number) for number in range(count)]

    def answer(request: RecordedRequest) -> Reply:
        start = known.index(dict(request.query).get("starting_after", "0"))
        found = known[start : start + 3]
        more = {"has_more": start + 3 < count} if tells else {}
        return json_reply({"data": [{"id": one} for one in found], **more})

    shelf.instead = answer
    if count == 3 and not tells:  # a second page that has nothing else may be that of a filter
        with pytest.raises(talk.package.PaginationError, match="filters the list"):
            talk.collect("items.list")
        return
    assert ids(talk.collect("items.list")) == known


def test_an_id_that_filters_is_an_error_backward(lists: Talk) -> None:
    talk, shelf = lists

    def answer(request: RecordedRequest) -> Reply:
        asked = dict(request.query).get("ending_before")
        found = ["3", "4"] if asked is None else [asked]
        return json_reply({"data": [{"id": one} for one in found], "has_more": asked is None})

    shelf.instead = answer
    page = talk.flavour.call(talk.client.items.list(starting_after="2").page)
    with pytest.raises(talk.package.PaginationError, match=r"gave the item again .* begin beyond .before 3"):
        talk.flavour.call(page.previous_page)


def test_what_a_caller_asks_for_is_not_judged(lists: Talk) -> None:
    talk, shelf = lists
    shelf.instead = lambda _: json_reply({"data": [{"id": "2"}], "has_more": False})
    assert ids(talk.collect("items.list", starting_after="2")) == ["2"]


def test_pages_that_go_round_are_an_error(lists: Talk) -> None:
    talk, shelf = lists
    shelf.instead = lambda request: json_reply([{"id": str(int(dict(request.query).get("page", "1")) % 3)}])
    with pytest.raises(talk.package.PaginationError, match="items of the first page again"):
        talk.collect("bare.list")


def test_pages_that_come_again_later_are_an_error(lists: Talk) -> None:
    talk, shelf = lists

    def answer(request: RecordedRequest) -> Reply:
        page = int(dict(request.query).get("page", "1"))
        number = 0 if page == 1 else page % 3 + 1
        return json_reply([{"id": f"{number}a", "seen": page}, {"id": f"{number}b", "seen": page}])

    shelf.instead = answer
    with pytest.raises(talk.package.PaginationError, match="items of an earlier page again"):
        talk.collect("bare.list")


@pytest.mark.parametrize("method", ["bare.list", "offsets.list", "zeros.list"])
def test_a_server_that_ignores_the_parameter_is_told_by_ids(lists: Talk, method: str) -> None:
    talk, shelf = lists
    times = iter(range(100_000))

    def answer(_: RecordedRequest) -> Reply:
        things = [{"id": "1", "read": next(times)}, {"id": "2", "read": next(times)}]
        return json_reply(things if method == "bare.list" else {"data": things, "total": 100_000})

    shelf.instead = answer
    with pytest.raises(talk.package.PaginationError, match="items of this page again"):
        talk.collect(method)


def test_a_total_that_is_far_too_low_loses_nothing(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=list(range(1, 101)), cap=2, total=3)
    assert ids(talk.collect("offsets.list")) == [str(number) for number in range(1, 101)]


@pytest.mark.parametrize(
    ("name", "told", "message"),
    [
        ("cursors", {"data": [], "next_cursor": "on", "has_more": True}, "1000 pages in a row were empty"),
        ("numbers", {"data": [{}, {}], "total_pages": 2}, "1000 pages in a row came after"),
        ("zeros", {"data": [{}, {}], "total": 3}, "1000 pages in a row came after"),
        ("offsets", {"data": [{}, {}], "total": "3"}, "1000 pages in a row came after"),
    ],
)
def test_pages_without_end_are_an_error(
    package: ModuleType, name: str, told: dict[str, Any], message: str
) -> None:
    step = importlib.import_module(f"{package.__name__}._runtime.pagination").step
    runtime = importlib.import_module(f"{package.__name__}._runtime.page_calls")
    record = importlib.import_module(f"{package.__name__}._runtime.operation").Operation
    operations = vars(importlib.import_module(f"{package.__name__}._operations.{name}")).values()
    (pages,) = (operation.pages for operation in operations if isinstance(operation, record))
    page = runtime.Turned(body=told, items=told["data"], response=None)

    def walk() -> None:
        call = runtime.Call(arguments={})
        while call is not None:
            call = step(pages, call, page)

    with pytest.raises(package.PaginationError, match=message):
        walk()


@pytest.mark.parametrize("status", [404, 400, 422])
def test_what_a_server_says_behind_the_last_page_ends_it(lists: Talk, status: int) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3], cap=3)

    def answer(request: RecordedRequest) -> Reply:
        is_first = dict(request.query).get("page", "1") == "1"
        return held.answer(request) if is_first else Reply(status=status)

    shelf.instead = answer
    assert ids(talk.collect("numbers.list")) == ["1", "2", "3"]


def test_a_refusal_where_nothing_says_that_it_is_the_end_is_raised(lists: Talk) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3, 4], cap=3)

    def answer(request: RecordedRequest) -> Reply:
        is_first = dict(request.query).get("page", "1") == "1"
        return held.answer(request) if is_first else Reply(status=422)

    shelf.instead = answer
    with pytest.raises(talk.package.UnprocessableEntityError):
        talk.collect("bare.list")
