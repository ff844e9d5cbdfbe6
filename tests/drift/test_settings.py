"""Changes of settings that callers see: each is told, as severely as one of the document would be."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig, PollConfig
from generator.contract.committed import Before
from generator.contract.compare import compare
from generator.contract.records import Contract
from generator.contract.state import contract_of
from generator.contract.stored import dump, load
from generator.pipeline import understand
from generator.writing.contents import describe

DOCUMENT = """openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /queues/{id}/state:
    post:
      operationId: set_state
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: how, in: query, schema: {$ref: '#/components/schemas/How'}}
      requestBody: {required: true, content: {application/json: {schema: {
        type: object, required: [action], properties: {action: {type: string}, note: {type: string}}}}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {
          type: object, properties: {status: {$ref: '#/components/schemas/Status'}}}}}}
components: {schemas: {How: {type: string, enum: [a, b]}, Status: {type: string, enum: [c, d]}}}
"""
PAUSE, RESUME = {"pause": {"action": "pause"}}, {"resume": {"action": "resume"}}
REQUEST = "POST /queues/{id}/state"
TWO = {"methods": {REQUEST: {**PAUSE, **RESUME}}}
ONE = {"methods": {REQUEST: PAUSE}}
OTHER = {"methods": {REQUEST: {"pause": {"action": "stop"}, **RESUME}}}
POLL = {"polling": {"set_state": PollConfig(field="status", until=("done",))}}
WAIT = {"polling": {"set_state": PollConfig(field="status", until=("done",), method="wait")}}
CALL = "queues.state"


def contract(config: ClientConfig, known: Before | None) -> tuple[Contract, Before]:
    """Return a contract as it is read again from where it is kept, and the package whose names are kept."""
    understood = understand(config, known=known)
    told = describe(understood.api, understood.names, understood.plan)
    made = contract_of(understood.api, understood.names, understood.plan)
    stored = load(dump(made, told["fields"]), told)
    assert stored == replace(made, places={})  # nothing of it is lost
    return made, Before(manifest=told, contract=stored)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (TWO, ONE, {("breaking", "call-removed", f"{CALL}.resume")}),
        (ONE, TWO, {("compatible", "call-added", f"{CALL}.resume")}),
        (TWO, OTHER, {("breaking", "call-changed", f"{CALL}.pause")}),
        (TWO, TWO, set()),
        ({}, POLL, {("compatible", "call-added", f"{CALL}.poll")}),
        (POLL, {}, {("breaking", "call-removed", f"{CALL}.poll")}),
        (
            POLL,
            WAIT,
            {("breaking", "call-removed", f"{CALL}.poll"), ("compatible", "call-added", f"{CALL}.wait")},
        ),
        ({}, {"closed_enums": True}, {("breaking", "enum-closed", "models.How")}),
        ({"closed_enums": True}, {}, {("compatible", "enum-opened", "models.How")}),
        ({}, {"headers": {"X-A": "a"}}, {("breaking", "setting-sent-changed", "TClient")}),
        (
            {"headers": {"X-A": "a"}},
            {"headers": {"X-A": "b"}},
            {("breaking", "setting-sent-changed", "TClient")},
        ),
        (
            {},
            {"idempotency_header": "X-Once"},
            {("breaking", "setting-sent-changed", "TClient")},
        ),
        ({}, {"header_env": {"X-A": "A"}}, {("compatible", "setting-variable-added", "TClient")}),
        (
            {"header_env": {"X-A": "A"}},
            {"header_env": {"X-A": "A", "X-B": "B"}},
            {("compatible", "setting-variable-added", "TClient")},
        ),
        (
            {"header_env": {"X-A": "A"}},
            {"header_env": {"X-A": "B"}},
            {("breaking", "setting-variable-changed", "TClient")},
        ),
        ({"header_env": {"X-A": "A"}}, {}, {("breaking", "setting-variable-changed", "TClient")}),
        (
            {"base_url_env": None},
            {"base_url_env": "A"},
            {("compatible", "setting-variable-added", "TClient")},
        ),
        ({"base_url_env": "A"}, {"base_url_env": "B"}, {("breaking", "setting-variable-changed", "TClient")}),
        (
            {"base_url_env": "A"},
            {"base_url_env": None},
            {("breaking", "setting-variable-changed", "TClient")},
        ),
        ({"timeout": 1.0}, {"timeout": 2.0}, {("compatible", "setting-changed", "TClient")}),
    ],
)
def test_a_setting(
    old: dict[str, Any], new: dict[str, Any], expected: set[tuple[str, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    config = ClientConfig(document=str(tmp_path / "api.yaml"), output=str(tmp_path), package="t")
    before, known = contract(replace(config, **old), None)
    after, _ = contract(replace(config, **new), known)
    assert {(item.severity, item.id, item.subject) for item in compare(before, after)} == expected


def test_names_of_the_package(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text(DOCUMENT)
    config = ClientConfig(document=str(path), output=str(tmp_path), package="t")
    without, known = contract(config, None)
    path.write_text(
        DOCUMENT + "webhooks: {made: {post: {responses: {}, requestBody: {content: {application/json: {"
        "schema: {type: object, properties: {a: {type: string}}}}}}}}}\n"
    )
    webhooks, _ = contract(config, known)
    told = {(item.severity, item.id, item.subject) for item in compare(without, webhooks)}
    assert ("compatible", "public-added", "webhooks") in told
    told = {(item.severity, item.id, item.subject) for item in compare(webhooks, without)}
    assert ("breaking", "public-removed", "webhooks") in told
    older = replace(without, client={key: value for key, value in without.client.items() if key != "public"})
    assert compare(older, without) == ()  # a contract of before says nothing of them
