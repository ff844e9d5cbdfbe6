"""What documents and settings make of a package: each change of its code is told, as severely as it is."""

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.config import ClientConfig, PollConfig
from generator.contract.committed import Before
from generator.contract.compare import compare
from generator.contract.records import Contract, step
from generator.contract.state import contract_of
from generator.contract.stored import dump, load
from generator.pipeline import understand
from generator.writing.contents import describe
from generator.writing.render import render

HEAD = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n"
BODY = """paths:
  /shapes:
    post:
      operationId: make
      requestBody: {required: true, content: {application/json: {schema: {oneOf: [VARIANTS]}}}}
      responses: {"204": {description: d}}
components:
  schemas:
    A: {type: object, required: [x], properties: {x: {type: string}}}
    B: {type: object, required: [y], properties: {y: {type: string}, w: {type: string}}}
"""
FILTER = """paths:
  /things:
    get:
      operationId: find
      parameters: [{name: filter, in: query, style: deepObject, explode: true, schema: {type: object,
        properties: {state: {type: string}, made: {type: object, properties: {since: {type: string}}}}}}]
      responses: {"204": {description: d}}
"""
PLAIN = FILTER.replace("style: deepObject, explode: true, ", "").replace("type: object", "type: string", 1)
STATE = """paths:
  /queues/{id}/state:
    post:
      operationId: set_state
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {oneOf: [
        {type: object, required: [action], properties: {action: {const: pause}, why: {type: string}}},
        {type: object, required: [action], properties: {action: {const: resume}, then: {type: string}}}]}}}}
      responses: {"200": {description: d, content: {application/json: {schema: {type: object, properties: {
        status: {type: string}}}}}}}
"""
HOOKS = """paths: {}
webhooks:
  made: {post: {responses: {}, requestBody: {content: {application/json: {schema: {
    type: object, required: [kind], properties: {kind: {const: made}, a: {type: string}}}}}}}}
  gone: {post: {responses: {}, requestBody: {content: {application/json: {schema: {
    type: object, required: [kind], properties: {kind: {const: gone}, b: {type: string}}}}}}}}
"""
GRANTS = """paths: {/a: {get: {operationId: a, responses: {"204": {description: d}}}}}
security: [{o: []}]
components: {securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {
  tokenUrl: 'https://a.example/t', scopes: {}}}}}}
"""
FLAT, DEEP = {"flatten": True}, {"flatten": True, "flatten_depth": 2}
BOTH = {
    "methods": {"set_state": {"queues.pause": {"action": "pause"}, "others.resume": {"action": "resume"}}}
}


def body(*variants: str) -> str:
    """Return a document whose only call sends one of some types."""
    told = ", ".join(
        item if item.startswith("{") else f"{{$ref: '#/components/schemas/{item}'}}" for item in variants
    )
    many = (
        f"    V{number}: {{type: object, required: [v{number}], properties: {{v{number}: {{}}}}}}\n"
        for number in range(13)
    )
    return BODY.replace("VARIANTS", told) + "".join(many)


def polling(**settings: Any) -> dict[str, Any]:
    return {"polling": {"set_state": PollConfig(**{"field": "status", "until": ("done",), **settings})}}


class Made(NamedTuple):
    contract: Contract
    told: dict[str, Any]
    code: dict[str, str]


def make(document: str, settings: dict[str, Any], folder: Path, known: Made | None) -> Made:
    """Return the contract of a package, its manifest, and its code without docstrings, by path."""
    path = folder / "api.yaml"
    path.write_text(HEAD + document)
    config = ClientConfig(document=str(path), output=str(folder), package="t", **settings)
    before = None if known is None else Before(manifest=known.told, contract=known.contract)
    understood = understand(config, known=before)
    told = describe(understood.api, understood.names, understood.plan)
    contract = contract_of(understood.api, understood.names, understood.plan)
    assert load(dump(contract, told["fields"]), told) == replace(contract, places={})
    files = {path: text for lot in render(understood.plan.view) for path, text in lot.items()}
    own = {path: text for path, text in files.items() if not path.startswith(("_runtime/", "_sync/"))}
    return Made(contract, told, {path: code_of(text) for path, text in own.items() if path.endswith(".py")})


def code_of(text: str) -> str:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [item for item in node.body if not is_text(item)]
    return ast.dump(tree)


def is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@pytest.mark.parametrize(
    ("old", "new", "settings", "others", "severity", "expected"),
    [
        # a body that is one of several objects, whose properties are keywords
        (
            body("A", "B"),
            body("A", "B", "{type: string}"),
            {},
            {},
            "major",
            ("argument-removed", "shapes.create"),
        ),
        (
            body("A", "B", "{type: string}"),
            body("A", "B"),
            {},
            {},
            "major",
            ("argument-added", "shapes.create"),
        ),
        (body("A", "B"), body("A"), {}, {}, "major", ("argument-removed", "shapes.create")),
        (
            body(*(f"V{number}" for number in range(12))),
            body(*(f"V{number}" for number in range(13))),
            {},
            {},
            "major",
            ("argument-removed", "shapes.create"),
        ),
        (
            body("A", "B"),
            body("A", "B").replace("required: true", "required: false"),
            {},
            {},
            "major",
            ("argument-removed", "shapes.create"),
        ),
        (body("A", "B"), body("A", "B", "V1"), {}, {}, "minor", ("argument-added", "shapes.create")),
        (
            body("A", "B"),
            body("A", "B").replace(", w: {", ", v: {"),
            {},
            {},
            "major",
            ("argument-removed", "shapes.create"),
        ),
        # what settings make of parameters
        (FILTER, FILTER, {}, FLAT, "major", ("argument-removed", "things.list")),
        (FILTER, FILTER, FLAT, {}, "major", ("argument-removed", "things.list")),
        (FILTER, FILTER, FLAT, DEEP, "minor", ("argument-added", "things.list")),
        (FILTER, FILTER, DEEP, FLAT, "major", ("argument-removed", "things.list")),
        (
            FILTER,
            FILTER.replace("since:", "till: {type: string}, since:"),
            DEEP,
            DEEP,
            "minor",
            ("argument-added", "things.list"),
        ),
        (FILTER, FILTER.replace("since:", "till:"), DEEP, DEEP, "major", ("argument-removed", "things.list")),
        (
            PLAIN,
            PLAIN,
            {},
            {"positional": {"find": ("filter",)}},
            "minor",
            ("argument-positioned", "things.list"),
        ),
        (PLAIN, PLAIN, {"positional": {"find": ("filter",)}}, {}, "major", ("argument-moved", "things.list")),
        # methods of one operation, in several resources
        (STATE, STATE.replace("then:", "after:"), BOTH, BOTH, "major", ("argument-removed", "others.resume")),
        (
            STATE,
            STATE.replace("then:", "after: {type: string}, then:"),
            BOTH,
            BOTH,
            "minor",
            ("argument-added", "others.resume"),
        ),
        (
            STATE,
            STATE.replace(
                "[action], properties: {action: {const: resume}",
                "[action, then], properties: {action: {const: resume}",
            ),
            BOTH,
            BOTH,
            "major",
            ("argument-required", "others.resume"),
        ),
        (
            STATE,
            STATE.replace("parameters: [", "parameters: [{name: n, in: query, schema: {type: string}}, "),
            BOTH,
            BOTH,
            "minor",
            ("argument-added", "others.resume"),
        ),
        # methods that wait
        (
            STATE,
            STATE,
            polling(),
            polling(until=("done", "over")),
            "minor",
            ("polling-changed", "queues.state.poll"),
        ),
        (STATE, STATE, polling(), polling(interval=5.0), "minor", ("polling-changed", "queues.state.poll")),
        (STATE, STATE, polling(), polling(field="state"), "minor", ("polling-changed", "queues.state.poll")),
        # what reads any webhook
        (
            HOOKS,
            HOOKS.replace("{const: gone}", "{type: string}"),
            {},
            {},
            "major",
            ("webhook-removed", "webhooks.parse"),
        ),
        (
            HOOKS.replace("{const: gone}", "{type: string}"),
            HOOKS,
            {},
            {},
            "minor",
            ("webhook-added", "webhooks.parse"),
        ),
        (
            HOOKS,
            HOOKS.replace("const: gone", "const: lost"),
            {},
            {},
            "major",
            ("webhook-event-removed", "webhooks.parse"),
        ),
        (HOOKS, HOOKS.replace("kind", "type"), {}, {}, "major", ("webhook-sign-changed", "webhooks.parse")),
        (
            HOOKS,
            HOOKS + HOOKS[HOOKS.index("  gone:") :].replace("gone", "moved"),
            {},
            {},
            "minor",
            ("webhook-event-added", "webhooks.parse"),
        ),
        # where tokens come from
        (
            GRANTS,
            GRANTS.replace("a.example", "b.example"),
            {},
            {},
            "major",
            ("credential-tokens-changed", "TClient"),
        ),
    ],
)
def test_a_change(
    old: str,
    new: str,
    settings: dict[str, Any],
    others: dict[str, Any],
    severity: str,
    expected: tuple[str, str],
    tmp_path: Path,
) -> None:
    before = make(old, settings, tmp_path, None)
    after = make(new, others, tmp_path, before)
    changes = compare(before.contract, after.contract)
    assert before.code != after.code
    assert expected in {(item.id, item.subject) for item in changes}
    assert step(changes) == severity, changes


@pytest.mark.parametrize("document", [body("A", "B"), FILTER, STATE, HOOKS, GRANTS])
def test_nothing_changed(document: str, tmp_path: Path) -> None:
    before = make(document, {}, tmp_path, None)
    after = make(document.replace("description: d", "description: e"), {}, tmp_path, before)
    assert (after.code, compare(before.contract, after.contract)) == (before.code, ())


def test_older_contracts_do_not_say_what_each_method_takes(tmp_path: Path) -> None:
    made = make(STATE, BOTH, tmp_path, None).contract
    (key, said), *_ = made.operations.items()
    older = {name: value for name, value in said.items() if name not in {"takes", "polling"}}
    assert compare(replace(made, operations={key: older}), made) == ()
