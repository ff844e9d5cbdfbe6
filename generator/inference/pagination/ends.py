"""What belongs to a way through pages besides it: the way back, the ends, the size, the first number."""

from collections.abc import Sequence
from dataclasses import replace

from generator.inference.pagination import prose, roles
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.evidence import Case
from generator.inference.pagination.facts import Argument, Member
from generator.page_settings import PageKind
from generator.pages import PageSize, Read, Turn, Write

FIRST_PAGE = 1
OPEN_SEARCH = frozenset({"startIndex", "itemsPerPage"})
ZERO_BASED = frozenset({"number", "size", "totalElements", "totalPages"})
KNOWN_TOTAL = 2


def link_to(relation: str) -> Turn:
    """Return the way that the header `Link` has for a relation (RFC 8288)."""
    return Turn(read=Read(place="header", path=("Link",), relation=relation), write=Write(place="url"))


def previous_of(cast: Cast, kind: PageKind, forward: Turn) -> Turn | None:
    """Return the way back that goes with one forward; None where there is none."""
    match kind:
        case "link":
            return link_to("prev")
        case "url":
            return Turn(read=cast.urls_back[0][0].read, write=Write(place="url")) if cast.urls_back else None
        case "item":
            back = cast.cursors_back
            return Turn(read=forward.read, write=back[0][0].write) if back else None
        case "cursor" if forward.read.query is None or not forward.read.is_url:
            members = [item.read for item, _ in cast.nexts_back if item.read != forward.read]
            arguments = [item.write for item, _ in cast.cursors_back]
            if not (members and arguments):
                return None
            query = None if forward.read.query is None else arguments[0].path[-1]
            return Turn(read=replace(members[0], query=query, is_url=False), write=arguments[0])
        case _:
            return None


def read_of(found: Sequence[tuple[Member, Case]]) -> Read | None:
    """Return where the likeliest of several members is."""
    return found[0][0].read if found else None


def total_of(cast: Cast) -> Read | None:
    """Return where the number of all items is; a mere count may be that of the page."""
    known = [pair for pair in cast.totals if pair[1].points >= KNOWN_TOTAL]
    beside = cast.facts.beside
    return read_of(
        known or [pair for pair in cast.totals if roles.is_of_all(pair[0], beside[pair[0].path[:-1]])]
    )


def following_of(cast: Cast, kind: PageKind, forward: Turn) -> Read | None:
    """Return where a page has the number of the one after it, or its URL where a header usually has that."""
    numbers = [pair for pair in cast.nexts if roles.is_page_number(pair[0])]
    if kind == "page":
        return read_of(numbers)
    urls = cast.urls if kind in {"link", "url"} and forward.read.place == "header" else []
    others = [pair for pair in (*numbers, *urls) if pair[0].read != forward.read]
    return read_of([pair for pair in others if pair[0].kind != "number" or "page" in pair[0].words])


def number_of(cast: Cast, kind: PageKind, following: Read | None) -> Write | None:
    """Return what takes the number of a page, where URLs lead on and a response has that number, too."""
    is_number = any(item.read == following and item.kind == "number" for item, _ in cast.nexts)
    return cast.pages[0][0].write if kind in {"link", "url"} and is_number and cast.pages else None


def start_of(cast: Cast, kind: PageKind) -> Write | None:
    """Return what says where a walk begins that URLs lead through, and whose end a total could tell."""
    is_known = kind in {"link", "url"} and total_of(cast) is not None
    return cast.has_position.write if is_known and cast.has_position is not None else None


def page_size(argument: Argument) -> PageSize:
    """Return a size with what the document says about it."""
    number = (argument.default or "").strip('"')
    return PageSize(
        write=argument.write,
        default=int(number) if number.isdigit() and int(number) > 0 else None,
        maximum=argument.hints.maximum,
    )


def current_of(cast: Cast, kind: PageKind, argument: Argument | None) -> Read | None:
    """Return where a response has the number of its page, or of its first item; None where it has neither."""
    if kind == "page" and argument is not None:
        return None if _counts_otherwise(cast, argument) else read_of(cast.currents)
    same = cast.same_in_response(argument) if kind == "offset" and argument is not None else None
    return None if same is None else same.read


def first_of(cast: Cast, argument: Argument, kind: PageKind) -> int:
    """Return the number of the first page or item: by default, by prose, by the least number, or as usual.

    A response that has `startIndex` and `itemsPerPage` counts from 1 (OpenSearch 1.1; RFC 7644, 3.4.2.4); one
    that has a `number` beside `size` and both totals, from 0 (Spring Data 3: `Slice.getNumber`, `Page`).
    """
    stated = stated_first(argument)
    if stated is not None:
        return stated
    if kind == "page":
        return 0 if _is_numbered_from_zero(cast) else FIRST_PAGE
    same = cast.same_in_response(argument)
    beside = cast.facts.beside[same.path[:-1]] if same is not None else ()
    return 1 if {member.path[-1] for member in beside} >= OPEN_SEARCH else 0


def begun(argument: Argument | None, kind: PageKind, first: int) -> tuple[tuple[Write, int], ...]:
    """Return what a first request has to have where the server asks for the number of its page, too.

    So callers need not say where a walk begins.
    """
    is_asked = argument is not None and argument.is_required and kind in {"page", "offset"}
    return ((argument.write, first),) if argument is not None and is_asked else ()


def stated_first(argument: Argument) -> int | None:
    """Return the number of the first page or item, where what is said of the argument tells it."""
    if roles.skips_pages(argument):
        return 0
    default = (argument.default or "").strip('"')
    for number in (default, str(argument.hints.minimum)):
        if prose.says(prose.ZERO, argument.description) and number != "1":
            return 0
        if prose.says(prose.ONE, argument.description) and number != "0":
            return 1
        if number in {"0", "1"}:
            return int(number)
    return None


def _is_numbered_from_zero(cast: Cast) -> bool:
    """Tell whether an answer has the number of its page as what always counts from 0 has it."""
    current = cast.currents[0][0] if cast.currents else None
    if current is None or current.path[-1] != "number":
        return False
    return {member.path[-1] for member in cast.facts.beside[current.path[:-1]]} >= ZERO_BASED


def _counts_otherwise(cast: Cast, argument: Argument) -> bool:
    """Tell whether an answer counts its pages from 0, and the argument from 1: its number is then no help."""
    return _is_numbered_from_zero(cast) and stated_first(argument) == 1
