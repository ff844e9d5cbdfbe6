# Copied from templates/_runtime/numbers.py. DO NOT EDIT: it is made anew.
"""Whole numbers with a fraction or an exponent, which JSON Schema has among its integers."""


def is_whole(value: object) -> bool:
    """Tell whether a value is an integer that was written as `1.0` or `1e3` (JSON Schema Core, 4.2.3)."""
    return isinstance(value, float) and value.is_integer()
