"""What tests of all kinds may ask for."""

from collections.abc import Iterator

import pytest

from tests.support.flavours import NAMES, Flavour, open_flavour


@pytest.fixture(params=NAMES)
def flavour(request: pytest.FixtureRequest) -> Iterator[Flavour]:
    """The test, once for each way to use a client."""
    with open_flavour(request.param) as flavour:
        yield flavour
