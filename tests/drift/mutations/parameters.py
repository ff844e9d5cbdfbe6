"""Changes of parameters."""

from collections.abc import Iterator
from typing import Any

from tests.drift.mutations.changes import append, in_schema, remove, sets, typed
from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, operations, parameters

KINDS = Kinds()


def _one_of_several(document: dict[str, Any]) -> Iterator[Site]:
    """Yield required query parameters beside others: one alone has a position, and would lose it."""
    for site in parameters("query", required=True)(document):
        if sum(bool(item.get("required")) for item in site.holder) > 2:
            yield site


for _type, _other in (
    ("integer", "boolean"),
    ("string", "integer"),
    ("boolean", "string"),
    ("number", "boolean"),
):
    KINDS.add(
        f"query parameter {_type} becomes {_other}",
        parameters("query", _type),
        typed(_other),
        "breaking",
        "parameter-type-changed",
    )
KINDS.add(
    "query parameter integer becomes number",
    parameters("query", "integer"),
    typed("number"),
    "compatible",
    "parameter-type-widened",
)
KINDS.add(
    "query parameter number becomes integer",
    parameters("query", "number"),
    typed("integer"),
    "breaking",
    "parameter-type-narrowed",
)
KINDS.add(
    "query parameter single becomes list",
    parameters("query", "string"),
    typed("array", items={"type": "string"}),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "query parameter list becomes single",
    parameters("query", "array"),
    typed("string"),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "items of a query parameter become booleans",
    parameters("query", "array"),
    typed("array", items={"type": "boolean"}),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "query parameter gets a format",
    parameters("query", "string"),
    in_schema(format="date-time"),
    "breaking",
    "parameter-type-changed",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
)
KINDS.add(
    "query parameter gets a told format",
    parameters("query", "string"),
    in_schema(format="hostname"),
    "breaking",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
    "parameter-type-changed",
)
KINDS.add(
    "query parameter gets an enum",
    parameters("query", "string"),
    in_schema(enum=["a", "b", "c"], default=None),
    "breaking",
    "parameter-type-narrowed",
    "parameter-type-changed",
)
KINDS.add(
    "query parameter gets a limit",
    parameters("query", "string"),
    in_schema(maxLength=3),
    "breaking",
    "parameter-limits-narrowed",
)
KINDS.add(
    "query parameter gets a pattern",
    parameters("query", "string"),
    in_schema(pattern="^x"),
    "breaking",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
)
KINDS.add(
    "query parameter gets a minimum",
    parameters("query", "integer"),
    in_schema(minimum=4),
    "breaking",
    "parameter-limits-narrowed",
)
KINDS.add(
    "query parameter gets another default",
    parameters("query", "integer"),
    in_schema(default=7),
    "compatible",
    "parameter-default-changed",
)
KINDS.add(
    "optional query parameter is required",
    parameters("query", "string", "integer", required=False),
    sets(required=True),
    "breaking",
    "parameter-required",
)
KINDS.add(
    "required query parameter is optional",
    _one_of_several,
    sets(required=False),
    "compatible",
    "parameter-optional",
)
KINDS.add(
    "query parameter is renamed",
    parameters("query", "string", "integer", "boolean"),
    sets(name="wholly_other"),
    "breaking",
    "parameter-removed",
)
KINDS.add(
    "query parameter moves to a header",
    parameters("query", "string", "integer", required=False),
    sets(in_="header"),
    "breaking",
    "parameter-moved",
)
KINDS.add(
    "header parameter moves to the query",
    parameters("header", "string"),
    sets(in_="query"),
    "breaking",
    "parameter-moved",
)
KINDS.add("query parameter is removed", parameters("query"), remove, "breaking", "parameter-removed")
KINDS.add(
    "header parameter is removed", parameters("header", "string"), remove, "breaking", "parameter-removed"
)
KINDS.add("cookie parameter is removed", parameters("cookie"), remove, "breaking", "parameter-removed")
KINDS.add(
    "header parameter becomes integer",
    parameters("header", "string"),
    typed("integer"),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "cookie parameter becomes integer",
    parameters("cookie", "string"),
    typed("integer"),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "path parameter integer becomes string",
    parameters("path", "integer"),
    typed("string"),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "path parameter string becomes integer",
    parameters("path", "string"),
    typed("integer"),
    "breaking",
    "parameter-type-changed",
)
KINDS.add(
    "path parameter gets a style",
    parameters("path", "string", "integer"),
    sets(style="label"),
    "breaking",
    "parameter-style-changed",
)
KINDS.add(
    "list gets another style",
    parameters("query", "array"),
    sets(style="pipeDelimited", explode=False),
    "breaking",
    "parameter-style-changed",
)
KINDS.add(
    "deepObject becomes form",
    parameters("query", "object"),
    sets(style="form"),
    "breaking",
    "parameter-style-changed",
    "parameter-removed",
)
KINDS.add(
    "list is exploded otherwise",
    parameters("query", "array"),
    lambda site: site.node.update(explode=not site.node.get("explode", True)),
    "breaking",
    "parameter-explode-changed",
)
KINDS.add(
    "query parameter allows reserved characters",
    parameters("query", "string"),
    sets(allowReserved=True),
    "breaking",
    "parameter-encoding-changed",
)
KINDS.add(
    "parameter is JSON",
    parameters("query", "string", "integer"),
    lambda site: site.node.update(content={"application/json": {"schema": site.node.pop("schema")}}),
    "breaking",
    "parameter-encoding-changed",
)
KINDS.add(
    "query parameter is deprecated",
    parameters("query"),
    sets(deprecated=True),
    "compatible",
    "parameter-deprecated",
)
KINDS.add(
    "optional query parameter is added",
    operations,
    append("parameters", {"name": "addedHere", "in": "query", "schema": {"type": "string"}}),
    "compatible",
    "parameter-added",
)
KINDS.add(
    "required query parameter is added",
    operations,
    append(
        "parameters", {"name": "addedHere", "in": "query", "required": True, "schema": {"type": "string"}}
    ),
    "breaking",
    "parameter-added-required",
)
KINDS.add(
    "optional header parameter is added",
    operations,
    append("parameters", {"name": "X-Added", "in": "header", "schema": {"type": "string"}}),
    "compatible",
    "parameter-added",
)
KINDS.add(
    "required header parameter is added",
    operations,
    append("parameters", {"name": "X-Added", "in": "header", "required": True, "schema": {"type": "string"}}),
    "breaking",
    "parameter-added-required",
)
