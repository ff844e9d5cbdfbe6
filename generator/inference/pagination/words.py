"""Names as words: split where their letters or marks change, in one form each."""

import re

from generator.words import kept

WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
# What run-together names such as `pagesize` are made of; a name that is made of other words stays one word.
STEMS = frozenset(
    {"page", "paging", "pagination", "size", "per", "number", "num", "no", "index", "idx", "next", "previous"}
    | {
        "prev",
        "first",
        "last",
        "token",
        "cursor",
        "marker",
        "start",
        "end",
        "starting",
        "begin",
        "from",
        "at",
    }
    | {"after", "before", "since", "until", "limit", "offset", "skip", "take", "top", "max", "min", "count"}
    | {"total", "result", "item", "record", "row", "entry", "element", "hit", "object", "has", "more", "is"}
    | {"done", "url", "uri", "href", "link", "id", "key", "continuation", "continue", "list", "of", "current"}
    | {"remaining", "all", "by", "to", "position", "pos", "pointer", "set", "batch", "current", "value"}
)
SINGULARS = {"entries": "entry", "indices": "index", "previous": "previous", "has": "has", "is": "is"}
SHORTEST_PLURAL = 3
LONGEST = 40  # what is longer is no word run together
# How many letters a name has that may be short for words, and how much of a description is read for these.
FEWEST, SHORT = 2, 4
LONGEST_TEXT = 400


@kept
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case and the singular: `nextPageTokens` is next, page, token."""
    found: list[str] = []
    for part in WORD.findall(name):
        found += _stems(part.lower())
    return tuple(found)


@kept
def words_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of several names, one after the other."""
    return tuple(word for name in names for word in words(name))


def spelled_out(name: str, text: str) -> tuple[str, ...]:
    """Return the words that a short name stands for, where a text says them; none where it does not.

    `pg` is a page where "the page to return" is said of it, and `rpp` "results per page".
    """
    short = key(name)
    if not FEWEST <= len(short) <= SHORT or short in STEMS or not short.isalpha():
        return ()
    said = words(text[:LONGEST_TEXT])
    initials = "".join(word[0] for word in said)
    where = initials.find(short)
    if where >= 0 and STEMS & {*said[where : where + len(short)]}:
        return said[where : where + len(short)]
    return next(((word,) for word in said if word in STEMS and _is_short_for(short, word)), ())


def _is_short_for(short: str, word: str) -> bool:
    """Tell whether a word has the letters of a shorter one in their order, the first one first."""
    letters = iter(word[1:])
    return word[0] == short[0] and len(word) > len(short) and all(letter in letters for letter in short[1:])


def key(name: str) -> str:
    """Return a name ready to compare: `nextPageToken` and `next_page_token` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _stems(word: str) -> tuple[str, ...]:
    plain = _singular(word)
    if plain in STEMS or len(word) > LONGEST:
        return (plain,)
    return _run_together(word) or (plain,)


@kept
def _run_together(word: str) -> tuple[str, ...]:
    """Return the stems that a word is made of; none where something is left over."""
    for length in range(len(word), 0, -1):
        head = _singular(word[:length])
        if head in STEMS:
            if length == len(word):
                return (head,)
            rest = _run_together(word[length:])
            if rest:
                return (head, *rest)
    return ()


def _singular(word: str) -> str:
    if word in SINGULARS:
        return SINGULARS[word]
    if len(word) <= SHORTEST_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")
