"""generated/: what the generator makes now, whole and sound, and at home under any parent."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
import trigger_dev

from generator.config import ClientConfig, load_config
from generator.pipeline import build, generate
from generator.writing.twins import ASYNC_ONLY
from tests.support.folders import contents

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generated" / "trigger_dev"
MODULES = sorted(PACKAGE.rglob("*.py"))
ASYNC_MODULES = sorted(
    path for path in (PACKAGE / "_async").glob("*.py") if f"_async/{path.name}" not in ASYNC_ONLY
)
RULES = ("--select", "F,I,E9", "--line-length", "100")
# What the async flavour calls otherwise than by an `Async` before it; see generator/writing/twins.py.
OTHER_NAMES = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
}


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> ClientConfig:
    """This repository's own configuration."""
    monkeypatch.chdir(ROOT)
    (config,) = load_config(Path("pyproject.toml"))
    return config


def test_it_is_what_the_generator_makes_now(config: ClientConfig) -> None:
    now = build(config).files
    found = {path: text for path, text in contents(PACKAGE).items() if text is not None}
    different = sorted(path for path in now.keys() | found.keys() if now.get(path) != found.get(path))
    assert different == [], "run `make generate`"


def test_every_file_is_python() -> None:
    for path in MODULES:
        compile(path.read_text("utf-8"), path, "exec", dont_inherit=True)


def test_every_module_can_be_imported() -> None:
    names = [module.name for module in walk_packages(trigger_dev.__path__, "trigger_dev.")]
    assert len(names) == len(MODULES) - 1
    for name in names:
        import_module(name)


def test_every_public_name_is_there() -> None:
    modules = [trigger_dev, import_module("trigger_dev.models"), import_module("trigger_dev.errors")]
    for module in modules:
        assert [name for name in module.__all__ if not hasattr(module, name)] == []


def test_ruff_finds_nothing() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--quiet", *RULES]
    run = subprocess.run([*command, str(PACKAGE)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_every_file_tells_where_it_comes_from() -> None:
    for path in MODULES:
        how, _, source = path.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").partition(" from ")
        source = source.removesuffix(". DO NOT EDIT: it is made anew.")
        origin = PACKAGE / source if how == "Derived" else ROOT / source
        assert how in {"Copied", "Derived", "Rendered"}, path
        assert origin.is_file(), path


def test_no_import_is_absolute() -> None:
    """So that the package may lie under any parent."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import():
                    names = [alias.name for alias in node.names]
                case ast.ImportFrom(level=0, module=str(name)):
                    names = [name]
                case _:
                    names = []
            assert not [name for name in names if name.partition(".")[0] == "trigger_dev"], path


def test_both_flavours_have_the_same_modules() -> None:
    assert [path.name for path in ASYNC_MODULES] == [
        path.name for path in sorted((PACKAGE / "_sync").glob("*.py"))
    ]


@pytest.mark.parametrize("path", ASYNC_MODULES, ids=lambda path: path.stem)
def test_every_async_name_has_its_twin(path: Path) -> None:
    twins = [OTHER_NAMES.get(name) or re.sub(r"\b(_*)Async", r"\1", name) for name in definitions(path)]
    assert list(definitions(PACKAGE / "_sync" / path.name)) == twins


@pytest.mark.parametrize("path", ASYNC_MODULES, ids=lambda path: path.stem)
def test_nothing_waits_in_the_sync_flavour(path: Path) -> None:
    tree = ast.parse((PACKAGE / "_sync" / path.name).read_text("utf-8"))
    waiting = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
    assert [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, waiting)] == []
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert [name for name in names if "async" in name.lower()] == []


def test_importing_it_imports_next_to_nothing() -> None:
    program = "import sys, trigger_dev; print(*sorted({'httpx2', 'pydantic'} & sys.modules.keys()))"
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=ROOT / "generated", capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("\n", "")


@dataclass
class Recorder:
    """An HTTP library that answers by itself."""

    package: Any
    urls: list[str] = field(default_factory=list)

    def send(self, request: Any, timeout: float) -> Any:  # noqa: ARG002 - as the package calls it
        """Return the runs of a project that has none."""
        self.urls.append(request.url)
        messages = import_module(f"{self.package.__name__}._runtime.messages")
        headers = messages.Headers({"content-type": "application/json"})
        content = b'{"data": [], "pagination": {}}'
        return messages.Response(status=200, headers=headers, content=content, request=request)

    def close(self) -> None:
        """Give back what is held: nothing."""


def test_it_works_under_any_parent(
    config: ClientConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = tmp_path / "src" / "acme" / "_vendor"
    generate(replace(config, output=str(vendor)))
    monkeypatch.syspath_prepend(tmp_path / "src")
    vendored = import_module("acme._vendor.trigger_dev")

    recorder = Recorder(vendored)
    with vendored.TriggerClient(
        secret_key="tr_dev_1", base_url="https://acme.test", http_client=recorder
    ) as client:
        assert list(client.runs.list(status=["QUEUED"])) == []

    assert recorder.urls == ["https://acme.test/api/v1/runs?filter%5Bstatus%5D=QUEUED"]
    assert vendored.TriggerClient is not trigger_dev.TriggerClient


def definitions(path: Path) -> Iterator[str]:
    """Yield the classes and functions of a module, methods included, in its order."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
