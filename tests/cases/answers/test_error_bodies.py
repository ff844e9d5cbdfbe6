"""What the body of an error is said to be, to type checkers and in words, and that it is one of these."""

import inspect
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.python.operations.error_bodies import MOST
from tests.support.conversations import Ask, Conversation, document, made_package
from tests.support.http_server import Reply

JSON = "application/json"
MANY = range(MOST + 1)


def described(*responses: str, success: str = "'200': {description: It}") -> str:
    lines = (success, *responses)
    return "".join(f"    {line}\n" for line in lines)


def holds(status: str, schema: str, media_type: str = JSON) -> str:
    return f"{status!r}: {{description: No, content: {{{media_type}: {{schema: {schema}}}}}}}"


def named(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


def operation(name: str, responses: str, more: str = "") -> str:
    return f"/{name}:\n  get:\n    operationId: {name}\n    tags: [It]\n{more}    responses:\n" + "".join(
        f"  {line}\n" for line in responses.splitlines()
    )


PAGE = (
    "'200': {description: Page, content: {application/json: {schema: {type: object, required: [data],"
    " properties: {data: {type: array, items: {type: object}}, next_cursor: {type: string}}}}}}"
)
CURSOR = "    parameters: [{name: cursor, in: query, schema: {type: string}}]\n"
EVENTS = "'200': {description: Events, content: {text/event-stream: {schema: {type: string}}}}"
DOCUMENT = document(
    operation(
        "exact",
        described(
            holds("404", named("Missing")),
            holds("4XX", named("Problem")),
            holds("default", named("Fault")),
            holds("500", named("Fields")),
        ),
    )
    + operation("other", described(holds("404", named("Missing")), holds("429", named("Limited"))))
    + operation(
        "walk", described(holds("429", named("Limited")), holds("503", named("Fault")), success=PAGE), CURSOR
    )
    + operation(
        "events", described(holds("429", named("Limited")), holds("500", named("Fault")), success=EVENTS)
    )
    + operation("lone", described(holds("default", named("Rest"))))
    + operation(
        "plain",
        described(
            holds("409", "{type: array, items: {$ref: '#/components/schemas/Problem'}}"),
            holds("403", "{type: string, format: date-time}"),
            holds("401", "{type: string}", "text/plain"),
            holds("410", "{oneOf: [{$ref: '#/components/schemas/Missing'}, {type: string}, {type: 'null'}]}"),
            holds("415", "{type: string, format: binary}"),
        ),
    )
    + operation(
        "many", described(holds("422", f"{{oneOf: [{', '.join(named(f'Kind{n}') for n in MANY)}]}}"))
    ),
    "\n".join(
        f"{name}: {{type: object, required: [{field}], properties: {{{field}: {{type: string}}}}}}"
        for name, field in {
            "Missing": "missing",
            "Problem": "problem",
            "Fault": "fault",
            "Limited": "limited",
            "Rest": "rest",
            **{f"Kind{n}": f"kind{n}" for n in MANY},
        }.items()
    )
    + "\nFields: {type: object, additionalProperties: {type: array, items: {type: string}}}",
)

CALLS = ("exact", "other", "walk", "events", "lone", "plain", "many")
STATUSES = (304, 400, 401, 403, 404, 409, 410, 415, 418, 422, 429, 500, 503)
FITTING = {
    "Missing": {"missing": "m"},
    "Problem": {"problem": "p"},
    "Fault": {"fault": "f"},
    "Limited": {"limited": "l"},
    "Rest": {"rest": "r"},
}
CONTENTS: dict[str, tuple[str | None, bytes]] = {
    **{name: (JSON, json.dumps(value).encode()) for name, value in FITTING.items()},
    "list of problems": (JSON, json.dumps([FITTING["Problem"]]).encode()),
    "map": (JSON, b'{"a": ["b"]}'),
    "map that misfits": (JSON, b'{"a": 1, "b": [2]}'),
    "field of another type": (JSON, b'{"missing": 1, "problem": [], "fault": {}, "limited": null}'),
    "nothing of it": (JSON, b"{}"),
    "number": (JSON, b"1.5"),
    "null": (JSON, b"null"),
    "list": (JSON, b"[1, [2]]"),
    "text as JSON": (JSON, b'"2026-01-02T03:04:05Z"'),
    "truncated": (JSON, b'{"missing": "m'),
    "HTML called JSON": (JSON, b"<html>"),
    "bytes called JSON": (JSON, b"\xff\xfe\xff"),
    "HTML": ("text/html", b"<html><body>No</body></html>"),
    "text": ("text/plain; charset=utf-8", b"No."),
    "empty": (JSON, b""),
    "empty without a type": (None, b""),
    "JSON without a type": (None, b'{"missing": "m"}'),
    "bytes": ("application/octet-stream", b"\x00\xff"),
}


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    file = tmp_path_factory.mktemp("document") / "openapi.yaml"
    file.write_text(DOCUMENT, "utf-8")
    with made_package(file, tmp_path_factory, "error_bodies_api") as package:
        yield package


def alias_of(package: ModuleType, error: Any) -> Any:
    """What the annotation of `body` says, evaluated."""
    bodies = import_module(f"{package.__name__}._error_bodies")
    return getattr(bodies, inspect.get_annotations(type(error))["body"])


def raised(talk: Conversation, call: str) -> Any:
    take = talk.collect if call == "walk" else talk.call
    with pytest.raises(talk.package.ApiStatusError) as caught:
        take(f"it.{call}")
    return caught.value


@pytest.mark.parametrize("call", CALLS)
def test_a_body_is_what_its_type_says(call: str, ask: Ask) -> None:
    answer = Reply()
    it = ask(lambda _: answer, max_retries=0)
    for status in STATUSES:
        for media_type, body in CONTENTS.values():
            headers = {} if media_type is None else {"content-type": media_type}
            answer = Reply(status=status, body=b"" if status == 304 else body, headers=headers)
            error = raised(it, call)
            adapter: TypeAdapter[Any] = TypeAdapter(alias_of(it.package, error))
            assert adapter.validate_python(error.body, strict=True) == error.body


@pytest.mark.parametrize(
    ("call", "status", "model"),
    [
        ("exact", 404, "Missing"),
        ("exact", 409, "Problem"),
        ("exact", 503, "Fault"),
        ("other", 404, "Missing"),
        ("walk", 429, "Limited"),
        ("walk", 503, "Fault"),
        ("events", 429, "Limited"),
        ("events", 500, "Fault"),
        ("plain", 410, "Missing"),
        ("lone", 404, "Rest"),
        ("lone", 503, "Rest"),
    ],
)
def test_a_body_that_fits_is_the_model_of_the_call_and_status(
    call: str, status: int, model: str, ask: Ask
) -> None:
    body = json.dumps(FITTING[model]).encode()
    it = ask(Reply(status=status, body=body, headers={"content-type": JSON}), max_retries=0)
    error = raised(it, call)
    assert type(error.body) is getattr(it.package.models, model)
    assert f"models.{model}" in told(it.package)[inspect.get_annotations(type(error))["body"]]


def told(package: ModuleType) -> dict[str, str]:
    """The types of bodies, as they are written."""
    text = Path(import_module(f"{package.__name__}._error_bodies").__file__ or "").read_text("utf-8")
    whole = re.sub(r"\(\n +(.*?)\n\)", lambda found: re.sub(r"\s+", " ", found[1]), text, flags=re.DOTALL)
    return dict(re.findall(r"^(\w+): TypeAlias = (.*)$", whole, re.MULTILINE))


def test_each_error_names_what_operations_describe_for_its_statuses(api: ModuleType) -> None:
    bodies = told(api)
    assert bodies.pop("Undocumented") == "JsonValue | bytes"
    special = {
        "ApiStatusBody": "object",
        "PermissionDeniedBody": "models.Problem | models.Rest | scalars.DateTime | Undocumented",
        "NotFoundBody": "models.Missing | models.Rest | Undocumented",
        "ConflictBody": "list[models.Problem] | models.Problem | models.Rest | Undocumented",
        "GoneBody": "models.Missing | models.Problem | models.Rest | Undocumented",
        "UnprocessableEntityBody": "object",
        "RateLimitBody": "models.Limited | models.Problem | models.Rest | Undocumented",
        "InternalServerBody": "models.Fault | models.Rest | Undocumented",
    }
    usual = dict.fromkeys(bodies.keys() - special.keys(), "models.Problem | models.Rest | Undocumented")
    assert bodies == {**special, **usual}


def test_a_body_of_too_many_types_is_any_object_and_says_so(api: ModuleType) -> None:
    text = Path(import_module(f"{api.__name__}._error_bodies").__file__ or "").read_text("utf-8")
    assert told(api)["UnprocessableEntityBody"] == "object"
    assert f'UnprocessableEntityBody: TypeAlias = object\n"""One of {MOST + 3} types of the document' in text


def test_the_types_of_bodies_are_not_imported_with_the_package(api: ModuleType) -> None:
    program = (
        f"import sys, {api.__name__} as api\n"
        "api.NotFoundError, api.ApiClient(base_url='http://a.test').it.exact\n"
        "print([name for name in sys.modules if name.endswith('_error_bodies')])"
    )
    folder = Path(api.__file__ or "").parents[1]
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, text=True
    )
    assert run.stdout == "[]\n"


USES = """
from typing import assert_type

from pydantic import JsonValue

from PACKAGE import ApiClient, ApiStatusError, AsyncApiClient, errors, models


def narrowed(client: ApiClient) -> str:
    try:
        client.it.exact()
    except errors.NotFoundError as error:
        assert_type(error.body, models.Missing | models.Rest | JsonValue | bytes)
        match error.body:
            case models.Missing(missing=text):
                return assert_type(text, str)
            case str() as text:
                return assert_type(text, str)
            case _:
                return error.message
    except errors.ConflictError as error:
        error.body.problem  # type: ignore[union-attr]  # pyright: ignore
        if isinstance(error.body, models.Problem):
            return error.body.problem
    except errors.InternalServerError as error:
        assert_type(error.body, models.Fault | models.Rest | JsonValue | bytes)
    return ""


async def narrowed_async(client: AsyncApiClient) -> None:
    try:
        await client.it.exact()
    except errors.RateLimitError as error:
        assert_type(error.body, models.Limited | models.Problem | models.Rest | JsonValue | bytes)
    except errors.UnprocessableEntityError as error:
        assert_type(error.body, object)
        if isinstance(error.body, models.Kind1):
            assert_type(error.body.kind1, str)
    except ApiStatusError as error:
        assert_type(error.body, object)
        match error.body:
            case models.Fault(fault=text):
                assert_type(text, str)
            case _:
                pass
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_narrow_bodies(api: ModuleType, checker: str, tmp_path: Path) -> None:
    name = api.__name__
    shutil.copytree(Path(api.__file__ or "").parent, tmp_path / name)
    (tmp_path / "uses.py").write_text(USES.replace("PACKAGE", name), "utf-8")
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    mypy = ["--strict", "--no-incremental", "uses.py", name]
    arguments = mypy if checker == "mypy" else ["--pythonpath", sys.executable]
    command = [sys.executable, "-m", checker, *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
