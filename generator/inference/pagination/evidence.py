"""Evidence: points for what something is taken for, each with a sentence and a place."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, TypeAlias

from generator.diagnostics import Location
from generator.ir import Piece
from generator.records import dataclass

Reason: TypeAlias = Literal[
    "name",
    "prose",
    "pair",
    "header",
    "sibling",
    "example",
    "format",
    "shape",
    "size",
    "total",
    "flag",
    "link",
]


@dataclass(slots=True)
class Case:
    """The evidence for one thing, growing."""

    pieces: list[Piece] = field(default_factory=list[Piece])

    @property
    def points(self) -> int:
        """What all of it counts together."""
        return sum(piece.points for piece in self.pieces)

    def add(self, points: int, reason: Reason, sentence: str, location: Location) -> None:
        """Add a piece; what counts nothing is none."""
        if points:
            self.pieces.append(Piece(points=points, reason=reason, sentence=sentence, location=location))

    def also(self, pieces: Iterable[Piece]) -> None:
        """Add pieces of something that this depends on."""
        self.pieces += pieces
