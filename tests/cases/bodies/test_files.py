"""Bytes that are sent may come from files, in forms and as whole bodies."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /form:
    post:
      operationId: send_form
      tags: [Files]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                more: {type: array, items: {type: string, format: binary}}
      responses: {"204": {description: Done}}
  /whole:
    put:
      operationId: send_whole
      tags: [Files]
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done}}
"""


@pytest.fixture(params=["bytes", "file", "opened"])
def content(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """What makes the content for a package, in each way to give it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hello")

    def of(api: Any) -> Any:
        if request.param == "file":
            return api.File(b"hello", name="a.txt")
        return path.open("rb") if request.param == "opened" else b"hello"

    return of


def test_files_are_sent(build: Build, flavour: Flavour, content: Any) -> None:
    api = build(DOCUMENT)
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        first, second, third = content(api), content(api), content(api)
        flavour.call(client.files.send_form, file=first, more=[second])
        flavour.call(client.files.send_whole, body=third)
        for each in (first, second, third):
            if hasattr(each, "close"):
                each.close()
    form, whole = server.requests
    assert form.body.count(b"\r\n\r\nhello\r\n") == 2
    assert whole.body == b"hello"


def test_type_checkers_know_what_is_taken(build: Build) -> None:
    source = Path(build(DOCUMENT).__file__ or "").parent / "_sync" / "files.py"
    text = source.read_text("utf-8")
    assert "file: FileContent," in text
    assert "more: Sequence[FileContent] | FileContent | Unset = UNSET," in text  # one is a list of one
    assert "body: FileContent)" in text
