"""What a model may be called: its own name, or what it is in the nearest thing that has one, said once.

What stands in an operation takes the call: `SubscriptionUpdateParams` is the body of `subscriptions.update`,
`SubscriptionUpdateResponse` its answer, `SubscriptionUpdateItems` what is in the body as `items`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from generator.diagnostics import Location
from generator.ir import Definition, Enum, Object, Origin, Union
from generator.python.identifiers import pascal
from generator.python.naming.plurals import singular
from generator.records import dataclass
from generator.words import words

# Names longer than this are worth a shorter one; none that is made so is longer than that.
LONG, LONGEST = 40, 60
# Words of a title that is a name and no sentence.
MOST_WORDS = 5
# Words that a step shares with the beginning of what it stands in, and does not say again.
SHARED = 2
# What the steps of lists and maps are.
UNNAMED = frozenset({"[]", "{}"})
# The step of an answer other than the plain one; it is as plain where there is no other.
SUCCESS = re.compile(r"response 2(?!00)\w\w")
# What variants are called that are an enum, and a list of one.
VARIANTS = frozenset({"enum", "items"})
# A status at the beginning of a key: `400Error`, `5XX`.
STATUS = re.compile(r"([1-5](?:\d\d|XX))(?!\d)[ _-]?(.*)", re.DOTALL)
# What is in each section of the components.
SECTIONS = {"responses": "Response", "requestBodies": "Body", "parameters": "Parameter", "headers": "Header"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What has a name itself, and names what stands in it.

    Attributes:
        parts: the words of each part of its name: of an operation its resources and its method.
        body: what its body is called.
    """

    parts: tuple[str, ...]
    body: str = "Params"

    @property
    def name(self) -> str:
        """Its name as the beginning of a class."""
        return pascal("_".join(self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """What a definition may be called.

    Attributes:
        short: names that say less than the whole way, the shortest first; good where nobody else has them.
        plain: the name that says the whole way.
        further: names that say more, where others have the plain one.
        common: what all things say of it in which it stands; good where nobody else wants it.
    """

    short: tuple[str, ...] = ()
    plain: str
    further: tuple[str, ...] = ()
    common: str | None = None

    @property
    def all(self) -> tuple[str, ...]:
        """Every one of them."""
        return (*self.short, self.plain, *self.further, *((self.common,) if self.common else ()))


def forms_of(definition: Definition, owner: Owner) -> Forms:
    """Return what a definition may be called.

    Args:
        definition: the definition.
        owner: what it stands in.
    """
    plain = class_name(owner, definition.origin)
    if definition.component and not definition.origin.operation:
        return Forms(plain=plain)
    short = [*_plainer(definition, owner), *(_shorter(definition, owner) if len(plain) > LONG else ())]
    return Forms(
        short=tuple(form for form in dict.fromkeys(short) if len(form) < len(plain)),
        plain=plain,
        further=tuple(_further(definition, owner, plain)),
    )


def _plainer(definition: Definition, owner: Owner) -> Iterator[str]:
    """Yield names without what need not be said: how an answer ended well, or in which variant an enum is."""
    root, steps, is_operation = definition.origin
    if _says_more(definition.title, owner):
        yield from _titles(definition)
    if is_operation and steps and SUCCESS.fullmatch(steps[0]):
        yield class_name(owner, Origin(root, ("response 200", *steps[1:]), is_operation))
    if isinstance(definition.type, Enum):
        yield class_name(owner, Origin(root, _without_kinds(steps), is_operation))


def _shorter(definition: Definition, owner: Owner) -> Iterator[str]:
    """Yield shorter names of what stands deep below something named: its title, then fewer steps."""
    yield from _titles(definition)
    origin = definition.origin
    kept = [index for index, step in enumerate(origin.steps) if step not in UNNAMED]
    ways = [Origin(origin.root, origin.steps[place:], origin.operation) for place in reversed(kept[1:])]
    outer = [replace(owner, parts=owner.parts[place:]) for place in range(1, len(owner.parts) - 1)]
    yield from _fitting([class_name(owner, way) for way in ways], LONGEST)
    yield from _fitting([class_name(part, origin) for part in outer], LONG)
    plain = class_name(owner, origin)
    if len(plain) > LONGEST:
        yield from _fitting([class_name(part, way) for part in outer for way in (*ways, origin)], LONGEST)
        yield from _last_words(plain)


def _without_kinds(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Return steps without those at the end that only say what kind of variant an enum is: one, or a list."""
    size = len(steps)
    while size > 1 and steps[size - 1] in {"[]", *VARIANTS}:
        size -= 1
    return steps[:size] if {*steps[size:]} & VARIANTS else steps


def _titles(definition: Definition) -> Iterator[str]:
    """Yield the title, where it is a name and no sentence."""
    title = pascal(definition.title) if definition.title else ""
    if title and title.isascii() and len(words(definition.title)) <= MOST_WORDS:
        yield title


def _says_more(title: str, owner: Owner) -> bool:
    """Whether a title begins as what it stands in, so that it is a name without that."""
    said, own = words(owner.name), words(pascal(title)) if title else ()
    return len(own) > SHARED and own[:SHARED] == said[:SHARED]


def _fitting(names: list[str], size: int) -> Iterator[str]:
    return (name for name in names if len(name) <= size)


def _last_words(plain: str) -> Iterator[str]:
    """Yield the longest end of a name that is not too long, whole words."""
    parts = words(plain)
    ends = ("".join(parts[place:]) for place in range(1, len(parts)))
    yield from (end for end in [next((end for end in ends if len(end) <= LONGEST), "")] if end.isidentifier())


def _further(definition: Definition, owner: Owner, plain: str) -> Iterator[str]:
    """Yield names that say more: the title, the media type, what it is of the document, what kind of type."""
    for title in _titles(definition):
        yield _joined([owner.name, title])
    if definition.origin.operation:
        yield from (f"{plain}{pascal(media_type)}" for media_type in _media_types(definition.location))
    yield from (f"{plain}{SECTIONS[key]}" for key in definition.location.keys[1:2] if key in SECTIONS)
    match definition.type:
        case Enum():
            yield f"{plain}Enum"
        case Union():
            yield f"{plain}Union"
        case Object():
            yield f"{plain}Object"
        case _:
            yield f"{plain}Value"


def _media_types(location: Location) -> Iterator[str]:
    """Yield what the media type of a schema is called: `JSON`, `form`."""
    keys = location.keys
    for before, key in pairwise(keys):
        if before == "content":
            name = key.partition(";")[0].rpartition("/")[2].rpartition("+")[2]
            yield {"json": "JSON", "x-www-form-urlencoded": "form", "form-data": "multipart"}.get(name, name)


def said(root: str) -> str:
    """Return the words of the key of a component: a status is the last, `400Error` is `Error 400`."""
    found = STATUS.fullmatch(root)
    name = (found[2] or "Response") if found else ""
    return f"{name} {found[1]}" if found and name[0].isalpha() else root


def class_name(owner: Owner, origin: Origin) -> str:
    """Return the class name that an origin asks for: `ListRunItemEnv`; items are named in the singular.

    Words that the step before has said are not said again.
    """
    parts = [owner.name]
    steps = [*origin.steps]
    if origin.operation and steps:
        _say_role(steps, parts, owner)
    for step in steps:
        if step == "[]":
            last = _one_of(parts[-1])
            # A component that is a list has the plain name itself.
            parts[-1] = f"{last}Item" if last == parts[-1] and len(parts) == 1 else last
        elif step == "{}":
            parts.append("Value")
        else:
            parts.append(pascal(step))
    return _joined(parts)


def _say_role(steps: list[str], parts: list[str], owner: Owner) -> None:
    """Take the step that says whether a schema is sent or answered, and say it where nothing else does.

    What is in a body is told by its property as an argument is.
    """
    is_body, is_answer = steps[0] == "body", steps[0].startswith("response ")
    if not is_body and not is_answer:
        return
    status = steps.pop(0).partition(" ")[2].removeprefix("200")
    is_item = steps[:1] == ["[]"]
    if is_item and not status:
        steps.pop(0)
        parts.append("Item")
    elif is_answer:
        parts.append(pascal(f"response {status}"))
    elif not steps:
        parts.append(owner.body)


def _joined(parts: list[str]) -> str:
    """Return parts as one name, without the words at the beginning of one that are there already."""
    first, *others = parts
    found = [*words(first)]
    before: tuple[str, ...] = ()
    whole = [first]
    for place, part in enumerate(others, start=1):
        own = words(part)
        if before and own[: len(before)] == before:  # it says the last one itself
            whole.pop()
            del found[len(found) - len(before) :]
        elif shared := _shared(found, own, is_last=place == len(others)):
            own = own[shared:]
        whole.append("".join(own) if own != words(part) else part)
        found += own
        before = own
    return "".join(whole)


def _shared(said: Sequence[str], own: Sequence[str], *, is_last: bool) -> int:
    """Return how many words at the beginning of a part the whole ends with, or begins with.

    Of the last part one word is left at least, so that it is not called as what it stands in.
    """
    sizes = range(min(len(own) - is_last, len(said)), SHARED - 1, -1)
    ended = next((size for size in sizes if tuple(said[-size:]) == tuple(own[:size])), 0)
    begun = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, own, strict=False)))
    size = ended or min(begun, len(own) - 1)
    return size if size >= SHARED and f"a{''.join(own[size:])}".isidentifier() else 0


def _one_of(many: str) -> str:
    """Return the class of an item of what has this class."""
    last = (words(many) or (many,))[-1]
    return many.removesuffix(last) + singular(last) if many.endswith(last) else many
