"""A package of a small document, a client of it, and the server that it talks to."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from textwrap import indent
from types import ModuleType
from typing import Any, Protocol, TypeAlias

import pytest

from tests.support.flavours import Flavour
from tests.support.http_server import Handler, HttpServer, RecordedRequest, Reply, json_reply
from tests.support.kept_packages import kept_package

Answers: TypeAlias = Handler | Reply | list[Any] | dict[str, Any]
"""What a server answers: a reply, JSON, or what a function says."""


class Talk(Protocol):
    """What the fixture `talk` gives."""

    def __call__(
        self, document: str, answers: Answers, settings: Mapping[str, Any] | None = None, **options: Any
    ) -> "Conversation":
        """Return a client of a document's package, and the server that gives the answers.

        Args:
            document: YAML text.
            answers: what the server says.
            settings: fields of `ClientConfig`.
            options: arguments of the client.
        """
        ...


class Ask(Protocol):
    """What the fixture `ask` gives."""

    def __call__(self, answers: Answers, **options: Any) -> "Conversation":
        """Return a client of the folder's package, and the server that gives the answers.

        Args:
            answers: what the server says.
            options: arguments of the client.
        """
        ...


@contextmanager
def made_package(
    document: Path, folders: pytest.TempPathFactory, name: str, **settings: Any
) -> Iterator[ModuleType]:
    """Make the package of a document, for all tests of a module; its clients are `ApiClient` and its twin.

    Args:
        document: the file.
        folders: those of this process.
        name: its own name, which no other test's package has.
        settings: further fields of `ClientConfig`.
    """
    named = {"package": name, "client": "ApiClient", "resources": "tags", **settings}
    folder = kept_package(folders, document.read_text("utf-8"), **named)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield import_module(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A client and its server.

    Attributes:
        package: the package, imported.
        client: a client of the flavour.
        server: what it talks to.
        flavour: how it talks.
        waits: the seconds that it would have waited before it tried again; nobody waits.
    """

    package: ModuleType
    client: Any
    server: HttpServer
    flavour: Flavour
    waits: list[float]

    def call(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method of the client by its path, such as `notes.get`."""
        return self.flavour.call(attrgetter(method)(self.client), *args, **kwargs)

    def collect(self, method: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Return all items of a method that gives pages."""
        return self.flavour.collect(attrgetter(method)(self.client)(*args, **kwargs))

    @property
    def request(self) -> RecordedRequest:
        """The only request so far."""
        (request,) = self.server.requests
        return request

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [f"{request.method} {request.target}" for request in self.server.requests]


def open_conversation(
    package: ModuleType, flavour: Flavour, answers: Answers, stack: ExitStack, **options: Any
) -> Conversation:
    """Return a client of a package and its server, which is up until the stack is left."""
    waits: list[float] = []

    async def async_sleep(seconds: float) -> None:
        waits.append(seconds)

    waiting: Any = import_module(f"{package.__name__}._runtime.waiting")
    waiting.sleep, waiting.async_sleep = waits.append, async_sleep
    server = stack.enter_context(HttpServer(_answering(answers)))
    client = flavour.open(package.ApiClient, package.AsyncApiClient, **{"base_url": server.url, **options})
    return Conversation(package=package, client=client, server=server, flavour=flavour, waits=waits)


def document(paths: str, schemas: str = "", *, version: str = "3.1.0", more: str = "") -> str:
    """Return a document as YAML, of lines that begin at the margin.

    Args:
        paths: its paths.
        schemas: its named schemas.
        version: of OpenAPI.
        more: further keys of the document.
    """
    parts = [f'openapi: {version}\ninfo: {{title: T, version: "1"}}', more, "paths:", indent(paths, "  ")]
    if schemas:
        parts += ["components:\n  schemas:", indent(schemas, "    ")]
    return "\n".join(part.strip("\n") for part in parts if part) + "\n"


def _answering(answers: Answers) -> Handler:
    """Return the function that gives answers."""
    if callable(answers):
        return answers
    reply = answers if isinstance(answers, Reply) else json_reply(answers)
    return lambda _request: reply
