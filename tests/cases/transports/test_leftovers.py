"""What stands behind an answer on its connection is no answer to the next request (RFC 9112, 9.2)."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType

import pytest

from tests.support.flavours import Flavour


def answer(content: bytes, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    return head.encode() + content


# What a server says for each request, with something behind that nobody asked for.
BEHIND = {
    "a second answer": answer(b'{"name": "other"}'),
    "text": b"{}",
    "a line": b"\r\n",
    "half an answer": b"HTTP/1.1 200 OK\r\ncontent-",
}


@contextmanager
def serving(behind: bytes) -> Iterator[str]:
    """Answer all requests of a connection with their numbers, and something behind each answer."""
    listener = socket.create_server(("127.0.0.1", 0))
    numbers = iter(range(100))

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while (head := connection.recv(65536)) and b"\r\n\r\n" in head:
                connection.sendall(answer(b'{"name": "%d"}' % next(numbers)) + behind)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND)
def test_each_call_gets_its_own_answer(
    api: ModuleType, flavour: Flavour, carrier: str, behind: bytes
) -> None:
    if carrier == "aiohttp" and behind == BEHIND["text"]:
        pytest.skip("aiohttp refuses the whole answer")
    with serving(behind) as url:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, key="k")
        found = [flavour.call(client.things.list).name for _ in range(4)]
    assert found == ["0", "1", "2", "3"]


def test_what_was_handled_before_a_call_is_no_cause_of_its_faults(api: ModuleType, flavour: Flavour) -> None:
    """Exceptions of a call have the one as their context in whose `except` block it is made."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, key="k", max_retries=0)
    with pytest.raises(api.ApiConnectionError) as outside:
        flavour.call(client.things.list)
    try:
        raise ssl.SSLCertVerificationError(1, "certificate verify failed: self-signed")
    except ssl.SSLError:
        with pytest.raises(api.ApiConnectionError) as inside:
            flavour.call(client.things.list)
    assert (str(inside.value), inside.value.is_final) == (str(outside.value), outside.value.is_final)
    assert not inside.value.is_final
