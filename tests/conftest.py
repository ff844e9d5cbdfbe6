"""What tests of all kinds may ask for."""

import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest
from hypothesis import settings

from tests.support.compiled_once import compiled_once
from tests.support.flavours import EVERY, Flavour, open_flavour
from tests.support.kept_packages import kept_package, make_package

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


@pytest.fixture(scope="session", autouse=True)
def code() -> Iterator[None]:
    """What many packages have is compiled once."""
    with compiled_once(Path(tempfile.gettempdir())):
        yield


@pytest.fixture(params=EVERY)
def flavour(request: pytest.FixtureRequest) -> Iterator[Flavour]:
    """The test, once for each way to use a client."""
    with open_flavour(request.param) as flavour:
        yield flavour


@pytest.fixture
def build(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Build]:
    """Makes packages that can be imported until the test ends; their files are shared by all tests."""
    packages: list[str] = []

    def build(document: str, *, package: str = "api", **settings: Any) -> ModuleType:
        named = {"package": package, "resources": "tags", **settings}
        if "root" in settings:  # it refers to files of the test
            folder = tmp_path / f"build-{len(packages)}"
            folder.mkdir()
            make_package(folder, document, **named)
        else:
            folder = kept_package(tmp_path_factory, document, **named)
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
