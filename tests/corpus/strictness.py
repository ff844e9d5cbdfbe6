"""A table of the packages of all documents, with what mypy and pyright, both strict, have against each.

Seconds and memory are those of the whole process that generates a package; what the ledger calls approximated
or ignored stands beside them.

pyright, which takes minutes, reads the documents of `SAMPLE`, which have every feature between them. Names of
documents as arguments make it a table of these only, and `--pyright` lets pyright read them all.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from generator.writing.output import MANIFEST  # noqa: E402 - found by the line above
from tests.corpus.documents import Document, documents  # noqa: E402 - the same

# All packages have one name: what they have in common is read by mypy once.
PACKAGE = "corpus_package"
FAULT = re.compile(r": error: .*\[(?P<code>[a-zA-Z-]+)\]$")
# What pyright reads: the largest, and at least one document with each of the corpus's features.
SAMPLE = (
    *(
        "aio-32-querystring",
        "box",
        "datadog-v1",
        "digitalocean",
        "github",
        "lob-bundled",
        "oas-discriminators",
    ),
    *("oas-param-styles", "opencode", "pinterest", "stripe-2021", "supabase-auth", "tgi", "typespec-32-sse"),
    "vonage-messages",
)
# What Linux knows of a process's memory; that of `resource` begins with the parent's.
MEASURED = """\
import pathlib, sys
from generator.cli import main
status = main(sys.argv[1:])
facts = pathlib.Path("/proc/self/status")
print(facts.read_text() if facts.exists() else "")
sys.exit(status)
"""
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
HEAD = (
    f"{'document':22} {'operations':>10} {'models':>6} {'files':>6} {'lines':>8} {'seconds':>8} {'MiB':>5} "
    f"{'approximated':>12} {'ignored':>7} {'errors':>6}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What there is to say about one package."""

    document: Document
    operations: int
    models: int
    files: int
    lines: int
    seconds: float
    memory: int
    approximated: int
    ignored: int
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.document.name:22} {self.operations:10,} {self.models:6,} {self.files:6,} {self.lines:8,} "
            f"{self.seconds:8.2f} {self.memory:5,} {self.approximated:12,} {self.ignored:7,} "
            f"{len(self.faults):6,}"
        )


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a package has a fault."""
    options = _options(arguments)
    say = Console(highlight=False, markup=False, soft_wrap=True).print
    say(HEAD)
    faults: list[str] = []
    chosen = [item for item in documents() if not options.names or item.name in options.names]
    with tempfile.TemporaryDirectory() as memory, ProcessPoolExecutor() as pool:
        for row in pool.map(examine, chosen, repeat(Path(memory)), repeat(options.pyright)):
            say(str(row))
            faults += row.faults
    say(f"\n{len(faults)} errors")
    for code, count in Counter(_code(fault) for fault in faults).most_common():
        say(f"{count:6} {code}")
    say(*faults, sep="\n")
    return 1 if faults else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pyright", action="store_true", help="let pyright read all of them, too")
    parser.add_argument("names", nargs="*", metavar="DOCUMENT")
    return parser.parse_args(arguments)


def examine(document: Document, memory: Path, by_all: bool) -> Row:
    """Return the row of a document, its package made anew.

    Args:
        document: the document.
        memory: a folder for what mypy remembers from one package to the next.
        by_all: whether pyright reads the package, whichever it is.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds, peak = measure(document, folder)
        faults = by_mypy(folder, memory)
        if by_all or document.name in SAMPLE:
            faults += by_pyright(folder)
        files = [path for path in (folder / PACKAGE).rglob("*") if path.is_file()]
        lines = sum(path.read_bytes().count(b"\n") for path in files)
        manifest = json.loads((folder / PACKAGE / MANIFEST).read_bytes())
    return Row(
        document=document,
        operations=len(manifest["operations"]),
        models=len(manifest["models"]) + len(manifest["inline_models"]),
        files=len(files),
        lines=lines,
        seconds=seconds,
        memory=peak,
        approximated=manifest["ledger"]["approximated"],
        ignored=manifest["ledger"]["ignored"],
        faults=tuple(f"{document.name}: {fault}" for fault in faults),
    )


def measure(document: Document, folder: Path) -> tuple[float, int]:
    """Generate a package, and return the seconds and the peak memory, in MiB, of the process that does."""
    command = [sys.executable, "-c", MEASURED, "generate", str(document.path)]
    command += ["--output", str(folder), "--package", PACKAGE]
    start = time.perf_counter()
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    peak = PEAK.search(result.stdout)
    return seconds, int(peak[1]) // 1024 if peak is not None else 0


def by_pyright(output: Path) -> list[str]:
    """Return the errors that pyright finds in a package."""
    settings = {"include": [PACKAGE], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (output / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--outputjson",
        "--pythonpath",
        sys.executable,
        "--project",
        ".",
    ]
    result = subprocess.run(command, cwd=output, capture_output=True, text=True, check=False)
    if result.returncode not in {0, 1}:
        return [f"{PACKAGE}: error: {result.stderr.strip() or result.stdout.strip()} [pyright-failed]"]
    return [
        f"{found['file']}:{found['range']['start']['line'] + 1}: error: "
        f"{' '.join(found['message'].split())} [{found.get('rule', 'syntax')}]"
        for found in json.loads(result.stdout)["generalDiagnostics"]
        if found["severity"] == "error"
    ]


def by_mypy(output: Path, memory: Path) -> list[str]:
    """Return the errors that mypy finds in a package."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-version=3.11"]
    command += [
        # One for each process: mypy does not share one.
        f"--cache-dir={memory / str(os.getpid())}",
        "--no-pretty",
        "-p",
        PACKAGE,
    ]
    result = subprocess.run(command, cwd=output, capture_output=True, text=True, check=False)
    lines = result.stdout.splitlines()
    if result.returncode not in {0, 1} or result.stderr:
        lines.append(f"{PACKAGE}: error: {result.stderr.strip() or result.stdout.strip()} [mypy-failed]")
    return [line for line in lines if FAULT.search(line)]


def _code(fault: str) -> str:
    found = FAULT.search(fault)
    return found["code"] if found else "?"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
