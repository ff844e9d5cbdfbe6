"""No name of a document takes the place of a word that generated code uses itself.

The words are read from packages in which every name of the document has a mark: all others are ours.
"""

import ast
import builtins
import json
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from trigger_dev import AsyncTriggerClient, TriggerClient
from trigger_dev._async.resource import AsyncResource
from trigger_dev._runtime.enums import OpenIntEnum, OpenStrEnum
from trigger_dev._runtime.model import CamelModel, Model
from trigger_dev._sync.resource import Resource

from generator.config import ClientConfig
from generator.pipeline import build
from generator.python.identifiers import constant, pascal, snake
from generator.python.naming import reserved
from generator.python.package.public import taken_by
from generator.writing.templates import template_root
from tests.support.named_documents import document_of
from tests.support.scopes import FUNCTIONS, class_words, function_words, global_words, module_words

MARK = "zed"
# With so many documents every structure is there.
DOCUMENTS = 12


def is_marked(name: str) -> bool:
    return MARK in name.lower()


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Return the modules that are rendered, with their paths, of packages that together have everything."""
    found: list[tuple[str, ast.Module]] = []
    for seed in range(DOCUMENTS):
        numbers = count()
        spelling = "{} {}" if seed % 2 else "{}Named{}"
        document = document_of(
            lambda _, spelling=spelling, numbers=numbers: spelling.format(MARK, next(numbers)), Random(seed)
        )
        for item in document["paths"].values():  # nearly all have it, so that the client does
            for operation in item.values():
                operation["parameters"].append(
                    {"name": f"{MARK}-shared", "in": "header", "schema": {"type": "integer", "enum": [1, 2]}}
                )
        with TemporaryDirectory() as folder:
            source = Path(folder) / "openapi.json"
            source.write_text(json.dumps(document), "utf-8")
            files = build(ClientConfig(document=str(source), package=MARK, resources="tags")).files
        found += [(path, ast.parse(text)) for path, text in files.items() if path.endswith(".py")]
    return tuple((path, tree) for path, tree in found if not is_copied(path))


def is_copied(path: str) -> bool:
    return (template_root() / path.replace("_sync/", "_async/")).exists()


def rendered(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    return ((path, tree) for path, tree in modules() if path.rpartition("/")[0] in folders)


def classes(*folders: str) -> Iterator[tuple[str, ast.ClassDef]]:
    for path, tree in rendered(*folders):
        yield from ((path, node) for node in tree.body if isinstance(node, ast.ClassDef))


def methods(*folders: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path, class_ in classes(*folders):
        yield from ((path, node) for node in class_.body if isinstance(node, FUNCTIONS))


def ours(found: Iterator[set[str]]) -> set[str]:
    return {word for words in found for word in words if not is_marked(word)}


def public(*types: type) -> set[str]:
    return {name for type_ in types for name in dir(type_) if not name.startswith("_")}


def arguments_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    return {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}


def missing(words: set[str], table: frozenset[str], spell: object) -> list[str]:
    """Return the words that a name of a document could be, and that are not reserved."""
    assert callable(spell)
    return sorted(word for word in words - table if spell(word) == word)


def test_classes_of_models() -> None:
    used = ours(module_words(tree) for _, tree in rendered("models"))
    assert {"Model", "CamelModel", "Literal", "RecursionError", "Json", "Tag"} <= used
    assert {"TypeAliasType", "Field", "ClassVar"} <= used
    assert missing(used, reserved.CLASSES | reserved.CLASSES_ASIDE, pascal) == []


def test_classes_of_models_in_circles() -> None:
    assert missing(set(dir(builtins)), reserved.BUILTIN_CLASSES | {"False", "None", "True"}, pascal) == []


def test_modules_of_models() -> None:
    used = ours(global_words(tree) for path, tree in modules() if path == "models/__init__.py")
    assert {"getattr", "import_module"} <= used
    assert missing(used, reserved.MODEL_MODULES, snake) == []


def test_fields() -> None:
    used = ours(class_words(node, is_marked) for _, node in classes("models"))
    assert {"str", "scalars"} <= used
    assert missing(used, reserved.FIELDS, snake) == []
    # What the metaclass has is found in the class, but `dir` does not list it.
    assert missing(public(Model, CamelModel, type(Model)), reserved.FIELDS, snake) == []


def test_members_of_enums() -> None:
    enums = [node for _, node in classes("models") if "Enum" in ast.unparse(node.bases[0])]
    used = ours(class_words(node, is_marked) for node in enums)
    assert enums
    assert missing(used | public(OpenStrEnum, OpenIntEnum), reserved.MEMBERS, constant) == []


def test_constants() -> None:
    used = ours(module_words(tree) for _, tree in rendered("_operations"))
    assert {"Operation", "UUID"} <= used
    assert missing(used, reserved.CONSTANTS, constant) == []


def test_methods() -> None:
    found = [node for path, node in classes("_async", "_sync") if path.rpartition("/")[2] != "client.py"]
    used = ours(class_words(node, is_marked) for node in found) | public(AsyncResource, Resource)
    assert {"overload", "models", "str"} <= used
    # Builtins are found in another way where a method is called so.
    assert missing(used - reserved.BUILTINS - reserved.METHODS_ASIDE, reserved.METHODS, snake) == []


def test_arguments() -> None:
    found = [node for path, node in methods("_async", "_sync") if path.rpartition("/")[2] != "client.py"]
    used = ours(function_words(node) - arguments_of(node) for node in found) | {"self"}
    assert {"operations", "whole_or_parts"} <= used
    assert missing(used, reserved.ARGUMENTS, snake) == []


def client_methods() -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for path, node in methods("_async", "_sync") if path.rpartition("/")[2] == "client.py"]


def test_resources() -> None:
    found = [node for path, node in classes("_async", "_sync") if path.rpartition("/")[2] == "client.py"]
    used = ours(class_words(node, is_marked) for node in found)
    assert {"cached_property", "type"} <= used
    resources = {name for name, value in vars(TriggerClient).items() if isinstance(value, cached_property)}
    used |= public(TriggerClient, AsyncTriggerClient) - resources
    assert missing(used, reserved.RESOURCES, snake) == []


def test_modules_of_resources() -> None:
    static = {path.name.partition(".")[0] for path in (template_root() / "_async").iterdir()}
    assert {name for name in static if "{" not in name} == reserved.RESOURCE_MODULES - reserved.DEVICES


def test_classes_of_resources() -> None:
    used = ours(module_words(tree) for _, tree in rendered("_sync"))
    asyncs = ours(module_words(tree) for _, tree in rendered("_async"))
    used |= {word.removeprefix("Async") for word in asyncs if word.startswith("Async")}
    assert {"Pager", "Settings", "Transport", "UUID"} <= used
    assert missing(used, reserved.RESOURCE_CLASSES, pascal) == []


def test_the_classes_of_clients() -> None:
    found = [tree for path, tree in modules() if path.endswith("/client.py") or path == "__init__.py"]
    used = ours(module_words(tree) | global_words(tree) for tree in found) - {"name", "value"}
    assert {"Transport", "NotFoundError", "TYPE_CHECKING", "models", "os", "dict"} <= used
    assert [word for word in sorted(used) if taken_by(word) is None] == []
    assert [name for name in ("Acme", "AcmeClient", "Client", "Thing") if taken_by(name) is not None] == []


def test_arguments_of_the_client() -> None:
    (constructor, *_) = [node for node in client_methods() if node.name == "__init__"]
    used = ours(function_words(node) for node in client_methods() if node.name == "__init__")
    used |= ours(arguments_of(node) for node in [constructor])
    assert {"chosen", "variables", "base_url", "os"} <= used
    assert missing(used, reserved.CLIENT_ARGUMENTS, snake) == []


def test_arguments_of_the_client_for_parameters_of_calls() -> None:
    methods = [node for node in client_methods() if node.name in {"__init__", "with_options"}]
    used = ours(function_words(node) for node in methods) | ours(arguments_of(node) for node in methods)
    used |= {"idempotency_key"}  # where there is one
    assert {"merged_parameters", "changes", "reconnect"} <= used
    assert missing(used, reserved.CLIENT_PARAMETERS, snake) == []


def test_functions_that_read_webhooks() -> None:
    used = ours(module_words(tree) for _, tree in rendered(""))
    assert "read_payload" in used
    assert [word for word in used if word.startswith("parse_")] == []
