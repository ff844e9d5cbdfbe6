"""A response without `content`: of a GET whatever comes, of others that only where no GET tells its own."""

import logging
from typing import Any, get_type_hints

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.http_server import Reply, json_reply

PATHS = """
openapi: 3.1.0
paths:
  /things:
    get:
      operationId: list
      tags: [it]
      responses: {{"200": {{description: All}}}}
    post:
      operationId: make
      tags: [it]
      responses: {{"200": {{description: Made}}}}
    delete:
      operationId: delete
      tags: [it]
      responses: {{"204": {{description: Gone}}}}
  /things/export:
    get:
      operationId: export
      tags: [it]
      responses: {{default: {{description: A file}}}}
  /things/empty:
    get:
      operationId: empty
      tags: [it]
      responses: {{"204": {{description: Nothing}}}}
  /things/told:
    get:
      operationId: told
      tags: [it]
      responses:
        "200": {{description: d{told}}}
        "202": {{description: Later}}
"""
TELLS_NONE = PATHS.format(told="")
TELLS_ONE = PATHS.format(told=", content: {application/json: {schema: {type: object}}}")
PDF = Reply(body=b"%PDF-1.7", headers={"content-type": "application/pdf"})


@pytest.mark.parametrize("call", ["list", "export"])
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (json_reply([{"id": 1}]), [{"id": 1}]),
        (PDF, b"%PDF-1.7"),
        (Reply(body=b"done", headers={"content-type": "text/plain"}), "done"),
        (Reply(body=b""), None),
    ],
)
def test_whatever_comes_is_given(
    talk: Talk, caplog: pytest.LogCaptureFixture, call: str, answer: Reply, expected: object
) -> None:
    it = talk(TELLS_ONE, answer, strict_responses=True)
    with caplog.at_level(logging.WARNING):
        found = it.call(f"it.{call}")
    assert (found, caplog.records) == (expected, [])


@pytest.mark.parametrize(
    ("document", "returns"),
    [
        (TELLS_ONE, {"list": Any, "export": Any, "make": type(None), "told": dict[str, Any] | None}),
        (TELLS_NONE, {"list": Any, "export": Any, "make": Any, "told": Any}),
    ],
)
def test_types_say_so(build: Build, document: str, returns: dict[str, object]) -> None:
    it = build(document).ApiClient(base_url="https://api.test").it
    always = {"delete": type(None), "empty": type(None)}
    found = {name: get_type_hints(getattr(it, name))["return"] for name in returns | always}
    assert found == returns | always


def test_a_document_without_gets_tells_nothing(build: Build) -> None:
    start, end = TELLS_NONE.index("    get:"), TELLS_NONE.index("    post:")
    posts = TELLS_NONE[:start] + TELLS_NONE[end : TELLS_NONE.index("  /things/export")]
    it = build(posts).ApiClient(base_url="https://api.test").it
    assert get_type_hints(it.make)["return"] is type(None)


def test_the_ledger_says_so(tmp_path: Any) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(TELLS_ONE, "utf-8")
    api = understand(ClientConfig(document=str(source), package="api")).api
    found = [entry.location.pointer for entry in api.ledger if entry.code == "untold-answer"]
    assert found == ["/paths/~1things/get/responses/200", "/paths/~1things~1export/get/responses/default"]
