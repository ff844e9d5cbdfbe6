"""What is done to a node of a document, by many kinds of changes."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.drift.sites import Site, owner


def sets(**values: Any) -> Callable[[Site], None]:
    """Return what sets keys of a node; `_` in them stands for nothing, and None takes a key away."""

    def change(site: Site) -> None:
        _update(site.node, values)

    return change


def in_schema(**values: Any) -> Callable[[Site], None]:
    """Return what sets keys of a parameter's schema."""

    def change(site: Site) -> None:
        _update(site.node["schema"], values)

    return change


def _update(node: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        name = key.rstrip("_")
        if value is None:
            node.pop(name, None)
        else:
            node[name] = value


def typed(type_: str, **more: Any) -> Callable[[Site], None]:
    """Return what makes a schema one of another type and nothing else."""

    def change(site: Site) -> None:
        node = site.node.get("schema", site.node) if "in" in site.node else site.node
        node.clear()
        node.update({"type": type_, **more})

    return change


def remove(site: Site) -> None:
    del site.holder[site.key]


def remove_property(site: Site) -> None:
    schema = owner(site)
    if site.key in schema.get("required", []):
        schema["required"].remove(site.key)
    del site.holder[site.key]


def require(site: Site) -> None:
    schema = owner(site)
    schema["required"] = [*schema.get("required", []), site.key]


def release(site: Site) -> bool:
    required = owner(site)["required"]
    if len(required) == 1:  # it may be given by position, and then loses that
        return False
    required.remove(site.key)
    return True


def renamed(site: Site) -> None:
    schema = owner(site)
    site.holder[f"{site.key}Renamed"] = site.holder.pop(site.key)
    if site.key in schema.get("required", []):
        schema["required"][schema["required"].index(site.key)] = f"{site.key}Renamed"


def add_property(*, required: bool) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        site.node["properties"]["brand_new_thing"] = {"type": "string"}
        if required:
            site.node["required"] = [*site.node.get("required", []), "brand_new_thing"]

    return change


def make_nullable(site: Site) -> None:
    if str(site.document["openapi"]).startswith("3.0"):
        site.node["nullable"] = True
    else:
        site.node["type"] = [site.node["type"], "null"]


def append(key: str, value: Any) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        site.node[key] = [*site.node.get(key, []), value]

    return change


def drop_last(key: str) -> Callable[[Site], bool]:
    def change(site: Site) -> bool:
        if len(site.node[key]) < 3:
            return False
        site.node[key] = site.node[key][:-1]
        return True

    return change


def contents_of(site: Site) -> dict[str, Any]:
    """Return what a body or a response may hold, by its media types."""
    return site.node["content"]
