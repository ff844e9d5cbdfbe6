"""Which words of an id a method has: those that say something new, how it is done, and no more than some."""

from collections.abc import Set as AbstractSet

from generator.python.naming.ids import Words
from generator.python.naming.plurals import singular
from generator.python.naming.vocabulary import ARTICLES, EMPTY_WORDS, KINDS, PREPOSITIONS, VERBS

# Words of an id that a method may have, and those before one that are a single word in a path.
MOST_WORDS, MOST_PARTED = 4, 3


def as_path_has(found: Words, things: tuple[Words, ...]) -> Words:
    """Return the words of an id, those of things as the path has them.

    `spotList` is `spotlist` where that is a thing, and of a `chart-of-accounts` no phrase begins at `of`.
    """
    known = {singular(word) for thing in things for word in thing}
    kept: list[str] = []
    for word in found:
        is_done = word in VERBS and word != "list"
        size = 0 if is_done else _parted(kept, word, known)
        kept[len(kept) - size :] = ["".join((*kept[len(kept) - size :], word))]
    for thing in things:
        size, folded = len(thing), [*map(singular, kept)]
        place = next(
            (at for at in range(len(kept)) if folded[at : at + size] == [*map(singular, thing)]), None
        )
        if place is not None and not PREPOSITIONS.isdisjoint(thing[1:]):
            kept[place : place + size] = [
                word for word in kept[place : place + size] if word not in PREPOSITIONS
            ]
    return tuple(kept)


def _parted(before: list[str], word: str, known: AbstractSet[str]) -> int:
    """Return how many words before one are a single one with it in the path: `sign`, `in` of `signinlogs`."""
    if not any(word[:3] in it[1:] for it in known):  # as most are
        return 0
    for size in range(1, min(MOST_PARTED, len(before)) + 1):
        parts = before[-size:]
        is_done = parts[0] in VERBS and parts[1:2] not in (["in"], ["on"])
        if not is_done and singular("".join((*parts, word))) in known:
            return size
    return 0


def is_participle(word: str, known: AbstractSet[str]) -> bool:
    """Whether a word says what was done: `attached`; `namespaced` says no more than `namespaces`."""
    return word.endswith("ed") and not {word[:-1], word[:-2]} & known


def fresh(found: Words, known: AbstractSet[str]) -> Words:
    """Return the words that request and path do not say."""
    return tuple(word for word in found if singular(word) not in known and word not in EMPTY_WORDS)


def phrase_at(found: Words) -> int:
    """Return where words begin to say how: at a preposition."""
    return next((i for i, word in enumerate(found) if word in PREPOSITIONS), len(found))


def phrase_of(found: Words, known: AbstractSet[str]) -> Words:
    """Return how something is done, from a preposition on, where that says something new."""
    phrase = found[phrase_at(found) :]
    if not [word for word in fresh(phrase, known) if word not in PREPOSITIONS | ARTICLES]:
        return ()
    if phrase[0] in {"and", "or"}:  # another verb, or another thing
        return phrase[:2] if phrase[1] in KINDS else ()
    return phrase


def trimmed(found: Words, most: int = MOST_WORDS) -> Words:
    """Return words without articles, none twice in a row, not too many, and not ending in the air."""
    said = zip(found, ("", *found), strict=False)
    kept = [word for word, before in said if word not in ARTICLES and word != before]
    kept = kept[:most]
    while kept and kept[-1] in PREPOSITIONS and len(kept) > 1:
        kept.pop()
    while kept and kept[0] in PREPOSITIONS and len(kept) == 1:
        kept.pop()
    return tuple(kept)


def without(method: Words, own: list[str]) -> Words:
    """Return a method's words without those of its resource, where some are left: `list_runs` is `list`."""
    size = len(own)
    for place in range(1, len(method) - size + 1):
        if [*map(singular, method[place : place + size])] == own:
            rest = trimmed(method[:place] + method[place + size :])
            return rest if rest and rest[0] in VERBS else method
    return method
