"""Which segments of a document's paths name a thing, although they begin with a verb: `/merge_requests`.

One path does not tell `merge_requests` from `submit_reports`. What is had and not done shows elsewhere: it
has items that are read and changed, a parameter is called after it, an id creates or lists it, or a GET
answers it as a list. What may be either in one document is looked at path by path.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.diagnostics import Location
from generator.ir import Definition, Operation
from generator.python.naming.answered import is_list
from generator.python.naming.ids import Words, id_words
from generator.python.naming.paths import CHANGING, Nouns, Step, folded, shape_of, steps_of
from generator.python.naming.plurals import is_plural
from generator.python.naming.vocabulary import (
    ACTIONS,
    ALSO_NOUNS,
    ALSO_READ,
    COMPUTING,
    KINDS,
    PREPOSITIONS,
    READING,
    SEARCHES,
    VERBS,
)

# A document of procedures has so many operations, and so large a part of them are.
FEWEST_PROCEDURES, MOST_PROCEDURES = 6, 0.9


def nouns_of(operations: Iterable[Operation], definitions: Mapping[Location, Definition]) -> Nouns:
    """Return these segments, whatever path they stand in."""
    operations = tuple(operations)
    got = {shape_of(operation.path): operation for operation in operations if operation.method == "GET"}
    return Nouns(
        things=_things(operations, definitions),
        owners=_owners(operations),
        collections=_collections(operations, definitions),
        got=frozenset(got),
        scoped=_scoped(got, definitions),
        are_sentences=_are_sentences({operation.path for operation in operations}),
        are_procedures=_are_procedures(operations),
    )


def _are_sentences(paths: Collection[str]) -> bool:
    """Whether most paths are one segment, of a verb that is no noun and more: `/sendMessage`."""
    said = [
        fixed[0].words
        for path in paths
        if len(fixed := [step for step in steps_of(path) if not step.is_parameter]) == 1
    ]
    return 2 * sum(len(words) > 1 and words[0] in ACTIONS for words in said) > len(paths)


def _are_procedures(operations: Collection[Operation]) -> bool:
    """Whether a document knows hardly anything but POST, to paths without parameters, and not to create.

    Then other requests are POSTs, too: some read or remove, or most paths end with nothing that is many.
    """
    posted = (steps_of(operation.path) for operation in operations if operation.method == "POST")
    asked = [steps for steps in posted if steps and not any(step.is_parameter for step in steps)]
    if len(operations) < FEWEST_PROCEDURES or len(asked) < MOST_PROCEDURES * len(operations):
        return False
    ends = [steps[-1].words for steps in asked]
    is_read = any(KINDS.get(words[0], "create") != "create" for words in ends)
    return is_read or 2 * sum(is_plural(words[-1]) for words in ends) < len(ends)


def _owners(operations: Iterable[Operation]) -> frozenset[Words]:
    found: set[Words] = set()
    for operation in operations:
        *before, last = [step for step in steps_of(operation.path) if step.words] or [Step(words=())]
        if operation.method != "POST" and last.is_parameter:
            found |= {step.words for step in before[-1:]}
        elif operation.method != "POST" and not before:
            found.add(last.words)
    return frozenset(found)


def _collections(
    operations: Iterable[Operation], definitions: Mapping[Location, Definition]
) -> frozenset[str]:
    """Return the paths whose last segment could be done, and is had: `/alerts/export`, `/logo.png`."""
    asked: dict[str, dict[str, Operation]] = defaultdict(dict)
    for operation in operations:
        if not {"?", "#"} & {*operation.path}:
            asked[shape_of(operation.path)][operation.method] = operation
    ends = {shape.removesuffix("/{}") for shape in asked}
    return frozenset(
        shape
        for shape in ends
        if _has_items(asked.get(shape, {}).keys(), asked.get(f"{shape}/{{}}", {}).keys())
        or _is_had(shape, asked.get(shape, {}), definitions)
    )


def _scoped(got: Mapping[str, Operation], definitions: Mapping[Location, Definition]) -> frozenset[str]:
    """Return the paths that end with a parameter and give many, of which one more gets one."""
    ends = {shape.removesuffix("/{}") for shape in got if shape.endswith("/{}/{}")}
    return frozenset(
        shape
        for shape in ends & got.keys()
        if is_list(got[shape], definitions) and not is_list(got[f"{shape}/{{}}"], definitions)
    )


def _has_items(methods: Collection[str], below: Collection[str]) -> bool:
    """Whether a path has items that are changed, and that are read, or made where others are listed."""
    is_changed = not CHANGING.isdisjoint(below)
    return is_changed and ("GET" in below or {"GET", "POST"} <= {*methods})


def _is_had(shape: str, asked: Mapping[str, Operation], definitions: Mapping[Location, Definition]) -> bool:
    """Whether a path is read as a list and made one of, or a file that is changed or removed."""
    last = next(iter(steps_of(shape)[-1:]), Step(words=()))
    first, *others = last.words or ("",)
    if last.is_parameter or first in ALSO_READ | COMPUTING | SEARCHES or {*others} & SEARCHES:
        return False
    if last.is_done:
        return first not in VERBS and not CHANGING.isdisjoint(asked)
    is_made = first in ALSO_NOUNS and {"GET", "POST"} <= asked.keys()
    return is_made and is_list(asked["GET"], definitions) and not is_list(asked["POST"], definitions)


def _things(operations: Iterable[Operation], definitions: Mapping[Location, Definition]) -> frozenset[Words]:
    found: set[Words] = set()
    read: dict[Words, set[bool]] = defaultdict(set)
    alone: dict[Words, set[str]] = defaultdict(set)
    items: dict[Words, set[str]] = defaultdict(set)
    for operation in operations:
        for words, behind in _candidates(operation.path):
            if behind and _is_one_of(words, behind[0].words):
                found.add(words)
            if not is_plural(words[-1]):
                continue
            if len(behind) == 1:
                items[words].add(operation.method)
            if not behind:
                alone[words].add(operation.method)
                if _is_told(words, operation) or _is_listed(words, operation, definitions):
                    found.add(words)
        for words, is_item in _read(operation):
            read[words].add(is_item)
    got = {words for words, forms in read.items() if len(forms) > 1}
    several = {words for words, methods in items.items() if len(methods) > 1}
    both = {words for words in items if {"GET", "POST"} <= alone[words]}
    return frozenset(found | several | both | got)


def _candidates(path: str) -> Iterator[tuple[Words, tuple[Step, ...]]]:
    """Yield the words of each segment that may be such a thing, and its parameter with what is behind."""
    steps = steps_of(path)
    for place, step in enumerate(steps):
        verb, *others = step.words or ("",)
        behind = steps[place + 1 :]
        may_be = others and verb in ACTIONS and KINDS.get(verb) not in {"get", "list"}
        if may_be and not step.is_parameter and not step.is_done and (not behind or behind[0].is_parameter):
            yield step.words, behind


def _read(operation: Operation) -> Iterator[tuple[Words, bool]]:
    """Yield the words of each segment that says that many are got, and whether one is behind it."""
    steps = steps_of(operation.path)
    for place, step in enumerate(steps):
        behind = steps[place + 1 :]
        is_many = len(step.words) > 1 and step.words[0] in READING and is_plural(step.words[-1])
        if is_many and not step.is_parameter and not step.is_done and (not behind or behind[0].is_parameter):
            yield step.words, bool(behind)


def _is_one_of(thing: Words, parameter: Words) -> bool:
    """Whether a parameter is one of a thing: `{merge_request_id}`."""
    return folded(parameter[: len(thing)]) == folded(thing)


def _is_told(thing: Words, operation: Operation) -> bool:
    """Whether an id says that it is made or listed: `createMergeRequest`, `MergeRequests_List`.

    The request's own word says nothing: `post_submit_reports`.
    """
    found = id_words(operation)
    size = len(thing)
    for place in range(len(found) - size + 1):
        if folded(found[place : place + size]) != folded(thing):
            continue
        before, after = found[max(place - 1, 0) : place], found[place + size : place + size + 1]
        if {*before} & (KINDS.keys() - {operation.method.lower()}) or (
            operation.method == "GET" and after == ("list",)
        ):
            return True
    return False


def _is_listed(words: Words, operation: Operation, definitions: Mapping[Location, Definition]) -> bool:
    """Whether a GET answers it as a list, and its verb is nothing that is done to find an answer."""
    if operation.method != "GET" or words[0] in COMPUTING or words[1] in PREPOSITIONS:
        return False
    return is_list(operation, definitions)
