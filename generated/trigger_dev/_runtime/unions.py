# Copied from templates/_runtime/unions.py. DO NOT EDIT: it is made anew.
"""Telling the variants of a union apart: by one property, or by the names of all."""

import json
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from pydantic import BaseModel

from .narrowing import is_object

UNKNOWN = "(unknown)"


def tagged_by(
    name: str,
    field: str,
    tags: Mapping[str, str],
    *,
    otherwise: str = UNKNOWN,
    absent: str | None = None,
) -> Callable[[Any], str]:
    """Return what finds the variant of a value, for pydantic's `Discriminator`.

    Args:
        name: the property's wire name.
        field: its name in the models.
        tags: the tag for each value of the property; numbers and booleans as JSON writes them.
        otherwise: the tag for all other values.
        absent: the tag where the property is absent or null, if that is another one.

    Returns:
        A function from JSON data or a model to a tag.
    """

    def tag_of(value: Any) -> str:
        if is_object(value):
            found = value.get(name, value.get(field))
        elif isinstance(value, BaseModel):
            found = getattr(value, field, None)
        else:
            found = None
        if isinstance(found, str):
            return tags.get(found, otherwise)
        if found is None and absent is not None:
            return absent
        return tags.get(text_of(found), otherwise)

    return tag_of


class NamedBy:
    """Finds the variant of a value by the names of its properties, for pydantic's `Discriminator`.

    It is the one of whose required properties the fewest are absent, and of several the one that knows most
    of the names.
    """

    def __init__(self, shapes: Mapping[str, tuple[AbstractSet[str], AbstractSet[str]]]) -> None:
        """Take what variants have.

        Args:
            shapes: for each tag the wire names of the properties that must be there, and of those that may
                be.
        """
        self._shapes = shapes
        self.__name__ = "named_by"  # pydantic's errors say so

    def __call__(self, value: Any) -> str:
        """Return the tag of JSON data or a model."""
        if isinstance(value, BaseModel):
            own = type(value).__name__
            if own in self._shapes:
                return own
        names = _names_of(value)
        return min(self._shapes, key=lambda tag: _distance(names, *self._shapes[tag]))


def _names_of(value: Any) -> AbstractSet[str]:
    """Return the wire names of the properties that a value has."""
    if is_object(value):
        return value.keys()
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        given = [(name, fields.get(name)) for name in value.model_fields_set]
        return {str(field.validation_alias or name) if field else name for name, field in given}
    return set()


def _distance(
    names: AbstractSet[str], required: AbstractSet[str], optional: AbstractSet[str]
) -> tuple[int, int]:
    """Return how many required properties are absent, and how many names are unknown."""
    return len(required - names), len(names - required - optional)


def text_of(value: Any) -> str:
    """Return a number or a boolean as JSON writes it, whole numbers without a fraction; else nothing."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value) if isinstance(value, int | float) else ""
