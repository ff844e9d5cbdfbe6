"""Requests of the client against the document, read by openapi-core.

openapi-core checks path, method, credentials, body and parameters. What it does not do is done here:

- it has no reading for lists and objects inside a deepObject, which OpenAPI leaves undefined: here is one;
- it passes over query keys that the document does not know: they are looked for;
- it holds `nullable` for nothing in a 3.1 document, where this one means it: it is put the way of 3.1.

It reads decoded values: whether a comma inside a list's item was escaped it cannot see; `test_sessions` can.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from jsonschema_path import SchemaPath
from openapi_core import Config, OpenAPI
from openapi_core.casting.schemas import oas31_schema_casters_factory
from openapi_core.datatypes import RequestParameters
from openapi_core.deserializing.styles import StyleDeserializersFactory, style_deserializers
from openapi_core.deserializing.styles.deserializers import StyleDeserializer
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest
from tests.support.trigger_server import ACCESS_TOKEN, SECRET_KEY, TriggerServer

SPEC = Path(__file__).parents[3] / "spec/v3-openapi.yaml"
SERVER = "https://api.trigger.dev"

CALLS: dict[str, Callable[[Flavour, Any], Any]] = {
    "sessions.list": lambda flavour, client: flavour.collect(client.sessions.list()),
    "sessions.list, filtered": lambda flavour, client: flavour.collect(
        client.sessions.list(
            type=["chat.agent", "workflow"],
            tags=["odd", "even"],
            task_identifier=["my-chat-task"],
            status=["ACTIVE", "CLOSED"],
            created_at={"period": "30d"},
            size=2,
        )
    ),
    "sessions.list, one": lambda flavour, client: flavour.collect(
        client.sessions.list(external_id="chat-2", status=["ACTIVE"], before="x", size=100)
    ),
    "sessions.retrieve": lambda flavour, client: flavour.call(client.sessions.retrieve, "session_1"),
    "sessions.create": lambda flavour, client: flavour.call(
        client.sessions.create,
        type="chat.agent",
        task_identifier="my-chat-task",
        trigger_config={"basePayload": {"chatId": "chat_1"}, "maxAttempts": 3, "tags": ["a"]},
        external_id="chat-9",
        tags=["a", "b"],
        metadata={"plan": "pro"},
    ),
    "sessions.update": lambda flavour, client: flavour.call(
        client.sessions.update, "session_1", tags=["a"], metadata=None, external_id="chat-1"
    ),
    "sessions.close": lambda flavour, client: flavour.call(client.sessions.close, "session_1"),
    "sessions.close, with a reason": lambda flavour, client: flavour.call(
        client.sessions.close, "session_1", reason="done"
    ),
    "runs.list": lambda flavour, client: flavour.collect(
        client.runs.list(
            status=["QUEUED", "COMPLETED"],
            task_identifier=["my-task"],
            tag=["a", "b"],
            is_test=False,
            created_at={"period": "1d"},
            size=10,
        )
    ),
    "runs.retrieve": lambda flavour, client: flavour.call(client.runs.retrieve, "run_1"),
    "runs.cancel": lambda flavour, client: flavour.call(client.runs.cancel, "run_1"),
    "schedules.list": lambda flavour, client: flavour.collect(client.schedules.list(per_page=2)),
    "schedules.timezones": lambda flavour, client: flavour.call(client.schedules.timezones, exclude_utc=True),
}


@dataclass
class Sent:
    """A recorded request as openapi-core asks about it, as if it had gone to the documented server."""

    request: RecordedRequest
    parameters: RequestParameters
    host_url: str = SERVER

    @property
    def method(self) -> str:
        return self.request.method.lower()

    @property
    def path(self) -> str:
        return self.request.raw_path

    @property
    def body(self) -> bytes | None:
        return self.request.body or None

    @property
    def content_type(self) -> str:
        return self.request.headers.get("content-type", "")


def sent(request: RecordedRequest) -> Sent:
    parameters = RequestParameters(
        query=ImmutableMultiDict(request.query), header=Headers(request.headers.items())
    )
    return Sent(request, parameters)


class DeepObjects(StyleDeserializersFactory):
    """openapi-core's readings of styles, but for deepObject, which needs the schema to know a list."""

    def create(
        self, spec: SchemaPath, schema: SchemaPath, style: str, explode: bool, name: str
    ) -> StyleDeserializer:
        reading = super().create(spec, schema, style, explode, name)
        if style == "deepObject":
            reading.deserializer_callable = partial(deep_object, schema)
        return reading


def deep_object(
    schema: SchemaPath, _explode: bool, name: str, _type: str, location: Mapping[str, Any]
) -> Any:
    """Read `name[a][b]=1` as an object in an object, and `name[a]=1,2` as a list where the schema has one."""
    value: dict[str, Any] = {}
    for key in location:
        first, *path = re.findall(r"[^\[\]]+", key)
        if first == name:
            put(value, path, read(location[key], schema, path))
    if not value:
        raise KeyError(name)
    return value


def read(text: str, schema: SchemaPath, path: list[str]) -> Any:
    for key in path:
        properties = schema / "properties"
        if key not in properties:
            return text
        schema = properties / key
    return text.split(",") if (schema / "type").read_str("") == "array" else text


def put(value: dict[str, Any], path: list[str], item: Any) -> None:
    *parents, last = path
    for key in parents:
        value = value.setdefault(key, {})
    value[last] = item


@cache
def document() -> tuple[Any, OpenAPI]:
    data = with_null_types(yaml.safe_load(SPEC.read_text(encoding="utf-8")))
    config = Config(
        spec_validator_cls=None,  # `test_spec` does that
        style_deserializers_factory=DeepObjects(oas31_schema_casters_factory, style_deserializers),
        additional_properties_default_policy="forbid",
    )
    return data, OpenAPI.from_dict(data, config=config)


def with_null_types(node: Any) -> Any:
    """The node with `nullable: true` said as a type."""
    match node:
        case {"nullable": True, "type": str(name)}:
            return {**with_null_types({**node, "nullable": False}), "type": [name, "null"]}
        case dict():
            return {key: with_null_types(value) for key, value in node.items()}
        case list():
            return [with_null_types(item) for item in node]
        case _:
            return node


def faults(request: RecordedRequest) -> list[str]:
    """What is wrong with a request."""
    _, openapi = document()
    try:
        openapi.validate_request(sent(request))
    except OpenAPIError as error:
        return [f"{error}: {error.__cause__}"]
    return [*unknown_keys(request), *repeated_keys(request)]


def unknown_keys(request: RecordedRequest) -> Iterator[str]:
    """The query keys that are no parameter of the operation."""
    data, _ = document()
    known = {
        parameter["name"]
        for path, item in data["paths"].items()
        if re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", path), request.raw_path)
        for parameter in map(partial(resolve, data), item[request.method.lower()].get("parameters", []))
        if parameter["in"] == "query"
    }
    for key, _ in request.query:
        if key not in known and key.partition("[")[0] not in known:
            yield f"{key} is not documented"


def repeated_keys(request: RecordedRequest) -> Iterator[str]:
    """The query keys that come twice; the document has none that may."""
    keys = [key for key, _ in request.query]
    for key in set(keys):
        if keys.count(key) > 1:
            yield f"{key} comes twice"


def resolve(data: Any, node: Any) -> Any:
    if "$ref" not in node:
        return node
    for key in node["$ref"].removeprefix("#/").split("/"):
        data = data[key]
    return data


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_requests_match_the_document(
    flavour: Flavour, client: Any, server: TriggerServer, call: Callable[[Flavour, Any], Any]
) -> None:
    call(flavour, client)
    assert server.requests
    assert [(request.target, fault) for request in server.requests for fault in faults(request)] == []


def test_a_request_with_an_access_token_matches_the_document(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(personal_access_token=ACCESS_TOKEN, base_url=server.url)
    flavour.call(client.envvars.list, "proj_1234", "dev")
    (request,) = server.requests
    assert faults(request) == []


def recorded(
    method: str, target: str, *, body: bytes = b"", token: str | None = f"Bearer {SECRET_KEY}"
) -> RecordedRequest:
    headers = Message()
    headers["content-type"] = "application/json"
    if token:
        headers["authorization"] = token
    return RecordedRequest(method=method, target=f"/api/v1/{target}", headers=headers, body=body, port=0)


def query(**pairs: str) -> RecordedRequest:
    return recorded("GET", f"sessions?{urlencode(pairs)}")


@pytest.mark.parametrize(
    "request_",
    [
        recorded("GET", "session"),
        recorded("DELETE", "sessions/session_1"),
        recorded("GET", "sessions", token=None),
        recorded("GET", "sessions", token="Basic YTpi"),
        query(size="10"),
        query(filter='{"status": "ACTIVE"}'),
        query(**{"page[size]": "101"}),
        query(**{"page[size]": "ten"}),
        query(**{"page[limit]": "1"}),
        query(**{"filter[status]": "ACTIVE,OPEN"}),
        query(**{"filter[status]": "['ACTIVE']"}),
        query(**{"filter[status][]": "ACTIVE", "filter[status][0]": "ACTIVE"}),
        query(**{"filter[createdAt]": "1d"}),
        query(**{"filter[createdAt.period]": "1d"}),
        query(**{"filter[createdAt][since]": "1d"}),
        recorded("GET", "sessions?filter[status]=ACTIVE&filter[status]=CLOSED"),
        recorded("POST", "sessions"),
        recorded("POST", "sessions", body=b'{"type": "x", "taskIdentifier": "y"}'),
        recorded("POST", "sessions/session_1/close", body=b'{"reason": null}'),
        recorded("POST", "sessions/session_1/close", body=b'{"because": "x"}'),
        recorded("PATCH", "sessions/session_1", body=b'{"tags": null}'),
        recorded("PATCH", "sessions/session_1", body=b"{"),
        recorded("GET", "timezones?excludeUtc=True&exclude_utc=true"),
    ],
    ids=lambda request: f"{request.method} {request.target} {request.body.decode()}",
)
def test_what_does_not_match_is_seen(request_: RecordedRequest) -> None:
    assert faults(request_)


@pytest.mark.parametrize(
    "request_",
    [
        query(**{"filter[status]": "ACTIVE,CLOSED", "filter[createdAt][period]": "1d", "page[size]": "5"}),
        recorded("POST", "sessions/session_1/close", body=b"{}"),
        recorded("PATCH", "sessions/session_1", body=b'{"metadata": null, "externalId": null}'),
        recorded("GET", "timezones?excludeUtc=true", token=None),
    ],
    ids=lambda request: f"{request.method} {request.target}",
)
def test_what_matches_is_let_through(request_: RecordedRequest) -> None:
    assert faults(request_) == []
