"""Whole processes: the first call, imports, and what the generator does."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

import yaml

from tests.bench.packages import made
from tests.bench.pairs import Figure, Pair, Row, Run
from tests.bench.scale import ROOT, Scale, named
from tests.bench.sessions import sessions

_NOTHING = "pass"
_OURS = """
from trigger_dev import TriggerClient
with TriggerClient(secret_key="x", base_url={url!r}) as client:
    assert client.sessions.retrieve("session_1").id
"""
_BY_HAND = """
import httpx2
from tests.bench.by_hand import Session
with httpx2.Client(base_url={url!r}, headers={{"authorization": "Bearer x"}}) as http:
    answer = http.get("/api/v1/sessions/session_1")
    assert Session.model_validate_json(answer.content).id
"""
# Each prints what it found.
_IMPORT = """
import time
began = time.process_time()
import {package}
print((time.process_time() - began) * 1000)
"""
_RESOURCES = """
import json
from functools import cached_property
from {package} import ApiClient
print(json.dumps([name for name, value in vars(ApiClient).items() if isinstance(value, cached_property)]))
"""
_TOUCH = """
import time, httpx2, pydantic
pydantic.BaseModel
from {package} import ApiClient
client = ApiClient(http_client=httpx2.Client())
began = time.process_time()
client.{resource}
print((time.process_time() - began) * 1000)
"""
_PEAK = """
import re, sys
from pathlib import Path
from generator.cli import main
try:
    main()
finally:
    found = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text("ascii"))
    print(int(found[1]) / 1024)
"""
_MEGABYTE: Final = 1 << 20
_LETTERS: Final = "abcdefgh"


@contextmanager
def starts(_: Scale) -> Iterator[list[Row]]:
    """Give the rows of a first call, of imports, and of an unchanged package."""
    with sessions() as url:
        yield [
            Pair(
                what="a process with a first call",
                beside="httpx2 and models written by hand",
                ours=_python("-c", _OURS.format(url=url)),
                theirs=_python("-c", _BY_HAND.format(url=url)),
                goal=1.1,
            ),
            Figure(
                what="import trigger_dev",
                unit="ms of CPU",
                take=lambda: float(_printed("-c", _IMPORT.format(package="trigger_dev"))),
                goal=8,
            ),
            Pair(
                what="oasmith check, nothing changed",
                beside="python -c pass",
                ours=_python("-m", "generator", "check"),
                theirs=_python("-c", _NOTHING),
            ),
        ]


@contextmanager
def touches(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of a large package: its import, and the resource that is slowest to touch."""
    if scale.large is None:
        yield []
        return
    with made(scale.large, "large") as folder:
        printed = partial(_printed, folder=folder)
        resources: list[str] = json.loads(printed("-c", _RESOURCES.format(package="large")))

        def touched(resource: str) -> float:
            return float(printed("-c", _TOUCH.format(package="large", resource=resource)))

        for resource in resources:  # their code is compiled, which happens once
            touched(resource)
        slowest = max(resources, key=touched)
        name = named(scale.large)
        yield [
            Figure(
                what=f"import {name}'s package",
                unit="ms of CPU",
                take=lambda: float(printed("-c", _IMPORT.format(package="large"))),
                goal=8,
            ),
            Figure(
                what=f"touch {name}'s slowest of {len(resources)} resources, {slowest}",
                unit="ms of CPU",
                take=lambda: touched(slowest),
                goal=30,
            ),
        ]


@contextmanager
def generation(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of making packages, and of the memory for that."""
    with tempfile.TemporaryDirectory() as place:
        folder, empty = Path(place), _python("-c", _NOTHING)
        documents = [document for document in (scale.document, scale.large) if document is not None]
        rows: list[Row] = [
            Pair(
                what=f"generate {named(document)}",
                beside="python -c pass",
                ours=generated(document, folder),
                theirs=empty,
            )
            for document in documents
        ]
        if scale.large is not None:
            rows += _of_copies(scale.large, scale.copies, folder)
        yield rows


def _of_copies(document: Path, copies: int, folder: Path) -> Iterator[Row]:
    """Give the rows of a large document: beside several times as much, and its memory."""
    many = folder / "many.json"
    many.write_text(json.dumps(_copied(_read(document), copies)), "utf-8")
    once = folder / "once.json"
    once.write_text(json.dumps(_read(document)), "utf-8")
    small = folder / "small.json"
    small.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "S", "version": "1"}, "paths": {}}))
    yield Pair(
        what=f"generate {copies} times {named(document)}",
        beside=f"{named(document)} once",
        ours=generated(many, folder),
        theirs=generated(once, folder),
        goal=7,
    )

    def needed() -> float:
        peak, least = (float(_printed("-c", _PEAK, *_arguments(path, folder))) for path in (document, small))
        return (peak - least) / (document.stat().st_size / _MEGABYTE)

    yield Figure(
        what=f"memory to generate {named(document)}", unit="MB for each MB of JSON", take=needed, goal=10
    )


def _copied(document: dict[str, Any], copies: int) -> dict[str, Any]:
    """Return a document with each path, and whatever paths refer to, several times, by other names."""
    whole: dict[str, Any] = {"paths": {}, "components": {}}
    for copy in range(copies):
        text = json.dumps(document)
        part = json.loads(re.sub(r'"#/components/(\w+)/([^"/]+)', rf'"#/components/\1/\2-{copy}', text))
        whole = {**part, **whole}  # all else once, as the first copy has it
        for path, item in part["paths"].items():  # a part of a path like `v2` would be no part of a name
            whole["paths"][f"/copy-{_LETTERS[copy]}{path}"] = _renamed(item, _LETTERS[copy])
        for kind, components in part.get("components", {}).items():
            named = {f"{name}-{copy}": value for name, value in components.items()}
            whole["components"].setdefault(kind, {}).update(named)
    return whole


def _renamed(item: dict[str, Any], copy: str) -> dict[str, Any]:
    """Return a path's operations with ids and tags of their own."""
    found = {}
    for method, operation in item.items():
        found[method] = operation
        if isinstance(operation, dict) and "operationId" in operation:
            tags = [f"{copy}-{tag}" for tag in operation.get("tags", ())]
            found[method] = {**operation, "operationId": f"{copy}/{operation['operationId']}", "tags": tags}
    return found


def _read(document: Path) -> Any:
    text = document.read_text("utf-8")
    return json.loads(text) if document.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)


def generated(document: Path, folder: Path) -> Run:
    """Return what writes the package of a document, each time into a new folder in one."""
    return lambda: _printed("-m", "generator", *_arguments(document, folder))


def _arguments(document: Path, folder: Path) -> tuple[str, ...]:
    return ("generate", str(document), "--output", tempfile.mkdtemp(dir=folder), "--package", "made")


def _python(*arguments: str) -> Run:
    return lambda: _printed(*arguments)


def _printed(*arguments: str, folder: Path | None = None) -> str:
    """Return what a process of Python prints last; byte code is kept, as it is for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = os.pathsep.join(
        map(str, (ROOT, ROOT / "generated", *([folder] if folder else ())))
    )
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return run.stdout.rpartition("\n")[0].rpartition("\n")[2]
