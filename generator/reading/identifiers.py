"""What schemas and documents call themselves: `$id` and `$anchor` (JSON Schema 2020-12), `$self` (OAS 3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

from generator.diagnostics import escape
from generator.reading.document import Document
from generator.reading.nodes import children, is_mapping

_WORDS = ("$id", "$self", "$anchor", "$dynamicAnchor")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The identifiers in a document.

    Attributes:
        bases: The base URI of each schema resource, by its pointer; the document itself has the pointer ''.
        anchors: The pointer of each anchor, by the pointer of its resource and its name.
    """

    bases: Mapping[str, str]
    anchors: Mapping[tuple[str, str], str]

    def resource(self, pointer: str) -> str:
        """Return the pointer of the schema resource that a node is part of."""
        if len(self.bases) == 1:
            return ""
        around = (base for base in self.bases if pointer == base or pointer.startswith(f"{base}/"))
        return max(around, key=len, default="")


class _Node(NamedTuple):
    node: Any
    pointer: str
    resource: str


def identifiers(document: Document) -> Identifiers:
    """Return what the schemas of a document call themselves; most say nothing, and are not searched."""
    bases = {"": _own_uri(document)}
    if not any(document.mentions(word) for word in _WORDS):
        return Identifiers(bases, {})
    anchors: dict[tuple[str, str], str] = {}
    stack = [_Node(document.data, "", "")]
    while stack:
        node, pointer, resource = stack.pop()
        if is_mapping(node):
            resource = _name(node, pointer, resource, bases, anchors)
        stack += (_Node(child, f"{pointer}/{escape(str(key))}", resource) for key, child in children(node))
    return Identifiers(bases, anchors)


def _name(
    node: dict[str, Any],
    pointer: str,
    resource: str,
    bases: dict[str, str],
    anchors: dict[tuple[str, str], str],
) -> str:
    """Enter what a node calls itself, and return the pointer of the resource that it is part of."""
    uri = node.get("$self", node.get("$id")) if not pointer else node.get("$id")
    if isinstance(uri, str) and not uri.startswith("#"):
        bases[pointer] = urljoin(bases[resource], uri.partition("#")[0])
        resource = pointer
    for word in ("$anchor", "$dynamicAnchor"):
        if isinstance(node.get(word), str):
            anchors.setdefault((resource, node[word]), pointer)
    return resource


def _own_uri(document: Document) -> str:
    return (document.path or Path(document.name)).absolute().as_uri()
