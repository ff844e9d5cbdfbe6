"""What JSON files of ours must look like before anything in them is used."""

from collections.abc import Callable, Iterable, Mapping
from types import NoneType
from typing import Any, TypeAlias

from generator.reading.nodes import is_mapping, is_sequence
from generator.records import dataclass


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

_Test: TypeAlias = Callable[[Any], bool]

TEXT_OR_NULL = OneOf((str, NoneType))


def fits(value: Any, shape: Shape) -> bool:
    """Tell whether a value has a shape; further keys of mappings do not matter."""
    return _test_of(shape)(value)


def _test_of(shape: Shape) -> _Test:
    """Return what tells whether a value has a shape: manifests have tens of thousands of values."""
    match shape:
        case type():
            return lambda value: type(value) is shape
        case list():
            all_fit = _test_of_all(shape[0])
            return lambda value: is_sequence(value) and all_fit(value)
        case Each():
            all_fit = _test_of_all(shape.value)
            return lambda value: is_mapping(value) and all_fit(value.values())
        case OneOf():
            tests = [_test_of(option) for option in shape.shapes]
            return lambda value: any(test(value) for test in tests)
        case _:
            return _test_of_mapping(shape)


def _test_of_all(shape: Shape) -> Callable[[Iterable[Any]], bool]:
    if isinstance(shape, type):
        return lambda values: {shape}.issuperset(map(type, values))
    test = _test_of(shape)
    return lambda values: all(map(test, values))


def _test_of_mapping(shape: Mapping[str, Shape]) -> _Test:
    tests = {key.removesuffix("?"): _test_of(inner) for key, inner in shape.items()}
    needed = {key for key in shape if not key.endswith("?")}

    def test(value: Any) -> bool:
        return (
            is_mapping(value)
            and needed <= value.keys()
            and all(test(value[name]) for name, test in tests.items() if name in value)
        )

    return test
