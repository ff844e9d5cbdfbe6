"""readOnly properties that requests send all the same, as references to what exists do: `{id, type}`.

An example of a request sends one, or an object would be nothing but constants without those that it requires.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Location
from generator.ir import (
    Api,
    Array,
    Const,
    Definition,
    Evidence,
    Field,
    Map,
    Object,
    Reference,
    Type,
    Union,
    same_value,
)
from generator.reading.nodes import is_mapping, is_sequence
from generator.type_tree import deref, fields_of, without_null


def sent_anyway(
    api: Api, sent: Iterable[Location]
) -> tuple[dict[Location, tuple[Field, ...]], tuple[Evidence, ...]]:
    """Return the readOnly fields that requests have, by definition, and why.

    Args:
        api: the API.
        sent: the definitions that requests send.
    """
    shown = _Shown(api.definitions)
    for operation in api.operations:
        for content in operation.body.contents if operation.body is not None else ():
            for example in content.examples:
                shown.walk(json.loads(example), content.type)
    found: dict[Location, tuple[Field, ...]] = {}
    evidence: list[Evidence] = []
    for location in sorted(sent):
        needed = _needed(api.definitions[location].type, api.definitions)
        given = [item for item in shown.fields.get(location, {}).values() if item not in needed]
        fields = (*(replace(item, access="both") for item in needed), *(_optional(item) for item in given))
        if fields:
            found[location] = fields
            evidence += (
                [_evidence(location, needed, "without them it would be constants alone")] if needed else []
            )
            evidence += [_evidence(location, given, "an example of a request sends them")] if given else []
    return found, tuple(evidence)


def _optional(item: Field) -> Field:
    return replace(item, access="both", required=False)


def _needed(type_: Type, definitions: Mapping[Location, Definition]) -> list[Field]:
    """Return the readOnly fields that an object requires, where all that it may send besides is constant."""
    object_ = without_null(type_)
    if not isinstance(object_, Object) or object_.extra is not None:
        return []
    fields = fields_of(object_, definitions)
    rest = [without_null(deref(item.type, definitions)) for item in fields if item.access != "read"]
    if not rest or not all(isinstance(inner, Const) for inner in rest):
        return []
    return [item for item in fields if item.access == "read" and item.required]


class _Shown:
    """What examples send of readOnly fields: `fields` by definition, and by name."""

    def __init__(self, definitions: Mapping[Location, Definition]) -> None:
        self.fields: dict[Location, dict[str, Field]] = {}
        self._definitions = definitions

    def walk(self, value: Any, type_: Type) -> None:
        """Go through an example and what it is an example of."""
        match without_null(type_):
            case Array(item=item) if is_sequence(value):
                for each in value:
                    self.walk(each, item)
            case Map(value=item) if is_mapping(value):
                for each in value.values():
                    self.walk(each, item)
            case Union(variants=variants):
                for variant in variants:
                    if self._fits(value, variant):
                        self.walk(value, variant)
            case Reference(target=target):
                inner = without_null(self._definitions[target].type)
                if isinstance(inner, Object) and is_mapping(value):
                    self._walk_object(value, inner, target)
                else:
                    self.walk(value, inner)
            case _:
                return

    def _walk_object(self, value: dict[str, Any], object_: Object, location: Location) -> None:
        for item in fields_of(object_, self._definitions):
            if item.name in value:
                if item.access == "read":
                    self.fields.setdefault(location, {})[item.name] = item
                self.walk(value[item.name], item.type)

    def _fits(self, value: Any, variant: Type) -> bool:
        """Whether a value has no other constants than a variant."""
        inner = without_null(deref(variant, self._definitions))
        if not isinstance(inner, Object) or not is_mapping(value):
            return not isinstance(inner, Object)
        return all(
            item.name not in value or same_value(constant.value, value[item.name])
            for item, constant in self._constants(inner)
        )

    def _constants(self, object_: Object) -> Iterator[tuple[Field, Const]]:
        for item in fields_of(object_, self._definitions):
            inner = without_null(deref(item.type, self._definitions))
            if isinstance(inner, Const):
                yield item, inner


def _evidence(subject: Location, fields: list[Field], because: str) -> Evidence:
    names = ", ".join(f"'{item.name}'" for item in fields)
    return Evidence(
        subject=subject,
        topic="shape",
        conclusion=f"requests have {names} too, though readOnly",
        because=because,
    )
