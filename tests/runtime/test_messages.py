"""Which header of a response names the request."""

import pytest
from trigger_dev._runtime.messages import Headers, Request, Response

REQUEST = Request(method="GET", url="https://x.example", headers=Headers())


def request_id(**headers: str) -> str | None:
    found = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    return Response(status=404, headers=found, content=b"", request=REQUEST).request_id


@pytest.mark.parametrize(
    "name",
    ["X-Request-Id", "Request-Id", "X-GitHub-Request-Id", "box-request-id", "x-amzn-RequestId", "requestid"],
)
def test_it_is_found_under_each_name(name: str) -> None:
    assert request_id(**{name: "r1", "date": "today"}) == "r1"


def test_the_usual_names_come_first() -> None:
    assert request_id(x_request_id="r1", request_id="r2", cdn_request_id="r3") == "r1"
    assert request_id(request_id="r2", cdn_request_id="r3") == "r2"


def test_of_several_others_none_is_meant() -> None:
    assert request_id(a_request_id="r1", b_requestid="r2") is None
    assert request_id(a_request_id="r1", b_requestid="r1") == "r1"


def test_there_may_be_none() -> None:
    assert request_id(request_ids="r1") is None
    assert request_id(x_request_id="", thing_request_id="") is None


def test_it_is_no_secret() -> None:
    assert repr(Headers({"X-GitHub-Request-Id": "r1", "x-key": "k"})) == (
        "Headers({'x-github-request-id': 'r1', 'x-key': '***'})"
    )


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ('</x?token=t0k>; rel="next"', '</x?***>; rel="next"'),
        (
            '<https://a.test/p>; rel="prev", </y?a=1&b=t0k#t0k>; rel=next, </z#t0k>',
            '<https://a.test/p>; rel="prev", </y?***>; rel=next, </z#***>',
        ),
        ('</x?a="t0k" t0k>; anchor="/y?a=t0k t0k"; title="t"', '</x?***>; anchor="/y?***"; title="t"'),
        ("</x?a=t0k", "</x?***"),
        ("https://a.test/?t0k b", "https://a.test/?*** b"),
        ('</x>; title="a"', '</x>; title="a"'),
    ],
)
@pytest.mark.parametrize("name", ["link", "server"])
def test_no_query_of_a_url_is_shown(name: str, link: str, shown: str) -> None:
    headers = Headers({name: link})
    assert repr(headers) == f"Headers({ {name: shown} })"
    assert headers[name] == link


@pytest.mark.parametrize("mark", ["<", '"', '<"', "?", "<?"])
def test_what_is_long_is_read_once(mark: str) -> None:
    # From each bracket anew it would take an hour.
    shown = repr(Headers({"link": f"<a?b> ? {mark * 500_000}"}))
    assert shown.startswith("Headers({'link': '<a?***> ? ")
