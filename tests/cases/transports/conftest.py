"""One document, made for either HTTP library, and each way to carry its requests."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.conversations import made_package
from tests.support.flavours import ADAPTERS, NAMES, Flavour, open_flavour

LIBRARIES = ("httpx2", "httpx")
CARRIERS = (*(f"{library} {name}" for library in LIBRARIES for name in NAMES), *ADAPTERS)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The package of the document, for each HTTP library."""
    document = Path(__file__).with_name("openapi.yaml")
    with ExitStack() as stack:
        yield {
            library: stack.enter_context(
                made_package(document, tmp_path_factory, f"carried_by_{library}", http=library)
            )
            for library in LIBRARIES
        }


@pytest.fixture(params=CARRIERS)
def carrier(request: pytest.FixtureRequest) -> str:
    """What carries the requests of the test, which is run once for each."""
    name: str = request.param
    return name


@pytest.fixture
def flavour(carrier: str) -> Iterator[Flavour]:
    """The way to use a client that goes with what carries its requests."""
    library, _, name = carrier.partition(" ")
    with open_flavour(name if library in LIBRARIES else carrier) as flavour:
        yield flavour


@pytest.fixture
def api(carrier: str, packages: dict[str, ModuleType]) -> ModuleType:
    """The package; adapters are in each."""
    return packages.get(carrier.partition(" ")[0], packages["httpx2"])
