"""What a path template says for the name of a call: the things on the way, and what is done to the last."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from sys import intern

from generator.python.naming.plurals import is_plural, singular
from generator.python.naming.vocabulary import (
    ACTIONS,
    ALSO_NOUNS,
    ALSO_READ,
    DONE_ALONE,
    DONE_TO_MANY,
    IDENTIFIERS,
    KINDS,
    NAMELESS,
    PREPOSITIONS,
    QUESTIONS,
    READING,
    SEARCHES,
    TAILS,
    TAKING_AWAY,
    VERBS,
)
from generator.records import dataclass
from generator.words import kept, words

# `v1`, `v2.1`, `v1beta2`, `2010-04-01`, `1.0`
VERSION = re.compile(
    r"v\d+(?:[._-]\d+)*(?:[._-]?(?:alpha|beta|rc|preview)\d*)?|\d{4}-\d\d(?:-\d\d)?|\d+(?:\.\d+)+",
    re.IGNORECASE,
)
# `v{version}`, `v{major}.{minor}`
OPEN_VERSION = re.compile(r"v[._-]?\{[^{}]*\}(?:[._-](?:\{[^{}]*\}|\d+))*", re.IGNORECASE)
# What stands in braces, or between them.
PART = re.compile(r"\{[^{}]*\}|[^{}]+")
VARIABLE = re.compile(r"\{[^{}]*\}")
# `/:id`: a variable, as frameworks write it.
OPEN_VARIABLE = re.compile(r"(?<=/):([A-Za-z_]\w*)(?=/|$)")
# `{name=runs/*/steps/*}`: a variable, and what of the path it takes (google.api.http).
PATTERN = re.compile(r"\{([^{}=]+)=([^{}]*)\}")
# `deletefile`: a verb that no other word begins with, and what it is done to; `deletedfiles` is none.
FUSED = re.compile(r"(create|delete|remove|update)([a-ce-z][a-z]{2,}\d*)")
# A fixed part of a path with a digit and so many characters is a code, if the words in it have fewer letters
# than these.
CODE, LETTERS = 8, 3
FORMAT = re.compile(r"\.(?:json|xml|csv|html?|php|aspx?)$", re.IGNORECASE)
SEPARATOR = re.compile(r"[.:()']+")
# What a path ends with where it is for all of them, and what is done to these.
ALL = ("all",)
OF_ALL = {"GET": "list", "DELETE": "delete"}
# Requests that change or remove what is there.
CHANGING = frozenset({"DELETE", "PATCH", "PUT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A segment of a path, or a part of one, in words in lower case.

    Attributes:
        words: its words.
        is_parameter: whether it stands for one of many.
        is_done: whether it says what is done to what is before it, in the same segment: `chat.post`.
        is_format: whether it stands for a format: `videos.{format}`.
    """

    words: tuple[str, ...]
    is_parameter: bool = False
    is_done: bool = False
    is_format: bool = False

    @property
    def name(self) -> str:
        """The words as an attribute."""
        return "_".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Which verbs the paths of a document have for things, by the words of segments.

    Attributes:
        things: segments that begin with a verb and name a thing all the same: `merge_requests`.
        owners: segments whose items are read or changed, so that a POST to one of them does no other thing;
            and those that stand alone and are read.
        collections: paths, as `shape_of` gives them, whose end is had, whatever it could do elsewhere.
        got: paths, as `shape_of` gives them, that a GET asks for, so that a POST to them does something else.
        scoped: paths, as `shape_of` gives them, that end with a parameter and are collections:
            `/messages/{log}`, where `/messages/{log}/{id}` is one of its items.
        are_sentences: whether most paths are a verb and what it is for, so that all others are: `/stopPoll`.
        are_procedures: whether what paths end with is called, whatever word it is: `POST /exports/info`.
    """

    things: frozenset[tuple[str, ...]] = frozenset()
    owners: frozenset[tuple[str, ...]] = frozenset()
    collections: frozenset[str] = frozenset()
    got: frozenset[str] = frozenset()
    scoped: frozenset[str] = frozenset()
    are_sentences: bool = False
    are_procedures: bool = False


NO_NOUNS = Nouns()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathReading:
    """A path template, read.

    Attributes:
        things: the things on the way, outermost first, each said once.
        parameters: the words of each parameter.
        asked: the words of each parameter of the query that tells paths apart, which are parameters, too.
        action: what is done, in words, where the path says so.
        is_of_one: whether what is before the action is one of many.
        is_item: whether one of many is asked for: the path ends in a parameter.
        is_collection: whether the last thing is known to be had, though it could be done.
        cut: the segments that name nothing.
    """

    things: tuple[tuple[str, ...], ...]
    parameters: tuple[tuple[str, ...], ...]
    asked: tuple[tuple[str, ...], ...]
    action: tuple[str, ...]
    is_of_one: bool
    is_item: bool
    is_collection: bool
    cut: tuple[str, ...]

    @property
    def is_plural(self) -> bool:
        """Whether the last thing is said to be many."""
        return bool(self.things) and is_plural(self.things[-1][-1])

    @property
    def said(self) -> frozenset[str]:
        """All words, in the singular."""
        return frozenset(
            singular(word) for part in (*self.things, *self.parameters, self.action) for word in part
        )

    @property
    def is_search(self) -> bool:
        """Whether the last thing is a search, and none that was saved: what is behind it is no id."""
        is_saved = any(word in IDENTIFIERS for parameter in self.parameters for word in parameter[-1:])
        return bool(self.things) and self.things[-1][-1] in SEARCHES and not is_saved


def read_path(
    path: str,
    method: str,
    scopes: Iterable[str] = (),
    nouns: Nouns = NO_NOUNS,
) -> PathReading:
    """Return what a path template says.

    Args:
        path: the template.
        method: the method of the request, in capitals.
        scopes: segments that are settled not to name anything.
        nouns: which verbs are names of things.
    """
    bare, _, fragment = path.partition("#")
    bare, _, query = bare.partition("?")
    said, cut = _read_steps(bare, frozenset(scope.lower().strip("/") for scope in scopes))
    told, asked = _fragment(fragment)
    asked += _queried(query)
    steps = [*said, *told]
    is_collection = not told and _collection_of(path) in nouns.collections
    steps, action = (
        (_with_format_said(steps), ()) if is_collection else _with_action(steps, path, method, nouns)
    )
    is_of_one = _is_item(steps)
    return PathReading(
        things=tuple(_said_once(_named(step.words, nouns) for step in steps if not step.is_parameter)),
        parameters=(*(step.words for step in steps if step.is_parameter and step.words), *asked),
        asked=tuple(asked),
        action=action,
        is_of_one=is_of_one,
        is_item=is_of_one and not action and not (nouns.scoped and shape_of(path) in nouns.scoped),
        is_collection=is_collection,
        cut=cut,
    )


def _is_item(steps: list[Step]) -> bool:
    last = next((step for step in reversed(steps) if not step.is_format), None)
    return last is not None and last.is_parameter


def steps_of(path: str) -> tuple[Step, ...]:
    """Return the steps of a path template, without its query and its fragment."""
    return _read_steps(path.partition("#")[0].partition("?")[0], frozenset[str]())[0]


def shape_of(path: str) -> str:
    """Return a path template without the names of its variables: two that differ in these alone are one."""
    return VARIABLE.sub("{}", OPEN_VARIABLE.sub(_in_braces, path.rstrip("/")))


def _collection_of(path: str) -> str:
    """Return the path of what an item is one of; of any other path itself."""
    return shape_of(path).removesuffix("/{}")


def _with_format_said(steps: list[Step]) -> list[Step]:
    """Return the steps of what is had; what stands behind a sign is a part of its name: `logo.png`."""
    place = next((index for index in range(len(steps) - 1, -1, -1) if not steps[index].is_parameter), 0)
    if not place or not steps[place].is_done or steps[place - 1].is_parameter:
        return steps
    whole = Step(words=(*steps[place - 1].words, *steps[place].words))
    return [*steps[: place - 1], whole, *steps[place + 1 :]]


def folded(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with the last one in the singular."""
    return (*found[:-1], *map(singular, found[-1:]))


@kept
def lowered(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case."""
    return tuple(intern(word.lower()) for word in words(text))


@kept
def _read_steps(path: str, scopes: frozenset[str]) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Return the steps of a path, and the segments that name nothing; each path is asked about many times."""
    cut: list[str] = []
    return tuple(_steps(path, cut, scopes)), tuple(cut)


def _steps(path: str, cut: list[str], scopes: AbstractSet[str]) -> Iterator[Step]:
    nameless: AbstractSet[str] = NAMELESS | scopes
    for part in _segments(OPEN_VARIABLE.sub(_in_braces, PATTERN.sub(_spread, path)), cut):
        before = ""
        for text in PART.findall(part):
            if text.startswith("{"):
                yield Step(words=lowered(text), is_parameter=True, is_format=before.endswith("."))
            elif VERSION.fullmatch(text):
                cut.append(text)
            else:
                for step in _statics(text, cut, nameless):
                    yield step
                    nameless = nameless if step.is_parameter else scopes
            before = text


def _spread(found: re.Match[str]) -> str:
    """Return a variable with a pattern as the segments that it takes: the last is called as it is."""
    fixed, star, after = found[2].rpartition("*")
    before = fixed.rstrip("*").replace("*", "{}")
    return f"{before}{{{found[1]}}}{after}" if star else f"{{{found[1]}}}"


def _in_braces(found: re.Match[str]) -> str:
    """Return a variable as OpenAPI has it, unless it says what is done: `/:cancel`."""
    return found[0] if _begins_with_verb(lowered(found[1])) else f"{{{found[1]}}}"


def _segments(path: str, cut: list[str]) -> Iterator[str]:
    """Yield the segments of a path; of those that are versions, the variables: `/v{version}`, `/v/2`."""
    for segment, after in pairwise([*path.split("/"), ""]):
        is_parted = after[:1].isdigit() or (after.startswith("{") and "version" in after.lower())
        if OPEN_VERSION.fullmatch(segment):
            cut.append(segment)
            yield from VARIABLE.findall(segment)
        elif segment.lower() == "v" and is_parted:
            cut.append(segment)
        else:
            yield segment


def _queried(text: str) -> list[tuple[str, ...]]:
    """Return the parameters of a query that stands in a path, with the values that are fixed there."""
    pairs = (part.partition("=") for part in text.split("&") if part)
    told = (name if "{" in value else f"{name} {value}" for name, _, value in pairs)
    return [found for text in told if (found := lowered(text))]


def _fragment(text: str) -> tuple[list[Step], list[tuple[str, ...]]]:
    """Return what a fragment says is done, and of which parameters it says that they tell paths apart.

    Tools that know no queries in paths write them so: `#Action=StopRun`, `#runId&force`, `#add`.
    """
    told: list[Step] = []
    asked: list[tuple[str, ...]] = []
    for part in text.split("&"):
        _, equals, value = part.rpartition("=")
        found = lowered(value.rpartition(".")[2])
        if found and (equals or found[0] in ACTIONS):
            told.append(Step(words=found, is_done=True))
        elif found:
            asked.append(found)
    return told[:1], asked


def _statics(text: str, cut: list[str], nameless: AbstractSet[str]) -> Iterator[Step]:
    """Yield what a fixed part of a path names: several things where signs part it, such as `chat.post`."""
    bare = FORMAT.sub("", text)
    if bare != text:
        cut.append(text[len(bare) :])
    for piece in SEPARATOR.split(bare):
        found = lowered(_without_codes(piece, cut))
        if len(found) > 1 and found[-1] in {"api", "apis"}:  # `/KeysApi`
            cut.append(found[-1])
            found = found[:-1]
        if piece.isdigit():  # one of many, and always the same
            yield Step(words=(), is_parameter=True)
        elif piece.lower() in nameless or (found and nameless >= {*found}) or VERSION.fullmatch(piece):
            cut.append(piece)
        elif found:
            yield Step(words=found, is_done=bare != piece and bare.endswith(piece))


def _without_codes(text: str, cut: list[str]) -> str:
    """Return a fixed part of a path without what is no word in it, such as `6VMVochwUWo`."""
    pieces = re.split(r"([-_])", text)
    codes = [piece for piece in pieces if _is_code(piece)]
    cut += codes
    return "".join(piece for piece in pieces if piece not in codes) if len(codes) < len(pieces) else text


def _is_code(piece: str) -> bool:
    is_long = len(piece) >= CODE and any(char.isdigit() for char in piece)
    return is_long and len(words(piece)) * LETTERS > len(piece)


def _with_action(
    steps: list[Step], path: str, method: str, nouns: Nouns
) -> tuple[list[Step], tuple[str, ...]]:
    """Return the steps without what the operation does, and that."""
    fixed = [index for index, step in enumerate(steps) if not step.is_parameter]
    if not fixed:
        return steps, ()
    place = fixed[-1]
    last = steps[place] if method in {"GET", "HEAD"} else _spelled(steps[place])
    is_last = all(step.is_format for step in steps[place + 1 :])
    if last.is_done and (_begins_with_verb(last.words) or (is_last and method not in CHANGING)):
        return steps[:place] + steps[place + 1 :], last.words
    if last.is_done:
        return _with_format_said(steps), ()
    if is_last and place and steps[place - 1].words in {("action",), ("actions",)}:
        return steps[: place - 1], last.words
    if last.words in nouns.things:
        return steps, ()
    if last.words == ALL and is_last and place and _is_of_all(steps[place - 1], method):
        is_other = method == "GET" and shape_of(path.rstrip("/").rpartition("/")[0]) in nouns.got
        return steps[:place], (OF_ALL[method], *(ALL if is_other or method != "GET" else ()))
    # What stands alone is the thing itself where its word is a noun, too: `POST /query`.
    is_alone = place == fixed[0]
    is_noun = is_alone and last.words[0] in ALSO_NOUNS and not _is_done_alone(last.words, nouns)
    is_said = is_alone and nouns.are_sentences and method == "POST" and _begins_with_verb(last.words)
    is_done = method == "POST" and not is_last and _is_done_to(last.words, steps[place + 1].words, nouns)
    if is_said or is_done or (not is_noun and _is_action(last.words, method, is_last=is_last)):
        return steps[:place] + steps[place + 1 :], last.words
    return steps, ()


def _is_of_all(before: Step, method: str) -> bool:
    """Whether a request reads or removes all of what is there, and not what is found: `/complete/all`."""
    return method in OF_ALL and (before.is_parameter or before.words[0] not in ACTIONS | ALSO_READ)


def _spelled(step: Step) -> Step:
    """Return a step; of one word that is a verb and what it is done to, with both: `deletefile`."""
    fused = FUSED.fullmatch(step.words[0]) if len(step.words) == 1 else None
    return step if fused is None else replace(step, words=fused.groups())


def _is_done_alone(found: tuple[str, ...], nouns: Nouns) -> bool:
    """Whether a segment without any other is done, though it is a noun, too: `/login`, which none reads."""
    return len(found) == 1 and found[0] in DONE_ALONE and found not in nouns.owners


def _begins_with_verb(found: tuple[str, ...]) -> bool:
    """Whether words begin with a verb, in two words maybe: `log_out`."""
    return found[0] in VERBS or "".join(found[:2]) in VERBS


def _is_done_to(found: tuple[str, ...], parameter: tuple[str, ...], nouns: Nouns) -> bool:
    """Whether a POST does what a segment says to the item behind it, which is none of it: `/void/{id}`."""
    return len(found) == 1 and found[0] in ALSO_NOUNS and found not in nouns.owners and parameter[:1] != found


def _is_action(found: tuple[str, ...], method: str, *, is_last: bool) -> bool:
    """Whether a segment says what is done: `capture`, `submit-results`, `search`."""
    first, is_one = found[0], len(found) == 1
    if first in {"batch", "bulk"} and not is_one and found[1] in VERBS:
        return True
    if first in QUESTIONS:
        return is_last and not is_one and not is_plural(found[-1])
    if first in ACTIONS:
        return method != "DELETE" or not is_last or KINDS.get(first) == "delete" or first in TAKING_AWAY
    if first not in ALSO_NOUNS or method == "DELETE":
        return False
    if not is_last:
        return not is_one and found[1] in PREPOSITIONS
    if method in {"GET", "HEAD"}:
        return first in ALSO_READ and (is_one or found[1] in PREPOSITIONS)
    is_done = is_one or first in DONE_TO_MANY or not is_plural(found[-1])
    return is_done and (is_one or first != "new")  # `new_password`


def _named(found: tuple[str, ...], nouns: Nouns) -> tuple[str, ...]:
    """Return the words of a thing without the verb that reads it: `GetPartitions` is `partitions`."""
    return found[1:] if found in nouns.things and found[0] in READING else found


def _said_once(things: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield things without the words of the one before: `news`, `news_items` is `news`, `items`."""
    found: list[tuple[str, ...]] = []
    for thing in things:
        before = found[-1] if found else ()
        size = len(before)
        same = bool(before) and [*map(singular, thing[:size])] == [*map(singular, before)]
        if same and len(thing) == size:
            found[-1] = thing
        elif same:
            found.append(thing[size:])
        else:
            found.append(thing)
    return iter(found)


def without_tails(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a group without versions, and without what frameworks put behind it."""
    kept = tuple(word for word in found if not VERSION.fullmatch(word))
    while len(kept) > 1 and kept[-1] in TAILS and kept[-2] not in PREPOSITIONS:
        kept = kept[:-1]
    return kept
