"""One package for all tests of what the client gives calls."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.conversations import made_package

NAMES = ("X-Tenant", "x-app-key", "X-Region", "X-Depth", "User-Agent", "api-version")


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the document beside this file."""
    path = Path(__file__).with_name("openapi.yaml")
    settings = {"client_parameters": NAMES, "header_env": {"X-Tenant": "LEDGERS_TENANT"}}
    with made_package(path, tmp_path_factory, "ledgers_api", **settings) as package:
        yield package
