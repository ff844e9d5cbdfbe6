"""Memory of uploads and downloads, over what the client needs anyway: `make bench-memory`.

Each figure is of a process of its own that sends or gets one file over loopback, after a small one of its
kind. Peaks are those that the kernel keeps (`VmHWM`). The goal for what is streamed is in ARCHITECTURE.md.
"""

import asyncio
import multiprocessing
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

SIZE = 1 << 30
SMALL = 1 << 10
MEBIBYTE = 1 << 20
BLOCK = b"x" * MEBIBYTE

DOCUMENT = """\
openapi: 3.1.0
info: {title: Bulk, version: "1"}
paths:
  /whole:
    put:
      operationId: send
      tags: [Files]
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done}}
  /form:
    post:
      operationId: send_form
      tags: [Files]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}}}
      responses: {"204": {description: Done}}
  /down/{size}:
    get:
      operationId: get
      tags: [Files]
      parameters: [{name: size, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: Bytes, content: {application/octet-stream: {}}}}
"""
# What is sent or got, and the most that it may need, in MiB; what is given as bytes is there before.
KINDS = {
    "binary, path": 32,
    "binary, open file": 32,
    "binary, generator": 32,
    "binary, bytes": 32,
    "multipart, path": 32,
    "multipart, open file": 32,
    "multipart, generator": 32,
    "multipart, bytes": 32,
    "download, stream": 32,
    "download, bytes": 1024 + 160,
}


def main() -> None:
    """Measure and print."""
    table = Table(
        "1 GiB", "sync", "asyncio", "goal", "seconds", title="peak memory over the baseline, in MiB"
    )
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        address = served()
        for kind, goal in KINDS.items():
            start = time.perf_counter()
            found = [measured(folder, address, kind, flavour) for flavour in ("sync", "asyncio")]
            seconds = time.perf_counter() - start
            table.add_row(kind, *(f"{peak:.1f}" for peak in found), str(goal), f"{seconds:.0f}")
    Console(width=100).print(table)


def prepare(folder: Path) -> None:
    """Make the package and the files, of which the big one takes no room."""
    from generator.config import ClientConfig  # noqa: PLC0415 - after sys.path
    from generator.pipeline import generate  # noqa: PLC0415

    source = folder / "openapi.yaml"
    source.write_text(DOCUMENT, "utf-8")
    generate(ClientConfig(document=str(source), output=str(folder), package="bulk", resources="tags"))
    for size in (SMALL, SIZE):
        with (folder / str(size)).open("wb") as file:
            file.truncate(size)


def measured(folder: str, address: str, kind: str, flavour: str) -> float:
    """Return the MiB that a process needed."""
    command = [sys.executable, __file__, address, kind, flavour]
    environment = {**os.environ, "PYTHONPATH": folder}
    run = subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True, text=True)
    return float(run.stdout)


# --- the process that is measured ---


def measure(address: str, kind: str, flavour: str) -> None:
    """Print the MiB that are needed to send or get 1 GiB."""
    run = asynchronous if flavour == "asyncio" else synchronous
    run(address, kind, SMALL)
    content = given(kind, SIZE)
    before = memory("VmRSS")
    run(address, kind, SIZE, content)
    print((memory("VmHWM") - before) / MEBIBYTE)  # noqa: T201 - for `measured`


def synchronous(address: str, kind: str, size: int, content: Any = None) -> None:
    """Send or get a file."""
    from bulk import BulkClient  # noqa: PLC0415 - only in this process

    with BulkClient(base_url=address, max_response_bytes=sys.maxsize) as client:
        if kind == "download, bytes":
            assert len(client.files.get(size)) == size
        elif kind == "download, stream":
            with client.files.get_stream(size) as stream:
                assert sum(map(len, stream)) == size
        elif kind.startswith("binary"):
            client.files.send(content or given(kind, size))
        else:
            client.files.send_form(file=content or given(kind, size))


def asynchronous(address: str, kind: str, size: int, content: Any = None) -> None:
    """Send or get a file."""
    asyncio.run(awaited(address, kind, size, content))


async def awaited(address: str, kind: str, size: int, content: Any) -> None:
    """Send or get a file."""
    from bulk import AsyncBulkClient  # noqa: PLC0415 - only in this process

    async with AsyncBulkClient(base_url=address, max_response_bytes=sys.maxsize) as client:
        if kind == "download, bytes":
            assert len(await client.files.get(size)) == size
        elif kind == "download, stream":
            async with await client.files.get_stream(size) as stream:
                assert sum([len(chunk) async for chunk in stream]) == size
        elif kind.startswith("binary"):
            await client.files.send(content or given(kind, size))
        else:
            await client.files.send_form(file=content or given(kind, size))


def given(kind: str, size: int) -> Any:
    """Return what is sent."""
    makers: dict[str, Callable[[], Any]] = {
        "path": lambda: Path(str(size)),
        "open file": lambda: Path(str(size)).open("rb"),  # noqa: SIM115 - it ends with the process
        "generator": lambda: pieces(size),
        "bytes": lambda: b"x" * size,
    }
    return makers.get(kind.partition(", ")[2], lambda: None)()


def pieces(size: int) -> Iterator[bytes]:
    """Yield some bytes."""
    for start in range(0, size, MEBIBYTE):
        yield BLOCK[: size - start]


def memory(name: str) -> int:
    """Return a number of bytes that the kernel keeps of this process."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) * 1024


# --- the server, which keeps nothing ---


def served() -> str:
    """Return the address of a server that runs in a process of its own until this one ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    multiprocessing.get_context("fork").Process(target=serve, args=(listener,), daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def serve(listener: socket.socket) -> None:
    """Answer each connection."""
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection,), daemon=True).start()


def answer(connection: socket.socket) -> None:
    """Answer the only request of a connection."""
    with connection, connection.makefile("rb") as stream:
        head = b"".join(iter(stream.readline, b"\r\n"))
        asked = re.match(rb"GET /down/(\d+)", head)
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if asked is not None:
            size = int(asked[1])
            fields = b"content-type: application/octet-stream\r\nconnection: close"
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n%s\r\n\r\n" % (size, fields))
            for piece in pieces(size):
                connection.sendall(piece)
            return
        if length is not None:
            skip(stream, int(length[1]))
        else:
            while size := int(stream.readline(), 16):
                skip(stream, size + 2)
        connection.sendall(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")


def skip(stream: Any, size: int) -> None:
    """Read some bytes and drop them."""
    while size > 0:
        size -= len(stream.read(min(size, MEBIBYTE)))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(*sys.argv[1:])
    else:
        main()
