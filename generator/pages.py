"""How the pages of an operation are linked: one record for all kinds, in wire names."""

from typing import Literal, TypeAlias

from generator.diagnostics import Location
from generator.page_settings import PageKind, PageSettings
from generator.records import dataclass

Path: TypeAlias = tuple[str, ...]
PageSource: TypeAlias = Literal["inferred", "extension", "configured"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Where a response says something about its pages.

    Attributes:
        place: in its body, in a header, in its last item (backward: in its first), or nowhere: it is counted.
        path: the wire names that lead to it, the header's name, or those of the item's field.
        relation: the relation of a `Link` header whose URL is meant (RFC 8288).
        query: the parameter of the URL that stands there whose value is meant.
        is_url: whether it is known that a URL stands there; else it is taken for one where it looks so.
    """

    place: Literal["body", "header", "item", "count"] = "body"
    path: Path = ()
    relation: str | None = None
    query: str | None = None
    is_url: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Where a request says which page it wants: in a parameter, in the body, or in the whole URL."""

    place: Literal["query", "header", "path", "body", "url"] = "query"
    path: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The way to another page: what is read from a response, and where the next request has it."""

    read: Read
    write: Write


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """Where a request says how many items it wants, and what the document says about that number."""

    write: Write
    default: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How the pages of an operation are linked, whatever their kind.

    Attributes:
        kind: what leads from a page to the next one: a cursor, the last item's field, a URL in the body or in
            a `Link` header, or a number of pages or items that is counted.
        items: where a response has its items; the empty path is the body itself.
        next: the way forward.
        previous: the way back.
        more: where a response says that there is more.
        done: where it says that there is no more.
        total: where it has the number of all items.
        total_pages: where it has the number of pages.
        current: where it has its own number, or that of its first item.
        following: where a page has the number of the one after it, and null where there is none; where
            pages are not counted, that or its URL, if `next` leads nowhere.
        number: what takes that number, of pages that are not counted.
        start: what else says where a walk begins, where URLs lead on.
        size: how a request says how many items it wants.
        first: the number of the first page or item, of those that are counted.
        always: what every request must have besides.
        source: who says so.
        score: the points of an inference.
        reasons: the kinds of evidence for it.
    """

    kind: PageKind
    items: Path
    next: Turn
    previous: Turn | None = None
    more: Read | None = None
    done: Read | None = None
    total: Read | None = None
    total_pages: Read | None = None
    current: Read | None = None
    following: Read | None = None
    number: Write | None = None
    start: Write | None = None
    size: PageSize | None = None
    first: int = 1
    always: tuple[tuple[Write, str | int | float | bool], ...] = ()
    source: PageSource = "inferred"
    score: int = 0
    reasons: tuple[str, ...] = ()


def dotted(path: Path) -> str:
    """Return a path in a body as prose writes it: `pagination.next`."""
    return ".".join(path)


def bracketed(path: Path) -> str:
    """Return a path among parameters as it stands on the wire: `page[after]`."""
    return path[0] + "".join(f"[{name}]" for name in path[1:])


def told_read(read: Read) -> str:
    """Return where something is read, as the manifest has it."""
    if read.place == "header":
        return f"header:{dotted(read.path)}"
    return dotted(read.path)


def told_write(write: Write) -> str:
    """Return where something is written, as the manifest has it: `page[after]`, `body:a.b`, `header:X`."""
    match write.place:
        case "query":
            return bracketed(write.path)
        case "url":
            return ""
        case place:
            return f"{place}:{dotted(write.path)}"


def in_words(pages: Pagination) -> str:
    """Return how pages are turned, in words, with the document's names as they are."""
    of = f"of '{dotted(pages.items)}'" if pages.items else "of the list that is the body"
    reads, writes = told_read(pages.next.read), told_write(pages.next.write)
    match pages.kind:
        case "page":
            return f"{of} by number: {_at(writes)}{_up_to(pages)}"
        case "offset":
            return f"{of} by the number of items before them: {_at(writes)}{_up_to(pages)}"
        case "item":
            words = f"{of}: '{reads}' of the last item goes to {_at(writes)}"
        case "url":
            words = f"{of}: the URL in {_at(reads)} is asked for"
        case "link":
            words = f"{of}: the URL in the header '{dotted(pages.next.read.path)}' is asked for"
        case "cursor":
            words = f"{of}: {_taken(pages.next.read)} goes to {_at(writes)}"
    return words + _backward(pages)


def _up_to(pages: Pagination) -> str:
    total = pages.total_pages or pages.total
    return "" if total is None else f" up to {_at(told_read(total))}"


def _taken(read: Read) -> str:
    told = _at(told_read(read))
    return f"'{read.query}' of the URL in {told}" if read.query and read.is_url else told


def _at(told: str) -> str:
    """Return where something stands, in words: what the manifest has as `header:Link` is in a header."""
    place, colon, name = told.partition(":")
    match place if colon else "":
        case "header":
            return f"the header '{name}'"
        case "body":
            return f"'{name}' of the body"
        case _:
            return f"'{told}'"


def _backward(pages: Pagination) -> str:
    if pages.previous is None:
        return ""
    writes = told_write(pages.previous.write)
    if pages.previous.read.path == pages.next.read.path and not writes:
        return ", and back in the same way"
    if not writes:
        return f", and back the one in {_at(told_read(pages.previous.read))}"
    if pages.kind == "item":
        return f", of the first one to {_at(writes)}"
    return f", {_taken(pages.previous.read)} to {_at(writes)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDeclaration:
    """A statement about the pages of an operation, before anything is inferred.

    Attributes:
        settings: what it says.
        source: who says it.
        name: what it is called where it stands: `x-oasmith-pagination`, or the key of the settings.
        location: where it stands, or the operation that it is about.
        is_exact: whether it is about this operation alone, so that what does not fit is an error.
        is_foreign: whether it is in the words of another tool; what we cannot follow is told in the ledger.
    """

    settings: PageSettings
    source: PageSource
    name: str
    location: Location
    is_exact: bool = True
    is_foreign: bool = False
