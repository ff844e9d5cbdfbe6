"""What a server can make a client do: bytes that grow, values that are deep, redirects that lead away."""

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Deep, version: "1"}
paths:
  /node:
    get:
      operationId: load
      tags: [nodes]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
        default: {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
    post:
      operationId: store
      tags: [nodes]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}
      responses: {"204": {description: d}}
  /any:
    get:
      operationId: load_any
      tags: [nodes]
      responses: {"200": {description: d, content: {application/json: {}}}}
  /search:
    get:
      operationId: search
      tags: [nodes]
      parameters: [{name: q, in: query, content: {application/json: {schema: {}}}}]
      responses: {"200": {description: d, content: {application/json: {}}}}
  /file:
    get:
      operationId: load_file
      tags: [nodes]
      responses: {"200": {description: d, content: {application/octet-stream: {}}}}
  /events:
    get:
      operationId: events
      tags: [nodes]
      responses:
        "200":
          description: d
          content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Node"}}}
webhooks:
  node:
    post:
      operationId: on_node
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
components:
  schemas:
    Node:
      type: object
      properties:
        name: {type: string}
        size: {type: integer}
        next: {$ref: "#/components/schemas/Node"}
        list: {type: array, items: {$ref: "#/components/schemas/Node"}}
        map: {type: object, additionalProperties: {$ref: "#/components/schemas/Node"}}
        either: {oneOf: [{$ref: "#/components/schemas/Node"}, {type: string}]}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
security: [{key: []}]
"""
MEBI = 2**20


@pytest.fixture
def package(build: Build) -> ModuleType:
    return build(DOCUMENT)


class Caller:
    """A client of the package against a server that answers with one reply."""

    def __init__(self, package: ModuleType, flavour: Flavour, server: HttpServer) -> None:
        self.package, self.flavour, self.server = package, flavour, server

    def client(self, **options: Any) -> Any:
        given = {"base_url": self.server.url, "key": "secret", "max_retries": 0} | options
        return self.flavour.open(self.package.ApiClient, self.package.AsyncApiClient, **given)

    def call(self, name: str, *arguments: Any, options: dict[str, Any] | None = None, **keywords: Any) -> Any:
        return self.flavour.call(getattr(self.client(**(options or {})).nodes, name), *arguments, **keywords)


Answering = Callable[[Reply | Callable[[RecordedRequest], Reply]], Caller]


@pytest.fixture
def answering(package: ModuleType, flavour: Flavour) -> Iterator[Answering]:
    servers: list[HttpServer] = []

    def start(reply: Reply | Callable[[RecordedRequest], Reply]) -> Caller:
        server = HttpServer(reply if callable(reply) else lambda _: reply)
        servers.append(server.__enter__())
        return Caller(package, flavour, server)

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def bomb(coding: str, size: int = 64 * MEBI) -> Reply:
    """Return an answer that is small and decompresses to many zeros."""
    if coding == "identity":
        return Reply(body=b"0" * size, headers={"content-type": "application/octet-stream"})
    if coding == "gzip, gzip":
        body = gzip.compress(gzip.compress(bytes(size)))
    else:
        body = gzip.compress(bytes(size)) if coding == "gzip" else zlib.compress(bytes(size))
    return Reply(body=body, headers={"content-type": "application/octet-stream", "content-encoding": coding})


class TestSize:
    @pytest.mark.parametrize("coding", ["identity", "gzip", "deflate", "gzip, gzip"])
    @pytest.mark.parametrize("call", ["load_file", "load_any", "load"])
    def test_what_is_larger_than_it_may_be(self, coding: str, call: str, answering: Answering) -> None:
        caller = answering(bomb(coding, 4 * MEBI))
        options = {"max_response_bytes": MEBI // 2}
        with pytest.raises(caller.package.errors.ApiError) as caught:
            caller.call(call, options=options)
        assert type(caught.value) is caller.package.ResponseTooLargeError
        assert str(caught.value) == (
            f"GET {caller.server.url}/{ {'load_file': 'file', 'load_any': 'any', 'load': 'node'}[call] }: "
            "the answer has more than 524,288 bytes"
        )
        assert len(caller.server.requests) == 1

    @pytest.mark.parametrize("fields", [1, 2], ids=["one field", "two fields"])
    @pytest.mark.parametrize("call", ["load_file", "load_file_stream"])
    def test_what_was_compressed_twice_comes_as_it_was(
        self, call: str, fields: int, flavour: Flavour, answering: Answering
    ) -> None:
        if fields > 1 and flavour.is_pyreqwest:
            pytest.skip("it undoes one of two and tells of none")
        twice = bomb("gzip, gzip", MEBI)
        apart = {
            "content-type": "application/octet-stream",
            "content-encoding": "gzip",
            "Content-Encoding": "gzip",
        }
        caller = answering(twice if fields == 1 else Reply(body=twice.body, headers=apart))
        found = caller.call(call)
        content = found if call == "load_file" else b"".join(caller.flavour.collect(found))
        assert content == bytes(MEBI)

    def test_what_only_says_so(self, answering: Answering) -> None:
        once = bomb("gzip", MEBI)
        caller = answering(Reply(body=once.body, headers={**once.headers, "content-encoding": "gzip, gzip"}))
        with pytest.raises(
            caller.package.errors.ApiConnectionError, match="cannot be decompressed"
        ) as caught:
            caller.call("load_file", options={"max_retries": 2})
        assert len(caller.server.requests) == 1
        assert caught.value.request is not None

    def test_as_much_as_it_may_be(self, answering: Answering) -> None:
        caller = answering(bomb("gzip", MEBI))
        assert len(caller.call("load_file", options={"max_response_bytes": MEBI})) == MEBI
        client = caller.client(max_response_bytes=MEBI)
        narrower = client.with_options(max_response_bytes=MEBI - 1)
        with pytest.raises(caller.package.ResponseTooLargeError):
            caller.flavour.call(narrower.nodes.load_file)
        wider = narrower.with_options(max_response_bytes=MEBI)
        assert len(caller.flavour.call(wider.nodes.load_file)) == MEBI

    def test_a_stream_may_be_longer_than_what_comes_at_once(self, answering: Answering) -> None:
        caller = answering(bomb("gzip", 8 * MEBI))
        stream = caller.call("load_file_stream", options={"max_response_bytes": 2 * MEBI})
        assert sum(map(len, caller.flavour.collect(stream))) == 8 * MEBI

    @pytest.mark.parametrize("call", ["load", "load_file_stream", "events"])
    def test_an_error(self, call: str, answering: Answering) -> None:
        reply = bomb("gzip")
        caller = answering(Reply(status=500, body=reply.body, headers=reply.headers))
        with pytest.raises(caller.package.ResponseTooLargeError):
            caller.call(call, options={"max_response_bytes": MEBI})

    def test_it_is_tried_once(self, answering: Answering) -> None:
        caller = answering(bomb("gzip"))
        with pytest.raises(caller.package.ResponseTooLargeError):
            caller.call("load_file", options={"max_response_bytes": MEBI, "max_retries": 3})
        assert len(caller.server.requests) == 1

    def test_a_redirect(self, answering: Answering) -> None:
        """What is in it is nobody's, and is not read."""
        large = bomb("gzip", 512 * MEBI)

        def answer(request: RecordedRequest) -> Reply:
            if request.path == "/any":
                return json_reply({"a": 1})
            return Reply(status=302, body=large.body, headers={**large.headers, "location": "/any"})

        caller = answering(answer)
        assert caller.call("load_file", options={"max_response_bytes": MEBI}) is not None

    def test_the_client_goes_on(self, answering: Answering) -> None:
        replies = [bomb("gzip"), json_reply({"name": "a"})]
        caller = answering(lambda _: replies.pop(0))
        client = caller.client(max_response_bytes=MEBI)
        with pytest.raises(caller.package.ResponseTooLargeError):
            caller.flavour.call(client.nodes.load)
        assert caller.flavour.call(client.nodes.load).name == "a"

    def test_configured(self, build: Build, flavour: Flavour) -> None:
        package = build(DOCUMENT, package="small", max_response_bytes=1_000)
        with HttpServer(lambda _: bomb("gzip")) as server:
            client = flavour.open(package.SmallClient, package.AsyncSmallClient, base_url=server.url, key="k")
            with pytest.raises(package.ResponseTooLargeError, match="more than 1,000 bytes"):
                flavour.call(client.nodes.load_file)


def test_another_library_without_bounds(package: ModuleType) -> None:
    """What carries requests in its own way is judged by what it gives."""
    messages = import_module(f"{package.__name__}._runtime.messages")

    class Carrier:
        def send(self, request: Any, timeout: float) -> Any:  # noqa: ARG002 - the protocol's own names
            headers = messages.Headers({"content-type": "application/octet-stream"})
            return messages.Response(status=200, headers=headers, content=bytes(1_001), request=request)

        def close(self) -> None: ...

    client = package.ApiClient(base_url="https://a", key="k", http_client=Carrier(), max_response_bytes=1_000)
    with pytest.raises(package.ResponseTooLargeError):
        client.nodes.load_file()
    with pytest.raises(package.ResponseTooLargeError):
        client.nodes.load_file_stream()


def nested(depth: int, shape: str, innermost: str) -> bytes:
    """Return a node with others in it, so many deep."""
    opening, closing = {
        "next": ('{"next":', "}"),
        "list": ('{"list":[', "]}"),
        "map": ('{"map":{"a":', "}}"),
        "either": ('{"either":', "}"),
        "extra": ('{"extra":', "}"),
        "array": ("[", "]"),
    }[shape]
    return f"{opening * depth}{innermost}{closing * depth}".encode()


DEPTHS = (1, 60, 95, 100, 150, 190, 198, 199, 200, 201, 250, 1_000, 100_000)


@pytest.mark.parametrize("innermost", ['{"name": "a"}', '{"name": 1}', '{"size": 1.0}', '{"size": 1.5}', "1"])
@pytest.mark.parametrize("shape", ["next", "list", "map", "either", "extra", "array"])
def test_deep_answers(shape: str, innermost: str, package: ModuleType) -> None:
    """Each is a value or an ApiError, whatever of it fits, wherever it comes."""
    bodies: list[bytes] = []
    with (
        HttpServer(lambda request: Reply(status=_status(request), body=bodies[0], headers=JSON)) as server,
        package.ApiClient(base_url=server.url, key="k", max_retries=0) as client,
    ):
        for depth in DEPTHS:
            bodies[:] = [nested(depth, shape, innermost)]
            calls: tuple[Callable[[], Any], ...] = (
                client.nodes.load,
                client.nodes.load_any,
                client.with_options(headers={"x-status": "400"}).nodes.load,
                client.with_options(strict_responses=True).nodes.load,
                lambda: list(client.nodes.events()),
                lambda: package.webhooks.parse_node(bodies[0]),
            )
            for index, call in enumerate(calls):
                try:
                    call()
                except package.errors.ApiError:
                    assert depth > 60 or index in {0, 2, 3, 5}
                except RecursionError:
                    pytest.fail(f"{depth} deep, call {index}")


JSON = {"content-type": "application/json"}


def _status(request: RecordedRequest) -> int:
    return int(request.headers.get("x-status", "200"))


@pytest.mark.parametrize("shape", ["next", "list", "map", "either"])
def test_what_fits_is_kept_90_deep(shape: str, answering: Answering) -> None:
    depth = 90
    caller = answering(Reply(body=nested(depth, shape, '{"name": 1}'), headers=JSON))
    node = caller.call("load")
    for _ in range(depth):
        assert type(node) is caller.package.models.Node
        found = getattr(node, "list_" if shape == "list" else shape)
        node = {"list": lambda it: it[0], "map": lambda it: it["a"]}.get(shape, lambda it: it)(found)
    assert node.name == 1


def test_190_deep_is_a_value(answering: Answering) -> None:
    caller = answering(Reply(body=nested(190, "next", '{"name": 1}'), headers=JSON))
    node = caller.call("load")
    for _ in range(190):
        node = node.next
    assert node.name == 1


@pytest.mark.parametrize("call", ["store", "search"])
@pytest.mark.parametrize("depth", [10, 100, 127, 128, 129, 500, 5_000])
@pytest.mark.parametrize("frames", [0, 800])
def test_deep_arguments(call: str, depth: int, frames: int, package: ModuleType) -> None:
    value: Any = {"name": "a"}
    for _ in range(depth):
        value = {"next": value}
    sent: list[bytes] = []

    def answer(request: RecordedRequest) -> Reply:
        sent.append(request.body)
        return Reply(status=204)

    def send(room: int) -> None:
        if room:
            send(room - 1)
        elif call == "search":
            client.nodes.search(q=value)
        else:
            client.nodes.store(body=value) if depth < 0 else client.nodes.store(next=value)

    with (
        HttpServer(answer) as server,
        package.ApiClient(base_url=server.url, key="k", max_retries=0) as client,
    ):
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(1_000, frames + 350))
        try:
            send(frames)
        except package.errors.ApiError:
            assert depth > 100
        finally:
            sys.setrecursionlimit(limit)
        if call == "store" and depth == 10:
            assert json.loads(sent[0]) == {"next": value}


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_another_server_is_told_no_secret(self, status: int, answering: Answering) -> None:
        with HttpServer(lambda _: json_reply({"a": 1})) as elsewhere:
            location = {"location": f"{elsewhere.url}/any"}
            caller = answering(Reply(status=status, headers=location))
            assert caller.call("load_any", options={"headers": {"x-own": "secret"}}) == {"a": 1}
            (request,) = elsewhere.requests
        told = {name.lower(): value for name, value in request.headers.items()}
        assert "secret" not in told.values()
        assert told["accept"] == "application/json"
        assert caller.server.requests[0].headers["x-key"] == "secret"

    def test_the_same_server_is(self, answering: Answering) -> None:
        def answer(request: RecordedRequest) -> Reply:
            return (
                json_reply({"a": 1})
                if request.path == "/any"
                else Reply(status=307, headers={"location": "/any"})
            )

        caller = answering(answer)
        assert caller.call("load").model_extra == {"a": 1}
        assert [request.headers["x-key"] for request in caller.server.requests] == ["secret", "secret"]


ODD = """\
openapi: 3.1.0
info: {title: Odd, version: "1"}
paths:
  /it:
    get:
      operationId: load
      tags: [things]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}
components:
  schemas:
    It:
      type: object
      required: [createdAt, size]
      properties:
        createdAt: {type: string}
        size: {type: integer}
"""


@pytest.mark.parametrize("size", [1, "odd"])
def test_properties_with_names_of_ours(size: Any, build: Build, flavour: Flavour) -> None:
    """What is not declared takes no field's place, and no name is an argument of what makes models."""
    package = build(ODD)
    further = dict.fromkeys(("created_at", "cls", "_fields_set", "values", "self", "model_construct"), "x")
    with HttpServer(lambda _: json_reply({"createdAt": "a", "size": size} | further)) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        found = flavour.call(client.things.load)
    assert (found.created_at, found.size, found.model_extra) == ("a", size, further)
