"""What a schema means: the one place that knows allOf, oneOf, null, enum and their company.

`Schemas.lower` gives the type of a schema where it is used: a definition of its own becomes a `Reference`.
`Schemas.define` makes the definition of a schema that the document names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Definition,
    Encoded,
    Enum,
    Evidence,
    Field,
    Map,
    Never,
    Null,
    Nullable,
    Object,
    Reference,
    Tuple,
    Type,
    Union,
)
from generator.lowering.context import Context, Place, root_place
from generator.lowering.declarations import annotating, described, marks_of, notes_of, telling
from generator.lowering.generics import filled
from generator.lowering.hints import hints_of
from generator.lowering.keywords import (
    implied_types,
    is_null,
    only_annotates,
    only_requires,
    restricting,
    said,
    spelled,
    typed,
)
from generator.lowering.merging import Alternatives, Merged, Merger, Placed, placed_variants
from generator.lowering.narrowing import NARROWING, has_other_types, narrowed, narrows, says_all, together
from generator.lowering.notes import text
from generator.lowering.scalars import (
    holds_json,
    lower_const,
    lower_enum,
    lower_integer,
    lower_number,
    lower_string,
)
from generator.lowering.subtypes import Derived, derived_schemas, subtypes_of
from generator.lowering.unions import nullable, stated_discriminator, union
from generator.reading.dialect import restricts, spell
from generator.reading.nodes import is_mapping
from generator.type_tree import deref, without_null

# Keywords that say more of a schema than its type.
COMPOSING = frozenset({"$dynamicRef", "const", "allOf", "oneOf", "anyOf", "enum"})
MAX_VARIANTS = 64
MAX_NESTED_UNIONS = 3


class Schemas:
    """Lowers schemas into types, collecting definitions in the context."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._defining: set[Location] = set()
        self._making: dict[Location, dict[str, Any]] = {}
        self._waiting: dict[Location, Any] = {}
        self._lowering: set[Location] = set()
        self._recursive: set[Location] = set()
        self._merging: dict[tuple[int, ...], Location] = {}

    # --- named schemas ---

    def reference(self, location: Location, node: Any) -> Reference:
        """Return a reference to a named schema; `finish` makes its definition when it is new."""
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
        schema = spelled(node, place, self._context)
        self._making[place.location] = schema
        type_ = self._shape(schema, place)
        del self._making[place.location]
        if "discriminator" in schema and not {"oneOf", "anyOf"} & schema.keys():
            type_ = self._with_subtypes(type_, schema["discriminator"], place)
        self._store(type_, schema, place, component=component)

    def _with_subtypes(self, type_: Type, discriminator: Any, place: Place) -> Type:
        """Return an object together with those that derive from it; they are wanted wherever it is."""
        inner = without_null(type_)
        if not isinstance(inner, Object):
            return type_
        subtypes, schemas = subtypes_of(discriminator, self._derived_schemas, place, self._context)
        for item in schemas:
            self.reference(item.location, item.node)
        object_ = replace(inner, subtypes=subtypes)
        return Nullable(object_) if isinstance(type_, Nullable) else object_

    @cached_property
    def _derived_schemas(self) -> Mapping[Location, Sequence[Derived]]:
        return derived_schemas(self._context)

    def _store(self, type_: Type, schema: dict[str, Any], place: Place, *, component: bool) -> None:
        self._defining.add(place.location)
        definition = Definition(
            location=place.location,
            type=type_,
            origin=place.origin,
            home=place.home,
            component=component,
            title=text(said(schema, "title")),
            description=text(said(schema, "description")),
            deprecated=schema.get("deprecated") is True,
            hints=hints_of(schema),
        )
        self._context.define(definition)

    # --- schemas in place ---

    def lower(self, node: Any, place: Place) -> Type:
        """Return the type of a schema where it is used."""
        if place.location in self._defining:
            return Reference(place.location)
        if place.location in self._lowering:
            # An allOf inside of what it extends comes back to itself: what stands there needs a name.
            self._recursive.add(place.location)
            return Reference(place.location)
        self._lowering.add(place.location)
        schema = spelled(node, place, self._context)
        type_ = self._shape(schema, place)
        self._lowering.discard(place.location)
        return self._with_name(type_, schema, place)

    def _lower_together(self, parts: list[Placed], place: Place) -> Type:
        """Return the type of what several schemas say together.

        Args:
            parts: the schemas, each in its own place.
            place: the place of the whole.
        """
        if place.location in self._defining:
            return Reference(place.location)
        key = tuple(id(part.node) for part in parts)
        if key in self._merging:
            # They are being put together already: what stands there needs a name.
            self._recursive.add(self._merging[key])
            return Reference(self._merging[key])
        self._merging[key] = place.location
        type_ = self._shape_of_parts(parts, {}, place)
        del self._merging[key]
        return self._with_name(type_, {"allOf": [part.node for part in parts]}, place)

    def _with_name(self, type_: Type, schema: dict[str, Any], place: Place) -> Type:
        """Return a type as it is used: one that wants a name becomes a definition."""
        inner = without_null(type_)
        if place.location not in self._recursive and not self._wants_name(inner):
            return type_
        # With its null, for it may be used again where only its name is known: as a part of an allOf.
        self._store(type_, schema, place, component=False)
        named = Reference(place.location)
        return Nullable(named) if isinstance(type_, Nullable) else named

    def _wants_name(self, type_: Type) -> bool:
        match type_:
            case Object() | Enum():
                return True
            case Union(variants=variants):
                return any(self._is_object(variant) for variant in variants)
            case _:
                return False

    def _is_object(self, type_: Type) -> bool:
        if not isinstance(type_, Reference):
            return isinstance(type_, Object)
        definition = self._definition(type_.target)
        if definition is None:
            return _will_be_object(self._making.get(type_.target, {}))
        return isinstance(without_null(definition.type), Object | Union)

    # --- one schema ---

    def _shape(self, schema: dict[str, Any], place: Place) -> Type:
        """Return the type of a schema without giving that type itself a name."""
        if "$defs" in schema:
            schema = filled(schema, place, self._context)
        type_ = self._shape_of_reference(schema, place) if "$ref" in schema else self._shape_of(schema, place)
        return nullable(type_) if schema.get("nullable") else type_

    def _shape_of_reference(self, schema: dict[str, Any], place: Place) -> Type:
        siblings = {key: value for key, value in schema.items() if key != "$ref" and restricts(key)}
        if siblings.keys() - {"type"}:
            parts = [Placed({"$ref": schema["$ref"]}, place), Placed(siblings, place)]
            return self._shape_of_parts(parts, {}, place)
        resolved = self._context.resolve_schema(schema["$ref"], place.location)
        if resolved.location == place.location:  # it could not be resolved; the error is kept
            return Anything()
        return self.reference(resolved.location, resolved.node)

    def _shape_of_dynamic(self, schema: dict[str, Any], place: Place) -> Type:
        """Return the type of a hole that nobody fills: what its anchor names there, else any value."""
        message = "what another schema may put in place of '$dynamicRef' is not looked for"
        self._context.record("dynamic-reference", message, place.location.child("$dynamicRef"))
        found = self._context.try_resolve_schema({"$ref": schema["$dynamicRef"]}, place.location)
        return Anything() if found is None else self.reference(found.location, found.node)

    def _shape_of(self, schema: dict[str, Any], place: Place) -> Type:
        types = schema.get("type") or implied_types(schema)
        if len(types) == 1 and COMPOSING.isdisjoint(schema):  # as most schemas
            return self._shape_of_type(types[0], schema, place)
        if "$dynamicRef" in schema:
            return self._shape_of_dynamic(schema, place)
        if "allOf" in schema and "const" not in schema:
            return self._shape_of_all_of(schema, place)
        if "oneOf" in schema or "anyOf" in schema:
            return self._shape_of_variants(schema, place)
        if "const" in schema:
            return lower_const(schema["const"], place, self._context)
        if "enum" in schema:
            return lower_enum(schema, place, self._context)
        shapes = [self._shape_of_type(name, schema, place) for name in types]
        if not shapes:
            return Never() if schema.get("not") == {} else Anything()
        return union([self._named(shape, place.down("type", step="object")) for shape in shapes])

    def _named(self, shape: Type, place: Place) -> Type:
        """Return one of the types that a schema allows; an object among them gets a name."""
        if not isinstance(shape, Object):
            return shape
        self._store(shape, {}, place, component=False)
        return Reference(place.location)

    def _shape_of_type(self, name: str, schema: dict[str, Any], place: Place) -> Type:
        match name:
            case "string" if holds_json(schema):
                return Encoded(self.lower(schema["contentSchema"], place.down("contentSchema")))
            case "string":
                return lower_string(schema)
            case "integer":
                return lower_integer(schema)
            case "number":
                return lower_number(schema)
            case "boolean":
                return Boolean()
            case "array":
                return self._shape_of_array(schema, place)
            case _:
                # Of several types this one alone: with the others it would come back here.
                return self._shape_of_all_of({**schema, "type": ["object"]}, place)

    def _shape_of_array(self, schema: dict[str, Any], place: Place) -> Type:
        prefix = schema.get("prefixItems")
        rest = schema.get("items", True)
        if prefix is None:
            return Array(self.lower(rest, place.down("items", step="[]")))
        if rest is True and schema.get("maxItems") != len(prefix):
            message = "a list with other items behind these is kept as it comes, and nothing is said of them"
            self._context.record("open-tuple", message, place.location.child("prefixItems"))
        if isinstance(rest, bool) and (schema.get("minItems") or 0) < len(prefix):
            message = "a list with fewer items than these is kept as it comes"
            self._context.record("short-tuple", message, place.location.child("prefixItems"))
        items = [
            self.lower(item, place.down("prefixItems", index, step=f"item {index + 1}"))
            for index, item in enumerate(prefix)
        ]
        return Tuple(
            tuple(items), None if rest is False else self.lower(rest, place.down("items", step="[]"))
        )

    # --- unions ---

    def _shape_of_variants(self, schema: dict[str, Any], place: Place) -> Type:
        """Return the type of a schema with oneOf or anyOf; beside what narrows it, it is an allOf of them."""
        keywords = [keyword for keyword in ("oneOf", "anyOf") if keyword in schema]
        if len(keywords) > 1 or not NARROWING.isdisjoint(schema):
            return self._shape_of_all_of(schema, place)
        variants = placed_variants(schema, keywords[0], place)
        alternatives = Alternatives(variants, schema.get("discriminator"))
        return self._union_of(alternatives, schema.get("type"), place)

    def _union_of(self, alternatives: Alternatives, types: list[str] | None, place: Place) -> Type:
        """Return the union of variants; `types` is what stands beside them, for those that name no type."""
        found = alternatives
        if types is not None:
            beside = Merged(types=types, unions=[alternatives])
            found = narrowed(alternatives, beside, place, self._context)
            if any(has_other_types(variant, beside, place, self._context) for variant in found.variants):
                return self._union_of_narrowed(alternatives, found, beside, place)
        if found.sole is not None:
            only = Place(found.sole.place.location, place.origin, place.home)
            schema = spelled(typed(found.sole.node, types), only, self._context)
            type_ = self._shape(schema, only)
            return nullable(type_) if found.has_null else type_
        lowered = [
            self.lower(typed(variant.node, types), variant.place) if variant in found.variants else Never()
            for variant in alternatives.variants
        ]
        return self._told_apart(lowered, alternatives, place)

    def _told_apart(self, lowered: list[Type], alternatives: Alternatives, place: Place) -> Type:
        found = stated_discriminator(alternatives.discriminator, alternatives.variants, place, self._context)
        return union(lowered, found)

    # --- allOf and objects ---

    def _shape_of_all_of(self, schema: dict[str, Any], place: Place) -> Type:
        parts = [
            Placed(part, place.down("allOf", index)) for index, part in enumerate(schema.get("allOf", ()))
        ]
        own = {key: value for key, value in schema.items() if key != "allOf" and restricts(key)}
        if "discriminator" in schema and {"oneOf", "anyOf"} & own.keys():
            own["discriminator"] = schema["discriminator"]
        return self._shape_of_parts(parts, own, place)

    def _shape_of_parts(self, parts: list[Placed], own: dict[str, Any], place: Place) -> Type:
        """Return the type of what several schemas say together.

        Args:
            parts: the schemas, each in its own place.
            own: what stands beside them.
            place: the place of the whole.
        """
        telling = [part for part in parts if part.node is not True and not only_annotates(part.node)]
        if len(telling) == 1 and not own.keys() - {"type"}:
            (only,) = telling
            return self._shape(spelled(only.node, only.place, self._context), only.place)
        derived = self._derived(telling, own, place) if telling else None
        if derived is not None:
            return derived
        merged = self._merged(parts, own, place)
        type_ = self._shape_of_merged(merged, place)
        return nullable(type_) if merged.nullable and not own else type_

    def _derived(self, parts: list[Placed], own: dict[str, Any], place: Place) -> Type | None:
        """Return an object that inherits from its one named part, where nothing of that part is changed."""
        named = [part for part in parts if is_mapping(part.node) and "$ref" in part.node]
        if len(named) != 1 or restricting(named[0].node) - {"$ref"}:
            return None
        resolved = self._context.resolve_schema(named[0].node["$ref"], named[0].place.location)
        if resolved.location in {place.location, place.home}:
            return None
        base = self.reference(resolved.location, resolved.node)
        definition = self._definition(resolved.location)
        if definition is None or not isinstance(definition.type, Object) or definition.type.extra is not None:
            return None
        merged = self._merged([part for part in parts if part is not named[0]], own, place)
        if self._changes(merged, definition.type):
            return None
        if not merged.properties and own.keys() - {"type"}:
            return None
        type_ = Object(fields=self._fields(merged, place), base=base) if merged.properties else base
        return nullable(type_) if merged.nullable and not own else type_

    def _merged(self, parts: list[Placed], own: dict[str, Any], place: Place) -> Merged:
        """Return what the parts of a whole, and what stands beside them, say together."""
        merged = Merged()
        merger = Merger(self._context, merged)
        for part in (*parts, Placed(own, place)):
            merger.add(part.node, part.place, frozenset({place.location, part.place.location}))
        return merged

    def _changes(self, merged: Merged, base: Object) -> bool:
        """Tell whether what is added to a base is more than further properties."""
        inherited = {item.name for item in self._all_fields(base)}
        said_again = inherited & {*merged.properties, *merged.required}
        beyond = merged.unions or merged.extra is not None or merged.types not in (None, ["object"])
        return bool(said_again or beyond)

    def _all_fields(self, object_: Object) -> tuple[Field, ...]:
        if object_.base is None:
            return object_.fields
        base = deref(object_.base, self._context.definitions)
        return (*self._all_fields(base), *object_.fields) if isinstance(base, Object) else object_.fields

    def _shape_of_merged(self, merged: Merged, place: Place) -> Type:
        if merged.unions:
            return self._shape_of_distributed(merged, place)
        for conflict in merged.conflicts:
            self._context.record(conflict.code, conflict.message, conflict.location)
        types = merged.types or []
        if merged.properties and "object" in types and len(types) > 1:
            shapes = [self._shape_of_merged(replace(merged, types=[name]), place) for name in types]
            return union([self._named(shape, place.down("type", step="object")) for shape in shapes])
        says_scalar = not types and not merged.properties and merged.keywords
        if says_scalar or (types and types != ["object"] and "object" not in types):
            return self._shape_of_scalars(merged, place)
        if merged.properties or len(types) < 2:  # noqa: PLR2004 - with others, it is a map among them
            return self._shape_of_object(merged, place)
        return self._shape_of_scalars(merged, place)

    def _shape_of_scalars(self, merged: Merged, place: Place) -> Type:
        """Return the type of an allOf whose parts are no objects: their keywords hold together."""
        if merged.types == ["object"]:
            return Map(Anything())
        keywords = dict(sorted(merged.keywords.items()))
        schema = {key: said.node for key, said in keywords.items()}
        if merged.types:
            schema["type"] = merged.types
        items = (said.place for key, said in keywords.items() if key in {"items", "prefixItems"})
        return self._shape_of(schema, next(items, place))

    def _shape_of_object(self, merged: Merged, place: Place) -> Type:
        extra = None if merged.extra is None else self.lower(merged.extra.node, merged.extra.place)
        for name in merged.required:
            if name not in merged.properties:
                message = f"the required property {name!r} is not declared; it is kept, but has no field"
                self._context.record("undeclared-required", message, place.location.child("required"))
        if not merged.properties:
            takes_none = merged.closed and not merged.required
            return Map(extra if extra is not None else Never() if takes_none else Anything())
        return Object(fields=self._fields(merged, place), extra=extra)

    def _fields(self, merged: Merged, place: Place) -> tuple[Field, ...]:
        rank = {name: index for index, name in enumerate(merged.required)}
        names = sorted(merged.properties, key=lambda name: (rank.get(name, len(rank)), name))
        fields = (self._field(name, merged.properties[name], place, required=name in rank) for name in names)
        return tuple(self._demanded(item, place) if item.name in merged.demanded else item for item in fields)

    def _demanded(self, item: Field, place: Place) -> Field:
        """Return a field that a request requires itself, which is sent although it is readOnly elsewhere."""
        if item.access != "read":
            return item
        evidence = Evidence(
            subject=place.location,
            topic="shape",
            conclusion=f"requests have '{item.name}' too, though readOnly",
            because="the request requires it itself",
        )
        self._context.evidence.append(evidence)
        return replace(item, access="both")

    def _field(self, name: str, declarations: list[Placed], whole: Place, *, required: bool) -> Field:
        """Return a field.

        Args:
            name: the name of the property.
            declarations: what the parts of the object say about it.
            whole: the place of the object.
            required: whether it is always present.
        """
        type_ = self._type_of_field(name, telling(declarations), whole)
        hints = annotating(declarations)
        default, notes = notes_of(declarations)
        marks = marks_of(hints)
        return Field(
            name=name,
            type=type_,
            required=required,
            access="read" if "readOnly" in marks else "write" if "writeOnly" in marks else "both",
            description=described(hints),
            deprecated="deprecated" in marks,
            default=default,
            notes=notes,
            location=declarations[-1].place.location,
            hints=hints_of(*hints),
        )

    def _type_of_field(self, name: str, declared: list[Placed], whole: Place) -> Type:
        if len(declared) == 1:
            return self.lower(declared[0].node, declared[0].place)
        # What several parts say of a property is true of this object alone. So it never has the place of a
        # part that other objects share.
        own = [item.place for item in declared if whole.location.holds(item.place.location)]
        place = own[-1] if own else whole.down("properties", name, step=name)
        return self._lower_together(declared, place)

    # --- objects with variants ---

    def _shape_of_distributed(self, merged: Merged, place: Place) -> Type:
        """Return the union of an object's variants, each with the object's own properties."""
        first, *further = merged.unions
        if further:
            message = "only the first of several oneOf/anyOf is told apart; "
            message += "the others add optional properties"
            self._context.record("several-unions", message, place.location)
        if all(only_requires(variant.node) for variant in first.variants):
            message = "which of the properties are required together is not checked"
            self._context.record("required-variants", message, place.location)
            return self._shape_of_merged(replace(merged, unions=[]), place)
        if not narrows(merged) and not further:
            return self._union_of(first, merged.types, place)
        if len(first.variants) > MAX_VARIANTS or merged.depth > MAX_NESTED_UNIONS:
            message = "too many variants to combine; any value is accepted"
            self._context.record("many-variants", message, place.location)
            return Anything()
        found = narrowed(first, merged, place, self._context)
        return self._union_of_narrowed(first, found, merged, place)

    def _union_of_narrowed(
        self, alternatives: Alternatives, found: Alternatives, merged: Merged, place: Place
    ) -> Type:
        """Return the union of variants, each with what is said beside them.

        Args:
            alternatives: the variants.
            found: those of them that can hold.
            merged: what is said beside them.
            place: the place of the whole.
        """
        if found.sole is not None:
            type_ = self._shape_of_variant(found.sole, merged, place, place)
            return nullable(type_) if found.has_null else type_
        lowered = [
            self._variant(variant, merged, place, place.down("variants", index, step=variant.label))
            if variant in found.variants
            else Never()
            for index, variant in enumerate(alternatives.variants)
        ]
        return self._told_apart(lowered, alternatives, place)

    def _variant(self, variant: Placed, merged: Merged, whole: Place, place: Place) -> Type:
        """Return a variant with the properties of the object that it is a variant of, under a name.

        Args:
            variant: the schema of the variant.
            merged: what the object says itself.
            whole: the place of the object.
            place: the place of the two together.
        """
        if is_null(variant.node):
            return Null()
        type_ = self._shape_of_variant(variant, merged, whole, place)
        return self._with_name(type_, spell(variant.node, variant.place.location, []), place)

    def _shape_of_variant(self, variant: Placed, merged: Merged, whole: Place, place: Place) -> Type:
        """Return what a variant and the object say together; the variant itself where it says it all."""
        if len(merged.unions) == 1 and says_all(variant, merged, whole, self._context):
            return self.lower(variant.node, variant.place)
        one = together(variant, merged, whole, self._context)
        for further in merged.unions[1:]:
            for other in further.variants:
                optional = together(other, Merged(), whole, self._context)
                for name, found in optional.properties.items():
                    one.properties.setdefault(name, found)
        return self._shape_of_merged(one, place)


def _will_be_object(schema: dict[str, Any]) -> bool:
    """Whether a definition that is being made will be an object or a union, as far as it says so itself.

    What has a name must not depend on which schema of a circle came first.
    """
    types = schema.get("type") or implied_types(schema)
    return types == ["object"] or len(types) > 1 or not COMPOSING.isdisjoint(schema) or "$ref" in schema
