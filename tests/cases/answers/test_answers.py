"""Which answer a response is, and what its bytes are: statuses by kinds of content, in every flavour."""

import json
import logging
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from tests.cases.answers.conftest import PACKAGE
from tests.support.checkers import run_checker
from tests.support.conversations import Ask, Conversation, Talk
from tests.support.http_server import Reply, json_reply

JSON = "application/json"
PNG = b"\x89PNG\r\n\x1a\n\0\xff\xfe"
HTML = b"<html><body>Please log in</body></html>"
THING = b'{"id": "1", "name": "Zo\xc3\xab"}'
TEXT = THING.decode()


def reply(body: bytes, media_type: str | None = JSON, status: int = 200) -> Reply:
    headers = {} if media_type is None else {"content-type": media_type}
    return Reply(status=status, body=body, headers=headers)


def reports(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the client reported."""
    return [record.getMessage() for record in caplog.records if record.name == PACKAGE]


def lenient_and_strict(ask: Ask, answer: Reply) -> tuple[Conversation, Conversation]:
    return ask(answer), ask(answer, strict_responses=True)


# --- what its bytes are, where JSON is documented ---


class Kind(NamedTuple):
    """Content that a server may send where a `Thing` is documented."""

    media_type: str | None
    body: bytes


THINGS = {
    "JSON": Kind(JSON, THING),
    "JSON of another name": Kind("application/vnd.acme+json", THING),
    "JSON labelled text": Kind("text/plain", THING),
    "JSON labelled HTML": Kind("text/html; charset=utf-8", THING),
    "JSON labelled bytes": Kind("application/octet-stream", THING),
    "JSON without a label": Kind(None, THING),
    "a mark of UTF-8": Kind(JSON, b"\xef\xbb\xbf" + THING),
    "UTF-16 with a mark": Kind(JSON, TEXT.encode("utf-16")),
    "UTF-16 without a mark": Kind(JSON, TEXT.encode("utf-16-le")),
    "UTF-16, said": Kind(f"{JSON}; charset=UTF-16", TEXT.encode("utf-16")),
    "UTF-32": Kind(JSON, TEXT.encode("utf-32")),
    "Latin-1": Kind(f'{JSON}; charset="ISO-8859-1"', TEXT.encode("latin-1")),
    "a charset that nobody knows": Kind(f"{JSON}; charset=klingon", THING),
    "blanks around it": Kind(JSON, b"\r\n " + THING + b"\n"),
}
NO_JSON = {
    "HTML": Kind("text/html; charset=utf-8", HTML),
    "HTML labelled JSON": Kind(JSON, HTML),
    "HTML without a label": Kind(None, HTML),
    "text": Kind("text/plain", b"Please log in"),
    "nothing": Kind(JSON, b""),
    "nothing without a label": Kind(None, b""),
    "cut short": Kind(JSON, THING[:-4]),
    "half a character": Kind(JSON, b'{"id": "1", "name": "Zo\xc3"}'),
}
BINARY = {
    "a picture": Kind("image/png", PNG),
    "bytes": Kind("application/octet-stream", PNG),
    "text labelled a picture": Kind("image/png", b"hello"),
}


OTHER_STATUSES = (201, 203, 206, 299)
# What another success may be labelled to be the documented one.
LABELLED = [name for name, kind in THINGS.items() if kind.media_type is None or "json" in kind.media_type]


@pytest.mark.parametrize(
    ("status", "name"),
    [
        *((200, name) for name in THINGS),
        *((status, name) for status in OTHER_STATUSES for name in LABELLED),
    ],
)
def test_json_is_read_whatever_it_is_labelled(
    name: str, status: int, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    kind = THINGS[name]
    for client in lenient_and_strict(ask, reply(kind.body, kind.media_type, status)):
        thing = client.call("it.only_200")
        assert isinstance(thing, client.package.models.Thing)
        assert (thing.id, thing.name) == ("1", "Zoë")
    assert reports(caplog) == []


@pytest.mark.parametrize("name", NO_JSON)
def test_what_is_no_json_is_an_error_that_shows_it(
    name: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    kind = NO_JSON[name]
    for client in lenient_and_strict(ask, reply(kind.body, kind.media_type)):
        with pytest.raises(client.package.DecodingError) as caught:
            client.call("it.only_200")
        said = str(caught.value)
        assert (kind.media_type or "without a media type") in said
        assert kind.body[:12].decode() in said
        assert caught.value.response.content == kind.body
    assert reports(caplog) == []


def test_no_more_than_the_beginning_is_shown(ask: Ask) -> None:
    client = ask(reply(b"<p>" + b"x" * 1000, "text/html"))
    with pytest.raises(client.package.DecodingError) as caught:
        client.call("it.only_200")
    assert "<p>" + "x" * 197 in str(caught.value)
    assert "x" * 198 not in str(caught.value)


@pytest.mark.parametrize("name", BINARY)
@pytest.mark.parametrize("call", ["only_200", "text", "range"])
def test_binary_content_stays_bytes_and_is_reported(
    name: str, call: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    kind = BINARY[name]
    lenient, strict = lenient_and_strict(ask, reply(kind.body, kind.media_type))
    assert lenient.call(f"it.{call}") == kind.body
    (report,) = reports(caplog)
    assert str(kind.media_type) in report
    with pytest.raises(strict.package.DecodingError):
        strict.call(f"it.{call}")


@pytest.mark.parametrize("call", ["anything", "any_kind", "any_application"])
@pytest.mark.parametrize(
    ("media_type", "body", "expected"),
    [
        ("image/png", PNG, PNG),
        ("application/pdf", b"%PDF", b"%PDF"),
        ("text/html", HTML, HTML.decode()),
        ("text/plain; charset=latin-1", b"Zo\xeb", "Zoë"),
        ("application/xml", b"<a/>", "<a/>"),
        (JSON, b"[1]", [1]),
        (JSON, "[1]".encode("utf-16"), [1]),
        (None, b"[1]", [1]),
        (None, b"hello", "hello"),
        (None, PNG, PNG),
        (None, b"", None),
        ("text/plain", b"", None),
    ],
)
def test_where_anything_may_come_its_own_media_type_decides(
    call: str,
    media_type: str | None,
    body: bytes,
    expected: object,
    ask: Ask,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for client in lenient_and_strict(ask, reply(body, media_type)):
        assert client.call(f"it.{call}") == expected
    assert reports(caplog) == []


@pytest.mark.parametrize(
    ("call", "media_type", "body", "expected"),
    [
        ("text", JSON, b'"hello"', "hello"),
        ("text", JSON, b"null", None),
        ("text", "text/plain", b"hello", "hello"),
        ("text", "text/plain", "\ufeffhello".encode(), "hello"),
        ("text", None, b"hello", "hello"),
        ("file", "image/png", PNG, PNG),
        ("file", JSON, b'{"a": 1}', b'{"a": 1}'),
        ("file", "text/csv", b"a,b", b"a,b"),
        ("file", None, PNG, PNG),
        ("file", None, b"", b""),
        ("plain", "text/plain", "Zoë".encode("utf-16"), "Zoë"),
        ("plain", "text/plain; charset=latin-1", b"Zo\xeb", "Zoë"),
        ("plain", JSON, b'{"a": 1}', '{"a": 1}'),
    ],
)
def test_files_and_texts_are_what_they_say(
    call: str,
    media_type: str | None,
    body: bytes,
    expected: object,
    ask: Ask,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for client in lenient_and_strict(ask, reply(body, media_type)):
        assert client.call(f"it.{call}") == expected
    assert reports(caplog) == []


@pytest.mark.parametrize("status", [200, 201, 206])
def test_json_that_does_not_fit_is_kept_and_reported(
    status: int, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    lenient, strict = lenient_and_strict(ask, json_reply({"id": 1, "name": "Zoë"}, status=status))
    thing = lenient.call("it.only_200")
    assert isinstance(thing, lenient.package.models.Thing)
    assert (thing.id, thing.name) == (1, "Zoë")
    assert len(reports(caplog)) == 1
    with pytest.raises(strict.package.DecodingError, match="id"):
        strict.call("it.only_200")


# --- which answer it is ---


@pytest.mark.parametrize(
    ("call", "status", "name"),
    [
        ("range", 200, "Thing"),
        ("range", 201, "Other"),
        ("range", 299, "Other"),
        ("two", 201, "Thing"),
        ("only_default", 200, "Thing"),
        ("only_default", 207, "Thing"),
        ("error_default", 200, "Thing"),
        ("error_default", 202, "Thing"),
    ],
)
def test_a_success_is_the_documented_one_that_it_is_nearest_to(
    call: str, status: int, name: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"id": "1", "other": 1, "problem": "none"}
    for client in lenient_and_strict(ask, json_reply(body, status=status)):
        assert type(client.call(f"it.{call}")) is getattr(client.package.models, name)
    assert reports(caplog) == []


def test_of_other_successes_the_one_of_the_same_media_type_is_taken(
    ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    for client in lenient_and_strict(ask, reply(b"soon", "text/plain", 201)):
        assert client.call("it.two") == "soon"
    for client in lenient_and_strict(ask, reply(b"", None, 202)):
        assert client.call("it.two") == ""
    for client in lenient_and_strict(ask, reply(b"", None, 201)):
        assert client.call("it.two") is None
    assert reports(caplog) == []


@pytest.mark.parametrize(
    ("call", "answer", "expected"),
    [
        ("only_200", reply(HTML, "text/html", 201), HTML.decode()),
        ("only_200", reply(PNG, "image/png", 203), PNG),
        ("only_200", reply(b"", None, 202), None),
        ("error_default", reply(b"ok", "text/plain", 202), "ok"),
        ("nothing", json_reply({"id": "1"}), {"id": "1"}),
        ("nothing", reply(b"ok", "text/plain"), "ok"),
        ("nothing", json_reply([1], status=201), [1]),
        ("no_success", json_reply({"missing": "1"}), {"missing": "1"}),
        ("no_success", reply(PNG, "image/png", 202), PNG),
    ],
)
def test_what_the_document_does_not_know_is_kept_and_reported(
    call: str, answer: Reply, expected: object, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    lenient, strict = lenient_and_strict(ask, answer)
    found = lenient.call(f"it.{call}")
    assert (found, type(found)) == (expected, type(expected))
    assert len(reports(caplog)) == 1
    with pytest.raises(strict.package.DecodingError):
        strict.call(f"it.{call}")


@pytest.mark.parametrize("call", ["only_200", "range", "two", "only_default", "nothing", "anything", "text"])
@pytest.mark.parametrize("status", [204, 205])
def test_no_content_is_none(call: str, status: int, ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    for client in lenient_and_strict(ask, reply(b"", None, status)):
        assert client.call(f"it.{call}") is None
    assert reports(caplog) == []


@pytest.mark.parametrize(
    ("call", "status", "name"),
    [
        ("only_200", 400, None),
        ("only_200", 500, None),
        ("range", 404, "Missing"),
        ("range", 422, "Problem"),
        ("range", 500, None),
        ("error_default", 400, "Problem"),
        ("error_default", 503, "Problem"),
        ("only_default", 400, "Thing"),
        ("no_success", 404, "Missing"),
        ("archive", 404, None),
    ],
)
def test_an_error_never_takes_the_schema_of_a_success(
    call: str, status: int, name: str | None, ask: Ask
) -> None:
    body = {"id": "1", "problem": "p", "missing": "m"}
    client = ask(json_reply(body, status=status), max_retries=0)
    with pytest.raises(client.package.ApiStatusError) as caught:
        client.call(f"it.{call}")
    if name is None:
        assert caught.value.body == body
    else:
        assert type(caught.value.body) is getattr(client.package.models, name)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (reply(HTML, "text/html", 404), HTML.decode()),
        (reply(b"Zo\xeb", "text/plain; charset=latin-1", 404), "Zoë"),
        (reply('{"missing": "Zoë"}'.encode("utf-16"), JSON, 404), {"missing": "Zoë"}),
        (reply(b"\xef\xbb\xbf[1]", JSON, 404), [1]),
        (reply(b'{"missing": "cut', JSON, 404), '{"missing": "cut'),
        (reply(b'{"missing": "m"}', "text/plain", 404), {"missing": "m"}),
        (reply(PNG, "image/png", 404), PNG),
        (reply(b"", JSON, 404), None),
    ],
)
@pytest.mark.parametrize("call", ["only_200", "range"])
def test_the_body_of_an_error_is_read_as_what_it_is(
    call: str, answer: Reply, expected: object, ask: Ask
) -> None:
    client = ask(answer)
    with pytest.raises(client.package.NotFoundError) as caught:
        client.call(f"it.{call}")
    body = caught.value.body
    dumped = body.model_dump(exclude_unset=True) if hasattr(body, "model_dump") else body
    text = expected if call == "range" or not isinstance(expected, dict) else dumped
    assert dumped == text


# --- HEAD, redirects, pages and streams ---


def test_head_gives_nothing_but_headers(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    answer = json_reply({"id": "1"}, headers={"X-Count": "7"})
    for client in lenient_and_strict(ask, answer):
        assert client.call("it.head") is None
        with_response = client.client.with_response(client.client.it.head)
        assert client.flavour.call(with_response).headers == {"X-Count": 7}
    assert reports(caplog) == []


def test_a_missing_head_is_an_error(ask: Ask) -> None:
    client = ask(json_reply({}, status=404))
    with pytest.raises(client.package.NotFoundError) as caught:
        client.call("it.head")
    assert caught.value.body is None


def test_a_redirect_gives_what_it_leads_to(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    for client in lenient_and_strict(ask, reply(PNG, "application/zip")):
        archive = client.server.handler
        client.server.handler = lambda request, archive=archive: (
            archive(request)
            if request.path == "/zip"
            else Reply(status=302, headers={"location": f"/zip{request.path}"[:4]})
        )
        assert client.call("it.archive") == PNG
        stream = client.call("it.archive_stream")
        assert b"".join(client.flavour.collect(stream)) == PNG
    assert reports(caplog) == []


@pytest.mark.parametrize("status", [200, 201, 203, 206])
def test_pages_of_any_success_have_their_items(
    status: int, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    pages: dict[str | None, Any] = {
        None: {"data": [{"id": "1"}], "next_cursor": "2"},
        "2": {"data": [{"id": "2"}], "next_cursor": None},
    }
    for client in lenient_and_strict(ask, reply(b"")):
        client.server.handler = lambda request: json_reply(
            pages[dict(request.query).get("cursor")], status=status
        )
        assert [thing.id for thing in client.collect("it.pages")] == ["1", "2"]
    assert reports(caplog) == []


@pytest.mark.parametrize("name", NO_JSON)
def test_a_later_page_that_is_no_json_is_no_end(name: str, ask: Ask) -> None:
    kind = NO_JSON[name]
    for client in lenient_and_strict(ask, reply(b"")):
        client.server.handler = lambda request: (
            reply(kind.body, kind.media_type)
            if request.query
            else json_reply({"data": [{"id": "1"}], "next_cursor": "2"})
        )
        with pytest.raises(client.package.DecodingError):
            client.collect("it.pages")


@pytest.mark.parametrize("status", [200, 201, 203])
def test_streams_of_any_success_have_their_events(
    status: int, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    body = b"data: " + THING + b"\n\n"
    for client in lenient_and_strict(ask, reply(body, "text/event-stream", status)):
        (thing,) = client.flavour.collect(client.call("it.events"))
        assert thing.name == "Zoë"
    assert reports(caplog) == []


# --- what is asked for ---


@pytest.mark.parametrize(
    ("call", "accept"),
    [
        ("it.only_200", JSON),
        ("it.two", f"{JSON}, text/plain"),
        ("it.nothing", "*/*"),
        ("it.archive", "*/*"),
        ("forms.swashbuckle", f"{JSON}, text/json"),
        ("forms.serialised", JSON),
        ("forms.picture", "image/jpeg"),
    ],
)
def test_a_call_asks_for_what_it_returns(call: str, accept: str, ask: Ask) -> None:
    client = ask(reply(THING))
    client.call(call)
    assert client.request.headers["accept"] == accept


@pytest.mark.parametrize("media_type", [JSON, "text/json", "text/plain"])
def test_one_schema_in_several_media_types_is_that_schema(
    media_type: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    for client in lenient_and_strict(ask, reply(THING, media_type)):
        assert client.call("forms.swashbuckle").name == "Zoë"
    assert reports(caplog) == []


@pytest.mark.parametrize(
    ("accept", "body", "expected"),
    [
        (JSON, THING, "Thing"),
        ("application/vnd.acme.v2+json", b'{"other": 1}', "Other"),
        ("text/csv", b"a,b", "a,b"),
        ("application/pdf", b"%PDF", b"%PDF"),
    ],
)
def test_a_call_may_say_which_form_it_wants(
    accept: str, body: bytes, expected: Any, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    for client in lenient_and_strict(ask, reply(body, accept)):
        found = client.call("forms.report", month=1, accept=accept)
        assert client.request.headers["accept"] == accept
        assert json.loads(client.request.body) == {"month": 1}
        known = getattr(client.package.models, expected, None) if isinstance(expected, str) else None
        assert found == expected if known is None else type(found) is known
    assert reports(caplog) == []


def test_reports_are_warnings(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    ask(reply(PNG, "image/png")).call("it.only_200")
    (record,) = (record for record in caplog.records if record.name == PACKAGE)
    assert record.levelno == logging.WARNING


# --- what type checkers see ---

USES = """
from typing import assert_type

from answers_api import ApiClient, AsyncApiClient, models


def use(client: ApiClient) -> None:
    assert_type(client.forms.report(month=1), models.Thing | models.Missing)
    assert_type(client.forms.report(month=1, accept="application/json"), models.Thing | models.Missing)
    assert_type(client.forms.report(month=1, accept="text/csv"), str | models.Missing)
    assert_type(client.forms.report(month=1, accept="application/pdf"), bytes | models.Missing)
    other = client.forms.report(body="m", content_type="text/plain", accept="application/vnd.acme.v2+json")
    assert_type(other, models.Other | models.Missing)
    assert_type(client.forms.swashbuckle(), models.Thing)
    client.forms.report(month=1, accept="text/xml")  # type: ignore[call-overload]  # pyright: ignore


async def use_async(client: AsyncApiClient) -> None:
    assert_type(await client.forms.report(month=1), models.Thing | models.Missing)
    assert_type(await client.forms.report(month=1, accept="text/csv"), str | models.Missing)
    assert_type(await client.forms.report(month=1, accept="application/pdf"), bytes | models.Missing)
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_follow_what_is_asked_for(
    api: ModuleType, checker: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copytree(Path(api.__file__ or "").parent, tmp_path / PACKAGE)
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    arguments = ["--strict", "uses.py", PACKAGE] if checker == "mypy" else []
    done = run_checker(checker, tmp_path, *arguments, folders=tmp_path_factory)
    assert done.returncode == 0, done.stdout + done.stderr


PARAMETERS = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /things:
    get:
      operationId: getThings
      responses:
        "200":
          description: d
          content:
            application/*: {schema: {$ref: '#/components/schemas/Wide'}}
            application/json: {schema: {$ref: '#/components/schemas/Plain'}}
            application/json; charset=utf-8; version=1: {schema: {$ref: '#/components/schemas/One'}}
            application/json; version=2: {schema: {$ref: '#/components/schemas/Two'}}
            application/json; version=2; profile=x: {schema: {$ref: '#/components/schemas/Profile'}}
            application/vnd.acme+json: {schema: {$ref: '#/components/schemas/Acme'}}
components:
  schemas:
    Wide: {type: object, properties: {a: {type: integer}}}
    Plain: {type: object, properties: {b: {type: integer}}}
    One: {type: object, properties: {c: {type: integer}}}
    Two: {type: object, properties: {d: {type: integer}}}
    Profile: {type: object, properties: {e: {type: integer}}}
    Acme: {type: object, properties: {f: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("application/json", "Plain"),
        ("Application/JSON; charset=UTF-8", "Plain"),
        ("application/json; version=3", "Plain"),
        ("application/json; version=1", "One"),
        ("application/json; version=1; charset=utf-8", "One"),
        ("application/json; version=2", "Two"),
        ('application/json;VERSION="2"', "Two"),
        ("application/json; version=2; charset=utf-8", "Two"),
        ("application/json; charset=utf-8; version=2; more=1", "Two"),
        ("application/json; profile=x; charset=utf-8; version=2", "Profile"),
        ("application/vnd.acme+json; version=2", "Acme"),
        # A range is nearer than JSON of another name.
        ("application/vnd.other+json", "Wide"),
        ("text/json", "Plain"),
    ],
)
def test_the_nearest_media_type_is_the_most_specific_one(talk: Talk, media_type: str, name: str) -> None:
    found = talk(PARAMETERS, json_reply({"a": 1}, media_type=media_type)).call("things.get")
    assert type(found).__name__ == name
