"""Bodies of several parts: the media type and the headers of each."""

from email import message_from_bytes
from email.message import Message
from io import BytesIO
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import document
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply

DOCUMENT = document("""
/albums:
  post:
    operationId: create_album
    tags: [Albums]
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            properties:
              photos: {type: array, items: {type: string, format: binary}}
              places: {type: array, items: {type: object, properties: {x: {type: integer}}}}
              scan: {type: string, format: binary}
              note: {type: string}
          encoding:
            photos:
              contentType: image/png, image/jpeg
              headers:
                X-Kind: {schema: {const: photo}}
                X-Quality: {schema: {type: integer, default: 9}}
                X-Place: {schema: {type: string}}
            scan: {contentType: "image/*"}
            note: {contentType: "text/markdown, text/plain"}
    responses: {"204": {description: Done}}
""")


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def sent(api: ModuleType, flavour: Flavour, **arguments: Any) -> list[Message]:
    """Return the parts that a call sends."""
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        flavour.call(client.albums.create, **arguments)
    (request,) = server.requests
    return parts_of(request)


def parts_of(request: RecordedRequest) -> list[Message]:
    """Return the parts of a request."""
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    parts: list[Message] = message_from_bytes(head + request.body).get_payload()  # type: ignore[assignment]
    return parts


def headers(part: Message) -> dict[str, str]:
    """Return the headers of a part besides where it belongs."""
    return {name: str(value) for name, value in part.items() if name != "Content-Disposition"}


def test_a_part_has_the_headers_that_the_document_gives(api: ModuleType, flavour: Flavour) -> None:
    (part,) = sent(api, flavour, photos=[b"1"])
    assert headers(part) == {"Content-Type": "image/png", "X-Kind": "photo", "X-Quality": "9"}


def test_a_part_has_the_headers_of_its_file(api: ModuleType, flavour: Flavour) -> None:
    first = api.File(b"1", "a.jpeg", headers={"X-Place": "Rome\r\nX-Evil: 1", "x-quality": "3"})
    second = api.File(b"2", "b.webp", "image/webp")
    one, two = sent(api, flavour, photos=[first, second])
    assert headers(one) == {
        "Content-Type": "image/jpeg",
        "X-Kind": "photo",
        "x-quality": "3",
        "X-Place": "RomeX-Evil: 1",
    }
    assert headers(two) == {"Content-Type": "image/webp", "X-Kind": "photo", "X-Quality": "9"}
    assert [part.get_filename() for part in (one, two)] == ["a.jpeg", "b.webp"]


def test_a_list_of_objects_is_one_part_for_each(api: ModuleType, flavour: Flavour) -> None:
    parts = sent(api, flavour, places=[{"x": 1}, {"x": 2}])
    assert [(headers(part), part.get_payload()) for part in parts] == [
        ({"Content-Type": "application/json"}, '{"x": 1}'),
        ({"Content-Type": "application/json"}, '{"x": 2}'),
    ]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.gif", "image/png"), ("a", "image/png")],
)
def test_of_several_media_types_the_name_chooses_else_the_first_is_sent(
    api: ModuleType, flavour: Flavour, name: str, media_type: str
) -> None:
    from_file = sent(api, flavour, photos=[api.File(b"1", name)])
    file = BytesIO(b"1")
    file.name = name
    from_handle = sent(api, flavour, photos=[file])
    assert [part.get_content_type() for part in (*from_file, *from_handle)] == [media_type, media_type]


def test_a_range_is_no_media_type_to_send(api: ModuleType, flavour: Flavour) -> None:
    (part,) = sent(api, flavour, scan=api.File(b"1", "a.png"))
    (plain,) = sent(api, flavour, scan=b"1")
    (note,) = sent(api, flavour, note="# Hi")
    types = [found.get_content_type() for found in (part, plain, note)]
    assert types == ["image/png", "application/octet-stream", "text/markdown"]
