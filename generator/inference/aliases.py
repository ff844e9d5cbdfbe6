"""Components whose names say nothing: they are called by the component that is only a reference to them."""

from collections.abc import Mapping
from dataclasses import replace
from string import digits

from generator.diagnostics import Location
from generator.ir import Api, Definition
from generator.words import words

# What tools call a schema of which they know nothing: `schema7`, `inline_response_200_1`.
GENERIC = frozenset(
    {"anonymous", "array", "body", "data", "definition", "dto", "enum", "inline", "item", "items", "model"}
    | {"object", "payload", "ref", "request", "response", "schema", "type", "value"}
)


def name_by_aliases(api: Api, classes: Mapping[Location, str]) -> Api:
    """Return the API with each component whose name says nothing by that of its only alias, which is it then.

    Args:
        api: the document.
        classes: where the class of each schema was; an alias that had one of its own stays what it was.
    """
    chosen = {
        location: definition.aliases[0]
        for location, definition in api.definitions.items()
        if len(definition.aliases) == 1 and _says_nothing(definition.origin.root)
    }
    chosen = {
        location: alias
        for location, alias in chosen.items()
        if not _says_nothing(alias.keys[-1]) and classes.get(alias) in {None, classes.get(location)}
    }
    gone = {*chosen.values()}
    return replace(
        api,
        definitions={
            location: _called(definition, chosen, api.definitions)
            for location, definition in api.definitions.items()
            if location not in gone
        },
    )


def _says_nothing(name: str) -> bool:
    return all(word.rstrip(digits).lower() in GENERIC | {""} for word in words(name))


def _called(
    definition: Definition, chosen: Mapping[Location, Location], definitions: Mapping[Location, Definition]
) -> Definition:
    """Return a definition that is, or stands in, what is called by an alias."""
    alias = chosen.get(definition.home)
    if alias is None or definition.origin.root != definition.home.keys[-1]:
        return definition
    said = replace(definition, origin=definition.origin._replace(root=alias.keys[-1]))
    if definition.location != definition.home or alias not in definitions:
        return said
    beside = definitions[alias]
    return replace(
        said,
        title=beside.title or said.title,
        description=beside.description or said.description,
        deprecated=beside.deprecated or said.deprecated,
    )
