"""What JSON files of ours must look like before anything in them is used."""

from dataclasses import dataclass
from types import NoneType
from typing import Any, TypeAlias

from generator.reading.nodes import is_mapping, is_sequence


@dataclass(frozen=True, slots=True)
class Each:
    """A mapping of any keys to values of one shape."""

    value: "Shape"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of several shapes."""

    shapes: "tuple[Shape, ...]"


Shape: TypeAlias = "type | dict[str, Any] | list[Any] | Each | OneOf"
"""A type; a mapping with these keys, where `?` behind one says that it may be absent; a list of one shape."""

TEXT_OR_NULL = OneOf((str, NoneType))


def fits(value: Any, shape: Shape) -> bool:
    """Tell whether a value has a shape; further keys of mappings do not matter."""
    match shape:
        case type():
            return type(value) is shape
        case list():
            return is_sequence(value) and all(fits(item, shape[0]) for item in value)
        case Each():
            return is_mapping(value) and all(fits(item, shape.value) for item in value.values())
        case OneOf():
            return any(fits(value, option) for option in shape.shapes)
        case _:
            return is_mapping(value) and all(_holds(value, key, inner) for key, inner in shape.items())


def _holds(mapping: dict[str, Any], key: str, shape: Shape) -> bool:
    name = key.removesuffix("?")
    return fits(mapping[name], shape) if name in mapping else key != name
