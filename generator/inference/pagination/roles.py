"""What single values could be for paging: each role gives points for names, types and prose.

Names count as words in any order and company; no role needs a name that is listed in whole.
"""

from collections.abc import Iterable

from generator.inference.pagination import prose
from generator.inference.pagination.evidence import Case
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.shapes import item_of, kind_of
from generator.inference.pagination.vocabulary import (
    AMOUNTS,
    ASIDE,
    CONTAINERS,
    CURSORS,
    DOCUMENTED,
    FORWARD,
    MEASURES,
    NEVER,
    NO_NUMBERS,
    NO_PAGES,
    NO_SIZES,
    NO_TOTALS,
    PAGES,
    PLAIN,
    SIZE_WORDS,
    SIZES,
    STARTS,
    THINGS,
    TOKENS,
    TOTALS,
    UNITS,
    URLS,
)
from generator.inference.pagination.words import words, words_of

# What a name must speak for a cursor where a call has to give one; less is also that of a filter.
SURE = 4
LISTED = 2  # the weight of a word that says little alone
NUMERIC = {"number", "any"}


# --- what a request says ---


def as_size(argument: Argument) -> Case | None:
    """Return the evidence that an argument is how many items a page may have."""
    if (not _is_number(argument) and argument.kind != "text") or argument.write.place == "path":
        return None
    case, own = Case(), argument.own_words
    if (STARTS | NO_SIZES | UNITS) & {*own} or _cursor_points({*own}) >= SURE:
        return None
    is_of_page = bool(PAGES & {*argument.words} and {"size", "limit", "length", "count"} & {*own})
    is_per_page = "per" in own and (len(own) == 1 or bool((PAGES | {"request", "call"}) & {*own}))
    is_size = bool(SIZES & {*own})
    if is_size and not {*own} <= SIZE_WORDS:
        case.add(3, "name", f"'{argument.name}' is called a size of something", argument.location)
    elif is_of_page or is_per_page or is_size or ({"max", "maximum"} & {*own} and THINGS & {*own}):
        case.add(4, "name", f"'{argument.name}' is called a size", argument.location)
    elif AMOUNTS & {*own} and "page" not in own:
        points = 3 if len(own) == 1 else LISTED if len(own) <= LISTED else 1
        case.add(points, "name", f"'{argument.name}' is called an amount", argument.location)
    may_be_one = bool(_is_number(argument) or case.points or SIZE_WORDS & {*own})
    if may_be_one and prose.says(prose.SIZE, argument.description):
        case.add(3, "prose", f"'{argument.name}' is said to be how many items are wanted", argument.told_at)
    elif prose.says(prose.BYTES, argument.description):
        case.add(-4, "prose", f"'{argument.name}' is said to count something else", argument.told_at)
    elif not (_is_number(argument) or own == ("limit",) or prose.says(prose.PAGING, argument.description)):
        case.add(-2, "shape", f"'{argument.name}' is text", argument.location)
    if {"min", "minimum", "price", "page"} & {*own} and not (is_of_page or is_per_page):
        case.add(-3, "name", f"'{argument.name}' is called something else", argument.location)
    return case if case.points >= LISTED else None


def as_page(argument: Argument) -> Case | None:
    """Return the evidence that an argument is the number of a page."""
    told, own = _is_said_a_page(argument), {*argument.words}
    is_number = _is_number(argument)
    if not is_number and not (told and argument.kind == "text"):
        return None
    if ({"offset", "skip"} & own and "page" not in own) or own & (UNITS | CURSORS):
        return None  # but a `page offset` is where a page begins
    case = _page_by_name(argument, told=told)
    if not case.points and (not is_number or MEASURES & own):  # prose alone makes no page of these
        return None
    if told or (case.points and prose.says(prose.PAGING, argument.description)):
        case.add(4, "prose", f"'{argument.name}' is said to be the number of a page", argument.told_at)
    if not case.points:
        return None
    _add_bounds(case, argument)
    if argument.write.place == "path":
        case.add(
            -2, "shape", f"'{argument.name}' stands in the path, where things are named", argument.location
        )
    elsewhere = prose.says(prose.PAGE_OF_A_THING, argument.description)
    if elsewhere or (not told and prose.says(prose.BYTES, argument.description)):
        case.add(-6, "prose", f"'{argument.name}' is said to be in something else", argument.told_at)
    return case if case.points > 0 else None


def _is_said_a_page(argument: Argument) -> bool:
    """Tell whether an argument is said to be the number of a page.

    "The first item in a page of results" is none, and a page offset may be of items.
    """
    text = argument.description
    if "page" not in argument.words and prose.says(prose.OFFSET, text):
        return False
    return prose.says(prose.PAGE, text) or prose.says(prose.PAGE_OFFSET, text)


def _page_by_name(argument: Argument, *, told: bool) -> Case:
    """Return what the name of an argument says for the number of a page."""
    case, own = Case(), argument.words
    if skips_pages(argument):
        case.add(5, "name", f"'{argument.name}' is how many pages are skipped", argument.location)
    elif "page" in own and not NO_PAGES & {*own[-2:]}:
        plain = {*own} <= {"page", "number", "num", "no", "index", "idx", "current", "nr", "p", "pageable"}
        case.add(5 if plain else 4, "name", f"'{argument.name}' is called a page", argument.location)
    elif own == ("p",) and told:
        case.add(3, "name", f"'{argument.name}' may be short for a page", argument.location)
    elif {"number", "index"} & {*own} and PAGES & {*own}:
        case.add(3, "name", f"'{argument.name}' is a number among those of the page", argument.location)
    return case


def skips_pages(argument: Argument) -> bool:
    """Tell whether an argument is how many pages are skipped: the number of a page, from 0."""
    own = words(argument.name)
    is_called_so = own[:2] == ("skip", "page") and argument.name.lower().endswith("pages")
    return is_called_so or prose.says(prose.PAGES_SKIPPED, argument.description)


def as_offset(argument: Argument) -> Case | None:
    """Return the evidence that an argument is how many items come before a page."""
    told = prose.says(prose.OFFSET, argument.description) or prose.says(
        prose.PAGE_OFFSET, argument.description
    )
    is_told = told or words(argument.name) == ("offset",) or prose.says(prose.PAGING, argument.description)
    is_text = argument.kind == "text" and is_told
    if (not _is_number(argument) and not is_text) or skips_pages(argument) or argument.write.place == "path":
        return None
    if is_text and is_opaque(argument):
        return None
    case, own = Case(), {*argument.own_words}
    if (
        {"offset", "skip"} & own
        or {"start", "index"} <= own
        or {"start", "at"} <= own
        or {"start", "row"} <= own
        or {"limit", "start"} == own
    ):
        case.add(5, "name", f"'{argument.name}' is called an offset", argument.location)
    elif {"first", "start", "from", "begin"} & own and (THINGS & own or {"record", "position"} & own):
        case.add(5, "name", f"'{argument.name}' is called the start of items", argument.location)
    elif own in ({"from"}, {"start"}, {"starting"}, {"begin"}, {"index"}, {"position"}, {"first"}):
        case.add(3, "name", f"'{argument.name}' is called a start", argument.location)
    if told:
        case.add(4, "prose", f"'{argument.name}' is said to be how many items are skipped", argument.told_at)
    if not case.points or ({"utc", "gmt", "tz", "time", "timezone", "date"} | UNITS) & own:
        return None
    _add_bounds(case, argument)
    is_sure = told and ("skip" in own or prose.says(prose.PAGING, argument.description))
    is_time = prose.says(prose.TIME, argument.description) and not is_sure
    said_otherwise = is_time or prose.says(prose.BYTES, argument.description)
    if said_otherwise:
        case.add(
            -6,
            "prose",
            f"'{argument.name}' is said to be a time or a place in something else",
            argument.told_at,
        )
    return case if case.points > 0 else None


def is_opaque(argument: Argument) -> bool:
    """Tell whether text is what nobody but the server makes, by prose or by an example that is no number."""
    samples = (argument.default, argument.hints.example)
    texts = [sample.strip('"') for sample in samples if isinstance(sample, str)]
    is_counted = any(isinstance(sample, int) for sample in samples) or any(map(str.isdigit, texts))
    return not is_counted and (any(texts) or prose.says(prose.OPAQUE, argument.description))


def _add_bounds(case: Case, argument: Argument) -> None:
    """Add what the default and the least number say: pages and items are counted from 0 or 1."""
    if {(argument.default or "").strip('"'), str(argument.hints.minimum)} & {"0", "1"}:
        case.add(1, "shape", f"'{argument.name}' is counted from 0 or 1", argument.location)


def as_cursor(argument: Argument, *, backward: bool = False) -> Case | None:
    """Return the evidence that an argument takes a cursor, of the page after or of the one before."""
    if argument.kind not in {"text", "any", "number"}:
        return None
    case, own = Case(), {*argument.words}
    # A call that must say where it begins is told so by another call: `changes.list(page_token=...)`.
    if argument.is_required and _cursor_points(own) < SURE:
        return None
    if own & NEVER or _is_backward(own, argument) != backward or _is_size(argument):
        return None
    if prose.says(prose.SWITCH, argument.description) or prose.says(prose.CREDENTIAL, argument.description):
        return None
    if own & {"at", "on"} and any(word.endswith("ed") for word in own):  # `createdAt` and its like
        return None
    points = _cursor_points({FORWARD.get(word, word) for word in own} if backward else own)
    case.add(points, "name", f"'{argument.name}' is called a cursor", argument.location)
    told = prose.says(prose.CURSOR, argument.description)
    if told:
        case.add(4, "prose", f"'{argument.name}' is said to lead to a page", argument.told_at)
    if is_item_id(argument):
        points = 5 if prose.says(prose.ITEM_ORDER, argument.description) else 2
        case.add(points, "prose", f"'{argument.name}' is said to be the id of an item", argument.told_at)
    if prose.says(prose.SYNC, argument.description) and "cursor" not in own:
        case.add(
            -6, "prose", f"'{argument.name}' is said to be a state to go on from later", argument.told_at
        )
    if not prose.says(prose.PAGING, argument.description) and _is_filter(argument):
        case.add(-6, "prose", f"'{argument.name}' is said to be a time", argument.told_at)
    if not told and prose.says(prose.BYTES, argument.description):
        case.add(-6, "prose", f"'{argument.name}' is said to be a place in something else", argument.told_at)
    if not told and prose.says(prose.FILTER, argument.description):
        case.add(-6, "prose", f"'{argument.name}' is said to be what items have", argument.told_at)
    return case if case.points > 0 else None


def _is_size(argument: Argument) -> bool:
    """Tell whether an argument is how many items are wanted, or is said to be, and not called a cursor."""
    own = {*argument.words}
    if own & STARTS or _cursor_points(own) >= SURE:
        return False
    return as_size(argument) is not None or prose.says(prose.SIZE, argument.description)


def _cursor_points(own: set[str]) -> int:
    """Return how much the words of a name speak for a cursor."""
    if own & CURSORS:
        return 5
    if (TOKENS - {"id"}) & own and (PAGES & own or {"next", "start", "starting", "last"} & own):
        return 5
    if "after" in own and ({"starting", "start"} & own or PAGES & own):
        return 5
    if TOKENS & own and (PAGES - {"page"}) & own:
        return 5
    if "marker" in own or own == {"next"} or {"next", "page"} <= own:
        return 4
    if {"after", "resume"} & own or ({"since", "max", "from", "last", "start"} & own and {"id", "key"} & own):
        return 3
    if {"token", "next", "anchor"} & own:
        return 2
    return 1 if {"since", "from", "start", "page", "last", "position", "offset", "key"} & own else 0


def is_item_id(argument: Argument) -> bool:
    """Tell whether an argument is said to be the id of an item from which a list goes on.

    That it is the id of one says nothing of a place, unless its name does: lists are filtered by ids, too.
    """
    if prose.says(prose.ITEM, argument.description):
        return True
    return _cursor_points({*argument.words}) > 0 and prose.says(prose.ITEM_ID, argument.description)


def _is_backward(own: set[str], argument: Argument) -> bool:
    if {"after", "next", "before", "previous", "prev", "backward"} & own:
        return bool({"before", "previous", "prev", "backward"} & own) and "after" not in own
    return prose.says(prose.BACK, argument.description)


def _is_filter(argument: Argument) -> bool:
    if argument.kind == "date" or argument.hints.format in {"date-time", "date", "unix-time", "timestamp"}:
        return True
    has_cursor = prose.says(prose.CURSOR, argument.description) or is_item_id(argument)
    return prose.says(prose.TIME, argument.description) and not has_cursor


def _is_number(argument: Argument) -> bool:
    """Tell whether an argument takes a number; text that is a number by default or by example does, too."""
    if argument.kind in NUMERIC:
        return True
    samples = (argument.default, argument.hints.example)
    return argument.kind == "text" and any(
        isinstance(sample, int) or (isinstance(sample, str) and sample.strip('"').isdigit())
        for sample in samples
    )


# --- what a response says ---


def as_next(member: Member, *, backward: bool = False) -> Case | None:
    """Return the evidence that a member is the cursor of the next page, or of the one before."""
    if member.kind not in {"text", "any", "number"}:
        return None
    if prose.says(prose.FLAG, member.description):
        return None
    case, own, trail = Case(), {*member.words}, {*member.trail}
    is_back = bool(
        {"previous", "prev", "before"} & trail
        or ({"start", "begin", "first"} & own and own & (CURSORS | TOKENS))
    )
    if own & NEVER or is_back != backward or {"self", "current"} & trail:
        return None
    name = ".".join(member.path)
    direction = bool({"next", "previous", "prev"} & trail)
    is_counted = member.kind == "number" and not direction and not own & CURSORS
    if is_counted or {"per", "size", "limit", "total", "count"} & own:
        return None
    points, what = _next_points(own, trail, direction=direction)
    case.add(points, "name", f"'{name}' is called {what}", member.location)
    if prose.says(prose.NEXT, member.description):
        case.add(4, "prose", f"'{name}' is said to lead to the next page", member.told_at)
    if not case.points:
        return None
    if prose.says(prose.ENDS, member.description):
        case.add(2, "prose", f"'{name}' is said to be missing at the end", member.told_at)
    elif member.is_optional:
        case.add(1, "shape", f"'{name}' may be missing", member.location)
    if prose.says(prose.SYNC, member.description) and "cursor" not in own:
        case.add(-6, "prose", f"'{name}' is said to be a state to go on from later", member.told_at)
    return case if case.points > 0 else None


def _next_points(own: set[str], trail: set[str], *, direction: bool) -> tuple[int, str]:
    """Return how much the words of a member speak for a cursor, and what they call it."""
    marks = CURSORS | TOKENS | {"after", "before", "offset", "page", "from", "index", "start"}
    if direction and (own & marks or own <= {"next", "previous", "prev"}):
        is_mark = own & (CURSORS | {"token", "marker", "after", "before", "key"})
        return (5 if is_mark else 4), "the next"
    if own & CURSORS:
        return 4, "a cursor"
    if ({"last", "end", "first"} & own and own & TOKENS) or {"last", "evaluated"} <= own:
        return 3, "the key of the last item"
    is_of_pages = (PAGES & trail and "token" in own) or (TOKENS & own and (PAGES - {"page"}) & own)
    if {"marker", "after", "before"} & own or is_of_pages:
        return 3, "a mark"
    return (
        (1, "what may be a mark")
        if own & {"token", "pointer", "offset", "from", "start", "position"}
        else (0, "")
    )


def is_next(member: Member) -> bool:
    """Tell whether a member is called what leads on, and is not only one that may repeat what was sent."""
    return bool({*member.trail} & ({"next", "marker", "end", "last"} | CURSORS))


def as_url(member: Member, *, backward: bool = False) -> Case | None:
    """Return the evidence that a member is the URL of the next page, or of the one before."""
    if member.kind not in {"text", "any"}:
        return None
    trail = {*member.trail}
    wanted = {"previous", "prev"} if backward else {"next"}
    if not wanted & trail or ({"id"} | DOCUMENTED) & {*member.words}:
        return None
    case, name = Case(), ".".join(member.path)
    if member.hints.format in {"uri", "url", "uri-reference", "iri", "iri-reference", "hyperlink"}:
        case.add(5, "format", f"'{name}' has the format of a URL", member.location)
    example = next((item for item in (member.hints.example, member.example) if isinstance(item, str)), "")
    if example.startswith(("http://", "https://", "/")):
        case.add(5, "example", f"'{name}' has a URL for an example", member.told_at)
    if URLS & trail:
        points = 5 if URLS & {*member.words} and wanted & {*member.words} else 4
        case.add(points, "name", f"'{name}' is called a URL", member.location)
    if prose.says(prose.URL, member.description):
        case.add(4, "prose", f"'{name}' is said to be a URL", member.told_at)
    if not case.points:
        return None
    case.add(3, "name", f"'{name}' is called the next", member.location)
    if prose.says(prose.NEXT, member.description):
        case.add(2, "prose", f"'{name}' is said to lead to the next page", member.told_at)
    if member.is_optional:
        case.add(1, "shape", f"'{name}' may be missing", member.location)
    return case


def is_relation(member: Member) -> bool:
    """Tell whether a member is the URL of a link that its relation chooses from a list."""
    return any(name.startswith("[rel=") for name in member.path)


def as_more(member: Member) -> Case | None:
    """Return the evidence that a member says whether there is more."""
    if member.kind != "flag":
        return None
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    if "more" in own or ({"next", "truncated"} & own and not {"previous", "prev"} & own):
        case.add(4, "flag", f"'{name}' is called so", member.location)
    elif prose.says(prose.MORE, member.description) and not {"previous", "prev", "before"} & own:
        case.add(3, "flag", f"'{name}' is said to tell whether there is more", member.location)
    return case if case.points and "incomplete" not in own else None


def as_done(member: Member) -> Case | None:
    """Return the evidence that a member says whether this is the last page."""
    if member.kind != "flag":
        return None
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    if own & {"last", "done", "finished", "exhausted"} and own <= {
        "last",
        "done",
        "finished",
        "exhausted",
        "is",
        "page",
    }:
        case.add(4, "flag", f"'{name}' is called so", member.location)
    elif own & {"end", "complete", "last"} and prose.says(prose.DONE, member.description):
        case.add(3, "flag", f"'{name}' is said to tell the end", member.location)
    return case if case.points else None


# What has one of these is the number of one page: `next_page_number`.
OF_ONE_PAGE = frozenset({"current", "first", "next", "prev", "previous"})


def as_total_pages(member: Member) -> Case | None:
    """Return the evidence that a member is the number of pages."""
    if member.kind != "number":
        return None
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    if own & OF_ONE_PAGE:
        return None
    if "page" in own and {"total", "count", "last", "num", "number", "max", "of", "all"} & own:
        # `pageNumber` is the page's own; `numberOfPages`, `numPages` and `pageCount` are of all.
        own_number = own <= {"page", "number", "num", "no"} and member.words[0] == "page"
        case.add(0 if own_number else 4, "total", f"'{name}' is called the number of pages", member.location)
    elif "page" in own and member.path[-1].lower().endswith("pages"):
        case.add(3, "total", f"'{name}' is called pages", member.location)
    if prose.says(prose.TOTAL_PAGES, member.description) and not {"size", "per", "current"} & own:
        case.add(2, "prose", f"'{name}' is said to be the number of pages", member.location)
    return case if case.points > 0 and "per" not in own else None


def is_page_number(member: Member) -> bool:
    """Tell whether what leads to the next page is its number."""
    return member.kind == "number" and not NO_NUMBERS & {*member.words}


def as_total(member: Member) -> Case | None:
    """Return the evidence that a member is the number of all items."""
    if member.kind != "number" or as_total_pages(member) is not None:
        return None
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    if own <= {"value", "count"} and len(member.path) > 1:  # `total: {value: 3, relation: "eq"}`
        own |= {"total"} if words(member.path[-2]) == ("total",) else set()
    if NO_TOTALS & own or ({"per", "page", "size", "current"} & own and "total" not in own):
        return None
    if prose.says(prose.BYTES, member.description):
        return None
    if "total" in own:
        case.add(4, "total", f"'{name}' is called a total", member.location)
        if prose.says(prose.TOTAL, member.description):
            case.add(1, "prose", f"'{name}' is said to be the number of all items", member.location)
    elif prose.says(prose.TOTAL, member.description) and not prose.says(prose.ON_PAGE, member.description):
        points = 4 if own & TOTALS else 3
        case.add(points, "total", f"'{name}' is said to be the number of all items", member.location)
    elif own <= TOTALS and {"hit", "found", "matched", "match", "available"} & own:
        case.add(3, "total", f"'{name}' is called a number of what was found", member.location)
    elif own & {"count"} and len(own) <= LISTED:
        case.add(1, "total", f"'{name}' may be the number of all items", member.location)
    return case if case.points else None


def is_of_all(member: Member, beside: Iterable[Member]) -> bool:
    """Tell whether a mere `count` is that of all items, by what stands with it.

    So it is beside a count of the page itself, beside what leads to the pages around, and where the number of
    pages and that of the page itself are told, unless it is said to be of what was returned.
    """
    if member.words != ("count",) or prose.says(prose.OF_PAGE, member.description):
        return False
    others = [item for item in beside if item is not member]
    numbers = [item for item in others if item.kind == "number"]
    if any({"count", "current"} <= {*item.words} for item in numbers):
        return True
    if {("next",), ("previous",)} <= {item.words for item in others if item.kind in {"text", "any"}}:
        return True
    return any(map(as_total_pages, numbers)) and any(map(as_current, numbers))


def as_current(member: Member, beside: Iterable[Member] = ()) -> Case | None:
    """Return the evidence that a member is the number of its page.

    Args:
        member: the member.
        beside: what stands with it: a mere `number` beside that of all pages is the page's own.
    """
    if member.kind != "number":
        return None
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    alone = own <= {"page", "number", "no", "index", "current", "num"} and not member.path[
        -1
    ].lower().endswith("pages")
    if "page" in own and alone:
        case.add(3, "shape", f"'{name}' is the number of the page itself", member.location)
    elif own == {"number"} and (PAGES & {*member.trail} or any(map(as_total_pages, beside))):
        case.add(2, "shape", f"'{name}' is the number of the page itself", member.location)
    return case if case.points else None


def is_about(member: Member, facts: Facts) -> bool:
    """Tell whether a list is called as lists are, or what the operation is about."""
    own = {*member.words}
    return not member.path or bool(own & (CONTAINERS | facts.subject))


def as_items(member: Member, facts: Facts) -> Case:
    """Return the evidence that a list is the one that the operation is about."""
    case, own, name = Case(), {*member.words}, ".".join(member.path)
    item = kind_of(item_of(member.type, facts.definitions), facts.definitions)
    if not member.path:
        case.add(4, "shape", "the body is a list", member.location)
        return case
    if item in {"object", "any", "map"}:
        case.add(2, "shape", f"'{name}' is a list of objects", member.location)
    depth = len(member.path)
    case.add({1: 2, 2: 1}.get(depth, -4), "shape", f"'{name}' is {depth} deep", member.location)
    if own <= PLAIN:
        points = 6 if own == {"data"} else 5
        case.add(points, "name", f"'{name}' is called as lists are", member.location)
    elif own <= CONTAINERS | facts.subject and own & CONTAINERS:
        case.add(3, "name", f"'{name}' is called after what it holds", member.location)
    if own and own <= facts.subject:
        case.add(4, "name", f"'{name}' is called what the path is about", member.location)
    elif own & facts.subject:
        case.add(2, "name", f"'{name}' is called nearly what the path is about", member.location)
    elif own and own <= {*words(facts.operation.summary)} - CONTAINERS:
        case.add(2, "prose", f"the summary speaks of '{name}'", member.location)
    holders = {*words_of(member.path[:-1])}
    if (own & ASIDE and not own <= facts.subject) or holders & ASIDE - facts.subject:
        case.add(-5, "name", f"'{name}' is called something beside", member.location)
    if member.kind == "map":
        points = -4 if item in {"object", "list"} else -8
        case.add(points, "shape", f"'{name}' is a map", member.location)
    if not member.is_optional:
        case.add(1, "shape", f"'{name}' is always there", member.location)
    return case
