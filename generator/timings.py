"""How long each pass of a run takes, and how much memory the run, for `oasmith generate --timings`."""

import os
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
MEGABYTE = 1_000_000
# What a run consists of, in the order of its results; `import` is that of the generator's own modules.
PASSES = (
    *("import", "load", "overlay", "lower", "infer", "name", "plan"),
    *("describe", "render", "format", "record", "write"),
)


class Seconds(NamedTuple):
    """Seconds of processor time, those of programs that were waited for among them, and of the clock."""

    cpu: float
    wall: float


class Timings:
    """The seconds of each pass.

    They are always taken, for that costs less than a thousandth of a run, and only printed when asked for.
    """

    def __init__(self) -> None:
        self.passes = dict.fromkeys(PASSES, Seconds(0.0, 0.0))
        self._running: str | None = None
        self._since = _now()

    @contextmanager
    def during(self, name: str) -> Generator[None]:
        """Count what happens inside for a pass, and no longer for the pass that this is inside of."""
        outer = self._running
        self._turn_to(name)
        try:
            yield
        finally:
            self._turn_to(outer)

    def each(self, name: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items; what it takes to make them counts for a pass, and what is done with them does not."""
        left = iter(items)
        while True:
            with self.during(name):
                try:
                    item = next(left)
                except StopIteration:
                    return
            yield item

    def _turn_to(self, name: str | None) -> None:
        now = _now()
        if self._running is not None:
            cpu, wall = self.passes[self._running]
            self.passes[self._running] = Seconds(
                cpu + now.cpu - self._since.cpu, wall + now.wall - self._since.wall
            )
        self._running, self._since = name, now


def table(timings: Timings) -> list[str]:
    """Return lines: each pass with its seconds, their sum, and the memory where the system tells it."""
    total = Seconds(*(sum(column) for column in zip(*timings.passes.values(), strict=True)))
    rows = {**timings.passes, "total": total}
    width = max(map(len, rows))
    lines = [f"{'pass':<{width}}  {'cpu s':>7}  {'wall s':>7}"]
    lines += [f"{name:<{width}}  {took.cpu:7.3f}  {took.wall:7.3f}" for name, took in rows.items()]
    peak = _peak()
    return lines if peak is None else [*lines, f"memory at its peak: {peak / MEGABYTE:.0f} MB"]


def _now() -> Seconds:
    spent = os.times()
    children = spent.children_user + spent.children_system
    return Seconds(time.process_time() + children, time.perf_counter())


def _peak() -> int | None:
    """Return the most bytes that this process has had, without the programs that it ran."""
    with suppress(ImportError):  # which is not on Windows
        import resource  # noqa: PLC0415 - where it is

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
    return None
