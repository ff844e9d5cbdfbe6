"""What tells the variants of one union apart: the discriminator it states, or one that can be inferred."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.inference.tags import UNDECLARED, Tags, tag_text
from generator.ir import Discriminator
from generator.records import dataclass
from generator.scalars import Scalar

Said: TypeAlias = Sequence[Mapping[str, Tags] | None]
"""What each variant of a union says of its properties; None for a variant that is no object."""

Claims: TypeAlias = Mapping[str, Sequence[int]]
"""The positions of the variants that a value is claimed for, by the value as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a stated discriminator means, and where the document contradicts itself.

    Attributes:
        discriminator: what tells the variants apart; None where nothing does.
        unnamed: the names of schemas whose variants have other values.
        overruled: the mapped values that are not those of their variants, but of others.
        further: the mapped values that are not those of any variant.
    """

    discriminator: Discriminator | None
    unnamed: tuple[tuple[str, int], ...] = ()
    overruled: tuple[tuple[Scalar, int], ...] = ()
    further: tuple[tuple[Scalar, int], ...] = ()


def decide(stated: Discriminator, said: Said) -> Decision:
    """Return what a stated discriminator means (OAS 3.1.1, 4.8.25).

    The values that a variant has itself are its own. Those that are mapped to it are too, unless they are
    those of others alone. The name of its schema is its value where it has no other, and none is mapped; so
    is then an example of the property that it alone has.
    """
    tags = _own_tags(stated, said)
    mapping = [pair for pair in stated.mapping if tags[pair[1]] is not None]
    names = [pair for pair in (*stated.names, *_shown(stated, tags)) if _may_be(pair, tags)]
    held, named, mapped = _held(tags), _claims(names), _claims(mapping)
    pairs: list[tuple[Scalar, int]] = []
    for text, value in sorted(_values(mapping, names, tags).items()):
        able = [index for index in mapped.get(text, ()) if _may_be((text, index), tags)]
        rest = [index for index in named.get(text, ()) if index in held.get(text, ())]
        rest = rest or [*held.get(text, ()), *named.get(text, ())]
        pairs += [(value, index) for index in able or rest or mapped[text]]
    unable = [pair for pair in mapping if not _may_be(pair, tags)]
    texts = {(tag_text(value), index) for value, index in pairs}
    further = tuple((value, index) for value, index in unable if (tag_text(value), index) in texts)
    return Decision(
        discriminator=_discriminator(stated, pairs, tags, {index for _, index in (*names, *mapping)}),
        unnamed=tuple(pair for pair in stated.names if pair not in names),
        overruled=tuple(pair for pair in unable if pair not in further),
        further=further,
    )


def infer(said: Said) -> Discriminator | None:
    """Return the property of which each variant has other values, if there is one.

    Of several the best is one that no two variants share a value of, then one with constants, then one that
    is always there. Where none of them has a constant, it may be any enum: these are open, so values that
    nobody knows may be of any variant.
    """
    objects = [each for each in said if each is not None]
    if len(objects) < 2:  # noqa: PLR2004 - one needs nothing to be told by
        return None
    shared = set(objects[0]).intersection(*objects[1:])
    found = [told for name in sorted(shared) if (told := _told_by(name, said)) is not None]
    return min(found, key=_rank, default=None)


def _told_by(name: str, said: Said) -> Discriminator | None:
    """Return what a property tells apart, where all variants name its values, and not all the same.

    Constants that variants share need no help: a structure with another constant does not fit.
    """
    tags = [(index, each[name]) for index, each in enumerate(said) if each is not None]
    is_enum = [len(each.values) > 1 for _, each in tags]
    told = Discriminator(
        name,
        tuple((value, index) for index, each in tags for value in each.values),
        otherwise=tuple(index for index, _ in tags) if all(is_enum) else (),
        absent=tuple(index for index, each in tags if each.may_lack),
    )
    tells_something = len({frozenset(found) for found in _claims(told.mapping).values()}) > 1
    helps = any(is_enum) or not _is_shared(told)
    return told if tells_something and helps and not any(each.is_open for _, each in tags) else None


def _rank(told: Discriminator) -> tuple[bool, bool, bool]:
    return (_is_shared(told), bool(told.otherwise), bool(told.absent))


def _is_shared(told: Discriminator) -> bool:
    """Whether several variants have one value."""
    values = [tag_text(value) for value, _ in told.mapping]
    return len(set(values)) < len(values)


def _shown(stated: Discriminator, tags: Sequence[Tags | None]) -> list[tuple[str, int]]:
    """Return the examples of the property in variants without a mapped value, where they tell these apart."""
    claimed = _claims((*stated.mapping, *stated.names)).keys() | _held(tags).keys()
    found = [
        (each.example, index)
        for _, index in stated.names
        if (each := tags[index]) and each.example is not None
    ]
    texts = [text for text, _ in found]
    return [(text, index) for text, index in found if texts.count(text) == 1 and text not in claimed]


def _own_tags(stated: Discriminator, said: Said) -> list[Tags | None]:
    """Return what each variant says of the property; what it inherits is not its own."""
    tags = [None if each is None else each.get(stated.property, UNDECLARED) for each in said]
    inherited = {each.values for index in stated.base if (each := tags[index]) is not None}
    return [
        None
        if index in stated.otherwise
        else replace(each, values=(), is_open=True)
        if each is not None and each.values in inherited
        else each
        for index, each in enumerate(tags)
    ]


def _held(tags: Sequence[Tags | None]) -> Claims:
    """Return the variants that have each value themselves."""
    return _claims((value, index) for index, each in enumerate(tags) if each for value in each.values)


def _claims(pairs: Iterable[tuple[Scalar, int]]) -> Claims:
    found: dict[str, list[int]] = defaultdict(list)
    for value, index in pairs:
        found[tag_text(value)].append(index)
    return found


def _may_be(pair: tuple[Scalar, int], tags: Sequence[Tags | None]) -> bool:
    """Whether a variant may have a value, as far as it says itself."""
    value, index = pair
    each = tags[index]
    return each is not None and (each.is_open or tag_text(value) in each.texts)


def _values(
    mapping: Iterable[tuple[Scalar, int]], names: Iterable[tuple[str, int]], tags: Sequence[Tags | None]
) -> dict[str, Scalar]:
    """Return all values that are claimed, of the type that the variants themselves say."""
    claimed = [value for value, _ in (*mapping, *names)]
    claimed += [value for each in tags if each for value in each.values]
    return {tag_text(value): value for value in claimed}


def _discriminator(
    stated: Discriminator, pairs: list[tuple[Scalar, int]], tags: Sequence[Tags | None], named: set[int]
) -> Discriminator | None:
    """Return the discriminator; variants that may have any value, and were given none, have all others."""
    others = tuple(index for index, each in enumerate(tags) if each and each.is_open and index not in named)
    lacking = tuple(index for index, each in enumerate(tags) if each and each.may_lack)
    found = Discriminator(
        stated.property,
        tuple(pairs),
        otherwise=stated.otherwise or others,
        absent=() if stated.otherwise else lacking,
    )
    groups = {
        frozenset(group) for group in (*_claims(pairs).values(), found.otherwise, found.absent) if group
    }
    # Where all values are of the same variants, it tells nothing; else the others are of no known one.
    return found if pairs and (len(groups) > 1 or not found.otherwise) else None
