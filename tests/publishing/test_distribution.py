"""`oasmith generate --project`: a distribution that builds, installs and says what is true."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.python.package.requirements import requirements
from generator.writing.manifest import read_manifest
from tests.support.environments import clean_environment, new_environment

ROOT = Path(__file__).parents[2]
DOCUMENT = """openapi: 3.1.1
info: {title: 'Acme "Pets" ]', version: '7', license: {name: LICENSE}}
paths:
  /pets/{id}:
    get:
      operationId: get_pet
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: deep, in: query, schema: {type: integer}}
      responses: {"200": {description: d, content: {application/json: {schema: {type: string}}}}}
"""
MORE = "      - {name: wide, in: query, schema: {type: integer}}\n"
# Where each module that packages import comes from; pydantic brings pydantic_core.
DISTRIBUTIONS = {"typing_extensions": "typing-extensions", "pydantic_core": "pydantic"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_document()
    return tmp_path


def write_document(*changes: tuple[str, str], license_: str = "MIT") -> None:
    text = DOCUMENT.replace("LICENSE", license_)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("api.yaml").write_text(text)


WIDER = ("      responses:", f"{MORE}      responses:")
BROKEN = ("deep, in: query, schema: {type: integer}", "deep, in: query, schema: {type: boolean}")


def generate(*arguments: str, capsys: pytest.CaptureFixture[str] | None = None) -> str:
    command = ["generate", "api.yaml", "--package", "acme_pets", "--output", "dist", "--project", *arguments]
    assert main(command) == 0
    return capsys.readouterr().out if capsys else ""


def check() -> int:
    return main(["check", "api.yaml", "--package", "acme_pets", "--output", "dist", "--project"])


def version() -> str:
    manifest = read_manifest(Path("dist/acme_pets"))
    assert manifest is not None
    told = manifest["project"]["version"]
    assert f'\n__version__ = "{told}"\n' in Path("dist/acme_pets/__init__.py").read_text()
    return str(told)


def project() -> dict[str, Any]:
    return tomllib.loads(Path("dist/pyproject.toml").read_text())["project"]


def configure(**settings: str | bool) -> None:
    lines = ['[[clients]]\ndocument = "api.yaml"\npackage = "acme_pets"\noutput = "dist"\n[clients.project]']
    lines += [f'{name} = "{value}"' for name, value in settings.items()]
    Path("oasmith.toml").write_text("\n".join(lines))


def test_a_wheel_is_built_and_imported_elsewhere(folder: Path) -> None:
    configure(copyright="2026 Acme", version="1.2.0")
    generate()
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", "built", "dist"]
    run = subprocess.run(command, env=clean_environment(), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    environment = new_environment(folder / "elsewhere")
    (wheel,) = Path("built").glob("*.whl")
    assert wheel.name == "acme_pets-1.2.0-py3-none-any.whl"
    run = environment.run("pip", "install", "--no-index", "--quiet", str(wheel), cwd=folder)
    assert run.returncode == 0, run.stderr  # what it requires is there, in the ranges that it asks for
    use = "import acme_pets; print(acme_pets.__version__); acme_pets.AcmePetsClient().pets.get"
    run = environment.run("python", "-c", use, cwd=folder)
    assert (run.returncode, run.stdout.split()[0]) == (0, "1.2.0"), run.stderr
    where = environment.run("python", "-c", "import acme_pets; print(acme_pets.__file__)", cwd=folder)
    assert Path(where.stdout.strip()).is_relative_to(environment.folder)
    (info,) = (folder / "elsewhere").glob("lib/*/site-packages/acme_pets-*.dist-info")
    assert (info.parent / "acme_pets/py.typed").is_file()
    metadata = Distribution.at(info).metadata
    assert (metadata["Name"], metadata["License-Expression"]) == ("acme-pets", "MIT")
    assert metadata["Summary"] == 'A Python client of Acme "Pets" ].'
    assert "Copyright (c) 2026 Acme" in (info / "licenses/LICENSE").read_text()


@pytest.mark.usefixtures("folder")
def test_the_version_follows_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    generate()
    assert (version(), check()) == ("0.1.0", 0)
    write_document(WIDER)
    assert check() == 1
    assert "would make version 0.1.1 of 0.1.0" in capsys.readouterr().out
    assert "version 0.1.1 (minor step from 0.1.0)" in generate(capsys=capsys)
    assert (version(), check()) == ("0.1.1", 0)
    write_document(WIDER, BROKEN)
    generate()
    generate()  # the same once more is no version
    assert (version(), check()) == ("0.2.0", 0)
    write_document(WIDER, BROKEN, ("Acme", "Acme Inc."))  # a docstring alone
    generate()
    assert version() == "0.2.1"
    text = Path("dist/CHANGELOG.md").read_text()
    assert [line for line in text.splitlines() if line.startswith("##")] == [
        *("## 0.2.1", "## 0.2.0", "### Breaking", "## 0.1.1", "### Compatible", "## 0.1.0")
    ]
    assert "- `pets.get` query parameter 'deep' is now bool, was int\n" in text


@pytest.mark.usefixtures("folder")
def test_a_configured_version_stands_and_another_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    configure(version="1.4.0")
    generate()
    write_document(BROKEN)
    assert "version 2.0.0 is proposed: a major step from 1.4.0" in generate(capsys=capsys)
    assert version() == "1.4.0"
    assert "## Unreleased\n\n### Breaking\n" in Path("dist/CHANGELOG.md").read_text()
    configure(version="2.0.0")
    assert "proposed" not in generate(capsys=capsys)
    assert version() == "2.0.0"
    text = Path("dist/CHANGELOG.md").read_text()
    assert ("## 2.0.0\n\n### Breaking\n" in text, "Unreleased" in text) == (True, False)


@pytest.mark.usefixtures("folder")
def test_a_version_after_a_lost_contract_is_a_major_one() -> None:
    generate()
    Path("dist/acme_pets/oasmith.contract.json").unlink()
    write_document(WIDER)
    generate()
    assert version() == "0.2.0"
    assert "What changed since 0.1.0 is not known" in Path("dist/CHANGELOG.md").read_text()


@pytest.mark.usefixtures("folder")
def test_what_is_the_users_own_stays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dist").mkdir()
    own = '[project]\nname = "own"\ndependencies = ["HTTPX2>=2", "typing_extensions"]\n'
    for name, text in (("pyproject.toml", own), ("LICENSE", "Ours.\n"), ("CHANGELOG.md", "# Ours\n\n## 3\n")):
        Path("dist", name).write_text(text)
    generate()
    told = capsys.readouterr().err
    assert "warning[own-project]" in told
    assert ("anyio>=" in told, "pydantic>=" in told, "httpx2>=" in told) == (True, True, False)
    assert "typing-extensions" not in told
    assert Path("dist/pyproject.toml").read_text() == own
    assert Path("dist/LICENSE").read_text() == "Ours.\n"
    assert Path("dist/CHANGELOG.md").read_text().endswith("\n\n## 3\n")


@pytest.mark.usefixtures("folder")
def test_an_edit_stays_and_what_nobody_edited_follows() -> None:
    generate()
    target = Path("dist/pyproject.toml")
    configure(name="acme-for-pets")
    generate()
    assert project()["name"] == "acme-for-pets"
    edited = target.read_text().replace('name = "acme-for-pets"', 'name = "mine"')
    target.write_text(edited)
    write_document(BROKEN)
    generate()
    assert (target.read_text(), check()) == (edited, 0)
    target.unlink()
    assert check() == 1
    generate()
    assert (project()["name"], check()) == ("acme-for-pets", 0)


@pytest.mark.usefixtures("folder")
def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert "would write dist/pyproject.toml" in generate("--dry-run", capsys=capsys)
    assert not Path("dist").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("said", "settings", "expression", "begins"),
    [
        ("Apache 2.0", {}, "Apache-2.0", "                                 Apache License"),
        (
            "MIT License",
            {},
            "MIT",
            "The license of this software is MIT: https://spdx.org/licenses/MIT.html\n",
        ),
        ("MIT", {"copyright": "2026 Acme"}, "MIT", "MIT License\n\nCopyright (c) 2026 Acme\n"),
        (
            "MIT",
            {"license": "LicenseRef-Acme"},
            "LicenseRef-Acme",
            "The license of this software is LicenseRef-Acme.",
        ),
        (
            "Terms of Acme",
            {},
            None,
            "The document that this software is made from says of the license of its API: Terms",
        ),
        ("null", {}, None, None),
    ],
)
def test_a_license_is_what_is_known(
    said: str, settings: dict[str, str | bool], expression: str | None, begins: str | None
) -> None:
    write_document(*([(", license: {name: null}", "")] if said == "null" else []), license_=said)
    configure(**settings)
    generate()
    path = Path("dist/LICENSE")
    assert project().get("license") == expression
    assert path.exists() is (begins is not None) is ("license-files" in project())
    if begins is not None:
        assert path.read_text().lstrip("\n").startswith(begins)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "settings",
    [
        {"version": "1.x"},
        {"name": "a b"},
        {"license": 'MIT\\"'},
        {"license": "FOO"},
        {"license": "MIT AND"},
        {"copyright": "a\\nb"},
    ],
)
def test_settings_that_cannot_be(settings: dict[str, str | bool]) -> None:
    configure(**settings)
    assert main(["generate"]) == 2


@pytest.mark.usefixtures("folder")
def test_on_and_off() -> None:
    Path("oasmith.toml").write_text('[[clients]]\ndocument = "api.yaml"\npackage = "acme"\nproject = true\n')
    assert main(["generate"]) == 0
    assert Path("pyproject.toml").is_file()
    Path("oasmith.toml").write_text('[[clients]]\ndocument = "api.yaml"\npackage = "acme"\nproject = false\n')
    assert main(["generate"]) == 0
    assert "__version__" not in Path("acme/__init__.py").read_text()


def test_what_a_package_imports_is_what_it_requires() -> None:
    imported: set[str] = set()
    for path in (ROOT / "generated/trigger_dev").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {item.name.partition(".")[0] for item in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").partition(".")[0])
    foreign = imported - set(sys.stdlib_module_names)
    required = {item.partition(">")[0] for item in requirements("httpx2")}
    assert {DISTRIBUTIONS.get(name, name) for name in foreign} == required
