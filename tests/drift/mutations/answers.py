"""Changes of answers that are objects by name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Finder, Site, resolved, responses

KINDS = Kinds()


def _objects_in_json(sites: Finder) -> Finder:
    """Return the finder of the contents in JSON, of what others find, that are objects by name."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for site in sites(document):
            content = site.node.get("content", {})
            schema = content.get("application/json", {}).get("schema")
            told = resolved(document, schema)
            if isinstance(schema, dict) and "$ref" in schema and _is_object(told):
                yield replace(site, holder=content, key="application/json")

    return find


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and "properties" in schema and not {"oneOf", "anyOf"} & schema.keys()


_OTHER_OBJECT = {"type": "object", "required": ["zz"], "properties": {"zz": {"type": "integer"}}}


def _one_of_two(site: Site) -> None:
    site.node["schema"] = {"oneOf": [site.node["schema"], _OTHER_OBJECT]}


KINDS.add(
    "an answer becomes one of two objects",
    _objects_in_json(responses("200")),
    _one_of_two,
    "breaking",
    "response-type-widened",
)
