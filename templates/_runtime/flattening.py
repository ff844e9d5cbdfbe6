"""Objects that a call may give as a whole or property by property."""

from collections.abc import Mapping
from typing import Any

from .errors import InvalidRequestError
from .unset import UNSET


def whole_or_properties(name: str, whole: Any, properties: Mapping[str, Any]) -> Any:
    """Return what a parameter holds at a place where an object stands.

    Args:
        name: the argument for the object as a whole.
        whole: its value.
        properties: the values of the arguments for its properties, by wire names.

    Raises:
        InvalidRequestError: where the object is given in both ways.
    """
    given = {
        wire: value
        for wire, value in properties.items()
        if value is not None and value is not UNSET
    }
    if not given:
        return whole
    if whole is not None and whole is not UNSET:
        raise InvalidRequestError(f"{name} is given twice: as a whole, and by {', '.join(given)}")
    return given
