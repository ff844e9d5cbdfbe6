"""Pages whose answers have a list of links, of which one leads on by its relation."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

BELLS = document(
    """
/bells:
  get:
    operationId: listBells
    parameters:
      - {name: limit, in: query, schema: {type: integer}}
    responses:
      "200":
        description: Bells.
        content:
          application/json:
            schema:
              type: object
              properties:
                bells: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                links:
                  type: array
                  items:
                    type: object
                    properties:
                      rel: {type: string, description: "What it is: self, next or prev."}
                      href: {type: string}
"""
)
PAGES = 3


def bells(link: Callable[[int], list[Any] | None]) -> Callable[[RecordedRequest], Reply]:
    """Return a server of bells in pages of two, with the links that are wanted of each."""

    def answer(request: RecordedRequest) -> Reply:
        page = int(request.raw_query.partition("at=")[2] or 0)
        body = {"bells": [{"id": 2 * page}, {"id": 2 * page + 1}], "links": link(page)}
        return Reply(headers={"content-type": "application/json"}, body=json.dumps(body).encode())

    return answer


def around(relation: str) -> Callable[[int], list[Any]]:
    """Return the links of a page, under a relation to the next one."""

    def links(page: int) -> list[Any]:
        own = {"rel": "self", "href": f"/bells?at={page}"}
        return [own, {"rel": relation, "href": f"/bells?at={page + 1}"}] if page + 1 < PAGES else [own]

    return links


@pytest.mark.parametrize("relation", ["next", "Next", "last next"])
def test_the_link_with_the_relation_is_asked_for(talk: Talk, relation: str) -> None:
    found = talk(BELLS, bells(around(relation)), {"resources": "paths"})
    assert [bell.id for bell in found.collect("bells.list")] == [0, 1, 2, 3, 4, 5]
    assert found.targets == [f"GET /bells{query}" for query in ("", "?at=1", "?at=2")]


@pytest.mark.parametrize("links", [None, [], [{"href": "/bells?at=1"}], [{"rel": None}], [{"rel": "next"}]])
def test_no_link_with_the_relation_is_the_end(talk: Talk, links: list[Any] | None) -> None:
    found = talk(BELLS, bells(lambda _: links), {"resources": "paths"})
    assert [bell.id for bell in found.collect("bells.list")] == [0, 1]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/bells", "/acme/v2/bells"),
        ("/v2/bells", "/acme/v2/bells"),
        ("/acme/v2/bells", "/acme/v2/bells"),
        ("bells", "/acme/v2/bells"),
        ("/doorbells", "/doorbells"),
        ("/other/bells", "/other/bells"),
        ("/", "/"),
    ],
)
@pytest.mark.parametrize("is_absolute", [True, False])
def test_what_a_gateway_has_before_paths_is_put_back(
    talk: Talk, path: str, asked: str, is_absolute: bool
) -> None:
    """A server does not know of the prefix under which a gateway has it, and leaves it out of its links."""

    def next_of(page: int) -> list[Any]:
        origin = found.server.url if is_absolute and path.startswith("/") else ""
        return [{"rel": "next", "href": f"{origin}{path}?at={page + 1}"}] if page + 1 < PAGES else []

    found = talk(BELLS, bells(next_of), {"resources": "paths"})
    clients = (found.package.ApiClient, found.package.AsyncApiClient)
    client = found.flavour.open(*clients, base_url=f"{found.server.url}/acme/v2")
    assert len(found.flavour.collect(client.bells.list())) == 2 * PAGES
    assert found.targets == ["GET /acme/v2/bells", f"GET {asked}?at=1", f"GET {asked}?at=2"]


def test_a_list_of_all_is_not_taken_for_that_of_one(talk: Talk) -> None:
    """Only what the base URL has in front is put back: a path may be the end of another one."""

    def next_of(page: int) -> list[Any]:
        return [{"rel": "next", "href": f"/bells?at={page + 1}"}] if page + 1 < PAGES else []

    found = talk(BELLS.replace("/bells:", "/towers/north/bells:"), bells(next_of), {"resources": "paths"})
    clients = (found.package.ApiClient, found.package.AsyncApiClient)
    client = found.flavour.open(*clients, base_url=f"{found.server.url}/acme")
    assert len(found.flavour.collect(client.towers.north.bells.list())) == 2 * PAGES
    assert found.targets == ["GET /acme/towers/north/bells", "GET /bells?at=1", "GET /bells?at=2"]


NO_URLS = ["http://[::1", "http://[x", "http://℀/"]


@pytest.mark.parametrize("url", NO_URLS)
def test_a_page_whose_next_link_is_no_url_is_there_and_leads_nowhere(talk: Talk, url: str) -> None:
    """What is no URL is found out when it is to be asked for: not before, for the items are there."""
    it = talk(BELLS, bells(lambda _: [{"rel": "next", "href": url}]))
    page = it.flavour.call(it.client.bells.list().page)
    assert [bell.id for bell in page.items] == [0, 1]
    assert page.has_next
    with pytest.raises(it.package.PaginationError, match="no URL"):
        it.flavour.call(page.next_page)
