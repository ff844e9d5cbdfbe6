"""One package for all tests of options."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.conversations import made_package


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the document beside this file."""
    path = Path(__file__).with_name("openapi.yaml")
    with made_package(path, tmp_path_factory, "options_api", idempotency_header="Idempotency-Key") as package:
        yield package
