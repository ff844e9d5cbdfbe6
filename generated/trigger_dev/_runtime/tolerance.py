# Copied from templates/_runtime/tolerance.py. DO NOT EDIT: it is made anew.
"""What can be kept of a response that is not what the document says.

Only used where validation has failed. The places of its faults lead the way, so that each part of the data is
validated once, however deep it is: what has no fault in it as a whole, the rest in its parts.
"""

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeAlias, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, Tag, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json
from typing_extensions import TypeAliasType

from .annotations import further_type_of, type_of
from .narrowing import is_list, is_object
from .numbers import is_whole
from .unions import faults_of

T = TypeVar("T")

Adapter = Callable[[Any], TypeAdapter[Any]]
Place: TypeAlias = tuple[int | str, ...]

_UNIONS = (Union, types.UnionType)


@dataclass(frozen=True, slots=True)
class _Faults:
    """Where the faults of some data are.

    Attributes:
        places: their places in the whole, as pydantic tells them.
        depth: how many steps of these lead to the data.
    """

    places: Sequence[Place]
    depth: int = 0

    def by_part(self) -> dict[int | str, "_Faults"]:
        """Return the faults of each part of the data by its key or index; the others are of the data."""
        parts: dict[int | str, list[Place]] = {}
        for place in self.places:
            if len(place) > self.depth:
                parts.setdefault(place[self.depth], []).append(place)
        return {part: _Faults(places, self.depth + 1) for part, places in parts.items()}

    def past(self, labels: int) -> "_Faults":
        """Return the faults of the same data, without the names of variants that pydantic puts in places."""
        return _Faults(self.places, self.depth + labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What a model has: its fields by wire name, those that must be there, and the type of further ones."""

    fields: Mapping[str, str]
    types: Mapping[str, Any]
    required: Sequence[str]
    extra: Any


def salvage(adapter: Adapter, type_: Any, content: bytes, fault: ValidationError) -> Any:
    """Return a response's data in the document's types as far as they fit, else as plain data.

    Args:
        adapter: gives the validator of a type.
        type_: what the document says the content is.
        content: JSON, or what was meant to be.
        fault: what that type has against it.

    Returns:
        The type's value; plain JSON data where it fits nothing; text where it is no JSON.
    """
    try:
        data = from_json(content)
    except ValueError:
        return content.decode("utf-8", errors="replace")
    return _fit(adapter, type_, data, _faults_of(fault))


def _faults_of(fault: ValidationError) -> _Faults:
    return _Faults([error["loc"] for error in faults_of(fault)])


def _validated(adapter: Adapter, type_: Any, data: Any) -> Any:
    # As strictly as the whole: what the server sent is kept rather than turned into what it did not say.
    return adapter(type_).validate_json(to_json(data), strict=True, by_alias=True, by_name=False)


def _fit(adapter: Adapter, type_: Any, data: Any, faults: _Faults | None) -> Any:
    """Return data in a type, as far as it fits. Without faults it very likely does."""
    if faults is None:
        try:
            return _validated(adapter, type_, data)
        except ValidationError as fault:
            faults = _faults_of(fault)
    return _fit_in_parts(adapter, type_, data, faults)


def _fit_in_parts(adapter: Adapter, type_: Any, data: Any, faults: _Faults) -> Any:
    bare = _bare(type_)
    origin = get_origin(bare)
    if isinstance(bare, type) and issubclass(bare, BaseModel) and is_object(data):
        return _fit_model(adapter, bare, data, faults)
    if origin is list and is_list(data):
        item, parts = get_args(bare)[0], faults.by_part()
        return [_fit(adapter, item, value, parts.get(index)) for index, value in enumerate(data)]
    if origin is dict and is_object(data):
        item, parts = get_args(bare)[1], faults.by_part()
        return {key: _fit(adapter, item, value, parts.get(key)) for key, value in data.items()}
    if origin in _UNIONS and (is_object(data) or is_list(data)):
        variants = list(_variants(type_, data))
        if len(variants) == 1:  # of several, nobody knows which was meant
            variant, labels = variants[0]
            return _fit_in_parts(adapter, variant, data, faults.past(labels))
    return _fit_whole(adapter, type_, data)


def _fit_whole(adapter: Adapter, type_: Any, data: Any) -> Any:
    """Return what is not fitted part by part; as it is where it does not fit."""
    for reading in (data, int(data)) if is_whole(data) else (data,):
        with suppress(ValidationError):
            return _validated(adapter, type_, reading)
    return data


def _fit_model(
    adapter: Adapter, model: type[BaseModel], data: Mapping[str, Any], faults: _Faults
) -> BaseModel:
    """Return the model with each field as good as it can be; a required field that is missing is None."""
    shape = _shape_of(model)
    values: dict[str, Any] = dict.fromkeys(shape.required)
    extra: dict[str, Any] = {}
    parts = faults.by_part()
    for key, value in data.items():
        name = shape.fields.get(key)
        if name is None:
            extra[key] = _fit(adapter, shape.extra, value, parts.get(key))
        else:
            values[name] = _fit(adapter, shape.types[name], value, parts.get(key))
    return _made(
        model, values, extra, given={shape.fields[key] for key in data if key in shape.fields}
    )


def _made(
    model: type[BaseModel], values: Mapping[str, Any], extra: Mapping[str, Any], given: set[str]
) -> BaseModel:
    """Return a model without validation.

    Values are no arguments, for a property may be called like one; and what is not declared stays apart from
    a field whose Python name it has.
    """
    made = model.model_construct(_fields_set=given)
    vars(made).update(values)
    if made.__pydantic_extra__ is not None:
        made.__pydantic_extra__.update(extra)
    return made


@cache
def _shape_of(model: type[BaseModel]) -> _Shape:
    if not getattr(model, "__pydantic_fields_complete__", True):
        model.model_rebuild()  # a field may be of a type that is told further down in its module
    fields = model.model_fields
    return _Shape(
        fields={str(field.validation_alias or name): name for name, field in fields.items()},
        types={name: type_of(field) for name, field in fields.items()},
        required=[name for name, field in fields.items() if field.is_required()],
        extra=further_type_of(model) or Any,
    )


def _variants(type_: Any, data: Any, labels: int = 0) -> Iterator[tuple[Any, int]]:
    """Yield the variants that data can be of: those of its kind, by a discriminator those that it names.

    Each comes with the number of names that pydantic puts into the places of its faults.
    """
    bare = _bare(type_)
    if get_origin(bare) not in _UNIONS:
        if _holds(bare) is (list if is_list(data) else dict):
            yield bare, labels
        return
    said = _said_of(type_, Discriminator)
    choose = None if said is None else said.discriminator
    tag = choose(data) if callable(choose) else None
    variants = [variant for variant in get_args(bare) if variant is not type(None)]
    for variant in variants:
        told = _said_of(variant, Tag)
        if tag is None or (told is not None and told.tag == tag):
            yield from _variants(variant, data, labels + (len(variants) > 1))


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
