"""Which of the candidates it is: the best above the threshold, in the order of what evidence is worth."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from generator.inference.pagination import prose, roles
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.ends import (
    FIRST_PAGE,
    begun,
    current_of,
    first_of,
    following_of,
    link_to,
    number_of,
    page_size,
    previous_of,
    read_of,
    start_of,
    total_of,
)
from generator.inference.pagination.facts import Argument, Facts
from generator.inference.pagination.roles import is_item_id
from generator.inference.pagination.rules import NAMES_THE_OTHER, Candidate
from generator.inference.pagination.vocabulary import CURSORS
from generator.inference.pagination.words import key, words
from generator.page_settings import PageKind
from generator.pages import Pagination, Read, Turn, Write
from generator.records import dataclass

ENOUGH = 10
NEAR = 6
# What nothing tells: whoever declares it puts the path there.
UNTOLD = Read(path=("...",))
UNTAKEN = Write(path=UNTOLD.path)
# Evidence of one kind is worth more than of another, whatever the points: a URL says where it leads.
ORDER: tuple[PageKind, ...] = ("link", "url", "cursor", "item", "page", "offset")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen, if anything was, and what came near.

    Attributes:
        chosen: the candidate.
        pagination: how it links pages.
        near: candidates that were not enough, the nearest first.
        nearest: how the first of these would link pages.
        cast: what each value could be.
    """

    chosen: Candidate | None
    pagination: Pagination | None
    near: tuple[Candidate, ...]
    nearest: Pagination | None
    cast: Cast


def choose(cast: Cast, found: Sequence[Candidate]) -> Choice:
    """Return the candidate that wins, as a record, and what came near."""
    best = winner(cast, found)
    near = sorted(
        (item for item in found if item.score >= NEAR and item is not best), key=lambda item: -item.score
    )
    pagination = None if best is None else record(cast, best)
    nearest = record(cast, near[0]) if near and best is None else None
    return Choice(chosen=best, pagination=pagination, near=tuple(near), nearest=nearest, cast=cast)


def winner(cast: Cast, found: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate that wins; None where none is enough, or two are as good."""
    fit = [item for item in found if item.score >= ENOUGH and not item.rivals and not item.lacks]
    fit = _without_own_headers(cast, _without_conditional(cast.facts, _without_copies(fit)))
    fit = _without_echoes(_without_repeated(fit))
    best = min(fit, key=_rank, default=None)
    return None if best is None or _is_undecided(best, fit) else best


def _rank(candidate: Candidate) -> tuple[int, int, bool, bool]:
    kind = candidate.kind
    if kind == "url" and not {"format", "example", "prose"} & {*candidate.reasons}:
        kind = "cursor"  # a URL by its name alone is no better than a token by its name
    worth = 0 if _is_named(candidate) else 1 + ORDER.index(kind)
    if kind == "item" and "name" not in candidate.reasons:
        worth = 1 + len(ORDER)  # an id that only prose takes for a place is worth less than any number
    is_no_next = candidate.read is not None and "next" not in candidate.read.trail
    # Of a pair of ids the older one leads on: lists with both begin with what is newest.
    is_no_older = candidate.write is None or not prose.says(prose.OLDER, candidate.write.description)
    return worth, -candidate.score, is_no_next, is_no_older


def _without_echoes(fit: list[Candidate]) -> list[Candidate]:
    """Return the candidates without those that may only repeat what was sent, where a URL leads on."""
    if not any(item.kind == "url" for item in fit):
        return fit
    return [item for item in fit if not _may_repeat(item)]


def _without_own_headers(cast: Cast, fit: list[Candidate]) -> list[Candidate]:
    """Return the candidates without URLs in headers of no standard, where the body counts pages as asked for.

    Such headers are told of one operation of many, and proxies drop them.
    """
    is_counted = (
        cast.total_pages or cast.currents or any(roles.is_page_number(item) for item, _ in cast.nexts)
    )
    if not is_counted or not any(item.kind == "page" for item in fit):
        return fit
    return [item for item in fit if item.kind != "url" or not _is_in_header(item) or _is_named(item)]


def _is_in_header(candidate: Candidate) -> bool:
    return candidate.read is not None and candidate.read.read.place == "header"


def _may_repeat(candidate: Candidate) -> bool:
    """Tell whether what is read may be what was sent: it has the argument's name, which is no cursor's."""
    read, write = candidate.read, candidate.write
    if read is None or write is None or CURSORS & {*read.words} or "next" in read.trail:
        return False
    return bool(read.path) and key(read.path[-1]) == key(write.name)


def _is_undecided(best: Candidate, fit: Iterable[Candidate]) -> bool:
    """Tell whether another candidate of the same kind, with another argument, is as good."""
    return any(
        item.kind == best.kind
        and _rank(item) == _rank(best)
        and (item.write, item.read) != (best.write, best.read)
        for item in fit
    )


def _without_copies(fit: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those that send what another one sends, under its name elsewhere.

    Of the body and the query the body has it, with all else of a request; of two spellings the one that
    more is said of.
    """
    best: dict[Hashable, Candidate] = {}
    for item in sorted(fit, key=_told):
        read = item.read.read if item.read is not None else None
        best[item.kind, read, key(item.write.name) if item.write is not None else ""] = item
    kept = {id(item) for item in best.values()}
    return [item for item in fit if item.kind != "cursor" or id(item) in kept]


def _told(candidate: Candidate) -> tuple[bool, int]:
    """Return what decides between arguments of one name."""
    write = candidate.write
    return (False, 0) if write is None else (write.write.place == "body", len(write.description))


def _without_conditional(facts: Facts, fit: list[Candidate]) -> list[Candidate]:
    """Return the candidates without cursors that the server gives only when a flag asks for them."""
    if not any(item.kind in {"offset", "page"} for item in fit):
        return fit
    return [item for item in fit if item.kind != "cursor" or _switch(facts, item) is None]


def _without_repeated(fit: list[Candidate]) -> list[Candidate]:
    """Return the candidates without a `last_id` that repeats what the items themselves have.

    Where prose says of the argument that it is the id of an item, that is what leads on: such a member may be
    missing, unless prose names it.
    """
    by_id = [item.write for item in fit if item.kind == "item" and item.write and is_item_id(item.write)]
    return [
        item
        for item in fit
        if item.kind != "cursor" or item.write not in by_id or _is_named(item) or not _is_last_id(item)
    ]


def _is_last_id(candidate: Candidate) -> bool:
    return candidate.read is not None and {"last", "id"} <= {*candidate.read.words}


def _is_named(candidate: Candidate) -> bool:
    """Tell whether prose of one side names the other, and none says that either is something else."""
    told = [piece.points for piece in candidate.pieces if piece.reason == "prose"]
    return NAMES_THE_OTHER in told and min(told) > 0


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
    turn = _turn(chosen)
    first = first_of(cast, chosen.write, chosen.kind) if chosen.write is not None else FIRST_PAGE
    following = following_of(cast, chosen.kind, turn)
    return Pagination(
        kind=chosen.kind,
        items=chosen.items.path,
        next=turn,
        previous=previous_of(cast, chosen.kind, turn),
        more=read_of(cast.more),
        done=read_of(cast.done),
        total=total_of(cast),
        total_pages=read_of(cast.total_pages) if chosen.kind == "page" else None,
        current=current_of(cast, chosen.kind, chosen.write),
        following=following,
        number=number_of(cast, chosen.kind, following),
        start=start_of(cast, chosen.kind),
        size=None if size is None else page_size(size[0]),
        first=first,
        always=begun(chosen.write, chosen.kind, first),
        score=chosen.score,
        reasons=chosen.reasons,
    )


def _turn(chosen: Candidate) -> Turn:
    nowhere = UNTAKEN if chosen.lacks else Write(place="url")  # the former of a near miss
    write = chosen.write.write if chosen.write is not None else nowhere
    match chosen.kind:
        case "page" | "offset":
            return Turn(read=Read(place="count"), write=write)
        case "item":
            return Turn(read=Read(place="item", path=chosen.field), write=write)
        case "link":
            return link_to("next")
        case _:
            if chosen.read is None:  # a near miss
                return Turn(read=UNTOLD, write=write)
            read = replace(chosen.read.read, query=chosen.query, is_url=chosen.is_url)
            return Turn(read=read, write=write)
