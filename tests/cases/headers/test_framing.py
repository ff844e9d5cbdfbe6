"""How long a body is says what sends it, whatever the document has parameters for."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /file:
    put:
      operationId: put_file
      x-oasmith-name: put
      tags: [Files]
      parameters:
        - {name: Content-Length, in: header, schema: {type: integer}}
        - {name: Transfer-Encoding, in: header, schema: {type: string}}
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done}}
    get:
      operationId: get_file
      tags: [Files]
      parameters: [{name: Content-Length, in: header, schema: {type: integer}}]
      responses: {"204": {description: Done}}
"""


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def blocks() -> Iterator[bytes]:
    yield from (b"ab", b"c")


@pytest.mark.parametrize("body", [lambda: b"abc", blocks], ids=["bytes", "blocks"])
@pytest.mark.parametrize(
    "told", [{"transfer_encoding": "chunked"}, {"content_length": 2}, {"content_length": 5}]
)
def test_what_is_sent_is_the_body(
    api: ModuleType, flavour: Flavour, body: Callable[[], Any], told: dict[str, Any]
) -> None:
    is_open = body is blocks
    if is_open and "content_length" in told:
        told = {"content_length": 3}  # which nobody but the caller knows
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, max_retries=0)
        flavour.call(client.files.put, body=body(), **told)
    (request,) = server.requests
    framing = {name: request.headers.get(name) for name in ("content-length", "transfer-encoding")}
    assert request.body == b"abc"
    is_chunked = is_open and "content_length" not in told
    assert framing == (
        {"content-length": None, "transfer-encoding": "chunked"}
        if is_chunked
        else {"content-length": "3", "transfer-encoding": None}
    )


def test_a_request_without_a_body_has_no_length(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, max_retries=0)
        flavour.call(client.files.get, content_length=7)
        flavour.call(client.with_options(headers={"Content-Length": "7"}).files.get)
    assert [request.headers.get("content-length") for request in server.requests] == [None, None]


def test_so_it_is_where_a_body_is_read_before_it_is_sent(api: ModuleType) -> None:
    sent: list[Any] = []

    class Carrier:
        """Takes no uploads: they are read before."""

        def send(self, request: Any, _: float) -> Any:
            sent.append(request)
            return api.transports.Response(
                status=204, headers=api.transports.Headers(), content=b"", request=request
            )

        def close(self) -> None: ...

    with api.ApiClient(base_url="http://a.example", http_client=Carrier()) as client:
        client.files.put(body=blocks(), content_length=2)
    assert (sent[0].content, "content-length" in sent[0].headers) == (b"abc", False)
