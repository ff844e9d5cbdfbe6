"""Plurals and singulars of English words, as names need them."""

from functools import cache, lru_cache

from pluralizer import Pluralizer

# What looks like a plural and is none: names of the field, and words that are said of one and of many.
NO_PLURALS = (
    "aws basis bias canvas cors css data dns dos gas gps gras has his https ios ipfs is js kubernetes lens "
    "macos metadata ms news os plus pos process progress rds sales sas series sms sns species sqs ssh "
    "status this tls was xss"
).split()
# Plurals whose singular the rules would spoil.
SINGULARS = {"axes": "axis", "bases": "base", "caches": "cache", "cookies": "cookie", "movies": "movie"}


@cache
def _rules() -> Pluralizer:
    rules = Pluralizer()  # type: ignore[no-untyped-call]  # its constructor says no types
    for word in NO_PLURALS:
        rules.add_uncountable_rule(word)
    for many, one in SINGULARS.items():
        rules.add_irregular_rule(one, many)
    return rules


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """Return the singular of an English plural: `queries` is `query`; what is none stays as it is."""
    return str(_rules().singular(word)) or word


def is_plural(word: str) -> bool:
    """Whether a word is said of many and not of one."""
    return singular(word) != word
