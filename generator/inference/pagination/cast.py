"""What each value of an operation could be for paging: the cast of its rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import TypeAlias, TypeVar

from generator.diagnostics import Location
from generator.inference.pagination import prose, roles, vocabulary
from generator.inference.pagination.evidence import Case
from generator.inference.pagination.facts import Argument, Facts, Member
from generator.inference.pagination.shapes import item_of, kind_of, objects_of
from generator.inference.pagination.vocabulary import SIZE_WORDS
from generator.inference.pagination.words import key, words, words_of
from generator.ir import Definition, Field
from generator.pages import Path, Read, bracketed, dotted, told_read
from generator.records import dataclass
from generator.type_tree import fields_of

Thing = TypeVar("Thing", Argument, Member)
Near: TypeAlias = tuple[Member, tuple[str, ...]]
POSITION = 3
GROUP = 3  # an object with more fields is a thing with a list in it


@dataclass(frozen=True, kw_only=True)
class Cast:
    """What each value of an operation could be, with the evidence for it."""

    facts: Facts
    _known: dict[Read | None, Near] = field(default_factory=dict[Read | None, Near])

    @cached_property
    def sizes(self) -> list[tuple[Argument, Case]]:
        """The arguments that may be a size, the likeliest first."""
        found = _cast(self.facts.arguments, roles.as_size)
        return sorted(found, key=lambda pair: (-pair[1].points, len({*pair[0].words} - SIZE_WORDS)))

    @cached_property
    def pages(self) -> list[tuple[Argument, Case]]:
        """The arguments that may be the number of a page."""
        return _cast(self.facts.arguments, roles.as_page)

    @cached_property
    def offsets(self) -> list[tuple[Argument, Case]]:
        """The arguments that may be an offset."""
        return _cast(self.facts.arguments, roles.as_offset)

    @cached_property
    def cursors(self) -> list[tuple[Argument, Case]]:
        """The arguments that may take a cursor; where none may, those that prose says take what leads on."""
        return _cast(self.facts.arguments, roles.as_cursor) or self._taking()

    def _taking(self) -> list[tuple[Argument, Case]]:
        """Return arguments whatever they are called that the prose of the next cursor names."""
        told = {name for item, _ in self._called_next for name in prose.named_in(item.description)}
        free = (
            item
            for item in self.facts.arguments
            if item.kind in {"text", "any"}
            and not item.is_required
            and not prose.says(prose.SWITCH, item.description)
        )
        sizes = [item for item, _ in self.sizes]
        return [(item, Case()) for item in free if bracketed(item.write.path) in told and item not in sizes]

    @cached_property
    def cursors_back(self) -> list[tuple[Argument, Case]]:
        """The arguments that may take a cursor of the page before."""
        return _cast(self.facts.arguments, lambda item: roles.as_cursor(item, backward=True))

    @cached_property
    def _called_next(self) -> list[tuple[Member, Case]]:
        """The members that may be the next cursor or its URL, by what is said of them."""
        return _cast(self.facts.members, roles.as_next)

    @cached_property
    def nexts(self) -> list[tuple[Member, Case]]:
        """The members that may be the next cursor."""
        urls = {item.read for item, _ in self.urls}
        found = [pair for pair in self._called_next if pair[0].read not in urls]
        return [*found, *self._named(urls | {item.read for item, _ in found})]

    def _named(self, known: set[Read]) -> Iterator[tuple[Member, Case]]:
        """Yield members whatever they are called that the prose of a cursor names as what it takes."""
        told = {name for item, _ in self.cursors for name in prose.named_in(item.description)}
        arguments = {item.name for item, _ in self.cursors}
        known = known | {item.read for item, _ in (*self.nexts_back, *self.urls_back)}
        for member in self.facts.members:
            is_text = member.kind in {"text", "any"} and not vocabulary.STAYS & {*member.trail}
            if not is_text or member.read in known:
                continue
            if {told_read(member.read), *member.path[-1:]} & told:
                yield member, Case()
            elif "next" in words_of(member.path[:-1]) and member.path[-1] in arguments:
                case, name = Case(), dotted(member.path)
                case.add(
                    4, "name", f"'{name}' stands with the next, under a parameter's name", member.location
                )
                yield member, case

    @cached_property
    def nexts_back(self) -> list[tuple[Member, Case]]:
        """The members that may be the cursor of the page before."""
        return _cast(self.facts.members, lambda item: roles.as_next(item, backward=True))

    @cached_property
    def urls(self) -> list[tuple[Member, Case]]:
        """The members that may be the URL of the next page."""
        return _cast(self.facts.members, roles.as_url)

    @cached_property
    def urls_back(self) -> list[tuple[Member, Case]]:
        """The members that may be the URL of the page before."""
        return _cast(self.facts.members, lambda item: roles.as_url(item, backward=True))

    @cached_property
    def more(self) -> list[tuple[Member, Case]]:
        """The members that may say that there is more."""
        return _cast(self.facts.members, roles.as_more)

    @cached_property
    def done(self) -> list[tuple[Member, Case]]:
        """The members that may say that there is no more."""
        return _cast(self.facts.members, roles.as_done)

    @cached_property
    def totals(self) -> list[tuple[Member, Case]]:
        """The members that may be the number of all items; of equals the one that is not so deep."""
        return sorted(
            _cast(self.facts.members, roles.as_total), key=lambda pair: (-pair[1].points, len(pair[0].path))
        )

    @cached_property
    def total_pages(self) -> list[tuple[Member, Case]]:
        """The members that may be the number of pages."""
        return _cast(self.facts.members, roles.as_total_pages)

    @cached_property
    def currents(self) -> list[tuple[Member, Case]]:
        """The members that may be the number of the page itself."""
        beside = self.facts.beside
        return _cast(self.facts.members, lambda item: roles.as_current(item, beside[item.path[:-1]]))

    @cached_property
    def link(self) -> Member | None:
        """The declared header `Link`."""
        headers = (item for item in self.facts.members if item.read.place == "header")
        return next((item for item in headers if item.path[0].lower() == "link"), None)

    @cached_property
    def has_position(self) -> Argument | None:
        """The likeliest argument that says which page is wanted, whatever the kind."""
        found = [*self.pages, *self.offsets, *self.cursors]
        best = max(found, key=lambda pair: pair[1].points, default=None)
        return best[0] if best is not None and best[1].points >= POSITION else None

    def same_in_response(self, argument: Argument) -> Member | None:
        """Return the number in the response that is called as an argument is."""
        return self.facts.numbers.get(key(argument.name))

    def size_beside(self, argument: Argument | None) -> tuple[Argument, Case] | None:
        """Return the likeliest size besides the argument; of those in a body one in the same object.

        Of equals it is one whose name has a word of the argument's: `page_size` goes with `page`.
        """
        fit = [
            pair
            for pair in self.sizes
            if pair[0] is not argument and (argument is None or _is_together(pair[0], argument))
        ]
        equals = [pair for pair in fit if pair[1].points == fit[0][1].points]
        own = {*argument.words} if argument is not None else set[str]()
        return next((pair for pair in equals if own & {*pair[0].words}), fit[0] if fit else None)

    @cached_property
    def list_points(self) -> Mapping[Path, int]:
        """How much speaks for each list that the operation is about it."""
        return {item.path: roles.as_items(item, self.facts).points for item in self.facts.lists}

    def items_near(self, near: Member | None) -> Near:
        """Return the list that the operation is about, and those that would do as well.

        Args:
            near: a value that leads to the next page, which stands near that list.
        """
        read = None if near is None else near.read
        if read not in self._known:
            self._known[read] = self._ranked(near)
        return self._known[read]

    def _ranked(self, near: Member | None) -> Near:
        ranked: list[tuple[int, int, bool, str, Member]] = []
        for item in self.facts.lists:
            points = self.list_points[item.path]
            if (
                near is not None
                and near.read.place == "body"
                and item.path[:-1] == near.path[: len(item.path) - 1]
            ):
                points += 1
            is_bare = not objects_of(item_of(item.type, self.facts.definitions), self.facts.definitions)
            ranked.append((-points, len(item.path), is_bare, dotted(item.path), item))
        ranked.sort(key=lambda entry: entry[:4])
        best = ranked[0]
        rivals = [
            entry[3]
            for entry in ranked[1:]
            if entry[:3] == best[:3] or (entry[0] <= best[0] + 1 and _are_together(entry[4], near, best[4]))
        ]
        return best[4], tuple([best[3], *rivals] if rivals else ())

    def has_groups(self, items: Member) -> bool:
        """Tell whether each item of a list is a list itself, with the number of what is in it.

        What an offset or a page counts is then not told.
        """
        definitions = self.facts.definitions
        variants = objects_of(item_of(items.type, definitions), definitions)
        return any(_is_group(fields_of(item, definitions), definitions) for item in variants)


def _is_group(fields: Sequence[Field], definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether fields are those of a list with its number, or of a page of one."""
    kinds = {field.name: kind_of(field.type, definitions) for field in fields}
    if not {"list", "number"} <= {*kinds.values()} or not any(map(_counts, kinds)):
        return False
    lists = [{*words(name)} for name, kind in kinds.items() if kind == "list"]
    is_page = any(own <= vocabulary.PLAIN for own in lists) and any("page" in words(name) for name in kinds)
    return is_page or len(fields) <= GROUP


def _are_together(item: Member, near: Member | None, other: Member) -> bool:
    """Tell whether a list stands in one object with a value of the body, and another list does not."""
    if near is None or near.read.place != "body" or len(item.path) == 1:
        return False
    return item.path[0] == near.path[0] != other.path[0]


def _counts(name: str) -> bool:
    own = {*words(name)}
    return bool(own & {"total", "count"}) and own <= vocabulary.TOTALS | vocabulary.THINGS | {"length"}


def _cast(things: Iterable[Thing], role: Callable[[Thing], Case | None]) -> list[tuple[Thing, Case]]:
    """Return the things that may have a role, the likeliest first."""
    found = [(thing, case) for thing in things if (case := role(thing)) is not None]
    return sorted(found, key=lambda pair: -pair[1].points)


def _is_together(size: Argument, argument: Argument) -> bool:
    places = {size.write.place, argument.write.place}
    return places != {"body"} or size.write.path[:-1] == argument.write.path[:-1]
