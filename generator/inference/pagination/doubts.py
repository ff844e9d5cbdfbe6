"""What speaks against a way in which pages may be linked."""

from generator.inference.pagination import prose, roles, vocabulary
from generator.inference.pagination.cast import POSITION, Cast
from generator.inference.pagination.evidence import Case
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.words import words_of
from generator.pages import dotted, told_read

# The other end of a span: what has both is no place in a list.
SPANS = (({"start", "begin"}, {"end", "stop"}), ({"from"}, {"to", "until"}))
FEW = 2
MANY = 10


def doubt_thing(case: Case, cast: Cast, items: Member) -> None:
    """Add what speaks against a list in something with an id of its own: that is one thing, and no page.

    Links of such things go to others of them (HAL), and a server may declare the same links for all it has.
    Something that is made is one thing, too.
    """
    if cast.facts.is_write:
        location = cast.facts.operation.location
        case.add(-20, "name", "the operation changes something, and to go on would repeat that", location)
    if cast.list_points[items.path] <= 0 and _is_in_thing(items, cast.facts):
        case.add(-20, "shape", f"{list_named(items)} stands beside what is given", items.location)
    untyped = _untyped_subject(items, cast.facts) if items.is_deprecated else None
    if untyped is not None:
        sentence = (
            f"{list_named(items)} is deprecated, and '{dotted(untyped.path)}', which may be anything, is not"
        )
        case.add(-20, "shape", sentence, untyped.location)
    ids = cast.facts.ids
    if cast.facts.ends_with_id and () in ids:
        case.add(-4, "shape", "the response is one thing with an id of its own", cast.facts.response.location)
    holders = (items.path[:size] for size in range(len(items.path)))
    own = next((ids[holder] for holder in holders if holder in ids), None)
    if own is not None and not {*items.words} <= vocabulary.PLAIN and not roles.is_about(items, cast.facts):
        sentence = f"{list_named(items)} is a part of what has an id of its own"
        case.add(-8, "shape", sentence, own.location)


def _untyped_subject(items: Member, facts: Facts) -> Member | None:
    """Return the value beside a list that is called what the path is about, and of which nothing is said.

    It may well be the list that the operation gives.
    """
    beside = facts.beside.get(items.path[:-1], ())
    untyped = (item for item in beside if item.kind == "any" and not item.is_deprecated)
    named = (item for item in untyped if item.words and {*item.words} <= facts.subject)
    return next((item for item in named if item.read.place == "body"), None)


def _is_in_thing(items: Member, facts: Facts) -> bool:
    """Tell whether the path leads to one thing, or what holds a list has as much else as things have.

    What holds the whole has more beside a list where it is an envelope, too.
    """
    if facts.leads_to_one:
        return True
    beside = facts.beside.get(items.path[:-1], ())
    return sum(item.read.place == "body" for item in beside) >= (FEW if len(items.path) > 1 else MANY)


def doubt_body(case: Case, cast: Cast, argument: Argument, read: Member | None) -> None:
    """Add what speaks against a place in the body of an operation that is not called a search."""
    location = cast.facts.operation.location
    if cast.facts.is_search:
        return
    if not cast.sizes:
        may_repeat = read is not None and "next" not in read.trail
        points = -6 if may_repeat else -4
        case.add(points, "shape", "the body is of no search and asks for no number of items", location)
    above = argument.write.path[:-1]
    if len(above) >= FEW and not {*words_of(above)} & (vocabulary.PAGES | vocabulary.CURSORS):
        case.add(-8, "shape", f"'{argument.name}' is a part of something that is sent", argument.location)
    called = [
        piece for piece in case.pieces if piece.reason == "name" and piece.location == argument.location
    ]
    if sum(piece.points for piece in called) < POSITION:
        case.add(-8, "name", "neither is the operation called a search nor this a place in one", location)


def _is_part(items: Member, facts: Facts) -> bool:
    """Tell whether a list may be a part of one thing, and not what the operation gives.

    So it is where neither the list nor what holds it is called as lists are, or what the operation is about.
    """
    if roles.is_about(items, facts):
        return False
    if len(facts.lists) == 1 and facts.in_body <= FEW:
        return False  # there is hardly anything else
    called = vocabulary.CONTAINERS | vocabulary.PAGES | facts.subject
    return facts.ends_with_id or (len(items.path) > 1 and not {*items.trail} & called)


def doubt_apart(case: Case, cast: Cast, items: Member, read: Member) -> None:
    """Add what speaks against a list in the one thing that a path leads to, if what leads on is elsewhere.

    Envelopes that lists share with single things declare what leads on for these, too.
    """
    facts = cast.facts
    if not facts.ends_with_id or len(items.path) == 1 or {*items.words} <= vocabulary.PLAIN:
        return
    is_in_thing = items.path[:-1] in facts.beside and read.read.place == "body"
    if is_in_thing and read.path[0] != items.path[0]:
        sentence = (
            f"{list_named(items)} is a part of one thing, and '{told_read(read.read)}' stands elsewhere"
        )
        case.add(-20, "shape", sentence, items.location)


def doubt_part(case: Case, cast: Cast, items: Member) -> None:
    """Add what speaks against pages of a list in one thing, where its own body says nothing of them."""
    ends = (cast.total_pages, cast.currents, cast.more, cast.done)
    if (
        any(ends)
        or any(len(member.path) == 1 for member, _ in cast.totals)
        or not _is_part(items, cast.facts)
    ):
        return
    sentence = f"the response is one thing, and {list_named(items)} a part of it"
    case.add(-20, "shape", sentence, items.location)  # whatever else speaks of pages means another part


def list_named(items: Member) -> str:
    """Return what sentences call a list."""
    return f"the list '{dotted(items.path)}'" if items.path else "the body"


def doubt_span(case: Case, cast: Cast, argument: Argument) -> None:
    """Add what speaks against one of two numbers that are the ends of a span."""
    own, others = {*argument.words}, cast.facts.lone_words
    if any((own & starts and others & ends) or (own <= ends and others & starts) for starts, ends in SPANS):
        case.add(-8, "shape", f"'{argument.name}' is one end of a span", argument.location)


def doubt_end(case: Case, cast: Cast, argument: Argument, member: Member) -> None:
    """Add what speaks against the end of a page where prose says that what is asked for is counted."""
    is_counted = any(item is argument for item, _ in cast.offsets)
    is_end = bool({"end", "last"} & {*member.words}) and not prose.says(prose.NEXT, member.description)
    if is_counted and is_end:
        case.add(-6, "shape", f"'{argument.name}' is counted, as prose says", argument.location)
