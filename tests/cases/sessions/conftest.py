"""A client of each flavour, and the server that it talks to."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.flavours import Flavour
from tests.support.trigger_server import SECRET_KEY, TriggerServer

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
CREDENTIALS = ("TRIGGER_SECRET_KEY", "TRIGGER_ACCESS_TOKEN", "TRIGGER_API_URL")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own environment reaches a client."""
    for name in PROXIES + CREDENTIALS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that clients would have waited, in order; nobody waits."""
    waits: list[float] = []

    async def async_sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("trigger_dev._runtime.waiting.sleep", waits.append)
    monkeypatch.setattr("trigger_dev._runtime.waiting.async_sleep", async_sleep)
    return waits


@pytest.fixture
def server() -> Iterator[TriggerServer]:
    with TriggerServer() as server:
        yield server


@pytest.fixture
def client(flavour: Flavour, server: TriggerServer) -> Any:
    """A client with a secret key and everything else as it comes."""
    return flavour.client(secret_key=SECRET_KEY, base_url=server.url)
