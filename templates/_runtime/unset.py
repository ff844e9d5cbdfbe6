"""The value of an argument that was not given, which is not the same as None (null on the wire)."""

from typing import Final, Literal, final


@final
class Unset:
    """The type of `UNSET`, its only instance."""

    __slots__ = ()

    def __new__(cls) -> "Unset":
        """Return the only one."""
        return _INSTANCE

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # A name instead of a recipe: copies and unpickled values are `UNSET` itself, so `is` keeps working.
        return "UNSET"


_INSTANCE: Final = object.__new__(Unset)

UNSET: Final = Unset()
