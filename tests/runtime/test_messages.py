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
