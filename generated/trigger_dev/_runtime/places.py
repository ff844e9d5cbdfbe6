# Copied from templates/_runtime/places.py. DO NOT EDIT: it is made anew.
"""Values at paths of names: in what a server answers, and among what a call sends."""

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from .annotations import UNIONS, bare, wire_names
from .narrowing import is_list, is_object
from .operation import Path
from .unset import UNSET
from .values import plain


def value_at(value: Any, path: Path) -> Any:
    """Return the value at a path of wire names in data or models; None where it is absent.

    `[rel=next]` is the first in a list of links that has that relation (RFC 8288, 2.1: in any case).
    """
    for name in path:
        value = _member(value, name)
    return None if value is UNSET else value


def is_null_at(value: Any, path: Path) -> bool:
    """Tell whether data or models have null at a path, and not nothing."""
    *above, name = path
    owner = value_at(value, tuple(above))
    if isinstance(owner, BaseModel):
        field = _field_names(type(owner)).get(name)
        given = field in owner.model_fields_set or name in (owner.model_extra or {})
    else:
        given = is_object(owner) and name in owner
    return given and value_at(owner, (name,)) is None


def breaks_off(type_: Any, value: Any, path: Path) -> bool:
    """Tell whether a value at a path is missing where a type requires it, or what leads to it.

    Of a union each variant must require it.
    """
    if not path:
        return False
    type_ = bare(type_)
    if get_origin(type_) in UNIONS:
        variants = [item for item in get_args(type_) if bare(item) not in {None, NoneType}]
        return bool(variants) and all(breaks_off(item, value, path) for item in variants)
    if not (isinstance(type_, type) and issubclass(type_, BaseModel)):
        return False
    name, *rest = path
    field = wire_names(type_).get(name)
    if field is None:
        return False
    info = type_.model_fields[field]
    below = value_at(value, (name,))
    return info.is_required() if below is None else breaks_off(info.annotation, below, tuple(rest))


def with_value(value: Any, path: Path, new: Any) -> dict[str, Any]:
    """Return data in which the value at a path is another; the given data stays as it is."""
    name, *rest = path
    whole: Any = plain(value) if isinstance(value, BaseModel) else value
    members: dict[str, Any] = dict(whole) if is_object(whole) else {}
    members[name] = with_value(members.get(name), tuple(rest), new) if rest else new
    return members


def _member(value: Any, name: str) -> Any:
    if is_object(value):
        return value.get(name)
    if isinstance(value, BaseModel):
        field = _field_names(type(value)).get(name)
        return (
            getattr(value, field, None)
            if field is not None
            else (value.model_extra or {}).get(name)
        )
    if is_list(value) and name.startswith("["):
        key, _, wanted = name[1:-1].partition("=")
        return next(
            (item for item in value if wanted in str(plain(_member(item, key))).lower().split()),
            None,
        )
    return None


@cache
def _field_names(model: type[BaseModel]) -> Mapping[str, str]:
    return {field.serialization_alias or name: name for name, field in model.model_fields.items()}
