"""A body of bytes that is said to be an object: documents of Google's say so where both are taken."""

import io
from typing import Any

import pytest

from generator.inference.infer import infer
from tests.support.conversations import Conversation, Talk, document
from tests.support.documents import api, noted
from tests.support.http_server import Reply, json_reply

PATHS = """
/files:
  post:
    operationId: make
    tags: [files]
    requestBody: {content: {application/octet-stream: {schema: {$ref: '#/components/schemas/File'}}}}
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}
/videos:
  post:
    operationId: film
    tags: [files]
    requestBody:
      required: true
      content:
        application/octet-stream: {schema: {$ref: '#/components/schemas/File'}}
        video/mp4: {schema: {$ref: '#/components/schemas/File'}}
    responses: {"204": {description: d}}
"""
SCHEMAS = """
File:
  type: object
  properties:
    fileName: {type: string}
    madeAt: {type: string, format: date-time, readOnly: true}
    tags: {type: array, items: {type: string}}
"""
CAME = {"fileName": "a", "madeAt": "2026-08-07T12:00:00Z", "tags": ["b"]}


@pytest.fixture
def files(talk: Talk) -> Conversation:
    return talk(
        document(PATHS, SCHEMAS), lambda it: json_reply(CAME) if it.path == "/files" else Reply(status=204)
    )


@pytest.mark.parametrize("call", ["files.make", "files.film"])
def test_an_object_is_sent_as_json(call: str, files: Conversation) -> None:
    file = files.call("files.make", body={"file_name": "a", "tags": "b"})
    assert files.request.json == {"fileName": "a", "tags": ["b"]}
    for given in (
        file,
        {"fileName": "a", "tags": ["b"]},
        files.package.models.File(file_name="a", tags=["b"]),
    ):
        files.call(call, body=given)
        sent = files.server.requests[-1]
        assert (sent.json, sent.headers["content-type"]) == (
            {"fileName": "a", "tags": ["b"]},
            "application/json",
        )


@pytest.mark.parametrize("call", ["files.make", "files.film"])
def test_bytes_and_files_are_sent_as_they_are(call: str, files: Conversation) -> None:
    ways: list[Any] = [b"hello", io.BytesIO(b"hello"), files.package.File(b"hello", name="a.bin")]
    for given in ways:
        files.call(call, body=given)
        sent = files.server.requests[-1]
        assert (sent.body, sent.headers["content-type"]) == (b"hello", "application/octet-stream")


def test_a_file_says_what_it_is(files: Conversation) -> None:
    files.call("files.film", body=files.package.File(b"hello", content_type="video/mp4"))
    assert (files.request.body, files.request.headers["content-type"]) == (b"hello", "video/mp4")
    files.call("files.make")
    assert files.server.requests[-1].body == b""


@pytest.mark.parametrize("given", ["text", 5, [{"file_name": "a"}]], ids=str)
def test_all_else_is_refused(given: Any, files: Conversation) -> None:
    with pytest.raises(files.package.InvalidRequestError, match=r"a file is (not )?given as"):
        files.call("files.film", body=given)
    assert files.server.requests == []


@pytest.mark.parametrize("beside", ["application/json", "multipart/form-data"])
def test_what_has_another_media_type_is_sent_in_that(beside: str, talk: Talk) -> None:
    paths = PATHS.replace("video/mp4", beside)
    files = talk(document(paths, SCHEMAS), Reply(status=204))
    files.call("files.film", file_name="a")
    assert files.request.headers["content-type"].startswith(beside)
    with pytest.raises(files.package.InvalidRequestError, match="an object as"):
        files.call("files.film", body={"file_name": "a"}, content_type="application/octet-stream")


@pytest.mark.parametrize(
    ("beside", "told"), [("video/mp4", 3), ("application/json", 1), ("multipart/form-data", 1)]
)
def test_the_ledger_tells(beside: str, told: int) -> None:
    """Of each media type of bytes, where the object has no other: there its own is meant."""
    found = noted(infer(api(document(PATHS.replace("video/mp4", beside), SCHEMAS))))
    assert ("object-of-bytes", "/paths/~1files/post/requestBody/content/application~1octet-stream") in found
    assert [code for code, _ in found].count("object-of-bytes") == told
