"""The examples that a document gives of a request body."""

import json
from typing import Any

from generator.lowering.context import Context, Place
from generator.reading.nodes import is_collection
from generator.reading.raw import mapping_at, sequence_at


def examples_of(raw: dict[str, Any], place: Place, context: Context) -> tuple[str, ...]:
    """Return the examples of a content, and of a schema that is written there, as JSON (OAS 3.1.1, 4.8.14).

    Args:
        raw: the content.
        place: where it stands.
        context: the run.
    """
    schema = mapping_at(raw.get("schema"))
    found = [node for node in (raw, schema) if "example" in node and "$ref" not in node]
    values = [node["example"] for node in found]
    values += sequence_at(schema.get("examples"))
    for name, node in sorted(mapping_at(raw.get("examples")).items()):
        resolved = context.try_resolve(node, place.location.child("examples", name))
        values += [mapping_at(resolved.node).get("value")] if resolved is not None else []
    return tuple(text for value in values if (text := _json(value)) is not None)


def _json(value: Any) -> str | None:
    """Return an object or a list as JSON; some documents give it as text."""
    if not isinstance(value, str):
        return json.dumps(value, sort_keys=True) if is_collection(value) else None
    try:
        read = json.loads(value)
    except ValueError:
        return None
    return _json(read) if is_collection(read) else None
