"""Documents whose names are words of generated code: nothing of what is made of them differs but names.

Run as a program, it tries many more documents than the tests do.
"""

import argparse
import asyncio
import gc
import inspect
import json
import logging
import os
import sys
import time
import traceback
import warnings
from collections.abc import Awaitable, Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, fields
from functools import cached_property, partial
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, Self, TypeAlias, get_args, get_origin

import httpx2

from generator import ir
from generator.config import ClientConfig
from generator.contract.stored import CONTRACT
from generator.pages import Pagination
from generator.pipeline import Understood, build, understand
from generator.writing.ownership import MANIFEST
from generator.writing.pristine import PRISTINE
from generator.writing.render import copies, render
from tests.support.canonical import canonical
from tests.support.hostile_names import HarmlessNames, HostileNames
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply
from tests.support.named_documents import Name, document_of
from tests.support.packages_in_memory import importable

PACKAGE = "fuzzed"
# So many structures: with each of them many names are tried.
STRUCTURES = 40
FIXED = frozenset(
    {
        "base_url",
        "server",
        "timeout",
        "max_response_bytes",
        "max_retries",
        "headers",
        "strict_responses",
        "http_client",
        "hooks",
    }
)

Operation: TypeAlias = Mapping[str, Any]


def answer(request: RecordedRequest) -> Reply:
    """Answer as the operation asks; `{}` is a model without anything, a page without items and no text."""
    accept = request.headers.get("accept", "")
    if "event-stream" in accept:
        return Reply(body=b"data: {}\n\n", headers={"content-type": "text/event-stream"})
    if "json" not in accept:
        return Reply(body=b"content", headers={"content-type": accept.partition(",")[0]})
    return json_reply({})


class Fuzzing:
    """A server and two HTTP clients, with which many documents are tried."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._server = self._stack.enter_context(HttpServer(answer))
        self._loop = self._stack.enter_context(asyncio.Runner())
        self._sync_http = self._stack.enter_context(httpx2.Client(trust_env=False))
        self._async_http = httpx2.AsyncClient(trust_env=False)
        self._stack.callback(lambda: self._loop.run(self._async_http.aclose()))
        # The server's answers are mostly not what the documents say.
        logging.getLogger(PACKAGE).setLevel(logging.ERROR)
        self._folder = Path(self._stack.enter_context(TemporaryDirectory()))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def try_document(self, seed: int) -> None:
        """Make the package of a document and of its harmless twin, compare them, and use it.

        Raises:
            AssertionError: where something differs.
        """
        hostile = HostileNames(Random(seed))
        package = build(self._configured(hostile, seed % STRUCTURES))
        twin = understand(self._configured(HarmlessNames(hostile.given), seed % STRUCTURES))
        if _meanings(package.understood) == _meanings(twin):
            view = twin.plan.view
            made = {path: text.encode() for lot in render(view) for path, text in lot.items()}
            assert_same(package.files, copies(view) | made)
        with importable(PACKAGE, package.files), warnings.catch_warnings():
            warnings.simplefilter("error")
            for path in package.files:
                if path.endswith(".py"):
                    name = f"{PACKAGE}/{path}".removesuffix(".py").removesuffix("/__init__")
                    import_module(name.replace("/", "."))
            assert_twins(import_module(PACKAGE))
            self._call(import_module(PACKAGE), package.manifest["operations"])

    def _configured(self, names: Name, structure: int) -> ClientConfig:
        source = self._folder / "openapi.json"
        source.write_text(json.dumps(document_of(names, Random(structure))), "utf-8")
        return ClientConfig(document=str(source), package=PACKAGE, client="FuzzedClient", resources="tags")

    # --- calls ---

    def _call(self, package: ModuleType, operations: list[Operation]) -> None:
        """Call each operation in both flavours: what is sent and what comes back is the same."""
        options = {**_credentials(package.FuzzedClient), "base_url": self._server.url, "max_retries": 0}
        sync = package.FuzzedClient(http_client=self._sync_http, **options)
        waiting = package.AsyncFuzzedClient(http_client=self._async_http, **options)
        for operation in operations:
            arguments, keywords = _arguments(operation)
            before = len(self._server.requests)
            first = _method(sync, operation)(*arguments, **keywords)
            told = package.PaginationError  # of an answer that lacks its list
            if isinstance(first, package.Pager | package.Stream):
                first = _taken(first, told)
            call = partial(_method(waiting, operation), *arguments, **keywords)
            second = self._loop.run(_async_taken(call, told))
            assert repr(first) == repr(second), f"{operation['call']}: {first!r}, {second!r}"
            sent = [_without_chance(request) for request in self._server.requests[before:]]
            assert sent == [sent[0], sent[0]], operation["call"]
            assert sent[0][0] == operation["method"], operation["call"]
        self._server.requests.clear()


def assert_same(files: Mapping[str, bytes], twin: Mapping[str, bytes]) -> None:
    """Compare a package with its harmless twin: its code is the same but for names and texts."""
    assert len(files.keys() - {MANIFEST, CONTRACT, PRISTINE}) == len(twin)
    found, wanted = canonical(files), canonical(twin)
    for one, other in zip(
        sorted((found - wanted).elements()), sorted((wanted - found).elements()), strict=False
    ):
        pairs = enumerate(zip(one[1], other[1], strict=False))
        start = next((index for index, (mine, theirs) in pairs if mine != theirs), 0)
        shown = slice(max(0, start - 100), start + 200)
        raise AssertionError(f"{one[0]}: {one[1][shown]}\n  harmless: {other[1][shown]}")
    assert found == wanted


def _meanings(understood: Understood) -> list[tuple[Any, bool, list[str]]]:
    """Return what names tell of each operation: of its pages, of its streams, of dates that it sends."""
    return [
        (_roles(item.operation.pagination), item.chooser is not None, _dates(item.operation))
        for item in understood.plan.operations
    ]


def _dates(operation: ir.Operation) -> list[str]:
    """Return how date-times are written: as HTTP has them in headers such as `Date`."""
    return [item.dates for item in operation.parameters]


def _roles(pagination: Pagination | None) -> Any:
    """Return what parts of an operation have to do with its pages, whatever they are called."""
    if pagination is None:
        return None
    told = [item.name for item in fields(Pagination) if getattr(pagination, item.name)]
    return pagination.kind, told


# --- the flavours ---


def assert_twins(package: ModuleType) -> None:
    """Compare the flavours: the same names and signatures, but for waiting."""
    pairs = _Pairs(package)
    pairs.compare(package.AsyncFuzzedClient, package.FuzzedClient)
    for name, value in vars(package.FuzzedClient).items():
        if isinstance(value, cached_property):
            waiting = vars(package.AsyncFuzzedClient)[name]
            pairs.compare(pairs.given_by(waiting), pairs.given_by(value))


class _Pairs:
    """Which class of the sync flavour stands for which of the async one."""

    def __init__(self, package: ModuleType) -> None:
        modules = [import_module(f"{package.__name__}.{folder}.client") for folder in ("_async", "_sync")]
        self._pager = package.AsyncPager
        self._twins: dict[Any, Any] = {
            httpx2.AsyncClient: httpx2.Client,
            modules[0].AsyncHttp: modules[1].Http,
            package.AsyncPager: package.Pager,
            package.AsyncStream: package.Stream,
        }
        # These are unions, whose members join those around them.
        self._files = [set(get_args(files)) for files in (package.AsyncFileContent, package.FileContent)]

    def given_by(self, attribute: Any) -> type:
        """Return the class of a resource."""
        result: type = type(attribute.func(_Anything()))
        return result

    def compare(self, waiting: type, sync: type) -> None:
        names = [name for name in vars(sync) if not name.startswith("_")]
        assert [name for name in vars(waiting) if not name.startswith("_")] == names
        # It takes a function of its flavour, which has no other name than its type.
        names = [name for name in names if name != "with_response"]
        for name in names:
            one, other = vars(waiting)[name], vars(sync)[name]
            if inspect.isfunction(other):
                assert inspect.isfunction(one), name
                assert not inspect.iscoroutinefunction(other), name
                self._compare_signatures(one, other)
            else:
                assert type(one) is type(other), name

    def _compare_signatures(self, waiting: Callable[..., Any], sync: Callable[..., Any]) -> None:
        one, other = (inspect.signature(call, eval_str=True) for call in (waiting, sync))
        assert list(one.parameters) == list(other.parameters), sync
        for mine, theirs in zip(one.parameters.values(), other.parameters.values(), strict=True):
            assert (mine.kind, mine.default) == (theirs.kind, theirs.default), sync
            assert self._twin(mine.annotation) == self._twin(theirs.annotation), (sync, mine.name)
        assert self._twin(one.return_annotation) == self._twin(other.return_annotation), sync
        returned = get_origin(one.return_annotation)
        at_once = returned is self._pager or one.return_annotation is Self
        assert inspect.iscoroutinefunction(waiting) != at_once, sync

    def _twin(self, annotation: Any) -> Any:
        """Return an annotation in the words of the sync flavour."""
        if get_origin(annotation) is not None and not isinstance(annotation, str):
            origin, inner = get_origin(annotation), get_args(annotation)
            for files in self._files:
                if files.issubset(item for item in inner if isinstance(item, Hashable)):
                    inner = ("FileContent", *(item for item in inner if item not in files))
                    break
            return (self._twins.get(origin, origin), tuple(map(self._twin, inner)))
        try:
            return self._twins.get(annotation, annotation)
        except TypeError:  # the arguments of a callable are a list
            return annotation


class _Anything:
    """A client without connections."""

    _transport = None


# --- values ---


def _credentials(client: Callable[..., Any]) -> dict[str, Any]:
    """Return the credentials and server variables that a client takes."""
    parameters = inspect.signature(client).parameters
    return {
        name: ("user", "password") if "tuple" in str(item.annotation) else "value"
        for name, item in parameters.items()
        if name not in FIXED
    }


def _method(client: Any, operation: Operation) -> Callable[..., Any]:
    found: Callable[..., Any] = attrgetter(operation["call"])(client)
    return found


def _arguments(operation: Operation) -> tuple[list[Any], dict[str, Any]]:
    """Return what a call must be given."""
    required = [item for item in operation["parameters"] if item["required"]]
    positional = ["value" for item in required if item["in"] == "path"]
    keywords: dict[str, Any] = {}
    body = operation["body"]
    if body is not None:
        whole = b"content" if body["media_type"].startswith("image/") else {}
        keywords = {
            name: whole if wire == "" and len(body["arguments"]) == 1 else "value"
            for wire, name in body["arguments"].items()
            if name in body["required_arguments"]
        }
    return positional, keywords


def _taken(items: Iterable[Any], told: type[Exception]) -> Any:
    try:
        return list(items)
    except told as fault:
        return str(fault)


async def _async_taken(call: Callable[[], Any], told: type[Exception]) -> Any:
    result = call()
    # A pager can be awaited, too, for its first page.
    if isinstance(result, Awaitable) and not hasattr(result, "__aiter__"):
        result = await result
    if not hasattr(result, "__aiter__"):
        return result
    try:
        return [item async for item in result]
    except told as fault:
        return str(fault)


def _without_chance(request: RecordedRequest) -> tuple[object, ...]:
    """Return what is the same in two requests: boundaries of parts are made by chance."""
    media_type = request.headers.get("content-type", "")
    _, _, boundary = media_type.partition("boundary=")
    content = request.body.replace(boundary.encode(), b"") if boundary else request.body
    headers = {name.lower(): text for name, text in request.headers.items()}
    headers |= {"content-type": media_type.removesuffix(boundary)}
    return request.method, request.target, headers, content


# --- the program ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A document that shows a fault."""

    seed: int
    text: str


def _try_some(seeds: range) -> list[Fault]:
    faults: list[Fault] = []
    gc.set_threshold(100_000)  # syntax trees are many small objects, and no garbage yet
    with Fuzzing() as fuzzing:
        for seed in seeds:
            try:
                fuzzing.try_document(seed)
            except Exception:  # noqa: BLE001 - whatever is wrong, the others are tried too
                faults.append(Fault(seed=seed, text=traceback.format_exc(limit=-3)))
    return faults


def _lots(first: int, count: int) -> Iterator[range]:
    for start in range(first, first + count, 50):
        yield range(start, min(start + 50, first + count))


def main() -> int:
    parser = argparse.ArgumentParser(description="Try documents with hostile names.")
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 1_000_000 * 100_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    print(f"documents {options.seed} to {options.seed + options.documents - 1}", flush=True)
    faults: list[Fault] = []
    with ProcessPoolExecutor(options.workers) as pool:
        lots = list(_lots(options.seed, options.documents))
        for lot, found in zip(lots, pool.map(_try_some, lots), strict=True):
            for fault in found:
                print(f"\n--seed {fault.seed} --documents 1\n{fault.text}", flush=True)
            faults += found
            print(f"up to {lot[-1]}: {len(faults)} with faults", flush=True)
    print(f"{options.documents} documents, {len(faults)} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
