"""A server in a process of its own, whose time does not count."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests.bench.scale import ROOT

# Answers by the beginning of the first line.
_SERVER = """
import asyncio, json, sys
def answer(status, content):
    text = json.dumps(content).encode()
    head = b"HTTP/1.1 %d OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n"
    return head % (status, len(text)) + text
ANSWERS = {line.encode(): answer(*given) for line, given in json.loads(sys.argv[1]).items()}
class Answering(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.data = transport, b""
    def data_received(self, data):
        self.data += data
        head, found, content = self.data.partition(b"\\r\\n\\r\\n")
        fields = dict(line.split(b":", 1) for line in head.lower().splitlines()[1:])
        if found and len(content) >= int(fields.get(b"content-length", 0)):
            self.data = b""
            self.transport.write(next(ANSWERS[line] for line in ANSWERS if head.startswith(line)))
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""
_DROPPING = """
import socket
from tests.bench_memory import serve
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
serve(listener)
"""


@contextmanager
def served(answers: Mapping[str, tuple[int, Any]]) -> Iterator[str]:
    """Give the URL of a server.

    Args:
        answers: status and content, by the beginning of a request's first line; the first one that fits.
    """
    with _running(_SERVER, json.dumps(answers)) as url:
        yield url


@contextmanager
def dropping() -> Iterator[str]:
    """Give the URL of a server that reads what it is sent, and keeps nothing."""
    with _running(_DROPPING) as url:
        yield url


@contextmanager
def _running(program: str, *arguments: str) -> Iterator[str]:
    """Give the URL of a server whose program prints its port."""
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()
