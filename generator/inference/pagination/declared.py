"""Pages that are declared: what settings and extensions say, held against what the operation has."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from fnmatch import fnmatchcase

from generator.diagnostics import Location, closest, error
from generator.inference.pagination import roles
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.collecting import Collector
from generator.inference.pagination.ends import (
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
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.findings import Findings
from generator.inference.pagination.shapes import item_of, objects_of
from generator.ir import Anything, Definition, Entry, Evidence, Map, Operation, Type
from generator.page_settings import PageKind, PageSettings
from generator.pages import (
    PageDeclaration,
    Pagination,
    Path,
    Read,
    Turn,
    Write,
    bracketed,
    dotted,
    in_words,
    told_write,
)
from generator.records import dataclass
from generator.type_tree import deref, fields_of, variants_of, without_null

HEADER = "header:"
LINK = "link"


class MisfitError(Exception):
    """What is declared is not what the operation has; the message says what is not there."""


def declare_pages(
    operation: Operation, definitions: Mapping[Location, Definition], findings: Findings
) -> tuple[Operation, bool]:
    """Return an operation with the pages that are declared for it, and whether that settles it.

    The first declaration that fits is taken. One that is about this operation alone and does not fit is an
    error; one in the words of another tool is told in the ledger; one for many is for those that it fits.
    """
    for declaration in operation.declared_pages:
        if declaration.settings.off:
            return operation, True
        try:
            pagination, untold = _declared(declaration, operation, definitions)
        except MisfitError as misfit:
            if declaration.is_exact:
                _tell(misfit, declaration, findings)
            continue
        findings.ledger += [
            Entry(
                kind="approximated",
                code="undescribed-cursor",
                message=f"{declaration.name}: the response is not said to have {text!r}, and is read there",
                location=operation.location,
            )
            for text in untold
        ]
        findings.evidence.append(
            Evidence(
                subject=operation.location,
                topic="pagination",
                conclusion=f"pages {in_words(pagination)}",
                because=f"{declaration.name} says so",
            )
        )
        return replace(operation, pagination=pagination), True
    return operation, False


def _declared(
    declaration: PageDeclaration, operation: Operation, definitions: Mapping[Location, Definition]
) -> tuple[Pagination, list[str]]:
    """Return the pages that a declaration describes, and where it reads what no response is said to have.

    What it does not say is as it looks.

    Raises:
        MisfitError: where something that it names is not there.
    """
    facts = Collector(definitions).collect(operation, is_declared=declaration.is_exact)
    if facts is None:
        raise MisfitError("the operation answers no JSON")
    reader = _Reader(declaration, facts)
    return reader.pages(), reader.untold


def _tell(misfit: MisfitError, declaration: PageDeclaration, findings: Findings) -> None:
    message = f"{declaration.name}: {misfit}"
    if declaration.is_foreign:
        entry = Entry(
            kind="approximated", code="unread-pagination", message=message, location=declaration.location
        )
        findings.ledger.append(entry)
    else:
        findings.errors.append(error("bad-pagination", message, declaration.location))


@dataclass(frozen=True)
class _Reader:
    """Reads one declaration with the facts of one operation."""

    declaration: PageDeclaration
    facts: Facts
    untold: list[str] = field(default_factory=list[str])

    @property
    def _said(self) -> PageSettings:
        return self.declaration.settings

    def pages(self) -> Pagination:
        said, cast = self._said, Cast(facts=self.facts)
        kind = self._kind()
        items = self._items(cast)
        turn = self._turn(kind, items)
        write = None if turn.write.place == "url" else self._argument(told_write(turn.write))
        found_size = cast.size_beside(write)
        size = self._argument(said.size_parameter) if said.size_parameter else found_size and found_size[0]
        is_counted = kind in {"page", "offset"}
        total, pages = self._read(said.total), self._total_pages(kind, cast)
        first = self._first(kind, write, cast) if is_counted else 1
        always = tuple((self._argument(name).write, value) for name, value in said.always.items())
        following = self._read(said.following) or following_of(cast, kind, turn)
        is_told = write is not None and write.write in {place for place, _ in always}
        return Pagination(
            kind=kind,
            items=items.path,
            next=turn,
            previous=self._previous(kind, turn, cast),
            more=self._read(said.more) or read_of(cast.more),
            done=self._read(said.done) or read_of(cast.done),
            total=(total if total != pages else None) or total_of(cast),
            total_pages=pages or (read_of(cast.total_pages) if kind == "page" else None),
            current=self._read(said.current) or current_of(cast, kind, write),
            following=following,
            number=number_of(cast, kind, following),
            start=start_of(cast, kind),
            size=None if size is None else page_size(size),
            first=first,
            always=(*always, *(() if is_told else begun(write, kind, first))),
            source=self.declaration.source,
            reasons=("declared",),
        )

    def _kind(self) -> PageKind:
        said = self._said
        if said.kind is not None:
            return said.kind
        if said.page_parameter is not None:
            return "page"
        if said.offset_parameter is not None:
            return "offset"
        if said.next is not None and said.next.lower() == f"{HEADER}{LINK}":
            return "link"
        if said.next is not None:
            return "cursor" if said.next_parameter is not None else "url"
        raise MisfitError("it says neither what leads to the next page nor what takes its number")

    def _total_pages(self, kind: PageKind, cast: Cast) -> Read | None:
        """Return where the number of pages is; the manifest has it as `total` where it has no other."""
        said, total = self._said, self._read(self._said.total)
        if said.total_pages is not None or kind != "page":
            return self._read(said.total_pages)
        return total if total in [member.read for member, _ in cast.total_pages] else None

    def _first(self, kind: PageKind, write: Argument | None, cast: Cast) -> int:
        if self._said.first is not None:
            return self._said.first
        return first_of(cast, write, kind) if write is not None else 1

    # --- the response ---

    def _items(self, cast: Cast) -> Member:
        wanted = self._said.items
        if wanted is None:
            found, rivals = cast.items_near(None) if self.facts.lists else (None, ())
            if found is None or rivals:
                raise MisfitError("it does not say where the items are, and the response does not tell")
            return found
        fitting = [item for item in self.facts.lists if fnmatchcase(dotted(item.path), wanted)]
        if fitting:
            return max(fitting, key=lambda item: roles.as_items(item, self.facts).points)
        path = _path(wanted)
        if not self._leads_somewhere(path):
            raise MisfitError(f"the response has no list {wanted!r}{self._hint(wanted, self._lists())}")
        return self._untyped(path)

    def _untyped(self, path: Path) -> Member:
        return Member(
            read=Read(path=path),
            kind="any",
            type=Anything(),
            description="",
            is_optional=True,
            location=self.facts.response.location,
        )

    def _lists(self) -> Iterator[str]:
        return (dotted(item.path) for item in self.facts.lists)

    def _leads_somewhere(self, path: Path) -> bool:
        """Tell whether a path may be in the body, as far as that is described."""
        return _may_have(self.facts.body.type, path, self.facts.definitions)

    def _read(self, text: str | None, *, may_be_untold: bool = False) -> Read | None:
        if text is None:
            return None
        if text.startswith(HEADER):
            return Read(place="header", path=(text.removeprefix(HEADER),))
        here = [item.read for item in self.facts.members if dotted(item.path) == text]
        if here:  # its names may have dots in them
            return here[0]
        path = _path(text)
        if not self._leads_somewhere(path):
            known = [dotted(item.path) for item in self.facts.members if item.read.place == "body"]
            hint = self._hint(text, known)
            if hint or not may_be_untold:
                raise MisfitError(f"the response has no {text!r}{hint}")
            self.untold.append(text)
        return Read(path=path)

    # --- the request ---

    def _argument(self, text: str | None) -> Argument:
        for argument in self.facts.arguments:
            if text in {told_write(argument.write), bracketed(argument.write.path)}:
                return argument
        known = [told_write(argument.write) for argument in self.facts.arguments]
        raise MisfitError(f"the request has no {text!r}{self._hint(text or '', known)}")

    # --- the ways ---

    def _turn(self, kind: PageKind, items: Member) -> Turn:
        said = self._said
        match kind:
            case "page" | "offset":
                name = said.page_parameter or said.offset_parameter or said.next_parameter
                return Turn(read=Read(place="count"), write=self._argument(name).write)
            case "link":
                return link_to("next")
            case "item":
                read = Read(place="item", path=self._field(items))
                return Turn(read=read, write=self._argument(said.next_parameter).write)
            case "url":
                return Turn(read=self._needed(said.next), write=Write(place="url"))
            case _:
                return self._cursor_turn()

    def _cursor_turn(self) -> Turn:
        argument, read = self._argument(self._said.next_parameter), self._needed(self._said.next)
        if self._said.from_url:
            relation = "next" if read.place == "header" and read.path[0].lower() == LINK else None
            read = Read(place=read.place, path=read.path, relation=relation, query=argument.name)
        return Turn(read=read, write=argument.write)

    def _needed(self, text: str | None) -> Read:
        """Return what leads on; where a setting knows what takes it, no response need be said to have it."""
        is_ours = not self.declaration.is_foreign and self._said.next_parameter is not None
        read = self._read(text, may_be_untold=is_ours)
        if read is None or not read.path:
            raise MisfitError("it does not say what leads to the next page")
        return read

    def _field(self, items: Member) -> Path:
        path = _path(self._said.next or "id")
        if not _may_have(item_of(items.type, self.facts.definitions), path, self.facts.definitions):
            objects = objects_of(item_of(items.type, self.facts.definitions), self.facts.definitions)
            known = [item.name for found in objects for item in fields_of(found, self.facts.definitions)]
            raise MisfitError(f"an item has no {dotted(path)!r}{self._hint(dotted(path), known)}")
        return path

    def _previous(self, kind: PageKind, turn: Turn, cast: Cast) -> Turn | None:
        said = self._said
        if said.previous is None and said.previous_parameter is None:
            return previous_of(cast, kind, turn)
        if kind == "item":
            return Turn(read=turn.read, write=self._argument(said.previous_parameter).write)
        write = Write(place="url") if kind == "url" else self._argument(said.previous_parameter).write
        return Turn(read=self._needed(said.previous), write=write)

    @staticmethod
    def _hint(text: str, known: Iterator[str] | list[str]) -> str:
        close = closest(text, sorted({*known}))
        return "" if close is None else f"; did you mean {close!r}?"


def _path(text: str) -> Path:
    return tuple(part for part in text.split(".") if part)


def _may_have(type_: Type, path: Path, definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether values of a type may have something at a path."""
    if not path:
        return True
    inner = without_null(deref(type_, definitions))
    for variant in variants_of(inner, definitions):
        if isinstance(variant, Anything):
            return True
        if isinstance(variant, Map) and _may_have(variant.value, path[1:], definitions):
            return True
    for found in objects_of(inner, definitions):
        for item in fields_of(found, definitions):
            if item.name == path[0] and _may_have(item.type, path[1:], definitions):
                return True
    return False
