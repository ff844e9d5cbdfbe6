"""A repository that somebody else has prepared: links, pipes, manifests, locks and settings of all shapes."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
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
from generator.reading import files
from generator.reading.files import digest, read_file, read_listed, read_parts
from generator.reading.lock import Pin, lock_path, write_lock
from generator.writing.manifest import read_manifest
from generator.writing.ownership import NOTICE
from tests.support.folders import contents

ROOT = Path(__file__).parents[3]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
paths:
  /notes:
    get:
      operationId: list_notes
      tags: [notes]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
components: {schemas: {Note: {type: object, properties: {text: {type: string}}}}}
"""
SECRET = "type: object\nproperties: {top_secret: {type: string}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository beside which there are files of others."""
    (tmp_path / "repository").mkdir()
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim/keep.py").write_text("keep = 1\n")
    (tmp_path / "repository/acme.yaml").write_text(DOCUMENT)
    monkeypatch.chdir(tmp_path / "repository")
    return tmp_path / "repository"


def run(*arguments: str, stdin: int | None = None) -> tuple[int, str]:
    """Run a command in a process of its own, which has to end; return its status and its faults."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=stdin,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def generate(*arguments: str) -> int:
    return main(["generate", "acme.yaml", *arguments])


def change_manifest(folder: Path, change: Any) -> None:
    path = folder / "acme/oasmith.json"
    manifest = json.loads(path.read_bytes())
    change(manifest)
    path.write_text(json.dumps(manifest))


class TestLinks:
    @pytest.mark.parametrize("linked", ["acme", "acme/models", "acme/_async", "acme/_runtime"])
    def test_nothing_is_written_through_one(
        self, linked: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        victim = folder.parent / "victim"
        (folder / linked).parent.mkdir(exist_ok=True)
        (folder / linked).symlink_to(victim)
        before = contents(folder.parent)
        assert generate() == 2
        assert (
            f"{linked}: error[linked-folder]: this is a link, and nothing is written"
            in capsys.readouterr().err
        )
        assert contents(folder.parent) == before

    def test_one_that_leads_nowhere(self, folder: Path) -> None:
        (folder / "acme").symlink_to(folder.parent / "new")
        assert generate() == 2
        assert not (folder.parent / "new").exists()

    def test_one_that_is_configured(self, folder: Path) -> None:
        (folder / "acme").symlink_to(folder.parent / "victim")
        (folder / "oasmith.toml").write_text('[[clients]]\ndocument = "acme.yaml"\nfollow_link = true\n')
        assert main(["generate"]) == 0
        assert (folder.parent / "victim/oasmith.json").is_file()
        assert (folder.parent / "victim/keep.py").is_file()

    def test_the_output_folder_may_be_one(self, folder: Path) -> None:
        (folder / "src").symlink_to(folder.parent / "victim")
        assert generate("--output", "src") == 0
        assert (folder.parent / "victim/acme/oasmith.json").is_file()

    def test_a_file_that_is_one_is_replaced(self, folder: Path) -> None:
        assert generate() == 0
        keep = folder.parent / "victim/keep.py"
        for path in ("acme/errors.py", "acme/oasmith.json"):
            (folder / path).unlink()
            (folder / path).symlink_to(keep)
        (folder / "acme.yaml").write_text(DOCUMENT.replace("text:", "words:"))
        # The manifest is gone, and with it who has made the other one.
        assert generate() == 2
        (folder / "acme/errors.py").unlink()
        assert generate() == 0
        assert not (folder / "acme/oasmith.json").is_symlink()
        assert keep.read_text() == "keep = 1\n"

    def test_a_file_that_is_one_to_the_same_is_out_of_date(self, folder: Path) -> None:
        assert generate() == 0
        copy = folder.parent / "victim/errors.py"
        (folder / "acme/errors.py").rename(copy)
        (folder / "acme/errors.py").symlink_to(copy)
        assert main(["check", "acme.yaml"]) == 1
        assert generate() == 0
        assert not (folder / "acme/errors.py").is_symlink()
        assert copy.is_file()

    @pytest.mark.parametrize("linked", ["errors.py", "README.md"])
    @pytest.mark.parametrize("target", ["other", "nowhere", "/dev/zero", "folder"])
    def test_what_one_leads_to_is_not_lost(
        self, linked: str, target: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert generate() == 0
        path = folder / "acme" / linked
        text = path.read_text()
        path.unlink()
        (folder / "other").write_text(f"{text}MINE = 1\n")
        (folder / "folder").mkdir()
        path.symlink_to(target if target.startswith("/") else folder / target)
        before = contents(folder)
        capsys.readouterr()
        assert main(["check", "acme.yaml"]) == 1
        out = capsys.readouterr().out
        assert f"  acme/{linked} is a link, and no file of its own\n" in out
        assert f"  `oasmith generate` refuses acme/{linked}: this " in out
        assert "is missing" not in out
        assert generate() == 2
        assert f"acme/{linked}: error[foreign-file]: this " in capsys.readouterr().err
        assert contents(folder) == before
        path.unlink()
        assert generate() == 0

    def test_what_is_behind_a_folder_that_is_one_is_not_missing(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert generate() == 0
        (folder / "acme/models").rename(folder / "models")
        (folder / "acme/models").symlink_to(folder / "models")
        capsys.readouterr()
        assert main(["check", "acme.yaml"]) == 1
        out = capsys.readouterr().out
        assert "  acme/models/note.py is behind acme/models, which is a link\n" in out
        assert "  `oasmith generate` refuses acme/models: this is a link" in out

    def test_what_cannot_be_read_is_not_overwritten(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert generate() == 0
        _make(folder / "acme/errors.py", "huge")
        capsys.readouterr()
        assert main(["check", "acme.yaml"]) == 1
        assert "  acme/errors.py cannot be read: it is larger than" in capsys.readouterr().out
        assert generate() == 2
        assert (folder / "acme/errors.py").stat().st_size == 2**40

    def test_the_lock_and_its_stage(self, folder: Path) -> None:
        """What stands where a lock is laid before it is moved into its place leads nowhere."""
        keep = folder.parent / "victim/keep.py"
        (folder / ".oasmith.lock.new").symlink_to(keep)
        (folder / "oasmith.lock").symlink_to(keep)
        pin = Pin(digest=digest(b""), packages=("acme",))
        write_lock(lock_path("acme.yaml"), {"https://example.com/a": pin})
        assert keep.read_text() == "keep = 1\n"
        assert not (folder / "oasmith.lock").is_symlink()

    def test_init_writes_through_none(self, folder: Path) -> None:
        keep = folder.parent / "victim/keep.py"
        (folder / "oasmith.toml").symlink_to(keep)
        assert main(["init", "acme.yaml", "--write", "--config", os.devnull]) == 2
        assert keep.read_text() == "keep = 1\n"


class TestRemoval:
    @pytest.mark.parametrize(
        "path",
        [
            *("../../victim/keep.py", "../acme.yaml", "{parent}/victim/keep.py", "a/../../../victim/keep.py"),
            *(
                "linked/keep.py",
                "mine.py",
                "..",
                ".",
                "",
                "/",
                "mine.py/",
                "a\0b",
                "\\..\\x",
                "C:\\x",
                "~/x",
                "models",
            ),
        ],
    )
    @pytest.mark.parametrize("known", ["right", "wrong"])
    def test_what_a_manifest_lists(self, path: str, known: str, folder: Path) -> None:
        assert generate() == 0
        (folder / "acme/mine.py").write_text("mine = 1\n")
        (folder / "acme/linked").symlink_to(folder.parent / "victim")
        if known == "right" and path == "mine.py":
            return  # its own digest is all that tells a file of ours
        listed = path.format(parent=folder.parent)
        hashes = {"right": digest(b"keep = 1\n"), "wrong": "sha256:0"}
        change_manifest(folder, lambda manifest: manifest["files"].update({listed: hashes[known]}))
        before = contents(folder.parent)
        del before["repository/acme/oasmith.json"]
        assert main(["check", "acme.yaml"]) == 1
        assert generate() == 0
        after = contents(folder.parent)
        del after["repository/acme/oasmith.json"]
        assert after == before
        assert (folder / "acme/linked").is_symlink()

    def test_what_says_that_it_is_generated(self, folder: Path) -> None:
        assert generate() == 0
        (folder / "acme/old.py").write_text(f"# Rendered from x. {NOTICE}\nedited = 1\n")
        (folder / "acme/mine.py").write_text("edited = 1\n")
        listed = {"old.py": "sha256:0", "mine.py": "sha256:0"}
        change_manifest(folder, lambda manifest: manifest["files"].update(listed))
        assert generate() == 1  # what it was made as is not known, so it may have been edited
        assert (folder / "acme/old.py").is_file()
        change_manifest(folder, lambda manifest: manifest["files"].update(listed))
        assert main(["generate", "acme.yaml", "--discard-edits"]) == 0
        assert not (folder / "acme/old.py").exists()
        assert (folder / "acme/mine.py").is_file()

    def test_a_header_does_not_help_outside(self, folder: Path) -> None:
        assert generate() == 0
        keep = folder.parent / "victim/keep.py"
        keep.write_text(f"# Rendered from x. {NOTICE}\n")
        (folder / "acme/link.py").symlink_to(keep)
        listed = {"../../victim/keep.py": digest(keep.read_bytes()), "link.py": digest(keep.read_bytes())}
        change_manifest(folder, lambda manifest: manifest["files"].update(listed))
        assert generate() == 0
        assert keep.is_file()
        assert (folder / "acme/link.py").is_symlink()


def test_permissions_are_kept(folder: Path) -> None:
    assert generate() == 0
    path = folder / "acme/models/note.py"
    path.chmod(0o664)
    (folder / "acme.yaml").write_text(DOCUMENT.replace("text:", "words:"))
    assert generate() == 0
    assert "words" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_nothing_is_left_beside(folder: Path) -> None:
    assert generate() == 0
    assert sorted(path.name for path in folder.iterdir()) == ["acme", "acme.yaml"]


@pytest.mark.parametrize("kind", ["fifo", "zero", "folder", "huge", "socket"])
@pytest.mark.parametrize(
    "place", ["document", "overlay", "reference", "config", "lock", "manifest", "generated", "pyproject"]
)
def test_only_ordinary_files_are_read(kind: str, place: str, folder: Path) -> None:
    """Each command ends; what cannot be read is a sentence."""
    assert generate() == 0
    name = {
        "document": "thing.yaml",
        "overlay": "thing.yaml",
        "reference": "parts.yaml",
        "config": "oasmith.toml",
        "pyproject": "pyproject.toml",
        "lock": "oasmith.lock",
        "manifest": "acme/oasmith.json",
        "generated": "acme/errors.py",
    }[place]
    path = folder / name
    path.unlink(missing_ok=True)
    _make(path, kind)
    arguments = ["acme.yaml"]
    if place == "document":
        arguments = ["thing.yaml"]
    elif place == "overlay":
        arguments += ["--overlay", "thing.yaml"]
    elif place == "reference":
        (folder / "acme.yaml").write_text(DOCUMENT.replace("#/components", "parts.yaml#/components"))
    elif place == "lock":
        arguments += ["--allow-remote"]
    for command in ("check", "generate") if kind == "fifo" else ("generate",):
        status, said = run(command, *arguments)
        if place == "lock" and command == "check":  # which needs none: nothing is from elsewhere
            assert status == 0
        elif place in {"document", "overlay", "config", "pyproject", "lock"}:
            assert status == 2
            assert said.count("\n") == 1
        elif place == "reference":  # a folder is no file, and so a missing one
            assert status == (2 if kind != "folder" else {"check": 3, "generate": 0}[command])


def _make(path: Path, kind: str) -> None:
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "zero":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case "socket":
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(os.path.relpath(path))
        case _:
            with path.open("wb") as file:
                file.truncate(2**40)


def test_a_file_that_does_not_tell_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_SIZE", 10)
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert read_file(tmp_path / "a") == b"x" * 10
    with pytest.raises(OSError, match="larger than"):
        read_file("/proc/self/status")
    assert b"".join(read_parts(tmp_path / "a")) == b"x" * 10
    with pytest.raises(OSError, match="larger than"):
        list(read_parts("/proc/self/status"))


@pytest.mark.parametrize("size", [0, 1, 2**16 - 1, 2**16, 2**16 + 1, 2**18])
def test_a_listed_file_is_read_whole(tmp_path: Path, size: int) -> None:
    content = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    (tmp_path / "a").write_bytes(content)
    assert read_listed(f"{tmp_path}/a") == read_file(tmp_path / "a") == b"".join(read_parts(tmp_path / "a"))


@pytest.mark.parametrize("kind", ["fifo", "zero", "folder", "socket"])
def test_what_takes_the_place_of_a_listed_file_is_not_waited_for(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _make(tmp_path / "a", kind)
    with suppress(OSError):
        assert read_listed("a") == b""


class TestReferences:
    @pytest.mark.parametrize(
        "ref",
        [
            "../victim/secret.yaml",
            "{parent}/victim/secret.yaml",
            "linked/secret.yaml",
            "link.yaml",
            "a/../../victim/secret.yaml",
        ],
    )
    def test_they_stay_below_the_documents_folder(
        self, ref: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder.parent / "victim/secret.yaml").write_text(SECRET)
        (folder / "linked").symlink_to(folder.parent / "victim")
        (folder / "link.yaml").symlink_to(folder.parent / "victim/secret.yaml")
        given = ref.format(parent=folder.parent)
        (folder / "acme.yaml").write_text(DOCUMENT.replace("#/components/schemas/Note", given))
        assert generate() == 2
        err = capsys.readouterr().err
        assert "error[outside-root]: " in err
        assert "it is outside of the folder 'repository'; allow it with --root" in err
        assert not (folder / "acme").exists()
        assert generate("--root", "..") == 0
        assert any(b"top_secret" in path.read_bytes() for path in (folder / "acme/models").glob("*.py"))

    def test_a_link_below_it_may_lead_below_it(self, folder: Path) -> None:
        (folder / "parts").mkdir()
        (folder / "parts/note.yaml").write_text(SECRET)
        (folder / "note.yaml").symlink_to("parts/note.yaml")
        (folder / "acme.yaml").write_text(DOCUMENT.replace("#/components/schemas/Note", "note.yaml"))
        assert generate() == 0

    def test_configured(self, folder: Path) -> None:
        (folder / "api").mkdir()
        (folder / "api/acme.yaml").write_text(DOCUMENT.replace("#/components/schemas/Note", "../note.yaml"))
        (folder / "note.yaml").write_text(SECRET)
        settings = '[[clients]]\ndocument = "api/acme.yaml"\npackage = "acme"\n'
        (folder / "oasmith.toml").write_text(settings)
        assert main(["generate"]) == 2
        (folder / "oasmith.toml").write_text(f'{settings}root = "."\n')
        assert main(["generate"]) == 0
        assert main(["check"]) == 0


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
    for place, wrong in _mutations(right):
        (folder / "oasmith.lock").write_text(json.dumps(_mutated(right, place, wrong)))
        status = main(["generate", "acme.yaml", "--allow-remote"])
        err = capsys.readouterr().err
        assert status in {0, 2}, (place, wrong)
        assert status == 0 or err.startswith("oasmith.lock: error[bad-lock]: "), (place, wrong)
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
