"""What the cases share: a client and a server for each small document."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Answers, Ask, Conversation, Talk, open_conversation
from tests.support.flavours import Flavour

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own environment reaches a client."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def talk(build: Build, flavour: Flavour) -> Iterator[Talk]:
    """Makes conversations, whose servers are up until the test ends."""
    with ExitStack() as stack:

        def talk(
            document: str, answers: Answers, settings: Mapping[str, Any] | None = None, **options: Any
        ) -> Conversation:
            package = build(document, **(settings or {}))
            return open_conversation(package, flavour, answers, stack, **options)

        yield talk


@pytest.fixture
def ask(api: ModuleType, flavour: Flavour) -> Iterator[Ask]:
    """Makes conversations with the package `api` of the folder, whose servers are up until the test ends."""
    with ExitStack() as stack:

        def ask(answers: Answers, **options: Any) -> Conversation:
            return open_conversation(api, flavour, answers, stack, **options)

        yield ask
