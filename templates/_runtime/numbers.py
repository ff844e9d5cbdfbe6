"""Whole numbers with a fraction or an exponent, which JSON Schema has among its integers."""

from typing import Any

from .narrowing import is_list, is_object


def is_whole(value: object) -> bool:
    """Tell whether a value is an integer that was written as `1.0` or `1e3` (JSON Schema Core, 4.2.3)."""
    return isinstance(value, float) and value.is_integer()


def with_whole_numbers(data: Any) -> Any:
    """Return JSON data in which such numbers are Python's integers."""
    if is_object(data):
        return {key: with_whole_numbers(value) for key, value in data.items()}
    if is_list(data):
        return [with_whole_numbers(item) for item in data]
    return int(data) if is_whole(data) else data
