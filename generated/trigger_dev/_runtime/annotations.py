# Copied from templates/_runtime/annotations.py. DO NOT EDIT: it is made anew.
"""What annotations say: aliases and fields looked through, to the type that is meant."""

import sys
import types
import typing
from inspect import get_annotations
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

T = TypeVar("T")

UNIONS: Final = frozenset({typing.Union, types.UnionType})


def type_of(info: FieldInfo) -> Any:
    """Return the type of a field with all that its annotation says, which pydantic keeps beside it."""
    said = (*info.metadata, info.discriminator)
    told = tuple(item for item in said if item is not None and not isinstance(item, str))
    return Annotated[info.annotation, *told] if told else info.annotation


def further_type_of(model: type[BaseModel]) -> Any:
    """Return the type of the values of further properties; None where they have none."""
    for owner in model.__mro__:
        if owner is BaseModel:
            break
        if "__pydantic_extra__" in get_annotations(owner):
            extra = get_type_hints(owner, include_extras=True)["__pydantic_extra__"]
            return get_args(extra)[1] if get_origin(extra) is dict else None
    return None


def meaning_of(alias: TypeAliasType) -> Any:
    """Return what an alias stands for, which it says as text where it contains itself."""
    value = alias.__value__
    if not isinstance(value, str):
        return value
    told = types.SimpleNamespace(__annotations__={"value": value})
    names = vars(sys.modules[alias.__module__ or __name__])
    return get_type_hints(told, names, include_extras=True)["value"]


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Return the names of a model's fields by their wire names."""
    if not getattr(model, "__pydantic_fields_complete__", True):
        model.model_rebuild()  # a field may be of a type that is told further down in its module
    return {str(info.validation_alias or name): name for name, info in model.model_fields.items()}


def bare(type_: Any) -> Any:
    """Return a type without its annotations and aliases."""
    while True:
        if get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        elif isinstance(type_, TypeAliasType):
            type_ = meaning_of(type_)
        else:
            return type_


def said_of(type_: Any, kind: type[T]) -> T | None:
    """Return what of a kind the annotation of a type says."""
    while isinstance(type_, TypeAliasType):
        type_ = meaning_of(type_)
    said = type_.__metadata__ if get_origin(type_) is Annotated else ()
    return next((item for item in said if isinstance(item, kind)), None)
