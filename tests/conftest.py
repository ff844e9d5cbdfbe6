"""What tests of all kinds may ask for."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest
from hypothesis import settings

from generator.config import ClientConfig
from generator.pipeline import generate
from tests.support.flavours import EVERY, Flavour, open_flavour

# Nothing asserts times: the machine may be busy with something else.
settings.register_profile("oasmith", deadline=None)
settings.load_profile("oasmith")


class Build(Protocol):
    """What `build` gives."""

    def __call__(self, document: str, *, package: str = "api", **settings: Any) -> ModuleType:
        """Return the package of a document, imported.

        Args:
            document: YAML text.
            package: its name; the clients of `api` are `ApiClient` and `AsyncApiClient`.
            settings: further fields of `ClientConfig`; resources are tags unless they say otherwise.
        """
        ...


@pytest.fixture(params=EVERY)
def flavour(request: pytest.FixtureRequest) -> Iterator[Flavour]:
    """The test, once for each way to use a client."""
    with open_flavour(request.param) as flavour:
        yield flavour


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Build]:
    """Makes packages that can be imported until the test ends."""
    packages: list[str] = []

    def build(document: str, *, package: str = "api", **settings: Any) -> ModuleType:
        folder = tmp_path / f"build-{len(packages)}"
        folder.mkdir()
        source = folder / "openapi.yaml"
        source.write_text(document, "utf-8")
        named = {"resources": "tags", **settings}
        generate(ClientConfig(document=str(source), output=str(folder), package=package, **named))
        packages.append(package)
        _forget(package)
        monkeypatch.syspath_prepend(folder)
        return import_module(package)

    yield build
    for package in packages:
        _forget(package)


def _forget(package: str) -> None:
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]
