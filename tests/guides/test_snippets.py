"""README.md and API.md of packages: everything in them that looks like Python runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig, load_config
from tests.guides.running import Guide, open_guide

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases"
DOCUMENTS = {
    "answers": CASES / "answers/openapi.yaml",
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
        assert guide.mock.faults == []


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
        assert guide.mock.faults == []
