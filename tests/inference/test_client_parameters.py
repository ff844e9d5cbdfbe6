"""Which headers the client has arguments for: those that nearly all calls have, and the same in each."""

from dataclasses import replace
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.inference.client_parameters import choose_client_parameters
from generator.ir import Api
from tests.support.documents import api as lowered

CONFIG = ClientConfig(document="api.yaml", package="client")
HEADER = "{name: X-Tenant, in: header, required: true, schema: {type: string}}"
PER_CALL = [
    "X-Request-Id",
    "X-RequestId",
    "x-requestid",
    "X-Correlation-ID",
    "WM_QOS.CORRELATION_ID",
    "If-Match",
    "Idempotency-Key",
    "X-Idempotent-Id",
    "Date",
    "X-Amz-Date",
    "X-Signature",
    "X-Nonce",
    "Range",
    "X-Timestamp",
    "traceparent",
    "Host",
    "Content-Length",
    "Transfer-Encoding",
    "Accept-Encoding",
    "Digest",
    "X-Bunq-Client-Request-Id",
    "ClientRequestId",
    "clientrequestid",
    "Zuora-Track-Id",
    "X-Amz-Content-Sha256",
    "X-Amz-SignedHeaders",
    "X-Amz-Credential",
    "X-Downstream-Url",
    "X-Retry-Count",
    "X-Once",
]
ONCE = [
    "Xero-Tenant-Id",
    "X-Apideck-App-Id",
    "X-Postmark-Server-Token",
    "WM_SVC.NAME",
    "X-Amz-Security-Token",
    "User-Agent",
    "Accept-Language",
    "X-Bunq-Geolocation",
    "X-Api-Version",
    "Notion-Version",
    "x-request-origin",
]
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
MORE = """\
components:
  schemas: {Kind: {type: string, enum: [a, b]}, Only: {type: string, enum: [a]}, Thing: {type: object}}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Api-Key}}
"""


def document(*parameters: str, count: int = 10, of: int = 10) -> str:
    """Return a document whose first `count` operations of all have parameters."""
    operations = [
        f"  /a{index}: {{get: {{parameters: [{', '.join(parameters) if index < count else ''}], "
        'responses: {"204": {description: d}}}}'
        for index in range(of)
    ]
    return "\n".join([HEAD + "paths:", *operations, MORE])


def marked(api: Api) -> dict[str, int]:
    """Return how many operations have each parameter that the client gives, too."""
    names = [item.name for operation in api.operations for item in operation.parameters if item.of_client]
    return {name: names.count(name) for name in names}


def chosen(text: str, before: tuple[str, ...] = (), **settings: Any) -> Api:
    return choose_client_parameters(lowered(text), replace(CONFIG, **settings), before)


@pytest.mark.parametrize(
    ("count", "of", "expected"),
    [(10, 10, 10), (9, 10, 9), (8, 10, 0), (5, 5, 5), (4, 4, 0), (5, 6, 0), (0, 3, 0)],
)
def test_nearly_all_operations_have_it(count: int, of: int, expected: int) -> None:
    assert marked(chosen(document(HEADER, count=count, of=of))).get("X-Tenant", 0) == expected


@pytest.mark.parametrize(
    "schema",
    [
        "{type: string}",
        "{type: [string, 'null']}",
        "{type: string, format: uuid}",
        "{type: integer}",
        "{type: boolean}",
        "{$ref: '#/components/schemas/Kind'}",
        "{anyOf: [{type: string}, {type: integer}]}",
    ],
)
def test_single_values_are_such(schema: str) -> None:
    assert marked(chosen(document(HEADER.replace("{type: string}", schema)))) == {"X-Tenant": 10}


@pytest.mark.parametrize(
    "schema",
    [
        "{type: array, items: {type: string}}",
        "{$ref: '#/components/schemas/Thing'}",
        "{$ref: '#/components/schemas/Only'}",
        "{}",
        "{anyOf: [{type: string}, {type: array, items: {type: string}}]}",
    ],
)
def test_lists_objects_and_constants_are_none(schema: str) -> None:
    text = document(HEADER.replace("{type: string}", schema))
    assert marked(chosen(text)) == marked(chosen(text, client_parameters=("X-Tenant",))) == {}


@pytest.mark.parametrize(
    "name",
    PER_CALL,
)
def test_what_is_another_in_each_call_is_none(name: str) -> None:
    text = document(HEADER.replace("X-Tenant", name))
    assert marked(chosen(text, idempotency_header="x-once")) == {}
    assert marked(chosen(text, client_parameters=(name.lower(),))) == {name: 10}


@pytest.mark.parametrize(
    "name",
    ONCE,
)
def test_what_is_the_same_in_each_call_is_one(name: str) -> None:
    assert marked(chosen(document(HEADER.replace("X-Tenant", name)))) == {name: 10}


def test_what_a_scheme_has_is_none() -> None:
    assert marked(chosen(document(HEADER.replace("X-Tenant", "x-api-key")))) == {}


@pytest.mark.parametrize("more", ["in: query", "in: cookie", "in: header, deprecated: true"])
def test_other_places_and_what_is_deprecated_are_none(more: str) -> None:
    assert marked(chosen(document(HEADER.replace("in: header", more)))) == {}


def test_names_of_headers_have_no_case() -> None:
    parts = [document(HEADER.replace("X-Tenant", name), count=3, of=3) for name in ("X-Tenant", "x-tenant")]
    paths = "\n".join(line for part in parts for line in part.splitlines() if line.startswith("  /a"))
    paths = paths.replace("/a", "/b", 3)
    assert marked(chosen(f"{HEAD}paths:\n{paths}\n{MORE}")) == {"X-Tenant": 3, "x-tenant": 3}


def test_settings_decide() -> None:
    query = "{name: api-version, in: query, required: true, schema: {type: string}}"
    text = document(HEADER, query)
    assert marked(chosen(text, client_parameters=())) == {}
    assert marked(chosen(text, client_parameters=("api-version",))) == {"api-version": 10}
    assert marked(chosen(text, client_parameters=("API-VERSION",))) == {}
    rare = document(HEADER, query, count=1)
    assert marked(chosen(rare, client_parameters=("x-tenant", "api-version"))) == {
        "X-Tenant": 1,
        "api-version": 1,
    }


def test_what_a_package_has_stays() -> None:
    text = document(HEADER, count=1)
    assert marked(chosen(text, ("header x-tenant",))) == {"X-Tenant": 1}
    assert marked(chosen(text, ("header x-tenant",), client_parameters=())) == {}
    assert marked(chosen(text, ("query X-Tenant",))) == {}


def test_evidence() -> None:
    (told,) = chosen(document(HEADER, count=9)).evidence
    assert told.conclusion == "the client takes 'X-Tenant', too, for all calls that do not give it"
    assert told.because == "it is a header of 9 of 10 operations, and required in 9"
    (told,) = chosen(document(HEADER, count=1), client_parameters=("X-Tenant",)).evidence
    assert told.because == "the settings have it in 'client_parameters'"
    (told,) = chosen(document(HEADER, count=1), ("header x-tenant",)).evidence
    assert told.because.startswith("the package as it is has it so")
