"""Random documents: whatever stands in one, its package can be imported, and its models validate.

Calls are not made: what such documents ask for is often what no style and no form can carry.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.config import ClientConfig
from generator.pipeline import generate
from tests.corpus.random_documents import random_document
from tests.corpus.raw import Raw
from tests.corpus.trials import Trial

SEEDS = range(12)


@pytest.fixture(autouse=True)
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test imports from its folder is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in [name for name in sys.modules if name.startswith("random_package")]:
        del sys.modules[name]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(random_document(seed)), "utf-8")
    package = generate(
        ClientConfig(document=str(path), output=str(tmp_path), package=f"random_package_{seed}")
    )
    assert Trial(package, Raw.read(path)).build() == []
