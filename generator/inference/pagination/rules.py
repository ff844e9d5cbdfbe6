"""The ways in which pages can be linked: each rule gives the candidates that an operation's facts allow."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from generator.inference.pagination import prose, roles, vocabulary
from generator.inference.pagination.cast import POSITION, Cast
from generator.inference.pagination.doubts import (
    doubt_apart,
    doubt_body,
    doubt_end,
    doubt_part,
    doubt_span,
    doubt_thing,
    list_named,
)
from generator.inference.pagination.ends import stated_first
from generator.inference.pagination.evidence import Case
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.shapes import item_of, objects_of
from generator.inference.pagination.words import key, words
from generator.ir import Piece
from generator.page_settings import PageKind
from generator.pages import Pagination, Path, bracketed, dotted, told_read
from generator.records import dataclass
from generator.type_tree import fields_of

# Words that connect an argument with what it takes, where both have them.
SHARED = vocabulary.CURSORS | vocabulary.TOKENS | {"after", "offset", "from", "start"}
# What a size counts beside a number or a cursor.
SIZE_OF_NUMBER = 4
SIZE_OF_CURSOR = 2
FLAG = 3
NAMES_THE_OTHER = 8
FIRST_UNTOLD = "the number of the first page (the setting with first = 0, or first = 1)"
NEXT_UNTOLD = "where the response has what that takes (the setting with the path to it for next)"
TAKER_UNTOLD = "which parameter takes that (the setting next_parameter)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A way in which the pages of an operation may be linked, and the evidence for it.

    Attributes:
        kind: the way.
        items: the list of items.
        read: what leads to the next page, unless that is counted.
        field: the field of the last item, where that leads there.
        write: the argument that takes it; None where a URL is asked for.
        query: the parameter of a URL whose value is meant.
        is_url: whether what is read is known to be that URL.
        pieces: the evidence.
        rivals: what would do as well as the list or the argument, so that nothing can be chosen.
        lacks: what nothing tells, and without which nothing can be chosen.
    """

    kind: PageKind
    items: Member
    read: Member | None = None
    field: Path = ()
    write: Argument | None = None
    query: str | None = None
    is_url: bool = True
    pieces: tuple[Piece, ...]
    rivals: tuple[str, ...] = ()
    lacks: str = ""

    @property
    def score(self) -> int:
        """The points of the evidence."""
        return sum(piece.points for piece in self.pieces)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The kinds of the evidence for it, the weightiest first."""
        points: dict[str, int] = {}
        for piece in self.pieces:
            points[piece.reason] = points.get(piece.reason, 0) + piece.points
        return tuple(
            sorted((name for name in points if points[name] > 0), key=lambda name: (-points[name], name))
        )


def candidates(cast: Cast) -> Iterator[Candidate]:
    """Yield the ways in which the pages of an operation may be linked, whatever their points."""
    for rule in RULES:
        yield from rule(cast)


def because(chosen: Candidate, pages: Pagination) -> str:
    """Return the evidence for a candidate in one sentence: what it is made of, and what prose says."""
    has = [f"the list '{dotted(pages.items)}'" if pages.items else "a list"]
    if chosen.kind in {"page", "offset"}:
        has += [f"the number of pages '{told_read(pages.total_pages)}'"] if pages.total_pages else []
        has += [f"the number of items '{told_read(pages.total)}'"] if pages.total else []
    elif chosen.kind != "item":
        what = "the cursor" if chosen.kind == "cursor" else "the URL"
        has.append(f"{what} '{told_read(pages.next.read)}'")
    elif pages.more is not None:
        has.append(f"the flag '{told_read(pages.more)}'")
    text = (
        f"the response has {', '.join(has[:-1])} and {has[-1]}" if has[1:] else f"the response has {has[0]}"
    )
    if chosen.write is not None:
        place = "query" if chosen.write.write.place == "query" else chosen.write.write.place
        text += f", the {place} has '{bracketed(chosen.write.write.path)}'"
    named = [piece.sentence for piece in chosen.pieces if piece.points == NAMES_THE_OTHER]
    return "; ".join([text, *named])


# --- rules ---


def _cursor_pairs(cast: Cast) -> Iterator[Candidate]:
    """A cursor in the response, and the argument that takes it."""
    for argument, taking in cast.cursors:
        beside = Case()
        _add_size(beside, cast, argument, SIZE_OF_CURSOR)
        _add_flags(beside, cast, FLAG - 1)
        if cast.cursors_back and cast.nexts_back:
            beside.add(2, "pair", "there is the same backward", argument.location)
        for member, giving in cast.nexts:
            if argument.kind == "number" and not _is_number_of(argument, member):
                continue
            case = Case([*taking.pieces, *giving.pieces])
            if not _is_same_kind(argument, member):
                case.add(-FLAG, "shape", f"'{argument.name}' takes no {member.kind}", argument.location)
            _add_pair(case, cast, argument, member)
            doubt_end(case, cast, argument, member)
            case.also(beside.pieces)
            query = argument.name if _may_be_url(argument, member) else None
            found = _candidate(cast, case, "cursor", read=member, write=argument, query=query)
            yield replace(found, is_url=False)


def _urls(cast: Cast) -> Iterator[Candidate]:
    """The URL of the next page in the body."""
    found = cast.urls or [(item, case) for item, case in cast.nexts if _is_framed(item, cast.facts)]
    for member, giving in found:
        is_unsure = roles.is_relation(member) and not member.description
        if is_unsure and (cast.pages or cast.offsets):
            continue
        case = Case(list(giving.pieces))
        if is_unsure:
            sentence = f"nothing says that '{told_read(member.read)}' is ever there"
            case.add(-4, "shape", sentence, member.location)
        if _is_framed(member, cast.facts):
            case.add(
                4,
                "shape",
                f"'{told_read(member.read)}' stands beside one for the page before and a count or both ends",
                member.location,
            )
        named = _named_in_example(member, cast.facts.arguments)
        if named is not None:
            case.add(5, "example", f"the URL in an example has '{named.name}' in its query", named.location)
        elif cast.has_position is not None:
            position = cast.has_position
            case.add(
                POSITION,
                "pair",
                f"'{bracketed(position.write.path)}' says which page is wanted",
                position.location,
            )
        elif cast.facts.leads_to_one and not cast.sizes:
            location = cast.facts.operation.location
            case.add(
                -FLAG,
                "shape",
                "the path is of one thing, and nothing in the request speaks of pages",
                location,
            )
        _add_size(case, cast, None, SIZE_OF_CURSOR)
        if cast.urls_back:
            case.add(1, "pair", "there is the same backward", cast.urls_back[0][0].location)
        taken = named or cast.has_position
        if cast.facts.operation.method not in {"GET", "QUERY"}:
            if taken is not None and taken.write.place == "query":  # a URL has nothing of a body
                yield _candidate(cast, case, "cursor", read=member, write=taken, query=taken.name)
        else:
            yield _candidate(cast, case, "url", read=member)


def _links(cast: Cast) -> Iterator[Candidate]:
    """The header `Link`, declared or told by prose."""
    facts, case = cast.facts, Case()
    if facts.operation.method == "POST":
        return
    if cast.link is not None:
        case.add(6, "header", "the response has the header 'Link'", cast.link.location)
        example = cast.link.hints.example
        if prose.says(prose.LINK_HEADER, str(example or "")) or prose.says(
            prose.PAGING, cast.link.description
        ):
            case.add(3, "example", "the header 'Link' is said to lead to the next page", cast.link.location)
    told = [("the operation", facts.prose, facts.operation.location)]
    told += [(f"'{item.name}'", item.description, item.location) for item in facts.arguments]
    for subject, text, location in told:
        if prose.says(prose.LINK_HEADER, text):
            case.add(6, "prose", f"the description of {subject} speaks of the header 'Link'", location)
            if prose.says(prose.PAGING, text):
                case.add(4, "prose", f"the description of {subject} speaks of pages with it", location)
            break
    if not case.points:
        return
    if cast.has_position is not None:
        position = cast.has_position
        case.add(
            4, "pair", f"'{bracketed(position.write.path)}' says which page is wanted", position.location
        )
    _add_size(case, cast, None, FLAG)
    if cast.has_position is None and not cast.sizes:
        case.add(-FLAG, "shape", "nothing in the request speaks of pages", facts.operation.location)
    yield _candidate(cast, case, "link", read=cast.link, write=cast.has_position)


def _untold_cursors(cast: Cast) -> Iterator[Candidate]:
    """An argument that takes what only the server can give, where no response is said to give it."""
    if cast.nexts or cast.urls or cast.link is not None:
        return
    for argument, taking in cast.cursors:
        is_given = argument.kind == "text" and prose.says(prose.OPAQUE, argument.description)
        if is_given and prose.says(prose.CURSOR, argument.description):
            case = Case(list(taking.pieces))
            _add_size(case, cast, argument, SIZE_OF_CURSOR)
            _add_flags(case, cast, FLAG - 1)
            yield replace(_candidate(cast, case, "cursor", write=argument), lacks=NEXT_UNTOLD)


def _untaken_cursors(cast: Cast) -> Iterator[Candidate]:
    """What the response says leads to the next page, where no argument is said to take it."""
    if cast.cursors or cast.pages or cast.offsets or cast.urls or cast.link is not None:
        return
    sizes = [item for item, _ in cast.sizes]
    if all(item.is_required or item in sizes for item in cast.facts.arguments):
        return
    for member, giving in cast.nexts:
        if "next" in member.trail and prose.says(prose.NEXT, member.description):
            case = Case(list(giving.pieces))
            _add_size(case, cast, None, SIZE_OF_CURSOR)
            yield replace(_candidate(cast, case, "cursor", read=member), lacks=TAKER_UNTOLD)


def _last_items(cast: Cast) -> Iterator[Candidate]:
    """A field of the last item, and the argument that takes it."""
    for argument, taking in cast.cursors:
        if argument.kind == "number" and not roles.is_item_id(argument):
            continue
        case = Case(list(taking.pieces))
        items, _ = cast.items_near(None)
        field = _field_for(argument, items, cast.facts)
        if field is None or not _speaks_of_items(argument, cast):
            continue
        case.add(1, "shape", f"an item has '{field}'", items.location)
        last = next((item for item, _ in cast.nexts if {"last", "id"} <= {*item.words}), None)
        if last is not None:
            case.add(FLAG, "pair", f"'{told_read(last.read)}' repeats it", last.location)
        if cast.more:
            case.add(
                FLAG + 1,
                "flag",
                f"'{told_read(cast.more[0][0].read)}' says whether there is more",
                cast.more[0][0].location,
            )
        if cast.cursors_back:
            back = cast.cursors_back[0][0]
            case.add(2, "pair", f"'{back.name}' is the same backward", back.location)
        opposite = _opposite(argument, cast)
        if opposite is not None:
            case.add(2, "pair", f"'{opposite.name}' is the same in the other direction", opposite.location)
        _add_size(case, cast, argument, SIZE_OF_CURSOR)
        yield _candidate(cast, case, "item", write=argument, field=(field,))


def _numbers(cast: Cast) -> Iterator[Candidate]:
    """The number of a page."""
    for argument, taking in cast.pages:
        case = Case(list(taking.pieces))
        _add_size(case, cast, argument, SIZE_OF_NUMBER)
        _add_counts(case, cast)
        doubt_span(case, cast, argument)
        following = [item for item, _ in cast.nexts if roles.is_page_number(item)]
        if following:
            case.add(
                4,
                "pair",
                f"'{told_read(following[0].read)}' is the number of the next page",
                following[0].location,
            )
        if cast.total_pages:
            member, told = cast.total_pages[0]
            case.add(
                told.points, "total", f"'{told_read(member.read)}' is the number of pages", member.location
            )
        if cast.currents:
            member = cast.currents[0][0]
            case.add(
                2, "shape", f"'{told_read(member.read)}' is the number of the page itself", member.location
            )
        found = _candidate(cast, case, "page", write=argument)
        yield replace(found, lacks=_unknown_first(cast, argument))


def _offsets(cast: Cast) -> Iterator[Candidate]:
    """The number of items before a page."""
    for argument, taking in cast.offsets:
        case = Case(list(taking.pieces))
        _add_size(case, cast, argument, SIZE_OF_NUMBER)
        _add_counts(case, cast)
        doubt_span(case, cast, argument)
        same = cast.same_in_response(argument)
        if same is not None:
            case.add(2, "pair", f"'{told_read(same.read)}' is the same in the response", same.location)
        yield _candidate(cast, case, "offset", write=argument)


RULES: tuple[Callable[[Cast], Iterator[Candidate]], ...] = (
    _links,
    _urls,
    _cursor_pairs,
    _untold_cursors,
    _untaken_cursors,
    _last_items,
    _numbers,
    _offsets,
)


# --- evidence that several rules share ---


def _candidate(
    cast: Cast,
    case: Case,
    kind: PageKind,
    *,
    read: Member | None = None,
    write: Argument | None = None,
    field: Path = (),
    query: str | None = None,
) -> Candidate:
    items, rivals = cast.items_near(read)
    if cast.list_points[items.path] >= POSITION:
        case.add(1, "shape", f"{list_named(items)} is what the operation is about", items.location)
    else:
        case.add(-3, "shape", f"{list_named(items)} is hardly what the operation is about", items.location)
    if prose.says(prose.PAGING, cast.facts.prose):
        points = 4 if kind in {"page", "offset"} else 2
        case.add(points, "prose", "the description speaks of pages", cast.facts.operation.location)
    if write is not None and bracketed(write.write.path) in cast.facts.told:
        location = cast.facts.operation.location
        case.add(2, "prose", f"the document speaks of pages and of '{write.name}'", location)
    if write is not None and write.write.place == "body":
        doubt_body(case, cast, write, read)
        sent = cast.facts.sent.get(items.path)
        if sent is not None and sent.kind == "list":
            case.add(-20, "shape", f"{list_named(items)} is sent as well, and so is no answer", sent.location)
    if read is None:
        doubt_part(case, cast, items)
    else:
        doubt_apart(case, cast, items, read)
    if kind in {"page", "offset"} and cast.has_groups(items):
        case.add(-20, "shape", f"each of {list_named(items)} is a list itself", items.location)
    doubt_thing(case, cast, items)
    for described, called in ((write, write and write.name), (read, read and dotted(read.path))):
        if described is not None and prose.says(prose.FUTURE, described.description):
            case.add(-20, "prose", f"'{called}' is said to be for later", described.location)
    return Candidate(
        kind=kind,
        items=items,
        read=read,
        write=write,
        field=field,
        query=query,
        pieces=tuple(case.pieces),
        rivals=rivals,
    )


def _add_size(case: Case, cast: Cast, argument: Argument | None, most: int) -> None:
    found = cast.size_beside(argument)
    if found is not None:
        size, told = found
        points = min(most, told.points)
        case.add(
            points, "size", f"'{bracketed(size.write.path)}' says how many items are wanted", size.location
        )


def _add_flags(case: Case, cast: Cast, points: int) -> None:
    for member, _ in (*cast.more[:1], *cast.done[:1]):
        case.add(points, "flag", f"'{told_read(member.read)}' says whether there is more", member.location)


def _add_counts(case: Case, cast: Cast) -> None:
    _add_flags(case, cast, FLAG)
    if cast.totals:
        member, told = cast.totals[0]
        points = min(FLAG, told.points)
        case.add(points, "total", f"'{told_read(member.read)}' is the number of all items", member.location)


def _unknown_first(cast: Cast, argument: Argument) -> str:
    """Return what is missing where the number of a page is in an object of JSON, and no first one is told.

    Servers that read such objects count from 0 as often (Flask-AppBuilder), and a page would be lost.
    """
    *above, _ = argument.write.path
    encoded = {item.name for item in cast.facts.operation.parameters if item.media_type is not None}
    is_told = stated_first(argument) is not None or bool(cast.currents)
    is_inside = argument.write.place == "query" and bool(encoded & {*above[:1]})
    return FIRST_UNTOLD if is_inside and not is_told else ""


def _add_pair(case: Case, cast: Cast, argument: Argument, member: Member) -> None:
    """Add what connects an argument with a member: prose that names the other, or words in common."""
    name, there = bracketed(argument.write.path), told_read(member.read)
    if {name, argument.name, dotted(argument.write.path)} & {*prose.named_in(member.description)}:
        case.add(NAMES_THE_OTHER, "prose", f"'{there}' is said to be passed as '{name}'", member.location)
    elif {there, member.path[-1]} & {*prose.named_in(argument.description)} and not _is_spoken_for(
        cast, argument, member
    ):
        case.add(NAMES_THE_OTHER, "prose", f"'{name}' is said to take '{there}'", argument.location)
    is_echo = cast.facts.operation.method == "POST" and not roles.is_next(member)
    has_same_name = key(argument.name) == key(member.path[-1])
    if has_same_name and _is_something_else(argument, member):
        case.add(-2, "prose", f"'{name}' is said to be something else", argument.location)
    elif has_same_name and not is_echo:
        case.add(3, "pair", f"'{name}' and '{there}' have one name", argument.location)
    elif {*argument.words} & {*member.words} & SHARED:
        case.add(2, "pair", f"'{name}' and '{there}' share a word", argument.location)
    if len(member.path) > 1 or member.read.place == "header":
        case.add(1, "shape", f"'{there}' stands apart from what is listed", member.location)
    else:
        case.add(1, "shape", f"'{there}' stands beside the list", member.location)


def _is_spoken_for(cast: Cast, argument: Argument, member: Member) -> bool:
    """Tell whether one of two has a partner of its own name, so that prose names the other by the way."""
    own, there = _bare(argument.words), _bare(member.words)
    if own == there:
        return False
    others = (_bare(item.words) for item, _ in cast.cursors)
    return there in others or own in (_bare(item.words) for item, _ in cast.nexts)


def _bare(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without what says only which page: `nextPageToken` is a `pageToken`."""
    return tuple(word for word in found if word != "next")


def _is_something_else(argument: Argument, member: Member) -> bool:
    """Tell whether prose explains an argument, and not as what leads on, so that the response repeats it."""
    own = {*argument.words}
    said = {*words(argument.description)} - own - vocabulary.EMPTY_WORDS
    is_told = prose.says(prose.CURSOR, argument.description) or prose.says(prose.NEXT, member.description)
    return bool(said) and not is_told and not own & (vocabulary.CURSORS | {"next"})


def _may_be_url(argument: Argument, member: Member) -> bool:
    """Tell whether a `next` of which little is said may be a URL with the cursor, as frameworks give it."""
    is_plain = member.kind == "text" and {"next"} <= {*member.words} <= {"next", "page"}
    is_query = argument.write.place == "query" and len(argument.write.path) == 1
    return is_plain and is_query and not prose.says(prose.TOKEN, member.description)


def _is_number_of(argument: Argument, member: Member) -> bool:
    """Tell whether a number in a response may be what an argument takes: what is counted is no cursor."""
    return member.kind != "text" and roles.as_page(argument) is None and "page" not in member.words


def _is_same_kind(argument: Argument, member: Member) -> bool:
    kinds = {argument.kind, member.kind}
    return len(kinds) == 1 or "any" in kinds


def _is_framed(member: Member, facts: Facts) -> bool:
    """Tell whether a `next` stands beside one for the page before and a count or both ends, as URLs do."""
    if member.kind not in {"text", "any"} or not {"next"} <= {*member.words} <= {"next", "page"}:
        return False
    beside = facts.beside[member.path[:-1]]
    has_previous = any({*item.words} & {"previous", "prev"} and item.kind == member.kind for item in beside)
    has_count = any({*item.words} == {"count"} and item.kind == "number" for item in beside)
    texts = {item.words for item in beside if item.kind == member.kind}
    return has_previous and (has_count or texts >= {("first",), ("last",)})


def _named_in_example(member: Member, arguments: Iterable[Argument]) -> Argument | None:
    """Return the argument that the query of a URL in an example has, of several the one that is no size."""
    for example in (member.hints.example, member.example):
        if isinstance(example, str) and "?" in example:
            names = parse_qs(urlsplit(example).query, keep_blank_values=True)
            found = [
                item
                for item in arguments
                if item.write.place == "query"
                and bracketed(item.write.path) in names
                and not vocabulary.NEVER & {*item.words}
            ]
            if found:
                return min(found, key=lambda item: roles.as_size(item) is not None)
    return None


def _field_for(argument: Argument, items: Member, facts: Facts) -> str | None:
    """Return the field of an item that an argument takes: one that prose or the name says, else its id."""
    fields: list[str] = []
    for variant in objects_of(item_of(items.type, facts.definitions), facts.definitions):
        fields += [item.name for item in fields_of(variant, facts.definitions)]
    told = prose.named_in(argument.description)
    for name in fields:
        if name in told and name != argument.name:
            return name
    wanted = {*words(argument.name)} - vocabulary.BEYOND - {"starting", "page"}
    by_name = [name for name in fields if {*words(name)} == wanted]
    by_id = [name for name in fields if words(name) == ("id",)]
    return next(iter((*by_name, *by_id)), None)


def _opposite(argument: Argument, cast: Cast) -> Argument | None:
    """Return the argument that takes an id as this one does, newer ones where this one gives older ones."""
    is_older = prose.says(prose.OLDER, argument.description)
    ids = (item for item, _ in cast.cursors if roles.is_item_id(item))
    return next((item for item in ids if prose.says(prose.OLDER, item.description) != is_older), None)


def _speaks_of_items(argument: Argument, cast: Cast) -> bool:
    """Tell whether a cursor is the id of an item: by prose, by name, or as nothing else could be it."""
    if roles.is_item_id(argument):
        return True
    own = {*argument.words}
    if {"starting", "after"} <= own or ("id" in own and own & vocabulary.BEYOND):
        return True
    is_opaque = own & (vocabulary.CURSORS | {"token", "marker"}) or prose.says(
        prose.OPAQUE, argument.description
    )
    says_more = bool(cast.more or cast.cursors_back)
    return "after" in own and says_more and not cast.nexts and not is_opaque
