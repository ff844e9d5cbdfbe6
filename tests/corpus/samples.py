"""Values of the types of the IR, as plain data in wire names."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Encoded,
    Enum,
    Field,
    Integer,
    Map,
    Null,
    Nullable,
    Number,
    Object,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.type_tree import without_null

STRINGS = {
    "date-time": "2026-01-31T12:34:56Z",
    "date": "2026-01-31",
    "time": "12:34:56Z",
    "duration": "P1DT2H",
    "uuid": "6f1b0a1e-3c1d-4a57-9c0e-0d3c2b1a0f9e",
    "decimal": "12.50",
    "byte": "dGV4dA==",
}
DEEP = 12


class NoValueError(Exception):
    """No value fits a type: it is `Never`, or needs itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Makes values.

    Attributes:
        definitions: what references stand for.
        side: whether values are sent or answered, which decides about readOnly and writeOnly fields.
        blobs: whether binary text is given as bytes.
        anything: the value of what may be anything.
        full: whether optional fields are there and unions take their first variant; else only what is
            required is there, null where it may be, and unions take their last variant.
    """

    definitions: Mapping[Location, Definition]
    side: Literal["sent", "answered"]
    full: bool
    blobs: bool = False
    anything: Any = field(default_factory=lambda: {"a": 1})

    def value(self, type_: Type, trail: tuple[Location, ...] = ()) -> Any:
        """A value of a type; `trail` holds the definitions it is inside of.

        Raises:
            NoValueError: where there is none.
        """
        match type_:
            case Array(item=item):
                return self._items(item, trail)
            case Tuple(items=items):
                return [self.value(item, trail) for item in items]
            case Map(value=value):
                return dict(zip(["key"], self._items(value, trail), strict=False))
            case Object():
                return self._object(type_, trail)
            case Nullable(inner=inner):
                return self.value(inner, trail) if self.full and not self._is_deep(inner, trail) else None
            case Encoded(inner=inner):
                return json.dumps(self.value(inner, trail))
            case Union():
                return self._variant(type_, trail)
            case Reference(target=target):
                if trail.count(target) > 1 or len(trail) > 4 * DEEP:
                    raise NoValueError
                return self.value(self.definitions[target].type, (*trail, target))
            case Enum(values=values):
                return values[0 if self.full else -1]
            case _:
                return self._scalar(type_)

    def _scalar(self, type_: Type) -> Any:
        match type_:
            case Anything():
                return self.anything
            case Boolean():
                return True
            case Integer():
                return 3
            case Number():
                return 1.5
            case String(format=format_):
                return b"text" if self.blobs and format_ == "binary" else STRINGS.get(format_ or "", "text")
            case Const(value=value):
                return value
            case Null():
                return None
            case _:
                raise NoValueError

    def fields(self, object_: Object) -> list[Field]:
        """The fields of an object that travel this way, those of its base too."""
        base = self.resolved(object_.base) if object_.base is not None else None
        inherited = self.fields(base) if isinstance(base, Object) else []
        barred = "read" if self.side == "sent" else "write"
        return [*inherited, *(item for item in object_.fields if item.access != barred)]

    def resolved(self, type_: Type) -> Type:
        """A type without its names, and without null."""
        while isinstance(type_, Reference | Nullable):
            type_ = (
                without_null(type_) if isinstance(type_, Nullable) else self.definitions[type_.target].type
            )
        return type_

    def _is_deep(self, type_: Type, trail: tuple[Location, ...]) -> bool:
        return isinstance(type_, Reference) and (type_.target in trail or len(trail) > DEEP)

    def _items(self, item: Type, trail: tuple[Location, ...]) -> list[Any]:
        if self._is_deep(item, trail):
            return []
        try:
            return [self.value(item, trail)]
        except NoValueError:
            return []

    def _object(self, object_: Object, trail: tuple[Location, ...]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for item in self.fields(object_):
            if not item.required and (not self.full or self._is_deep(without_null(item.type), trail)):
                continue
            try:
                made[item.name] = self.value(item.type, trail)
            except NoValueError:
                if item.required:
                    raise
        return made

    def _variant(self, union: Union, trail: tuple[Location, ...]) -> Any:
        order = range(len(union.variants)) if self.full else reversed(range(len(union.variants)))
        for index in sorted(order, key=lambda index: self._is_deep(union.variants[index], trail)):
            try:
                return self._tagged(self.value(union.variants[index], trail), union, index)
            except NoValueError:
                continue
        raise NoValueError

    def _tagged(self, value: Any, union: Union, index: int) -> Any:
        if union.discriminator is None or not isinstance(value, dict):
            return value
        tags = [tag for tag, position in union.discriminator.mapping if position == index]
        return {**value, union.discriminator.property: tags[0]} if tags else value
