"""What a class is called that stands in several operations: by how their names for it begin and end.

`schedules.enable` and `schedules.disable` that answer alike give a `ScheduleResponse`. With nothing in common
the name of one would mislead in all others: then it is called by its title, by the component that it holds or
by its fields, `OkResponse`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from string import digits
from typing import Final

from generator.diagnostics import Location
from generator.ir import Array, Definition, Object, Reference
from generator.python.identifiers import pascal
from generator.type_tree import references_of, without_null
from generator.words import words

# What bodies are that are answered, are sent or tell of errors; the second where others have the first.
ANSWERS: Final = ("Response", "Reply")
SENT: Final = ("Params", "Input")
ERRORS: Final = ("Error",)
# What components are called that are bodies themselves.
ROLES = frozenset({"Body", "Params", "Reply", "Request", "Response", "Result"})
# What says nothing of a thing: what is done with it, and where it stands.
GENERIC = frozenset(
    {"get", "list", "create", "update", "replace", "delete", "remove", "add", "set", "all", "many", "by"}
    | {"response", "params", "item", "items", "value", "body", "default"}
)
# What else says nothing in a title.
UNTITLED = frozenset({"data", "model", "object", "output", "request", "result", "schema"})
MOST_FIELDS = 3
# Words of a title that is a name and no sentence.
MOST_WORDS = 4


def common_name(plain: Sequence[str]) -> str | None:
    """Return what a class may be called by what all its places say; None where they say nothing together.

    Args:
        plain: what it would be called in each of them alone.
    """
    ways = [words(name) for name in plain]
    size = min(map(len, ways))
    begin = _shared([way[:size] for way in ways])
    end = _shared([way[len(begin) :][::-1] for way in ways])[::-1]
    told = [*begin, *(end if begin else dropwhile(_says_nothing, end))]
    return None if all(map(_says_nothing, told)) else "".join(told)


def neutral_names(definition: Definition, components: Mapping[Location, str]) -> Iterator[str]:
    """Yield what a whole body may be called whose places have nothing in common, the best first.

    Args:
        definition: one of the places.
        components: what the document calls its components.
    """
    firsts = {next(iter(it.origin.steps), "") for it in (definition, *definition.copies)}
    is_whole = all(len(it.origin.steps) == 1 for it in (definition, *definition.copies))
    if not is_whole or not ({"body"} == firsts or all(step.startswith("response ") for step in firsts)):
        return
    if _is_name(definition.title):
        yield pascal(definition.title)
    if len(firsts) == 1 and (status := firsts.pop().partition(" ")[2]).startswith(("4", "5")):
        yield pascal(f"response {status}")
    if _are_errors(definition):
        yield "ErrorResponse"
        yield from _by_fields(definition, ERRORS)
        yield "ErrorBody"
    else:
        roles = SENT if definition.origin.steps == ("body",) else ANSWERS
        yield from _by_component(definition, components, roles)
        yield from _by_fields(definition, roles)


def _is_name(title: str) -> bool:
    """Whether a title is a name of something, and no sentence."""
    if not title[:1].isalpha() or not title.isascii():
        return False
    found = words(title)
    says_nothing = all(_says_nothing(word) or word.lower() in UNTITLED for word in found)
    return len(found) <= MOST_WORDS and not says_nothing


def _says_nothing(word: str) -> bool:
    return word.lower().rstrip(digits) in GENERIC | {""}


def _shared(ways: Sequence[Sequence[str]]) -> list[str]:
    """Return the words that all begin with."""
    alike = takewhile(lambda step: len({*step}) == 1, zip(*ways, strict=False))
    return [step[0] for step in alike]


def _are_errors(definition: Definition) -> bool:
    """Tell whether all places are answers that tell of errors."""
    steps = [next(iter(it.origin.steps), "") for it in (definition, *definition.copies)]
    return all(step.startswith(("response 4", "response 5", "response default")) for step in steps)


def _by_component(
    definition: Definition, components: Mapping[Location, str], roles: Sequence[str]
) -> Iterator[str]:
    """Yield names of what has one component in it, or a list of it, by that."""
    fields = definition.type.fields if isinstance(definition.type, Object) else ()
    holding = [item for item in fields if references_of(item.type)]
    if len(holding) != 1:
        return
    held = without_null(holding[0].type)
    is_list = isinstance(held, Array)
    one = without_null(held.item) if isinstance(held, Array) else held
    if isinstance(one, Reference) and one.target in components:
        name = [components[one.target], *(["list"] if is_list else [])]
        last = words(name[-1])[-1:]
        further = (holding[0].name, "Body") if ROLES.issuperset(last) else roles
        yield from (pascal(" ".join([*name, word])) for word in further if pascal(word) not in last)


def _by_fields(definition: Definition, roles: Sequence[str]) -> Iterator[str]:
    fields = definition.type.fields if isinstance(definition.type, Object) else ()
    name = pascal(" ".join(item.name for item in fields))
    if 0 < len(fields) <= MOST_FIELDS:
        yield from (f"{name}{role}" for role in roles if not name.endswith(role))
