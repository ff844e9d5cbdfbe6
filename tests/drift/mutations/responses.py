"""Changes of responses."""

from tests.drift.mutations.changes import remove
from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, operations, resolved, responses

KINDS = Kinds()

KINDS.add(
    "error response is added",
    lambda document: (
        site for site in operations(document) if not {"4XX", "default"} & site.node["responses"].keys()
    ),
    lambda site: site.node["responses"].update({"418": {"description": "d"}}),
    "compatible",
    "response-added",
)
KINDS.add(
    "error response is removed",
    lambda document: (
        site for site in responses("4")(document) if "content" not in resolved(document, site.node)
    ),
    remove,
    "compatible",
    "response-removed",
)
KINDS.add(
    "body of an error is not described any more",
    lambda document: (
        site
        for site in responses("4")(document)
        if not {"4XX", "default"} & site.holder.keys()
        and "$ref" in site.node.get("content", {}).get("application/json", {}).get("schema", {})
    ),
    lambda site: site.node.pop("content") and None,
    "breaking",
    "response-media-type-removed",
)
KINDS.add(
    "success is something else",
    lambda document: (
        site for site in responses("20")(document) if "application/json" in site.node.get("content", {})
    ),
    lambda site: site.node["content"]["application/json"].update(schema={"type": "integer"}),
    "breaking",
    "response-type-changed",
)
KINDS.add(
    "success may be empty, too",
    lambda document: (
        Site(document=document, holder=site.node["responses"], key="200")
        for site in operations(document)
        if site.key == "post"
        and "application/json" in site.node["responses"].get("200", {}).get("content", {})
        and "204" not in site.node["responses"]
    ),
    lambda site: site.holder.update({"204": {"description": "d"}}),
    "breaking",
    "returns-changed",
)
KINDS.add(
    "success is of another media type",
    lambda document: (
        site
        for site in responses("200")(document)
        if list(site.node.get("content", {})) == ["application/json"]
    ),
    lambda site: site.node.update(content={"text/plain": {"schema": {"type": "string"}}}),
    "breaking",
    "response-media-type-removed",
)
KINDS.add(
    "response header is added",
    responses("200"),
    lambda site: (
        site.node.setdefault("headers", {}).update({"X-Added": {"schema": {"type": "string"}}})
        if "$ref" not in site.node
        else False
    ),
    "compatible",
    "header-added",
)
KINDS.add(
    "response header is removed",
    lambda document: (site for site in responses("2")(document) if site.node.get("headers")),
    lambda site: site.node.pop("headers") and None,
    "breaking",
    "header-removed",
)
KINDS.add(
    "response header is of another type",
    lambda document: (
        site
        for site in responses("2")(document)
        if any("schema" in item for item in site.node.get("headers", {}).values())
    ),
    lambda site: next(item for item in site.node["headers"].values() if "schema" in item).update(
        schema={"type": "boolean"}
    ),
    "breaking",
    "header-type-changed",
)
