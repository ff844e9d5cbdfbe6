"""A file sent as a form, beside the HTTP library's own; `bench_memory.py` has the memory that it needs."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2

from tests.bench.packages import MEASURED, measured_package
from tests.bench.pairs import Pair, Row
from tests.bench.scale import Scale
from tests.bench.serving import dropping


@contextmanager
def uploads(scale: Scale) -> Iterator[list[Row]]:
    """Give the row of a file in a form, which a server in a process of its own takes and drops."""
    with measured_package(), tempfile.TemporaryDirectory() as folder, dropping() as url:
        path = Path(folder, "file")
        path.write_bytes(b"x" * scale.upload)
        client: Any = import_module(MEASURED).ApiClient(base_url=url, max_response_bytes=sys.maxsize)
        with client, httpx2.Client(base_url=url) as http:

            def bare() -> None:
                with path.open("rb") as file:
                    assert http.post("/form", files={"file": file}).status_code == 204

            yield [
                Pair(
                    what=f"a form with a file of {scale.upload >> 20} MB",
                    beside="httpx2's own multipart",
                    ours=lambda: client.files.send_form(file=path),
                    theirs=bare,
                    goal=1.2,
                )
            ]
