"""Walks through lists of well-known services, whose servers are here as their documents describe them."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from generator.config import ClientConfig
from generator.pipeline import generate
from tests.corpus.documents import CORPUS, documents
from tests.corpus.trials import method_of
from tests.support.conversations import open_conversation
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply

COUNT, CAP = 7, 3  # things, and how many of them the server gives at most: two pages and a bit
THINGS = [{"id": number} for number in range(1, COUNT + 1)]
NAMED = [{"id": f"id_{number}"} for number in range(1, COUNT + 1)]
Query: TypeAlias = dict[str, str]
Server: TypeAlias = Callable[[Query, str], Reply]


def window(start: int, things: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], bool]:
    """Return a page of things, and whether there are more."""
    return things[start : start + CAP], start + CAP < len(things)


def github_numbers(query: Query, url: str) -> Reply:
    """Pages by number; the header `Link` leads on, and is missing where there is one page only."""
    page = int(query.get("page", "1"))
    found, more = window((page - 1) * CAP, THINGS)
    last = f'<{url}?page=3&per_page={CAP}>; rel="last"'
    link = (
        f'<{url}?page={page + 1}&per_page={CAP}>; rel="next", {last}'
        if more
        else f'<{url}?page=1>; rel="first"'
    )
    return json_reply(found, headers={"Link": link})


def github_since(query: Query, url: str) -> Reply:
    """Things after an id, which the header `Link` has in its URL."""
    found, more = window(int(query.get("since", "0")), THINGS)
    headers = {"Link": f'<{url}?since={found[-1]["id"]}>; rel="next", <{url}{{?since}}>; rel="first"'}
    return json_reply(found, headers=headers if more else {})


def stripe(query: Query, url: str) -> Reply:
    """Things after the last one of the page before; a flag tells whether there are more."""
    ids = [thing["id"] for thing in NAMED]
    start = ids.index(query["starting_after"]) + 1 if "starting_after" in query else 0
    found, more = window(start, NAMED)
    return json_reply({"object": "list", "url": "/v1/customers", "has_more": more, "data": found})


def twilio(query: Query, url: str) -> Reply:
    """A relative URL leads on; a page by number without its token is refused."""
    page = int(query.get("Page", "0"))
    if page and query.get("PageToken") != f"PA{page}":
        return json_reply({"code": 20006, "message": "no such page"}, status=400)
    found, more = window(page * CAP, NAMED)
    path = "/" + url.split("/", 3)[3]
    next_ = f"{path}?PageSize={CAP}&Page={page + 1}&PageToken=PA{page + 1}" if more else None
    calls = [{"sid": thing["id"]} for thing in found]
    told = {
        "next_page_uri": next_,
        "previous_page_uri": None,
        "first_page_uri": f"{path}?PageSize={CAP}&Page=0",
    }
    return json_reply({"calls": calls, "page": page, "page_size": CAP, "uri": path, **told})


def digitalocean(query: Query, url: str) -> Reply:
    """The body has URLs, and no `pages` where there is one page only."""
    page = int(query.get("page", "1"))
    found, more = window((page - 1) * CAP, THINGS)
    back = {"first": f"{url}?page=1", "prev": f"{url}?page={page - 1}"} if page > 1 else {}
    on = {"next": f"{url}?page={page + 1}&per_page={CAP}", "last": f"{url}?page=3"} if more else {}
    return json_reply({"droplets": found, "links": {"pages": {**back, **on}}, "meta": {"total": COUNT}})


def box(query: Query, url: str) -> Reply:
    """Things after an offset, or after a marker where markers are asked for."""
    by_marker = query.get("usemarker") == "true" or url.endswith("/webhooks")
    start = int(query.get("marker", "m0")[1:]) if by_marker else int(query.get("offset", "0"))
    found, more = window(start, NAMED)
    if by_marker:
        return json_reply(
            {"entries": found, "limit": CAP, "next_marker": f"m{start + CAP}" if more else None}
        )
    return json_reply({"entries": found, "limit": CAP, "offset": start, "total_count": COUNT})


def trigger(query: Query, url: str) -> Reply:
    """Things after the one whose id is the cursor."""
    ids = [thing["id"] for thing in NAMED]
    found, more = window(ids.index(query["page[after]"]) + 1 if "page[after]" in query else 0, NAMED)
    next_ = {"next": found[-1]["id"]} if more else {}
    return json_reply({"data": found, "pagination": next_})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A list of a service: its document, its path, and how its server answers."""

    document: str
    path: str
    server: Server


CASES = [
    Case(document="github", path="/repos/{owner}/{repo}/issues", server=github_numbers),
    Case(document="github", path="/users", server=github_since),
    Case(document="stripe-2021", path="/v1/customers", server=stripe),
    Case(document="twilio-api", path="/2010-04-01/Accounts/{AccountSid}/Calls.json", server=twilio),
    Case(document="digitalocean", path="/v2/droplets", server=digitalocean),
    Case(document="box", path="/folders/{folder_id}/items", server=box),
    Case(document="box", path="/webhooks", server=box),
    Case(document="trigger-v3", path="/api/v1/sessions", server=trigger),
]
DOCUMENTS = {document.name: document for document in documents()}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Case], tuple[Any, str]]]:
    """Packages of the cases' operations, and how their lists are called: each is made once."""
    known: dict[tuple[str, str], tuple[Any, str]] = {}
    with pytest.MonkeyPatch.context() as patch:

        def make(case: Case) -> tuple[Any, str]:
            key = case.document, case.path
            if key not in known:
                name = f"real_{case.document}_{len(known)}".replace("-", "_")
                folder: Path = tmp_path_factory.mktemp(name)
                config = ClientConfig(
                    document=str(DOCUMENTS[case.document].path),
                    output=str(folder),
                    package=name,
                    client="ApiClient",
                    paths=(case.path,),
                )
                plans = generate(config).understood.plan.operations
                call = next(plan.name.call for plan in plans if plan.operation.method == "GET")
                patch.syspath_prepend(folder)
                known[key] = import_module(name), call
            return known[key]

        yield make


def credentials(client: Any) -> dict[str, Any]:
    """Return a value for each credential that a client takes, which come before the server."""
    names = [*inspect.signature(client).parameters]
    return dict.fromkeys(names[: names.index("base_url")], "secret")


@pytest.mark.skipif(not DOCUMENTS, reason=f"no corpus in {CORPUS}")
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.document} {case.path}")
def test_every_item_once(case: Case, made: Callable[[Case], tuple[Any, str]], flavour: Flavour) -> None:
    if DOCUMENTS[case.document].is_left_out:
        pytest.skip("a large document: set OASMITH_CORPUS=all, or run `make corpus`")
    package, name = made(case)

    def answer(request: RecordedRequest) -> Reply:
        host = f"http://{request.headers['host']}"
        return case.server(dict(request.query), f"{host}{request.path}")

    with ExitStack() as stack:
        talk = open_conversation(package, flavour, answer, stack, **credentials(package.ApiClient))
        method = method_of(talk.client, name)
        needed = [
            item.name for item in inspect.signature(method).parameters.values() if item.default is item.empty
        ]
        found = flavour.collect(method(**dict.fromkeys(needed, "x1")))
        assert [number(item) for item in found] == list(range(1, COUNT + 1))
        assert len(talk.server.requests) in {3, 4}  # a last page of which nothing tells is asked for


def number(item: Any) -> int:
    """Return the number of a thing."""
    told = item if isinstance(item, dict) else vars(item) | (item.model_extra or {})
    return int(str(told.get("id") or told["sid"]).removeprefix("id_"))
