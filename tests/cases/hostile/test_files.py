"""A repository that somebody else has prepared: links, pipes, manifests, locks and settings of all shapes."""

import json
import os
import socket
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.reading import files
from generator.reading.files import digest, read_file, read_listed, read_parts
from generator.reading.lock import Pin, lock_path, write_lock
from generator.writing.ownership import NOTICE
from tests.cases.hostile.conftest import generate
from tests.support.documents import NOTES
from tests.support.folders import contents

ROOT = Path(__file__).parents[3]
SECRET = "type: object\nproperties: {top_secret: {type: string}}\n"


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
        (folder / "acme.yaml").write_text(NOTES.replace("text:", "words:"))
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
    (folder / "acme.yaml").write_text(NOTES.replace("text:", "words:"))
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
        (folder / "acme.yaml").write_text(NOTES.replace("#/components", "parts.yaml#/components"))
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
        (folder / "acme.yaml").write_text(NOTES.replace("#/components/schemas/Note", given))
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
        (folder / "acme.yaml").write_text(NOTES.replace("#/components/schemas/Note", "note.yaml"))
        assert generate() == 0

    def test_configured(self, folder: Path) -> None:
        (folder / "api").mkdir()
        (folder / "api/acme.yaml").write_text(NOTES.replace("#/components/schemas/Note", "../note.yaml"))
        (folder / "note.yaml").write_text(SECRET)
        settings = '[[clients]]\ndocument = "api/acme.yaml"\npackage = "acme"\n'
        (folder / "oasmith.toml").write_text(settings)
        assert main(["generate"]) == 2
        (folder / "oasmith.toml").write_text(f'{settings}root = "."\n')
        assert main(["generate"]) == 0
        assert main(["check"]) == 0
