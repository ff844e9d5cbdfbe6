"""Packages of the documents beside this file, each made once, and conversations with their clients."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest

from tests.support.conversations import Answers, Conversation, made_package, open_conversation
from tests.support.flavours import Flavour

HERE = Path(__file__).parent

TalkTo: TypeAlias = Callable[..., Conversation]


@pytest.fixture(scope="session")
def package_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], ModuleType]]:
    """Makes the package of a document by the name of its file."""
    made: dict[str, ModuleType] = {}
    with ExitStack() as stack:

        def package_of(name: str) -> ModuleType:
            if name not in made:
                document = HERE / f"{name}.yaml"
                package = made_package(document, tmp_path_factory, f"unions_{name}")
                made[name] = stack.enter_context(package)
            return made[name]

        yield package_of


@pytest.fixture
def talk_to(package_of: Callable[[str], ModuleType], flavour: Flavour) -> Iterator[TalkTo]:
    """Opens a client of a document's package, strict with responses, and the server that it talks to."""
    with ExitStack() as stack:

        def talk_to(name: str, answers: Answers, **options: Any) -> Conversation:
            options = {"strict_responses": True, **options}
            return open_conversation(package_of(name), flavour, answers, stack, **options)

        yield talk_to
