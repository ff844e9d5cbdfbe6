"""Answers that are labelled text and are none in their charset: nothing of them is lost in silence."""

import logging
from contextlib import suppress
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

FILES = document(
    """
/files/untold:
  get:
    operationId: getUntold
    responses: {"200": {description: A file.}}
/files/json:
  get:
    operationId: getJson
    responses: {"200": {description: Data., content: {application/json: {schema: {}}}}}
/files/text:
  get:
    operationId: getText
    responses: {"200": {description: A text., content: {text/plain: {schema: {type: string}}}}}
/files/image:
  post:
    operationId: sendImage
    requestBody: {content: {image/png: {schema: {type: string, format: byte}}}}
    responses: {"204": {description: Done.}}
""",
    version="3.0.3",
)
TEXTS = document(
    """
/plain:
  get:
    operationId: getPlain
    tags: [It]
    responses: {"200": {description: A text., content: {text/plain: {schema: {type: string}}}}}
/json:
  get:
    operationId: getJson
    tags: [It]
    responses: {"200": {description: A text., content: {application/json: {schema: {type: string}}}}}
/date:
  get:
    operationId: getDate
    tags: [It]
    responses: {"200": {description: A day., content: {text/plain: {schema: {type: string, format: date}}}}}
/either:
  get:
    operationId: getEither
    tags: [It]
    responses:
      "200": {description: A text., content: {text/plain: {schema: {type: string}}}}
      "202": {description: A file., content: {application/pdf: {schema: {type: string, format: binary}}}}
"""
)
LATIN = b"caf\xe9"


def text(body: bytes, charset: str = "", status: int = 200) -> Reply:
    return Reply(status=status, body=body, headers={"content-type": f"text/plain{charset}"})


@pytest.mark.parametrize("call", ["files.untold.get", "files.json.get"])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (text(LATIN), LATIN),
        (text(LATIN, "; charset=utf-8"), LATIN),
        (text(LATIN, "; charset=latin-1"), "café"),
        (text("café".encode()), "café"),
        (text(b"\xff\xfe" + "é".encode("utf-16-le")), "é"),
    ],
)
def test_where_any_value_is_expected_bytes_stay(talk: Talk, call: str, reply: Reply, expected: Any) -> None:
    it = talk(FILES, lambda _: reply)
    assert it.call(call) == expected


def test_a_text_that_is_none_is_told(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    it = talk(FILES, lambda _: text(LATIN))
    with caplog.at_level(logging.WARNING):
        assert it.call("files.text.get") == "caf�"
    assert "no text in its charset" in caplog.text


def test_bytes_in_place_of_a_text_stay(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    png = Reply(body=b"\x89PNG\xff", headers={"content-type": "image/png"})
    it = talk(FILES, lambda _: png)
    with caplog.at_level(logging.WARNING):
        assert it.call("files.text.get") == b"\x89PNG\xff"
    assert caplog.records


@pytest.mark.parametrize("call", ["get_plain", "get_json", "get_date"])
@pytest.mark.parametrize("media_type", ["application/octet-stream", "Application/Octet-Stream; a=b", None])
@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize(("body", "expected"), [("é".encode(), "é"), (LATIN, LATIN)])
def test_of_what_the_server_says_nothing_is_text_where_it_can_be(
    talk: Talk,
    call: str,
    media_type: str | None,
    status: int,
    body: bytes,
    expected: str | bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    headers = {} if media_type is None else {"content-type": media_type}
    it = talk(TEXTS, Reply(status=status, body=body, headers=headers))
    assert it.call(f"it.{call}") == expected
    # Without a media type it is what the document says, as plain JSON and text are.
    is_right = expected == "é" and (media_type is None or (call, status) == ("get_plain", 200))
    assert bool(caplog.records) == (not is_right or call == "get_date")


def test_where_a_file_may_come_bytes_stay(talk: Talk) -> None:
    it = talk(TEXTS, Reply(status=201, body=b"a", headers={"content-type": "application/octet-stream"}))
    assert it.call("it.get_either") == b"a"


@pytest.mark.parametrize(
    ("media_type", "is_json"),
    [
        ("application/x-amz-json-1.1", True),
        ("application/x-json", True),
        ("application/vnd.a.b-json", True),
        ("application/json-patch", False),
        ("application/x-ndjson", False),
        ("application/jsonish", False),
    ],
)
def test_json_by_its_other_names_is_json(talk: Talk, media_type: str, is_json: bool) -> None:
    """One field that does not fit leaves the others as the document has them."""
    things = document(
        """
/thing:
  get:
    operationId: getThing
    responses:
      "200":
        description: d
        content:
          application/json:
            schema: {type: object, properties: {id: {type: integer}, at: {type: string, format: date-time}}}
"""
    )
    reply = Reply(body=b'{"id": 1, "at": 1.5e9}', headers={"content-type": media_type})
    it = talk(things, lambda _: reply)
    found = it.call("thing.get")
    assert found == reply.body if not is_json else found.id == 1


@pytest.mark.parametrize("media_type", ["application/x-amz-json-1.1", "application/x-json"])
def test_json_may_be_described_by_its_other_names(talk: Talk, media_type: str) -> None:
    schema = "{type: object, properties: {madeBy: {type: string}}}"
    things = document(
        f"""
/things:
  post:
    operationId: createThing
    requestBody: {{content: {{{media_type}: {{schema: {schema}}}}}}}
    responses: {{"200": {{description: d, content: {{{media_type}: {{schema: {schema}}}}}}}}}
"""
    )
    it = talk(things, lambda request: Reply(body=request.body, headers={"content-type": media_type}))
    assert it.call("things.create", made_by="a").made_by == "a"
    (request,) = it.server.requests
    assert (request.headers["content-type"], request.body) == (media_type, b'{"madeBy":"a"}')


def test_whole_texts_are_no_mismatch(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    it = talk(FILES, lambda _: text(b""))
    with caplog.at_level(logging.WARNING):
        assert it.call("files.text.get") == ""
    assert not caplog.records


@pytest.mark.parametrize("call", ["files.untold.get", "files.text.get"])
def test_errors_are_read_as_far_as_they_can_be(talk: Talk, call: str) -> None:
    it = talk(FILES, lambda _: text(LATIN, status=404))
    with pytest.raises(it.package.NotFoundError) as caught:
        it.call(call)
    assert caught.value.body == "caf�"


@pytest.mark.parametrize("body", [b"\x89PNG", "iVBORw=="], ids=["bytes", "text"])
def test_what_may_be_base64_is_sent_as_it_is_given(talk: Talk, body: bytes | str) -> None:
    it = talk(FILES, lambda _: Reply(status=204))
    it.call("files.image.send", body=body)
    (request,) = it.server.requests
    assert request.body == (body.encode() if isinstance(body, str) else body)
    assert request.headers["content-type"] == "image/png"


@pytest.mark.parametrize("call", ["files.untold.get", "files.json.get", "files.text.get"])
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/problem+json"])
@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-7", b'{"a": "+2AA-"}'),
        ("unicode_escape", b'{"a": "\\ud800"}'),
        ("raw_unicode_escape", b'{"a": "\\ud800"}'),
        ("punycode", b"\xff-a9z0"),
        ("idna", b"xn--\xff"),
        ("undefined", b'{"a": 1}'),
        ("utf-16", b'{"a": 1}'),
        ("utf-32", b"{"),
    ],
)
def test_no_charset_makes_more_of_an_answer_than_a_value_or_our_error(
    talk: Talk, call: str, kind: str, status: int, charset: str, body: bytes
) -> None:
    it = talk(FILES, lambda _: reply_of(body, f"{kind}; charset={charset}", status), max_retries=0)
    if status == 200:
        with suppress(it.package.DecodingError):  # it is no JSON, as the document promises
            it.call(call)
        return
    with pytest.raises(it.package.BadRequestError):
        it.call(call)


def test_utf_16_is_read_with_a_mark_and_without(talk: Talk) -> None:
    """JSON tells by its zero bytes which it is; text without a mark is what browsers take it for."""
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        body = '{"a": "é"}'.encode(encoding)
        it = talk(FILES, lambda _, body=body: reply_of(body, "application/json; charset=UTF-16"))
        assert it.call("files.json.get") == {"a": "é"}
    it = talk(FILES, lambda _: reply_of("é".encode("utf-16-le"), "text/plain; charset=utf-16"))
    assert it.call("files.text.get") == "é"


def reply_of(body: bytes, content_type: str, status: int = 200) -> Reply:
    return Reply(status=status, body=body, headers={"content-type": content_type})
