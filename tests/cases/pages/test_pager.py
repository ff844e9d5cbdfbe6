"""What a pager can do besides being iterated, and what it does not let a server do."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.cases.pages.conftest import Talk, ids
from tests.cases.pages.test_walks import COUNTED, LINKED
from tests.support.conversations import Conversation
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

EVERY = (*LINKED, *COUNTED)


def pager_of(talk: Conversation, method: str, **arguments: Any) -> Any:
    resource, _, name = method.partition(".")
    return getattr(getattr(talk.client, resource), name)(**arguments)


def pages_in_turn(*bodies: Any) -> Callable[[RecordedRequest], Reply]:
    """Answer with one body after the other, and with the last one for ever."""
    left = list(bodies)
    return lambda _: json_reply(left.pop(0) if left[1:] else left[0])


# --- getting items ---


@pytest.mark.parametrize("method", EVERY)
def test_a_few_items_cost_few_requests(lists: Talk, method: str) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    pager = pager_of(talk, method)
    assert ids(talk.flavour.call(pager.to_list, limit=3)) == ["1", "2", "3"]
    assert len(held.seen) == 2
    assert ids(talk.flavour.collect(pager.items(limit=2))) == ["1", "2"]
    assert len(held.seen) == 3
    assert talk.flavour.call(pager.first).id == "1"
    assert ids(talk.flavour.call(pager.to_list)) == ["1", "2", "3", "4", "5"]
    assert talk.flavour.collect(pager.items(limit=0)) == []


def test_the_first_of_nothing(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1], hidden=frozenset({1}))
    assert talk.flavour.call(talk.client.cursors.list().first) is None


def test_the_first_item_may_be_on_a_later_page(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3], hidden=frozenset({1, 2}), cap=2)
    assert talk.flavour.call(talk.client.cursors.list().first).id == "3"


def test_a_page(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3], cap=2)
    page = talk.flavour.call(talk.client.cursors.list().page)
    assert (len(page), ids(page), page.total, page.has_next, page.cursor) == (2, ["1", "2"], 3, True, "c2")
    assert type(page.body).__name__ == "CursorListResponse"
    assert page.response.status == 200
    last = talk.flavour.call(page.next_page)
    assert (ids(last), last.has_next, last.cursor, last.resume_token) == (["3"], False, None, None)
    assert talk.flavour.call(last.next_page) is None
    assert "2 items, more after it" in repr(page)


# --- going on ---


@pytest.mark.parametrize("method", EVERY)
def test_going_on_from_a_page_asks_for_it_no_more(lists: Talk, method: str) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    page = talk.flavour.call(pager_of(talk, method).page)
    assert ids(talk.flavour.collect(page.onward())) == ["1", "2", "3", "4", "5"]
    paths = [request.target for request in held.seen]
    assert len(held.seen) == len({*paths}) or method == "searches.search"


@pytest.mark.parametrize("method", EVERY)
def test_resuming_later(lists: Talk, method: str) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    page = talk.flavour.call(pager_of(talk, method).page)
    token = page.resume_token
    assert isinstance(token, str)
    assert ids(talk.flavour.collect(pager_of(talk, method).resume(token))) == ["3", "4", "5"]


@pytest.mark.parametrize("token", ["", "x", "W10", "bm9wZQ", "é", "W1tb" * 30_000])
def test_what_is_no_token(lists: Talk, token: str) -> None:
    talk, _ = lists
    with pytest.raises(talk.package.InvalidRequestError, match="no token"):
        talk.client.cursors.list().resume(token)


def test_a_token_of_another_call(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3], cap=2)
    token = talk.flavour.call(talk.client.cursors.list().page).resume_token
    with pytest.raises(talk.package.InvalidRequestError, match=r"of cursors\.list, not of items\.list"):
        talk.client.items.list().resume(token)


@pytest.mark.parametrize("method", ["both.list", "items.list", "numbers.list", "zeros.list", "offsets.list"])
def test_back_and_forth(lists: Talk, method: str) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5, 6], cap=2)
    size: dict[str, Any] = {"per_page": 2} if method in {"numbers.list", "zeros.list"} else {"limit": 2}
    size = {} if method == "both.list" else size
    first = talk.flavour.call(pager_of(talk, method, **size).page)
    second = talk.flavour.call(first.next_page)
    third = talk.flavour.call(second.next_page)
    back = talk.flavour.call(third.previous_page)
    assert [ids(page) for page in (first, second, third, back)] == [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
        ["3", "4"],
    ]
    assert (first.has_previous, second.has_previous) == (False, True)
    assert talk.flavour.call(first.previous_page) is None
    assert ids(talk.flavour.call(back.next_page)) == ["5", "6"]


# --- telling ---


def test_progress(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3], cap=2)
    told: list[Any] = []
    talk.flavour.collect(talk.client.cursors.list().watched(told.append))
    assert [(progress.pages, progress.items, progress.total) for progress in told] == [(1, 2, 3), (2, 3, 3)]


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_hook_that_fails_takes_nothing_from_a_walk_that_goes_on(failing: int, lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    told: list[int] = []

    def hook(progress: Any) -> None:
        told.append(progress.pages)
        if progress.pages == failing:
            raise KeyError("mine")

    items = talk.client.cursors.list().watched(hook).items()
    found: list[str] = []
    with pytest.raises(KeyError, match="mine"):
        follow(talk, items, found)
    follow(talk, items, found)
    assert found == ["1", "2", "3", "4", "5"]
    assert told == [1, 2, 3]


def follow(talk: Any, items: Any, found: list[str]) -> None:
    async def awaited() -> None:
        async for item in items:
            found.append(item.id)  # noqa: PERF401 - what comes before a failure counts

    if not talk.flavour.is_sync:
        talk.flavour.call(awaited)
        return
    for item in items:
        found.append(item.id)  # noqa: PERF401 - as above


def test_a_pager_says_how_it_pages(lists: Talk) -> None:
    talk, _ = lists
    pager = talk.client.cursors.list()
    assert "cursors.list: pages of 'data': 'next_cursor' goes to 'cursor'" in repr(pager)
    assert "'data': 'next_cursor' goes to 'cursor'" in (talk.client.cursors.list.__doc__ or "")
    assert "for all items" in repr(pager)


# --- URLs of the server ---


def test_relative_urls_and_credentials(lists: Talk) -> None:
    talk, shelf = lists
    thing = {"id": "1"}
    bodies = [
        {"data": [thing], "links": {"next": "/urls?from=1"}},
        {"data": [{"id": "2"}], "links": {"next": "?from=2&api_key=other"}},
        {"data": [{"id": "3"}], "links": {"next": ""}},
    ]
    shelf.instead = pages_in_turn(*bodies)
    assert ids(talk.collect("urls.list")) == ["1", "2", "3"]
    assert [dict(request.query) for request in talk.server.requests] == [
        {"api_key": "secret"},
        {"from": "1", "api_key": "secret"},
        {"from": "2", "api_key": "other"},
    ]


def test_links_may_be_objects_with_a_url(lists: Talk) -> None:
    talk, shelf = lists
    bodies = [
        {"data": [{"id": "1"}], "links": {"next": {"href": "/urls?from=1"}}},
        {"data": [{"id": "2"}], "links": {"next": "/urls?from=2"}},
        {"data": [{"id": "3"}], "links": {"next": None}},
    ]
    shelf.instead = pages_in_turn(*bodies)
    assert ids(talk.collect("urls.list")) == ["1", "2", "3"]
    assert [dict(request.query).get("from") for request in talk.server.requests] == [None, "1", "2"]


def test_a_link_without_a_url_is_an_error(lists: Talk) -> None:
    talk, shelf = lists
    shelf.instead = pages_in_turn({"data": [{"id": "1"}], "links": {"next": {"href": None}}})
    with pytest.raises(talk.package.PaginationError, match="no text"):
        talk.collect("urls.list")


@pytest.mark.parametrize("method", ["urls.list", "links.list"])
def test_no_credentials_go_to_another_origin(lists: Talk, method: str) -> None:
    talk, shelf = lists
    with HttpServer(lambda _: json_reply([])) as other:
        url = f"{other.url}/stolen"
        headers = {"content-type": "application/json", "Link": f'<{url}>; rel="next"'}
        body = b'{"data": [{"id": "1"}], "links": {"next": "%s"}}' % url.encode()
        body = body if method == "urls.list" else b'[{"id": "1"}]'
        shelf.instead = lambda _: Reply(headers=headers, body=body)
        with pytest.raises(talk.package.PaginationError, match="another origin"):
            talk.collect(method)
        assert other.requests == []


def test_a_token_leads_to_no_other_origin(lists: Talk) -> None:
    talk, shelf = lists
    shelf.instead = lambda _: json_reply({"data": [{"id": "1"}], "links": {"next": "http://localhost:1/"}})
    token = talk.flavour.call(talk.client.urls.list().page).resume_token
    with pytest.raises(talk.package.PaginationError, match="another origin"):
        talk.flavour.collect(talk.client.urls.list().resume(token))


def test_what_is_shown_has_no_secret_of_a_url(lists: Talk) -> None:
    talk, shelf = lists
    next_ = f"{shelf.url}/urls?api_key=secret&from=1"
    shelf.instead = pages_in_turn(
        {"data": [{"id": "1"}], "links": {"next": next_}}, {"data": [{"id": "2"}], "links": {"next": next_}}
    )
    page = talk.flavour.call(talk.flavour.call(talk.client.urls.list().page).next_page)
    assert "secret" not in repr(page)
    with pytest.raises(talk.package.PaginationError) as error:
        talk.flavour.call(page.next_page)
    assert "secret" not in str(error.value)


# --- asynchronous ---


def test_awaiting_a_pager_gives_the_first_page(lists: Talk) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3], cap=2)
    if talk.flavour.is_sync:
        assert not hasattr(talk.client.cursors.list(), "__await__")
        return

    async def first() -> Any:
        return await talk.client.cursors.list()

    assert ids(talk.flavour.call(first)) == ["1", "2"]


def test_reading_ahead(lists: Talk) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    if talk.flavour.is_sync:
        assert not hasattr(talk.client.cursors.list(), "read_ahead")
        return

    async def walk(limit: int | None = None) -> list[str]:
        found: list[str] = []
        async with talk.client.cursors.list().read_ahead() as pages:
            async for page in pages:
                found += ids(page)
                if len(found) == limit:
                    break
        return found

    async def fail() -> None:
        async with talk.client.cursors.list().read_ahead() as pages:
            async for _ in pages:
                raise KeyError("mine")

    assert talk.flavour.call(walk) == ["1", "2", "3", "4", "5"]
    assert talk.flavour.call(walk, 2) == ["1", "2"]
    with pytest.raises(KeyError, match="mine"):
        talk.flavour.call(fail)
    shelf.instead = lambda request: Reply(status=500) if request.query[1:] else held.answer(request)
    with pytest.raises(talk.package.InternalServerError):
        talk.flavour.call(walk)


@pytest.mark.parametrize(
    "raised",
    [KeyError(1), SystemExit(3), KeyboardInterrupt(), GeneratorExit(), ExceptionGroup("own", [KeyError(1)])],
    ids=lambda raised: type(raised).__name__,
)
def test_what_is_raised_while_pages_are_read_ahead_comes_out_as_it_is(
    raised: BaseException, lists: Talk
) -> None:
    talk, shelf = lists
    shelf.put(ids=[1, 2, 3, 4, 5], cap=2)
    if talk.flavour.is_sync:
        return

    async def read() -> BaseException | None:
        try:
            async with talk.client.cursors.list().read_ahead() as pages:
                async for _ in pages:
                    raise raised  # noqa: TRY301 - from within the block
        except BaseException as fault:  # noqa: BLE001 - what it is, is what is asked
            return fault
        return None

    assert talk.flavour.call(read) is raised


def test_one_walk_is_for_one_task(lists: Talk) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3, 4], cap=2)
    pages = talk.client.cursors.list().pages()
    arrived, leave = threading.Event(), threading.Event()

    def answer(request: RecordedRequest) -> Reply:
        arrived.set()
        leave.wait(10)
        return held.answer(request)

    shelf.instead = answer
    if talk.flavour.is_sync:
        faults: list[Exception] = []
        waiting = threading.Thread(target=lambda: next(pages))
        waiting.start()
        arrived.wait(10)
        try:
            next(pages)
        except talk.package.PaginationError as fault:
            faults.append(fault)
        leave.set()
        waiting.join(10)
        assert "a walk of its own" in str(faults[0])
        return

    async def twice() -> None:
        import anyio  # noqa: PLC0415

        async def release() -> None:
            await anyio.sleep(0.05)
            leave.set()

        async with anyio.create_task_group() as group:
            group.start_soon(release)
            group.start_soon(pages.__anext__)
            await anyio.sleep(0.01)
            with pytest.raises(talk.package.PaginationError, match="a walk of its own"):
                await pages.__anext__()

    talk.flavour.call(twice)


def test_pages_with_their_response(lists: Talk) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3], cap=2)
    answer = talk.flavour.call(talk.client.with_response(talk.client.cursors.list), limit=2)
    assert answer.response.status == 200
    assert len(held.seen) == 1
    onward = answer.value if talk.flavour.is_sync else answer.value.onward()
    assert ids(talk.flavour.collect(onward)) == ["1", "2", "3"]
    assert len(held.seen) == 2


@pytest.mark.parametrize("method", ["cursors.list", "urls.list"])
def test_options_of_a_client_hold_on_all_pages(lists: Talk, method: str) -> None:
    talk, shelf = lists
    held = shelf.put(ids=[1, 2, 3], cap=2)
    client = talk.client.with_options(headers={"X-Trace": "1"})
    resource, _, name = method.partition(".")
    talk.flavour.collect(getattr(getattr(client, resource), name)())
    assert [request.headers["x-trace"] for request in held.seen] == ["1", "1"]
