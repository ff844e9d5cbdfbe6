"""`oasmith generate --watch`: what is generated is brought in step whenever what it is made from changes.

Files are looked at again and again, for that works on every system and on folders of other machines; each run
is a process of its own, so that a change of the templates or of the generator counts, too.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import sleep
from typing import TypeAlias

from generator.config import FILES, ClientConfig
from generator.reading.files import is_url
from generator.writing.manifest import read_manifest
from generator.writing.templates import template_root

INTERVAL = 0.3  # seconds between two looks
_MOST = 3

State: TypeAlias = Mapping[Path, tuple[int, int, int] | None]
"""What tells of each file whether it has changed; None where there is none."""


def watch(run: Callable[[], object], files: Callable[[], Iterable[Path]], say: Callable[[str], None]) -> None:
    """Run something, and again whenever files change, until the keyboard interrupts it.

    Args:
        run: what is run; it does not raise.
        files: which files are looked at; asked after each run, for that may know of others.
        say: tells what changed.
    """
    try:
        known = _state(files())
        while True:
            run()
            # What changes during a run counts as it was before it, so that this is noticed.
            known = {**_state(files()), **known}
            say("watching what it is made from; Ctrl-C ends this")
            while (found := _settled(known)) == known:
                pass
            say(_told([path for path, told in found.items() if told != known[path]]))
            known = found
    except KeyboardInterrupt:
        return


def sources(clients: Iterable[ClientConfig], config: str | None) -> set[Path]:
    """Return the files that packages are made from: documents, overlays, settings and templates."""
    found = {Path(config)} if config else {Path(name) for name in FILES}
    found |= {path for path in template_root().rglob("*") if path.suffix in {".py", ".jinja"}}
    for client in clients:
        found |= {Path(client.document), *map(Path, client.overlays)}
        manifest = read_manifest(Path(client.output) / client.package) or {"inputs": {}}
        found |= {Path(name) for name in manifest["inputs"].get("references", {}) if not is_url(name)}
    return found


def run_again(arguments: Sequence[str]) -> None:
    """Run the program in a process of its own; where the keyboard interrupts, that ends by itself."""
    paths = os.pathsep.join(sys.path)
    command = [sys.executable, "-P", "-m", "generator", *arguments]
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(command, env=environment) as process:  # noqa: S603 - it is this program
        try:
            process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def _settled(known: State) -> State:
    """Return how files are once nobody is writing them."""
    sleep(INTERVAL)
    found = _state(known)
    while found != known and (later := _after(known)) != found:
        found = later
    return found


def _after(files: Iterable[Path]) -> State:
    sleep(INTERVAL)
    return _state(files)


def _state(files: Iterable[Path]) -> State:
    return {path: _told_of(path) for path in files}


def _told_of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _told(changed: Sequence[Path]) -> str:
    more = f" and {len(changed) - _MOST} more" if len(changed) > _MOST else ""
    return f"{', '.join(str(path) for path in sorted(changed)[:_MOST])}{more} changed"
