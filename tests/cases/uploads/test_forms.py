"""A file is sent right in each form in which it can be given, as a body and as a part."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.flavours import Flavour
from tests.support.http_server import Handler, RecordedRequest, Reply
from tests.support.uploads import CONTENT, FORMS, Form, opened_in, pieces

DONE = Reply(status=204)
SHAPES = ("body", "part", "list")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    return FORMS[request.param]


@pytest.fixture
def content(form: Form, flavour: Flavour, tmp_path: Path) -> Iterator[Any]:
    """The content, in a form that the flavour takes; a file of it is still open at the end."""
    if form.is_async and flavour.is_sync:
        pytest.skip("it has to be awaited")
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    content = form.make(path)
    yield content
    opened = opened_in(content)
    if hasattr(opened, "close") and hasattr(opened, "closed"):
        assert not opened.closed
        opened.close()


def send(files: Conversation, shape: str, content: Any) -> None:
    """Send a content in one of `SHAPES`."""
    match shape:
        case "body":
            files.call("files.send_whole", body=content)
        case "part":
            files.call("files.send_form", file=content, note="é", place={"x": 1})
        case _:
            files.call("files.send_form", more=[content, b"small"])


def sent(request: RecordedRequest, shape: str) -> list[tuple[str | None, bytes]]:
    """Return the names and contents of the files that arrived; that of a body is None."""
    if shape == "body":
        return [(None, request.body)]
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    parts: Any = message_from_bytes(head + request.body).get_payload()
    found = [(part.get_filename(), part.get_payload(decode=True)) for part in parts]
    return [(name, content) for name, content in found if name is not None]


def expected(form: Form, shape: str) -> list[tuple[str | None, bytes]]:
    if shape == "body":
        return [(None, CONTENT)]
    return [(form.name, CONTENT), ("file", b"small")][: 1 if shape == "part" else 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_it_arrives(ask: Ask, form: Form, content: Any, shape: str) -> None:
    files = ask(DONE)
    send(files, shape, content)
    assert sent(files.request, shape) == expected(form, shape)
    headers = files.request.headers
    if form.has_length:
        assert headers["content-length"] == str(len(files.request.body))
        assert "transfer-encoding" not in headers
    else:
        assert headers["transfer-encoding"] == "chunked"
        assert "content-length" not in headers


def failing_once(reply: Reply) -> Handler:
    replies = iter([reply])
    return lambda _: next(replies, DONE)


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_sent_again_only_where_it_can_be(
    api: ModuleType, ask: Ask, form: Form, content: Any, shape: str
) -> None:
    files = ask(failing_once(Reply(status=429)), max_retries=2)
    if form.can_replay:
        send(files, shape, content)
        assert [sent(request, shape) for request in files.server.requests] == 2 * [expected(form, shape)]
    else:
        with pytest.raises(api.RateLimitError):
            send(files, shape, content)
        assert len(files.server.requests) == 1


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("status", [307, 308])
def test_it_follows_redirects_only_where_it_can(
    api: ModuleType, ask: Ask, form: Form, content: Any, shape: str, status: int
) -> None:
    files = ask(failing_once(Reply(status=status, headers={"location": "/elsewhere"})))
    if form.can_replay:
        send(files, shape, content)
        assert [sent(request, shape) for request in files.server.requests] == 2 * [expected(form, shape)]
        assert files.server.requests[1].path == "/elsewhere"
    else:
        with pytest.raises(api.RedirectError, match="its body cannot be read again"):
            send(files, shape, content)
        assert len(files.server.requests) == 1


def test_a_redirect_that_makes_a_get_of_it_needs_no_body(ask: Ask, content: Any) -> None:
    files = ask(failing_once(Reply(status=303, headers={"location": "/elsewhere"})))
    send(files, "body", content)
    assert (files.server.requests[1].method, files.server.requests[1].body) == ("GET", b"")


@pytest.mark.parametrize("kind", ["generator", "iterator", "async generator", "async read"])
def test_what_was_read_is_not_sent_a_second_time(
    api: ModuleType, ask: Ask, flavour: Flavour, tmp_path: Path, kind: str
) -> None:
    if FORMS[kind].is_async and flavour.is_sync:
        pytest.skip("it has to be awaited")
    files = ask(DONE)
    content = FORMS[kind].make(tmp_path)
    send(files, "body", content)
    if kind == "async read":  # an empty file, for all that anybody knows
        send(files, "body", content)
        assert files.server.requests[1].body == b""
        return
    with pytest.raises(api.ApiError, match="it was read before and cannot be read again"):
        send(files, "body", content)


def test_what_was_not_read_may_be_given_again(api: ModuleType, ask: Ask, flavour: Flavour) -> None:
    files = ask(DONE)
    elsewhere = flavour.open(api.ApiClient, api.AsyncApiClient, base_url="http://127.0.0.1:1", max_retries=1)
    generator = pieces()
    with pytest.raises(api.ApiConnectionError):
        flavour.call(elsewhere.files.send_whole, body=generator)
    send(files, "body", generator)
    assert files.request.body == CONTENT


def test_what_can_be_read_but_once_is_given_once(api: ModuleType, ask: Ask) -> None:
    files = ask(DONE)
    generator = pieces()
    with pytest.raises(api.InvalidRequestError, match="the part 'more': what can be read but once"):
        files.call("files.send_form", more=[generator, generator])
    assert not files.server.requests
    file = BytesIO(b"again")
    files.call("files.send_form", more=[file, file])
    assert [content for _, content in sent(files.request, "list")] == [b"again", b"again"]


def test_a_list_of_one_may_be_given_without_a_list(ask: Ask) -> None:
    files = ask(DONE)
    files.call("files.send_form", more=("b.txt", b"one", None))
    assert sent(files.request, "list") == [("b.txt", b"one")]


def test_the_pieces_of_one_file_may_be_a_list(ask: Ask) -> None:
    files = ask(DONE)
    files.call("files.send_form", file=[b"one", b"two"])
    files.call("files.send_whole", body=[b"one", b"two"])
    form, whole = files.server.requests
    assert sent(form, "part") == [("file", b"onetwo")]
    assert (whole.body, whole.headers["content-length"]) == (b"onetwo", "6")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("naïve 文.txt", "naïve 文.txt"),
        ('a"b.txt', "a%22b.txt"),
        ("a\r\nX-Evil: 1\r\n\r\n.txt", "a%0D%0AX-Evil: 1%0D%0A%0D%0A.txt"),
        ("a\\b.txt", "a\\b.txt"),
    ],
)
def test_names_stay_in_their_place(ask: Ask, name: str, written: str) -> None:
    files = ask(DONE)
    files.call("files.send_form", file=(name, b"x", "text/plain\r\nX-Evil: 2"))
    head = files.request.body.partition(b"\r\n\r\n")[0].decode()
    assert f'filename="{written}"' in head
    assert not re.search(r"^x-evil", head, re.IGNORECASE | re.MULTILINE)


def test_a_file_says_its_media_type(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x")
    files = ask(DONE)
    for given in (path, ("b.png", b"x"), ("c", path, "image/png"), ("d.txt", path, "image/png")):
        files.call("files.send_form", file=given)
    assert all(b"\r\nContent-Type: image/png\r\n" in request.body for request in files.server.requests)


def test_a_file_object_without_a_name_of_its_own(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    files = ask(DONE)
    with path.open("rb") as file, open(file.fileno(), "rb", closefd=False) as numbered:
        files.call("files.send_form", file=numbered)
    assert sent(files.request, "part") == [("file", b"x")]


def test_a_package_s_file_takes_each_form(api: ModuleType, ask: Ask, form: Form, content: Any) -> None:
    data = content[1] if isinstance(content, tuple) else content
    files = ask(DONE)
    files.call("files.send_form", file=api.File(data, name="c.txt"))
    assert sent(files.request, "part") == [("c.txt", CONTENT)]


def test_each_flavour_says_what_it_takes(api: ModuleType) -> None:
    for flavour, taken in (("_sync", api.FileContent), ("_async", api.AsyncFileContent)):
        module = import_module(f"{api.__name__}.{flavour}.file_content")
        assert module.FileContent == taken
        source = Path(api.__file__ or "").parent / flavour / "files.py"
        assert "from .file_content import FileContent\n" in source.read_text("utf-8")
