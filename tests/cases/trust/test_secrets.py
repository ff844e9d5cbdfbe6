"""A canary in every place that takes a credential, every kind of failure, and every text that comes of it."""

import gzip
import io
import logging
import socket
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SECRET = "s3cret+canary/~=="
ENCODED = "s3cret%2Bcanary"
HALF = SECRET[:6]
CREDENTIALS: dict[str, dict[str, Any]] = {
    "bearer": {"bearer": SECRET},
    "basic": {"basic": ("user", SECRET)},
    "header": {"header": SECRET},
    "query": {"query": SECRET},
    "cookie": {"cookie": SECRET},
    "authorization": {"headers": {"authorization": f"Token {SECRET}"}},
    "own header": {"bearer": "token", "headers": {"X-Api-Key": SECRET}},
    "own cookie": {"headers": {"cookie": f"vault={SECRET}"}},
}


def echoed(request: RecordedRequest) -> str:
    """Everything that a server knows of a request."""
    return f"{request.target} {' '.join(request.headers.values())} {SECRET}"


def saying(status: int, kind: str, **headers: str) -> Callable[[RecordedRequest], Reply]:
    def answer(request: RecordedRequest) -> Reply:
        text = echoed(request)
        bodies = {
            "json": json_reply({"error": {"message": text, "code": text}}, status=status),
            "list": json_reply([{"loc": ["body", text], "msg": text}], status=status),
            "text": Reply(status=status, body=text.encode(), headers={"content-type": "text/plain"}),
            "html": Reply(status=status, body=f"<p>{text}".encode(), headers={"content-type": "text/html"}),
            "other": json_reply({"anything": [text]}, status=status),
            "wrong": json_reply({"name": [text]}, status=status),
        }
        reply = bodies[kind]
        return Reply(status=status, body=reply.body, headers={**reply.headers, **headers})

    return answer


def packed(_: RecordedRequest) -> Reply:
    return Reply(body=gzip.compress(b"{}")[:-9] + b"x", headers={"content-encoding": "gzip"})


FAILURES: dict[str, Callable[[RecordedRequest], Reply | None]] = {
    **{
        f"{status} {kind}": saying(status, kind)
        for status in (400, 401, 403, 404, 409, 422, 429, 500, 503)
        for kind in ("json", "list", "text", "html", "other")
    },
    **{f"200 {kind}": saying(200, kind) for kind in ("text", "html", "wrong", "json")},
    "no answer": lambda _: None,
    "corrupt": packed,
    "to nowhere": saying(302, "text", location=f"http://[{SECRET}"),
    "to no server": saying(302, "text", location=f"ftp://u:{SECRET}@h/"),
    "for ever": saying(302, "text", location="/again"),
    "away": saying(307, "text", location=f"http://127.0.0.1:1/?q={SECRET}"),
}


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Record all logs, those of libraries as well."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    # The HTTP library tells its requests' URLs on a level of its own; only what we say is ours to keep.
    handler.addFilter(lambda record: not record.name.startswith(("httpx", "httpcore", "asyncio")))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def texts_of(fault: BaseException) -> str:
    """Everything that is printed of an error: itself, its causes, and what it holds."""
    held = [repr(value) for name, value in vars(fault).items() if name != "body"]
    return "\n".join(
        [str(fault), repr(fault), *traceback.format_exception(fault), *held, *map(str, fault.args)]
    )


def told(client: Any, call: str, flavour: Flavour) -> str:
    """Return all text that comes of calls that fail, or succeed with what the document does not say."""
    method = getattr(client.things, call)
    arguments = {"name": "n"} if call == "create" else {}
    try:
        found = flavour.call(method, **arguments)
        if call == "watch":
            flavour.collect(found)
    except Exception as fault:  # noqa: BLE001 - whichever it is
        return texts_of(fault)
    return ""


@pytest.mark.parametrize("credential", CREDENTIALS)
def test_no_secret_is_told(credential: str, api: ModuleType, flavour: Flavour) -> None:
    for failure, answer in FAILURES.items():
        with HttpServer(answer) as server, listening() as logs:
            client = flavour.open(
                api.ApiClient,
                api.AsyncApiClient,
                base_url=server.url,
                max_retries=0,
                timeout=5.0,
                **CREDENTIALS[credential],
            )
            settings = client._transport.settings
            texts = [told(client, call, flavour) for call in ("list", "create", "watch")]
            texts += [repr(client), str(client), repr(settings), logs.getvalue()]
            with_answer = client.with_response(client.things.list)
            texts.append(repr(with_answer))
        for text in texts:
            assert SECRET not in text, failure
            assert ENCODED not in text, failure


@pytest.mark.parametrize("credential", CREDENTIALS)
def test_no_secret_is_told_without_a_server(credential: str, api: ModuleType, flavour: Flavour) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options: dict[str, Any] = {"max_retries": 0, "timeout": 1.0, **CREDENTIALS[credential]}
    for url in (f"http://127.0.0.1:{port}", f"https://127.0.0.1:{port}", "http://nowhere.invalid"):
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, **options)
        text = told(client, "list", flavour)
        assert "GET http" in text
        assert SECRET not in text


@pytest.mark.parametrize("argument", ["bearer", "header", "cookie"])
@pytest.mark.parametrize("blank", ["\n", " ", "\r\n", "\t"])
def test_blanks_at_the_ends_of_a_credential_are_left_out(
    argument: str, blank: str, api: ModuleType, flavour: Flavour
) -> None:
    with HttpServer(lambda _: json_reply({})) as server:
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url=server.url, **{argument: f"{blank}token{blank}"}
        )
        flavour.call(client.things.list)
    (request,) = server.requests
    sent = [request.headers["authorization"], request.headers["x-vault"], request.headers["cookie"]]
    assert [value for value in sent if value] in (["Bearer token"], ["token"], ["vault=token"])


@pytest.mark.parametrize("argument", ["bearer", "header", "cookie"])
@pytest.mark.parametrize("inside", ["\n", "\x00", "é", "\u2028"])
def test_what_no_credential_can_have_is_refused_when_it_is_given(
    argument: str, inside: str, api: ModuleType
) -> None:
    with pytest.raises(api.InvalidRequestError, match=argument) as caught:
        api.ApiClient(base_url="http://a.test", **{argument: f"{HALF}{inside}canary"})
    assert HALF not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "text",
    [
        f"http://user:{HALF}@a.test",
        f"https://{HALF}@a.test/v1",
        f"http://a.test:{HALF}",
        f"user:{HALF}@a.test",
        f"ftp://a.test?key={HALF}",
    ],
)
def test_no_secret_of_a_base_url_is_told(text: str, api: ModuleType) -> None:
    with pytest.raises(api.InvalidRequestError, match="base_url") as caught:
        api.ApiClient(base_url=text, bearer="t")
    assert HALF not in "".join(traceback.format_exception(caught.value))


def test_a_bad_proxy_is_an_error_of_ours(
    api: ModuleType, flavour: Flavour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"gopher://user:{SECRET}@proxy.test")
    monkeypatch.setenv("http_proxy", f"gopher://user:{SECRET}@proxy.test")
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url="http://a.test", bearer="t")
    with pytest.raises(api.ApiConnectionError) as caught:
        flavour.call(client.things.list)
    assert SECRET not in texts_of(caught.value)


def test_a_given_http_client_with_credentials_in_its_headers(api: ModuleType, flavour: Flavour) -> None:
    http: Any = (httpx2.Client if flavour.is_sync else httpx2.AsyncClient)(headers={"x-key": SECRET})
    with HttpServer(saying(401, "json")) as server:
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url=server.url, bearer=SECRET, http_client=http
        )
        assert SECRET not in told(client, "list", flavour)
        flavour.call(http.close if flavour.is_sync else http.aclose)


def test_a_name_with_a_colon_is_refused(api: ModuleType) -> None:
    with pytest.raises(api.InvalidRequestError, match="name of basic has a colon") as raised:
        api.ApiClient(base_url="https://api.test", basic=("us:er", SECRET))
    assert SECRET not in str(raised.value)
