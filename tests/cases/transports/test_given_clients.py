"""What an HTTP client that is given from outside adds: to requests of the API, and to no other server's."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import aiohttp
import httpx
import httpx2
import pytest
from pyreqwest.client import ClientBuilder, SyncClientBuilder

from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SECRET = "canary"
HEADERS = {"X-Own": SECRET, "Authorization": f"Bearer {SECRET}", "Cookie": f"a={SECRET}"}
# What each library takes besides, and what comes of it in a request.
WITH_HEADERS = {"headers": HEADERS}
WITH_COOKIES = {"cookies": {"b": SECRET}}
WITH_PARAMETERS = {"params": {"p": SECRET}}
WITH_AUTH = {"auth": ("user", SECRET)}


def made(carrier: str, flavour: Flavour, **further: Any) -> Any:
    """Return a client of what carries the requests that is set up so."""
    if "pyreqwest" in carrier:
        builder: Any = SyncClientBuilder() if flavour.is_sync else ClientBuilder()
        return builder.default_headers(further["headers"]).follow_redirects(False).build()
    if carrier == "aiohttp":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of `auth`
            if "auth" in further:
                further = {"auth": aiohttp.BasicAuth(*further["auth"])}
            return flavour.call(session, **further)
    library = httpx if carrier.startswith("httpx ") else httpx2
    return (library.Client if flavour.is_sync else library.AsyncClient)(**further)


async def session(**further: Any) -> aiohttp.ClientSession:
    if "cookies" in further:
        further["cookie_jar"] = aiohttp.CookieJar(unsafe=True)  # of hosts that are numbers
    return aiohttp.ClientSession(**further)


@contextmanager
def given(carrier: str, flavour: Flavour, further: dict[str, Any]) -> Iterator[Any]:
    """Give a client that is set up so, and close it."""
    is_taken = "pyreqwest" not in carrier or "headers" in further
    if not is_taken or (carrier == "aiohttp" and "params" in further):
        pytest.skip("the library has none for all requests")
    client = made(carrier, flavour, **further)
    yield client
    closing = client.aclose if hasattr(client, "aclose") else client.close
    flavour.call(closing)


@pytest.fixture
def here(api: ModuleType, flavour: Flavour) -> Callable[..., Any]:
    """Makes a client of the API."""

    def opened(url: str, given: Any, **options: Any) -> Any:
        further = {"key": "k", "max_retries": 0, **options}
        return flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, http_client=given, **further)

    return opened


def shown(request: RecordedRequest) -> str:
    return f"{request.target} {request.headers.items()}"


@pytest.mark.parametrize(
    "further", [WITH_HEADERS, WITH_COOKIES, WITH_PARAMETERS, WITH_AUTH], ids=lambda each: next(iter(each))
)
@pytest.mark.parametrize("status", [302, 307])
def test_what_it_adds_is_for_the_api_alone(
    status: int, further: dict[str, Any], carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    """A server elsewhere gets none of it, nor does one that leads back from there."""
    with HttpServer(lambda _: json_reply({"name": "there"})) as last:

        def lead_on(request: RecordedRequest) -> Reply:
            location = f"{last.url}/z" if request.path == "/y" else "/y"
            return Reply(status=status, headers={"location": location})

        with (
            HttpServer(lead_on) as other,
            HttpServer(lambda _: Reply(status=status, headers={"location": f"{other.url}/x"})) as server,
            given(carrier, flavour, further) as client,
        ):
            assert flavour.call(here(server.url, client).things.list).name == "there"
            (own,) = server.requests
            elsewhere = [*other.requests, *last.requests]
    encoded = "dXNlcjpjYW5hcnk="
    assert SECRET in shown(own) or encoded in shown(own)
    assert [request.path for request in elsewhere] == ["/x", "/y", "/z"]
    for request in elsewhere:
        assert SECRET not in shown(request)
        assert encoded not in shown(request)
        assert not {"authorization", "cookie", "x-own"} & {name.lower() for name in request.headers}


def test_elsewhere_compressed_content_is_still_asked_for(
    carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    with (
        HttpServer(lambda _: json_reply({"name": "there"})) as other,
        HttpServer(lambda _: Reply(status=302, headers={"location": f"{other.url}/x"})) as server,
        given(carrier, flavour, WITH_HEADERS) as client,
    ):
        flavour.call(here(server.url, client).things.list)
    assert "gzip" in other.requests[0].headers["accept-encoding"]


def test_the_api_gets_it_with_each_redirect_of_its_own(
    carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    def answer(request: RecordedRequest) -> Reply:
        if request.path == "/things":
            return Reply(status=302, headers={"location": "/other"})
        return json_reply({"name": "here"})

    with HttpServer(answer) as server, given(carrier, flavour, WITH_HEADERS) as client:
        assert flavour.call(here(server.url, client).things.list).name == "here"
    assert [request.headers["x-own"] for request in server.requests] == [SECRET, SECRET]


@pytest.mark.parametrize("further", [WITH_HEADERS, WITH_AUTH], ids=lambda each: next(iter(each)))
def test_a_credential_of_the_call_is_never_replaced(
    further: dict[str, Any], carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    with (
        HttpServer(lambda _: json_reply({"name": "n"})) as server,
        given(carrier, flavour, further) as client,
    ):
        api = here(server.url, client, headers={"Authorization": "Token mine"})
        assert flavour.call(api.things.list).name == "n"
        assert flavour.call(here(server.url, client).things.list).name == "n"
    first, second = server.requests
    assert first.headers.get_all("authorization") == ["Token mine"]
    assert second.headers["authorization"].split()[0] in {"Bearer", "Basic"}  # where it has none itself


def test_what_signs_in_a_way_of_its_own_signs_what_has_a_credential_too(
    carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    if carrier == "aiohttp":
        pytest.skip("its `auth` is a user name and a password")

    def sign(request: Any) -> Any:
        request.headers["X-Signature"] = SECRET
        return request

    with (
        HttpServer(lambda _: json_reply({"name": "n"})) as server,
        given(carrier, flavour, {"auth": sign}) as client,
    ):
        api = here(server.url, client, headers={"Authorization": "Token mine"})
        assert flavour.call(api.things.list).name == "n"
    (request,) = server.requests
    assert (request.headers["authorization"], request.headers["x-signature"]) == ("Token mine", SECRET)


def test_a_header_is_left_to_the_given_client(
    carrier: str, flavour: Flavour, here: Callable[..., Any]
) -> None:
    with (
        HttpServer(lambda _: json_reply({"name": "n"})) as server,
        given(carrier, flavour, WITH_AUTH) as client,
    ):
        flavour.call(here(server.url, client, headers={"Authorization": None}).things.list)
    assert server.requests[0].headers["authorization"].startswith("Basic ")


def test_netrc_and_the_proxy_of_a_session_of_aiohttp(
    carrier: str,
    flavour: Flavour,
    here: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`trust_env` of a session stands for both: the proxy is used, and `~/.netrc` is for no other server."""
    if carrier != "aiohttp":
        pytest.skip("others have no such session")
    (tmp_path / "netrc").write_text(f"default login user password {SECRET}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))

    def answer(request: RecordedRequest) -> Reply:
        if "near.test" in request.target:
            return Reply(status=302, headers={"location": "http://far.test/x"})
        return json_reply({"name": "far"})

    with HttpServer(answer) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        with given(carrier, flavour, {"trust_env": True}) as client:
            assert flavour.call(here("http://near.test", client).things.list).name == "far"
            own = here("http://near.test", client, headers={"Authorization": "Token mine"})
            assert flavour.call(own.things.list).name == "far"
    found = [request.headers["authorization"] for request in proxy.requests]
    assert found == ["Basic dXNlcjpjYW5hcnk=", None, "Token mine", None]
    assert all(
        "//near.test" in request.target or "//far.test" in request.target for request in proxy.requests
    )
