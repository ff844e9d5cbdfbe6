"""Other generators and SDKs, where somebody installed them: `make bench PEERS=...` names their environment.

They are no dependencies of this project. Their modules come last on the path, so that what both need is ours.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import httpx2
from pydantic import TypeAdapter, create_model

from tests.bench import by_hand
from tests.bench.calls import ALONE
from tests.bench.pairs import Pair, Row, Run
from tests.bench.processes import generated
from tests.bench.scale import Scale, named
from tests.bench.sessions import ITEMS, sessions

_Calls: TypeAlias = Mapping[str, Run]
_GENERATOR, _CROZIER, _OPENAI = "openapi-python-client", "crozier", "openai"
_GET, _PAGE, _POST = "GET of 2 KB", "page of 100", "POST of 5 KB, dictionaries"
_POST_MODELS = "POST of 5 KB, models"


def missing() -> list[str]:
    """Return the peers that are not there."""
    return [name for name in (_GENERATOR, _CROZIER, _OPENAI) if not _is_there(name)]


def _environment() -> Path | None:
    return Path(os.environ["PEERS"]) if os.environ.get("PEERS") else None


def _is_there(name: str) -> bool:
    folder = _environment()
    if folder is None:
        return False
    return (folder / "bin" / name).is_file() or any(folder.glob(f"lib/python*/site-packages/{name}"))


@contextmanager
def generators(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of making packages, beside other generators."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows: list[Row] = []
        if _is_there(_CROZIER):
            rows.append(_generation(scale.document, folder, _CROZIER, 0.35))
        if _is_there(_GENERATOR) and scale.large is not None:
            rows.append(_generation(scale.large, folder, _GENERATOR, 0.12))
        yield rows


def _generation(document: Path, folder: Path, peer: str, goal: float) -> Pair:
    return Pair(
        what=f"generate {named(document)}",
        beside=peer,
        ours=generated(document, folder),
        theirs=lambda: _made(peer, document, Path(tempfile.mkdtemp(dir=folder)) / "peer"),
        goal=goal,
    )


def _made(peer: str, document: Path, target: Path) -> None:
    """Have a peer write its package of a document."""
    arguments = {
        _CROZIER: ("--no-config", "--spec", str(document), "--output", str(target), "--layout", "flat"),
        _GENERATOR: ("--path", str(document), "--meta", "none", "--output-path", str(target)),
    }
    folder = _environment()
    assert folder is not None
    commands = folder / "bin"
    search = os.pathsep.join((str(commands), os.environ["PATH"]))  # they call a formatter
    subprocess.run(
        [commands / peer, "generate", *arguments[peer]],
        env={**os.environ, "PATH": search},
        check=True,
        capture_output=True,
    )


@contextmanager
def sdks(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of calls by other SDKs, beside the HTTP library and pydantic alone."""
    makers: dict[str, Callable[[ExitStack, str, Scale], _Calls]] = {
        _GENERATOR: _by_generator,
        _CROZIER: _by_crozier,
        _OPENAI: _by_openai,
    }
    with sessions() as url, _importable(), ExitStack() as stack:
        http = stack.enter_context(httpx2.Client(base_url=url, headers={"authorization": "Bearer x"}))
        bare = _bare(http)
        yield [
            Pair(what=what, beside=ALONE, ours=run, theirs=bare[what], by=name)
            for name, maker in makers.items()
            if _is_there(name)
            for what, run in maker(stack, url, scale).items()
        ]


@contextmanager
def _importable() -> Iterator[None]:
    folder = _environment()
    added = [str(path) for path in folder.glob("lib/python*/site-packages")] if folder else []
    sys.path += added
    try:
        yield
    finally:
        for path in added:
            sys.path.remove(path)


def _bare(http: httpx2.Client) -> _Calls:
    one, page = TypeAdapter(by_hand.Session), TypeAdapter(by_hand.Page)
    accepted = TypeAdapter(by_hand.Accepted)

    def post() -> object:
        return accepted.validate_json(http.post("/api/v1/tasks/batch", json={"items": ITEMS}).content)

    return {
        _GET: lambda: one.validate_json(http.get("/api/v1/sessions/session_1").content),
        _PAGE: lambda: page.validate_json(http.get("/api/v1/sessions").content),
        _POST: post,
        _POST_MODELS: post,
    }


def _by_generator(stack: ExitStack, url: str, scale: Scale) -> _Calls:
    """Return calls of the package that openapi-python-client makes."""
    package = _package(stack, _GENERATOR, scale)
    client = import_module(f"{package}.client").AuthenticatedClient(base_url=url, token="x")
    tasks = import_module(f"{package}.api.tasks.batch_trigger_task_v1")
    body = import_module(f"{package}.models").BatchTriggerV2RequestBody.from_dict({"items": ITEMS})
    one = import_module(f"{package}.api.sessions.retrieve_session_v1")
    page = import_module(f"{package}.api.sessions.list_sessions_v1")
    return {
        _GET: lambda: one.sync("session_1", client=client),
        _PAGE: lambda: page.sync(client=client),
        _POST_MODELS: lambda: tasks.sync(client=client, body=body),
    }


def _by_crozier(stack: ExitStack, url: str, scale: Scale) -> _Calls:
    """Return calls of the package that crozier makes."""
    module: Any = import_module(f"{_package(stack, _CROZIER, scale)}.client")
    name = next(name for name in vars(module) if name.endswith("Api") and not name.startswith("Async"))
    client = getattr(module, name)(base_url=url, token="x")
    return {
        _GET: lambda: client.sessions.retrieve_session_v1("session_1"),
        _PAGE: client.sessions.list_sessions_v1,
        _POST: lambda: client.tasks.batch_trigger_task_v1(items=ITEMS),
    }


def _by_openai(stack: ExitStack, url: str, _: Scale) -> _Calls:
    """Return calls by openai's SDK, which takes any path, and models of its own kind."""
    openai: Any = import_module(_OPENAI)
    client = stack.enter_context(openai.OpenAI(api_key="x", base_url=url))

    one, page, accepted = (
        create_model(model.__name__, __base__=(openai.BaseModel, model))
        for model in (by_hand.Session, by_hand.Page, by_hand.Accepted)
    )
    return {
        _GET: lambda: client.get("/api/v1/sessions/session_1", cast_to=one),
        _PAGE: lambda: client.get("/api/v1/sessions", cast_to=page),
        _POST: lambda: client.post("/api/v1/tasks/batch", cast_to=accepted, body={"items": ITEMS}),
    }


def _package(stack: ExitStack, peer: str, scale: Scale) -> str:
    """Return the name of the package of a peer, which can be imported."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    name = f"by_{peer.replace('-', '_')}"
    _made(peer, scale.document, folder / name)
    sys.path.insert(0, str(folder))
    stack.callback(sys.path.remove, str(folder))
    return name
