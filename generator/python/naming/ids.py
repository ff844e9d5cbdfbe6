"""What an operationId says: its words, its parts, and the word that it has for what is done."""

import re
from collections.abc import Collection, Container, Iterator

from generator.ir import Operation
from generator.python.naming.paths import VERSION, lowered, steps_of
from generator.python.naming.plurals import singular
from generator.python.naming.vocabulary import KINDS, VERBS

Words = tuple[str, ...]
# What parts an operationId or a tag into a resource and what belongs to it; not the dot of a number.
SEPARATOR = re.compile(r"::|[/:#]|\.(?!\d)|(?<!\d)\.")
NO_WORD = re.compile(r"\W")
# What tools put behind the second of two ids that are the same.
COUNTER = re.compile(r"(?<=[^\W\d_])__?\d{1,2}$")
# What tools put behind every id: `listUsingGET_1`.
USING = re.compile(r"(?<=.)Using(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:_\d+)*$")
# A version at the end of an id, and in a path: `getRunsByIdv2`.
ENDS_IN_VERSION = re.compile(r"(?<=.)v\d+$", re.IGNORECASE)
# A version within an id: `1.0`.
NUMBER = re.compile(r"(?<![^\W_])v?\d+(?:\.\d+)+(?![^\W_])", re.IGNORECASE)
# The name of a group before what is done: `Runs_Analyze`.
GROUP = re.compile(r"[A-Z][A-Za-z\d]*_(?=[A-Za-z\d]+$)")
# The same, where the whole id is that.
GROUPED = re.compile(r"[A-Z][A-Za-z\d]*_[A-Z][A-Za-z\d]*")
# Of a document so many ids are, where they are written by that rule; and paths have more resources than this.
MOST_GROUPED, DEEP = 0.9, 4
# Requests that change nothing, whatever an id says.
READS = frozenset({"GET", "HEAD"})


def are_grouped(operations: Collection[Operation]) -> bool:
    """Whether ids have the group of each operation, `Accounts_List`, and paths are too deep to be said.

    Of `/subscriptions/{s}/resourceGroups/{g}/providers/Acme.Store/accounts` nobody says more than the last.
    """
    ids = [operation.operation_id or "" for operation in operations]
    if sum(GROUPED.fullmatch(given) is not None for given in ids) < MOST_GROUPED * len(ids):
        return False
    named = [sum(not step.is_parameter for step in steps_of(operation.path)) for operation in operations]
    return 2 * sum(size > DEEP for size in named) > len(named)


def bare_id(operation: Operation) -> str:
    """Return the operationId without what frameworks put behind it; empty where there is none."""
    given = operation.operation_id or ""
    suffix = NO_WORD.sub("_", f"{operation.path}_{operation.method.lower()}")
    if given.endswith(suffix) and len(given) > len(suffix):
        given = given[: -len(suffix)]
    version = ENDS_IN_VERSION.search(given)
    if version is not None and version[0].lower() in operation.path.lower().split("/"):
        given = given[: version.start()]
    return COUNTER.sub("", USING.sub("", given))


def id_words(operation: Operation) -> Words:
    """Return the words of the operationId, without what frameworks put behind it and without versions."""
    return _unversioned(bare_id(operation))


def own_words(operation: Operation) -> Words:
    """Return the words of the operationId without the name of its group."""
    given = bare_id(operation)
    group = GROUP.match(given)
    is_verb = group is not None and VERBS.issuperset(lowered(group[0]))  # `Create_Run`
    return _unversioned(given[group.end() :] if group and not is_verb else given)


def verb_places(found: Words, operation: Operation, known: Container[str] = ()) -> Iterator[int]:
    """Yield where words of an id say what a request does.

    A GET makes and changes nothing: behind such a word it gets or lists.

    Args:
        found: the words.
        operation: the operation.
        known: singulars of words that say nothing new.
    """
    is_changed = False
    for place, word in enumerate(found):
        kind = KINDS.get(word)
        if word not in VERBS or singular(word) in known or (is_changed and kind not in {"get", "list"}):
            continue
        if operation.method in READS and kind in {"create", "update", "delete"}:
            is_changed = True
        else:
            yield place


def _unversioned(text: str) -> Words:
    return tuple(word for word in lowered(NUMBER.sub(" ", text)) if not VERSION.fullmatch(word))
