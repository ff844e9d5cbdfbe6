"""One package of calls of each kind."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.conversations import made_package


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the document beside this file."""
    with made_package(Path(__file__).with_name("openapi.yaml"), tmp_path_factory, "cancelling") as package:
        yield package
