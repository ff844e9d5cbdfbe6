"""What a user may look at while calls are made, and that no credential is in it."""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import Reply, json_reply

SECRET = "s3cret canary"
NOTE = {"name": "n"}


def listening(package: ModuleType, told: list[Any], *, waits: bool) -> Any:
    """Hooks that note what they are told; those that may are awaited, if so wanted."""

    async def note_later(what: Any) -> None:
        told.append(what)

    note = note_later if waits else told.append
    return package.Hooks(request=note, response=note, retry=note, mismatch=told.append)


def kinds(told: list[Any]) -> list[str]:
    return [type(item).__name__ for item in told]


@pytest.mark.parametrize("waits", [False, True])
def test_hooks_are_told_of_each_try(waits: bool, ask: Ask, flavour: Flavour, api: ModuleType) -> None:
    if waits and flavour.is_sync:
        return
    told: list[Any] = []
    replies = [Reply(status=503), None, json_reply({"name": 1})]
    talk = ask(lambda _: replies.pop(0), bearer=SECRET, hooks=listening(api, told, waits=waits))
    talk.call("notes.create", name="n")
    assert kinds(told) == [
        "Request",
        "Response",
        "Retry",
        "Request",
        "Retry",
        "Request",
        "Response",
        "Mismatch",
    ]
    first, second = told[2], told[4]
    assert (first.number, first.response.status, first.error, first.reason) == (1, 503, None, "status 503")
    assert (second.number, second.response) == (2, None)
    assert isinstance(second.error, api.ApiConnectionError)
    assert [first.delay, second.delay] == talk.waits
    assert told[0].headers["authorization"] == f"Bearer {SECRET}"
    assert told[-1].response.content == b'{"name": 1}'
    assert SECRET not in str(told)


def test_hooks_are_told_of_streams_pages_and_undocumented_calls(
    ask: Ask, flavour: Flavour, api: ModuleType
) -> None:
    told: list[Any] = []
    reply = Reply(body=b"data: a\n\n", headers={"content-type": "text/event-stream"})
    talk = ask(lambda r: reply if r.path == "/events" else json_reply({"items": []}), bearer="t")
    client = talk.client.with_options(hooks=listening(api, told, waits=False))
    flavour.collect(flavour.call(client.notes.watch))
    flavour.collect(client.notes.list())
    flavour.call(client.get, "/x")
    flavour.call(talk.client.get, "/x")
    assert kinds(told) == ["Request", "Response"] * 3


def test_what_a_hook_raises_ends_the_call(ask: Ask, api: ModuleType) -> None:
    def refuse(_: Any) -> None:
        raise LookupError("mine")

    talk = ask(json_reply({}), bearer="t", hooks=api.Hooks(request=refuse))
    with pytest.raises(LookupError, match="mine"):
        talk.call("get", "/x")
    assert talk.server.requests == []


@pytest.mark.parametrize("name", ["request", "response", "retry", "mismatch"])
def test_what_nobody_awaits_is_refused(name: str, ask: Ask, flavour: Flavour, api: ModuleType) -> None:
    async def hook(_: Any) -> None: ...

    hooks = api.Hooks(**{name: hook})
    talk = ask(json_reply({}), bearer="t")
    if flavour.is_sync or name == "mismatch":
        with pytest.raises(api.InvalidRequestError, match=f"the hook {name}"):
            talk.client.with_options(hooks=hooks)
    else:
        assert talk.client.with_options(hooks=hooks) is not None


@pytest.fixture
def logger(api: ModuleType) -> Iterator[logging.Logger]:
    """The package's logger, which is afterwards as it was."""
    logger = logging.getLogger(api.__name__)
    yield logger
    logger.handlers.clear()
    logger.setLevel(logging.NOTSET)


LEVELS = [("info", True), ("DEBUG", True), ("", False), ("other", False)]


@pytest.mark.parametrize(("level", "expected"), LEVELS)
def test_the_environment_switches_the_log_on(
    level: str,
    expected: bool,
    ask: Ask,
    capsys: pytest.CaptureFixture[str],
    logger: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not logger.handlers
    monkeypatch.setenv("OPTIONS_API_LOG", level)
    replies = [Reply(status=503, headers={"x-request-id": "r1"}), json_reply({})]
    talk = ask(lambda _: replies.pop(0), bearer=SECRET)
    ask(json_reply({}), bearer=SECRET)
    talk.call("get", "/x", query={"q": "private"})
    text = capsys.readouterr().err
    assert ("/x: 200 in " in text) == expected
    assert text.count("again in") == expected
    assert ("'x-request-id': 'r1'" in text) == (level == "DEBUG")
    assert SECRET not in text
    assert "private" not in text


CREDENTIALS: list[dict[str, Any]] = [
    {"bearer": SECRET},
    {"query": SECRET},
    {"bearer": "t", "headers": {"X-Other-Token": SECRET, "Cookie": f"a={SECRET}"}},
    {"bearer": SECRET, "query": SECRET, "headers": {"Link": SECRET}},
]
FAULTS: list[Any] = [
    json_reply({"name": SECRET}),
    json_reply({"name": [SECRET]}),
    Reply(
        status=500, body=SECRET.encode(), headers={"x-echo": SECRET, "link": f"<https://a/?vault={SECRET}>"}
    ),
    Reply(status=401, body=SECRET.encode()),
    Reply(status=307, headers={"location": f"/x?vault={SECRET}"}),
    Reply(status=302, headers={"location": f"ftp://{SECRET}/"}),
    Reply(body=b"{", headers={"content-type": "application/json", "content-encoding": "gzip"}),
    Reply(body=SECRET.encode(), headers={"content-type": "text/html"}),
    None,
]


@pytest.mark.parametrize("credentials", CREDENTIALS, ids=str)
@pytest.mark.parametrize("fault", FAULTS, ids=range(len(FAULTS)))
def test_no_log_record_of_anybody_has_a_credential(
    fault: Any, credentials: Mapping[str, Any], ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    # The layer below the HTTP library logs what it reads byte for byte at DEBUG; that is not ours to hide.
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="options_api")
    talk = ask(lambda _: fault, **credentials, max_retries=1)
    client = talk.client.with_options(query={"token": SECRET})
    for method, args in ((client.forms.touch, ()), (client.notes.watch, ()), (client.get, ("/x",))):
        with suppress(talk.package.ApiError):
            talk.flavour.call(method, *args)
    records = [f"{record.getMessage()} {record.__dict__}" for record in caplog.records]
    assert records
    for form in (SECRET, SECRET.replace(" ", "%20")):
        assert not [record for record in records if form in record]


class Span:
    """As much of a span as the package uses."""

    def __init__(self, name: str, kind: str, attributes: dict[str, Any]) -> None:
        self.name, self.kind, self.attributes = name, kind, attributes
        self.status: Any = None
        self.ended = 0

    def set_attribute(self, name: str, value: Any) -> None:
        self.attributes[name] = value

    def set_status(self, status: Any) -> None:
        self.status = status

    def end(self) -> None:
        self.ended += 1


@pytest.fixture
def spans(api: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Span]]:
    """The spans that are made, with a stand-in for OpenTelemetry."""
    made: list[Span] = []

    def start_span(name: str, *, kind: str, attributes: dict[str, Any]) -> Span:
        made.append(Span(name, kind, attributes))
        return made[-1]

    trace: Any = ModuleType("opentelemetry.trace")
    trace.get_tracer = lambda _: SimpleNamespace(start_span=start_span)
    trace.SpanKind = SimpleNamespace(CLIENT="client")
    trace.Status = lambda code, text="": (code, text)
    trace.StatusCode = SimpleNamespace(ERROR="error")
    trace.set_span_in_context = lambda span: span
    propagate: Any = ModuleType("opentelemetry.propagate")
    propagate.inject = lambda headers, context: headers.update(traceparent=context.name)
    for module in (ModuleType("opentelemetry"), trace, propagate):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    telemetry = import_module(f"{api.__name__}._runtime.telemetry")
    telemetry.tracer_of.cache_clear()
    yield made
    telemetry.tracer_of.cache_clear()


def test_each_try_has_a_span(spans: list[Span], ask: Ask, api: ModuleType) -> None:
    replies = [Reply(status=503), None, json_reply(NOTE)]
    talk = ask(lambda _: replies.pop(0), query=SECRET)
    talk.call("notes.create", name="n")
    assert [(span.name, span.kind, span.ended) for span in spans] == [("POST", "client", 1)] * 3
    failed, broken, good = (span.attributes for span in spans)
    port = int(talk.server.url.rpartition(":")[2])
    common = {
        "http.request.method": "POST",
        "url.full": f"{talk.server.url}/notes",
        "server.address": "127.0.0.1",
        "server.port": port,
    }
    assert failed == {**common, "http.response.status_code": 503, "error.type": "503"}
    assert broken == {**common, "http.request.resend_count": 1, "error.type": "ApiConnectionError"}
    assert good == {**common, "http.request.resend_count": 2, "http.response.status_code": 200}
    assert [span.status for span in spans] == [("error", ""), ("error", "ApiConnectionError"), None]
    assert talk.server.requests[0].headers["traceparent"] == "POST"
    talk.flavour.close(talk.client)
    with pytest.raises(api.ClosedError):
        talk.call("get", "/x")
    assert (spans[-1].ended, spans[-1].attributes["error.type"]) == (1, "ClosedError")


def test_without_opentelemetry_there_are_no_spans(ask: Ask) -> None:
    talk = ask(json_reply({}), bearer="t")
    assert talk.client._transport.settings.tracer is None
    assert talk.call("get", "/x") == {}
    assert "traceparent" not in talk.request.headers


@pytest.mark.parametrize("wrong", [{"request": print}, print, "hooks", [], 0, object()])
def test_what_are_no_hooks_is_refused(wrong: Any, ask: Ask) -> None:
    talk = ask(json_reply({}))
    with pytest.raises(talk.package.InvalidRequestError, match="hooks are a Hooks or None, not"):
        talk.client.with_options(hooks=wrong)
    for kind in (talk.package.ApiClient, talk.package.AsyncApiClient):
        with pytest.raises(talk.package.InvalidRequestError, match="hooks are a Hooks or None, not"):
            kind(hooks=wrong)


@pytest.mark.parametrize("name", ["request", "response", "retry", "mismatch"])
def test_a_hook_that_cannot_be_called_is_refused(name: str, ask: Ask) -> None:
    talk = ask(json_reply({}))
    with pytest.raises(talk.package.InvalidRequestError, match=f"the hook {name} is a function, not str"):
        talk.client.with_options(hooks=talk.package.Hooks(**{name: "print"}))
