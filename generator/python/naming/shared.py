"""What a class is called that stands in several operations: by how their names for it begin and end.

`schedules.enable` and `schedules.disable` that answer alike give a `ScheduleResponse`. With nothing in common
the name of one would mislead in all others: then it is called by its fields, `OkResponse`.
"""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from string import digits

from generator.ir import Definition, Object
from generator.python.identifiers import pascal
from generator.words import words

ROLES = frozenset({"Response", "Params"})
# What says nothing of a thing: what is done with it, and where it stands.
GENERIC = frozenset(
    {"get", "list", "create", "update", "replace", "delete", "remove", "add", "set", "all", "many", "by"}
    | {"response", "params", "item", "items", "value", "body"}
)
MOST_FIELDS = 3


def common_names(definition: Definition, plain: Sequence[str]) -> Iterator[str]:
    """Yield what a class may be called, the best first.

    Args:
        definition: one of the places that it stands in.
        plain: what it would be called in each of them alone.
    """
    ways = [words(name) for name in plain]
    size = min(map(len, ways))
    begin = _shared([way[:size] for way in ways])
    end = _shared([way[len(begin) :][::-1] for way in ways])[::-1]
    told = [*begin, *(end if begin else dropwhile(_says_nothing, end))]
    if not all(map(_says_nothing, told)):
        yield "".join(told)
        return
    roles = {way[-1].rstrip(digits) for way in ways}
    if len(roles) != 1 or not roles <= ROLES:
        return
    (role,) = roles
    if end and end[-1] != role:  # of one status
        yield end[-1]
    elif _are_errors(definition):
        yield f"Error{role}"
    yield from _by_fields(definition, role)


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


def _by_fields(definition: Definition, role: str) -> Iterator[str]:
    fields = definition.type.fields if isinstance(definition.type, Object) else ()
    if 0 < len(fields) <= MOST_FIELDS:
        yield pascal(" ".join([*(field.name for field in fields), role]))
