"""How an operation is called and why: what its id, its tag and its path say, the strongest first.

What is decided here depends on the operation alone; `collisions` chooses where several want one call.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from itertools import dropwhile, takewhile
from keyword import iskeyword

from generator.diagnostics import Location
from generator.ir import Definition, Operation
from generator.python.naming.answered import is_array, is_list, may_give_many
from generator.python.naming.ids import (
    GROUPED,
    READS,
    SEPARATOR,
    Words,
    bare_id,
    id_words,
    own_words,
    verb_places,
)
from generator.python.naming.paths import (
    NO_NOUNS,
    VARIABLE,
    VERSION,
    Nouns,
    PathReading,
    lowered,
    read_path,
    shape_of,
    without_tails,
)
from generator.python.naming.phrases import (
    MOST_WORDS,
    as_path_has,
    fresh,
    is_participle,
    phrase_at,
    phrase_of,
    trimmed,
    without,
)
from generator.python.naming.plurals import is_plural, singular
from generator.python.naming.summaries import is_told_to_read
from generator.python.naming.tagged import tagged_method, without_ordinal
from generator.python.naming.vocabulary import (
    ADJECTIVES,
    ALSO_NOUNS,
    AUTHORS_WORDS,
    COLLECTIVES,
    FRAMEWORK_WORDS,
    IDENTIFIERS,
    KINDS,
    MADE_FOR_WHO_ASKS,
    NAMELESS,
    PREPOSITIONS,
    QUESTIONS,
    SEARCHES,
    TELLING_WORDS,
    VERBS,
    Kind,
)
from generator.records import dataclass

ROOT = ("root",)
# Requests that have one of the plain methods; others are called as they are.
USUAL = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
# Of those, what may do anything.
CHANGES = frozenset({"POST", "PUT", "PATCH"})
FRAMES = frozenset({("api",), ("apis",)})
NAMELESS_GROUPS = frozenset((word,) for word in NAMELESS)
# So many resources may be in one another; nobody says more than a few.
DEEPEST = 12
# What ends with one of many, which is asked for by one parameter.
ONE_ID = re.compile(r"[^/{}]/\{[^{}]+\}/?$")
# Verbs of an id stand at its beginning, behind the name of a group at most, or at its end.
FAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call that an operation may have.

    Attributes:
        resource: the attributes from the client on, each in words.
        method: the words of its method.
        rule: what named it, in words.
        cut: what was there to say and was left out.
    """

    resource: tuple[Words, ...]
    method: Words
    rule: str
    cut: Words = ()

    @property
    def attributes(self) -> tuple[str, ...]:
        """The whole call, attribute by attribute."""
        return (*("_".join(part) for part in self.resource), "_".join(self.method))

    def not_too_deep(self) -> "Call":
        """Return the call; of very many resources those in the middle are one."""
        if len(self.resource) <= DEEPEST:
            return self
        middle = tuple(word for part in self.resource[DEEPEST - 2 : -1] for word in part)
        return replace(self, resource=(*self.resource[: DEEPEST - 2], middle, self.resource[-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is settled for the names of all operations.

    Attributes:
        by_tags: whether each tag is a resource.
        scopes: segments of paths that name no resource.
        tags: the words of each tag that is one; tags that differ only in number or case are one resource.
        nouns: which verbs are names of things.
        are_grouped: whether ids begin with the group of each operation, which stands for a deep path.
    """

    by_tags: bool = False
    scopes: tuple[str, ...] = ()
    tags: Mapping[str, Words] = field(default_factory=dict[str, Words])
    nouns: Nouns = NO_NOUNS
    are_grouped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """An operation, read for its name.

    Attributes:
        operation: the operation.
        path: its path.
        id: the words of its id.
        kind: which of the plain methods its request is.
        is_list: whether it answers a list or has pages.
        is_array: whether it answers a list.
        definitions: the schemas that have names.
        nouns: which verbs are names of things.
    """

    operation: Operation
    path: PathReading
    id: Words
    kind: Kind
    is_list: bool
    is_array: bool
    definitions: Mapping[Location, Definition]
    nouns: Nouns


def call_of(operation: Operation, definitions: Mapping[Location, Definition], rules: Rules) -> Call:
    """Return the call that an operation asks for."""
    reading = _read(operation, definitions, rules)
    parted = None if rules.by_tags else _parted_id(operation, reading.path, rules)
    if parted is not None:
        return parted
    if rules.by_tags and (tag := next((rules.tags[tag] for tag in operation.tags if tag in rules.tags), ())):
        method = tagged_method(operation, reading.path, reading.id, tag, reading.kind)
        return Call(
            resource=(tag,), method=method, rule="the tag, and what its operationId or path says besides"
        )
    resource, rule = _resource(reading)
    method, why, popped = _method(reading)
    if len(resource) > 1 and resource[-1] == reading.path.action == method:
        resource, method = _said_by_tag(resource, reading)
    if popped and (len(resource) > 1 or resource == reading.path.things):
        resource = resource[:-1]
    if len(resource) > 1 and resource[-1][0] == "by" and len(resource[-1]) > 1:
        resource, method = _with_phrase(resource, method)
    if not resource and _is_sentence(operation, reading):
        resource, method = _parted_sentence(reading)
    elif not resource:
        resource = _lone_resource(operation, reading, method, rules.nouns)
        if resource == (method,):
            method = (reading.kind,)
        elif operation.method in CHANGES:
            method = without(method, [*map(singular, resource[-1])])
    return Call(
        resource=resource,
        method=method,
        rule=f"resource from {rule}, method from {why}",
        cut=reading.path.cut,
    )


def _read(operation: Operation, definitions: Mapping[Location, Definition], rules: Rules) -> _Reading:
    found = id_words(operation)
    path = read_path(operation.path, operation.method, rules.scopes, rules.nouns)
    if path.things[-1:] and path.things[-1] not in rules.nouns.things:
        path = _with_sentence(path, found, operation)
    return _Reading(
        operation=operation,
        path=path,
        id=as_path_has(found, path.things),
        kind=_kind(operation, path, definitions),
        is_list=is_list(operation, definitions),
        is_array=is_array(operation, definitions),
        definitions=definitions,
        nouns=rules.nouns,
    )


def _with_sentence(path: PathReading, found: Words, operation: Operation) -> PathReading:
    """Return a path whose end says what is done, where the id says the same and no more: `/RunImport`."""
    last = path.things[-1] if path.things else ()
    is_said = last == found and len(found) > 1 and found[0] in VERBS
    if not is_said or path.action or path.is_item or operation.method in {"GET", "HEAD"}:
        return path
    return replace(path, things=path.things[:-1], action=last)


# --- resources ---


def _parted_id(operation: Operation, path: PathReading, rules: Rules) -> Call | None:
    """Return the call of an operationId with separators: `repos/list-for-org` is `repos.list_for_org`."""
    given = bare_id(operation)
    if rules.are_grouped and GROUPED.fullmatch(given):
        given = given.replace("_", ".")
    is_aloud = "#" in given and "#" in operation.path  # the path, read aloud
    if "{" in given or " " in given or is_aloud or not SEPARATOR.search(given):
        return None
    *texts, last = SEPARATOR.split(given)
    named = [group for text in texts if (group := _group(text)) and group not in FRAMES]
    parts = [
        *dropwhile(lambda group: group in NAMELESS_GROUPS, named),
        tuple(word for word in lowered(last) if not VERSION.fullmatch(word)),
    ]
    if len(parts) < 2 or not parts[-1] or (KINDS.get(parts[0][0]) and _is_echo(parts[0][1:], path)):  # noqa: PLR2004
        return None
    *resource, method = parts
    method = _framework_method(method, operation) or method
    own = [*map(singular, resource[-1])]
    kept = without(method, own)
    return Call(resource=tuple(resource), method=kept or method, rule="the parts of the operationId")


def _framework_method(method: Words, operation: Operation) -> Words:
    """Return the plain method that a framework has a word of its own for, where the request agrees."""
    kind, request = FRAMEWORK_WORDS.get(method[0], ("", "")) if len(method) == 1 else ("", "")
    return (kind,) if kind and request == operation.method else ()


def _group(text: str) -> Words:
    return without_tails(lowered(text))


def _is_echo(found: Words, path: PathReading) -> bool:
    return {*map(singular, found)} <= path.said | {"id"}


def _resource(reading: _Reading) -> tuple[tuple[Words, ...], str]:
    tags = [_tag(tag) for tag in reading.operation.tags[:1]]
    if tags and len(tags[0]) > 1:
        return tags[0], "the parts of the tag"
    return reading.path.things, "the path"


def _tag(tag: str) -> tuple[Words, ...]:
    """Return the parts of a tag: `Organization::Users` has two; variables of a path are none."""
    bare = VARIABLE.sub("", without_ordinal(tag))
    texts = (text for text in SEPARATOR.split(bare) if not VERSION.fullmatch(text))
    return tuple(part for text in texts if (part := _group(text)))


def words_of_tags(tags: Iterable[str]) -> dict[str, Words]:
    """Return the words of each tag; those that differ only in number or case have the same."""
    found = {tag: words for tag in tags if (words := _group(without_ordinal(tag)))}
    longest: dict[Words, Words] = {}
    for words in found.values():
        folded = (*words[:-1], singular(words[-1]))
        longest[folded] = max(longest.get(folded, ()), words, key=lambda item: (len("".join(item)), item))
    return {tag: longest[*words[:-1], singular(words[-1])] for tag, words in found.items()}


def _grouping_tag(operation: Operation) -> Words:
    """Return the words of an operation's tag."""
    return next((found for tag in operation.tags if (found := _group(without_ordinal(tag)))), ())


def _with_phrase(resource: tuple[Words, ...], method: Words) -> tuple[tuple[Words, ...], Words]:
    """Return resource and method of a path that ends by which: `/users/by-name/{name}`."""
    *before, verb, phrase = ((), *resource)
    if before[1:] and len(verb) == 1 and verb[0] in VERBS:
        return tuple(before[1:]), (*verb, *phrase)
    return resource[:-1], (*method, *phrase)


def _said_by_tag(resource: tuple[Words, ...], reading: _Reading) -> tuple[tuple[Words, ...], Words]:
    """Return resource and method of a tag that ends with what is done, as its path: `runs/{id}/cancel`."""
    action = reading.path.action
    return (resource, (reading.kind,)) if action in reading.nouns.owners else (resource[:-1], action)


def _is_sentence(operation: Operation, reading: _Reading) -> bool:
    """Whether all that names an operation is a verb and what it is for: `POST /StopTaskRun`."""
    action = reading.path.action
    has_thing = len(action) > 1 and action[0] in VERBS and action[1] not in PREPOSITIONS
    return has_thing and not _grouping_tag(operation)


def _parted_sentence(reading: _Reading) -> tuple[tuple[Words, ...], Words]:
    """Return the resource and the method: `stop_task_run_of_user` is `task_run.stop_of_user`."""
    action = reading.path.action
    size = phrase_at(action)
    thing, phrase = action[1:size], action[size:]
    is_told = action[0] in TELLING_WORDS and phrase  # `add_to_set`, which creates none
    done = action[0] if is_told else KINDS.get(action[0], action[0])
    if done == "get" and _gives_list(reading, (thing,)):
        done = "list"
    return (thing,), trimmed((done, *phrase))


def _gives_list(reading: _Reading, things: tuple[Words, ...]) -> bool:
    """Whether what gets some things gives a list of them."""
    return reading.is_list and any(is_plural(thing[-1]) for thing in things)


def _lone_resource(operation: Operation, reading: _Reading, method: Words, nouns: Nouns) -> tuple[Words, ...]:
    """Return the resource of an operation whose path names none: its tag, else what it does."""
    action = reading.path.action
    is_read = operation.method != "POST" or action in nouns.owners
    if tag := _grouping_tag(operation):
        is_verb_again = tag in {method, action, *reading.path.things[-1:]} and tag[0] in VERBS
        return (ROOT if is_verb_again and not is_read else tag,)
    if action:
        return (action if is_read and action[0] not in QUESTIONS else ROOT,)
    if operation.method == "POST" and reading.path.things:  # the id does what the path says
        return (ROOT,)
    is_usual = operation.method in USUAL
    return (method,) if is_usual and len(method) == 1 and method[0] not in KINDS else (ROOT,)


# --- methods ---


def _method(reading: _Reading) -> tuple[Words, str, bool]:
    """Return a method's words, what named it, and whether it says the last thing of the path itself."""
    path = reading.path
    told = _told_by_id(reading)
    if path.action and _is_only_read(reading):
        return _listed_by_id(reading), f"the operationId '{reading.operation.operation_id}'", False
    if path.action and not (told and iskeyword(path.action[0])):
        return _action(reading), "what the path does", False
    if done := _done_by_id(reading):
        return done, "what path and operationId do", True
    if told is None and reading.operation.method not in USUAL:
        return lowered(reading.operation.method), "the request", False
    if told is None and reading.nouns.are_procedures and reading.kind == "create" and path.things:
        return path.things[-1], "what the path ends with, as that of any other", True
    if told is None and _is_sought(reading):
        return path.things[-1][-1:], "what the path ends with", False
    if told is None and _is_read(reading):
        return ("list" if reading.is_array else "get",), "request, path and prose", False
    if told is None:
        return (reading.kind,), "request and path", False
    method, popped = told
    return method, f"the operationId '{reading.operation.operation_id}'", popped


def _is_sought(reading: _Reading) -> bool:
    """Whether a POST is for a kind of search, of which none is kept: `/multi-search`."""
    last = reading.path.things[-1] if reading.path.things else ()
    is_kind = len(last) > 1 and last[-1] in SEARCHES and last[-1] != "filter"
    is_asked = reading.operation.method == "POST" and not reading.path.is_item
    return is_kind and is_asked and last not in reading.nouns.owners


def _is_read(reading: _Reading) -> bool:
    """Whether prose says that a POST makes nothing, no id says that it does, and no GET is there for it."""
    last = reading.path.things[-1][-1] if reading.path.things else ""
    is_made = "create" in map(KINDS.get, {*reading.id} - {"post"}) or singular(last) in MADE_FOR_WHO_ASKS
    is_got = shape_of(reading.operation.path) in reading.nouns.got
    return reading.kind == "create" and not (is_made or is_got) and is_told_to_read(reading.operation)


def _done_by_id(reading: _Reading) -> Words:
    """Return what is done where path and id agree on it, and the id knows no other verb: `facet`."""
    path, operation = reading.path, reading.operation
    own = own_words(operation)
    if operation.method == "POST" and own[-1:] == ("post",):
        own = own[:-1]
    if not own or not path.things or path.is_item or path.is_plural or _is_thing_alone(reading):
        return ()
    last = path.things[-1]
    is_same = "".join(own) == "".join(last)
    others = KINDS.keys() if len(path.things) > 1 else VERBS - {*last}
    is_begun = own[: len(last)] == last and others.isdisjoint(own)
    is_done = is_begun or (is_same and own[0] not in KINDS)
    if not is_done or not (operation.method in CHANGES or (is_same and own[0] in QUESTIONS)):
        return ()
    if len(path.things) == 1:
        return trimmed(_without_tag(own, {singular(word) for word in _grouping_tag(operation)}))
    known = {singular(word) for thing in path.things[:-1] for word in thing}
    new = tuple(word for word in own if singular(word) not in known) if is_same else fresh(own, known)
    return trimmed(new or own)


def _without_tag(own: Words, known: AbstractSet[str]) -> Words:
    """Return the words of what is done without those of its tag: behind a verb, or where it begins."""
    if own[0] in VERBS:
        return own if singular(own[0]) in known else fresh(own, known) or own
    size = next((place for place, word in enumerate(own) if singular(word) not in known), 0)
    return own if own[size] in PREPOSITIONS else own[size:]


def _is_thing_alone(reading: _Reading) -> bool:
    """Whether a path has one thing, which is read elsewhere or is what its tag is of."""
    last = reading.path.things[-1]
    is_tagged = last[0] not in VERBS and _grouping_tag(reading.operation)[: len(last)] == last
    return len(reading.path.things) == 1 and (last in reading.nouns.owners or is_tagged)


def _is_only_read(reading: _Reading) -> bool:
    """Whether an id says that a request gets or lists what its path would change."""
    is_changed = KINDS.get(reading.path.action[0]) in {"create", "update", "delete"}
    verbs = (reading.id[place] for place in verb_places(reading.id, reading.operation))
    return is_changed and reading.operation.method in READS and KINDS.get(next(verbs, "")) in {"get", "list"}


def _listed_by_id(reading: _Reading) -> Words:
    """Return what an id says from its verb on, without the words of the resource."""
    place = _verb_at(reading, set()) or 0
    found = reading.id[place:]
    return trimmed(
        without(found, [*map(singular, reading.path.things[-1])]) if reading.path.things else found
    )


def _action(reading: _Reading) -> Words:
    """Return the method of a path that says what is done, without the words of its resource."""
    action = _with_verb(reading) or reading.path.action
    has_pages = reading.operation.pagination is not None or reading.operation.method == "GET"
    if action == ("get",) and has_pages and _gives_list(reading, reading.path.things[-1:]):
        return ("list",)
    if reading.path.things and len(action) > 1 and action[0] in VERBS:
        return without(action, [*map(singular, reading.path.things[-1])])
    return action


def _with_verb(reading: _Reading) -> Words:
    """Return a noun that a path ends with and the verb that the id has for it: `send_message`."""
    action, found = reading.path.action, reading.id
    place = found.index(action[0]) if len(action) == 1 and action[0] in ALSO_NOUNS & {*found} else 0
    verb = found[place - 1] if place else ""
    is_fresh = singular(verb) not in reading.path.said and not VERBS.intersection(found[: max(place - 1, 0)])
    return (verb, *action) if is_fresh and verb in VERBS - KINDS.keys() else ()


def _kind(operation: Operation, path: PathReading, definitions: Mapping[Location, Definition]) -> Kind:
    """Return which of the five plain methods a request is."""
    match operation.method:
        case "GET":
            return "list" if _gives_many(operation, path, definitions) else "get"
        case "POST" if operation.pagination is not None and not path.is_item:
            return "list"
        case "POST" if path.is_item and path.is_search:
            return "list" if _gives_many(operation, path, definitions) else "get"
        case "POST":
            return "update" if path.is_item else "create"
        case "DELETE":
            return "delete"
        case "PUT" | "PATCH":
            return "update"
        case other:
            return KINDS.get(other.lower(), "get")


def _gives_many(operation: Operation, path: PathReading, definitions: Mapping[Location, Definition]) -> bool:
    """Whether an operation gives a list: told by its path, unless its answer says otherwise."""
    if is_list(operation, definitions):
        return True
    is_many = path.is_plural and path.things[-1][-1] not in COLLECTIVES
    return not path.is_item and is_many and may_give_many(operation, definitions)


def _told_by_id(reading: _Reading) -> tuple[Words, bool] | None:
    """Return what the operationId says more than request and path; None where it says no more."""
    known = _known(reading)
    place = _verb_at(reading, known)
    if place is None:
        return None
    verb, rest = reading.id[place], reading.id[place + 1 :]
    kind = KINDS.get(verb)
    if kind is None:
        return _done(verb, rest, known, reading)
    modifiers = _modifiers(rest, known, reading)
    if _fits(kind, verb, reading):
        plain = _plain(kind, verb, reading, rest)
        return ((plain, *modifiers), False) if modifiers or plain != reading.kind else None
    word = verb if verb in TELLING_WORDS else kind
    return (word, *modifiers), False


def _known(reading: _Reading) -> frozenset[str]:
    """Return the words that path and tags say, in the singular."""
    return reading.path.said | {singular(word) for tag in reading.operation.tags for word in lowered(tag)}


def _verb_at(reading: _Reading, known: AbstractSet[str]) -> int | None:
    """Return where an id has its verb, if it has one that nothing else says."""
    found, operation = reading.id, reading.operation
    end = len(found) - 1
    # What a POST is called after that lists nothing is a thing: `orderList`.
    is_thing = end > 0 and found[end] == "list" and reading.kind != "list" and operation.method == "POST"
    places = (place for place in verb_places(found, operation, known) if not (is_thing and place == end))
    place = next(places, None)
    return None if place is None or FAR < place < end else place


def _plain(kind: Kind, verb: str, reading: _Reading, rest: Words) -> str:
    """Return the plain method of a request whose id has another word for it."""
    wanted = reading.kind
    if kind == "list":
        wanted = "get" if wanted == "get" and _is_one_listed(rest, reading) else kind
    elif kind == "get" and wanted == "list" and _is_got(verb, rest, reading):
        wanted = kind
    return verb if verb in AUTHORS_WORDS and wanted == "get" else wanted


def _is_got(verb: str, rest: Words, reading: _Reading) -> bool:
    """Whether an id gets one where the request could list: by a path of an item, or as tools write it."""
    if verb == "retrieve" and not rest and not reading.is_list:  # written by who writes `runs_list`, too
        return True
    thing = rest[: phrase_at(rest)]
    if reading.is_array:  # `get_runs_run_id`: the path, read aloud
        ends = [it for it in reading.path.parameters if len(thing) > len(it) and thing[-len(it) :] == it]
        thing = thing[: -len(ends[0])] if ends else thing
    are_many = bool(thing) and is_plural(thing[-1])
    is_found = bool(thing) and not reading.is_list and rest[len(thing) :][:1] == ("by",)
    is_same = bool(thing) and singular(reading.path.things[-1][-1]) == thing[-1] if is_found else False
    return (reading.path.is_item or is_same) and not are_many


def _is_one_listed(rest: Words, reading: _Reading) -> bool:
    """Whether an id lists what is one: by the path of an item, and in the singular: `listZone`."""
    thing = rest[: phrase_at(rest)]
    if not thing:  # `imageList`, which `airportList` may be more of
        return reading.path.is_item and not may_give_many(reading.operation, reading.definitions)
    return reading.path.is_item and not is_plural(thing[-1])


def _fits(kind: Kind, verb: str, reading: _Reading) -> bool:
    """Whether an id's verb is another word for what the request does."""
    if verb == reading.operation.method.lower():  # says nothing that the request does not
        return True
    # The word of another request, which this is not.
    if reading.kind == "create" and verb in {"patch", "put"}:
        return True
    if reading.kind == "list" and kind == "create":  # a search: what it makes is gone with the answer
        return True
    if verb in TELLING_WORDS and KINDS[verb] != "delete" and verb != "replace":
        return False
    if reading.operation.method in {"GET", "HEAD"}:
        return kind in {"get", "list"}
    return kind == reading.kind or (kind == "get" and reading.kind == "list")  # one of a list is no other


def _done(verb: str, rest: Words, known: AbstractSet[str], reading: _Reading) -> tuple[Words, bool]:
    """Return the method of an id that says what is done: `downloadFile` is `download`."""
    words = (*fresh(rest[: phrase_at(rest)], known), *phrase_of(rest, known))
    path = reading.path
    last = {*map(singular, path.things[-1])} if path.things else set[str]()
    named = {*map(singular, reading.id)}
    popped = not path.is_item and len(path.things) > 1 and not path.is_plural and last.isdisjoint(named)
    return trimmed((verb, *words)), popped


def _modifiers(rest: Words, known: AbstractSet[str], reading: _Reading) -> Words:
    """Return what an id says of how or which, behind a plain verb.

    What is done to is the resource, whatever the id calls it; words before its name say which, and so do
    adjectives behind it; words behind a preposition say how.
    """
    thing = rest[: phrase_at(rest)]
    size = len(thing) - len([*takewhile(ADJECTIVES.__contains__, reversed(thing))])
    if 0 < size < len(thing) and not (reading.operation.method == "PATCH" and thing[size:] == ("partial",)):
        thing = (*thing[size:], *thing[:size])
    if thing and singular(thing[-1]) not in known:
        thing = ()
    which = tuple(word for word in fresh(thing, known) if word in ADJECTIVES or is_participle(word, known))
    phrase = () if _is_got_by_item(rest, reading) else phrase_of(rest, known)
    return trimmed((*which, *phrase), MOST_WORDS - 1)


def _is_got_by_item(rest: Words, reading: _Reading) -> bool:
    """Whether an id says by what one of many is got that has an id, and nothing asks for that."""
    phrase, operation = rest[phrase_at(rest) :], reading.operation
    asked = [item.name.lower() for item in operation.parameters]
    is_asked = any(singular(word) in name for word in phrase[1:] for name in asked)
    has_id = ONE_ID.search(operation.path) is not None and reading.path.parameters[-1][-1] in IDENTIFIERS
    return operation.method == "GET" and has_id and phrase[:1] == ("by",) and not is_asked
