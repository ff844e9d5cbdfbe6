"""What the operations of one document say about each other: they share parameters and envelopes."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from generator.diagnostics import Location
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.choice import ENOUGH, NEAR, winner
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.rules import Candidate
from generator.inference.pagination.vocabulary import LEADING
from generator.inference.pagination.words import key
from generator.ir import Piece
from generator.pages import told_write

T = TypeVar("T", Argument, Member)

LENT = 3
OFTEN = 2  # one other operation may be a mistake, too


def describe(found: Sequence[Facts]) -> list[Facts]:
    """Return facts in which values that nothing is said of have what is said of those of their names."""
    arguments = _Told(item for facts in found for item in facts.arguments)
    members = _Told(item for facts in found for item in facts.members if _may_lead(item))
    return [
        replace(
            facts,
            arguments=tuple(map(arguments.of, facts.arguments)),
            members=tuple(members.of(item) if _may_lead(item) else item for item in facts.members),
        )
        for facts in found
    ]


class _Told(Generic[T]):
    """What the operations of a document say of the values that they have in common."""

    def __init__(self, found: Iterable[T]) -> None:
        said: dict[Hashable, dict[str, list[T]]] = defaultdict(dict)
        for item in found:
            text = f"{item.description}{_url_of(item) or ''}"
            if text:
                said[_same(item)].setdefault(text, []).append(item)
        self._usual: dict[Hashable, T] = {same: max(told.values(), key=len)[0] for same, told in said.items()}

    def of(self, item: T) -> T:
        """Return a value with what is said of others of its name, if nothing is said of it."""
        usual = None if item.description or _url_of(item) else self._usual.get(_same(item))
        if usual is None:
            return item
        hints = item.hints if _url_of(usual) is None else replace(item.hints, example=_url_of(usual))
        return replace(item, description=usual.description, hints=hints, described=usual.location)


def _same(item: Argument | Member) -> Hashable:
    """Return what values have in common that are one thing to the author of a document."""
    if isinstance(item, Argument):
        return item.write.place, item.write.path, item.kind
    return item.read.place, item.path, item.kind


def _may_lead(member: Member) -> bool:
    """Tell whether a value of an answer is called what leads to another page."""
    return member.kind in {"text", "any"} and bool(LEADING & {*member.trail})


def _url_of(item: Argument | Member) -> str | None:
    """Return the URL that is an example of a value of an answer."""
    examples = (item.hints.example, item.example) if isinstance(item, Member) else ()
    urls = (
        text for text in examples if isinstance(text, str) and text.startswith(("http://", "https://", "/"))
    )
    return next(urls, None)


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
