"""One package for all tests of answers, and a server that answers what a test says."""

from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest

from generator.config import ClientConfig
from generator.pipeline import generate
from tests.support.conversations import Conversation, open_conversation
from tests.support.flavours import Flavour
from tests.support.http_server import Reply

PACKAGE = "answers_api"


class Ask(Protocol):
    """What the fixture `ask` gives."""

    def __call__(self, reply: Reply, **options: Any) -> Conversation:
        """Return a client and the server that gives this answer to everything; options are the client's."""
        ...


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the document beside this file."""
    folder = tmp_path_factory.mktemp("answers")
    document = Path(__file__).with_name("openapi.yaml")
    generate(ClientConfig(document=str(document), output=str(folder), package=PACKAGE, client="ApiClient"))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield import_module(PACKAGE)


@pytest.fixture
def ask(api: ModuleType, flavour: Flavour) -> Iterator[Ask]:
    """Makes conversations, whose servers are up until the test ends."""
    with ExitStack() as stack:

        def ask(reply: Reply, **options: Any) -> Conversation:
            return open_conversation(api, flavour, reply, stack, **options)

        yield ask
