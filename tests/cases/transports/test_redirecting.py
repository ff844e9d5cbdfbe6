"""Redirects: whichever HTTP library carries requests, it is the client that follows them."""

import pytest

from tests.cases.transports.test_carrying import ANSWER, KEY
from tests.support.conversations import Ask
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_by_us(status: int, ask: Ask) -> None:
    def answer(request: RecordedRequest) -> Reply:
        if request.path == "/things":
            return Reply(status=status, headers={"location": "/things/moved"})
        return json_reply(ANSWER)

    talk = ask(answer, key=KEY)
    assert talk.call("things.create", name="a").name == "n"
    assert [request.path for request in talk.server.requests] == ["/things", "/things/moved"]
    assert talk.server.requests[1].method == ("POST" if status in {307, 308} else "GET")
    assert (talk.server.requests[1].body != b"") == (status in {307, 308})


def test_another_server_gets_no_headers(ask: Ask) -> None:
    with HttpServer(lambda _: json_reply(ANSWER)) as other:
        talk = ask(Reply(status=302, headers={"location": f"{other.url}/x"}), key=KEY, headers={"X-Own": "1"})
        assert talk.call("things.list").name == "n"
        (request,) = other.requests
    assert "x-own" not in request.headers
    assert "referer" not in request.headers
    assert not request.query


@pytest.mark.parametrize(
    "location",
    [
        *("mailto:a@b.test", "javascript:1", "app:callback", "file:///x", "http://a:b/", "http://a:99999/"),
        *("http://[", "http://[::1", "http://a\\b/", "http://a:1\\b/", "http://u:p@127.0.0.1/"),
    ],
)
@pytest.mark.parametrize("method", ["list", "create"])
def test_a_redirect_to_what_is_no_server_is_told_as_that(method: str, location: str, ask: Ask) -> None:
    talk = ask(Reply(status=302, headers={"location": location}), key=KEY)
    with pytest.raises(talk.package.errors.RedirectError):
        talk.call(f"things.{method}", **({"name": "a"} if method == "create" else {}))
    assert len(talk.server.requests) == 1


def test_redirects_end(ask: Ask) -> None:
    talk = ask(Reply(status=302, headers={"location": "/things"}), key=KEY)
    with pytest.raises(talk.package.errors.RedirectError, match="more than 10 times"):
        talk.call("things.list")
