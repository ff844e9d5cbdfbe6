import socket

import httpx2
import pytest

from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply


def echo(request: RecordedRequest) -> Reply:
    return Reply(status=201, body=request.body, headers={"x-method": request.method})


def test_it_records_a_request_as_it_arrived() -> None:
    with HttpServer(echo) as server:
        reply = httpx2.request(
            "PATCH", f"{server.url}/a%2Fb%20c?x[y]=1%2C2&x%5By%5D=a+b&empty=", content=b"hello"
        )
        assert (reply.status_code, reply.content, reply.headers["x-method"]) == (201, b"hello", "PATCH")
    (request,) = server.requests
    assert request.method == "PATCH"
    assert request.raw_path == "/a%2Fb%20c"
    assert request.path == "/a/b c"
    assert request.raw_query.endswith("&x%5By%5D=a+b&empty=")
    assert request.query == [("x[y]", "1,2"), ("x[y]", "a b"), ("empty", "")]
    assert request.headers["CONTENT-LENGTH"] == "5"
    assert request.body == b"hello"


def test_it_reads_chunked_bodies_and_keeps_the_connection() -> None:
    with HttpServer(echo) as server, httpx2.Client(base_url=server.url) as client:
        assert client.post("/", content=iter([b"hel", b"lo"])).content == b"hello"
        assert client.get("/").status_code == 201
    assert [request.headers["transfer-encoding"] for request in server.requests] == ["chunked", None]
    assert len({request.port for request in server.requests}) == 1


def test_it_answers_head_without_a_body() -> None:
    with HttpServer(lambda _: json_reply([1])) as server, httpx2.Client(base_url=server.url) as client:
        assert client.head("/").headers["content-length"] == "3"
        assert client.get("/").json() == [1]


def test_none_drops_the_connection() -> None:
    with HttpServer(lambda _: None) as server, pytest.raises(httpx2.RemoteProtocolError):
        httpx2.get(server.url)
    assert len(server.requests) == 1


def test_a_reply_may_close_the_connection() -> None:
    with HttpServer(lambda _: Reply(close_connection=True)) as server:
        assert httpx2.get(server.url).headers["connection"] == "close"


def test_a_late_answer_does_not_hold_the_server_up() -> None:
    with HttpServer(lambda _: Reply(delay=3600)) as server, pytest.raises(httpx2.ReadTimeout):
        httpx2.get(server.url, timeout=0.05)


def test_a_fault_of_the_handler_is_raised() -> None:
    def fail(_: RecordedRequest) -> Reply:
        raise ValueError("no such operation")

    def ask() -> None:
        with HttpServer(fail) as server, pytest.raises(httpx2.RemoteProtocolError):
            httpx2.get(server.url)

    with pytest.raises(ExceptionGroup) as raised:
        ask()
    assert [str(error) for error in raised.value.exceptions] == ["no such operation"]


def test_a_client_that_hangs_up_is_no_fault() -> None:
    with HttpServer(echo) as server:
        port = int(server.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET / HTTP/1.1\r\n")
        assert httpx2.get(server.url).status_code == 201
