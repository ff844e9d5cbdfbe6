"""Many calls of one client, in a process of their own: how many blocks of memory Python has after each round.

A program, so that nothing that other tests left behind is counted, or collected, with it.
"""

import gc
import logging
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx2

from tests.support.flavours import open_flavour

CALLS, ROUNDS = 600, 6


def main(folder: str, package: str, flavour_name: str) -> None:
    """Print the blocks after each round.

    Args:
        folder: where the package is.
        package: its name.
        flavour_name: how its client is used.
    """
    logging.disable()
    sys.path.insert(0, folder)
    api = import_module(package)
    with open_flavour(flavour_name) as flavour:
        kind = httpx2.Client if flavour.is_sync else httpx2.AsyncClient
        http: Any = kind(transport=httpx2.MockTransport(answer))
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url="http://a.test", key="k", http_client=http
        )
        for beginning in range(0, ROUNDS * CALLS, CALLS):
            numbers = range(beginning, beginning + CALLS)
            flavour.call(call_all if flavour.is_sync else async_call_all, api, client, numbers)
            gc.collect()
            print(sys.getallocatedblocks())  # noqa: T201 - the result
        flavour.call(http.close if flavour.is_sync else http.aclose)


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


if __name__ == "__main__":
    main(*sys.argv[1:])
