"""Changes that nobody sees."""

from typing import Any

from tests.drift.mutations.changes import contents_of, sets
from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, bodies, operations, properties, responses, whole

KINDS = Kinds()


def _reordered(node: Any, within: str = "") -> Any:
    """Return data in which everything is in another order that has none."""
    if isinstance(node, dict):
        return {key: _reordered(value, key) for key, value in reversed(node.items())}
    if isinstance(node, list):
        kept = [_reordered(item) for item in node]
        return (
            kept[::-1] if within in {"enum", "tags"} and all(isinstance(item, str) for item in kept) else kept
        )
    return node


def _replace(site: Site, document: dict[str, Any]) -> None:
    site.node.clear()
    site.node.update(document)


def _described(node: Any) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            if (
                key in {"description", "summary", "title"}
                and isinstance(value, str)
                and "cursor" not in value
            ):
                node[key] = f"{value} And more."
            elif key not in {"properties", "example", "examples", "default", "enum", "title"}:
                _described(value)
    elif isinstance(node, list):
        for item in node:
            _described(item)


KINDS.add(
    "keys are in another order", whole, lambda site: _replace(site, _reordered(dict(site.node))), "none"
)
KINDS.add(
    "operation is described otherwise",
    operations,
    sets(description="Wholly other words.", summary="Other words"),
    "none",
)
KINDS.add(
    "the document is described otherwise",
    whole,
    lambda site: site.node["info"].update(description="Other words."),
    "none",
)
KINDS.add("the version is another one", whole, lambda site: site.node["info"].update(version="99.9"), "none")
KINDS.add("an extension is added", whole, lambda site: site.node.update({"x-nobody-knows": {"a": 1}}), "none")
KINDS.add("an extension of an operation is added", operations, sets(**{"x-nobody-knows": {"a": 1}}), "none")
KINDS.add(
    "a property is described otherwise",
    properties("response", "string", "integer"),
    sets(description="Other words."),
    "none",
)
KINDS.add(
    "a body has an example",
    bodies,
    lambda site: next(iter(contents_of(site).values())).update(example={"a": 1}),
    "none",
)
KINDS.add(
    "an external documentation is added",
    operations,
    sets(externalDocs={"url": "https://docs.example"}),
    "none",
)
KINDS.add(
    "a response is described otherwise",
    responses("2"),
    lambda site: site.node.update(description="Other words.") if "$ref" not in site.node else False,
    "none",
)
KINDS.add(
    "a tag is described otherwise",
    whole,
    lambda site: (
        site.node.update(tags=[{**tag, "description": "Other words."} for tag in site.node["tags"]])
        if site.node.get("tags")
        else False
    ),
    "none",
)
