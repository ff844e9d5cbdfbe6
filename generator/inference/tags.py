"""What the variants of a union say of the properties that may tell them apart."""

import json
from collections.abc import Iterable, Mapping

from generator.diagnostics import Location
from generator.ir import Const, Definition, Enum, Field, Map, Nullable, Object, Type, Union
from generator.records import dataclass
from generator.scalars import Scalar
from generator.type_tree import deref, fields_of, without_null


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a variant says of a property.

    Attributes:
        values: the values that it names.
        is_open: whether others may be there too.
        may_lack: whether it may be absent, or null.
        example: text that the document shows of it, where it may be any.
    """

    values: tuple[Scalar, ...] = ()
    is_open: bool = True
    may_lack: bool = True
    example: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The values as `tag_text` writes them."""
        return tuple(map(tag_text, self.values))


# What a variant says of a property that it does not declare.
UNDECLARED = Tags()


def tag_text(value: Scalar) -> str:
    """Return a value of a property as text; it mirrors templates/_runtime/unions.py."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, str) else json.dumps(value)


def tags_of(type_: Type, definitions: Mapping[Location, Definition]) -> dict[str, Tags]:
    """Return what a variant says of each of its properties; of a union what all its variants say.

    A property by which a union is told apart already has the values that are known there.
    """
    inner = without_null(deref(type_, definitions))
    match inner:
        case Object():
            return {item.name: _tags(item, definitions) for item in fields_of(inner, definitions)}
        case Union(variants=variants, discriminator=discriminator):
            said = [tags_of(item, definitions) for item in variants if has_properties(item, definitions)]
            found = _together(said)
            if discriminator is not None:
                found[discriminator.property] = Tags(
                    values=tuple(dict.fromkeys(value for value, _ in discriminator.mapping)),
                    is_open=bool(discriminator.otherwise),
                    may_lack=bool(discriminator.absent or discriminator.otherwise),
                )
            return found
        case _:
            return {}


def has_properties(variant: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Whether a variant may be an object. A list or a text has no property to be told by, and needs none."""
    match without_null(deref(variant, definitions)):
        case Object() | Map():
            return True
        case Union(variants=variants):
            return any(has_properties(item, definitions) for item in variants)
        case _:
            return False


def values_of(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Scalar, ...] | None:
    """Return the values that a type names, by itself or in its definition; None where it has any."""
    return _values(deref(type_, definitions), definitions)


def _tags(item: Field, definitions: Mapping[Location, Definition]) -> Tags:
    type_ = deref(item.type, definitions)
    values = _values(type_, definitions)
    return Tags(
        values=values or (),
        is_open=values is None,
        may_lack=not item.required or isinstance(type_, Nullable),
        example=_example(item) if values is None else None,
    )


def _example(item: Field) -> str | None:
    shown = item.hints.example if item.hints is not None else None
    return shown if isinstance(shown, str) else None


def _values(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Scalar, ...] | None:
    """Return the values that a type names; None where it has any."""
    match without_null(type_):
        case Const(value=value):
            return (value,)
        case Enum(values=values):
            return values
        case Union(variants=variants):
            found = [_values(deref(variant, definitions), definitions) for variant in variants]
            return None if None in found else tuple(value for values in found for value in values or ())
        case _:
            return None


def _together(said: Iterable[dict[str, Tags]]) -> dict[str, Tags]:
    """Return what several variants say as one."""
    listed = list(said)
    together: dict[str, Tags] = {}
    for name in {name for tags in listed for name in tags}:
        found = [tags.get(name, UNDECLARED) for tags in listed]
        together[name] = Tags(
            values=tuple(dict.fromkeys(value for tags in found for value in tags.values)),
            is_open=any(tags.is_open for tags in found),
            may_lack=any(tags.may_lack for tags in found),
        )
    return together
