"""The Python code in a package's Markdown, run against a server made from its document."""

import asyncio
import inspect
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.inference.client_parameters import known_as
from generator.pipeline import Package, generate
from generator.reading.document import load
from generator.reading.overlay import apply
from tests.corpus.raw import Raw
from tests.corpus.samples import Samples
from tests.guides.mock_api import UNDOCUMENTED, MockApi
from tests.support.http_server import HttpServer

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> list[str]:
    """Return the Python code in Markdown."""
    return BLOCK.findall(text)


class Guide:
    """A package that can be imported, and what its Markdown shows.

    Attributes:
        package: as it was generated.
        mock: what all of its clients talk to.
    """

    def __init__(self, package: Package, mock: MockApi, stack: ExitStack) -> None:
        self.package = package
        self.mock = mock
        self._stack = stack
        self._module = import_module(package.understood.config.package)

    def text(self, name: str) -> str:
        """Return one of the package's files."""
        return self.package.files[name].decode()

    def run_readme(self) -> None:
        """Run every block of the README; the first one makes the client of the others."""
        first, *others = blocks(self.text("README.md"))
        namespace: dict[str, Any] = {}
        self._run(first, namespace)
        for block in others:
            self._run(block, dict(namespace))

    def run_errors(self) -> None:
        """Run the block of the README that catches errors, with a client that has one try."""
        client = self._client("")
        self._stack.callback(client.close)
        for block in blocks(self.text("README.md")):
            if "except errors." in block:
                self._run(block, {"client": client.with_options(max_retries=0)})

    def run_reference(self) -> None:
        """Run every block of API.md, with the client and, spelled for it, with the async client."""
        found = blocks(self.text("API.md"))
        client = self._client("")
        for block in found:
            self._run(block, {"client": client})
        client.close()
        asyncio.run(self._run_async(found))

    def _run(self, block: str, namespace: dict[str, Any]) -> None:
        """Run a block, and call the functions that it defines."""
        before = dict(namespace)
        exec(compile(block, block, "exec"), namespace)
        for name, value in namespace.items():
            if value is before.get(name):
                continue
            if type(value).__module__.endswith("_sync.client"):
                self._stack.callback(value.close)
            if inspect.isfunction(value) and value.__module__ == "builtins":
                self._call(value)

    def _call(self, function: Any) -> None:
        match list(inspect.signature(function).parameters):
            case ["client"]:
                asyncio.run(self._with_client(function))
            case ["path"]:
                assert function(UNDOCUMENTED) == {"id": 1}
            case ["client", "path"]:
                asyncio.run(self._with_client(function, UNDOCUMENTED))
            case ["payload"]:
                function(self._payload())
            case _:
                pass  # `main` runs itself

    async def _with_client(self, function: Any, *arguments: str) -> None:
        async with self._client("Async") as client:
            await function(client, *arguments)

    async def _run_async(self, found: list[str]) -> None:
        async with self._client("Async") as client:
            for block in found:
                namespace: dict[str, Any] = {"client": client}
                code = "".join(f"    {line}\n" for line in _awaiting(block).splitlines())
                exec(compile(f"async def run():\n{code}", block, "exec"), namespace)
                await namespace["run"]()

    def _client(self, prefix: str) -> Any:
        """Return a client that has every credential, and all parameters that calls need."""
        view = self.package.understood.plan.view
        values = {
            item.argument: ("name", "password") if item.annotation != "str" else "secret"
            for item in view.credentials
        }
        plans = self.package.understood.plan.operations
        declared = [item for plan in plans for item in plan.operation.parameters]
        needed = {known_as(item.where, item.name) for item in declared if item.required}
        values |= {item.argument: "given" for item in view.client_parameters if item.known_as in needed}
        return getattr(self._module, f"{prefix}{view.client}")(base_url="https://api.example.com", **values)

    def _payload(self) -> bytes:
        """Return what the first webhook with a model sends."""
        understood = self.package.understood
        type_ = next(plan.type for plan in understood.plan.webhooks if plan.type is not None)
        samples = Samples(definitions=understood.api.definitions, side="answered", full=True)
        return json.dumps(samples.value(type_)).encode()


def _awaiting(block: str) -> str:
    """Return a block as it is written for the async client."""
    block = re.sub(r"^( *)for (?=.* in (?:client|stream))", r"\1async for ", block, flags=re.MULTILINE)
    block = re.sub(r"^with (?=client)", "async with await ", block, flags=re.MULTILINE)
    return re.sub(r"^( *(?:\w+ = )?)(?=client\.)", r"\1await ", block, flags=re.MULTILINE)


@contextmanager
def open_guide(config: ClientConfig, *, library: str = "httpx2") -> Iterator[Guide]:
    """Make a package; its clients talk to a mock, whichever server they mean to talk to.

    Args:
        config: the document, and what is set for it.
        library: the HTTP library that the package uses.
    """
    package = generate(config)
    mock = MockApi(package=package, raw=Raw.read(_overlaid(package)))
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.syspath_prepend(config.output)
        server = stack.enter_context(HttpServer(mock.answer))
        _lead_to(server.url, import_module(library), patch)
        for credential in package.understood.plan.view.credentials:
            if credential.environment is not None:
                patch.setenv(credential.environment, "secret")
        yield Guide(package, mock, stack)


def _overlaid(package: Package) -> Path:
    """Return the document, as overlays leave it."""
    config = package.understood.config
    if not config.overlays:
        return Path(config.document).resolve()
    path = Path(config.output) / "overlaid.json"
    overlays = [load(Path(overlay)) for overlay in config.overlays]
    path.write_text(json.dumps(apply(load(Path(config.document)), overlays).document.data), "utf-8")
    return path


def _lead_to(url: str, library: Any, patch: pytest.MonkeyPatch) -> None:
    """Let every request of the HTTP library go to a server, below which its path stays the same."""
    for kind in (library.Client, library.AsyncClient):
        send = kind.send

        def sent(client: Any, request: Any, *, send: Any = send, **options: Any) -> Any:
            request.url = library.URL(f"{url}{request.url.raw_path.decode()}")
            request.headers["host"] = request.url.netloc.decode()
            return send(client, request, **options)

        patch.setattr(kind, "send", sent)
