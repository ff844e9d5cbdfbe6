"""`_custom/`: modules that are made once, are their users' own, and are what the package gives."""

import subprocess
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.drift import check
from generator.pipeline import generate
from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.conversations import document, open_conversation
from tests.support.flavours import Flavour
from tests.support.http_server import json_reply

GET = """get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {
  "200": {description: d, content: {application/json: {schema: {type: string}}}}}}"""
DOCUMENT = document(f"/chats/{{id}}:\n  {GET}\n/chats/messages/{{id}}:\n  {GET}\n/runs/{{id}}:\n  {GET}")
SETTINGS: dict[str, Any] = {"custom": ("client", "chats", "chats.messages"), "resources": "paths"}
# What a user adds below each class: `twice` asks two times by what the class has anyway.
SYNC = """
    def twice(self, name: str) -> list[str]:
        return [{call}(name), {call}(name)]
"""
ASYNC = """
    async def twice(self, name: str) -> list[str]:
        return [await {call}(name), await {call}(name)]
"""
USE = """from api import ApiClient, AsyncApiClient

def use(client: ApiClient) -> list[str]:
    return [*client.twice("a"), *client.chats.messages.twice("b"), *client.with_options().chats.twice("c")]

async def use_async(client: AsyncApiClient) -> list[str]:
    client.chats.twise  # error
    return [*await client.twice("a"), *await client.chats.messages.twice("b")]
"""


def extend(package: Path) -> None:
    """Add a method to each class of `_custom/`."""
    calls = {"client": "self.chats.messages.get", "chats": "self.get", "chats_messages": "self.get"}
    for module, call in calls.items():
        path = package / f"_custom/{module}.py"
        head, middle, tail = path.read_text().partition("\n\nclass Async")
        path.write_text(head + SYNC.format(call=call) + middle + tail + ASYNC.format(call=call))


def test_methods_of_ones_own_are_methods_of_the_client(build: Build, flavour: Flavour) -> None:
    package = build(DOCUMENT, **SETTINGS)
    extend(Path(package.__path__[0]))
    with ExitStack() as stack:
        talk = open_conversation(package, flavour, json_reply("yes"), stack)
        assert talk.call("twice", "a") == ["yes", "yes"]
        assert talk.call("chats.twice", "b") == ["yes", "yes"]
        other = talk.client.with_options(max_retries=0)
        assert flavour.call(other.chats.messages.twice, "c") == ["yes", "yes"]
        assert talk.call("runs.get", "d") == "yes"
    paths = [f"GET /chats/{name}" for name in ("messages/a", "b", "messages/c")]
    assert talk.targets == [*(path for path in paths for _ in range(2)), "GET /runs/d"]


@pytest.fixture
def config(tmp_path: Path) -> ClientConfig:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    return ClientConfig(document=str(tmp_path / "api.yaml"), output=str(tmp_path), package="api", **SETTINGS)


def test_they_are_made_once_and_never_looked_at_again(config: ClientConfig) -> None:
    package = Path(config.output) / "api"
    generate(config)
    extend(package)
    kept = {path: path.read_bytes() for path in package.glob("_custom/*.py")}
    assert len(kept) == 4
    assert not check(config)
    Path(config.document).write_text(DOCUMENT.replace("/runs", "/walks"))
    assert [line for line in check(config).files if "_custom" in line] == []
    generate(config)
    generate(replace(config, custom=()))  # what is no longer used stays, too
    assert {path: path.read_bytes() for path in package.glob("_custom/*.py")} == kept
    assert not check(replace(config, custom=()))


def test_one_that_is_missing_is_told_and_begun_anew(config: ClientConfig) -> None:
    package = Path(config.output) / "api"
    generate(config)
    first = (package / "_custom/chats.py").read_text()
    (package / "_custom/chats.py").unlink()
    assert check(config).causes == (f"{package / '_custom/chats.py'} is missing",)
    generate(config)
    assert (package / "_custom/chats.py").read_text() == first


def test_without_the_setting_there_are_none(config: ClientConfig) -> None:
    generate(replace(config, custom=()))
    assert not (Path(config.output) / "api/_custom").exists()


def test_a_commit_without_them_would_not_import(
    config: ClientConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(config.output)
    generate(config)
    here = replace(config, document="api.yaml", output=".")
    for arguments in (("init", "-q"), ("add", "."), ("rm", "-q", "--cached", "api/_custom/client.py")):
        subprocess.run(["git", *arguments], check=True)
    assert check(here, staged=True).causes == ("api/_custom/client.py is not in the commit: run `git add`",)


def test_a_resource_that_is_none_is_told(config: ClientConfig) -> None:
    package = generate(replace(config, custom=("chat",)))
    (told,) = package.understood.warnings
    assert "no resource is called 'chat'" in told.message
    assert "did you mean 'chats'?" in told.message
    assert package.seams == {}


def test_type_checkers_see_what_was_added(
    config: ClientConfig, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(config.output)
    generate(config)
    extend(folder / "api")
    (folder / "use.py").write_text(USE)
    run = run_checker("mypy", folder, "--strict", "use.py", "api/_custom", folders=tmp_path_factory)
    (fault, total) = run.stdout.splitlines()
    assert ('"twise"' in fault, "1 error" in total) == (True, True)
