"""What schemas and documents call themselves: `$id`, `$anchor` (JSON Schema 2020-12), `$self` (OAS 3.2)."""

from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

from generator.diagnostics import escape
from generator.reading.document import Document
from generator.reading.nodes import children, is_mapping
from generator.records import dataclass

_WORDS = ("$id", "$self", "$anchor", "$dynamicAnchor")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The identifiers in a document.

    Attributes:
        uris: The base URI of each resource, which is the document (its pointer is '') or a schema with an
            `$id` in it, by its pointer.
        anchors: The pointer of each anchor, by the pointer of the resource that it is in, and its name.
    """

    uris: dict[str, str] = field(default_factory=dict[str, str])
    anchors: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def resource(self, pointer: str) -> str:
        """Return the pointer of the resource that a node is part of."""
        if not self.uris:
            return ""
        while pointer not in self.uris:
            pointer = pointer.rpartition("/")[0]
        return pointer


class _Node(NamedTuple):
    node: Any
    pointer: str
    resource: str


def identifiers(document: Document) -> Identifiers:
    """Return what the schemas of a document call themselves; most say nothing, and are not searched."""
    if not document.mentions(_WORDS):
        return Identifiers()
    found = Identifiers({"": document.url or (document.path or Path(document.name)).absolute().as_uri()})
    stack = [_Node(document.data, "", "")]
    while stack:
        node, pointer, resource = stack.pop()
        if is_mapping(node):
            resource = _enter(node, pointer, resource, found)
        stack += (_Node(child, f"{pointer}/{escape(str(key))}", resource) for key, child in children(node))
    return found


def _enter(node: dict[str, Any], pointer: str, resource: str, found: Identifiers) -> str:
    """Enter what a node calls itself, and return the pointer of the resource that it is part of."""
    uri = node.get("$id") if pointer else node.get("$self", node.get("$id"))
    if isinstance(uri, str) and not uri.startswith("#"):
        found.uris[pointer] = urljoin(found.uris[resource], uri.partition("#")[0])
        resource = pointer
    for word in ("$anchor", "$dynamicAnchor"):
        if isinstance(node.get(word), str):
            found.anchors.setdefault((resource, node[word]), pointer)
    return resource
