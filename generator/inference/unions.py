"""Which property tells a union's variants apart, where the document does not say."""

from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.inference.formats import fields_of
from generator.ir import (
    Const,
    Definition,
    Discriminator,
    Enum,
    Evidence,
    Nullable,
    Object,
    Scalar,
    Type,
    Union,
    deref,
    without_null,
)


def infer_discriminators(
    definitions: Mapping[Location, Definition], evidence: list[Evidence]
) -> dict[Location, Definition]:
    """Return the definitions, each union whose variants carry distinct constant values told apart by them."""
    return {
        location: _infer(definition, definitions, evidence) for location, definition in definitions.items()
    }


def _infer(
    definition: Definition, definitions: Mapping[Location, Definition], evidence: list[Evidence]
) -> Definition:
    inner = without_null(definition.type)
    if not isinstance(inner, Union) or inner.discriminator is not None:
        return definition
    found = _discriminator(inner, definitions)
    if found is None:
        return definition
    values = ", ".join(repr(value) for value, _ in found.mapping)
    evidence.append(
        Evidence(
            subject=definition.location,
            topic="union",
            conclusion=f"its variants are told apart by '{found.property}'",
            because=f"each variant has one value of its own there: {values}",
        )
    )
    union = replace(inner, discriminator=found)
    return replace(definition, type=Nullable(union) if isinstance(definition.type, Nullable) else union)


def _discriminator(union: Union, definitions: Mapping[Location, Definition]) -> Discriminator | None:
    tags: list[dict[str, Scalar]] = []
    for variant in union.variants:
        type_ = without_null(deref(variant, definitions))
        if not isinstance(type_, Object):
            return None
        tags.append(_constants(type_, definitions))
    shared = set(tags[0]).intersection(*tags[1:])
    for name in sorted(shared):
        values = [tag[name] for tag in tags]
        if len({(type(value), value) for value in values}) == len(values):
            mapping = tuple((value, index) for index, value in enumerate(values))
            return Discriminator(name, mapping)
    return None


def _constants(object_: Object, definitions: Mapping[Location, Definition]) -> dict[str, Scalar]:
    """Return the properties that can have one value only."""
    constants: dict[str, Scalar] = {}
    for item in fields_of(object_, definitions):
        value = _only_value(without_null(deref(item.type, definitions)))
        if value is not None:
            constants[item.name] = value
    return constants


def _only_value(type_: Type) -> Scalar | None:
    match type_:
        case Const(value=value):
            return value
        case Enum(values=(value,)):
            return value
        case _:
            return None
