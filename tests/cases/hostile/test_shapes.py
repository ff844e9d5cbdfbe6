"""Files of ours and of users in shapes that they should not have: manifests, locks, configurations."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.config import ClientConfig
from generator.constraints import require_sound
from generator.contract.compare import compare
from generator.contract.stored import load
from generator.diagnostics import InputError
from generator.drift import _causes
from generator.reading.files import digest
from generator.writing.manifest import read_manifest
from tests.cases.hostile.conftest import generate

WRONG: tuple[Any, ...] = (
    None,
    1,
    1.5,
    True,
    "x",
    [],
    {},
    [1],
    ["x"],
    {"a": 1},
    [[]],
    {"a": {}},
    [None],
    {"": None},
)


def _mutations(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield each place in a value with something else for it; of a list and a mapping of many, the first."""
    for wrong in WRONG:
        if wrong != value:
            yield path, wrong
    children: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in list(children)[:16]:
        yield from _mutations(child, (*path, key))


def _mutated(value: Any, path: tuple[str | int, ...], wrong: Any) -> Any:
    if not path:
        return wrong
    copy = deepcopy(value)
    node = copy
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = wrong
    return copy


def test_manifests_of_wrong_shapes(folder: Path) -> None:
    """Each is refused, or has all that is read of one."""
    assert generate() == 0
    path = folder / "acme/oasmith.json"
    right = json.loads(path.read_bytes())
    config = ClientConfig(document="acme.yaml", package="acme")
    content = (folder / "acme/oasmith.contract.json").read_bytes()
    known = load(content, right)
    assert known is not None
    refused = 0
    small = {**right, "files": dict(list(right["files"].items())[:2])}
    for place, wrong in _mutations(small):
        path.write_text(json.dumps(_mutated(small, place, wrong)))
        try:
            found = read_manifest(folder / "acme")
        except InputError as fault:
            refused += [item.code for item in fault.diagnostics] == ["bad-manifest"]
        else:
            assert found is not None
            _causes(config, folder / "acme", found)
            contract = load(content, found)
            if contract is not None:
                compare(contract, known)
                compare(known, contract)
    assert refused > 300


@pytest.mark.parametrize("command", ["check", "generate"])
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('{"schema": 1}', 2),
        ('{"schema": 0, "files": {}}', 2),
        ("[]", 2),
        ("null", 2),
        ("[" * 100_000, None),
        ("1" * 5_000, None),
        ("\x00", None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_manifest(
    text: str, status: int | None, command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON of another shape is refused; what is no JSON is made anew, as after a merge."""
    assert generate() == 0
    (folder / "acme/oasmith.json").write_text(text)
    capsys.readouterr()
    assert main([command, "acme.yaml"]) == (status or {"check": 1, "generate": 0}[command])
    _, err = capsys.readouterr()
    message = (
        "this is not a manifest that oasmith can read: restore it, or delete it and run `oasmith generate`"
    )
    if status:
        assert err == f"acme/oasmith.json: error[bad-manifest]: {message}\n"
    elif command == "generate":
        assert err.startswith("acme/oasmith.json: warning[lost-names]: it cannot be read, ")
        assert err.count("\n") == 1
    else:
        assert err == ""


def test_locks_of_wrong_shapes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = {
        "schema": 1,
        "references": {"https://a.example/b": {"digest": digest(b""), "packages": ["acme"]}},
    }
    refused = 0
    for place, wrong in _mutations(right):
        (folder / "oasmith.lock").write_text(json.dumps(_mutated(right, place, wrong)))
        status = main(["generate", "acme.yaml", "--allow-remote"])
        err = capsys.readouterr().err
        assert status in {0, 2}, (place, wrong)
        assert status == 0 or err.startswith("oasmith.lock: error[bad-lock]: "), (place, wrong)
        refused += status
    assert refused
    for text in ("[" * 100_000, "1" * 5_000, "\x00", '{"schema": true, "references": {}}'):
        (folder / "oasmith.lock").write_text(text)
        assert main(["generate", "acme.yaml", "--allow-remote"]) == 2


@pytest.mark.parametrize(
    "setting",
    [
        *(
            'headers = { "a\\nb" = "x" }',
            'headers = { "a b" = "x" }',
            'headers = { "" = "x" }',
            'headers = { "é" = "x" }',
        ),
        *(
            'headers = { a = "x\\r\\ny: z" }',
            'headers = { a = "\\u0000" }',
            'headers = { a = " x" }',
            "headers = { a = 1 }",
        ),
        *('idempotency_header = "a\\nb"', 'idempotency_header = ""', "idempotency_header = 1"),
        *("timeout = nan", "timeout = inf", "timeout = -1", "timeout = 0", 'timeout = "1"', "timeout = true"),
        *(f"timeout = {'9' * 400}", "timeout = 1e300", "timeout = 1979-05-27"),
        *('base_url_env = "A=B"', 'base_url_env = "A\\u0000"', 'base_url_env = ""', 'base_url_env = "1A"'),
        *(
            'credentials = { k = { env = "A=B" } }',
            'credentials = { k = { env = "" } }',
            "credentials = { k = 1 }",
        ),
        *('credentials = { k = { argument = "a b" } }', 'credentials = { k = { argument = "class" } }'),
        *('credentials = { k = { argument = "__init__" } }', 'credentials = { k = { wrong = "x" } }'),
        *('names = { a = "" }', 'names = { a = "x y" }', 'names = { a = "a..b" }', 'names = { a = ".." }'),
        *(
            'names = { a = "__init__" }',
            'names = { a = "a.__class__" }',
            'names = { a = "x;import os" }',
            "names = { a = 1 }",
        ),
        *(
            "retries = { max_retries = -1 }",
            "retries = { max_retries = 1.5 }",
            f"retries = {{ max_retries = {'9' * 50} }}",
        ),
        *(
            "retries = { initial_delay = nan }",
            "retries = { max_delay = inf }",
            "retries = { factor = -1.0 }",
        ),
        *("retries = { jitter = 1.1 }", "retries = { jitter = nan }", 'retries = { statuses = ["abc"] }'),
        *('retries = { statuses = ["5XX\\n"] }', "retries = 1", 'retries = { statuses = "503" }'),
        *(
            'overlays = ["a\\u0000"]',
            "overlays = 1",
            "overlays = [[]]",
            'root = "\\u0000"',
            'output = "\\u0000"',
        ),
        *('parameters = { q = { lists = "x" } }', "parameters = []", "tags = {}", "paths = 1", "strict = 1"),
        *(
            "flatten = 0",
            'http = "requests"',
            "http = []",
            'allow_remote = "yes"',
            "client = 1",
            "follow_link = 1",
        ),
    ],
)
@pytest.mark.parametrize("command", ["generate", "check"])
def test_settings_that_cannot_be(
    setting: str, command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "oasmith.toml").write_text(
        f'[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n{setting}\n'
    )
    assert main([command]) == 2
    out, err = capsys.readouterr()
    assert re.match(r"oasmith\.toml:\d:\d+: error\[", err)
    assert (out, err.count("\n")) == ("", 1)
    assert not (folder / "acme").exists()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "clients = 1",
            "clients = [1]",
            "tool = 1",
            "[tool]\noasmith = 1",
            "[tool.oasmith]\nclients = {}",
            "x = 1",
        ),
        *(
            "[[clients]]",
            '[[clients]]\ndocument = ""',
            "[[clients]]\ndocument = 1",
            '[[clients]]\ndocument = "\\u0000"',
        ),
        *(f"a = {'[' * 10_000}", f"a = {'{a=' * 10_000}", "a" * 100_000, "\x00", f"a = {'9' * 10_000}"),
    ],
    ids=lambda text: ascii(text)[:30],
)
@pytest.mark.parametrize("name", ["oasmith.toml", "pyproject.toml"])
def test_configurations_of_wrong_shapes(
    text: str, name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(text.replace("[[clients", "[[tool.oasmith.clients") if "pyp" in name else text)
    for arguments in (["generate"], ["check"], ["init", "acme.yaml", "--write"]):
        assert main(arguments) in ({0, 2} if arguments[0] == "init" else {2})
        assert "Traceback" not in capsys.readouterr().err


def test_settings_in_code_are_judged_too() -> None:
    with pytest.raises(InputError):
        require_sound(ClientConfig(document="a.yaml", headers={"a\nb": "x"}))
    require_sound(ClientConfig(document="a.yaml", headers={"x-source": "sdk; v=1"}, names={"a": "b.import"}))
