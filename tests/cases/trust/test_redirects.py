"""Where a redirect may lead, and what of a request goes there."""

import itertools
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SECRET = "s3cret-canary"
CREDENTIALS: list[dict[str, Any]] = [
    {"bearer": SECRET},
    {"basic": ("user", SECRET)},
    {"header": SECRET},
    {"query": SECRET},
    {"cookie": SECRET},
    {"headers": {"Authorization": f"Token {SECRET}"}},
    {"headers": {"X-Vault": SECRET}},
    {"bearer": "t", "headers": {"X-Anything": SECRET}},
]
CALLS = ["things.list", "things.watch"]


def leading(location: str, status: int = 302) -> Any:
    """A server whose answer to the first path leads on, and that is content with others."""

    def answer(request: RecordedRequest) -> Reply:
        if request.path in {"/things", "/events"}:
            return Reply(status=status, headers={"location": location})
        return found(request)

    return answer


def found(request: RecordedRequest) -> Reply:
    if "event-stream" in request.headers.get("accept", ""):
        return Reply(body=b"data: there\n\n", headers={"content-type": "text/event-stream"})
    return json_reply({"name": "there"})


def result(client: Any, call: str, flavour: Flavour) -> Any:
    if call == "things.watch":
        stream = client.call(call)
        return [event.data for event in flavour.collect(stream)]
    return client.call(call).name


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("credential", CREDENTIALS, ids=str)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_server_gets_no_credential(
    status: int, credential: dict[str, Any], call: str, ask: Ask, flavour: Flavour
) -> None:
    with HttpServer(found) as other:
        client = ask(leading(f"{other.url}/elsewhere", status), **credential)
        assert result(client, call, flavour) in ("there", ["there"])
    (request,) = other.requests
    sent = f"{request.target} {request.headers.items()}"
    assert SECRET not in sent
    assert not {name.lower() for name in request.headers} & {
        "authorization",
        "x-vault",
        "cookie",
        "x-anything",
    }


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("credential", CREDENTIALS[:3], ids=str)
def test_the_same_server_gets_them(credential: dict[str, Any], call: str, ask: Ask, flavour: Flavour) -> None:
    client = ask(leading("/elsewhere#part"), **credential)
    assert result(client, call, flavour) in ("there", ["there"])
    first, second = client.server.requests
    assert second.target == "/elsewhere"
    for name in ("authorization", "x-vault"):
        assert second.headers[name] == first.headers[name]


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
)
def test_a_body_goes_where_the_status_says(status: int, method: str, ask: Ask) -> None:
    client = ask(leading("/elsewhere", status), bearer=SECRET)
    client.call("things.create", name="n")
    second = client.server.requests[1]
    assert second.method == method
    assert second.body == (b'{"name":"n"}' if method == "POST" else b"")
    assert (second.headers["content-type"] is None) == (method == "GET")


@pytest.mark.parametrize("status", [307, 308])
def test_no_body_goes_to_another_server(status: int, ask: Ask) -> None:
    with HttpServer(found) as other:
        client = ask(leading(f"{other.url}/elsewhere", status), bearer=SECRET)
        with pytest.raises(client.package.errors.RedirectError, match="another server"):
            client.call("things.create", name="n")
    assert other.requests == []
    assert len(client.server.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303])
def test_another_server_is_asked_without_the_body(status: int, ask: Ask) -> None:
    with HttpServer(found) as other:
        client = ask(leading(f"{other.url}/elsewhere", status), bearer=SECRET)
        assert client.call("things.create", name="n").name == "there"
    (request,) = other.requests
    assert (request.method, request.body) == ("GET", b"")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "location",
    ["ftp://127.0.0.1/x", "file:///etc/passwd", "mailto:a@b.test", "http://[", "http://a:b/", "javascript:1"],
)
def test_what_is_no_server_is_not_asked(location: str, call: str, ask: Ask, flavour: Flavour) -> None:
    client = ask(leading(location), bearer=SECRET)
    with pytest.raises(client.package.errors.RedirectError, match="redirects to what is no"):
        result(client, call, flavour)
    assert len(client.server.requests) == 1


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "location",
    ["http://{other}\\@{own}/x", "http://{other}\\{own}/x", "//{own}\\@{other}/", "http://u:p@{own}/x"],
)
def test_no_host_is_read_in_two_ways(location: str, call: str, ask: Ask, flavour: Flavour) -> None:
    with HttpServer(found) as other:
        hosts = {"other": other.url.removeprefix("http://")}

        def answer(request: RecordedRequest) -> Reply:
            return Reply(
                status=302, headers={"location": location.format(**hosts, own=request.headers["host"])}
            )

        client = ask(answer, bearer=SECRET)
        told = "a URL with a backslash or a user's name|what is no URL"
        with pytest.raises(client.package.errors.RedirectError, match=told):
            result(client, call, flavour)
    assert (len(client.server.requests), other.requests) == (1, [])


@pytest.mark.parametrize("call", CALLS)
def test_ten_redirects_are_enough(call: str, ask: Ask, flavour: Flavour) -> None:
    numbers = itertools.count()
    client = ask(lambda _: Reply(status=302, headers={"location": f"/{next(numbers)}"}), bearer=SECRET)
    with pytest.raises(client.package.errors.RedirectError, match="more than 10 times"):
        result(client, call, flavour)
    assert len(client.server.requests) == 11


def test_a_redirect_from_https_to_http_is_not_followed(api: ModuleType) -> None:
    redirects = __import__(f"{api.__name__}._runtime.redirects", fromlist=["redirected"])
    messages = __import__(f"{api.__name__}._runtime.messages", fromlist=["Request"])
    request = messages.Request(method="GET", url="https://a.test/x", headers=messages.Headers())
    for location in ("http://a.test/x", "http://b.test/", "//a.test"):
        headers = messages.Headers({"location": location})
        if location.startswith("http:"):
            with pytest.raises(api.errors.RedirectError, match="from https to http"):
                redirects.redirected(request, 302, headers)
        else:
            assert redirects.redirected(request, 302, headers).url == "https://a.test"


def test_a_given_http_client_follows_none_by_itself(api: ModuleType, flavour: Flavour) -> None:
    import httpx2  # noqa: PLC0415 - both of its clients

    http = (httpx2.Client if flavour.is_sync else httpx2.AsyncClient)(follow_redirects=True)
    with HttpServer(found) as other, HttpServer(leading(f"{other.url}/elsewhere")) as server:
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url=server.url, header=SECRET, http_client=http
        )
        assert flavour.call(client.things.list).name == "there"
        flavour.call(http.close if flavour.is_sync else http.aclose)
    (request,) = other.requests
    assert request.headers["x-vault"] is None
