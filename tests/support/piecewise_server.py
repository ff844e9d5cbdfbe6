"""A server that sends the pieces of one answer, each only when it is asked to."""

import socket
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Self


class PiecewiseServer:
    """Answers one request in pieces (RFC 9112, 7.1: chunked); `send_more` lets the next one go.

    Attributes:
        url: where it listens, without a slash at the end.
        request: the head of the request, once it has arrived.
    """

    def __init__(self, media_type: str, pieces: Iterable[bytes]) -> None:
        self._media_type = media_type
        self._pieces = list(pieces)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._allowed = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.gone = threading.Event()
        self.request = b""
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def send_more(self, count: int = 1) -> None:
        """Let some more pieces go."""
        self._allowed.release(count)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.send_more(len(self._pieces) + 1)
        self._thread.join(timeout=10)
        self._listener.close()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection:
            while b"\r\n\r\n" not in self.request:
                self.request += connection.recv(65536)
            fields = f"content-type: {self._media_type}\r\ntransfer-encoding: chunked"
            try:
                connection.sendall(f"HTTP/1.1 200 OK\r\n{fields}\r\n\r\n".encode())
                for piece in self._pieces:
                    self._allowed.acquire()
                    connection.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                connection.sendall(b"0\r\n\r\n")
            except OSError:  # the client has closed the stream
                self.gone.set()
