"""Which operation gets a call that several want, and what the others say instead.

Configured calls stand; so do those of the committed manifest, whose operations are still there. Of the rest
the plainest gets what it asks for. Nothing is ever numbered: where all that tells two apart is used up, it is
an error that says what to configure.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Diagnostic, InputError, Location, error
from generator.ir import Operation
from generator.python.identifiers import snake
from generator.python.naming.calls import Call
from generator.python.naming.ids import READS, Words, id_words, verb_places
from generator.python.naming.paths import (
    NO_NOUNS,
    VERSION,
    Nouns,
    PathReading,
    lowered,
    read_path,
)
from generator.python.naming.phrases import MOST_WORDS
from generator.python.naming.plurals import is_plural, singular
from generator.python.naming.reserved import METHODS, RESOURCES
from generator.python.naming.vocabulary import (
    ACTIONS,
    ALSO_READ,
    ARTICLES,
    BRINGING,
    COMPUTING,
    EMPTY_WORDS,
    KINDS,
    PREPOSITIONS,
)
from generator.records import dataclass

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Whose request changes a part of what is there has the word first.
UPDATES = {"PATCH": 0, "PUT": 1, "POST": 2}
# Plain verbs that a path may have, too, for many: `POST /runs/delete`.
OF_MANY = frozenset({"delete", "get"})
# What an id says of how something is done.
HOW = frozenset({"by", "for", "from", "using", "via", "with", "without"})
# What an id says of a request for many.
IN_BULK = frozenset({"batch", "bulk", "many", "multiple"})
# Requests that ask what can be done, and how they come through.
ASKING = frozenset({"OPTIONS", "TRACE"})
NUMBER = re.compile(r"\d+")
Attributes = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an operation wants to be called.

    Attributes:
        operation: the operation.
        call: what it asks for.
        is_fixed: whether settings or extensions of ours say so, so that it does not yield.
        is_hinted: whether an extension for another tool says so: it comes before the committed manifest, and
            yields where it is no call of its own here.
        may_be_many: whether what it gives may be many.
    """

    operation: Operation
    call: Call
    is_fixed: bool = False
    is_hinted: bool = False
    may_be_many: bool = True


def settle(
    wishes: Iterable[Wish], kept: Mapping[Location, Attributes], nouns: Nouns = NO_NOUNS
) -> dict[Location, Call]:
    """Return the call of each operation, no two the same, and none that is a resource too.

    Args:
        wishes: what the operations want to be called.
        kept: the attributes of the calls that operations have had.
        nouns: which verbs are names of things.

    Raises:
        InputError: `same-call`, where two are configured the same, or nothing tells them apart.
    """
    ordered = sorted(wishes, key=lambda wish: _plainness(wish, nouns))
    held = _Held()
    waiting: list[Wish] = []
    for wish in (item for item in ordered if item.is_fixed):
        if not held.take(wish.operation.location, wish.call):
            raise InputError(_unsettled(wish, ordered))
    versioned = _versioned(wish.operation for wish in ordered)
    yielding = (item for item in ordered if not item.is_fixed)
    for wish in sorted(yielding, key=lambda item: not item.is_hinted):
        first = _first(wish, kept.get(wish.operation.location))
        if first is None or not held.take(wish.operation.location, first):
            waiting.append(wish)
    # What is a method and leads to others keeps its name: the others say more as it is.
    leading = {prefix for wish in waiting for prefix in _prefixes(attributes_of(wish.call))}
    waiting.sort(key=lambda wish: attributes_of(wish.call) not in leading)
    losers = [wish for wish in waiting if not held.take(wish.operation.location, wish.call)]
    for wish in losers:
        others = (
            *_of_version(wish, versioned),
            *held.around(wish.call),
            *_others(wish, nouns),
        )
        if not any(held.take(wish.operation.location, call) for call in others):
            raise InputError(_unsettled(wish, ordered))
    return held.calls


class _Held:
    """The calls and resources that are given away."""

    def __init__(self) -> None:
        self.calls: dict[Location, Call] = {}
        self._methods: set[Attributes] = set()
        self._resources: set[Attributes] = set()

    def around(self, call: Call) -> Iterator[Call]:
        """Yield the call without the method of another operation in its way."""
        attributes = attributes_of(call)
        for size in range(1, len(attributes)):
            if attributes[:size] in self._methods:
                rule = f"{call.rule}; {'.'.join(attributes[:size])} is a method"
                *before, last = call.resource[:size]
                if size < len(call.resource):
                    after = call.resource[size + 1 :]
                    together = (*before, (*last, *call.resource[size]), *after)
                    yield replace(call, resource=together, rule=rule)
                elif before:
                    yield replace(call, resource=tuple(before), method=(*call.method, *last), rule=rule)

    def take(self, location: Location, call: Call) -> bool:
        """Give a call away, if it is free."""
        attributes = attributes_of(call)
        prefixes = {*_prefixes(attributes)}
        if attributes in self._methods | self._resources or not self._methods.isdisjoint(prefixes):
            return False
        self._methods.add(attributes)
        self._resources |= prefixes
        self.calls[location] = call
        return True


def attributes_of(call: Call) -> Attributes:
    """Return a call as Python has it, reserved words with an underscore behind."""
    first, *others = map(_attribute, (*call.resource, call.method))
    return (_free(first, RESOURCES), *(_free(part, METHODS) for part in others))


def _attribute(part: Words) -> str:
    text = "_".join(part)
    if text[:1].isdecimal() and not text[1:2].isdecimal():  # as people say it: `three_d_secure`
        text = f"{DIGITS[unicodedata.decimal(text[0])]}_{text[1:]}"
    return snake(text)


def _free(name: str, reserved: frozenset[str]) -> str:
    return f"{name}_" if name in reserved else name


def _prefixes(attributes: Attributes) -> Iterator[Attributes]:
    return (attributes[:size] for size in range(1, len(attributes)))


def _first(wish: Wish, before: Attributes | None) -> Call | None:
    """Return the call that an operation has before others choose: what it is told, or what it has had."""
    if wish.is_hinted:
        return wish.call
    return None if before is None else _kept(before, wish.call)


def _kept(before: Attributes, call: Call) -> Call:
    """Return the call that an operation has had."""
    *resource, method = ((part.rstrip("_"),) for part in before)
    now = call.attributes
    if tuple(part.rstrip("_") for part in now) == tuple(part.rstrip("_") for part in before):
        return call
    return Call(resource=tuple(resource), method=method, rule="the committed manifest", cut=call.cut)


# --- who yields ---


def _plainness(wish: Wish, nouns: Nouns) -> tuple[object, ...]:
    """Return what operations that want one call are sorted by: whose it plainly is comes first."""
    operation, path = wish.operation, _path(wish.operation, nouns)
    kind = KINDS.get(wish.call.method[0]) if wish.call.method else None
    is_of_many = kind in {"list", "create"} or operation.method in ASKING
    is_out_of_place = path.is_item if is_of_many else not path.is_item
    is_called_so = path.action in {("get",), ("list",)}  # `POST /runs/list`
    is_search = kind in {"get", "list"} and operation.method == "POST" and not is_called_so
    return (
        is_out_of_place,
        is_search,
        UPDATES.get(operation.method, 0) if kind == "update" else 0,
        *(_doing(operation, path) if path.action else (False, True, False)),
        len(path.parameters),
        [int(digits) for part in _versions(operation) for digits in NUMBER.findall(part)],
        len(operation.parameters),
        len(operation.path),
        operation.path,
        operation.method,
    )


def _doing(operation: Operation, path: PathReading) -> tuple[bool, bool, bool]:
    """Return what sorts those that do one thing: who says how, does it to many or reads comes last."""
    told = id_words(operation)
    phrase = next((place for place, word in enumerate(told) if word in HOW), len(told))
    fresh = {*map(singular, told[phrase + 1 :])} - path.said - ARTICLES - EMPTY_WORDS
    verb = path.action[0]
    is_of_one = (
        path.is_of_one and path.is_plural and verb not in KINDS.keys() | ALSO_READ | COMPUTING | BRINGING
    )
    is_read = operation.method in READS and verb in ACTIONS - KINDS.keys()
    return bool(fresh), not is_of_one, is_read


def _path(operation: Operation, nouns: Nouns) -> PathReading:
    return read_path(operation.path, operation.method, nouns=nouns)


def _versioned(operations: Iterable[Operation]) -> frozenset[tuple[str, str]]:
    """Return the requests that a document has in several versions, without these."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for operation in operations:
        found[_without_versions(operation)].add(_versions(operation))
    return frozenset(request for request, versions in found.items() if len(versions) > 1)


def _versions(operation: Operation) -> tuple[str, ...]:
    return tuple(part for part in operation.path.split("/") if VERSION.fullmatch(part))


def _without_versions(operation: Operation) -> tuple[str, str]:
    kept = (part for part in operation.path.strip("/").split("/") if not VERSION.fullmatch(part))
    return operation.method, "/".join(kept)


def _of_version(wish: Wish, versioned: Container[tuple[str, str]]) -> Iterator[Call]:
    """Yield the call of a request that is there in another version, too, with its own: `list_v2`."""
    call, operation = wish.call, wish.operation
    if _without_versions(operation) in versioned:
        for part in _versions(operation):
            version = lowered(part if part[:1].isalpha() else f"v{part}")
            yield replace(
                call, method=(*call.method, *version), rule=f"{call.rule}; another is of another version"
            )


def _others(wish: Wish, nouns: Nouns) -> Iterator[Call]:
    """Yield what else an operation may be called, the plainest first; the last say the whole path."""
    call, operation = wish.call, wish.operation
    path = _path(operation, nouns)
    for method in _methods(wish, path):
        yield replace(call, method=method, rule=f"{call.rule}; another has the plain one")
    for index in range(len(call.resource) - 1, 0, -1):
        joined = tuple(word for part in call.resource[index:] for word in part)
        yield replace(
            call, resource=call.resource[:index], method=(*call.method, *joined), rule=f"{call.rule}; joined"
        )
        together = (
            *call.resource[: index - 1],
            (*call.resource[index - 1], *call.resource[index]),
            *call.resource[index + 1 :],
        )
        yield replace(call, resource=together, rule=f"{call.rule}; joined")
    if len(call.resource) == 1:
        yield replace(call, resource=((*call.resource[0], "operations"),), rule=f"{call.rule}; renamed")
    whole = tuple(word for part in (*path.things, path.action) for word in part)
    verb = operation.method.lower()
    yield replace(call, method=(verb, *whole), rule="the whole path")
    by = tuple(word for part in path.parameters for word in part)
    if by:
        yield replace(call, method=(verb, *whole, "by", *by), rule="the whole path")
    # What nothing else tells apart still has its request, however that reads.
    yield replace(call, method=(*call.method, "by", verb), rule=f"{call.rule}; its request")


def _methods(wish: Wish, path: PathReading) -> Iterator[Words]:
    """Yield what else the method may be."""
    call, operation = wish.call, wish.operation
    method = call.method
    own = {singular(word) for word in call.resource[-1]} if call.resource else set[str]()
    if operation.method == "PUT" and method == ("update",):
        yield ("replace",)
    if operation.method == "POST" and (method == ("list",) or (method == ("get",) and path.is_search)):
        yield ("search",)
    if path.asked:
        yield (*method, "by", *(word for parameter in path.asked for word in parameter))
    yield from _of_many(wish, path)
    yield from _told(wish, path, own)
    if _may_be_list(wish, path):
        yield ("list",)
    if path.action:
        yield from ((word, *path.action) for word in _fresh_verbs(operation, path.action))
    if path.is_item and path.parameters:  # one that is called by signs alone is no word
        yield (*method, "by", *_of(path.parameters[-1], own))
    known = own | {singular(word) for part in call.resource for word in part} | {*map(singular, method)}
    for thing in reversed(path.things):
        fresh = tuple(word for word in thing if singular(word) not in known)
        if fresh:
            yield (*method, *fresh)
            yield (*method, "for", *fresh)
    for parameter in reversed(path.parameters):
        yield (*method, "by", *_of(parameter, own))
    if path.parameters:
        yield (*method, "by", *(word for parameter in path.parameters for word in parameter))
    yield from _verbs(wish, path)


def _told(wish: Wish, path: PathReading, own: set[str]) -> Iterator[Words]:
    """Yield what an id says more than a method, and that something is done to many."""
    method = wish.call.method
    said = _said_by_id(wish.operation, own)
    if method == ("list",) and said[:1] == ("get",) and said[1:] and "list" not in said:
        said = ("list", *said[1:])
    if said and said != method:
        yield said
    if _is_done_to_many(wish.operation, path, method):
        yield (*method, "many")


def _may_be_list(wish: Wish, path: PathReading) -> bool:
    """Whether a GET that is beside that of an item gets many, although its thing is no plural."""
    is_plain = len(wish.call.method) == 1 and KINDS.get(wish.call.method[0]) == "get"
    is_of_all = not path.parameters or _says_many(wish.operation, path)
    return is_plain and wish.operation.method == "GET" and not path.is_item and wish.may_be_many and is_of_all


def _says_many(operation: Operation, path: PathReading) -> bool:
    """Whether an operationId has the path's last word in the plural."""
    last = path.things[-1][-1] if path.things else ""
    return any(is_plural(word) and singular(word) == last for word in id_words(operation))


def _verbs(wish: Wish, path: PathReading) -> Iterator[Words]:
    """Yield what else the method may be by the request alone."""
    method, operation = wish.call.method, wish.operation
    yield from ((word, *method) for word in _fresh_verbs(operation, method))
    if operation.method == "DELETE" and not path.is_item:
        yield (*method, "many")
    elif path.things and method[0] in {"get", "create"} and _request_words(operation)[0] == method[0]:
        yield (*method, *path.things[-1])
    if method[0] != operation.method.lower():
        yield (*method, "by", operation.method.lower())


def _fresh_verbs(operation: Operation, method: Words) -> Iterator[str]:
    """Yield the verbs of a request that say more than a method does: no `get_get`, and no `create_cancel`."""
    kind = KINDS.get(method[0])
    silent = {kind, "create"} if kind or method[0] in ACTIONS else {kind}
    words = (word for word in _request_words(operation) if KINDS.get(word) not in silent - {None})
    return (word for word in words if word != method[0])


def _of_many(wish: Wish, path: PathReading) -> Iterator[Words]:
    """Yield what else the method may be of a request for all of a collection."""
    method, operation = wish.call.method, wish.operation
    is_plain = len(method) == 1 and method[0] in KINDS.keys() - {"create", "list"}
    # An answer to a GET of a collection is one of many as documents go that say it is one.
    is_got = operation.method != "GET" and method[0] == "get" and not wish.may_be_many
    has_items = path.is_collection and operation.method in {"GET", "DELETE"}
    are_many = path.is_plural or has_items or not IN_BULK.isdisjoint(id_words(operation))
    if is_plain and are_many and not path.is_item and not path.action and not is_got:
        if operation.method == "GET" and method == ("get",) and wish.may_be_many:
            yield ("list",)
        yield (*method, "many")
        if operation.method == "PUT" and method == ("update",):
            yield ("replace", "many")


def _is_done_to_many(operation: Operation, path: PathReading, method: Words) -> bool:
    """Whether what is done to one of many elsewhere is done to them all: `POST /runs/cancel`."""
    is_of_all = path.action == method and path.is_plural and not path.is_of_one
    is_done = len(method) == 1 and (
        method[0] in OF_MANY or method[0] not in KINDS.keys() | ALSO_READ | COMPUTING
    )
    return is_of_all and is_done and operation.method not in READS


def _request_words(operation: Operation) -> tuple[str, ...]:
    """Return verbs for what a request does, the plainest first."""
    words = {
        "GET": ("get",),
        "POST": ("create", "post"),
        "PUT": ("update", "put"),
        "PATCH": ("update", "patch"),
    }
    return words.get(operation.method, (operation.method.lower(),))


def _of(parameter: Words, own: set[str]) -> Words:
    """Return the words of a parameter without those of its resource."""
    return tuple(word for word in parameter if singular(word) not in own) or parameter


def _said_by_id(operation: Operation, own: set[str]) -> Words:
    """Return what an operationId says from its verb on, where it is more than request and path."""
    found = id_words(operation)
    place = next(verb_places(found, operation), len(found))
    said = tuple(word for word in found[place:] if singular(word) not in own)
    said = tuple(word for word, before in zip(said, ("", *said), strict=False) if word != before)
    is_path = said[-1:] == ("id",) and said[-2:-1] != ("by",)  # `get_files_id`: the path, read aloud
    is_path |= [*map(singular, found[1:])] == [*map(singular, lowered(operation.path))]
    ends_well = bool(said) and said[-1] not in PREPOSITIONS and not is_path
    return said if ends_well and len(said) <= MOST_WORDS and not {"put", "post", "patch"} & {*said} else ()


def _unsettled(wish: Wish, wishes: Iterable[Wish]) -> Diagnostic:
    operation, call = wish.operation, wish.call
    request, key = f"{operation.method} {operation.path}", operation.operation_id
    others = [item.operation for item in wishes if item.operation.operation_id == key]
    alike = {(item.method, item.path) for item in others}
    key = request if key is None or len(alike) > 1 else key
    wanted = ".".join(attributes_of(call))
    message = f"{request} and another operation would both be called {wanted!r}; "
    message += f"name one in the settings: names = {{ {json.dumps(key)} = {json.dumps(f'{wanted}_...')} }}"
    return error("same-call", message, operation.location)
