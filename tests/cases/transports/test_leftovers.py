"""What stands behind an answer on its connection is no answer to the next request (RFC 9112, 9.2)."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType

import aiohttp
import anyio
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
def serving(behind: bytes, *, later: float = 0) -> Iterator[str]:
    """Answer all requests of a connection with their numbers, and something behind each answer, or later."""
    listener = socket.create_server(("127.0.0.1", 0))
    numbers = iter(range(100))

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while (head := connection.recv(65536)) and b"\r\n\r\n" in head:
                connection.sendall(answer(b'{"name": "%d"}' % next(numbers)) + (b"" if later else behind))
                if later:
                    time.sleep(later)
                    connection.sendall(behind)

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


LATE = {
    **{name: BEHIND[name] for name in ("a second answer", "half an answer")},
    "an answer that ends it": answer(b"{}", "408 Request Timeout").replace(
        b"\r\n", b"\r\nconnection: close\r\n", 1
    ),
}


@pytest.mark.parametrize("behind", LATE.values(), ids=LATE)
def test_what_comes_while_nobody_asks_is_no_answer(behind: bytes, api: ModuleType, flavour: Flavour) -> None:
    with serving(behind, later=0.03) as url:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, key="k")
        found = []
        for _ in range(4):
            found.append(flavour.call(client.things.list).name)
            time.sleep(0.15)
    assert found == ["0", "1", "2", "3"]


@pytest.mark.parametrize("is_blocked", [False, True])
@pytest.mark.parametrize("is_given", [False, True])
def test_nor_for_aiohttp(is_given: bool, is_blocked: bool, packages: dict[str, ModuleType]) -> None:
    """Whether the event loop has seen it come, or was kept by something else meanwhile."""

    async def calls(url: str) -> list[str]:
        async with aiohttp.ClientSession() as session:
            carrier = api.transports.AsyncAiohttp(session if is_given else None)
            async with api.AsyncApiClient(base_url=url, key="k", http_client=carrier) as client:
                found = []
                for _ in range(4):
                    found.append((await client.things.list()).name)
                    if is_blocked:
                        time.sleep(0.1)  # noqa: ASYNC251 - it must not turn
                    else:
                        await anyio.sleep(0.1)
                return found

    api = packages["httpx2"]
    with serving(BEHIND["a second answer"], later=0.03) as url:
        assert asyncio.run(calls(url)) == ["0", "1", "2", "3"]


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
