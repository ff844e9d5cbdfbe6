"""README.md and API.md of packages: everything in them that looks like Python runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig, load_config
from generator.pipeline import build, generate
from tests.corpus.documents import CORPUS
from tests.guides.links import dangling
from tests.guides.running import Guide, blocks, open_guide
from tests.support.checkers import run_checker

ROOT = Path(__file__).parents[2]
CLIENT = "from trigger_dev import TriggerClient\n\nclient = TriggerClient()\n"
CASES = ROOT / "tests/cases"
DOCUMENTS = {
    "answers": CASES / "answers/openapi.yaml",
    "client_parameters": CASES / "client_parameters/openapi.yaml",
    "constants": CASES / "constants/openapi.yaml",
    "inputs": CASES / "inputs/openapi.yaml",
    "pages": CASES / "pages/openapi.yaml",
    "values": CASES / "values/openapi.yaml",
    "guided": Path(__file__).parent / "openapi.yaml",
}


@contextmanager
def guide_of(document: Path, tmp_path: Path, name: str, **settings: Any) -> Iterator[Guide]:
    config = ClientConfig(
        document=str(document), output=str(tmp_path), package=f"guide_{name}", client="ApiClient", **settings
    )
    with open_guide(config) as guide:
        yield guide


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Snippets run in a folder of their own, which has the file that they send."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("report.pdf").write_bytes(b"%PDF")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_shown_runs(name: str, tmp_path: Path) -> None:
    with guide_of(DOCUMENTS[name], tmp_path, name) as guide:
        guide.run_readme()
        guide.run_reference()
        assert guide.mock.faults == [], "\n".join(guide.mock.faults)


def test_what_is_shown_runs_with_the_other_http_library(tmp_path: Path) -> None:
    config = ClientConfig(
        document=str(DOCUMENTS["guided"]), output=str(tmp_path), package="guide_httpx", client="ApiClient"
    )
    with open_guide(replace(config, http="httpx"), library="httpx") as guide:
        assert "import httpx\n" in guide.text("README.md")
        guide.run_readme()
        guide.run_reference()
        assert guide.mock.faults == [], "\n".join(guide.mock.faults)


def test_what_the_client_gives_is_given_to_it_and_to_no_call(tmp_path: Path) -> None:
    document, settings = DOCUMENTS["client_parameters"], {"client_parameters": ("x-tenant",)}
    with guide_of(document, tmp_path, "given", **settings) as guide:
        readme, reference = guide.text("README.md"), guide.text("API.md")
    first, *_ = blocks(readme)
    made, _, called = first.partition(" in client.")
    assert '    x_tenant="x_tenant",\n' in made
    assert called
    assert "x_tenant" not in called
    assert '\nother = client.with_options(x_tenant="x_tenant")\n' in readme
    assert "| `x_tenant` | the header `X-Tenant` | Whose books they are. |" in readme
    assert (
        "| `x_tenant` | `str \\| None` | none | the header `X-Tenant` of calls that are not given it: "
        in readme
    )
    assert "x_tenant=" not in "".join(blocks(reference))
    told = "| `x_tenant` | `str \\| None` | Whose books they are. The client's `x_tenant` by default. |"
    assert told in reference


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_call_is_shown(name: str, tmp_path: Path) -> None:
    with guide_of(DOCUMENTS[name], tmp_path, name) as guide:
        guide.run_reference()
        operations = guide.package.understood.plan.operations
        assert guide.mock.called == {f"{plan.operation.method} {plan.operation.path}" for plan in operations}


def test_the_client_of_this_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (config,) = load_config(Path("pyproject.toml"))
    with open_guide(replace(config, output=str(tmp_path), package="trigger_guide")) as guide:
        guide.run_readme()
        guide.run_reference()
        assert guide.mock.faults == [], "\n".join(guide.mock.faults)


@pytest.mark.parametrize("status", [400, 404, 503])
def test_errors_are_caught_as_shown(status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with guide_of(DOCUMENTS["guided"], tmp_path, "guided") as guide:
        guide.mock.fails = status
        guide.run_errors()
    assert "no" in capsys.readouterr().out


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_snippets_of_a_readme_may_stand_in_one_file(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = ClientConfig(
        document=str(DOCUMENTS[name]), output=str(tmp_path), package=f"pasted_{name}", client="ApiClient"
    )
    text = generate(config).files["README.md"].decode()
    (tmp_path / "pasted.py").write_text("\n".join(blocks(text)), "utf-8")
    done = run_checker("mypy", tmp_path, "--strict", "pasted.py", folders=tmp_path_factory)
    assert done.returncode == 0, done.stdout


def test_type_checkers_agree(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each block is a module of its own; those behind the first one know its client."""
    package = ROOT / "generated/trigger_dev"
    first, *others = blocks((package / "README.md").read_text("utf-8"))
    others += blocks((package / "API.md").read_text("utf-8"))
    for number, block in enumerate([first, *(f"{CLIENT}\n{block}" for block in others)]):
        (tmp_path / f"snippet_{number}.py").write_text(block, "utf-8")
    files = sorted(path.name for path in tmp_path.glob("snippet_*.py"))
    where = {"MYPYPATH": str(ROOT / "generated")}
    done = run_checker("mypy", tmp_path, "--strict", *files, folders=tmp_path_factory, environment=where)
    assert done.returncode == 0, done.stdout


# What documents demand that they do not have: no example could give it.
FAULTY = {"box": {"POST /invites: the body at $.actionable_by: 'id' is a required property"}}


@pytest.mark.parametrize("name", ["box", "github"])
def test_real_documents(name: str, tmp_path: Path) -> None:
    if not (CORPUS / name).exists():
        pytest.skip("the corpus is not there")
    with guide_of(CORPUS / name / "openapi.json", tmp_path, name) as guide:
        guide.run_readme()
        assert list(dangling(guide.package.files)) == []
        if name != "github":  # 1,200 calls take long
            guide.run_reference()
        faults = set(guide.mock.faults) - FAULTY.get(name, set())
        assert not faults, "\n".join(faults)


@pytest.mark.parametrize("section", ["Pages", "Streams", "Uploads", "Downloads", "Webhooks", "Servers"])
def test_sections_are_there_for_what_there_is(section: str, tmp_path: Path) -> None:
    with_all, without_any = tmp_path / "all.yaml", tmp_path / "none.yaml"
    with_all.write_text(DOCUMENTS["guided"].read_text("utf-8"), "utf-8")
    without_any.write_text(PLAIN, "utf-8")
    for document, is_there in ((with_all, True), (without_any, False)):
        config = ClientConfig(document=str(document), output=str(tmp_path), package="sections")
        text = build(config).files["README.md"].decode()
        assert (f"## {section}\n" in text) is is_there


def test_calls_have_the_values_that_the_document_shows(tmp_path: Path) -> None:
    config = ClientConfig(document=str(DOCUMENTS["guided"]), output=str(tmp_path), package="shown")
    files = build(config).files
    assert 'client.find.create({"kind": "date", "day": "2020-02-02"})' in files["API.md"].decode()
    assert 'title="The Third Man"' in files["API.md"].decode()


def test_the_first_call_reads(tmp_path: Path) -> None:
    config = ClientConfig(document=str(DOCUMENTS["guided"]), output=str(tmp_path), package="reading")
    first, *_ = blocks(build(config).files["README.md"].decode())
    assert first.endswith("\n\nfor film in client.films.list():\n    print(film)\n")


def test_what_docstrings_say(tmp_path: Path) -> None:
    config = ClientConfig(document=str(DOCUMENTS["guided"]), output=str(tmp_path), package="told")
    files = build(config).files
    films = files["_sync/films.py"].decode()
    asynchronous = files["_async/films.py"].decode()
    assert "See https://docs.example/films\n" in films
    assert "See https://docs.example/films/add\n" in films
    assert "        for film in client.films.list():\n            print(film)\n" in films
    assert "        async for film in client.films.list():\n" in asynchronous
    assert "- `drama`: sad\n" in films
    assert "genre: One of 'drama', 'farce'." in films
    assert "title: `title` in the body." in films


PLAIN = """\
openapi: 3.1.0
info: {title: Plain, version: "1"}
paths:
  /things/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {type: object}}}}
"""
