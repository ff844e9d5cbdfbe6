"""Enums that stay open: a value that the document does not know is kept as a member of its own."""

from enum import IntEnum, StrEnum
from typing import Any, Self


class OpenStrEnum(StrEnum):
    """Texts with names; `is_known` tells whether the document has a value."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        _name(member, value)
        return member

    @property
    def is_known(self) -> bool:
        """Whether the document has this value."""
        return self.value in type(self)._value2member_map_


class OpenIntEnum(IntEnum):
    """Whole numbers with names; `is_known` tells whether the document has a value."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if type(value) is bool or not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        _name(member, value)
        return member

    @property
    def is_known(self) -> bool:
        """Whether the document has this value."""
        return self.value in type(self)._value2member_map_


def _name(member: Any, value: str | int) -> None:
    """Give a pseudo-member what every member has. It is not kept, so that unknown values cost no memory."""
    member._name_ = str(value)
    member._value_ = value
