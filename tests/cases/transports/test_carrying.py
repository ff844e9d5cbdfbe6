"""What carries requests: whichever HTTP library it is, a call does the same."""

import gzip
import io
import socket
import threading
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply
from tests.support.piecewise_server import PiecewiseServer
from tests.support.raw_server import RawServer

KEY = "canary/of+the key"
ANSWER = {"name": "n"}
# Where something of the HTTP library's own ends in the middle, it leaves generators that trio finds.
LEFT_OPEN = pytest.mark.filterwarnings(
    "ignore:.*garbage collected before it had been exhausted",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"


def opened(api: ModuleType, flavour: Flavour, url: str, **options: Any) -> Any:
    """Return a client of a server."""
    options = {"key": KEY, "max_retries": 0, "base_url": url, **options}
    return flavour.open(api.ApiClient, api.AsyncApiClient, **options)


def failed(api: ModuleType, flavour: Flavour, answer: bytes, **options: Any) -> Exception:
    """Return what a call raises that is answered with these bytes; the next call gets a good answer."""
    good = HEAD + b'content-length: 12\r\n\r\n{"name":"n"}'
    with RawServer([answer, good]) as server:
        client = opened(api, flavour, server.url, **options)
        with pytest.raises(api.ApiError) as caught:
            flavour.call(client.things.list)
        assert KEY not in str(caught.value)
        assert "canary" not in str(caught.value)
        assert flavour.call(client.things.list).name == "n"
    return caught.value


# --- what is sent ---


def test_a_path_a_query_headers_and_cookies(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    talk.call("things.list", q="a b&c=ü", tags=["x", "y"], x_trace="t", session="s")
    request = talk.request
    assert request.query == [("q", "a b&c=ü"), ("tags", "x"), ("tags", "y"), ("key", KEY)]
    assert (request.headers["x-trace"], request.headers["cookie"]) == ("t", "session=s")
    assert request.headers.get_all("accept") == ["application/json"]
    assert len(request.headers.get_all("user-agent") or []) == 1


@pytest.mark.parametrize("name", ["a/b", "a b", "ü", "%2F", "a?b#c", "a;b,c", "{x}", "a'b"])
def test_a_value_in_a_path_is_one_step(name: str, ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    talk.call("things.get", name)
    assert talk.request.path.count("/") - name.count("/") == 2
    assert talk.request.path == f"/things/{name}"


def test_a_body(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    talk.call("things.create", name="ü")
    assert talk.request.json == {"name": "ü"}
    assert talk.request.headers.get_all("content-type") == ["application/json"]
    assert talk.request.headers.get_all("content-length") == [str(len(talk.request.body))]
    assert "transfer-encoding" not in talk.request.headers


def test_a_post_without_a_body_says_so(ask: Ask) -> None:
    talk = ask(Reply(status=204), key=KEY)
    talk.call("things.start", "a")
    assert talk.request.headers.get_all("content-length") == ["0"]
    assert "content-type" not in talk.request.headers


def test_headers_of_the_client(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY, headers={"X-Own": "1", "User-Agent": "me"})
    talk.call("things.list")
    assert (talk.request.headers["x-own"], talk.request.headers["user-agent"]) == ("1", "me")


def test_an_omitted_encoding_is_not_asked_for(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY, headers={"Accept-Encoding": None})
    talk.call("things.list")
    assert (talk.request.headers.get("accept-encoding") or "identity") == "identity"


def test_the_library_is_told(ask: Ask, carrier: str) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    talk.call("things.list")
    assert f" {carrier.partition(' ')[0]}/" in talk.request.headers["user-agent"]


@pytest.mark.parametrize("value", ["é", "a\r\nb: c", "\x00"])
def test_a_header_that_cannot_be_sent(value: str, ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY, max_retries=0, headers={"X-Own": value})
    with pytest.raises(talk.package.ApiError):
        talk.call("things.list")
    assert not talk.server.requests


def test_a_method_without_an_answer_body(ask: Ask) -> None:
    talk = ask(Reply(status=200), key=KEY)
    talk.call("things.check")
    assert talk.request.method == "HEAD"


# --- what is answered ---


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 422, 429, 500, 503])
def test_an_error_has_its_status_and_body(status: int, ask: Ask) -> None:
    talk = ask(json_reply({"message": "why"}, status=status), key=KEY, max_retries=0)
    with pytest.raises(talk.package.ApiStatusError, match="why") as caught:
        talk.call("things.list")
    assert caught.value.status == status


def test_no_content(ask: Ask) -> None:
    assert ask(Reply(status=204), key=KEY).call("things.delete") is None


def test_repeated_headers_are_kept(api: ModuleType, flavour: Flavour) -> None:
    answer = HEAD + b'set-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 12\r\n\r\n{"name":"n"}'
    with RawServer([answer]) as server:
        client = opened(api, flavour, server.url)
        headers = flavour.call(client.with_response(client.things.list)).response.headers
    assert headers.get_all("Set-Cookie") == ["a=1", "b=2"]


def test_cookies_are_not_sent_back(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER, headers={"set-cookie": "a=1; Path=/"}), key=KEY)
    if talk.flavour.adapter is None:
        pytest.skip("the HTTP library keeps them")
    talk.call("things.list")
    talk.call("things.list")
    assert all("cookie" not in request.headers for request in talk.server.requests)


def test_headers_that_are_no_utf_8_break_nothing(api: ModuleType, flavour: Flavour) -> None:
    answer = HEAD + b'x-name: \xe9\r\nx-other: o\r\ncontent-length: 12\r\n\r\n{"name":"n"}'
    with RawServer([answer]) as server:
        client = opened(api, flavour, server.url)
        headers = flavour.call(client.with_response(client.things.list)).response.headers
    assert headers.get("x-name", "é") == "é"
    assert headers["x-other"] == "o"


def test_long_headers_are_read(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER, headers={"x-long": "a" * 20_000}), key=KEY)
    headers = talk.flavour.call(talk.client.with_response(talk.client.things.list)).response.headers
    assert headers["x-long"] == "a" * 20_000


def test_compressed_content_is_decompressed_once(ask: Ask) -> None:
    inner = gzip.compress(b"content")
    reply = Reply(
        body=gzip.compress(inner),
        headers={"content-type": "application/octet-stream", "content-encoding": "gzip"},
    )
    assert bytes(ask(reply, key=KEY).call("files.get_content")) == inner


def library_unzips(flavour: Flavour) -> None:
    """Skip where an adapter's library decompresses by itself."""
    if flavour.is_pyreqwest:
        pytest.skip("its library decompresses by itself")


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
@pytest.mark.parametrize("size", [1, 3, 4096])
def test_all_members_of_gzip_are_read(api: ModuleType, flavour: Flavour, coding: str, size: int) -> None:
    library_unzips(flavour)
    members = [b'{"name":', b' "', b"n" * 10_000, b"", b'"}']
    body = b"".join(map(gzip.compress, members))
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    with PiecewiseServer(f"application/json\r\ncontent-encoding: {coding}", pieces) as server:
        server.send_more(len(pieces) + 1)
        assert flavour.call(opened(api, flavour, server.url).things.list).name == "n" * 10_000


@pytest.mark.parametrize("left", [1, 10, 30])
def test_gzip_that_is_cut_off_is_an_error(
    api: ModuleType, flavour: Flavour, left: int, tmp_path: Path
) -> None:
    library_unzips(flavour)
    (tmp_path / "file").write_bytes(b"before")
    body = gzip.compress(bytes(range(256)))[:-left]
    reply = Reply(body=body, headers={"content-type": "application/octet-stream", "content-encoding": "gzip"})
    with HttpServer(lambda _: reply) as server:
        client = opened(api, flavour, server.url)
        with pytest.raises(api.ApiConnectionError, match="ends in the middle of its gzip"):
            flavour.call(client.files.get_content)
        stream = flavour.call(client.files.get_content_stream)
        with pytest.raises(api.ApiConnectionError, match="ends in the middle of its gzip"):
            flavour.call(stream.save, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"before"


TEXT = b"".join(b"%d " % (number * 7919 % 1_000_003) for number in range(20_000))
# What is done to content by codings, and whether pyreqwest undoes that.
CODED: dict[str, tuple[str, Callable[[bytes], bytes], bool]] = {
    "deflate": ("deflate", zlib.compress, True),
    "deflate without its header": ("deflate", lambda content: zlib.compress(content)[2:-4], True),
    "gzip twice": ("gzip, gzip", lambda content: gzip.compress(gzip.compress(content)), False),
    "deflate, gzip": ("deflate, gzip", lambda content: gzip.compress(zlib.compress(content)), False),
    "gzip, deflate": ("gzip, deflate", lambda content: zlib.compress(gzip.compress(content)), False),
    "what changes nothing": ("identity, Deflate", zlib.compress, False),
}


def coded(coding: str, content: bytes) -> Reply:
    return Reply(
        body=content, headers={"content-type": "application/octet-stream", "content-encoding": coding}
    )


@pytest.mark.parametrize("name", CODED)
def test_all_codings_are_undone(name: str, ask: Ask) -> None:
    coding, compress, _ = CODED[name]
    talk = ask(coded(coding, compress(TEXT)), key=KEY)
    if talk.flavour.is_pyreqwest and name == "deflate without its header":
        pytest.skip("its library refuses it")
    assert bytes(talk.call("files.get_content")) == TEXT


@LEFT_OPEN
@pytest.mark.parametrize("part", [0.001, 0.5, 0.99])
@pytest.mark.parametrize("name", CODED)
def test_what_is_cut_off_is_an_error_in_every_coding(name: str, part: float, ask: Ask) -> None:
    coding, compress, is_undone = CODED[name]
    whole = compress(TEXT)
    talk = ask(coded(coding, whole[: max(1, int(len(whole) * part))]), key=KEY, max_retries=0)
    if talk.flavour.is_pyreqwest and is_undone:
        with pytest.raises(talk.package.ApiConnectionError):
            talk.call("files.get_content")
        return
    with pytest.raises(talk.package.ApiConnectionError, match="ends in the middle of its") as caught:
        talk.call("files.get_content")
    assert not caught.value.is_final


def test_no_content_is_whole_in_every_coding(ask: Ask) -> None:
    assert bytes(ask(coded("deflate, gzip", b""), key=KEY).call("files.get_content")) == b""


@LEFT_OPEN
@pytest.mark.parametrize("coding", ["gzip, gzip", "deflate", "gzip, deflate", "gzip, gzip, gzip"])
def test_little_that_becomes_much_takes_no_memory(coding: str, ask: Ask) -> None:
    content = b"a" * 100_000_000
    for name in coding.split(", "):
        content = (gzip if name == "gzip" else zlib).compress(content)
    talk = ask(coded(coding, content), key=KEY, max_retries=0, max_response_bytes=1_000_000)
    if "," not in coding:
        library_unzips(talk.flavour)
    tracemalloc.start()
    try:
        with pytest.raises(talk.package.errors.ResponseTooLargeError):
            talk.call("files.get_content")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


@LEFT_OPEN
def test_too_many_codings_are_refused(ask: Ask) -> None:
    content = TEXT
    for _ in range(6):
        content = gzip.compress(content)
    talk = ask(coded(", ".join(["gzip"] * 6), content), key=KEY, max_retries=0)
    with pytest.raises(talk.package.ApiConnectionError, match="cannot be decompressed"):
        talk.call("files.get_content")


@pytest.mark.parametrize("is_read", [False, True])
def test_hooks_of_the_http_client_may_read_gzip(
    api: ModuleType, flavour: Flavour, carrier: str, is_read: bool
) -> None:
    if flavour.adapter is not None:
        pytest.skip("its library has no such hooks")
    library: Any = import_module(carrier.partition(" ")[0])
    seen: list[bytes] = []

    def hook(answer: Any) -> None:
        seen.append(answer.read() if is_read else b"")

    async def async_hook(answer: Any) -> None:
        seen.append(await answer.aread() if is_read else b"")

    kind = library.Client if flavour.is_sync else library.AsyncClient
    given = kind(event_hooks={"response": [hook if flavour.is_sync else async_hook]})
    reply = json_reply(ANSWER)
    zipped = replace(
        reply, body=gzip.compress(reply.body), headers={**reply.headers, "content-encoding": "gzip"}
    )
    with HttpServer(lambda _: zipped) as server:
        client = opened(api, flavour, server.url, http_client=given)
        assert flavour.call(client.things.list).name == "n"
        flavour.call(given.close if flavour.is_sync else given.aclose)
    assert seen == [reply.body if is_read else b""]


def test_much_content(ask: Ask) -> None:
    content = bytes(range(256)) * 120_000
    reply = Reply(body=content, headers={"content-type": "application/octet-stream"})
    assert bytes(ask(reply, key=KEY).call("files.get_content")) == content


@LEFT_OPEN
@pytest.mark.parametrize("is_compressed", [True, False])
def test_an_answer_that_is_too_large(is_compressed: bool, ask: Ask) -> None:
    content = b"a" * 10_000_000
    headers = {"content-type": "application/octet-stream"}
    if is_compressed:
        content, headers["content-encoding"] = gzip.compress(content), "gzip"
    talk = ask(Reply(body=content, headers=headers), key=KEY, max_response_bytes=1_000_000)
    with pytest.raises(talk.package.errors.ResponseTooLargeError, match="more than 1,000,000 bytes"):
        talk.call("files.get_content")
    with pytest.raises(talk.package.errors.ResponseTooLargeError):
        talk.call("files.get_content")


def test_a_download_is_saved(ask: Ask, tmp_path: Path) -> None:
    content = b"0123456789" * 50_000
    talk = ask(Reply(body=content, headers={"content-type": "application/octet-stream"}), key=KEY)
    stream = talk.call("files.get_content_stream")
    talk.flavour.call(stream.save, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == content


# --- uploads ---


def test_a_file_is_sent_with_its_length(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(256)) * 10_000)
    talk = ask(Reply(status=204), key=KEY)
    talk.call("files.put_content", body=path)
    assert talk.request.body == path.read_bytes()
    assert talk.request.headers.get_all("content-length") == [str(path.stat().st_size)]
    assert "transfer-encoding" not in talk.request.headers


def test_what_has_no_length_is_sent_in_chunks(ask: Ask) -> None:
    talk = ask(Reply(status=204), key=KEY)
    talk.call("files.put_content", body=(block for block in [b"a" * 70_000, b"b"]))
    assert talk.request.body == b"a" * 70_000 + b"b"
    assert talk.request.headers["transfer-encoding"] == "chunked"


def test_a_form_with_a_file(ask: Ask) -> None:
    talk = ask(Reply(status=204), key=KEY)
    talk.call("files.send_form", note="hello", file=("a.txt", io.BytesIO(b"c" * 100_000)))
    assert b"c" * 100_000 in talk.request.body
    assert b"hello" in talk.request.body
    assert talk.request.headers["content-type"].startswith("multipart/form-data; boundary=")


def test_an_upload_that_fails_is_told(ask: Ask) -> None:
    def failing() -> Iterator[bytes]:
        yield b"a"
        raise OSError(5, "Input/output error")

    talk = ask(Reply(status=204), key=KEY)
    with pytest.raises(talk.package.errors.UploadError, match="Input/output error"):
        talk.call("files.put_content", body=failing())
    talk.call("files.put_content", body=b"good")
    assert [request.body for request in talk.server.requests] == [b"good"]


def test_a_file_is_sent_again(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"a" * 200_000)
    replies = iter([Reply(status=503), Reply(status=204)])
    talk = ask(lambda _: next(replies), key=KEY)
    talk.call("files.put_content", body=path)
    assert [len(request.body) for request in talk.server.requests] == [200_000] * 2


# --- faults ---


def test_nobody_listens(api: ModuleType, flavour: Flavour) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(api.ApiConnectionError) as caught:
        flavour.call(opened(api, flavour, url).things.list)
    assert caught.value.unsent
    assert not caught.value.is_final
    assert "canary" not in str(caught.value)


def test_a_host_that_does_not_exist(api: ModuleType, flavour: Flavour) -> None:
    with pytest.raises(api.ApiConnectionError):
        flavour.call(opened(api, flavour, "http://nobody.invalid").things.list)


FAULTS = {
    "no answer": b"\r\n",
    "half a head": HEAD,
    "no HTTP": b"NOPE\r\n\r\n",
    "half a body": HEAD + b"content-length: 100\r\n\r\n{",
    "half a chunk": HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nab",
    "no chunk": HEAD + b"transfer-encoding: chunked\r\n\r\nzz\r\nab",
    "no last chunk": HEAD + b'transfer-encoding: chunked\r\n\r\nc\r\n{"name":"n"}\r\n',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_answer_that_breaks(fault: str, api: ModuleType, flavour: Flavour) -> None:
    error = failed(api, flavour, FAULTS[fault])
    assert isinstance(error, api.ApiConnectionError)
    assert not isinstance(error, api.ApiTimeoutError)
    assert not error.unsent  # type: ignore[attr-defined]
    assert not error.is_final  # type: ignore[attr-defined]


@LEFT_OPEN
def test_corrupt_compression_is_final(api: ModuleType, flavour: Flavour) -> None:
    error = failed(api, flavour, HEAD + b"content-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc")
    assert isinstance(error, api.ApiConnectionError)
    assert error.is_final  # type: ignore[attr-defined]
    assert "cannot be decompressed" in str(error)


def test_what_breaks_is_tried_again(api: ModuleType, flavour: Flavour, ask: Ask) -> None:
    answers: Iterator[Any] = iter([None, Reply(status=503), json_reply(ANSWER)])
    talk = ask(lambda _: next(answers), key=KEY, max_retries=2)
    assert talk.call("things.list").name == "n"
    assert len(talk.server.requests) == 3


# --- time ---


@contextmanager
def silent(first: bytes = b"") -> Iterator[str]:
    """A server that reads what comes, sends a few bytes and then nothing."""
    stopping = threading.Event()

    def serve(listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(first)
                stopping.wait(20)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopping.set()
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize("first", [b"", HEAD + b"content-length: 100\r\n\r\n{"], ids=["silent", "content"])
@pytest.mark.parametrize("kind", ["read", "total"])
def test_a_server_that_says_no_more(first: bytes, kind: str, api: ModuleType, flavour: Flavour) -> None:
    with silent(first) as url:
        timeout = 0.2 if kind == "read" else api.Timeout(total=0.2)
        with pytest.raises(api.ApiTimeoutError, match=r"within 0\.2 s") as caught:
            flavour.call(opened(api, flavour, url, timeout=timeout).things.list)
        assert not caught.value.unsent


def test_the_time_of_one_call(api: ModuleType, flavour: Flavour) -> None:
    with silent() as url:
        client = opened(api, flavour, url)
        with pytest.raises(api.ApiTimeoutError):
            flavour.call(client.with_options(timeout=0.2).things.list)


# --- connections ---


def test_connections_are_used_again(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    for _ in range(5):
        talk.call("things.list")
    assert len({request.port for request in talk.server.requests}) == 1


def test_after_its_end_a_client_says_so(ask: Ask) -> None:
    talk = ask(json_reply(ANSWER), key=KEY)
    talk.call("things.list")
    talk.flavour.close(talk.client)
    with pytest.raises(talk.package.errors.ClosedError, match="the client was closed"):
        talk.call("things.list")


def through_a_proxy(talk: Conversation, proxy: HttpServer) -> None:
    """Make a call to a host that only the proxy knows."""
    client = talk.flavour.open(
        talk.package.ApiClient, talk.package.AsyncApiClient, base_url="http://far.test", key=KEY
    )
    assert talk.flavour.call(client.things.list).name == "n"
    assert [request.target.partition("?")[0] for request in proxy.requests] == ["http://far.test/things"]


def test_a_proxy_of_the_environment(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    with HttpServer(lambda _: json_reply(ANSWER)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        through_a_proxy(ask({}, key=KEY), proxy)


async def _cancelled(client: Any, call: Callable[[Any], Awaitable[Any]], delay: float) -> None:
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    with anyio.move_on_after(delay) as scope:
        await call(client)
    assert scope.cancelled_caught


async def _a_call(client: Any) -> None:
    await client.things.list()


async def _an_upload(client: Any) -> None:
    async def blocks() -> AsyncIterator[bytes]:
        while True:
            yield b"a" * 65_536

    await client.files.put_content(body=blocks())


@LEFT_OPEN
@pytest.mark.parametrize(
    "first",
    [
        pytest.param(b"", id="silent"),
        pytest.param(HEAD, id="headers"),
        pytest.param(HEAD + b"content-length: 100\r\n\r\n{", id="content"),
    ],
)
@pytest.mark.parametrize("call", [_a_call, _an_upload])
def test_a_call_that_is_cancelled(first: bytes, call: Any, api: ModuleType, flavour: Flavour) -> None:
    if flavour.is_sync:
        pytest.skip("nothing cancels it")
    with silent(first) as url:
        client = opened(api, flavour, url)
        flavour.call(_cancelled, client, call, 0.2)
    with HttpServer(lambda _: json_reply(ANSWER)) as server:
        client._transport.settings = replace(client._transport.settings, base_url=server.url)
        assert flavour.call(client.things.list).name == "n"
