"""Walks through every list of the corpus that is known to be paged, as its maker's server would give it."""

import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.ir import Integer
from generator.pipeline import generate
from generator.python.operations.planning import OperationPlan
from generator.type_tree import without_null
from tests.corpus.documents import CORPUS, Document, documents
from tests.corpus.exchange import Answer, AsyncHttp, Exchange, SyncHttp
from tests.corpus.listings import COUNT, MARK, Label, Listing, labels
from tests.corpus.raw import Raw
from tests.corpus.samples import Samples
from tests.corpus.trials import Trial, argument_value, method_of

ASKED = 50  # more than a page has

CASES = [pytest.param(document, id=document.name) for document in documents() if [*labels(document.name)]]
if not CASES:
    CASES = [pytest.param(None, id="none", marks=pytest.mark.skip(reason=f"no labels beside {CORPUS}"))]


class Walks(Trial):
    """Walks through the lists of a package."""

    def walk_all(self, known: list[Label]) -> int:
        """Walk through each list with both clients, and return how many there were."""
        plans = {
            (plan.operation.method, plan.operation.path): plan
            for plan in self.package.understood.plan.operations
        }
        walked = 0
        for label in known:
            plan = plans[label.method.upper(), label.path]
            if plan.operation.pagination is None:
                continue
            walked += 1
            for walk in (self._walked, self._walked_async):
                with self._trying(f"{label.method} {label.path}", walk.__name__.strip("_")):
                    numbers = walk(plan, self._listing(plan, label))
                    assert numbers == [*range(COUNT)], f"the walk gave {numbers}"
        return walked

    def _listing(self, plan: OperationPlan, label: Label) -> Listing:
        response = next(item for item in plan.operation.responses if item.status.startswith("2"))
        content = next(item for item in response.contents if "json" in item.media_type)
        sample = Samples(definitions=self._definitions, side="answered", full=True).value(content.type)
        numbers = (item for item in plan.operation.parameters if item.name == label.place[-1])
        said = next((f"{item.default} {item.description}" for item in numbers), "")
        return Listing(
            label=label, sample=sample, first=0 if said.startswith("0 ") or "zero" in said.lower() else 1
        )

    def _walked(self, plan: OperationPlan, listing: Listing) -> list[int]:
        client = self._client("client", SyncHttp(_Lists(self._module("_runtime.messages"), listing)))
        return [_number(item) for item in self._pager(client, plan)]

    def _walked_async(self, plan: OperationPlan, listing: Listing) -> list[int]:
        client = self._client("async_client", AsyncHttp(_Lists(self._module("_runtime.messages"), listing)))

        async def walk() -> list[int]:
            return [_number(item) async for item in self._pager(client, plan)]

        return asyncio.run(walk())

    def _pager(self, client: Any, plan: OperationPlan) -> Any:
        samples = replace(self._sending(full=False))
        # A body that is one of several objects is given whole, and one that may be left out by its parts.
        needed = [
            item
            for item in plan.arguments
            if item.required
            or (item.where == "body" and item.wire in plan.needed and not item.is_whole_body)
            or (len(plan.variants) > 1 and item.is_whole_body)
        ]
        given = {item.name: argument_value(item, plan, samples) for item in needed}
        size = plan.operation.pagination.size if plan.operation.pagination is not None else None
        for item in plan.arguments:
            is_size = size is not None and (item.wire,) == size.write.path
            if is_size and isinstance(without_null(samples.resolved(item.type)), Integer):
                given[item.name] = ASKED
        return method_of(client, plan.name.call)(**given)


class _Lists(Exchange):
    """Answers with the pages of a list."""

    def __init__(self, messages: Any, listing: Listing) -> None:
        super().__init__(messages)
        self._listing = listing

    def respond(self, request: Any) -> Any:
        headers, body = self._listing.answer(request)
        self.answer = Answer(status=200, media_type="application/json", content=json.dumps(body).encode())
        found = super().respond(request)
        return replace(found, headers=self.messages.Headers({"content-type": "application/json", **headers}))


def _number(item: Any) -> int:
    """Return the number of a thing."""
    if isinstance(item, str):
        return int(item.removeprefix(f"{MARK} "))
    if isinstance(item, int | float):
        return int(item)
    extra = item if isinstance(item, dict) else item.model_extra or {}
    return int(extra[MARK])


@pytest.fixture(autouse=True)
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test imports from its folder is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.startswith("corpus_"):
            del sys.modules[name]


@pytest.mark.parametrize("document", CASES)
def test_every_item_once(document: Document, tmp_path: Path) -> None:
    if document.is_left_out:
        pytest.skip("a large document: set OASMITH_CORPUS=all, or run `make corpus`")
    known = [*labels(document.name)]
    walks = Walks(generate(document.config(tmp_path)), Raw.read(document.path), is_strict=False)
    assert walks.walk_all(known) >= len(known) * 0.97
    assert not walks.faults, "\n".join(map(str, walks.faults[:40]))
