"""`spec/v3-openapi.yaml` states the facts of Trigger.dev's own document, in our words."""

import ast
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.config import load_config
from generator.pipeline import Package, build, understand

ROOT = Path(__file__).parents[1]
OURS = ROOT / "spec/v3-openapi.yaml"
UPSTREAM = ROOT.parent / "shared/corpus/trigger-v3/openapi.yaml"

needs_upstream = pytest.mark.skipif(
    not UPSTREAM.exists(), reason=f"Trigger.dev's own document is not at {UPSTREAM}"
)

PROSE = frozenset({"summary", "description"})
SAMPLES = frozenset({"x-codeSamples", "example", "examples"})
# Their keys are names that the document chose: there, `description` is a property, not prose.
NAMED = frozenset(
    {
        "content",
        "headers",
        "parameters",
        "paths",
        "patternProperties",
        "properties",
        "responses",
        "schemas",
        "securitySchemes",
    }
)
# Their values are data, whatever keys they have.
DATA = frozenset({"const", "default", "enum"})
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@cache
def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def facts(node: Any, *, named: bool = False) -> Any:
    """The node without its prose and samples."""
    match node:
        case dict() if named:
            return {key: facts(value) for key, value in node.items()}
        case dict():
            return {
                key: value if key in DATA else facts(value, named=key in NAMED)
                for key, value in node.items()
                if key not in PROSE | SAMPLES
            }
        case list():
            return [facts(item) for item in node]
        case _:
            return node


def prose(node: Any, pointer: str = "", *, named: bool = False) -> Iterator[tuple[str, str]]:
    """Every summary and description, with its JSON pointer."""
    match node:
        case dict():
            for key, value in node.items():
                place = f"{pointer}/{escape(key)}"
                if named:
                    yield from prose(value, place)
                elif key in PROSE:
                    yield place, value
                elif key not in SAMPLES | DATA:
                    yield from prose(value, place, named=key in NAMED)
        case list():
            for index, item in enumerate(node):
                yield from prose(item, f"{pointer}/{index}")
        case _:
            return


def differences(ours: Any, theirs: Any, pointer: str = "") -> Iterator[str]:
    """The JSON pointers at which two nodes differ, and how."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*theirs, *(key for key in ours if key not in theirs)]:
            place = f"{pointer}/{escape(key)}"
            if key not in ours:
                yield f"{place}: missing"
            elif key not in theirs:
                yield f"{place}: only in ours"
            else:
                yield from differences(ours[key], theirs[key], place)
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (our_item, their_item) in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(our_item, their_item, f"{pointer}/{index}")
    elif type(ours) is not type(theirs) or ours != theirs:
        yield f"{pointer}: {ours!r} is not {theirs!r}"


def escape(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def operations(document: Any) -> dict[str, Any]:
    return {
        operation["operationId"]: operation
        for item in document["paths"].values()
        for method, operation in item.items()
        if method in METHODS
    }


def parameter(operation_id: str, name: str) -> Any:
    (found,) = [
        each for each in operations(load(OURS))[operation_id]["parameters"] if each.get("name") == name
    ]
    return found


def words(text: str) -> list[str]:
    """The words of a text, without its code."""
    return re.findall(r"[a-z0-9']+", re.sub(r"```.*?```|`[^`]*`", " ", text, flags=re.DOTALL).casefold())


def runs_of(length: int, text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


@needs_upstream
def test_facts_are_those_of_upstream() -> None:
    assert list(differences(facts(load(OURS)), facts(load(UPSTREAM)))) == []


@needs_upstream
def test_order_of_paths_and_properties_is_that_of_upstream() -> None:
    def orders(node: Any, pointer: str = "") -> Iterator[tuple[str, list[str]]]:
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            place = f"{pointer}/{escape(key)}"
            if key in {"paths", "properties", "schemas"} and isinstance(value, dict):
                yield place, list(value)
            if isinstance(value, dict | list):
                yield from orders(value, place)

    assert list(orders(facts(load(OURS)))) == list(orders(facts(load(UPSTREAM))))


@needs_upstream
def test_info_is_that_of_upstream() -> None:
    ours, theirs = load(OURS)["info"], load(UPSTREAM)["info"]
    assert {key: ours[key] for key in ("title", "version", "license")} == {
        key: theirs[key] for key in ("title", "version", "license")
    }


@needs_upstream
def test_operations_are_those_of_upstream() -> None:
    assert list(operations(load(OURS))) == list(operations(load(UPSTREAM)))


@needs_upstream
def test_prose_is_ours() -> None:
    theirs = [text for _, text in prose(load(UPSTREAM))]
    taken = set().union(*(runs_of(8, text) for text in theirs))
    whole = {" ".join(words(text)) for text in theirs}
    assert [
        (pointer, text)
        for pointer, text in prose(load(OURS))
        if runs_of(8, text) & taken or " ".join(words(text)) in whole
    ] == []


def test_facts_keep_what_is_only_named_like_prose() -> None:
    schema = {
        "description": "A row.",
        "example": {"summary": "x"},
        "properties": {
            "description": {"type": "string", "description": "Prose."},
            "summary": {"default": {"example": 1}},
            "properties": {"type": "object", "properties": {"example": {"examples": ["x"]}}},
        },
    }
    assert facts(schema) == {
        "properties": {
            "description": {"type": "string"},
            "summary": {"default": {"example": 1}},
            "properties": {"type": "object", "properties": {"example": {}}},
        }
    }
    assert list(prose(schema)) == [
        ("/description", "A row."),
        ("/properties/description/description", "Prose."),
    ]


def test_a_difference_names_its_place() -> None:
    changed = deepcopy(load(OURS))
    del changed["paths"]["/api/v1/runs"]["get"]["tags"]
    changed["components"]["parameters"]["cursorPagination"]["schema"]["properties"]["size"]["minimum"] = 1
    changed["components"]["schemas"]["SessionObject"]["properties"]["extra"] = {"type": "string"}
    assert list(differences(changed, load(OURS))) == [
        "/paths/~1api~1v1~1runs/get/tags: missing",
        "/components/parameters/cursorPagination/schema/properties/size/minimum: 1 is not 10",
        "/components/schemas/SessionObject/properties/extra: only in ours",
    ]


def test_every_operation_is_there_and_says_what_it_does() -> None:
    found = operations(load(OURS))
    assert len(found) == 61
    assert [name for name, operation in found.items() if not operation.get("summary")] == []
    assert [name for name, operation in found.items() if not operation.get("description")] == []


def test_no_text_is_empty_or_untidy() -> None:
    assert [
        pointer
        for pointer, text in prose(load(OURS))
        if not text or text != text.strip() or "\n" in text or "  " in text
    ] == []


def test_there_are_no_samples() -> None:
    def samples(node: Any, *, named: bool = False) -> Iterator[str]:
        match node:
            case dict():
                for key, value in node.items():
                    if not named and key in SAMPLES:
                        yield key
                    elif named or key not in DATA:
                        yield from samples(value, named=not named and key in NAMED)
            case list():
                for item in node:
                    yield from samples(item)

    assert list(samples(load(OURS))) == []


@pytest.mark.parametrize(
    ("name", "examples"),
    [
        ("runsFilter", ["`filter[status]=QUEUED,EXECUTING`", "`filter[createdAt][period]=1d`"]),
        ("runsFilterWithEnv", ["`filter[status]=QUEUED,EXECUTING`", "`filter[createdAt][period]=1d`"]),
        ("sessionsFilter", ["`filter[status]=ACTIVE,CLOSED`", "`filter[createdAt][period]=1d`"]),
        (
            "errorsFilter",
            ["`filter[status]=unresolved,ignored`", "`filter[period]=7d`", "`filter[from]`", "`filter[to]`"],
        ),
    ],
)
def test_filters_say_that_lists_are_comma_separated(name: str, examples: list[str]) -> None:
    text = load(OURS)["components"]["parameters"][name]["description"]
    assert "comma-separated" in text
    assert [example for example in examples if example not in text] == []


@pytest.mark.parametrize(
    ("name", "values"),
    [("filter[status]", ["`WAITING`", "`COMPLETED`", "`TIMED_OUT`"]), ("filter[tags]", [])],
)
def test_flat_token_filters_are_comma_separated_lists(name: str, values: list[str]) -> None:
    text = parameter("list_waitpoint_tokens_v1", name)["description"]
    assert text.startswith("Comma-separated list of ")
    assert [value for value in values if value not in text] == []


@pytest.mark.parametrize(
    "name",
    [
        "cursorPagination",
        "sessionsCursorPagination",
        "bulkActionsCursorPagination",
        "errorsCursorPagination",
    ],
)
def test_page_parameters_are_cursors(name: str) -> None:
    text = load(OURS)["components"]["parameters"][name]["description"]
    assert text.startswith("Cursor pagination")
    assert "`page[after]`" in text
    assert "`page[before]`" in text


@pytest.mark.parametrize(
    "name",
    [
        "ListBulkActionsResult",
        "ListErrorsResult",
        "ListRunsResult",
        "ListSessionsResult",
        "ListWaitpointTokensResult",
    ],
)
def test_pages_say_where_their_cursors_go(name: str) -> None:
    cursors = load(OURS)["components"]["schemas"][name]["properties"]["pagination"]["properties"]
    assert cursors["next"]["description"].endswith("pass it as `page[after]`.")
    assert cursors["previous"]["description"].endswith("pass it as `page[before]`.")


def test_credentials_name_their_environment_variables_and_prefixes() -> None:
    schemes = load(OURS)["components"]["securitySchemes"]
    assert "the `TRIGGER_SECRET_KEY` environment variable" in schemes["secretKey"]["description"]
    assert "the `TRIGGER_ACCESS_TOKEN` environment variable" in schemes["personalAccessToken"]["description"]
    assert "`tr_dev_`" in schemes["secretKey"]["description"]
    assert "`tr_pat_`" in schemes["personalAccessToken"]["description"]


def test_list_rows_say_what_they_leave_out() -> None:
    assert "`triggerConfig`" in operations(load(OURS))["list_sessions_v1"]["description"]


def test_document_is_valid() -> None:
    errors = OpenAPIV31SpecValidator(load(OURS)).iter_errors()
    assert [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors] == []


# --- the client of this repository ---


def made(document: Path, folder: Path) -> Package:
    """The package of a document, with all else as this repository has it, its manifest's names included."""
    (config,) = load_config(ROOT / "pyproject.toml")
    overlays = tuple(str(ROOT / overlay) for overlay in config.overlays)
    shutil.copytree(ROOT / config.output, folder / config.output)
    output = str(folder / config.output)
    return build(replace(config, document=str(document), overlays=overlays, output=output))


def without_prose(text: str) -> str:
    """A module without its docstrings, as Python writes it."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [part for part in node.body if not is_text(part)] or [ast.Pass()]
    return ast.unparse(tree)


def is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@needs_upstream
def test_the_client_of_upstream_is_the_same_but_for_prose(tmp_path: Path) -> None:
    ours, theirs = made(OURS, tmp_path / "ours"), made(UPSTREAM, tmp_path / "theirs")
    assert ours.understood.warnings == theirs.understood.warnings == ()
    assert ours.files.keys() == theirs.files.keys()
    for name in (name for name in ours.files if name.endswith(".py")):
        assert without_prose(ours.files[name].decode()) == without_prose(theirs.files[name].decode()), name


def test_every_action_of_the_overlay_does_something() -> None:
    (config,) = load_config(ROOT / "pyproject.toml")
    overlay = load(ROOT / "spec/overlay.yaml")
    understood = understand(
        replace(config, document=str(OURS), overlays=(str(ROOT / "spec/overlay.yaml"),), output=str(ROOT))
    )
    assert understood.refused == ()
    assert len(understood.deeds) == len(overlay["actions"])
    assert all(deed.description for deed in understood.deeds)
