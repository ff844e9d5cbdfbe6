"""What `oasmith check` does without where nothing has changed: it runs before each commit."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.writing.manifest import read_manifest, read_summary

ROOT = Path(__file__).parents[2]
DOCUMENT = """
openapi: 3.1.0
info: {title: API, version: "1"}
paths:
  /runs:
    get:
      tags: [runs]
      responses: {"200": {description: d, content: {application/json: {schema: {type: object, properties: {
        id: {type: string}}}}}}}
"""
CONFIGURATION = """
[[clients]]
document = "api.yaml"
output = "."
package = "api"
"""
# What takes longer to import than to read a package, and what imports that.
HEAVY = (
    *("pydantic", "pydantic_core", "openapi_pydantic", "jinja2", "yaml", "rich", "httpx2"),
    *(
        "asyncio",
        "concurrent.futures",
        "ctypes",
        "difflib",
        "email",
        "logging",
        "shutil",
        "subprocess",
        "tempfile",
        "urllib.request",
    ),
    *("generator.pipeline", "generator.ir", "generator.contract", "generator.inference"),
    *("generator.python.naming", "generator.python.plan", "generator.python.views"),
    *("generator.lowering", "generator.reading.document", "generator.writing.output", "generator.pages"),
    *("generator.writing.pristine", "generator.writing.swap", "generator.watching", "generator.staging"),
    *("generator.writing.inputs", "generator.reading.lock"),
)
LINES = "#\n" * 100_000
PROGRAM = """
import json, sys
from generator.cli import main
status = main(["check"])
print(json.dumps([status, sorted(sys.modules)]))
"""

COUNTED = f"""
import os, collections
opened = collections.Counter()
real = os.open
def counted(path, *arguments, **keywords):
    opened[os.path.abspath(path)] += 1
    return real(path, *arguments, **keywords)
os.open = counted
{PROGRAM}
print(json.dumps(opened))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    (tmp_path / "oasmith.toml").write_text(CONFIGURATION)
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    return tmp_path


def said(folder: Path, program: str) -> Any:
    """Return what a program says in its last line, in JSON."""
    command = [sys.executable, "-c", program]
    within = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=within)
    return json.loads(run.stdout.splitlines()[-1])


@pytest.mark.parametrize("named", [True, False], ids=["package", "no package"])
def test_no_heavy_module_is_imported(folder: Path, named: bool) -> None:
    """Nor where the package has the name of its document, which is made as generated names are."""
    if not named:
        (folder / "oasmith.toml").write_text(CONFIGURATION.replace('package = "api"', ""))
        assert main(["generate"]) == 0
    status, modules = said(folder, PROGRAM)
    assert (status, "generator.drift" in modules) == (0, True)
    assert {*modules}.isdisjoint(HEAVY)


def test_they_are_where_something_has_changed(folder: Path) -> None:
    (folder / "api.yaml").write_text(DOCUMENT.replace("/runs", "/walks"))
    status, modules = said(folder, PROGRAM)
    assert status == 3
    assert {"pydantic_core", "jinja2", "generator.pipeline", "generator.writing.output"} <= {*modules}


def test_a_file_is_read_once(folder: Path) -> None:
    """Each file of the package, the document, the configuration and the tool: none a second time."""
    document = DOCUMENT.replace("tags: [runs]", f"tags: [runs]\n      description: {'word ' * 40_000}")
    (folder / "api.yaml").write_text(document)
    assert main(["generate"]) == 0
    files = {str(path): path.stat().st_size for path in (folder / "api").rglob("*") if path.is_file()}
    assert max(files.values()) > 2**17
    opened = said(folder, COUNTED)
    assert files.keys() <= {*opened}
    assert {path for path, times in opened.items() if times > 1} == set()


@pytest.mark.parametrize("before", ["", "#", "##"])
def test_line_ends_of_a_long_document_do_not_matter(folder: Path, before: str) -> None:
    """It is read in parts, and the two characters of a line's end may be in different ones."""
    document = folder / "api.yaml"
    document.write_text(f"{before}\n{LINES}{DOCUMENT}")
    assert main(["generate"]) == 0
    document.write_bytes(document.read_bytes().replace(b"\n", b"\r\n"))
    status, modules = said(folder, PROGRAM)
    assert (status, "generator.pipeline" in modules) == (0, False)


def test_contents_of_a_sealed_manifest_are_not_decoded(folder: Path) -> None:
    package = folder / "api"
    whole, summary = read_manifest(package), read_summary(package)
    assert whole is not None
    contents = {"operations", "webhooks", "models", "inline_models", "copies", "fields"}
    assert summary == {key: value for key, value in whole.items() if key not in contents}
    path = package / "oasmith.json"
    path.write_bytes(path.read_bytes().replace(b'"method": "GET"', b'"method":  "GET"'))
    assert read_summary(package) == whole


CLEAN = (0, "api: up to date")
UNREADABLE = (1, "api has no oasmith.json that can be read: it was not written by oasmith")
CONFLICT = (1, "api/oasmith.json has the marks of a conflict of a merge: run `oasmith generate`")
BAD = (
    2,
    "api/oasmith.json: error[bad-manifest]: this is not a manifest that oasmith can read: restore it, or ",
)
NEWER = (2, "api/oasmith.json: error[bad-manifest]: a newer oasmith wrote this (oasmith 0.1.0), and this is ")


EDITED = (1, "api/oasmith.json was edited by hand, so what a caller would see is not known: restore it")


@pytest.mark.parametrize(
    ("damaged", "answer"),
    [
        pytest.param(lambda text: text.replace("runs.get", "runs.all"), EDITED, id="another call"),
        pytest.param(
            lambda text: json.dumps(json.loads(text.replace("runs.get", "runs.all"))),
            EDITED,
            id="another call in another layout",
        ),
        pytest.param(lambda text: text.replace("\n", "\r\n"), CLEAN, id="other line ends"),
        pytest.param(lambda text: json.dumps(json.loads(text)), CLEAN, id="another layout"),
        pytest.param(lambda text: text.replace('"seal": "sha', '"seal": "0'), CLEAN, id="wrong seal"),
        pytest.param(lambda text: text.partition(',\n  "seal"')[0] + "\n}\n", CLEAN, id="no seal"),
        pytest.param(lambda text: text.replace('"/runs"', '"/runs'), UNREADABLE, id="broken contents"),
        pytest.param(lambda text: text.replace('"GET"', '"GET",'), UNREADABLE, id="a comma too many"),
        pytest.param(lambda text: text[: len(text) // 2], UNREADABLE, id="half of it"),
        pytest.param(lambda _: "", UNREADABLE, id="empty"),
        pytest.param(
            lambda text: text.replace(' "call":', '\n<<<<<<< here\n=======\n>>>>>>> there\n "call":'),
            CONFLICT,
            id="a merge",
        ),
        pytest.param(lambda text: text.replace('"GET"', "1"), BAD, id="contents of another shape"),
        pytest.param(lambda text: text.replace('"operations"', '"others"'), BAD, id="no operations"),
        pytest.param(lambda text: text.replace('"ledger"', '"others"'), BAD, id="no ledger"),
        pytest.param(lambda text: text.replace('"schema": 1', '"schema": 2'), NEWER, id="newer"),
    ],
)
def test_a_seal_hides_no_damage(
    folder: Path,
    damaged: Callable[[str], str],
    answer: tuple[int, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = folder / "api/oasmith.json"
    text = path.read_text()
    path.write_bytes(damaged(text).encode())
    assert path.read_text() != text or b"\r" in path.read_bytes()
    capsys.readouterr()
    status = main(["check"])
    told = "".join(capsys.readouterr())
    assert (status, answer[1] in told) == (answer[0], True), told


def test_no_change_is_made_up_of_a_manifest_that_was_edited(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what the contract leaves out: what is told of one that is another would not be true."""
    path = folder / "api/oasmith.json"
    path.write_text(path.read_text().replace("runs.get", "runs.all"))
    (folder / "api.yaml").write_text(DOCUMENT.replace("tags:", "deprecated: true\n      tags:"))
    capsys.readouterr()
    status = main(["check", "--format", "json"])
    (told,) = json.loads(capsys.readouterr().out)["packages"]
    assert (status, told["changes"]) == (1, [])
    assert [cause.partition(":")[0] for cause in told["causes"]] == [
        "the document api.yaml has changed",
        "api/oasmith.json was edited by hand, so what a caller would see is not known",
    ]
    assert main(["generate"]) == 0
    assert "def all(" in (folder / "api/_sync/runs.py").read_text()
    assert main(["check"]) == 0
