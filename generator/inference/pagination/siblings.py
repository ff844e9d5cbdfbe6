"""What the operations of one document say about each other: they share parameters and envelopes."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Location
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.choice import ENOUGH, NEAR, winner
from generator.inference.pagination.facts import Argument, Facts
from generator.inference.pagination.rules import Candidate
from generator.inference.pagination.words import key
from generator.ir import Piece
from generator.pages import told_write

LENT = 3
OFTEN = 2  # one other operation may be a mistake, too


def describe(found: Sequence[Facts]) -> list[Facts]:
    """Return facts in which arguments that nothing is said of have what is said of those of their names."""
    said: dict[Hashable, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[Hashable, str], Location] = {}
    for argument in (argument for facts in found for argument in facts.arguments if argument.description):
        said[_same(argument)][argument.description] += 1
        first.setdefault((_same(argument), argument.description), argument.location)
    usual = {same: counts.most_common(1)[0][0] for same, counts in said.items()}
    return [replace(facts, arguments=tuple(_told(facts, usual, first))) for facts in found]


def _told(
    facts: Facts, usual: Mapping[Hashable, str], first: Mapping[tuple[Hashable, str], Location]
) -> Iterator[Argument]:
    for argument in facts.arguments:
        text = "" if argument.description else usual.get(_same(argument), "")
        if text:
            yield replace(argument, description=text, described=first[_same(argument), text])
        else:
            yield argument


def _same(argument: Argument) -> Hashable:
    """Return what arguments have in common that are one thing to the author of a document."""
    return argument.write.place, argument.write.path, argument.kind


def lend(found: Sequence[tuple[Cast, tuple[Candidate, ...]]]) -> list[tuple[Candidate, ...]]:
    """Return the candidates of each operation, with the points that the others lend them."""
    chosen = [winner(cast, own) for cast, own in found]
    sure = [candidate for candidate in chosen if candidate is not None]
    uses = Counter(trait for candidate in sure for trait in (*_traits(candidate), *_names(candidate)))
    sized = Counter(
        member.location
        for (cast, _), candidate in zip(found, chosen, strict=True)
        if candidate is not None and cast.sizes
        for member, _ in cast.urls
    )
    return [tuple(_doubted(_lent(candidate, uses), cast, sized) for candidate in own) for cast, own in found]


def _doubted(candidate: Candidate, cast: Cast, sized: Counter[Location]) -> Candidate:
    """Return a candidate with what speaks against a URL in an envelope that all answers have."""
    read = candidate.read
    if candidate.kind != "url" or read is None or cast.sizes or sized[read.location] < OFTEN:
        return candidate
    sentence = "others with this envelope are asked for a number of items, and this one is not"
    piece = Piece(points=-4, reason="sibling", sentence=sentence, location=candidate.items.location)
    return replace(candidate, pieces=(*candidate.pieces, piece))


def _lent(candidate: Candidate, uses: Counter[Hashable]) -> Candidate:
    """Return a candidate that is nearly enough with the points of those that are."""
    if not NEAR <= candidate.score < ENOUGH:
        return candidate
    traits = [pair for pair in _named_traits(candidate) if uses[pair[1]] >= OFTEN]
    if not traits and candidate.write is not None and candidate.write.write.place == "body":
        # A search in a body is told in the words of the lists beside it, and its own words may say nothing.
        traits = [("name", name) for name in _names(candidate) if uses[name] >= OFTEN]
    pieces = [
        Piece(
            points=LENT,
            reason="sibling",
            sentence=f"{uses[trait]} other operations page with the same {what}",
            location=candidate.items.location,
        )
        for what, trait in traits
    ]
    return replace(candidate, pieces=(*candidate.pieces, *pieces))


def _traits(candidate: Candidate) -> Iterator[Hashable]:
    return (trait for _, trait in _named_traits(candidate))


def _names(candidate: Candidate) -> Iterator[Hashable]:
    if candidate.write is not None:
        yield "name", candidate.kind, key(candidate.write.name), candidate.write.kind


def _named_traits(candidate: Candidate) -> Iterator[tuple[str, Hashable]]:
    """Yield what a candidate may share with others: its argument, and where the response leads on."""
    if candidate.write is not None:
        write = candidate.write
        yield "argument", (candidate.kind, told_write(write.write), write.kind, write.description)
    if candidate.read is not None and candidate.read.read.place == "body":
        yield "response", (candidate.kind, candidate.read.path, candidate.read.location)
