# Copied from templates/_runtime/unions.py. DO NOT EDIT: it is made anew.
"""Telling the variants of a union apart by one property."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from .narrowing import is_object

UNKNOWN = "(unknown)"


def tagged_by(name: str, field: str, tags: Mapping[Any, str]) -> Callable[[Any], str]:
    """Return what finds the variant of a value, for pydantic's `Discriminator`.

    Args:
        name: the property's wire name.
        field: its name in the models.
        tags: the tag of the variant for each value of the property.

    Returns:
        A function from JSON data or a model to a tag: `UNKNOWN` for a value that is not in `tags`.
    """

    def tag_of(value: Any) -> str:
        if isinstance(value, BaseModel):
            found = getattr(value, field, None)
        elif is_object(value):
            found = value.get(name, value.get(field))
        else:
            found = None
        return tags.get(found, UNKNOWN) if isinstance(found, str | int | float) else UNKNOWN

    return tag_of
