"""Pages that tell the number of the next one: null ends a walk, whatever the server would answer then."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.page_settings import PageSettings
from tests.cases.pages.listings import listing
from tests.support.conversations import Conversation, Talk
from tests.support.http_server import RecordedRequest, Reply, json_reply

NUMBER = "{type: integer, nullable: true}"
WHERE: dict[str, Callable[[Any], dict[str, Any]]] = {
    f"next_page: {NUMBER}": lambda number: {"next_page": number},
    f"nextPage: {NUMBER}": lambda number: {"nextPage": number},
    f"meta: {{type: object, properties: {{next_page: {NUMBER}}}}}": lambda number: {
        "meta": {"next_page": number}
    },
}
LAST = 3


def document(where: str) -> str:
    return listing(asks="name: page, schema: {type: integer}", tells=where, thing="id: {type: integer}")


def page_of(request: RecordedRequest) -> int:
    return int(dict(request.query).get("page", "1"))


def things(number: int) -> list[dict[str, int]]:
    return [{"id": 2 * number}, {"id": 2 * number + 1}]


def ids(talk: Conversation, limit: int = 20) -> list[int]:
    return [item.id for item in talk.flavour.collect(talk.client.things.list(), limit)]


@pytest.mark.parametrize(("where", "told"), WHERE.items())
@pytest.mark.parametrize("behind", ["a refusal", "data without end", "nothing"])
@pytest.mark.parametrize("end", [None, 0])
def test_null_ends_a_walk(
    talk: Talk, where: str, told: Callable[[Any], dict[str, Any]], behind: str, end: int | None
) -> None:
    def answer(request: RecordedRequest) -> Reply:
        number = page_of(request)
        if number > LAST and behind == "a refusal":
            return json_reply({"message": "no such page"}, status=400)
        data = [] if number > LAST and behind == "nothing" else things(number)
        return json_reply({"data": data, **told(number + 1 if number < LAST else end)})

    it = talk(document(where), answer)
    assert ids(it) == [2, 3, 4, 5, 6, 7]
    assert [page_of(request) for request in it.server.requests] == [1, 2, 3]


@pytest.mark.parametrize(("where", "told"), WHERE.items())
def test_the_number_that_is_told_is_asked_for(
    talk: Talk, where: str, told: Callable[[Any], dict[str, Any]]
) -> None:
    def answer(request: RecordedRequest) -> Reply:
        number = page_of(request)
        return json_reply({"data": things(number), **told(number + 2 if number < 5 else None)})

    it = talk(document(where), answer)
    assert ids(it) == [2, 3, 6, 7, 10, 11]


@pytest.mark.parametrize("told", [{}, {"next_page": 1}, {"next_page": -1}, {"next_page": "soon"}], ids=str)
def test_what_says_nothing_is_counted(talk: Talk, told: dict[str, Any]) -> None:
    """Also a number that leads nowhere: a walk goes on until a page is empty."""

    def answer(request: RecordedRequest) -> Reply:
        number = page_of(request)
        return json_reply({"data": things(number) if number <= LAST else [], **told})

    it = talk(document(f"next_page: {NUMBER}"), answer)
    assert ids(it) == [2, 3, 4, 5, 6, 7]


def test_settings_name_it(talk: Talk) -> None:
    def answer(request: RecordedRequest) -> Reply:
        number = page_of(request)
        return json_reply({"data": things(number), "onward": number + 1 if number < LAST else None})

    where = f"onward: {NUMBER}"
    settings = {"pagination": {"list": PageSettings(page_parameter="page", following="onward")}}
    it = talk(document(where), answer, settings)
    assert ids(it) == [2, 3, 4, 5, 6, 7]
