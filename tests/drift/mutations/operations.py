"""Changes of operations: where they are, and whether."""

from tests.drift.mutations.changes import remove, sets
from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, operations, whole

KINDS = Kinds()


def _path_of(site: Site) -> str:
    return next(path for path, item in site.document["paths"].items() if item is site.holder)


def _move(site: Site) -> None:
    paths = site.document["paths"]
    item = site.holder
    paths[f"/moved{_path_of(site)}"] = {
        **{key: value for key, value in item.items() if key not in ("get", "put", "post", "delete", "patch")},
        site.key: item.pop(site.key),
    }


def _other_method(site: Site) -> bool:
    other = {"post": "put", "put": "patch", "patch": "put", "get": "query"}.get(site.key)
    if other is None or other in site.holder or site.key == "get" or "operationId" not in site.node:
        return False
    site.holder[other] = site.holder.pop(site.key)
    return True


def _other_case(site: Site) -> bool:
    name = site.node.get("operationId", "")
    if name.swapcase() == name:
        return False
    site.node["operationId"] = name[:1].swapcase() + name[1:]
    return True


KINDS.add("operation is removed", operations, remove, "breaking", "operation-removed")
KINDS.add(
    "operation is added",
    whole,
    lambda site: site.node["paths"].update(
        {"/brand-new": {"get": {"responses": {"204": {"description": "d"}}}}}
    ),
    "compatible",
    "operation-added",
)
KINDS.add(
    "operation is deprecated",
    operations,
    lambda site: site.node.update(deprecated=True) if not site.node.get("deprecated") else False,
    "compatible",
    "operation-deprecated",
)
KINDS.add(
    "operation is at another path",
    lambda document: (site for site in operations(document) if site.node.get("operationId")),
    _move,
    "breaking",
    "path-changed",
    "operation-removed",
)
KINDS.add("operation has another method", operations, _other_method, "breaking", "method-changed")
KINDS.add(
    "operation has another server",
    operations,
    sets(servers=[{"url": "https://elsewhere.example"}]),
    "breaking",
    "operation-server-changed",
)
KINDS.add("case of an operationId", operations, _other_case, "none")
