"""Unions: each with what tells its variants apart, and what is to say about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Location
from generator.inference.discriminators import Decision, Said, decide, infer
from generator.inference.hierarchies import VARIANTS
from generator.inference.tags import has_properties, tags_of
from generator.ir import (
    Const,
    Definition,
    Discriminator,
    Entry,
    Evidence,
    Field,
    Nullable,
    Object,
    Reference,
    Type,
    Union,
)
from generator.scalars import Scalar
from generator.type_tree import deref, without_null

# How many examples a message gives.
SHOWN = 3


def infer_discriminators(
    definitions: Mapping[Location, Definition], evidence: list[Evidence], ledger: list[Entry]
) -> dict[Location, Definition]:
    """Return the definitions, each union with what tells its variants apart.

    Args:
        definitions: what there is.
        evidence: why it is so; it grows.
        ledger: where the document contradicts itself; it grows.
    """
    unions = _Unions(definitions, evidence, ledger)
    for location in definitions:
        unions.infer(location)
    return unions.finished()


class _Unions:
    """Infers unions, those that others are made of first."""

    def __init__(
        self, definitions: Mapping[Location, Definition], evidence: list[Evidence], ledger: list[Entry]
    ) -> None:
        self._definitions = dict(definitions)
        self._evidence = evidence
        self._ledger = ledger
        self._done: set[Location] = set()
        self._further: dict[tuple[Location, str], list[Scalar]] = defaultdict(list)

    def infer(self, location: Location) -> None:
        """Give a union what tells its variants apart."""
        if location in self._done:
            return
        self._done.add(location)
        definition = self._definitions[location]
        inner = without_null(definition.type)
        for variant in inner.variants if isinstance(inner, Union) else (inner,):
            if isinstance(variant, Reference):
                self.infer(variant.target)
        if isinstance(inner, Union):
            told = self._told_apart(_flat(inner, self._definitions), definition)
            type_ = Nullable(told) if isinstance(definition.type, Nullable) else told
            self._definitions[location] = replace(definition, type=type_)

    def finished(self) -> dict[Location, Definition]:
        """Return the definitions; properties also have the values that only a mapping knows."""
        for (location, name), values in self._further.items():
            definition = self._definitions[location]
            inner = without_null(definition.type)
            assert isinstance(inner, Object)
            object_ = _widened(inner, name, values)
            type_ = Nullable(object_) if isinstance(definition.type, Nullable) else object_
            self._definitions[location] = replace(definition, type=type_)
        return self._definitions

    def _told_apart(self, union: Union, definition: Definition) -> Union:
        said: Said = [
            tags_of(variant, self._definitions) if has_properties(variant, self._definitions) else None
            for variant in union.variants
        ]
        if union.discriminator is None:
            found = infer(said)
            if found is not None:
                self._explain(definition, found, _reason(found))
            return replace(union, discriminator=found)
        decision = decide(union.discriminator, said)
        self._report(decision, union, definition)
        for value, index in decision.further:
            self._widen(union.variants[index], union.discriminator.property, value)
        return replace(union, discriminator=decision.discriminator)

    def _widen(self, variant: Type, name: str, value: Scalar) -> None:
        """Let a property of an object also have a value that only the mapping knows."""
        while isinstance(variant, Reference):
            location, variant = variant.target, without_null(self._definitions[variant.target].type)
            if isinstance(variant, Object) and any(item.name == name for item in variant.fields):
                self._further[location, name].append(value)

    # --- what there is to say ---

    def _report(self, decision: Decision, union: Union, definition: Definition) -> None:
        """Tell why a stated discriminator has other values than its mapping and the names of schemas."""
        stated, found = union.discriminator, decision.discriminator
        assert stated is not None
        contradictions = list(_contradictions(decision, union, stated.property))
        # The union of a base and what derives from it is in no document; the base is.
        here = Location(definition.location.file, definition.location.pointer.removesuffix(f"/{VARIANTS}"))
        place = here.child("discriminator")
        self._ledger += [
            Entry(kind="approximated", code=code, message=message, location=place)
            for code, message in contradictions
        ]
        if found is not None and (stated.otherwise or contradictions):
            values = f"its discriminator has these values: {_listed(value for value, _ in found.mapping)}"
            self._explain(definition, found, "; ".join([values, *(message for _, message in contradictions)]))

    def _explain(self, definition: Definition, found: Discriminator, because: str) -> None:
        is_base = definition.location.pointer.endswith(f"/{VARIANTS}")
        what = "what derives from it is" if is_base else "its variants are"
        self._evidence.append(
            Evidence(
                subject=definition.location,
                topic="union",
                conclusion=f"{what} told apart by '{found.property}'",
                because=because,
            )
        )


def _contradictions(decision: Decision, union: Union, name: str) -> Iterator[tuple[str, str]]:
    """Yield what the document says against itself, each with the code of a ledger's line."""
    unnamed = [schema for schema, index in decision.unnamed if _is_named(union.variants[index], schema)]
    if unnamed:
        message = f"the values that schemas state for '{name}' are taken, not their names: {_some(unnamed)}"
        yield "discriminator-names", message
    for pairs, told in (
        (decision.overruled, "it is read as what states it"),
        (decision.further, "it is accepted besides"),
    ):
        for value, index in pairs:
            variant = _called(union.variants[index])
            message = f"{value!r} is mapped to {variant}, which states another value for '{name}'; {told}"
            yield "discriminator-mapping", message
    values = [value for value, _ in decision.discriminator.mapping] if decision.discriminator else []
    shared = [value for value in dict.fromkeys(values) if values.count(value) > 1]
    if shared:
        message = f"variants that have the same value of '{name}' are told apart by their structure: "
        yield "discriminator-values", message + _some(shared)


def _reason(found: Discriminator) -> str:
    values = [value for value, _ in found.mapping]
    own = "values" if found.otherwise else "one value"
    return f"each variant has {own} of its own there: {_listed(values)}"


def _is_named(variant: Type, name: str) -> bool:
    return isinstance(variant, Reference) and variant.target.keys[-1:] == (name,)


def _called(variant: Type) -> str:
    return f"'{variant.target.keys[-1]}'" if isinstance(variant, Reference) else "a variant"


def _listed(values: Iterable[Scalar]) -> str:
    return ", ".join(repr(value) for value in dict.fromkeys(values))


def _some(values: Sequence[Scalar]) -> str:
    more = len(values) - SHOWN
    return _listed(values[:SHOWN]) + (f" and {more} more" if more > 0 else "")


# --- shapes ---


def _flat(union: Union, definitions: Mapping[Location, Definition]) -> Union:
    """Return a union without unions in it that also hold what is no object: no property tells that apart."""
    parts = [list(_parts(variant, definitions)) for variant in union.variants]
    if all(len(found) == 1 for found in parts):
        return union
    variants = list(dict.fromkeys(variant for found in parts for variant in found))
    positions = [
        [variants.index(part) for part in found if has_properties(part, definitions)] for found in parts
    ]
    stated = union.discriminator
    if stated is not None:
        stated = replace(
            stated,
            mapping=tuple((value, new) for value, old in stated.mapping for new in positions[old]),
            names=tuple((name, new) for name, old in stated.names for new in positions[old]),
            otherwise=tuple(new for old in stated.otherwise for new in positions[old]),
        )
    return Union(tuple(variants), stated)


def _parts(variant: Type, definitions: Mapping[Location, Definition]) -> Iterator[Type]:
    inner = without_null(deref(variant, definitions))
    if isinstance(inner, Union) and not all(has_properties(item, definitions) for item in inner.variants):
        for item in inner.variants:
            yield from _parts(item, definitions)
    else:
        yield variant


def _widened(object_: Object, name: str, values: list[Scalar]) -> Object:
    """Return an object one of whose properties has further values; what is no constant has room for them."""
    constants = tuple(Const(value) for value in dict.fromkeys(values))
    fields: list[Field] = []
    for item in object_.fields:
        inner = without_null(item.type)
        if item.name == name and isinstance(inner, Const | Union):
            told = Union((inner, *constants))
            item = replace(item, type=Nullable(told) if isinstance(item.type, Nullable) else told)  # noqa: PLW2901
        fields.append(item)
    return replace(object_, fields=tuple(fields))
