"""What values of a type are, as far as paging asks."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.type_tree import deref, variants_of, without_null

Kind: TypeAlias = Literal["list", "map", "object", "text", "number", "flag", "date", "choice", "any"]
DATES = frozenset({"date-time", "date", "time", "duration"})


def kind_of(type_: Type, definitions: Mapping[Location, Definition]) -> Kind:
    """Return what values of a type are, roughly; of several kinds the one that matters most."""
    inner = without_null(deref(type_, definitions))
    if not isinstance(inner, Union):  # as most
        return _kind(inner)
    kinds = {_kind(variant) for variant in variants_of(inner, definitions)}
    for kind in _BY_WEIGHT:
        if kind in kinds:
            return kind
    return "any"


def objects_of(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Object, ...]:
    """Return the objects that a type may be."""
    inner = without_null(deref(type_, definitions))
    if isinstance(inner, Object):
        return (inner,)
    if not isinstance(inner, Union):
        return ()
    return tuple(item for item in variants_of(inner, definitions) if isinstance(item, Object))


_BY_WEIGHT: tuple[Kind, ...] = ("object", "list", "map", "text", "number", "date", "choice", "flag")


def _kind(type_: Type) -> Kind:
    match type_:
        case Array() | Tuple():
            return "list"
        case Map():
            return "map"
        case Object():
            return "object"
        case String(format=format_):
            return "date" if format_ in DATES else "text"
        case Integer() | Number():
            return "number"
        case Boolean() | Const(value=True | False):
            return "flag"
        case Enum(values=values) if all(type(value) is int for value in values):
            return "number"
        case Enum() | Const():
            return "choice"
        case _:
            return "any"


def named(type_: Type, definitions: Mapping[Location, Definition]) -> Definition | None:
    """Return the definition that a type refers to directly."""
    inner = without_null(type_)
    return definitions.get(inner.target) if isinstance(inner, Reference) else None


def item_of(type_: Type, definitions: Mapping[Location, Definition]) -> Type:
    """Return the type of the items of lists or maps; any where it is not told."""
    inner = without_null(deref(type_, definitions))
    for variant in variants_of(inner, definitions) if isinstance(inner, Union) else (inner,):
        if isinstance(variant, Array):
            return variant.item
        if isinstance(variant, Map):
            return variant.value
    return Anything()
