# Copied from templates/_runtime/unions.py. DO NOT EDIT: it is made anew.
"""Telling the variants of a union apart: by one property, or by the names of all."""

import json
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Annotated, Any, Final, cast, get_args, get_origin

from pydantic import BaseModel, Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .annotations import UNIONS
from .model import given_of
from .narrowing import is_object

UNKNOWN: Final = "(unknown)"


def tagged_by(
    name: str,
    field: str,
    tags: Mapping[str, str],
    *,
    otherwise: str = UNKNOWN,
    absent: str | None = None,
) -> Discriminator:
    """Return what tells the variants of a union apart by a property.

    Args:
        name: the property's wire name.
        field: its name in the models.
        tags: the tag for each value of the property; numbers and booleans as JSON writes them.
        otherwise: the tag for all other values.
        absent: the tag where the property is absent or null, if that is another one.
    """

    def tag_of(value: Any) -> str:
        found = _found(value, name, field)
        if isinstance(found, str):
            return tags.get(found, otherwise)
        if found is None and absent is not None:
            return absent
        return tags.get(text_of(found), otherwise)

    return _TaggedBy(tag_of, name, field, tags)


def named_by(shapes: Mapping[str, tuple[AbstractSet[str], AbstractSet[str]]]) -> Discriminator:
    """Return what tells the variants of a union apart by the names of their properties; see `NamedBy`."""
    return _Telling(NamedBy(shapes))


class _Telling(Discriminator):
    """Tells variants apart by a function, and says in JSON Schema what the document knows of them.

    An object may be valid as several of them: a function chooses. One that nobody knows is no more told of
    there than the unknown values of an enum.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a union of the variants, which the function chooses from."""
        schema = super().__get_pydantic_core_schema__(source, handler)
        told = {"metadata": {"pydantic_js_functions": [_in_json_schema]}}
        return cast("CoreSchema", {**schema, **told})


def _in_json_schema(schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    known = {tag: choice for tag, choice in schema["choices"].items() if tag != UNKNOWN}
    told = handler(cast("CoreSchema", {**schema, "choices": known}))
    return {"anyOf" if key == "oneOf" else key: value for key, value in told.items()}


class _TaggedBy(_Telling):
    """Has pydantic itself find the variants of known values in JSON that is read as a document has it.

    That takes half the time. What has another value is refused there, and read when it is salvaged.
    """

    def __init__(
        self, tag_of: Callable[[Any], str], name: str, field: str, tags: Mapping[str, str]
    ) -> None:
        super().__init__(tag_of)
        vars(self)["_told"] = (name, field, tags)

    @property
    def told(self) -> tuple[str, str, Mapping[str, str]]:
        """The property's wire name, its name in the models, and the tags for its values."""
        return cast("tuple[str, str, Mapping[str, str]]", vars(self)["_told"])

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a union of the variants: by value for JSON that is read strictly, else by the function."""
        name, field, tags = self.told
        whole = cast(
            "core_schema.TaggedUnionSchema", super().__get_pydantic_core_schema__(source, handler)
        )
        if not _are_models(source):
            return whole
        choices = {
            value: whole["choices"][tag] for text, tag in tags.items() for value in _values(text)
        }
        places: list[list[str | int]] = [[name], [field]]
        known = core_schema.tagged_union_schema(choices, places)
        strict = core_schema.json_or_python_schema(known, whole)
        # A model knows how it is written, whichever variant it is.
        as_it_is = core_schema.simple_ser_schema("any")
        return core_schema.lax_or_strict_schema(whole, strict, serialization=as_it_is)


def property_of(said: Discriminator) -> str | None:
    """Return the wire name of the property that tells variants apart; None where none does."""
    return said.told[0] if isinstance(said, _TaggedBy) else None


def _are_models(type_: Any) -> bool:
    """Tell whether the variants of a union are all models."""
    if get_origin(type_) is Annotated:
        return _are_models(get_args(type_)[0])
    if get_origin(type_) in UNIONS:
        return all(map(_are_models, get_args(type_)))
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _values(text: str) -> Iterator[str | int]:
    """Yield the values that the text of a tag stands for."""
    yield text
    with suppress(ValueError):
        yield int(text)


def _found(value: Any, name: str, field: str) -> Any:
    """Return the property that tells variants apart, of JSON data or a model."""
    if is_object(value):
        return value.get(name, value.get(field))
    return getattr(value, field, None) if isinstance(value, BaseModel) else None


class NamedBy:
    """Finds the variant of a value by the names of its properties, for pydantic's `Discriminator`.

    It is the one of whose required properties the fewest are absent, and of several the one that knows most
    of the names.
    """

    def __init__(self, shapes: Mapping[str, tuple[AbstractSet[str], AbstractSet[str]]]) -> None:
        """Take what variants have.

        Args:
            shapes: for each tag the wire names of the properties that must be there, and of those that may
                be.
        """
        self._shapes = shapes
        self.__name__ = "named_by"  # pydantic's errors say so

    def __call__(self, value: Any) -> str:
        """Return the tag of JSON data or a model."""
        if isinstance(value, BaseModel):
            own = type(value).__name__
            if own in self._shapes:
                return own
        names = _names_of(value)
        return min(self._shapes, key=lambda tag: distance(names, *self._shapes[tag]))


def _names_of(value: Any) -> AbstractSet[str]:
    """Return the wire names of the properties that a value has."""
    if is_object(value):
        return value.keys()
    if isinstance(value, BaseModel):
        fields, given = type(value).model_fields, given_of(value)
        wire = {str(fields[name].validation_alias or name) for name in given if name in fields}
        return wire | (value.model_extra or {}).keys()
    return set()


def distance(
    names: AbstractSet[str], required: AbstractSet[str], optional: AbstractSet[str]
) -> tuple[int, int]:
    """Return how many required properties are absent, and how many names are unknown."""
    return len(required - names), len(names - required - optional)


def text_of(value: Any) -> str:
    """Return a number or a boolean as JSON writes it, whole numbers without a fraction; else nothing."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value) if isinstance(value, int | float) else ""
