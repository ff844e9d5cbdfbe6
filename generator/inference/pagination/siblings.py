"""What the operations of one document say about each other: they share parameters and envelopes."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from generator.inference.pagination.cast import Cast
from generator.inference.pagination.choice import ENOUGH, NEAR, winner
from generator.inference.pagination.rules import Candidate
from generator.ir import Piece
from generator.pages import told_write

LENT = 3
OFTEN = 2  # one other operation may be a mistake, too


def lend(found: Sequence[tuple[Cast, tuple[Candidate, ...]]]) -> list[tuple[Candidate, ...]]:
    """Return the candidates of each operation, with the points that the others lend them."""
    chosen = [winner(cast, own) for cast, own in found]
    uses = Counter(trait for candidate in chosen if candidate is not None for trait in _traits(candidate))
    return [tuple(_lent(candidate, uses) for candidate in own) for _, own in found]


def _lent(candidate: Candidate, uses: Counter[Hashable]) -> Candidate:
    """Return a candidate that is nearly enough with the points of those that are."""
    if not NEAR <= candidate.score < ENOUGH:
        return candidate
    pieces = [
        Piece(
            points=LENT,
            reason="sibling",
            sentence=f"{uses[trait]} other operations page with the same {what}",
            location=candidate.items.location,
        )
        for what, trait in _named_traits(candidate)
        if uses[trait] >= OFTEN
    ]
    return replace(candidate, pieces=(*candidate.pieces, *pieces))


def _traits(candidate: Candidate) -> Iterator[Hashable]:
    return (trait for _, trait in _named_traits(candidate))


def _named_traits(candidate: Candidate) -> Iterator[tuple[str, Hashable]]:
    """Yield what a candidate may share with others: its argument, and where the response leads on."""
    if candidate.write is not None:
        write = candidate.write
        yield "argument", (candidate.kind, told_write(write.write), write.kind, write.description)
    if candidate.read is not None and candidate.read.read.place == "body":
        yield "response", (candidate.kind, candidate.read.path, candidate.read.location)
