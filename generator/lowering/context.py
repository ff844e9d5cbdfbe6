"""What the lowering passes share: the documents, the definitions found so far, and the ledger."""

from collections.abc import Iterable
from dataclasses import field
from typing import Any, Literal, NamedTuple

from generator.diagnostics import Diagnostic, InputError, Location, error, warning
from generator.ir import Definition, Entry, Evidence, Origin
from generator.reading.kinds import Kind, kept
from generator.reading.nodes import is_mapping
from generator.reading.overlay import json_path
from generator.reading.references import References, Resolved, UnresolvedReferenceError, is_reference
from generator.records import dataclass

SCHEMAS = "#/components/schemas/"
# The ledger's codes for what references lead to and is not there.
MISSING = frozenset({"missing-file", "missing-schema", "reference-cycle"})
# What a reference may say of what it refers to.
_OVERRIDING = ("summary", "description")

MAX_DEFINITIONS = 100_000
"""How many models there may be: fifteen times as many as the largest of public documents has."""


class Place(NamedTuple):
    """Where a node stands: its location, how a name for it would come about, and in whose module."""

    location: Location
    origin: Origin
    home: Location

    def down(self, *keys: str | int, step: str | None = None) -> "Place":
        """Return the place of a node below; `step` is given where the way down adds a word to its name."""
        origin = self.origin if step is None else self.origin.child(step)
        return Place(self.location.child(*keys), origin, self.home)

    @property
    def is_of_request(self) -> bool:
        """Whether it stands in a request body, and is nobody else's."""
        return "requestBody" in self.location.keys or self.location.keys[1:2] == ("requestBodies",)


@dataclass(slots=True)
class Context:
    """The state of one lowering run; nothing of it outlives the run but the records it collects."""

    references: References
    definitions: dict[Location, Definition] = field(default_factory=dict[Location, Definition])
    ledger: list[Entry] = field(default_factory=list[Entry])
    evidence: list[Evidence] = field(default_factory=list[Evidence])
    errors: list[Diagnostic] = field(default_factory=list[Diagnostic])
    honoured: int = 0
    is_unused: bool = False
    """Whether what is being lowered is used by no operation: what is broken in it ends no run."""

    @property
    def is_oas_3_0(self) -> bool:
        """Whether the root document is one of OpenAPI 3.0."""
        return str(self.references.root.data.get("openapi")).startswith("3.0")

    def define(self, definition: Definition) -> None:
        """Enter a definition.

        Raises:
            InputError: `too-large`, where there are too many; inline schemas may multiply by a few aliases.
        """
        self.definitions[definition.location] = definition
        if len(self.definitions) > MAX_DEFINITIONS:
            message = f"more than {MAX_DEFINITIONS:,} schemas of the document would become models"
            raise InputError(error("too-large", message, definition.location))

    def record(
        self,
        code: str,
        message: str,
        location: Location,
        kind: Literal["approximated", "ignored"] = "approximated",
    ) -> None:
        """Enter something that is not fully honoured in the ledger.

        What is left out is `ignored`; what stands for something wider or else is `approximated`.
        """
        self.ledger.append(Entry(kind=kind, code=code, message=message, location=location))

    def kept(self, node: Any, kind: Kind, location: Location) -> dict[str, Any]:
        """Return an object without what is of the wrong kind, of which the ledger tells."""
        found: dict[str, Any] = kept(node, kind, location, self.ledger)
        return found

    def resolve(self, node: Any, location: Location) -> Resolved:
        """Return what a chain of references ends at; where it ends nowhere, an empty mapping and an error.

        What a reference says of it comes before its own words, but in OpenAPI 3.0 (OAS 3.1.1, 4.8.23).
        """
        try:
            found = self.references.resolve(node, location)
        except UnresolvedReferenceError as unresolved:
            self.errors.append(unresolved.diagnostic)
            return Resolved({}, location)
        if not is_reference(node) or self.is_oas_3_0 or not is_mapping(found.node):
            return found
        said = {key: node[key] for key in _OVERRIDING if isinstance(node.get(key), str)}
        return Resolved({**found.node, **said}, found.location) if said else found

    def resolve_schema(self, ref: str, location: Location) -> Resolved:
        """Return the schema that a reference means.

        Two faults of real documents are mended. A name in the wrong section of the components is found among
        the schemas. A schema that is missing, or only leads back to itself, is any value; an operation can
        still be called.
        """
        try:
            return self.references.resolve_schema({"$ref": ref}, location)
        except UnresolvedReferenceError as unresolved:
            meant = f"{SCHEMAS}{ref.rpartition('/')[2]}"
            is_misplaced = ref.startswith("#/components/") and ref.count("/") == meant.count("/")
            if is_misplaced and self.try_resolve_schema({"$ref": meant}, location) is not None:
                message = f"{ref!r} does not exist; {meant!r} is meant"
                self.record("misplaced-reference", message, location.child("$ref"))
                return self.references.resolve_schema({"$ref": meant}, location)
            self._miss(ref, unresolved, location)
            return Resolved({}, location)

    def schema_at(self, node: Any, location: Location) -> Resolved:
        """Return a schema, or what stands for the properties of one, that may be a reference."""
        return self.resolve_schema(node["$ref"], location) if is_reference(node) else Resolved(node, location)

    def _miss(self, ref: str, unresolved: UnresolvedReferenceError, location: Location) -> None:
        """Say what a schema that is missing is taken for, and what would mend it; else keep the error."""
        found = unresolved.diagnostic
        hint = " Any" if found.message.endswith("?") else "; any"
        told = f"{found.message}{hint} value is accepted"
        here = location.child("$ref")
        if unresolved.in_missing_file:
            self.record("missing-file", told, here, "ignored")
        elif found.code == "reference-cycle":
            self.record("reference-cycle", told, found.location or here, "ignored")
        elif found.code == "unresolved-reference" and not self.is_unused:
            self.record("missing-schema", f"{told}. {self._mend(ref, location)}", here, "ignored")
        else:
            self.errors.append(found)

    def _mend(self, ref: str, location: Location) -> str:
        """Return what would mend a reference that leads nowhere."""
        if location.file != self.references.root.name:
            return f"Mend it in {location.file}"
        name = ref.removeprefix(SCHEMAS)
        if ref.startswith(SCHEMAS) and "/" not in name:
            action = f"{{target: $, update: {{components: {{schemas: {{{name}: ...}}}}}}}}"
        else:
            target = json_path(self.references.root.data, location)
            action = f'{{target: "{target}", update: {{$ref: ...}}}}'
        return f"An overlay mends it with the action {action}"

    def try_resolve(self, node: Any, location: Location) -> Resolved | None:
        """Return what a chain of references ends at; None where it ends nowhere."""
        try:
            return self.references.resolve(node, location)
        except UnresolvedReferenceError:
            return None

    def try_resolve_schema(self, node: Any, location: Location) -> Resolved | None:
        """Return the schema that a reference means; None where it leads nowhere."""
        try:
            return self.references.resolve_schema(node, location)
        except UnresolvedReferenceError:
            return None

    def raise_errors(self) -> None:
        """End the run where something that is used could not be read; what is missing is told with it.

        Raises:
            InputError: with all that was found.
        """
        if self.errors:
            raise InputError(*dict.fromkeys(self.errors), *missing_in(self.ledger))


def missing_in(ledger: Iterable[Entry]) -> list[Diagnostic]:
    """Return a warning for each thing that is not there; of several references to one the first is told."""
    found = sorted((entry for entry in ledger if entry.code in MISSING), key=lambda entry: entry.location)
    first = {entry.message: entry for entry in reversed(found)}
    told = sorted(first.values(), key=lambda entry: entry.location)
    return [warning(entry.code, entry.message, entry.location) for entry in told]


def root_place(location: Location) -> Place:
    """Return the place of what a reference points to: the document names it, by its pointer or its file."""
    keys = location.keys
    if len(keys) >= 3 and keys[0] == "components":  # noqa: PLR2004 - components, their kind, their name
        return Place(location, Origin(keys[2], steps_of(keys[3:])), location)
    if len(keys) >= 2 and keys[0] in {"$defs", "definitions"}:  # noqa: PLR2004 - the keyword, the name
        return Place(location, Origin(keys[1], steps_of(keys[2:])), location)
    path = location.file.partition("?")[0]  # of a URL, without its query
    stem = path.replace("\\", "/").rsplit("/", 1)[-1].split(".", 1)[0]
    if not keys:
        return Place(location, Origin(stem), location)
    names = [key for key in keys if not key.isdigit() and key not in POINTER_WORDS]
    return Place(location, Origin(names[-1] if names else stem), location)


# Reference tokens that say what a node is, not what it is called.
POINTER_WORDS = frozenset(
    {"schema", "schemas", "content", "properties", "items", "allOf", "oneOf", "anyOf", "components", "paths"}
    | {"parameters", "responses", "requestBody", "headers", "additionalProperties", "application/json"}
)


def steps_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the steps of a name that keys of a pointer say, below what has one."""
    steps: list[str] = []
    after_properties = False
    for key in keys:
        if after_properties:
            steps.append(key)
            after_properties = False
        elif key == "properties":
            after_properties = True
        elif key == "items":
            steps.append("[]")
        elif key == "additionalProperties":
            steps.append("{}")
        elif key not in POINTER_WORDS and not key.isdigit():
            steps.append(key)
    return tuple(steps)


def place_of(found: Location, here: Place, *, step: str | None = None) -> Place:
    """Return where a node stands that a reference may have led to: what is shared names itself."""
    if found != here.location:
        return root_place(found)
    return here if step is None else Place(here.location, here.origin.child(step), here.home)
