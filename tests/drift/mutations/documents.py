"""Changes of what a document has for all of its operations: servers, security, named schemas."""

from typing import Any

from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, operations, whole

KINDS = Kinds()

KINDS.add(
    "server is changed",
    lambda document: (
        site for site in whole(document) if "://" in str(document.get("servers", [{}])[:1])
    ),  # without a host it can be none that is called
    lambda site: site.node["servers"][0].update(url="https://elsewhere.example"),
    "breaking",
    "server-changed",
)
KINDS.add(
    "server is added",
    lambda document: (site for site in whole(document) if document.get("servers")),
    lambda site: site.node["servers"].append({"url": "https://elsewhere.example"}),
    "compatible",
    "server-added",
)
KINDS.add(
    "server is removed",
    lambda document: (site for site in whole(document) if len(document.get("servers", [])) > 1),
    lambda site: site.node["servers"].pop() and None,
    "breaking",
    "server-removed",
)
KINDS.add(
    "server's variable has another default",
    lambda document: (
        site for site in whole(document) if any(item.get("variables") for item in document.get("servers", []))
    ),
    lambda site: next(
        iter(next(item for item in site.node["servers"] if item.get("variables"))["variables"].values())
    ).update(default="zz", enum=["zz"]),
    "breaking",
    "server-changed",
)
KINDS.add(
    "server's variable may have another value",
    lambda document: (
        site
        for site in whole(document)
        if any(
            "enum" in item
            for server in document.get("servers", [])
            for item in server.get("variables", {}).values()
        )
    ),
    lambda site: next(
        item
        for server in site.node["servers"]
        for item in server.get("variables", {}).values()
        if "enum" in item
    )["enum"].append("zz"),
    "compatible",
    "server-extended",
)


def _schemes(document: dict[str, Any]) -> Any:
    schemes = document.get("components", {}).get("securitySchemes", {})
    for key, node in schemes.items():
        if node.get("type") in {"http", "apiKey"}:
            yield Site(document=document, holder=schemes, key=key)


KINDS.add(
    "security scheme is another header",
    _schemes,
    lambda site: (
        site.node.clear(),
        site.node.update({"type": "apiKey", "in": "header", "name": "X-Wholly-Other"}),
    )[1],
    "breaking",
    "credential-changed",
)
KINDS.add(
    "security scheme is in the query",
    _schemes,
    lambda site: (
        site.node.clear(),
        site.node.update({"type": "apiKey", "in": "query", "name": "credential"}),
    )[1],
    "breaking",
    "credential-changed",
)
KINDS.add(
    "operation needs another credential",
    lambda document: (
        site for site in operations(document) if document.get("components", {}).get("securitySchemes")
    ),
    lambda site: (
        (
            site.document["components"]["securitySchemes"].update(added={"type": "http", "scheme": "bearer"}),
            site.node.update(security=[{"added": []}]),
        )[1]
        if site.node.get("security", site.document.get("security")) not in (None, [], [{}])
        and {} not in site.node.get("security", site.document.get("security"))
        else False
    ),
    "breaking",
    "security-removed",
)
KINDS.add(
    "operation takes another credential, too",
    lambda document: (site for site in operations(document) if site.node.get("security")),
    lambda site: (
        (
            site.document["components"]["securitySchemes"].update(added={"type": "http", "scheme": "bearer"}),
            site.node["security"].append({"added": []}),
        )[1]
        if {} not in site.node["security"]
        else False
    ),
    "compatible",
    "security-added",
)
KINDS.add(
    "credentials are preferred otherwise",
    lambda document: (
        site for site in operations(document) if len([*filter(None, site.node.get("security", []))]) > 1
    ),
    lambda site: site.node["security"].reverse(),
    "breaking",
    "security-reordered",
)
KINDS.add(
    "operation needs no credential",
    lambda document: (
        site for site in operations(document) if document.get("security") and site.node.get("security") != []
    ),
    lambda site: (
        site.node.update(security=[])
        if {} not in site.node.get("security", site.document["security"])
        else False
    ),
    "compatible",
    "security-not-required",
)


def _component(site: Site) -> bool:
    """Rename a schema that the document names, and all references to it."""
    schemas = site.node.get("components", {}).get("schemas", {})
    name = next((key for key in schemas if "properties" in schemas[key]), None)
    if name is None:
        return False
    schemas["WhollyOtherName"] = schemas.pop(name)
    _point(site.node, f"#/components/schemas/{name}", "#/components/schemas/WhollyOtherName")
    return True


def _point(node: Any, old: str, new: str) -> None:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(items):
        if value == old:
            node[key] = new
        else:
            _point(value, old, new)


KINDS.add("named schema has another name", whole, _component, "breaking", "model-renamed", "model-removed")
