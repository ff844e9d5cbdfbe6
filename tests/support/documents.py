"""Small documents, lowered: what tests of the passes start from."""

from pathlib import Path
from textwrap import indent

from generator.diagnostics import Location
from generator.ir import Api, Object, Operation, Reference, Type
from generator.lowering.api import EVERYTHING, lower
from generator.lowering.selection import Selection
from generator.reading.document import parse
from generator.reading.references import References

NAME = "api.yaml"
SCHEMAS = "/components/schemas/"
PETS = "/paths/~1pets"
PET = """
Pet:
  type: object
  required: [name]
  properties: {name: {type: string}}
"""
"""A named schema."""
NOTES = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
paths:
  /notes:
    get:
      operationId: list_notes
      tags: [notes]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
components: {schemas: {Note: {type: object, properties: {text: {type: string}}}}}
"""
"""A whole document: one operation, one model."""


def api(
    text: str, *, version: str = "3.1.1", path: Path | None = None, selection: Selection = EVERYTHING
) -> Api:
    """Return a document, lowered; `path` is where it would stand, for the files that it refers to."""
    head = "" if "openapi:" in text else f"openapi: {version}\ninfo: {{title: T, version: '1'}}\n"
    return lower(References(parse((head + text).encode(), NAME, path=path)), selection)


def schemas(text: str, *, version: str = "3.1.1", path: Path | None = None) -> Api:
    """Return a document that has these named schemas and nothing else, lowered."""
    return api(f"components:\n  schemas:\n{indent(text, '    ')}", version=version, path=path)


def types(text: str, *, version: str = "3.1.1") -> dict[str, Type]:
    """Return the type of every definition that named schemas make, by its pointer among them."""
    found = schemas(text, version=version).definitions
    return {place.pointer.removeprefix(SCHEMAS): definition.type for place, definition in found.items()}


def type_of(schema: str, *, version: str = "3.1.1") -> Type:
    """Return the type of one schema, given in a line or as a block, where it is named `It`."""
    return types(f"It:\n{indent(schema, '  ')}", version=version)["It"]


def operation(text: str, *, version: str = "3.1.1") -> Operation:
    """Return the only operation of a document."""
    (found,) = api(text, version=version).operations
    return found


def at(pointer: str) -> Location:
    """Return a place in the document."""
    return Location(NAME, pointer)


def ref(pointer: str) -> Reference:
    """Return the reference to a definition by its pointer among the named schemas."""
    return Reference(at(SCHEMAS + pointer))


def field_types(type_: Type | None) -> dict[str, Type]:
    """Return the types of an object's own fields by their names."""
    assert isinstance(type_, Object)
    return {field.name: field.type for field in type_.fields}


def noted(found: Api) -> list[tuple[str, str]]:
    """Return the ledger of a document: codes with the pointers they are about."""
    return [(entry.code, entry.location.pointer.removeprefix(SCHEMAS)) for entry in found.ledger]
