"""What a schema means: the one place that knows allOf, oneOf, null, enum and their company.

`Schemas.lower` gives the type of a schema where it is used: a definition of its own becomes a `Reference`.
`Schemas.define` makes the definition of a schema that the document names.
"""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Discriminator,
    Enum,
    Field,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    Reference,
    String,
    Tuple,
    Type,
    Union,
    deref,
    without_null,
)
from generator.lowering.context import Context, Place, root_place
from generator.lowering.notes import constraints, text
from generator.reading.dialect import spell

# Formats that change the Python type; every other one is only text.
STRING_FORMATS = frozenset({"date-time", "date", "time", "duration", "uuid", "byte", "binary", "decimal"})
# Keywords that say nothing about which values are allowed.
ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "summary",
        "deprecated",
        "readOnly",
        "writeOnly",
        "default",
        "example",
        "examples",
    }
    | {"externalDocs", "xml", "nullable", "$comment", "$id", "$schema", "$anchor", "$defs", "discriminator"}
)
# Keywords that restrict values in a way no Python type says. They are documented nowhere but in the ledger.
UNCHECKED = (
    ("not", "values that 'not' forbids are accepted"),
    ("if", "the condition 'if' is not checked"),
    ("dependentSchemas", "'dependentSchemas' is not checked"),
    ("dependentRequired", "'dependentRequired' is not checked"),
    ("contains", "'contains' is not checked"),
    ("propertyNames", "'propertyNames' is not checked"),
    ("unevaluatedProperties", "further properties are accepted"),
    ("unevaluatedItems", "further items are accepted"),
)
MAX_MERGE_DEPTH = 64
MAX_VARIANTS = 64


@dataclass(frozen=True, slots=True)
class Placed:
    """A raw schema with its place."""

    node: Any
    place: Place


@dataclass(slots=True)
class Merged:
    """What the parts of an allOf say together, before it is lowered."""

    types: list[str] | None = None
    nullable: bool = False
    properties: dict[str, list[Placed]] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    extra: Placed | None = None
    closed: bool = False
    unions: list[tuple[list[Placed], dict[str, Any] | None]] = field(default_factory=list)
    keywords: dict[str, tuple[Any, Place]] = field(default_factory=dict)


class Schemas:
    """Lowers schemas into types, collecting definitions in the context."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._defining: set[Location] = set()
        self._waiting: dict[Location, Any] = {}

    # --- named schemas ---

    def reference(self, location: Location, node: Any) -> Reference:
        """Return a reference to the definition of a schema that the document names; `finish` makes it when it is new."""
        if location not in self._defining:
            self._waiting.setdefault(location, node)
        return Reference(location)

    def finish(self) -> None:
        """Make all definitions that were referred to, and those that they refer to in turn.

        A queue and not a recursion: documents refer hundreds of schemas deep.
        """
        while self._waiting:
            self._define_waiting(next(iter(self._waiting)))

    def _define_waiting(self, location: Location) -> None:
        node = self._waiting.pop(location)
        if location not in self._defining:
            self.define(node, root_place(location), component=True)

    def _definition(self, location: Location) -> Definition | None:
        """Return a definition that is needed at once; None while it is being made."""
        if location in self._waiting:
            self._define_waiting(location)
        return self._context.definitions.get(location)

    def define(self, node: Any, place: Place, *, component: bool) -> None:
        """Make the definition of a schema."""
        self._defining.add(place.location)
        schema = self._spell(node, place)
        self._store(self._shape(schema, place), schema, place, component=component)

    def _store(self, type_: Type, schema: dict[str, Any], place: Place, *, component: bool) -> None:
        self._defining.add(place.location)
        self._context.definitions[place.location] = Definition(
            location=place.location,
            type=type_,
            origin=place.origin,
            home=place.home,
            component=component,
            title=text(schema.get("title")),
            description=text(schema.get("description")),
            deprecated=schema.get("deprecated") is True,
        )

    # --- schemas in place ---

    def lower(self, node: Any, place: Place) -> Type:
        """Return the type of a schema where it is used."""
        if place.location in self._defining:
            return Reference(place.location)
        schema = self._spell(node, place)
        type_ = self._shape(schema, place)
        inner = without_null(type_)
        if not self._wants_name(inner):
            return type_
        self._store(inner, schema, place, component=False)
        named = Reference(place.location)
        return Nullable(named) if isinstance(type_, Nullable) else named

    def _wants_name(self, type_: Type) -> bool:
        match type_:
            case Object():
                return True
            case Enum():
                return True
            case Union(variants=variants):
                return any(self._is_object(variant) for variant in variants)
            case _:
                return False

    def _is_object(self, type_: Type) -> bool:
        if isinstance(type_, Reference):
            definition = self._definition(type_.target)
            return definition is None or isinstance(without_null(definition.type), Object | Union)
        return isinstance(type_, Object)

    # --- one schema ---

    def _spell(self, node: Any, place: Place) -> dict[str, Any]:
        self._context.honoured += 1
        schema = spell(node, place.location, self._context.ledger)
        for keyword, message in UNCHECKED:
            if keyword in schema and schema[keyword] not in ({}, True, False, None):
                self._context.record(f"unchecked-{keyword}", message, place.location.child(keyword))
        return schema

    def _shape(self, schema: dict[str, Any], place: Place) -> Type:
        """Return the type of a schema without giving that type itself a name."""
        type_ = self._shape_of_reference(schema, place) if "$ref" in schema else self._shape_of(schema, place)
        return nullable(type_) if schema.get("nullable") else type_

    def _shape_of_reference(self, schema: dict[str, Any], place: Place) -> Type:
        siblings = {key: value for key, value in schema.items() if key != "$ref" and _restricts(key)}
        if siblings.keys() - {"type"}:
            parts = [{"$ref": schema["$ref"]}, siblings]
            return self._shape_of_all_of({"allOf": parts}, place)
        resolved = self._context.resolve({"$ref": schema["$ref"]}, place.location)
        if resolved.location == place.location:  # it could not be resolved; the error is kept
            return Anything()
        return self.reference(resolved.location, resolved.node)

    def _shape_of(self, schema: dict[str, Any], place: Place) -> Type:
        if "const" in schema:
            return self._shape_of_const(schema["const"], place)
        if "allOf" in schema:
            return self._shape_of_all_of(schema, place)
        if "oneOf" in schema or "anyOf" in schema:
            return self._shape_of_union_schema(schema, place)
        if "enum" in schema:
            return self._shape_of_enum(schema, place)
        types = schema.get("type") or _implied_types(schema)
        shapes = [self._shape_of_type(name, schema, place) for name in types]
        if not shapes:
            return Never() if schema.get("not") == {} else Anything()
        return shapes[0] if len(shapes) == 1 else union(shapes)

    def _shape_of_const(self, value: Any, place: Place) -> Type:
        if value is None:
            return Null()
        if isinstance(value, str | int | float):
            return Const(value)
        self._context.record(
            "structured-const", "a const that is a list or object is not checked", place.location
        )
        return Map(Anything()) if isinstance(value, dict) else Array(Anything())

    def _shape_of_enum(self, schema: dict[str, Any], place: Place) -> Type:
        values = list(
            {
                (type(value), value): value for value in schema["enum"] if not isinstance(value, dict | list)
            }.values()
        )
        kinds = {type(value) for value in values}
        if len(values) < len(schema["enum"]) and any(isinstance(v, dict | list) for v in schema["enum"]):
            self._context.record(
                "structured-enum", "an enum of lists or objects is not checked", place.location
            )
            return Anything()
        if kinds == {bool}:
            return Const(values[0]) if len(values) == 1 else Boolean()
        if float in kinds and kinds <= {int, float}:
            message = "an enum of numbers with fractions is read as any number"
            self._context.record("number-enum", message, place.location)
            return Number()
        if len(kinds) > 1:
            return union([Const(value) for value in values])
        if schema.get("type") == ["string"] and kinds != {str}:
            values = [str(value) for value in values]
        names = schema.get("x-enum-varnames") or schema.get("x-enumNames") or ()
        fitting = (
            isinstance(names, list) and len(names) == len(values) and all(isinstance(n, str) for n in names)
        )
        return Enum(tuple(values), tuple(names) if fitting else ())

    def _shape_of_type(self, name: str, schema: dict[str, Any], place: Place) -> Type:
        match name:
            case "string":
                format_ = schema.get("format")
                if "contentEncoding" in schema and schema["contentEncoding"] in {"base64", "base64url"}:
                    format_ = "byte"
                elif "contentMediaType" in schema and format_ is None and "contentEncoding" not in schema:
                    format_ = "binary" if schema["contentMediaType"] == "application/octet-stream" else None
                return String(format_ if format_ in STRING_FORMATS else None)
            case "integer":
                return Integer()
            case "number":
                return Number()
            case "boolean":
                return Boolean()
            case "array":
                return self._shape_of_array(schema, place)
            case _:
                return self._shape_of_all_of(schema, place)

    def _shape_of_array(self, schema: dict[str, Any], place: Place) -> Type:
        prefix = schema.get("prefixItems")
        rest = schema.get("items", True)
        if prefix is None:
            return Array(self.lower(rest, place.down("items", step="[]")))
        items = [
            self.lower(item, place.down("prefixItems", index, step=f"item {index + 1}"))
            for index, item in enumerate(prefix)
        ]
        return Tuple(
            tuple(items), None if rest is False else self.lower(rest, place.down("items", step="[]"))
        )

    # --- unions ---

    def _shape_of_union_schema(self, schema: dict[str, Any], place: Place) -> Type:
        keyword = "oneOf" if "oneOf" in schema else "anyOf"
        if {"properties", "required", "additionalProperties"} & schema.keys() or len(
            {"oneOf", "anyOf"} & schema.keys()
        ) > 1:
            return self._shape_of_all_of(schema, place)
        variants = [
            Placed(node, place.down(keyword, index, step=_label(node, index)))
            for index, node in enumerate(schema[keyword])
        ]
        return self._union_of(variants, schema.get("discriminator"), place)

    def _union_of(self, variants: list[Placed], discriminator: Any, place: Place) -> Type:
        lowered = [self.lower(variant.node, variant.place) for variant in variants]
        found = (
            self._discriminator(discriminator, variants, place) if isinstance(discriminator, dict) else None
        )
        return union(lowered, found)

    def _discriminator(
        self, discriminator: dict[str, Any], variants: list[Placed], place: Place
    ) -> Discriminator | None:
        """Return the explicit discriminator (OAS 3.1.1, 4.8.25): names are implied where no mapping gives them."""
        name = discriminator.get("propertyName")
        if not isinstance(name, str):
            self._context.record(
                "bad-discriminator", "a discriminator without propertyName is left out", place.location
            )
            return None
        targets: dict[Location, int] = {}
        implied: dict[str, int] = {}
        for index, variant in enumerate(variants):
            if isinstance(variant.node, dict) and isinstance(variant.node.get("$ref"), str):
                target = self._context.resolve(variant.node, variant.place.location).location
                targets[target] = index
                implied[root_place(target).origin.root] = index
        mapping: dict[str, int] = {}
        for value, ref in sorted((discriminator.get("mapping") or {}).items()):
            index = self._mapped(ref, targets, implied, place)
            if index is None:
                message = f"the discriminator value {value!r} leads to no variant of this union; it is kept as unknown"
                self._context.record("unmapped-discriminator", message, place.location.child("discriminator"))
            else:
                mapping[value] = index
        taken = set(mapping.values())
        mapping |= {value: index for value, index in implied.items() if index not in taken}
        return Discriminator(name, tuple(sorted(mapping.items()))) if mapping else None

    def _mapped(
        self, ref: Any, targets: dict[Location, int], implied: dict[str, int], place: Place
    ) -> int | None:
        if not isinstance(ref, str):
            return None
        if ref in implied:
            return implied[ref]
        if "/" not in ref and "#" not in ref and "." not in ref:
            return None
        location = place.location.child("discriminator", "mapping")
        return targets.get(self._context.resolve({"$ref": ref}, location).location)

    # --- allOf and objects ---

    def _shape_of_all_of(self, schema: dict[str, Any], place: Place) -> Type:
        parts = [part for part in schema.get("allOf", ()) if part is not True and not _only_annotates(part)]
        own = {key: value for key, value in schema.items() if key != "allOf" and _restricts(key)}
        if len(parts) == 1 and not own.keys() - {"type"}:
            index = schema["allOf"].index(parts[0])
            return self.lower(parts[0], place.down("allOf", index))
        derived = self._derived(parts, own, place, schema) if parts else None
        if derived is not None:
            return derived
        merged = Merged()
        parts_too = {"allOf": schema["allOf"]} if "allOf" in schema else {}
        self._merge({**own, **parts_too}, place, merged, frozenset({place.location}))
        type_ = self._shape_of_merged(merged, place)
        return nullable(type_) if merged.nullable and not schema.get("nullable") and not own else type_

    def _derived(
        self, parts: list[Any], own: dict[str, Any], place: Place, schema: dict[str, Any]
    ) -> Type | None:
        """Return an object that inherits from its one named part, where nothing of that part is changed."""
        named = [part for part in parts if isinstance(part, dict) and "$ref" in part]
        if len(named) != 1 or _restricting(named[0]) - {"$ref"}:
            return None
        resolved = self._context.resolve(named[0], place.location)
        if resolved.location in {place.location, place.home}:
            return None
        base = self.reference(resolved.location, resolved.node)
        definition = self._definition(resolved.location)
        if definition is None or not isinstance(definition.type, Object) or definition.type.extra is not None:
            return None
        merged = Merged()
        rest = [part for part in schema["allOf"] if part is not named[0]]
        indices = [index for index, part in enumerate(schema["allOf"]) if part is not named[0]]
        for index, part in zip(indices, rest, strict=True):
            self._merge(part, place.down("allOf", index), merged, frozenset({place.location}))
        self._merge(own, place, merged, frozenset({place.location}))
        inherited = {item.name for item in self._all_fields(definition.type)}
        changed = inherited & (merged.properties.keys() | set(merged.required))
        if merged.unions or merged.extra or changed or (merged.types or ["object"]) != ["object"]:
            return None
        if not merged.properties:
            return base if not own.keys() - {"type"} else None
        return Object(fields=self._fields(merged), base=base)

    def _all_fields(self, object_: Object) -> tuple[Field, ...]:
        if object_.base is None:
            return object_.fields
        base = deref(object_.base, self._context.definitions)
        return (*self._all_fields(base), *object_.fields) if isinstance(base, Object) else object_.fields

    def _merge(self, node: Any, place: Place, merged: Merged, trail: frozenset[Location]) -> None:
        """Add what one part of an allOf says; `trail` holds the references that led here, against cycles."""
        if len(trail) > MAX_MERGE_DEPTH:
            self._context.record(
                "deep-all-of", "allOf is nested too deeply; the rest is left out", place.location
            )
            return
        schema = self._spell(node, place)
        if "$ref" in schema:
            resolved = self._context.resolve({"$ref": schema["$ref"]}, place.location)
            if resolved.location not in trail and resolved.location != place.location:
                self._merge(resolved.node, root_place(resolved.location), merged, trail | {resolved.location})
        for index, part in enumerate(schema.get("allOf", ())):
            self._merge(
                part, place.down("allOf", index), merged, trail | {place.location.child("allOf", index)}
            )
        self._merge_types(schema, merged)
        for name, property_ in sorted(schema.get("properties", {}).items()):
            placed = Placed(property_, place.down("properties", name, step=name))
            merged.properties.setdefault(name, []).append(placed)
        merged.required += [name for name in schema.get("required", ()) if name not in merged.required]
        self._merge_extra(schema, place, merged)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                variants = [
                    Placed(variant, place.down(keyword, index, step=_label(variant, index)))
                    for index, variant in enumerate(schema[keyword])
                ]
                merged.unions.append((variants, schema.get("discriminator")))
        for key in schema.keys() - {"properties", "required", "allOf", "oneOf", "anyOf", "type", "$ref"}:
            if _restricts(key) and key not in {"additionalProperties", "patternProperties"}:
                merged.keywords[key] = (schema[key], place)

    def _merge_types(self, schema: dict[str, Any], merged: Merged) -> None:
        merged.nullable = merged.nullable or schema.get("nullable") is True
        types = schema.get("type")
        if types is not None:
            common = [name for name in merged.types or types if name in types]
            if not common and set(types) | set(merged.types or ()) <= {"integer", "number"}:
                common = ["integer"]
            merged.types = common or merged.types

    def _merge_extra(self, schema: dict[str, Any], place: Place, merged: Merged) -> None:
        patterns = schema.get("patternProperties", {})
        if patterns:
            nodes = [patterns[pattern] for pattern in sorted(patterns)]
            merged.extra = Placed(
                {"anyOf": nodes} if len(nodes) > 1 else nodes[0], place.down("patternProperties", step="{}")
            )
            message = "the names that 'patternProperties' asks for are not checked"
            self._context.record("pattern-properties", message, place.location.child("patternProperties"))
        extra = schema.get("additionalProperties")
        if isinstance(extra, dict) and extra:
            merged.extra = Placed(extra, place.down("additionalProperties", step="{}"))
        elif extra is False:
            merged.closed = True

    def _shape_of_merged(self, merged: Merged, place: Place) -> Type:
        if merged.unions:
            return self._shape_of_distributed(merged, place)
        if merged.properties or (merged.types or ["object"]) == ["object"]:
            if not merged.properties and not merged.types and merged.keywords:
                return self._shape_of_scalars(merged, place)
            return self._shape_of_object(merged)
        return self._shape_of_scalars(merged, place)

    def _shape_of_scalars(self, merged: Merged, place: Place) -> Type:
        """Return the type of an allOf whose parts are no objects: their keywords hold together."""
        schema = {key: value for key, (value, _) in sorted(merged.keywords.items())}
        if merged.types:
            schema["type"] = merged.types
        where = next(
            (found for key, (_, found) in sorted(merged.keywords.items()) if key in {"items", "prefixItems"}),
            place,
        )
        if schema.get("type") == ["object"]:
            return Map(Anything())
        return self._shape_of(schema, where)

    def _shape_of_object(self, merged: Merged) -> Type:
        extra = None if merged.extra is None else self.lower(merged.extra.node, merged.extra.place)
        if not merged.properties:
            return Map(Anything() if extra is None else extra)
        return Object(fields=self._fields(merged), extra=extra)

    def _fields(self, merged: Merged) -> tuple[Field, ...]:
        rank = {name: index for index, name in enumerate(merged.required)}
        names = sorted(merged.properties, key=lambda name: (rank.get(name, len(rank)), name))
        return tuple(self._field(name, merged.properties[name], required=name in rank) for name in names)

    def _field(self, name: str, declarations: list[Placed], *, required: bool) -> Field:
        declared = declarations[-1]
        if len(declarations) > 1 and any(item.node != declared.node for item in declarations):
            parts = [item.node for item in declarations]
            restricting = [item for item in declarations if not _only_annotates(item.node)]
            if len(restricting) == 1:
                declared = restricting[0]
            else:
                declared = Placed({"allOf": parts}, declared.place)
        type_ = self.lower(declared.node, declared.place)
        hints = [item.node for item in reversed(declarations) if isinstance(item.node, dict)]
        description = next((text(node.get("description")) for node in hints if node.get("description")), "")
        schema = spell(declared.node, declared.place.location, [])
        read_only = any(node.get("readOnly") is True for node in hints)
        write_only = any(node.get("writeOnly") is True for node in hints)
        return Field(
            name=name,
            type=type_,
            required=required,
            access="read" if read_only else "write" if write_only else "both",
            description=description,
            deprecated=any(node.get("deprecated") is True for node in hints),
            default=default_of(schema),
            notes=constraints(schema),
        )

    def _shape_of_distributed(self, merged: Merged, place: Place) -> Type:
        """Return the union of an object's variants, each with the object's own properties."""
        (variants, discriminator), *further = merged.unions
        if further:
            message = (
                "only the first of several oneOf/anyOf is told apart; the others add optional properties"
            )
            self._context.record("several-unions", message, place.location)
        if all(_only_requires(variant.node) for variant in variants):
            bare = replace(merged, unions=[])
            message = "which of the properties are required together is not checked"
            self._context.record("required-variants", message, place.location)
            return self._shape_of_merged(bare, place)
        base = not merged.properties and merged.extra is None and not further
        if base:
            return self._union_of(variants, discriminator, place)
        if len(variants) > MAX_VARIANTS:
            self._context.record(
                "many-variants", "too many variants to combine; any value is accepted", place.location
            )
            return Anything()
        lowered: list[Type] = []
        for index, variant in enumerate(variants):
            one = replace(
                merged,
                unions=[],
                properties={name: list(found) for name, found in merged.properties.items()},
                required=list(merged.required),
                keywords=dict(merged.keywords),
            )
            self._merge(variant.node, variant.place, one, frozenset({place.location}))
            for extra_variants, _ in further:
                for extra_variant in extra_variants:
                    optional = Merged()
                    self._merge(
                        extra_variant.node, extra_variant.place, optional, frozenset({place.location})
                    )
                    for name, found in optional.properties.items():
                        one.properties.setdefault(name, found)
            one.unions = []
            where = place.down("variants", index, step=_label(variant.node, index))
            type_ = self._shape_of_merged(one, where)
            if isinstance(type_, Object):
                self._store(type_, spell(variant.node, variant.place.location, []), where, component=False)
                type_ = Reference(where.location)
            lowered.append(type_)
        found = (
            self._discriminator(discriminator, variants, place) if isinstance(discriminator, dict) else None
        )
        return union(lowered, found)


def nullable(type_: Type) -> Type:
    """Return the type that also holds null."""
    return type_ if isinstance(type_, Nullable | Null | Anything) else Nullable(type_)


def union(variants: list[Type], discriminator: Discriminator | None = None) -> Type:
    """Return the union of types: null taken out and set around it, equal ones once, nothing beside any value."""
    holds_null = any(isinstance(variant, Null | Nullable) for variant in variants)
    plain = [without_null(variant) for variant in variants if not isinstance(variant, Null | Never)]
    distinct = list(dict.fromkeys(plain))
    type_: Type
    if not distinct:
        type_ = Null() if holds_null else Never()
    elif any(isinstance(variant, Anything) for variant in distinct):
        type_ = Anything()
    elif len(distinct) == 1:
        type_ = distinct[0]
    else:
        positions = [
            distinct.index(without_null(v)) if not isinstance(v, Null | Never) else -1 for v in variants
        ]
        if discriminator is not None:
            mapping = tuple((value, positions[index]) for value, index in discriminator.mapping)
            discriminator = Discriminator(discriminator.property, mapping)
        type_ = Union(tuple(distinct), discriminator)
    return nullable(type_) if holds_null else type_


def default_of(schema: dict[str, Any]) -> str | None:
    """Return the documented default as JSON text."""
    if "default" not in schema:
        return None
    return json.dumps(schema["default"], ensure_ascii=False, sort_keys=True)


def _implied_types(schema: dict[str, Any]) -> list[str]:
    """Return the types that a schema without `type` speaks of by its keywords."""
    if {"properties", "additionalProperties", "patternProperties", "required"} & schema.keys():
        return ["object"]
    if {"items", "prefixItems"} & schema.keys():
        return ["array"]
    return []


def _restricts(key: str) -> bool:
    return key not in ANNOTATIONS and not key.startswith("x-")


def _restricting(node: Any) -> set[str]:
    return {key for key in node if _restricts(key)} if isinstance(node, dict) else set()


def _only_annotates(node: Any) -> bool:
    return isinstance(node, dict) and not _restricting(node) and node.get("nullable") is not True


def _only_requires(node: Any) -> bool:
    return isinstance(node, dict) and _restricting(node) <= {"required", "type", "not"} and "required" in node


def _label(node: Any, index: int) -> str:
    """Return the word that names a variant: its title, else its place."""
    title = node.get("title") if isinstance(node, dict) else None
    return title if isinstance(title, str) and title.strip() else f"variant {index + 1}"
