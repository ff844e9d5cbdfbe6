"""The plan of `models/`: a module for each home, its definitions in the order that they need."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from graphlib import CycleError

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Const,
    Definition,
    Enum,
    Field,
    Map,
    Never,
    Nullable,
    Object,
    Reference,
    Type,
    Union,
)
from generator.python.identifiers import NOTHING, allocate, constant, snake
from generator.python.naming import Names
from generator.python.naming.reserved import FIELDS, MEMBERS
from generator.python.text.prose import WIDTH, docstring, fact, literal, prose, summary_end, wrap
from generator.python.types.annotations import Annotator, Imports, deprecation, or_none
from generator.python.types.members import member_names
from generator.python.types.unions import named, tagged
from generator.python.views import AliasView, ClassView, EnumView, FieldView, MixinView, ModelModuleView
from generator.type_graph import in_order
from generator.type_tree import allows_null, deref, fields_of, references_of, without_null
from generator.words import kept

# How many models a module's docstring names.
SHOWN = 3
# What in prose stands before a default: "Defaults to", "default: ", "The default value is ".
SAYS_DEFAULT = r"\bdefault(?:s|ed)?(?:\s+value)?(?:\s+(?:is|to|of|as)\b)?[\s:=(\"'`*]*"


@kept
def camel(name: str) -> str:
    """Return the wire name that `CamelModel` gives a field; it mirrors templates/_runtime/model.py."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


class Models:
    """Plans all model modules of a package."""

    def __init__(
        self, definitions: Mapping[Location, Definition], names: Names, sent: frozenset[Location]
    ) -> None:
        """Plan the models.

        Args:
            definitions: what there is.
            names: what it is called.
            sent: the definitions that may be part of a request body.
        """
        self._definitions = definitions
        self._names = names
        self._sent = sent
        self._fields: dict[Location, dict[str, str]] = {}
        self._references: dict[Location, set[Location]] = {}

    def modules(self) -> tuple[ModelModuleView, ...]:
        """Return the modules, sorted by name."""
        grouped: dict[str, list[Location]] = defaultdict(list)
        for location in self._definitions:
            grouped[self._names.models[location].module].append(location)
        return tuple(self._module(module, grouped[module]) for module in sorted(grouped))

    def fields_of(self, location: Location) -> Mapping[str, str]:
        """Return the Python name of each field of an object, inherited ones too, by wire name."""
        if location not in self._fields:
            object_ = without_null(self._definitions[location].type)
            assert isinstance(object_, Object)
            base = self._base(object_)
            inherited = dict(self.fields_of(base)) if base is not None else {}
            wanted = {item.name: snake(item.name, fallback="field") for item in object_.fields}
            # A field must not hide a class that annotations after it use.
            hiding = self._class_names.intersection(wanted.values())
            reserved = FIELDS | hiding
            own = allocate(
                wanted.items(),
                reserved=reserved,
                taken=set(inherited.values()),
                before=self._names.committed.fields.get(self._names.models[location].name, NOTHING),
            )
            self._fields[location] = inherited | own
        return self._fields[location]

    @cached_property
    def _class_names(self) -> frozenset[str]:
        return frozenset(name.name for name in self._names.models.values())

    def _base(self, object_: Object) -> Location | None:
        if object_.base is None:
            return None
        location = object_.base.target
        while isinstance(self._definitions[location].type, Reference):
            target = self._definitions[location].type
            assert isinstance(target, Reference)
            location = target.target
        return location

    # --- modules ---

    def _module(self, module: str, locations: list[Location]) -> ModelModuleView:
        imports = Imports(taken=self._class_names)
        annotator = Annotator(self._names.models, self._definitions, imports, here=module)
        members: list[ClassView | EnumView | AliasView] = []
        undefined = set(locations)
        for location in self._order(locations):
            members.append(self._member(location, annotator, undefined))
            undefined.remove(location)
        homes = sorted({self._definitions[location].home for location in locations})
        return ModelModuleView(
            module=module,
            docstring=tuple(docstring([self._module_summary(homes, locations)])),
            imports=imports.lines(),
            members=tuple(members),
        )

    def _module_summary(self, homes: list[Location], locations: list[Location]) -> str:
        roots = [self._names.models[home].name for home in homes if home in self._names.models]
        if not roots:
            roots = [self._names.models[location].name for location in locations]
        shown = ", ".join(roots[:SHOWN]) + (" and others" if len(roots) > SHOWN else "")
        return f"{'Model' if len(roots) == 1 else 'Models'}: {shown}."

    def _order(self, locations: list[Location]) -> list[Location]:
        """Return definitions so that bases and parts of aliases come first, then children before parents."""
        if len(locations) == 1:
            return locations
        inside = set(locations)
        needs: dict[Location, set[Location]] = {}
        for location in locations:
            type_ = without_null(self._definitions[location].type)
            hard = self._hard_needs(type_)
            needs[location] = hard & inside - {location}
        soft = {
            location: needs[location] | (self._references_of(location) & inside - {location})
            for location in locations
        }
        return _try_order(soft) or _try_order(needs) or sorted(locations)

    def _references_of(self, location: Location) -> set[Location]:
        if location not in self._references:
            self._references[location] = references_of(self._definitions[location].type)
        return self._references[location]

    def _hard_needs(self, type_: Type) -> set[Location]:
        if isinstance(type_, Object):
            base = self._base(type_)
            return {base} if base is not None else set()
        return references_of(type_)

    def _member(
        self, location: Location, annotator: Annotator, undefined: set[Location]
    ) -> ClassView | EnumView | AliasView:
        definition = self._definitions[location]
        type_ = without_null(definition.type)
        match type_:
            case Object() if not isinstance(definition.type, Nullable):
                return self._class(definition, type_, annotator, undefined)
            case Enum() if not isinstance(definition.type, Nullable):
                return self._enum(definition, type_, annotator)
            case _:
                return self._alias(definition, annotator, undefined)

    # --- classes ---

    def _class(
        self, definition: Definition, object_: Object, annotator: Annotator, undefined: set[Location]
    ) -> ClassView:
        names = self.fields_of(definition.location)
        base = self._base(object_)
        is_camel = self._is_camel(definition.location)
        if base is not None:
            parent = annotator.value(Reference(base))
        else:
            name = "CamelModel" if is_camel else "Model"
            parent = annotator.imports.add_aside(".._runtime.model", name)
        fields: list[FieldView] = []
        undefined = undefined & self._references_of(definition.location)
        for item in object_.fields:
            name = names[item.name]
            wire = camel(name) if is_camel else name
            annotation = _field_annotation(item, annotator, undefined)
            only = self._only_value(definition.location, item)
            fields.append(self._field(item, name, wire, annotation, only, annotator.imports))
        return ClassView(
            name=self._names.models[definition.location].name,
            base=parent,
            docstring=tuple(docstring(self._about(definition))),
            fields=tuple(fields),
            nullable=self._nullable(definition.location, object_, annotator),
            unsent=self._unsent(definition.location, object_, annotator),
            extra=_extra(object_, annotator, undefined),
            deprecated=self._deprecated(definition, annotator),
            mixin=self._mixin(definition.location, annotator.imports),
        )

    def _mixin(self, location: Location, imports: Imports) -> MixinView | None:
        """Return what people add to a model, imported."""
        mixin = self._names.mixins.get(location)
        if mixin is None:
            return None
        imports.add(f".._custom.{mixin.module}", mixin.name)
        imports.add(".._runtime.model", "require_mixin")
        return MixinView(name=mixin.name, path=f"_custom/{mixin.module}.py", fields=mixin.fields)

    def _is_camel(self, location: Location) -> bool:
        """Tell whether most wire names that differ from their fields' names are in camelCase."""
        object_ = without_null(self._definitions[location].type)
        assert isinstance(object_, Object)
        base = self._base(object_)
        if base is not None:
            return self._is_camel(base)
        names = self.fields_of(location)
        own = [(item.name, names[item.name]) for item in object_.fields]
        as_camel = sum(camel(name) == wire for wire, name in own)
        as_is = sum(name == wire for wire, name in own)
        return as_camel > as_is

    def _only_value(self, location: Location, item: Field) -> str | None:
        """Return the only value of a field that must be sent, as Python text."""
        inner = deref(item.type, self._definitions)
        if location not in self._sent or not item.required or not isinstance(inner, Const):
            return None
        # A number with a fraction is any number in Python.
        return None if isinstance(inner.value, float) else literal(inner.value)

    def _field(
        self, item: Field, name: str, wire: str, annotation: str, only: str | None, imports: Imports
    ) -> FieldView:
        """Return a field.

        Args:
            item: the field.
            name: its Python name.
            wire: the wire name that its class gives it of itself.
            annotation: what it holds where it is given.
            only: its only value, where it must be sent.
            imports: the imports of its module.
        """
        default = "None" if _is_optional(item) else only
        said: list[str] = []
        if wire != item.name:
            alias = literal(item.name)
            said += [f"validation_alias={alias}", f"serialization_alias={alias}"]
        if self._is_password(item):
            said.append("repr=False")
        if said:
            given = said if default is None else [f"default={default}", *said]
            default = f"{imports.add_aside('pydantic', 'Field')}({', '.join(given)})"
        lines = field_prose(item)
        return FieldView(
            name=name,
            annotation=annotation,
            default=default,
            docstring=tuple(docstring(lines)) if lines else (),
        )

    def _is_password(self, item: Field) -> bool:
        """Tell whether a field's value is to be hidden from view (OAS 3.0.4, 4.4), as logs show models."""
        hints, type_ = item.hints, without_null(item.type)
        while (hints is None or hints.format is None) and isinstance(type_, Reference):
            definition = self._definitions[type_.target]
            hints, type_ = definition.hints, without_null(definition.type)
        return hints is not None and hints.format is not None and hints.format.lower() == "password"

    def _nullable(self, location: Location, object_: Object, annotator: Annotator) -> str | None:
        """Return the set of optional fields that may be null: what came may be sent on as it is."""
        if not any(self._may_be_null(item) for item in object_.fields):
            return None
        annotator.imports.add("typing", "ClassVar")
        items = ", ".join(literal(name) for name in sorted(self._nullable_fields(location)))
        return f"frozenset({{{items}}})"

    def _unsent(self, location: Location, object_: Object, annotator: Annotator) -> str | None:
        """Return the set of fields that requests do not have, where a class does not inherit it."""
        unsent = self._unsent_fields(location)
        base = self._base(object_)
        if unsent == (frozenset() if base is None else self._unsent_fields(base)):
            return None
        annotator.imports.add("typing", "ClassVar")
        names = ", ".join(map(literal, sorted(unsent)))
        return f"frozenset({{{names}}})" if unsent else "frozenset()"

    def _unsent_fields(self, location: Location) -> frozenset[str]:
        """Return the fields that requests do not have, in the place of whose own class it may stand.

        What only comes is no part of any request, and has none.
        """
        request = self._requests.get(location)
        fields = self._all_fields(location)
        if request is None and location not in self._sent:
            object_ = without_null(self._definitions[location].type)
            base = self._base(object_) if isinstance(object_, Object) else None
            return frozenset() if base is None else self._unsent_fields(base)
        names = self.fields_of(location)
        of_request = fields if request is None else self._all_fields(request)
        sent = {item.name for item in of_request.values() if item.access != "read"}
        return frozenset(names[name] for name in fields if name not in sent)

    def _all_fields(self, location: Location) -> dict[str, Field]:
        """Return the fields of an object, inherited ones too, by wire names."""
        object_ = without_null(self._definitions[location].type)
        fields = fields_of(object_, self._definitions) if isinstance(object_, Object) else ()
        return {item.name: item for item in fields}

    @cached_property
    def _requests(self) -> dict[Location, Location]:
        """The definitions of what requests have, by those of what answers have of the same schema."""
        definitions = self._definitions.values()
        return {item.answer: item.location for item in definitions if item.answer is not None}

    def _nullable_fields(self, location: Location) -> set[str]:
        """Return the fields that may be null, inherited ones too."""
        object_ = without_null(self._definitions[location].type)
        assert isinstance(object_, Object)
        names = self.fields_of(location)
        own = {names[item.name] for item in object_.fields if self._may_be_null(item)}
        base = self._base(object_)
        return own if base is None else own | self._nullable_fields(base)

    def _may_be_null(self, item: Field) -> bool:
        return allows_null(item.type, self._definitions)

    # --- enums and aliases ---

    def _enum(self, definition: Definition, enum: Enum, annotator: Annotator) -> EnumView:
        base = "OpenStrEnum" if isinstance(enum.values[0], str) else "OpenIntEnum"
        annotator.imports.add(".._runtime.enums", base)
        wanted = enum.names or member_names(enum.values)
        pairs = [(str(value), constant(name)) for value, name in zip(enum.values, wanted, strict=True)]
        class_name = self._names.models[definition.location].name
        # What the document calls its members comes before what they were called.
        is_told = enum.names and not enum.is_hinted
        before = NOTHING if is_told else self._names.committed.members.get(class_name, NOTHING)
        names = allocate(pairs, reserved=MEMBERS, before=before)
        return EnumView(
            name=class_name,
            base=base,
            docstring=tuple(docstring(self._about(definition, "An open enum: other values are kept."))),
            members=tuple((names[str(value)], literal(value)) for value in enum.values),
            deprecated=self._deprecated(definition, annotator),
        )

    def _deprecated(self, definition: Definition, annotator: Annotator) -> str | None:
        if not definition.deprecated:
            return None
        annotator.imports.has_deprecated = True
        return deprecation(self._names.models[definition.location].name, annotator.imports)

    def _alias(self, definition: Definition, annotator: Annotator, undefined: set[Location]) -> AliasView:
        name = self._names.models[definition.location].name
        type_ = definition.type
        inner = without_null(type_)
        recursive = bool(self._references_of(definition.location) & undefined)
        annotator = replace(annotator, is_read_late=recursive)
        if isinstance(inner, Union) and inner.discriminator is not None:
            field = self._field_name(inner, inner.discriminator.property)
            text = tagged(inner, inner.discriminator, field, annotator)
            text += " | None" if isinstance(type_, Nullable) else ""
        elif isinstance(inner, Union) and inner.by_names:
            text = named(inner, annotator) + (" | None" if isinstance(type_, Nullable) else "")
        else:
            text = annotator.value(type_)
        if recursive:
            annotator.imports.add("typing_extensions", "TypeAliasType")
            statement = f"{name} = TypeAliasType({literal(name)}, {literal(text)})"
        else:
            annotator.imports.add("typing", "TypeAlias")
            statement = f"{name}: TypeAlias = {text}"
        return AliasView(name=name, statement=statement, docstring=tuple(docstring(self._about(definition))))

    def _field_name(self, union: Union, property_: str) -> str:
        for variant in union.variants:
            if isinstance(variant, Reference):
                location = variant.target
                if isinstance(without_null(self._definitions[location].type), Object):
                    found = self.fields_of(location).get(property_)
                    if found is not None:
                        return found
        return snake(property_, fallback="field")

    def _about(self, definition: Definition, fallback: str = "") -> list[str]:
        lines = prose(definition.description or definition.title)
        if not lines:
            lines = [fallback or self._origin(definition)]
        elif len(lines) == 1:
            lines = [summary_end(lines[0])]
        lines[0] = lines[0][:1].upper() + lines[0][1:]
        if definition.deprecated:
            lines += ["", "Deprecated."]
        return lines

    def _origin(self, definition: Definition) -> str:
        if definition.component:
            return fact(f"`{definition.origin.root}` of the document")
        step = definition.origin.steps[-1] if definition.origin.steps else ""
        owner = self._names.models.get(definition.home)
        of = f" of `{owner.name}`" if owner is not None else ""
        if step == "[]":
            return f"An item of a list{of}."
        if step == "{}":
            return f"A value of a map{of}."
        if step.startswith("response "):
            return fact(f"What a response with status {step.removeprefix('response ')} holds.")
        if step == "body":
            return "What a request sends."
        return fact(f"`{step}`{of}") if step else "A value."


def field_prose(item: Field, *, width: int | None = WIDTH - 10) -> list[str]:
    """Return what there is to say about a field: its description, then its default and constraints.

    Args:
        item: the field.
        width: the longest line; None leaves paragraphs to be wrapped later.
    """
    lines = prose(item.description, width=width)
    facts = list(item.notes)
    if _is_default_news(item):
        facts.append(f"default {item.default}")
    if item.access != "both":
        facts.append("only in responses" if item.access == "read" else "only in requests")
    if item.deprecated:
        facts.append("deprecated")
    if not facts:
        return lines
    text = fact("; ".join(facts))
    text = text[:1].upper() + text[1:]
    if len(lines) == 1 and (width is None or len(lines[0]) + len(text) < width - 2):
        return [f"{summary_end(lines[0])} {text}"]
    return [*lines, *([""] if lines else []), *(wrap(text, width) if width is not None else [text])]


def _is_default_news(item: Field) -> bool:
    """Tell whether a field may be left out, and its description does not say already what is taken then."""
    if item.required or item.default in (None, "null"):
        return False
    value = re.escape(str(item.default).strip('"'))
    return not re.search(rf"{SAYS_DEFAULT}{value}(?!\w)", item.description, re.IGNORECASE)


def _is_optional(item: Field) -> bool:
    return not item.required


def _field_annotation(item: Field, annotator: Annotator, undefined: set[Location]) -> str:
    """Return a field's annotation, in quotes where it names what is defined further on."""
    annotation = annotator.value(item.type)
    if _is_optional(item):
        annotation = or_none(annotation)
    return literal(annotation) if undefined and references_of(item.type) & undefined else annotation


def _extra(object_: Object, annotator: Annotator, undefined: set[Location]) -> str | None:
    """Return the annotation of the dictionary of further properties, where they have a type."""
    if object_.extra is None or isinstance(object_.extra, Anything | Never):
        return None
    annotation = annotator.value(Map(object_.extra))
    annotator.imports.add("typing", "TYPE_CHECKING")
    return literal(annotation) if references_of(object_.extra) & undefined else annotation


def _try_order(needs: Mapping[Location, set[Location]]) -> list[Location] | None:
    try:
        return in_order(needs)
    except CycleError:
        return None
