"""The programs of `examples/`, run against the server as it is."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.http_server import Reply
from tests.support.trigger_server import NOW, SECRET_KEY, TriggerServer, rate_limited

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted(path.stem for path in (ROOT / "examples").glob("*.py"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[TriggerServer]:
    """The server that programs find; nobody waits."""

    async def async_sleep(seconds: float) -> None:
        pass

    monkeypatch.setattr("trigger_dev._runtime.waiting.sleep", lambda _: None)
    monkeypatch.setattr("trigger_dev._runtime.waiting.async_sleep", async_sleep)
    with TriggerServer() as server:
        monkeypatch.setenv("TRIGGER_SECRET_KEY", SECRET_KEY)
        monkeypatch.setenv("TRIGGER_API_URL", server.url)
        yield server


def program(name: str) -> ModuleType:
    spec = spec_from_file_location(f"example_{name}", ROOT / "examples" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sessions_are_listed_in_a_table(server: TriggerServer, capsys: pytest.CaptureFixture[str]) -> None:
    program("list_sessions").main()
    assert "session_1" in capsys.readouterr().out
    assert ("filter[createdAt][period]", "7d") in server.requests[0].query


def test_a_run_is_followed_to_its_end(server: TriggerServer, capsys: pytest.CaptureFixture[str]) -> None:
    program("follow_run").main()
    assert capsys.readouterr().out == "run_4 is new\nrun_4 is COMPLETED\n"
    program("follow_run").main()
    assert capsys.readouterr().out.startswith("run_4 is known already\n")


def test_batches_are_triggered(server: TriggerServer, capsys: pytest.CaptureFixture[str]) -> None:
    program("batch_trigger").main()
    few, many, runs = capsys.readouterr().out.splitlines()
    assert few == "batch_1: run_4, run_5"
    assert many == "batch_1: 1000 items, sealed"
    assert runs == "1000 runs"
    assert all("transfer-encoding" not in request.headers for request in server.requests)


def test_variables_are_uploaded(
    server: TriggerServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".env").write_text("# mine\nA=1\nB=x=y\n")
    program("upload_variables").main(str(tmp_path / ".env"), "proj_1")
    assert {"A": "1", "B": "x=y"}.items() <= server.variables.items()
    assert "B" in capsys.readouterr().out


def test_many_runs_are_followed_a_few_at_a_time(
    server: TriggerServer, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(program("fan_out").main())
    assert capsys.readouterr().out.splitlines() == [f"{number}: COMPLETED" for number in range(25)]


@pytest.mark.parametrize(
    ("replies", "told"),
    [
        ([], "COMPLETED"),
        ([Reply(status=404)], "there is no run_1"),
        ([Reply(status=401)], "the key is wrong"),
        ([Reply(status=400, body=b'{"error": "no"}')], "the request is not valid"),
        ([rate_limited(NOW.timestamp())] * 3, "too many requests"),
        ([Reply(status=500)] * 3, "the server answered 500"),
        ([None] * 3, "the server cannot be reached"),
        ([Reply(body=b"<html>")], "anything else"),
    ],
    ids=["none", "404", "401", "400", "429", "500", "connection", "no-json"],
)
def test_each_error_is_met(
    server: TriggerServer, replies: list[Reply | None], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server.interrupt(*replies)
    program("errors").main("run_1")
    assert capsys.readouterr().out.startswith(told)


def test_a_missing_key_is_met(
    server: TriggerServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TRIGGER_SECRET_KEY")
    monkeypatch.delenv("TRIGGER_ACCESS_TOKEN", raising=False)
    program("errors").main("run_1")
    assert capsys.readouterr().out.startswith("set TRIGGER_SECRET_KEY: ")


def test_type_checkers_agree() -> None:
    files = [str(ROOT / "examples" / f"{name}.py") for name in PROGRAMS]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *files],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (run.returncode, run.stdout) == (0, f"Success: no issues found in {len(files)} source files\n")
