"""`oasmith generate --timings`: the seconds of each pass, on stderr and nowhere else."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from generator.timings import PASSES, Timings
from tests.support.workplace import Workplace


def test_each_pass_has_a_line_with_its_seconds(work: Workplace) -> None:
    head, *rows = work.run("generate", "acme.yaml", "--timings").err.splitlines()
    assert head.split() == ["pass", "cpu", "s", "wall", "s"]
    assert [row.split()[0] for row in rows] == [*PASSES, "total", "memory"]
    took = {row.split()[0]: [float(number) for number in row.split()[1:]] for row in rows[:-1]}
    assert all(took[name][1] > 0 for name in ("lower", "plan", "render", "format", "write"))
    for column in (0, 1):
        assert took["total"][column] == pytest.approx(sum(took[name][column] for name in PASSES), abs=0.01)


def test_what_is_printed_and_written_is_the_same_with_them_and_without(work: Workplace) -> None:
    timed = work.run("generate", "acme.yaml", "--package", "acme", "--timings")
    written = work.contents()
    plain = work.run("generate", "acme.yaml", "--package", "acme")
    assert (timed.status, timed.out) == (plain.status, plain.out)
    assert work.contents() == written
    assert plain.err == ""


def test_several_packages_have_one_table(work: Workplace) -> None:
    clients = (f'[[tool.oasmith.clients]]\ndocument = "acme.yaml"\npackage = "{name}"\n' for name in "ab")
    work.write("pyproject.toml", "\n".join(clients))
    timed = work.run("generate", "--timings")
    assert timed.out.count("2 operations") == 2
    assert timed.err.count("render") == 1


def test_what_runs_inside_a_pass_counts_once() -> None:
    timings = Timings()
    with timings.during("format"):
        lots = list(timings.each("render", _slow()))
    assert lots == ["a", "b"]
    assert timings.passes["render"].wall > timings.passes["format"].wall > 0


def test_programs_that_were_waited_for_count() -> None:
    """Formatting is the work of another program."""
    timings = Timings()
    busy = "import time\nwhile time.process_time() < 0.1: pass"
    with timings.during("format"):
        subprocess.run([sys.executable, "-c", busy], check=True)
    assert timings.passes["format"].cpu > 0.09


def _slow() -> Iterator[str]:
    for item in "ab":
        sum(range(100_000))
        yield item
