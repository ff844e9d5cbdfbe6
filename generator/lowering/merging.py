"""The parts of an allOf, and an object's own keywords, as one."""

from dataclasses import field, replace
from typing import Any, NamedTuple

from generator.diagnostics import Location
from generator.ir import value_key
from generator.lowering.context import Context, Place, root_place
from generator.lowering.keywords import is_null, spelled
from generator.lowering.labels import labels
from generator.reading.dialect import restricts
from generator.reading.kinds import OBJECT
from generator.reading.nodes import is_mapping
from generator.records import dataclass

MAX_DEPTH = 64
# What `Merged` has fields for; every other keyword is kept as it stands.
MERGED_KEYWORDS = frozenset(
    {"properties", "required", "allOf", "oneOf", "anyOf", "type", "$ref"}
    | {"additionalProperties", "patternProperties"}
)
# What lists the values that a schema allows.
VALUES = ("const", "enum")


class Placed(NamedTuple):
    """A raw schema with its place."""

    node: Any
    place: Place

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.place.location.file

    @property
    def label(self) -> str:
        """The word that names it among the variants of a union."""
        return self.place.origin.steps[-1]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The variants of a oneOf or anyOf, and the raw discriminator beside it."""

    variants: tuple[Placed, ...]
    discriminator: Any

    @property
    def sole(self) -> Placed | None:
        """The only variant that is not null, if there is one only."""
        found = [variant for variant in self.variants if not is_null(variant.node)]
        return found[0] if len(found) == 1 else None

    @property
    def has_null(self) -> bool:
        """Whether one of the variants is null."""
        return any(is_null(variant.node) for variant in self.variants)


class Conflict(NamedTuple):
    """Parts of an allOf that have nothing in common: what the ledger says of it."""

    code: str
    message: str
    location: Location


@dataclass(slots=True)
class Merged:
    """What the parts of an allOf say together, before it is lowered.

    Attributes:
        types: the types that all parts allow; None while none of them has said so.
        nullable: whether a part allows null.
        properties: the declarations of each property, one for each part that has it.
        required: the names of required properties, in the order in which they are met.
        demanded: those that a request requires itself, of what it refers to.
        extra: the schema of further properties.
        closed: whether there are none.
        unions: the oneOf and anyOf of all parts.
        keywords: every other restricting keyword, with the place of the part that says it; of `const` and
            `enum` one, with the values that all parts allow.
        conflicts: where parts have nothing in common: lines of the ledger.
        depth: in how many unions it is a variant.
    """

    types: list[str] | None = None
    nullable: bool = False
    properties: dict[str, list[Placed]] = field(default_factory=dict[str, list[Placed]])
    required: list[str] = field(default_factory=list[str])
    demanded: set[str] = field(default_factory=set[str])
    extra: Placed | None = None
    closed: bool = False
    unions: list[Alternatives] = field(default_factory=list[Alternatives])
    keywords: dict[str, Placed] = field(default_factory=dict[str, Placed])
    conflicts: list[Conflict] = field(default_factory=list[Conflict])
    depth: int = 0

    def without_unions(self) -> "Merged":
        """Return a copy to which a variant can be added."""
        return replace(
            self,
            unions=[],
            properties={name: list(found) for name, found in self.properties.items()},
            required=list(self.required),
            demanded=set(self.demanded),
            keywords=dict(self.keywords),
            conflicts=list(self.conflicts),
            depth=self.depth + 1,
        )


class Merger:
    """Adds schemas to what others have said.

    Args:
        context: the run.
        merged: what has been said; it grows.
    """

    def __init__(self, context: Context, merged: Merged) -> None:
        self._context = context
        self._merged = merged
        self._added: set[Location] = set()

    def add(self, node: Any, place: Place, trail: frozenset[Location]) -> None:
        """Add what one part of an allOf says.

        Args:
            node: the part.
            place: its place.
            trail: the references that led here, against cycles.
        """
        if len(trail) > MAX_DEPTH:
            message = "allOf is nested too deeply; the rest is left out"
            self._context.record("deep-all-of", message, place.location, "ignored")
            return
        schema = spelled(node, place, self._context)
        self._add_reference(schema, place, trail)
        for index, part in enumerate(schema.get("allOf", ())):
            below = place.down("allOf", index)
            self.add(part, below, trail | {below.location})
        self._add_types(schema, place)
        self._add_properties(schema, place)
        self._add_extra(schema, place)
        for keyword in [name for name in ("oneOf", "anyOf") if name in schema]:
            variants = placed_variants(schema, keyword, place)
            self._merged.unions.append(Alternatives(variants, schema.get("discriminator")))
        for key in sorted(schema.keys() - MERGED_KEYWORDS):
            if key in VALUES:
                self._add_values(key, schema[key], place)
            elif restricts(key):
                self._merged.keywords[key] = Placed(schema[key], place)

    def _add_reference(self, schema: dict[str, Any], place: Place, trail: frozenset[Location]) -> None:
        if "$ref" not in schema:
            return
        resolved = self._context.resolve_schema(schema["$ref"], place.location)
        # What comes twice says nothing new, and of diamonds upon diamonds there is no end.
        known = resolved.location in self._added or resolved.location in trail
        if not known and resolved.location != place.location:
            self._added.add(resolved.location)
            self.add(resolved.node, root_place(resolved.location), trail | {resolved.location})

    def _add_types(self, schema: dict[str, Any], place: Place) -> None:
        merged = self._merged
        merged.nullable = merged.nullable or schema.get("nullable") is True
        types = schema.get("type")
        if types is None:
            return
        common = [name for name in merged.types or types if name in types]
        if not common and set(types) | set(merged.types or ()) <= {"integer", "number"}:
            common = ["integer"]
        if not common:
            message = "the parts of this allOf have no type in common; the first one's is used"
            merged.conflicts.append(Conflict("conflicting-types", message, place.location.child("type")))
        merged.types = common or merged.types

    def _add_properties(self, schema: dict[str, Any], place: Place) -> None:
        merged = self._merged
        here = place.down("properties")
        # OpenAPI knows no references in place of all properties, but documents split into files have them.
        found = self._context.schema_at(schema.get("properties", {}), here.location)
        properties = self._context.kept(found.node, OBJECT, found.location)
        for name, property_ in sorted(properties.items()):
            below = Place(found.location.child(name), place.origin.child(name), place.home)
            merged.properties.setdefault(name, []).append(Placed(property_, below))
        required = schema.get("required")
        if required:
            merged.required += [name for name in required if name not in merged.required]
            if place.is_of_request:
                merged.demanded |= {name for name in required if name not in properties}

    def _add_values(self, keyword: str, node: Any, place: Place) -> None:
        """Add an enum or a const; the values that all parts allow are those that they have in common."""
        kept = self._merged.keywords
        known = next((name for name in VALUES if name in kept), None)
        if known is None:
            kept[keyword] = Placed(node, place)
            return
        first, second = _values(known, kept[known].node), _values(keyword, node)
        allowed = {value_key(value) for value in second}
        common = [value for value in first if value_key(value) in allowed]
        if not common:
            message = "the parts of this allOf have no value in common; the first one's are used"
            conflict = Conflict("conflicting-values", message, place.location.child(keyword))
            self._merged.conflicts.append(conflict)
        elif "const" in {known, keyword}:
            kept["const"] = Placed(common[0], kept.pop(known).place)
        else:
            kept["enum"] = Placed(common, kept["enum"].place)

    def _add_extra(self, schema: dict[str, Any], place: Place) -> None:
        patterns = schema.get("patternProperties", {})
        extra = schema.get("additionalProperties")
        is_typed = is_mapping(extra) and bool(extra)
        if patterns:
            # Names are not checked, so a further property may be what any pattern asks for, or no pattern.
            nodes = [patterns[pattern] for pattern in sorted(patterns)] + ([extra] if is_typed else [])
            node = {"anyOf": nodes} if len(nodes) > 1 else nodes[0]
            self._merged.extra = Placed(node, place.down("patternProperties", step="{}"))
            message = "the names that 'patternProperties' asks for are not checked"
            self._context.record("pattern-properties", message, place.location.child("patternProperties"))
        elif is_typed:
            self._merged.extra = Placed(extra, place.down("additionalProperties", step="{}"))
        elif extra is False:
            self._merged.closed = True


def _values(keyword: str, node: Any) -> list[Any]:
    return [node] if keyword == "const" else node


def allowed_values(merged: Merged) -> list[Any] | None:
    """Return the only values that an allOf allows; None where it has any."""
    known = next((name for name in VALUES if name in merged.keywords), None)
    return None if known is None else _values(known, merged.keywords[known].node)


def placed_variants(schema: dict[str, Any], keyword: str, place: Place) -> tuple[Placed, ...]:
    """Return the variants of a oneOf or anyOf, each in a place that its label names."""
    words = labels(schema[keyword], schema.get("discriminator"))
    return tuple(
        Placed(node, place.down(keyword, index, step=word))
        for index, (node, word) in enumerate(zip(schema[keyword], words, strict=True))
    )
