"""A table of the packages of all documents, with what `mypy --strict` has against each.

`make corpus-types` runs it; names of documents as arguments make it a table of these only.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from generator.pipeline import generate  # noqa: E402 - found by the line above
from tests.corpus.documents import Document, documents  # noqa: E402 - the same

FAULT = re.compile(r": error: .*\[(?P<code>[a-z-]+)\]$")
HEAD = (
    f"{'document':22} {'operations':>10} {'models':>6} {'files':>6} {'lines':>8} {'seconds':>8} {'errors':>6}"
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
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.document.name:22} {self.operations:10,} {self.models:6,} {self.files:6,} {self.lines:8,} "
            f"{self.seconds:8.2f} {len(self.faults):6,}"
        )


def main(names: list[str]) -> int:
    """Print the table; return 1 where a package has a fault."""
    say = Console(highlight=False, markup=False, soft_wrap=True).print
    say(HEAD)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for document in documents():
            if not names or document.name in names:
                row = examine(document, Path(folder))
                say(str(row))
                faults += row.faults
    say(f"\n{len(faults)} errors")
    for code, count in Counter(_code(fault) for fault in faults).most_common():
        say(f"{count:6} {code}")
    say(*faults, sep="\n")
    return 1 if faults else 0


def examine(document: Document, output: Path) -> Row:
    """Return the row of a document, its package made anew."""
    start = time.perf_counter()
    package = generate(document.config(output))
    seconds = time.perf_counter() - start
    return Row(
        document=document,
        operations=len(package.manifest["operations"]),
        models=len(package.understood.api.definitions),
        files=len(package.files),
        lines=sum(content.count(b"\n") for content in package.files.values()),
        seconds=seconds,
        faults=tuple(check(output, document.package)),
    )


def check(output: Path, package: str) -> list[str]:
    """Return the errors that mypy finds in a package."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-version=3.11"]
    command += [
        f"--cache-dir={Path(tempfile.gettempdir()) / 'oasmith-corpus-mypy'}",
        "--no-pretty",
        "-p",
        package,
    ]
    result = subprocess.run(command, cwd=output, capture_output=True, text=True, check=False)
    lines = result.stdout.splitlines()
    if result.returncode not in {0, 1} or result.stderr:
        lines.append(f"{package}: error: {result.stderr.strip() or result.stdout.strip()} [mypy-failed]")
    return [line for line in lines if FAULT.search(line)]


def _code(fault: str) -> str:
    found = FAULT.search(fault)
    return found["code"] if found else "?"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
