"""A package changes in one step, whatever ends the run, and whatever of it cannot be changed."""

import hashlib
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.diagnostics import InputError
from generator.writing import exclusion, swap
from generator.writing.exclusion import alone
from generator.writing.output import differences, exclusive, put
from generator.writing.ownership import MANIFEST
from tests.support.folders import contents

ROOT = Path(__file__).parents[2]
ALL = os.environ.get("OASMITH_THOROUGH") == "all"
KILLS, PAIRS, SIZES = (200, 50, 10) if ALL else (8, 2, 3)
COUNT = 60
MINE = {"mine.py": b"mine = 1\n", "parts/mine/deep.txt": b"deep\n"}

# Writes one tree over the other until it is ended.
WRITER = """\
import sys
from pathlib import Path
from tests.writing.test_swap import replace
first, times = int(sys.argv[2]), int(sys.argv[3])
package = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(first, first + times):
    replace(package, turn % 2)
"""


def tree(turn: int) -> dict[str, bytes]:
    """One of two trees that have files in common, files that differ, and files that only one has."""
    files = {f"parts/{index}.py": f"{turn} {index}\n".encode() * 50 for index in range(COUNT)}
    files |= {"same.py": b"same = 1\n", f"only/{turn}/a.py": b"a\n", f"b{turn}.py": b"b\n"}
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    listed = {path: f"sha256:{digest}" for path, digest in digests.items()}
    return {**files, MANIFEST: json.dumps({"turn": turn, "files": listed}).encode()}


def owned_in(package: Path) -> dict[str, str]:
    path = package / MANIFEST
    return json.loads(path.read_bytes())["files"] if path.exists() else {}


def start(package: Path, turn: int, times: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITER, str(package), str(turn), str(times)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    return child


def require_whole(package: Path) -> int:
    """Return which of the two trees is there; nothing is of the other one, and what is mine is there."""
    turn = json.loads((package / MANIFEST).read_bytes())["turn"]
    found = {path: content for path, content in contents(package).items() if content is not None}
    assert found == {**tree(turn), **MINE}
    return turn


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return make_package(tmp_path)


def make_package(folder: Path) -> Path:
    package = folder / "acme"
    put(differences(tree(0), package, {}), package)
    for path, content in MINE.items():
        (package / path).parent.mkdir(exist_ok=True)
        (package / path).write_bytes(content)
    return package


def replace(package: Path, turn: int = 1) -> None:
    with exclusive(package):
        put(differences(tree(turn), package, owned_in(package)), package)


def test_what_stays_keeps_its_time_its_links_and_its_permissions(package: Path) -> None:
    (package / "mine.py").chmod(0o600)
    (package / "parts/0.py").chmod(0o664)
    (package / "parts/mine").chmod(0o750)
    (package / "link").symlink_to("nowhere")
    (package / "empty").mkdir()
    kept = {name: (package / name).stat() for name in ("same.py", "mine.py")}
    replace(package)
    assert (package / "link").readlink() == Path("nowhere")
    (package / "link").unlink()
    assert require_whole(package) == 1
    assert (package / "empty").is_dir()
    assert not (package / "only/0").exists()
    for name, before in kept.items():
        after = (package / name).stat()
        assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert stat.S_IMODE((package / "parts/0.py").stat().st_mode) == 0o664
    assert stat.S_IMODE((package / "parts/mine").stat().st_mode) == 0o750
    assert list(package.parent.iterdir()) == [package]


def test_nothing_is_touched_where_nothing_differs(package: Path) -> None:
    before = package.stat()
    replace(package, 0)
    assert (package.stat().st_ino, package.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_kills(package: Path) -> None:
    chance = random.Random(1)
    for _ in range(KILLS):
        child = start(package, 1 - require_whole(package), 1_000)
        time.sleep(chance.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        turn = require_whole(package)
        replace(package, 1 - turn)
        assert require_whole(package) == 1 - turn
        assert list(package.parent.iterdir()) == [package]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child does nothing but write files
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_kill_at_each_step(can_exchange: bool, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call that changes something may be the last one; nothing is cleaned up then."""
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda _, __: False)
    status, step = 1, 0
    while status:
        child = os.fork()
        if child == 0:
            _end_at(step)
            replace(package)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert status in {0, signal.SIGKILL}
        if can_exchange or package.exists():  # else it is the one moment that the next run undoes
            require_whole(package)
        replace(package, 0)
        assert require_whole(package) == 0
        assert list(package.parent.iterdir()) == [package]
        step += 1 if ALL else 12
    assert step > COUNT


def _end_at(step: int) -> None:
    """Kill this process when it is about to change something for so many times."""
    count = 0

    def watch(event: str, _: object) -> None:
        nonlocal count
        if event != "os.kill" and (event == "open" or event.startswith("os.")):
            count += 1
            if count > step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def test_pairs_of_processes(package: Path) -> None:
    for _ in range(PAIRS):
        pair = [start(package, turn, 4) for turn in (0, 1)]
        assert [(child.communicate()[1], child.returncode) for child in pair] == [(b"", 0), (b"", 0)]
        require_whole(package)
        assert list(package.parent.iterdir()) == [package]


def test_another_process_that_does_not_end(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exclusion, "PATIENCE", 0.1)
    with alone(package), pytest.raises(InputError) as fault:
        replace(package)
    assert [item.message for item in fault.value.diagnostics] == [
        "another oasmith is writing this package; run it again when that has ended"
    ]
    assert require_whole(package) == 0
    replace(package)
    assert require_whole(package) == 1


def test_the_lock_of_a_process_that_has_died(package: Path) -> None:
    (package.parent / ".oasmith-acme.lock").write_text("")
    replace(package)
    assert list(package.parent.iterdir()) == [package]


@pytest.mark.parametrize("size", range(SIZES))
def test_a_full_disk(size: int, tmp_path: Path) -> None:
    room = 400 + size * 1_200 // SIZES
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs"):
        package = make_package(tmp_path / "disk")
        (package.parent / "filler").write_bytes(b"x" * (size * 60 * 1024 // SIZES))
        said = ""
        try:
            replace(package)
        except InputError as fault:
            said = str(fault.diagnostics[0])
        assert ("package cannot be written: No space left on device" in said) == (said != "")
        assert require_whole(package) == (0 if said else 1)
        assert sorted(path.name for path in package.parent.iterdir()) == ["acme", "filler"]


def test_files_that_may_not_grow(package: Path) -> None:
    """The disk is full at each of many moments."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n{WRITER}"
    command = [sys.executable, "-c", limit, str(package), "1", "1"]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (child.returncode, "File too large" in child.stderr) == (1, True)
    assert require_whole(package) == 0
    assert list(package.parent.iterdir()) == [package]


@pytest.mark.parametrize("where", ["acme", "acme/parts", "acme/mine.py"])
def test_a_mount(where: str, package: Path, tmp_path: Path) -> None:
    place = tmp_path / where
    if place.is_dir():
        shutil.copytree(place, tmp_path / "other")
        (tmp_path / "other").rename(tmp_path / "copy")
    else:
        shutil.copy(place, tmp_path / "copy")
    with mounted(place, "--bind", str(tmp_path / "copy")), pytest.raises(InputError, match="is mounted here"):
        replace(package)
    assert require_whole(package) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acme", "copy"]


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[None]:
    place.parent.mkdir(exist_ok=True)
    if not place.exists():
        place.mkdir()
    command = ["mount", *options, str(place)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("path", ["parts/3.py", "same.py", "only/0/a.py", "mine.py", "parts", "."])
def test_what_is_immutable(path: str, package: Path) -> None:
    target = package / path
    if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", target], check=False).returncode:
        pytest.skip("nothing can be made immutable here")
    try:
        with pytest.raises(InputError) as fault:
            replace(package)
        assert [item.location.file for item in fault.value.diagnostics] == [str(target)]
    finally:
        subprocess.run(["chattr", "-i", target], check=True)
    assert require_whole(package) == 0
    assert list(package.parent.iterdir()) == [package]


@pytest.mark.parametrize(("path", "status"), [("parts", 1), ("parts/mine", 0), (".", 1), ("..", 1)])
def test_a_folder_that_is_read_only(path: str, status: int) -> None:
    """Only what has to change in it stands in the way."""
    with tempfile.TemporaryDirectory() as folder:  # other users may enter it
        _write_as_another_user(make_package(Path(folder)), path, status)


def _write_as_another_user(package: Path, path: str, status: int) -> None:
    target = package / path
    target.chmod(0o555)
    try:
        command = [sys.executable, "-c", f"{_OTHER_USER}\n{WRITER}", str(package), "1", "1"]
        for place in (package.parent, *package.parent.rglob("*")):
            os.chown(place, 65534, 65534)
        child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert child.returncode == status, child.stderr
        assert stat.S_IMODE(target.stat().st_mode) == 0o555
    finally:
        target.chmod(0o755)
    assert require_whole(package) == 1 - status
    assert list(package.parent.iterdir()) == [package]


_OTHER_USER = """\
import os
import tests.writing.test_swap, generator.writing.output
if os.geteuid() == 0:
    os.setuid(65534)
"""


def test_a_package_that_is_a_link(package: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    package.rename(tmp_path / "elsewhere/real")
    package.symlink_to("elsewhere/real")
    with exclusive(package, follow=True):
        put(differences(tree(1), package, owned_in(package), follow=True), package, follow=True)
    assert package.is_symlink()
    assert require_whole(package) == 1
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["real"]


def test_a_file_that_came_while_it_was_written(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_places = swap._change_places

    def slow(folder: Path, stage: str, old: str) -> str | None:
        (folder / "mine.py").unlink()
        (folder / "mine.py").write_bytes(b"mine = 2\n")
        (folder / "parts/new.txt").write_bytes(b"new\n")
        return change_places(folder, stage, old)

    monkeypatch.setattr(swap, "_change_places", slow)
    replace(package)
    assert (package / "mine.py").read_bytes() == b"mine = 2\n"
    assert (package / "parts/new.txt").read_bytes() == b"new\n"
