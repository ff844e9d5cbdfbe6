"""Which of the candidates it is: the best above the threshold, in the order of what evidence is worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.inference.pagination import prose
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.rules import NAMES_THE_OTHER, PREVIOUS_RELATION, Candidate, Cast
from generator.inference.pagination.words import words
from generator.pages import PageKind, PageSize, Pagination, Read, Turn, Write

ENOUGH = 10
NEAR = 6
# Evidence of one kind is worth more than of another, whatever the points: a URL says where it leads.
ORDER: tuple[PageKind, ...] = ("link", "url", "cursor", "item", "page", "offset")
FIRST_PAGE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen, if anything was, and what came near.

    Attributes:
        chosen: the candidate.
        pagination: how it links pages.
        near: candidates that were not enough, the nearest first.
    """

    chosen: Candidate | None
    pagination: Pagination | None
    near: tuple[Candidate, ...] = ()


def choose(cast: Cast, found: Sequence[Candidate]) -> Choice:
    """Return the candidate that wins, as a record, and what came near."""
    best = winner(cast, found)
    near = sorted(
        (item for item in found if item.score >= NEAR and item is not best), key=lambda item: -item.score
    )
    pagination = None if best is None else record(cast, best)
    return Choice(chosen=best, pagination=pagination, near=tuple(near))


def winner(cast: Cast, found: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate that wins; None where none is enough, or two are as good."""
    fit = [item for item in found if item.score >= ENOUGH and not item.rivals]
    fit = _without_conditional(cast.facts, fit)
    best = min(fit, key=_rank, default=None)
    return None if best is None or _is_undecided(best, fit) else best


def _rank(candidate: Candidate) -> tuple[int, int]:
    named = any(piece.reason == "prose" and piece.points == NAMES_THE_OTHER for piece in candidate.pieces)
    kind = candidate.kind
    if kind == "url" and not {"format", "example", "prose"} & {*candidate.reasons}:
        kind = "cursor"  # a URL by its name alone is no better than a token by its name
    return (0 if named else 1 + ORDER.index(kind), -candidate.score)


def _is_undecided(best: Candidate, fit: Iterable[Candidate]) -> bool:
    """Tell whether another candidate of the same kind, with another argument, is as good."""
    return any(
        item.kind == best.kind
        and _rank(item) == _rank(best)
        and (item.write, item.read) != (best.write, best.read)
        for item in fit
    )


def _without_conditional(facts: Facts, fit: list[Candidate]) -> list[Candidate]:
    """Return the candidates without cursors that the server gives only when a flag asks for them."""
    if not any(item.kind in {"offset", "page"} for item in fit):
        return fit
    return [item for item in fit if item.kind != "cursor" or _switch(facts, item) is None]


def _switch(facts: Facts, candidate: Candidate) -> Argument | None:
    """Return the flag among the arguments that asks for a cursor."""
    name = candidate.write.name if candidate.write is not None else ""
    for argument in facts.arguments:
        if argument.kind == "flag" and name:
            said = words(argument.description.replace("-", " "))
            if name.lower() in argument.name.lower() or (
                {*words(name)} <= {*said} and prose.says(prose.PAGING, argument.description)
            ):
                return argument
    return None


# --- the record ---


def record(cast: Cast, chosen: Candidate) -> Pagination:
    """Return a candidate as a record, with the ends and the size that go with it."""
    size = cast.size_beside(chosen.write)
    return Pagination(
        kind=chosen.kind,
        items=chosen.items.path,
        next=_turn(chosen),
        previous=_previous(cast, chosen),
        more=_read(cast.more),
        done=_read(cast.done),
        total=_read([(member, case) for member, case in cast.totals if case.points > 1]),
        total_pages=_read(cast.total_pages) if chosen.kind == "page" else None,
        current=_read(cast.currents) if chosen.kind == "page" else None,
        size=None if size is None else _size(size[0]),
        first=first_of(chosen.write, chosen.kind) if chosen.write is not None else FIRST_PAGE,
        score=chosen.score,
        reasons=chosen.reasons,
    )


def _turn(chosen: Candidate) -> Turn:
    write = chosen.write.write if chosen.write is not None else Write(place="url")
    match chosen.kind:
        case "page" | "offset":
            return Turn(read=Read(place="count"), write=write)
        case "item":
            return Turn(read=Read(place="item", path=chosen.field), write=write)
        case "link":
            read = Read(place="header", path=("Link",), relation="next")
            return Turn(read=read, write=Write(place="url"))
        case _:
            assert chosen.read is not None
            read = Read(place=chosen.read.read.place, path=chosen.read.path, query=chosen.query)
            return Turn(read=read, write=write)


def _previous(cast: Cast, chosen: Candidate) -> Turn | None:
    match chosen.kind:
        case "link":
            read = Read(place="header", path=("Link",), relation=PREVIOUS_RELATION)
            return Turn(read=read, write=Write(place="url"))
        case "url":
            return Turn(read=cast.urls_back[0][0].read, write=Write(place="url")) if cast.urls_back else None
        case "item":
            back = cast.cursors_back
            return Turn(read=Read(place="item", path=chosen.field), write=back[0][0].write) if back else None
        case "cursor" if chosen.query is None:
            return _previous_cursor(cast, chosen)
        case _:
            return None


def _previous_cursor(cast: Cast, chosen: Candidate) -> Turn | None:
    arguments = [item for item, _ in cast.cursors_back]
    members = [item for item, _ in cast.nexts_back if item is not chosen.read]
    if not members or not arguments:
        return None
    return Turn(read=members[0].read, write=arguments[0].write)


def _read(found: Sequence[tuple[Member, object]]) -> Read | None:
    return found[0][0].read if found else None


def _size(argument: Argument) -> PageSize:
    default = argument.default if argument.default is not None else ""
    number = default.strip('"')
    return PageSize(
        write=argument.write,
        default=int(number) if number.isdigit() and int(number) > 0 else None,
        maximum=argument.hints.maximum,
    )


def first_of(argument: Argument, kind: PageKind) -> int:
    """Return the number of the first page or item: by default, by prose, by the least number, or as usual."""
    usual = FIRST_PAGE if kind == "page" else 0
    default = (argument.default or "").strip('"')
    for number in (default, str(argument.hints.minimum)):
        if prose.says(prose.ZERO, argument.description) and number != "1":
            return 0
        if prose.says(prose.ONE, argument.description) and number != "0":
            return 1
        if number in {"0", "1"}:
            return int(number)
    return usual
