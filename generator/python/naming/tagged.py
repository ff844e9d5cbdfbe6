"""Methods of resources that are tags: the operationId without what it repeats, else request and path."""

import re

from generator.ir import Operation
from generator.python.naming.paths import PathReading
from generator.python.naming.plurals import singular
from generator.python.naming.vocabulary import KINDS, Kind

Words = tuple[str, ...]
# What orders tags in a page that shows them: `2. Runs`, `1.2 Runs`, `03 - Runs`.
ORDINAL = re.compile(r"\s*(?:(?:\d+\.)+(?:\d+\s)?|\d+(?:\)|\s*[:–-]\s))\s*(?=[^\W\d_])")  # noqa: RUF001 - a dash


def without_ordinal(tag: str) -> str:
    """Return a tag without the number that it begins with."""
    return ORDINAL.sub("", tag, count=1) if ORDINAL.match(tag) else tag


def tagged_method(operation: Operation, path: PathReading, found: Words, tag: Words, kind: Kind) -> Words:
    """Return the words of a method.

    Args:
        operation: the operation.
        path: its path.
        found: the words of its id.
        tag: the words of its tag.
        kind: which of the plain methods its request is.
    """
    own = [*map(singular, tag)]
    if not found:
        return _shape(operation, path, own, kind)
    return (_without_own(found, own, path) if [*map(singular, found)] != own else ()) or found


def _without_own(found: Words, own: list[str], path: PathReading) -> Words:
    """Return the words without those of the tag: `list_runs` of `runs` is `list`."""
    size = len(own)
    folded = [*map(singular, found)]
    places = [index for index in range(len(found) - size + 1) if folded[index : index + size] == own]
    if not places:
        return found
    place = next((index for index in places if index <= 1), places[-1])
    rest = found[:place] + found[place + size :]
    return _without_parents(rest, own, path) if place > 1 else rest


def _without_parents(found: Words, own: list[str], path: PathReading) -> Words:
    """Return the words without those of things before the tag's own: `/projects/{p}/runs`."""
    parents: set[str] = set()
    for thing in path.things:
        folded = [*map(singular, thing)]
        if folded == own:
            break
        parents |= {*folded}
    return tuple(word for index, word in enumerate(found) if index == 0 or singular(word) not in parents)


def _shape(operation: Operation, path: PathReading, own: list[str], kind: Kind) -> Words:
    """Return what request and path say besides the tag."""
    things = [thing for thing in path.things if [*map(singular, thing)] != own]
    position = next((i for i, thing in enumerate(path.things) if [*map(singular, thing)] == own), -1)
    tail = path.things[position + 1 :] if position >= 0 else tuple(things)
    words = tuple(word for thing in tail for word in thing)
    if path.action:
        return (*words, *path.action) if not words or path.action[0] not in KINDS else (*path.action, *words)
    verb = operation.method.lower() if operation.method in {"HEAD", "OPTIONS", "TRACE"} else kind
    return (verb, *(map(singular, words) if path.is_item else words))
