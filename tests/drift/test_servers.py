"""Servers that are written otherwise, and those that come where there were none."""

import json
from typing import Any

import pytest

from tests.support.contracts import changes_of

A, B = "https://a.test/v1", "https://b.test"
REGION: dict[str, Any] = {"url": "https://{r}.test", "variables": {"r": {"default": "eu", "enum": ["eu"]}}}
MORE = {**REGION, "variables": {"r": {"default": "eu", "enum": ["eu", "us"]}}}
ANY = {**REGION, "variables": {"r": {"default": "eu"}}}


def at(servers: list[Any], own: list[Any] | None = None) -> str:
    """Return a document with servers, and one operation that may have its own; texts are URLs."""
    told, further = (
        [{"url": item} if isinstance(item, str) else item for item in some] for some in (servers, own or [])
    )
    operation: dict[str, Any] = {"operationId": "find", "responses": {"204": {"description": "d"}}}
    operation |= {"servers": further} if further else {}
    return f"paths: {json.dumps({'/t': {'get': operation}})}\nservers: {json.dumps(told)}\n"


def told(old: str, new: str) -> set[tuple[str, str]]:
    return {(item.severity, item.id) for item in changes_of(old, new) if "argument" not in item.id}


SPELLED = {("compatible", "server-spelled")}
ADDED = {("compatible", "server-added")}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [A], ADDED),
        (["/v1"], [A], ADDED),
        ([A], ["/v1"], {("breaking", "server-changed")}),
        ([A], [], {("breaking", "server-removed")}),
        ([A], [f"{A}/"], SPELLED),
        ([A], ["HTTPS://A.test:443/v1"], SPELLED),
        ([A], [A.upper()], {("breaking", "server-changed")}),
        ([A], ["https://a.test:8443/v1"], {("breaking", "server-changed")}),
        ([B], ["https://b.test//"], SPELLED),
        ([REGION], [MORE], {("compatible", "server-extended")}),
        ([REGION], [ANY], {("compatible", "server-extended")}),
        ([ANY], [REGION], {("breaking", "server-changed")}),
    ],
)
def test_of_the_client(old: list[Any], new: list[Any], expected: set[tuple[str, str]]) -> None:
    assert told(at(old), at(new)) == expected


CHANGED = {("breaking", "operation-server-changed")}


@pytest.mark.parametrize(
    ("servers", "old", "new", "expected"),
    [
        ([A], [B], [f"{B}/"], SPELLED),
        ([A], [B], [B, A], set[tuple[str, str]]()),
        ([A], [B, A], [B], set[tuple[str, str]]()),
        ([A], [B, A], [A, B], CHANGED),
        ([A], [B], [A], CHANGED),
        ([A], [], [B], CHANGED),
        ([A], [B], [], CHANGED),
        ([A], [], [A], SPELLED),
        ([A, B], [], [A], CHANGED),  # for clients that chose the other one
        ([A], [REGION], [MORE], {("compatible", "server-extended")}),
        ([], [], [A], ADDED),
        ([], [A], [], CHANGED),
    ],
)
def test_of_an_operation(
    servers: list[Any], old: list[Any], new: list[Any], expected: set[tuple[str, str]]
) -> None:
    assert told(at(servers, old), at(servers, new)) == expected


@pytest.mark.parametrize("asked", ["key: []", ""])
def test_that_nothing_is_needed_is_said_in_two_ways(asked: str) -> None:
    head = (
        f"security: [{{{asked}}}]\ncomponents: {{securitySchemes: {{key: {{type: http, scheme: basic}}}}}}\n"
    )
    ways = [
        f"{head}paths: {{/a: {{get: {{operationId: a, security: {text}, responses: {{'204': {{}}}}}}}}}}"
        for text in ("[]", "[{}]", "[{}, {}]")
    ]
    assert [changes_of(old, new) for old in ways for new in ways] == [()] * 9
