"""Answers decoded: as they should be, beside models written by hand; and wrong ones, beside those."""

import copy
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter
from trigger_dev import models
from trigger_dev._runtime.decoding import decode_json

from tests.bench.by_hand import Written
from tests.bench.packages import MEASURED, measured_package
from tests.bench.pairs import Pair, Row
from tests.bench.scale import Scale
from tests.bench.sessions import PAGE

_CLEAN = "the same without faults"


class Leaf(Written):
    node_kind: Literal["leaf"]
    size: int
    name: str | None = None


class Branch(Written):
    node_kind: Literal["branch"]
    children: list["Node"]


Node = Annotated[Leaf | Branch, Field(discriminator="node_kind")]


class Shapes(Written):
    items: list[Node]
    next: str | None = None


@contextmanager
def pages(_: Scale) -> Iterator[list[Row]]:
    """Give the rows of pages without faults."""
    content, page = json.dumps(PAGE).encode(), TypeAdapter(models.ListSessionsResult)
    shapes, by_hand = json.dumps({"items": _leaves(100)}).encode(), TypeAdapter(Shapes)
    with measured_package():
        ours = import_module(MEASURED).models.ShapeListResponse
        decode = import_module(f"{MEASURED}._runtime.decoding").decode_json
        yield [
            Pair(
                what="decode a page of 100",
                beside="validate_json of the same models",
                ours=lambda: decode_json(models.ListSessionsResult, content),
                theirs=lambda: page.validate_json(content),
                goal=1.03,
            ),
            Pair(
                what="decode a page of 100 with discriminators",
                beside="models written by hand, pydantic's own discriminator",
                ours=lambda: decode(ours, shapes),
                theirs=lambda: by_hand.validate_json(shapes),
                goal=1.1,
            ),
        ]


@contextmanager
def faults(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of answers that do not fit."""
    with measured_package():
        found = import_module(MEASURED).models
        rows, shapes = {"items": _rows()}, {"items": _leaves(100)}
        tagged, plain = _tree(scale, _leaf, _branch), _tree(scale, _plain_leaf, _plain_branch)
        yield [
            *(
                _wrong(f"{_few(number)}, {what}", found.RowListResponse, rows, _first(number, path))
                for what, path in (
                    ("optional field", ("amount",)),
                    ("nested field", ("owner", "age")),
                    ("field in a list", ("lines", 2, "count")),
                )
                for number in (1, 10, 100)
            ),
            *(
                _wrong(
                    f"{_few(number)}, variants", found.ShapeListResponse, shapes, _first(number, ("size",))
                )
                for number in (1, 10, 100)
            ),
            _wrong(f"a leaf {scale.depth} deep, plain", found.Plain, plain, _spoil_deepest),
            _wrong(f"a leaf {scale.depth} deep, variants", found.Node, tagged, _spoil_deepest),
        ]


def _wrong(what: str, type_: Any, value: Any, spoil: Callable[[Any], None]) -> Pair:
    decoding = import_module(f"{MEASURED}._runtime.decoding")
    spoilt = copy.deepcopy(value)
    spoil(spoilt)
    good, bad = json.dumps(value).encode(), json.dumps(spoilt).encode()

    def wrong() -> object:
        try:
            decoding.decode_json(type_, bad)
        except decoding.MisfitError as error:
            return error.kept()
        raise AssertionError

    return Pair(
        what=f"wrong: {what}",
        beside=_CLEAN,
        ours=wrong,
        theirs=lambda: decoding.decode_json(type_, good),
        goal=3,
    )


def _few(number: int) -> str:
    return f"{number} of 100 rows"


def _rows() -> list[Any]:
    row = {
        "status": "a",
        "created": "2024-01-02T03:04:05Z",
        "price": 1.5,
        "name": "name of it",
        "tags": ["a", "b"],
        "meta": {"k": "v"},
        "owner": {"id": "o", "name": "n", "mail": "m@x", "age": 3},
        "lines": [{"sku": "s", "count": 1, "price": 2.5}] * 3,
        "done": True,
        "note": None,
    }
    return [{"id": f"r{number}", "amount": number, **row} for number in range(100)]


def _first(number: int, path: tuple[str | int, ...]) -> Callable[[Any], None]:
    """Return what makes a field of a page's rows wrong, of some of them at equal distances."""

    def spoil(page: Any) -> None:
        rows = page["items"] = [json.loads(json.dumps(row)) for row in page["items"]]
        for row in rows[:: len(rows) // number]:
            holder = row
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]] = "wrong"

    return spoil


def _tree(scale: Scale, leaf: Callable[[int], Any], branch: Callable[[list[Any]], Any]) -> Any:
    """Return a tree, of about 1 MB: a chain of branches, each with leaves beside the next one."""
    node = leaf(1)
    for _ in range(scale.depth):
        node = branch([*(leaf(size) for size in range(scale.siblings)), node])
    return node


def _spoil_deepest(tree: Any) -> None:
    node = tree
    while "children" in node:
        node = node["children"][-1]
    node["size"] = "wrong"


def _leaves(number: int) -> list[Any]:
    return [_leaf(size) for size in range(number)]


def _leaf(size: int) -> Any:
    return {"nodeKind": "leaf", "size": size, "name": "x" * 40}


def _branch(children: list[Any]) -> Any:
    return {"nodeKind": "branch", "children": children}


def _plain_leaf(size: int) -> Any:
    return {"name": "x" * 40, "size": size}


def _plain_branch(children: list[Any]) -> Any:
    return {"name": "b", "children": children}
