"""The package of the document beside this file, and clients of it that talk to lists."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest

from tests.cases.pages.model import Lists
from tests.support.conversations import Conversation, made_package, open_conversation
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply

Walk: TypeAlias = Callable[..., Conversation]
Talk: TypeAlias = tuple[Conversation, "Shelf"]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package of the lists."""
    with made_package(Path(__file__).parent / "openapi.yaml", tmp_path_factory, "lists_api") as package:
        yield package


@pytest.fixture
def lists(package: ModuleType, flavour: Flavour) -> Iterator[Talk]:
    """A client, and the shelf on which the lists that it talks to are."""
    shelf = Shelf()
    with ExitStack() as stack:
        conversation = open_conversation(package, flavour, shelf.answer, stack, key="secret", max_retries=0)
        shelf.url = conversation.server.url
        yield conversation, shelf


class Shelf:
    """What holds the lists that are talked to just now, or something that answers in their place."""

    def __init__(self) -> None:
        self.url = ""
        self.held: Lists | None = None
        self.instead: Callable[[RecordedRequest], Reply] | None = None

    def put(self, **options: Any) -> Lists:
        """Put up new lists."""
        self.held = Lists(**{"url": self.url, **options})
        return self.held

    def answer(self, request: RecordedRequest) -> Reply:
        """Answer a request."""
        if self.instead is not None:
            return self.instead(request)
        assert self.held is not None
        return self.held.answer(request)


def ids(items: Any) -> list[str]:
    """Return the ids of items."""
    return [item.id for item in items]
