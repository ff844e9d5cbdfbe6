"""What a call could give by position it can give so for good: who asks for less breaks no caller."""

import pytest

from generator.config import ClientConfig
from generator.contract.records import step
from tests.support.contracts import Made, compare, made

FIND = "{name: kind, in: query, required: true, schema: {type: string}}"
JSON = "application/json: {schema: {type: object, properties: {a: {type: string}}}}"
DOCUMENT = f"""
paths:
  /things/{{id}}:
    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
    get:
      operationId: find
      parameters: [{FIND}, {{name: limit, in: query, schema: {{type: integer}}}}]
      responses: {{"200": {{description: d, content: {{{JSON}}}}}}}
    post:
      operationId: make
      requestBody:
        required: true
        content:
          application/json:
            schema: {{type: object, required: [name], properties: {{name: {{}}, size: {{type: integer}}}}}}
      responses: {{"200": {{description: d, content: {{{JSON}}}}}}}
"""
OPTIONAL = FIND.replace("required: true", "required: false")
CSV = "text/csv: {schema: {type: string}}"
# What is asked for less strictly, or can be given or taken in one more form.
RELAXED = {
    "a parameter": (FIND, OPTIONAL),
    "a deprecated parameter": (FIND, OPTIONAL.replace("in: query", "in: query, deprecated: true")),
    "a property of the body": ("required: [name], ", ""),
    "one more form of the body": ("        content:\n", f"        content:\n          {CSV}\n"),
    "one more form of the answer": (f"content: {{{JSON}}}", f"content: {{{JSON}, {CSV}}}"),
}


def positions(made_: Made, call: str) -> list[str]:
    """Return what a call can give by position."""
    plan = next(item for item in made_.plan.operations if item.operation.operation_id == call)
    return [item.name for item in plan.positional]


@pytest.mark.parametrize(("old", "new"), RELAXED.values(), ids=RELAXED)
def test_what_asks_for_less_breaks_nobody(old: str, new: str) -> None:
    before = made(DOCUMENT)
    assert old in DOCUMENT
    after = made(DOCUMENT.replace(old, new), before=before)
    changes = compare(before.contract, after.contract)
    assert changes
    assert step(changes) == "minor"
    assert positions(after, "find") == positions(before, "find") == ["id", "kind"]
    assert positions(after, "make") == positions(before, "make") == ["id", "name"]


def test_a_package_that_is_new_has_no_such_past() -> None:
    assert positions(made(DOCUMENT.replace(FIND, OPTIONAL)), "find") == ["id"]


def test_it_is_so_for_good() -> None:
    """The second change of a document knows what the first one kept."""
    first = made(DOCUMENT)
    second = made(DOCUMENT.replace(FIND, OPTIONAL), before=first)
    third = made(DOCUMENT.replace(FIND, OPTIONAL).replace("required: [name], ", ""), before=second)
    assert positions(third, "find") == ["id", "kind"]


def test_what_must_be_given_stands_before_what_was_so_before() -> None:
    """Else it would be no Python."""
    changed = DOCUMENT.replace(FIND, OPTIONAL).replace(
        "name: limit, in: query,", "name: limit, in: query, required: true,"
    )
    after = made(changed, before=made(DOCUMENT))
    assert positions(after, "find") == ["id", "limit", "kind"]


def test_what_has_gone_has_no_position() -> None:
    after = made(DOCUMENT.replace(f"{FIND}, ", ""), before=made(DOCUMENT))
    assert positions(after, "find") == ["id"]


def test_settings_may_name_what_must_be_given_behind_what_may_be_absent() -> None:
    required = FIND.replace("kind", "mode")
    document = DOCUMENT.replace(FIND, f"{FIND}, {required}")
    config = ClientConfig(document="t.yaml", package="t", positional={"find": ("limit", "mode")})
    assert positions(made(document, config=config), "find") == ["id", "mode", "limit"]


# --- in the path ---

PATH = "/teams/{team}/people/{person}"
IN_PATH = """
paths:
  /teams/{team}/people/{person}:
    get:
      operationId: find
      parameters:
        - {name: after, in: query, schema: {type: string}}
        - {name: person, in: path, required: true, schema: {type: string}}
        - {name: team, in: path, required: true, schema: {type: string}}
      responses: {"200": {description: d}}
"""


def swapped(document: str) -> str:
    """The document with the two parameters of its path in the other order."""
    return (
        document.replace("person, in", "X, in").replace("team, in", "person, in").replace("X, in", "team, in")
    )


@pytest.mark.parametrize("document", [IN_PATH, swapped(IN_PATH)])
def test_arguments_have_the_order_of_the_path(document: str) -> None:
    assert positions(made(document), "find") == ["team", "person"]


def test_the_order_of_parameters_says_nothing() -> None:
    assert compare(made(IN_PATH).contract, made(swapped(IN_PATH)).contract) == ()


def test_another_path_leaves_the_order_as_it_was() -> None:
    moved = IN_PATH.replace(PATH, "/people/{person}/of/{team}/{year}").replace(
        "      parameters:", "      parameters:\n        - {name: year, in: path, required: true, schema: {}}"
    )
    first = made(IN_PATH)
    second = made(moved, before=first)
    third = made(swapped(moved), before=second)
    assert positions(second, "find") == positions(third, "find") == ["team", "person", "year"]
