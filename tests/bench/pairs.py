"""Two ways to do one thing, measured in turns until the median of their ratio stands still."""

import math
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Self, TypeAlias

Run: TypeAlias = Callable[[], object]

# The ranks so many roots of the number of values from the middle bound the median with 95 % confidence.
_BOUNDS = 0.98
_FEWEST = 5
OURS: Final = "oasmith"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row: one thing done in two ways.

    Attributes:
        what: what is done.
        beside: what the first way is compared with.
        ours: the first way.
        theirs: the second.
        goal: the most of the second's CPU that the first may need.
        by: whose the first way is.
        times: how often a run does it.
        patience: how many times as long as others it may be measured: what it takes depends on more.
    """

    what: str
    beside: str
    ours: Run
    theirs: Run
    goal: float | None = None
    by: str = OURS
    times: int = 1
    patience: int = 1

    @property
    def title(self) -> str:
        """What is done, and by whom where that is not this project."""
        return self.what if self.by == OURS else f"{self.what}, by {self.by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A row that is no ratio: what `take` finds, anew each time, and the most that it may be."""

    what: str
    unit: str
    take: Callable[[], float]
    goal: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long is measured.

    Attributes:
        sample: the seconds of CPU that each way has in a round, at least: what is shorter has several turns.
        within: how well the median shall be known, as a part of it.
        rounds: how many there are at least.
        seconds: how long a row may take, once it had these rounds.
        most: after how many seconds it has enough even without them.
    """

    sample: float = 0.05
    within: float = 0.01
    rounds: int = _FEWEST
    seconds: float = 20
    most: float = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The median of several values, and what they lie between."""

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """Return that of some values."""
        return cls(least=min(values), median=statistics.median(values), most=max(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds that some runs took."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredPair:
    """What was found of a pair: ratios, and the median seconds of doing it once."""

    pair: Pair
    cpu: Spread
    wall: Spread
    ours: Times
    theirs: Times
    rounds: int
    within: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFigure:
    """What was found of a figure."""

    figure: Figure
    values: Spread
    rounds: int


Row: TypeAlias = Pair | Figure
MeasuredRow: TypeAlias = MeasuredPair | MeasuredFigure


def measured(row: Row, effort: Effort) -> MeasuredRow:
    """Return what is found of a row."""
    if isinstance(row, Figure):
        values = [row.take() for _ in range(effort.rounds)]
        return MeasuredFigure(figure=row, values=Spread.of(values), rounds=len(values))
    return _measured_pair(row, effort)


def _measured_pair(pair: Pair, effort: Effort) -> MeasuredPair:
    turns = _turns(pair, effort)
    began = time.perf_counter()
    rounds = [_round(pair, turns)]
    while not _are_enough(rounds, pair, effort, time.perf_counter() - began):
        rounds.append(_round(pair, turns))
    return MeasuredPair(
        pair=pair,
        cpu=Spread.of(_ratios(rounds)),
        wall=Spread.of([ours.wall / theirs.wall for ours, theirs in rounds]),
        ours=_median([ours for ours, _ in rounds], times=pair.times),
        theirs=_median([theirs for _, theirs in rounds], times=pair.times),
        rounds=len(rounds),
        within=uncertainty(_ratios(rounds)),
    )


def _are_enough(rounds: Sequence[tuple[Times, Times]], pair: Pair, effort: Effort, seconds: float) -> bool:
    """Tell whether the median of some rounds stands still, or there is no time for more."""
    if len(rounds) < effort.rounds:
        return seconds > effort.most
    return uncertainty(_ratios(rounds)) <= effort.within or seconds > effort.seconds * pair.patience


def _turns(pair: Pair, effort: Effort) -> int:
    """Return how many turns a round has, after a few that do not count."""
    if not effort.sample:
        return 1
    _round(pair, 1)
    once = min(item.cpu for _ in range(3) for item in _round(pair, 1))
    return math.ceil(effort.sample / max(once, 1e-6))


def _round(pair: Pair, turns: int) -> tuple[Times, Times]:
    """Return what both ways take, at the median of their turns: so it hardly matters what interrupts one."""
    ours, theirs = [], []
    for turn in range(turns):
        # Whoever comes second finds warmer caches, or the other's garbage: both do, in turns.
        if turn % 2:
            theirs.append(taken(pair.theirs))
        ours.append(taken(pair.ours))
        if not turn % 2:
            theirs.append(taken(pair.theirs))
    return _median(ours), _median(theirs)


def taken(run: Run) -> Times:
    """Return what a run takes, with the processes that it waits for."""
    cpu, wall = _cpu(), time.perf_counter()
    run()
    return Times(cpu=_cpu() - cpu, wall=time.perf_counter() - wall)


def _cpu() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _ratios(rounds: Sequence[tuple[Times, Times]]) -> list[float]:
    return [ours.cpu / theirs.cpu for ours, theirs in rounds]


def _median(items: Sequence[Times], *, times: int = 1) -> Times:
    return Times(
        cpu=statistics.median(item.cpu for item in items) / times,
        wall=statistics.median(item.wall for item in items) / times,
    )


def uncertainty(ratios: Sequence[float]) -> float:
    """Return how far the true median may lie from that of these, as a part of it, with 95 % confidence.

    Fewer than five say nothing of that: infinity.
    """
    if len(ratios) < _FEWEST:
        return math.inf
    ordered, middle = sorted(ratios), len(ratios) / 2
    reach = _BOUNDS * math.sqrt(len(ratios))
    low = ordered[max(0, math.floor(middle - reach))]
    high = ordered[min(len(ratios) - 1, math.ceil(middle + reach) - 1)]
    median = statistics.median(ordered)
    return max(median - low, high - median) / median
