"""What all models are made of."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Never, TypeAlias, cast

from pydantic import AliasGenerator, BaseModel, ConfigDict, PlainValidator

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
            if base.__module__ != cls.__module__ and not getattr(base, "__pydantic_fields_complete__", True):
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
        return with_room(lambda: rebuild(force=force, raise_errors=raise_errors, _types_namespace=names))

    __nullable__: ClassVar[frozenset[str]] = frozenset()
    """The optional fields in which None is sent as null; in all others None means absent."""


class CamelModel(Model):
    """An object of the API whose wire names are in camelCase: `created_at` is `createdAt`."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=camel, serialization_alias=camel),
    )


class UnknownVariant(Model):
    """A variant of a union that the document does not know, with everything it came with in `model_extra`."""

    def __getitem__(self, name: str) -> Any:
        return (self.model_extra or {})[name]
