# Copied from templates/_runtime/serializers.py. DO NOT EDIT: it is made anew.
"""Bodies written by pydantic-core, for which our own walk takes as long as all else in a call.

What a type says of names becomes a serializer, made once. It writes dictionaries by one kind of names,
Python's or the wire's, with models among them, or models with nothing but models in them, and gives up at all
else: single values in place of lists, objects by both kinds of names. That the walk of `values.py` writes,
which knows everything; where both write, it is the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY
from functools import cache, partial
from math import isfinite
from operator import is_
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    Never,
    TypeAlias,
    TypeGuard,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, Discriminator
from pydantic_core import CoreSchema, SchemaSerializer, core_schema, to_json
from typing_extensions import TypeAliasType

from .annotations import UNIONS, further_type_of, meaning_of
from .model import given_of, is_constant, is_root
from .narrowing import is_list, is_object
from .plans import Plan, Properties, gives, plan_of, plan_of_type, properties_of
from .records import record
from .room import with_room
from .unset import UNSET
from .values import AS_THEY_ARE, is_plain, plain

_Form: TypeAlias = Literal["models", "python", "wire"]

# What objects are in a body: models, or dictionaries by one kind of names, with models among them.
_DICTIONARIES: Final[tuple[_Form, ...]] = ("python", "wire")
_MODELS: Final[tuple[_Form, ...]] = ("models", *_DICTIONARIES)

_IS_NONE: Final = partial(is_, None)
_NUMBER: Final = Plan(float)
_TEXT: Final = core_schema.str_schema()
# Of numbers it would change some: True to 1, and 1 to 1.0.
_BOOLEAN: Final = core_schema.bool_schema()


class _UnknownError(ValueError):
    """What a serializer has no form for: the walk has one, or says why there is none."""


def json_of(value: Any, takes: Callable[[], Any] | None, *, keeps_null: bool = False) -> bytes:
    """Return a value as JSON.

    Args:
        value: what a user of the client passed.
        takes: gives its type, where that says how what is inside is written.
        keeps_null: whether None is null everywhere; see `plain`.

    Raises:
        UnsendableValueError: something in the value has no JSON form, or the value contains itself.
    """
    if takes is None or keeps_null:
        plan = None if takes is None else plan_of(takes)
        return to_json(plain(value, plan, keeps_null=keeps_null))
    given = (
        {key: item for key, item in value.items() if item is not UNSET}
        if is_object(value)
        else value
    )
    for form in _MODELS if _has_models(given) else _DICTIONARIES:
        try:
            write = _serializer(takes, form).to_json
            return write(given, by_alias=True, exclude_unset=True, warnings="error")
        except Exception:  # noqa: BLE001, S112 - whatever it was, the walk says it in our words
            continue
    return to_json(plain(given, plan_of(takes)))


def _has_models(value: Any) -> bool:
    """Tell whether the parts of a body are models, by the first of each: others only make it slower."""
    for part in value.values() if is_object(value) else (value,):
        first: object = part[0] if is_list(part) and part else part
        if BaseModel in type(first).__mro__:
            return True
    return False


@cache
def _serializer(takes: Callable[[], Any], form: _Form) -> SchemaSerializer:
    return with_room(lambda: SchemaSerializer(_Schemas(form).whole(takes())))


class _Schemas:
    """Makes what pydantic-core calls the schema of a type: how the values of it are written."""

    def __init__(self, form: _Form) -> None:
        self._form: _Form = form
        self._definitions: dict[str, CoreSchema | None] = {}

    def whole(self, type_: Any) -> CoreSchema:
        """Return the schema of a type, with those that it refers to."""
        # What a call is given is a dictionary of its arguments, whatever is in it.
        schema = self._of_object(type_) if _is_model(type_) else self._of(type_)
        return core_schema.definitions_schema(
            schema, [found for found in self._definitions.values() if found is not None]
        )

    def _of(self, type_: Any) -> CoreSchema:
        origin = get_origin(type_)
        if origin is Annotated:
            inner, *metadata = get_args(type_)
            tells = any(isinstance(item, Discriminator) for item in metadata)
            return _written(type_) if tells else self._of(inner)
        if origin in UNIONS:
            return self._of_union(type_)
        if origin is list:
            return core_schema.list_schema(self._of(get_args(type_)[0]))
        if origin is dict:
            return core_schema.dict_schema(_TEXT, self._of(get_args(type_)[1]))
        if isinstance(type_, TypeAliasType):
            return self._once(f"alias {id(type_)}", lambda: self._of(meaning_of(type_)))
        if _is_text(type_):
            return _TEXT
        return self._of_class(type_) if isinstance(type_, type) else _written(type_)

    def _of_union(self, type_: Any) -> CoreSchema:
        members = [item for item in get_args(type_) if item is not type(None)]
        if len(members) == 1:
            return self._of(members[0])
        if all(map(_is_text, members)):
            return _TEXT
        # Text, and lists of it, pydantic-core tells by itself; what is something else it leaves to the last.
        told = [found for kind, found in _TEXTS if any(map(kind, members))]
        return core_schema.union_schema([*told, _written(type_)]) if told else _written(type_)

    def _of_class(self, type_: type) -> CoreSchema:
        if type_ is bool:
            return _BOOLEAN
        if is_root(type_):
            return self._of(type_.model_fields["root"].annotation)
        if _is_model(type_):
            of = (
                self._of_object
                if self._form != "models" or _has_constants(type_)
                else self._of_model
            )
            return self._once(f"{type_.__module__}.{type_.__qualname__}", lambda: of(type_))
        return _written(type_)

    def _once(self, reference: str, make: Callable[[], CoreSchema]) -> CoreSchema:
        if reference not in self._definitions:
            self._definitions[reference] = None
            self._definitions[reference] = cast("CoreSchema", {**make(), "ref": reference})
        return core_schema.definition_reference_schema(reference)

    def _of_model(self, model: type[BaseModel]) -> CoreSchema:
        """Return the schema of a model that pydantic-core writes by itself, of the fields that were set."""
        known = properties_of(model)
        fields = {
            field.name: core_schema.model_field(
                self._of(field.type),
                serialization_alias=field.wire,
                serialization_exclude_if=_IS_NONE if field.name in known.absent else None,
            )
            for field in known.fields
        }
        fields |= {
            field.name: core_schema.model_field(_TEXT, serialization_exclude=True)
            for field in known.unsent
        }
        schema = core_schema.model_schema(
            object,  # of the class itself it would take the serializer of pydantic's own schema
            core_schema.model_fields_schema(fields, extras_schema=self._of_further(model)),
            config={"extra_fields_behavior": "allow"},
        )
        return _after(partial(_model, model, known), schema)

    def _of_object(self, model: type[BaseModel]) -> CoreSchema:
        """Return the schema of a dictionary by this serializer's names, which is made of models."""
        known = properties_of(model)
        named = self._named(known)
        types = {field.wire: field.type for field in (*known.fields, *known.unsent)}
        fields = {
            key: core_schema.typed_dict_field(
                self._of(types[place.wire]),
                required=False,
                serialization_alias=place.wire,
                serialization_exclude_if=_IS_NONE if key in known.absent else None,
            )
            if key in named
            else _REFUSED
            for key, place in known.places.items()
        }
        write = _Objects(
            model=model,
            known=known,
            fields=tuple(
                (field.name, field.name if field.name in named else field.wire)
                for field in known.fields
            ),
            always=frozenset(field.name for field in known.fields if field.is_constant),
            constants={
                key: known.constants[wire]
                for key in named
                if (wire := known.places[key].wire) in known.constants
            },
        )
        further = self._of_further(model)
        return _after(
            write,
            core_schema.typed_dict_schema(fields, extra_behavior="allow", extras_schema=further),
        )

    def _of_further(self, model: type[BaseModel]) -> CoreSchema:
        further = further_type_of(model)
        return _written(Any) if further is None else self._of(further)

    def _named(self, known: Properties) -> set[str]:
        """Return the names that properties have in this serializer: one each."""
        if self._form == "wire":
            return {place.wire for place in known.places.values()}
        python = {place.wire: key for key, place in known.places.items() if key != place.wire}
        return {python.get(place.wire, place.wire) for place in known.places.values()}


@record
class _Objects:
    """Gives pydantic-core what is sent of objects, by the names that properties have in a serializer.

    Attributes:
        model: what stands for such an object.
        known: its properties.
        fields: the names of its fields in Python and in the serializer.
        always: those in Python that are sent whether given or not.
        constants: what they hold, by their names in the serializer.
    """

    _: KW_ONLY
    model: type[BaseModel]
    known: Properties
    fields: tuple[tuple[str, str], ...]
    always: frozenset[str]
    constants: Mapping[str, Any]

    def __call__(self, value: Any) -> Any:
        """Return what is sent of a dictionary or a model."""
        if type(value) is self.model:
            return self._of_model(value)
        if value.__class__ is not dict:
            raise _UnknownError
        return self._completed(value) if self.constants else value

    def _of_model(self, model: BaseModel) -> dict[str, Any]:
        given, values = given_of(model), model.__dict__
        if self.always:
            given = given | self.always
        found = {key: values[name] for name, key in self.fields if name in given}
        return found | _further_of(model, self.known) if model.__pydantic_extra__ else found

    def _completed(self, value: dict[str, Any]) -> dict[str, Any]:
        missing = {
            key: only
            for key, only in self.constants.items()
            if not (key in value and gives(self.known, key, value[key]))
        }
        return missing | {key: item for key, item in value.items() if key not in missing}


def _model(expected: type[BaseModel], known: Properties, value: Any) -> Any:
    """Return a model as it is, where pydantic-core writes it as the document says."""
    if type(value) is not expected:
        raise _UnknownError
    if value.__pydantic_extra__:
        _further_of(value, known)
    return value


def _further_of(model: BaseModel, known: Properties) -> dict[str, Any]:
    """Return the further properties of a model, which the document does not know."""
    further = model.__pydantic_extra__ or {}
    if not known.places.keys().isdisjoint(further):  # they may have the names of what it does
        raise _UnknownError
    return further


def _is_model(type_: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether a type is a model of an object."""
    return isinstance(type_, type) and issubclass(type_, BaseModel) and not is_root(type_)


def _has_constants(model: type[BaseModel]) -> bool:
    """Tell whether something of a model is sent whether it is given or not."""
    return any(map(is_constant, model.model_fields.values()))


def _is_text(type_: Any) -> bool:
    """Tell whether all values of a type are text."""
    if get_origin(type_) is Literal:
        return all(isinstance(item, str) for item in get_args(type_))
    return isinstance(type_, type) and issubclass(type_, str)


def _is_texts(type_: Any) -> bool:
    """Tell whether a type is a list of text."""
    return get_origin(type_) is list and _is_text(get_args(type_)[0])


_TEXTS: Final = ((_is_text, _TEXT), (_is_texts, core_schema.list_schema(_TEXT)))


def _written(type_: Any) -> CoreSchema:
    """Return the schema of what our own walk writes."""
    plan = plan_of_type(type_)
    if plan is None:
        return _after(_any)
    if type_ in (int, float):  # of which there are many
        return _after(_number)
    return _after(partial(plain, plan=plan) if plan.wraps else partial(_planned, plan))


def _after(prepare: Callable[[Any], Any], schema: CoreSchema | None = None) -> CoreSchema:
    """Return the schema of what a function makes of a value."""
    return core_schema.any_schema(
        serialization=core_schema.plain_serializer_function_ser_schema(
            prepare, return_schema=schema
        )
    )


def _any(value: Any) -> Any:
    return value if type(value) in AS_THEY_ARE or is_plain(value) else plain(value)


def _planned(plan: Plan, value: Any) -> Any:
    return value if type(value) in AS_THEY_ARE else plain(value, plan)


def _number(value: Any) -> Any:
    if type(value) in AS_THEY_ARE or (type(value) is float and isfinite(value)):
        return value
    return plain(value, _NUMBER)


def _refuse(_: object) -> Never:
    raise _UnknownError


_REFUSED: Final = core_schema.typed_dict_field(_after(_refuse), required=False)
