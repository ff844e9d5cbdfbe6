"""Plurals and singulars of English words, as names need them."""

from functools import cache

from pluralizer import Pluralizer

from generator.words import kept

# What looks like a plural and is none: names of the field, words that are said of one and of many, pronouns.
NO_PLURALS = frozenset(
    "bias canvas centos chaos cors cosmos data dice ethos gras https ipfs kubernetes kudos lens macos "
    "metadata news our perhaps plus process progress sales series species status their them these they "
    "this those we whereas your".split()
)

# Plurals whose singular the rules would spoil.
SINGULARS = {
    "axes": "axis",
    "bases": "base",
    "caches": "cache",
    "cookies": "cookie",
    "cpus": "cpu",
    "gpus": "gpu",
    "movies": "movie",
    "skus": "sku",
    "uris": "uri",
}
# Of what has three letters and ends with `s` these are said of several: `ids`; others are names: `cms`.
SHORT = frozenset("ad ap cd db id in ip on ou pc pr tv tx ui up vm".split())
# Words in `i` that are said of several; else `is` is the end of the word: `analysis`.
IN_I = ("apis", "emojis", "kpis", "pois", "skis", "taxis", "uis", "uris", "wikis")


@cache
def _rules() -> Pluralizer:
    rules = Pluralizer()  # type: ignore[no-untyped-call]  # its constructor says no types
    for many, one in SINGULARS.items():
        rules.add_irregular_rule(one, many)
    return rules


@kept
def singular(word: str) -> str:
    """Return the singular of an English plural: `queries` is `query`; what is none stays as it is."""
    return word if _is_none(word.lower()) else str(_rules().singular(word)) or word


def is_plural(word: str) -> bool:
    """Whether a word is said of many and not of one."""
    return singular(word) != word


def _is_none(word: str) -> bool:
    """Whether a word in lower case is no plural, whatever its end."""
    is_name = len(word) <= 3 and word[-1:] == "s" and word[:-1] not in SHORT  # noqa: PLR2004 - of three letters
    return (
        is_name
        or word in NO_PLURALS
        or word.endswith(("data", "aas"))
        or (word.endswith("is") and not word.endswith(IN_I))
    )
