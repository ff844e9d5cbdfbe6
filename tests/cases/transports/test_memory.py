"""Memory does not grow with the number of calls: what is kept is kept once."""

import gc
import logging
import sys
from itertools import pairwise
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.support.flavours import NAMES, Flavour

CALLS = 600
# What the interpreter itself may keep of so many calls; an object for each call would be 600.
FEW = 150


@pytest.fixture(params=[f"httpx2 {name}" for name in NAMES])
def carrier(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def answer(request: httpx2.Request) -> httpx2.Response:
    """Answer well, with an error, or with what does not fit, in turn; pydantic keeps 16,384 texts of JSON."""
    match int(request.url.params["q"]) % 3:
        case 0:
            return httpx2.Response(200, json={"name": "n"})
        case 1:
            return httpx2.Response(404, json={"message": "m"})
        case _:
            return httpx2.Response(200, json={"name": ["n"]})


def call_all(api: ModuleType, client: Any, numbers: range) -> None:
    for number in numbers:
        try:
            client.with_options(timeout=1 + number / 7).things.list(q=str(number))
        except api.ApiStatusError:
            continue


async def async_call_all(api: ModuleType, client: Any, numbers: range) -> None:
    for number in numbers:
        try:
            await client.with_options(timeout=1 + number / 7).things.list(q=str(number))
        except api.ApiStatusError:
            continue


def test_memory_is_flat(api: ModuleType, flavour: Flavour, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)  # pytest keeps what is logged
    kind = httpx2.Client if flavour.is_sync else httpx2.AsyncClient
    http: Any = kind(transport=httpx2.MockTransport(answer))
    client = flavour.open(
        api.ApiClient, api.AsyncApiClient, base_url="http://a.test", key="k", http_client=http
    )
    found: list[int] = []
    for beginning in range(0, 6 * CALLS, CALLS):
        numbers = range(beginning, beginning + CALLS)
        flavour.call(call_all if flavour.is_sync else async_call_all, api, client, numbers)
        gc.collect()
        found.append(sys.getallocatedblocks())
    # A leak is one in each round; what is made once may be made in any.
    assert min(later - earlier for earlier, later in pairwise(found)) < FEW
    flavour.call(http.close if flavour.is_sync else http.aclose)
