"""Answers that are wrong in a few ways, however often: read in one go, as types that allow just these.

A server that is not what its document says is so in the same way in each row of each page. Such a page is
read twice, then, and nothing is done in Python for each row but to make it a model.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter
from types import GenericAlias, NoneType
from typing import Annotated, Any, Final, TypeAlias, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, GetCoreSchemaHandler, Tag
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from .annotations import UNIONS, bare, said_of, type_of, wire_names
from .numbers import is_whole, keeping_digits
from .validators import OF_NUMBERS, OF_VARIANTS, built, reading

_Step: TypeAlias = int | str
_Way: TypeAlias = tuple[tuple[_Step, ...], str]

# What pydantic says of data that is of another kind than its type, or not there.
_OF_KINDS: Final = frozenset(
    {"dict_type", "list_type", "missing", "model_attributes_type", "model_type"}
)
# How deep parts are, and in how many ways they are wrong, at which to look at each takes no longer.
_MOST_STEPS, _MOST_WAYS = 20, 50
_KEPT: Final = 32
# What is said here of an integer that was written as `1.0`, whatever pydantic says.
_WHOLE: Final = "whole"
# What a type allows only where the document does, too.
_UNSURE: Final = OF_VARIANTS | {_WHOLE}


class StubbornError(Exception):
    """What is wrong with an answer cannot be allowed for by a type."""


def read_loosely(
    type_: Any, content: str | bytes, faults: Sequence[ErrorDetails]
) -> tuple[Any, list[ErrorDetails]]:
    """Return what the same JSON is where what is wrong stays as it is, and what is missing is None.

    Args:
        type_: what the document says the content is.
        content: the JSON.
        faults: what the type has against it.

    Returns:
        What was read, and those faults that are some: unknown variants and integers such as `1.0` are none.

    Raises:
        StubbornError: some of the faults are none of single parts, or too many.
        ValidationError: there are other faults behind these.
    """
    ways = frozenset(map(_way, faults))
    if len(ways) > _MOST_WAYS or any(not 0 < len(steps) <= _MOST_STEPS for steps, _ in ways):
        raise StubbornError
    value = _reader(type_, ways)(content)
    return value, [
        item for item in faults if item["type"] not in OF_VARIANTS and _kind(item) != _WHOLE
    ]


def _way(fault: ErrorDetails) -> _Way:
    return tuple([0 if type(step) is int else step for step in fault["loc"]]), _kind(fault)


def _kind(fault: ErrorDetails) -> str:
    may_be_number = fault["type"] in OF_NUMBERS and is_whole(fault.get("input"))
    return _WHOLE if may_be_number else fault["type"]


@lru_cache(_KEPT)
def _reader(type_: Any, ways: frozenset[_Way]) -> Callable[[str | bytes], Any]:
    return _built(loosened(type_, ways))


# The keys of maps are others in each answer, and what allows them is the same.
@lru_cache(_KEPT)
def _built(type_: Any) -> Callable[[str | bytes], Any]:
    return reading(built(type_))


def loosened(type_: Any, ways: frozenset[_Way]) -> Any:
    """Return a type that allows what is wrong with data of another.

    Args:
        type_: what the document says.
        ways: where in such data something is wrong, any item of a list being its first, and what.

    Raises:
        StubbornError: there is no such type.
    """
    if not _has_parts(type_):
        return _single(type_, {kind for _, kind in ways})
    own = {kind for steps, kind in ways if not steps}
    within = frozenset((steps, kind) for steps, kind in ways if steps)
    if own and own <= OF_VARIANTS and not within:
        return _open(type_)
    # What is of another kind is taken as it is, and so would be what may turn out to fit nothing.
    if not own <= _OF_KINDS or (own and any(kind in _UNSURE for _, kind in within)):
        raise StubbornError
    loose = _within(type_, within) if within else type_
    return Annotated[loose, _OrAnything()] if own else loose


def _single(type_: Any, kinds: AbstractSet[str]) -> Any:
    """Return a type without parts that allows what is wrong with data of another."""
    if _WHOLE not in kinds:
        return Annotated[type_, _OrAnything()]
    if len(kinds) > 1:
        raise StubbornError
    return Annotated[type_, _OrWhole()]


def _has_parts(type_: Any) -> bool:
    """Tell whether data of a type can have parts."""
    meant = bare(type_)
    origin = get_origin(meant)
    return (
        any(map(_has_parts, get_args(meant)))
        if origin in UNIONS
        else origin in {list, dict} or _is_model(meant)
    )


def _is_model(type_: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _within(type_: Any, ways: frozenset[_Way]) -> Any:
    """Return a type that allows what is wrong with parts of its data."""
    meant = bare(type_)
    origin = get_origin(meant)
    if origin is list:
        return GenericAlias(list, (loosened(get_args(meant)[0], _behind(ways)),))
    if origin is dict:
        key, value = get_args(meant)
        return GenericAlias(dict, (key, loosened(value, _behind(ways))))
    if origin in UNIONS:
        return _union(type_, ways)
    if _is_model(meant):
        return _model(meant, ways)
    raise StubbornError


def _behind(ways: frozenset[_Way]) -> frozenset[_Way]:
    """Return what is wrong behind the first step, whichever that is."""
    return frozenset((steps[1:], kind) for steps, kind in ways)


def _union(type_: Any, ways: frozenset[_Way]) -> Any:
    """Return a union whose variants allow what is wrong with data of any of them."""
    variants = get_args(bare(type_))
    chosen = said_of(type_, Discriminator)
    if len(variants) - (NoneType in variants) > 1:
        if chosen is None:
            raise StubbornError
        ways = _behind(ways)  # the first step is the name of the variant
    union: Any = Union
    loose: Any = union[*(_variant(item, ways) for item in variants)]
    return loose if chosen is None else Annotated[loose, chosen]


def _open(type_: Any) -> Any:
    """Return a union that finds variants by its own function, which knows what stands for the unknown."""
    chosen = said_of(type_, Discriminator)
    if chosen is None or not callable(chosen.discriminator):
        raise StubbornError
    return Annotated[bare(type_), Discriminator(chosen.discriminator)]


def _variant(type_: Any, ways: frozenset[_Way]) -> Any:
    """Return a variant that allows what is wrong with data of its union, as far as it is about it."""
    meant = bare(type_)
    if _is_model(meant):
        names = wire_names(meant)
        ways = frozenset((steps, kind) for steps, kind in ways if not steps or steps[0] in names)
    loose = loosened(type_, ways) if ways and meant is not NoneType else type_
    tag = said_of(type_, Tag)
    return loose if tag is None else Annotated[loose, tag]


def _model(model: type[BaseModel], ways: frozenset[_Way]) -> Any:
    """Return a model whose fields allow what is wrong with them, and may be missing."""
    if model.__pydantic_decorators__.field_validators:
        raise StubbornError  # what somebody's own code makes of fields that are right, only pydantic knows
    names = wire_names(model)
    wrong = defaultdict[str, set[_Way]](set)
    for (key, *steps), kind in ways:
        if key not in names:
            raise StubbornError
        wrong[names[str(key)]].add(((*steps,), kind))
    fields = {
        name: loosened(type_of(model.model_fields[name]), frozenset(behind))
        for name, behind in wrong.items()
    }
    return Annotated[model, _Loose(tuple(sorted(fields.items(), key=itemgetter(0))))]


@dataclass(frozen=True)
class _OrAnything:
    """Has pydantic leave data as it is that is not of a type."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return what reads the type, else any JSON."""
        return core_schema.union_schema(
            [handler(source), core_schema.any_schema()], mode="left_to_right"
        )


@dataclass(frozen=True)
class _OrWhole:
    """Has pydantic take an integer that is written as `1.0`, where a type takes the integer."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return what reads the type, else the integer that a number is."""
        own = handler(source)
        number = core_schema.no_info_after_validator_function(_whole, core_schema.float_schema())
        return core_schema.union_schema(
            [own, core_schema.chain_schema([number, own])], mode="left_to_right"
        )


def _whole(number: float) -> int:
    if not is_whole(number):
        message = "it has a fraction"
        raise ValueError(message)
    return int(number)


@dataclass(frozen=True)
class _Loose:
    """Has pydantic read a model with some fields of other types, which may all be missing.

    Attributes:
        fields: the fields' types by their names.
    """

    fields: tuple[tuple[str, Any], ...]

    def __get_pydantic_core_schema__(
        self, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return what reads the fields and makes them a model: pydantic would read it as it is declared."""
        schema: Any = handler.resolve_ref_schema(handler(source))
        schema = schema["schema"] if schema["type"] == "model" else schema
        if schema["type"] != "model-fields":
            raise StubbornError  # somebody's own code says how the model is read
        types = {
            name: keeping_digits(handler.generate_schema(type_)) for name, type_ in self.fields
        }
        fields = {
            name: _retyped(told, types[name]) if name in types else told
            for name, told in schema["fields"].items()
        }
        extra = source.model_config.get("extra", "ignore")
        loose: Any = {**schema, "fields": fields, "extra_behavior": extra}
        return core_schema.no_info_after_validator_function(partial(_made_of, source), loose)


def _retyped(told: Any, schema: CoreSchema) -> Any:
    """Return a field with another type and the same default; None where it has none."""
    own = told["schema"]
    default = own if own["type"] == "default" else {"type": "default", "default": None}
    return {**told, "schema": {**default, "schema": schema}}


def _made_of(
    model: type[BaseModel], told: tuple[dict[str, Any], dict[str, Any] | None, set[str]]
) -> BaseModel:
    """Return a model of its fields, its further properties and the names of the fields that were given."""
    fields, further, given = told
    made = model.__new__(model)
    put = object.__setattr__
    put(made, "__dict__", fields)
    put(made, "__pydantic_extra__", further)
    put(made, "__pydantic_fields_set__", given)
    put(made, "__pydantic_private__", None)
    if model.__pydantic_post_init__:
        made.model_post_init(None)
    return made
