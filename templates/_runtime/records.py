"""What records of facts are made of, so that they cost little where a package is loaded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """Return a class of records, which nobody changes: type checkers see to it.

    A dataclass that sees to it itself takes four times as long to make, and its records twice as long.
    """
    return dataclass(eq=False, repr=False, slots=True)(kind)


class Later:
    """A type that is looked up when it is first needed, so that a record does not load the models it names.

    Attributes:
        find: gives the type.
    """

    __slots__ = ("find",)

    def __init__(self, find: Callable[[], Any]) -> None:
        self.find = find
