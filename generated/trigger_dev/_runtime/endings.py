# Copied from templates/_runtime/endings.py. DO NOT EDIT: it is made anew.
"""Which item of a stream says that the server failed, and that no more will come. Pure."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel, Discriminator

from .annotations import UNIONS, bare, said_of, type_of
from .model import UnknownVariant
from .narrowing import is_object
from .particulars import folded
from .unions import property_of

ERROR: Final = "error"
"""What servers call an event, or a property of its data, that says why no more will come."""
# What an object that tells of nothing but an error has beside it, as `folded` writes names.
_OF_ERRORS: Final = frozenset(
    {
        "code",
        "description",
        "detail",
        "details",
        "error",
        "errorcode",
        "errordescription",
        "errordetail",
    }
    | {
        "errordetails",
        "errormessage",
        "errors",
        "errortype",
        "message",
        "msg",
        "reason",
        "requestid",
    }
    | {"statuscode", "title"}
)
# Where data says what it is.
_KINDS: Final = ("type", "event", "object")


def tells_error(data: Any) -> bool:
    """Tell whether data that nobody described tells of an error and of nothing else.

    Rows of results have an `error` of their own, and so have events that say what happened: these go on.
    """
    return (
        is_object(data)
        and bool(data.get(ERROR))
        and not _is_another(data)
        and all(_is_of_error(name, value) for name, value in data.items() if value)
    )


def is_unknown_error(type_: Any, item: Any) -> bool:
    """Tell whether the data of an event, read as what the document describes, is an error that it does not.

    Args:
        type_: what the document describes.
        item: what was made of the data.
    """
    if not isinstance(item, BaseModel):
        return _is_open(type_) and tells_error(item)
    if is_told(item):
        return False
    further = item.model_extra or {}
    if not further.get(ERROR):
        return False
    told = [further[name] for name in _properties(type_) if further.get(name) is not None]
    if told and isinstance(item, UnknownVariant):
        return ERROR in told
    return not _is_another(further)


def is_told(item: Any) -> bool:
    """Tell whether anything of an item is what the document describes."""
    if not isinstance(item, BaseModel):
        return False
    return not type(item).model_fields.keys().isdisjoint(item.model_fields_set)


def is_untold_event(item: Any, name: str) -> bool:
    """Tell whether an event, read as a whole, may be an error that the document does not describe.

    Args:
        item: what was made of it.
        name: what it is called.
    """
    if not isinstance(item, BaseModel) or isinstance(item, UnknownVariant):
        return True
    field = type(item).model_fields.get("event")
    is_named = name == ERROR and field is not None and _allows_error(type_of(field))
    return not is_named and not is_told(getattr(item, "data", None))


def _allows_error(type_: Any) -> bool:
    """Tell whether a type has the name of errors among the few values that it has."""
    meant = bare(type_)
    if isinstance(meant, type) and issubclass(meant, Enum):
        return ERROR in [member.value for member in meant]
    if get_origin(meant) in UNIONS:
        return any(map(_allows_error, get_args(meant)))
    return get_origin(meant) is Literal and ERROR in get_args(meant)


def _is_open(type_: Any) -> bool:
    """Tell whether a document says nothing of the objects of a type."""
    meant = bare(type_)
    return meant is Any or (get_origin(meant) is dict and bare(get_args(meant)[1]) is Any)


def _is_another(data: Mapping[str, Any]) -> bool:
    """Tell whether data says that it is something else than an error."""
    kinds = (data.get(name) for name in _KINDS)
    return any(isinstance(kind, str) and not kind.lower().endswith(ERROR) for kind in kinds)


def _is_of_error(name: str, value: Any) -> bool:
    return (
        name in _KINDS
        or folded(name) in _OF_ERRORS
        or (name == "status" and isinstance(value, int))
    )


def _properties(type_: Any) -> Iterator[str]:
    """Yield the wire names of the properties that tell the variants of a type apart."""
    said = said_of(type_, Discriminator)
    name = None if said is None else property_of(said)
    if name is not None:
        yield name
    if get_origin(bare(type_)) in UNIONS:
        for variant in get_args(bare(type_)):
            yield from _properties(variant)
