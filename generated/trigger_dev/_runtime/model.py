# Copied from templates/_runtime/model.py. DO NOT EDIT: it is made anew.
"""What all models are made of."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Annotated, Any, ClassVar, Literal, Never, TypeAlias, TypeGuard, cast, get_origin

from pydantic import (
    AliasGenerator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    PlainValidator,
    SerializationInfo,
    SerializerFunctionWrapHandler,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema
from pydantic_core.core_schema import wrap_serializer_function_ser_schema

from .numbers import keeping_digits
from .records import record
from .room import with_room


def camel(name: str) -> str:
    """The wire name of a field in camelCase: `created_at` is `createdAt`, `from_` is `from`."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _refused(_: object) -> Never:
    message = "the document has no such property"
    raise ValueError(message)


Nothing: TypeAlias = Annotated[Never, PlainValidator(_refused)]
"""No value: `dict[str, Nothing]` is an object without properties."""


def is_root(type_: type) -> TypeGuard[type[BaseModel]]:
    """Tell whether a class is a model of a single value, a `RootModel`, whose module takes long to load."""
    return issubclass(type_, BaseModel) and type_.__pydantic_root_model__


def is_constant(info: FieldInfo) -> bool:
    """Tell whether a field must be sent and has but one value, which is its default."""
    return isinstance(info.default, str | int) and get_origin(info.annotation) is Literal


@record
class _WithConstants:
    """Has pydantic write the constants of a model with what was set of it, as they are sent."""

    fields: Mapping[str, FieldInfo]

    def __call__(
        self, model: Any, write: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> Any:
        """Return what pydantic makes of a model, with the constants that were not given."""
        written = write(model)
        if info.exclude_unset and isinstance(written, dict) and isinstance(model, BaseModel):
            for name, field in self.fields.items():
                if name not in model.model_fields_set and not _is_left_out(name, info):
                    key = field.serialization_alias if info.by_alias else None
                    written[key or name] = getattr(model, name)
        return cast("object", written)


def _is_left_out(name: str, info: SerializationInfo) -> bool:
    """Tell whether a caller wants a model written without a field."""
    return (info.include is not None and name not in info.include) or (
        info.exclude is not None and name in info.exclude
    )


def given_of(model: BaseModel) -> AbstractSet[str]:
    """Return the names of the fields that were given.

    pydantic has the names of further properties among them, and one may be what a field is called in Python:
    of a field that is None beside such a property nothing was given.
    """
    extra = model.__pydantic_extra__
    if not extra:
        return model.__pydantic_fields_set__
    values = model.__dict__
    return model.__pydantic_fields_set__ - {name for name in extra if values.get(name) is None}


class Model(BaseModel):
    """An object of the API. Its fields have their wire names, but where one says otherwise.

    What the document does not know is kept, in `model_extra`. A field that was absent is not in
    `model_fields_set`; so is told apart what was absent and what was null.
    """

    model_config = ConfigDict(
        # Building validators on first use keeps imports fast, whatever the size of the API.
        defer_build=True,
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
    )

    def __init_subclass__(cls, **settings: Any) -> None:
        """Complete the fields of a base in another module.

        What a base says of classes further down in its module, only that module can tell: pydantic would look
        for the names in the module of the subclass.
        """
        super().__init_subclass__(**settings)
        for base in cls.__bases__:
            if base.__module__ != cls.__module__ and not getattr(
                base, "__pydantic_fields_complete__", True
            ):
                cast("type[BaseModel]", base).model_rebuild()

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Build the validator, which pydantic does when it is first needed; names are those of the module."""
        names = _types_namespace or {}
        rebuild = super().model_rebuild
        return with_room(
            lambda: rebuild(force=force, raise_errors=raise_errors, _types_namespace=names)
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Return how pydantic reads and writes the model: all digits, and constants whether given or not."""
        schema = handler(source)
        own = cast("dict[str, Any]", handler.resolve_ref_schema(schema))
        if own["type"] == "model":
            own["schema"] = keeping_digits(own["schema"])
        constants = {
            name: info for name, info in cls.__pydantic_fields__.items() if is_constant(info)
        }
        if constants:
            own["serialization"] = wrap_serializer_function_ser_schema(
                _WithConstants(constants), info_arg=True
            )
        return schema

    @property
    def model_fields_set(self) -> set[str]:
        """The fields that were given, and the names of further properties."""
        extra = self.__pydantic_extra__ or {}
        further = extra.keys() - type(self).__pydantic_fields__.keys()
        return {*given_of(self), *further} if extra else self.__pydantic_fields_set__

    __nullable__: ClassVar[frozenset[str]] = frozenset()
    """The optional fields in which None is sent as null; in all others None means absent."""


def require_mixin(own: object, where: str, fields: type[Model]) -> None:
    """Refuse what cannot be a part of a model: what somebody wrote in `_custom/` that is no model itself.

    Args:
        own: what they wrote.
        where: its name and place.
        fields: the model that it must derive from, and does so for type checkers.
    """
    if not isinstance(own, type) or not issubclass(own, Model):
        message = f"{where} must be a class that derives from {fields.__name__}"
        raise TypeError(message)


class CamelModel(Model):
    """An object of the API whose wire names are in camelCase: `created_at` is `createdAt`."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=camel, serialization_alias=camel),
        # It is so already, and pydantic's plugin for mypy wants it here.
        validate_by_name=True,
    )


class UnknownVariant(Model):
    """A variant of a union that the document does not know, with everything it came with in `model_extra`."""

    def __getitem__(self, name: str) -> Any:
        return (self.model_extra or {})[name]

    def __contains__(self, name: object) -> bool:
        return name in (self.model_extra or {})
