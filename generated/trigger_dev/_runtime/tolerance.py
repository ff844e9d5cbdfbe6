# Copied from templates/_runtime/tolerance.py. DO NOT EDIT: it is made anew.
"""What can be kept of a response that is not what the document says.

Only used where validation has failed.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Discriminator, Tag, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json
from typing_extensions import TypeAliasType

from .narrowing import is_list, is_object
from .numbers import is_whole

T = TypeVar("T")

Adapter = Callable[[Any], TypeAdapter[Any]]

_UNIONS = (Union, types.UnionType)


def salvage(adapter: Adapter, type_: Any, content: bytes) -> Any:
    """Return a response's data in the document's types as far as they fit, else as plain data.

    Args:
        adapter: gives the validator of a type.
        type_: what the document says the content is.
        content: JSON, or what was meant to be.

    Returns:
        The type's value; plain JSON data where it fits nothing; text where it is no JSON.
    """
    try:
        data = from_json(content)
    except ValueError:
        return content.decode("utf-8", errors="replace")
    return _fit(adapter, type_, data)


def _fit(adapter: Adapter, type_: Any, data: Any) -> Any:
    try:
        # As strictly as the whole: what the server sent is kept rather than turned into what it did not say.
        return adapter(type_).validate_json(
            to_json(data), strict=True, by_alias=True, by_name=False
        )
    except ValidationError:
        return _fit_in_parts(adapter, type_, data)


def _fit_in_parts(adapter: Adapter, type_: Any, data: Any) -> Any:
    bare = _bare(type_)
    origin = get_origin(bare)
    if isinstance(bare, type) and issubclass(bare, BaseModel) and is_object(data):
        return _fit_model(adapter, bare, data)
    if origin is list and is_list(data):
        return [_fit(adapter, get_args(bare)[0], item) for item in data]
    if origin is dict and is_object(data):
        return {key: _fit(adapter, get_args(bare)[1], value) for key, value in data.items()}
    if origin in _UNIONS and (is_object(data) or is_list(data)):
        return _fit_variant(adapter, type_, data)
    # The only further form of a single value; it is an integer then, and needs no more tries.
    return _fit(adapter, type_, int(data)) if is_whole(data) else data


def _fit_model(adapter: Adapter, model: type[BaseModel], data: Mapping[str, Any]) -> BaseModel:
    """Return the model with each field as good as it can be; a required field that is missing is None."""
    if not getattr(model, "__pydantic_fields_complete__", True):
        model.model_rebuild()  # a field may be of a type that is told further down in its module
    names = {field.validation_alias or name: name for name, field in model.model_fields.items()}
    values: dict[str, Any] = {
        name: None for name, field in model.model_fields.items() if field.is_required()
    }
    present: set[str] = set()
    extra = _extra_type(model)
    for key, value in data.items():
        name = names.get(key)
        if name is not None:
            values[name] = _fit(adapter, model.model_fields[name].annotation, value)
            present.add(name)
        else:
            values[key] = _fit(adapter, extra, value)
    return model.model_construct(_fields_set=present, **values)


def _extra_type(model: type[BaseModel]) -> Any:
    """Return the type of the properties that a model does not declare."""
    declared = get_type_hints(model, include_extras=True).get("__pydantic_extra__")
    return get_args(declared)[1] if get_origin(declared) is dict else Any


def _fit_variant(adapter: Adapter, union: Any, data: Any) -> Any:
    """Return the data in the only variant that it can be; which of several was meant, nobody knows."""
    fitting = list(_variants(union, data))
    return _fit_in_parts(adapter, fitting[0], data) if len(fitting) == 1 else data


def _variants(type_: Any, data: Any) -> Iterator[Any]:
    """Yield the variants that data can be of: those of its kind, by a discriminator those that it names."""
    bare = _bare(type_)
    if get_origin(bare) not in _UNIONS:
        if _holds(bare) is (list if is_list(data) else dict):
            yield bare
        return
    said = _said_of(type_, Discriminator)
    choose = None if said is None else said.discriminator
    tag = choose(data) if callable(choose) else None
    for variant in get_args(bare):
        told = _said_of(variant, Tag)
        if tag is None or (told is not None and told.tag == tag):
            yield from _variants(variant, data)


def _said_of(type_: Any, kind: type[T]) -> T | None:
    """Return what an annotation of a type says of unions."""
    while isinstance(type_, TypeAliasType):
        type_ = type_.__value__
    said = type_.__metadata__ if get_origin(type_) is Annotated else ()
    return next((item for item in said if isinstance(item, kind)), None)


def _holds(type_: Any) -> type | None:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return dict
    origin = get_origin(type_)
    return origin if origin in {list, dict} else None


def _bare(type_: Any) -> Any:
    """Return a type without its annotations and aliases."""
    while True:
        if get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        elif isinstance(type_, TypeAliasType):
            type_ = type_.__value__
        else:
            return type_
