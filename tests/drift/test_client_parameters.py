"""What the client gives calls: what is told of it, where a document or its settings change."""

from dataclasses import replace
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.contract.compare import compare
from generator.contract.stored import dump, load
from tests.support.contracts import NAME, Made, made

CONFIG = ClientConfig(document=NAME, package="t", resources="tags")
NONE = replace(CONFIG, client_parameters=())
HEADER = "{name: X-Tenant, in: header, required: true, schema: {type: string}}"
OPTIONAL = HEADER.replace("required: true, ", "")
QUERY = "{name: v, in: query, schema: {type: string}}"


def document(*parameters: str, count: int = 6, of: int = 6) -> str:
    operations = [
        f"  /a{index}/{{id}}: {{get: {{operationId: get_{index}, tags: [things], parameters: ["
        f"{{name: id, in: path, required: true, schema: {{type: string}}}}"
        f"{''.join(', ' + item for item in parameters) if index < count else ''}], "
        'responses: {"204": {description: d}}}}'
        for index in range(of)
    ]
    return "\n".join(["paths:", *operations])


def told(old: Made, new: Made) -> dict[tuple[str, str], int]:
    """Return how often each change is told, and how severe it is."""
    found = [(item.severity, item.id) for item in compare(old.contract, new.contract)]
    return {item: found.count(item) for item in found}


def positions(made_: Made) -> set[tuple[str, ...]]:
    return {tuple(item.name for item in plan.positional) for plan in made_.plan.operations}


def arguments(made_: Made) -> dict[str, str]:
    return made_.contract.client.get("parameters", {})


def test_calls_that_gave_it_by_position_still_can() -> None:
    before = made(document(HEADER), config=NONE)
    after = made(document(HEADER), before=before)
    assert positions(before) == positions(after) == {("id", "x_tenant")}
    assert arguments(after) == {"x_tenant": "header x-tenant"}
    assert told(before, after) == {
        ("compatible", "client-parameter-added"): 1,
        ("compatible", "argument-optional"): 6,
        ("compatible", "parameter-shared"): 6,
    }
    again = made(document(HEADER), before=after)
    assert told(after, again) == {}
    assert positions(again) == {("id", "x_tenant")}
    assert positions(made(document(HEADER))) == {("id",)}


def test_what_was_optional_is_no_break_either() -> None:
    before = made(document(OPTIONAL), config=NONE)
    assert told(before, made(document(OPTIONAL), before=before)) == {
        ("compatible", "client-parameter-added"): 1,
        ("compatible", "parameter-shared"): 6,
    }


@pytest.mark.parametrize(
    ("header", "rule"), [(HEADER, "argument-required"), (OPTIONAL, "parameter-not-shared")]
)
def test_what_the_client_no_longer_gives_breaks(header: str, rule: str) -> None:
    before = made(document(header))
    changes = told(before, made(document(header), config=NONE, before=before))
    assert changes["breaking", "client-parameter-removed"] == 1
    assert changes["breaking", rule] == 6


def test_operations_that_come_without_it_change_nothing() -> None:
    before = made(document(HEADER))
    after = made(document(HEADER, of=20), before=before)
    assert arguments(after) == arguments(before)
    assert told(before, after) == {("compatible", "operation-added"): 14}
    assert arguments(made(document(HEADER, of=20))) == {}


def test_a_new_required_one_breaks_although_the_client_may_give_it() -> None:
    before = made(document())
    assert told(before, made(document(HEADER), before=before)) == {
        ("compatible", "client-parameter-added"): 1,
        ("breaking", "parameter-added-required"): 6,
    }
    assert told(before, made(document(OPTIONAL), before=before)) == {
        ("compatible", "client-parameter-added"): 1,
        ("compatible", "parameter-added"): 6,
    }


def test_it_keeps_its_name_and_newcomers_yield() -> None:
    before = made(document(HEADER))
    more = """
components: {securitySchemes: {x_tenant: {type: http, scheme: bearer}}}
servers: [{url: 'https://{X-Tenant}.example.com', variables: {X-Tenant: {default: a}}}]
"""
    after = made(document(HEADER) + more, before=before)
    view = after.plan.view
    assert arguments(after) == {"x_tenant": "header x-tenant"}
    names = [item.argument for item in view.credentials] + [item.argument for item in view.server_arguments]
    assert len({*names, "x_tenant"}) == 3
    alone = made(document(HEADER) + more)
    assert [item.argument for item in alone.plan.view.credentials] == ["x_tenant"]
    assert "x_tenant" not in arguments(alone)
    changes = compare(alone.contract, after.contract)
    assert {item.id for item in changes if item.breaking} >= {
        "client-parameter-renamed",
        "credential-renamed",
    }


@pytest.mark.parametrize(
    "name", ["timeout", "query", "body", "headers", "hooks", "self", "settings", "reconnect"]
)
def test_the_clients_own_arguments_come_first(name: str) -> None:
    ((argument, key),) = arguments(made(document(HEADER.replace("X-Tenant", name)))).items()
    assert (argument, key) == (f"{name}_", f"header {name}")


def test_settings_that_name_a_query() -> None:
    before = made(document(HEADER, QUERY))
    config: Any = replace(CONFIG, client_parameters=("x-tenant", "v"))
    after = made(document(HEADER, QUERY), config=config, before=before)
    assert told(before, after) == {
        ("compatible", "client-parameter-added"): 1,
        ("compatible", "parameter-shared"): 6,
    }


def test_it_is_kept_in_the_contract() -> None:
    contract = made(document(HEADER))
    stored = load(dump(contract.contract, contract.manifest["fields"]), contract.manifest)
    assert stored == replace(contract.contract, places={})
