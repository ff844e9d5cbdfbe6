"""A server that answers each connection with the bytes that it is told to, and then hangs up.

It says so in each answer: a client that took the connection for one that stays would send its next request
into nothing, or not, by who is faster.
"""

import socket
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Self


class RawServer:
    """Answers one request for each connection; once all answers were given, with the last one.

    Attributes:
        url: where it listens, without a slash at the end.
        requests: the heads of the requests that arrived.
    """

    def __init__(self, answers: Sequence[bytes]) -> None:
        self._answers = answers
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.requests: list[str] = []
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(timeout=10)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += connection.recv(65536)
                answer = self._answers[min(len(self.requests), len(self._answers) - 1)]
                self.requests.append(head.decode())
                connection.sendall(answer.replace(b"\r\n", b"\r\nconnection: close\r\n", 1))
