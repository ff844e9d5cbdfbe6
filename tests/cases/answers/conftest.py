"""One package for all tests of answers, and a server that answers what a test says."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.conversations import made_package

PACKAGE = "answers_api"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the document beside this file."""
    with made_package(Path(__file__).with_name("openapi.yaml"), tmp_path_factory, PACKAGE) as package:
        yield package
