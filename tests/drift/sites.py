"""Where a document can be changed: parts of raw documents, found the same way in every copy of one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
Direction: TypeAlias = Literal["request", "response", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A part of a document: what holds it, its key there, and in which direction it travels."""

    document: dict[str, Any]
    holder: Any
    key: Any
    direction: Direction = "both"

    @property
    def node(self) -> Any:
        """The part itself."""
        return self.holder[self.key]


Finder: TypeAlias = Callable[[dict[str, Any]], Iterator[Site]]


def whole(document: dict[str, Any]) -> Iterator[Site]:
    """Yield the document."""
    yield Site(document=document, holder={"": document}, key="")


def operations(document: dict[str, Any]) -> Iterator[Site]:
    """Yield operations, of which the holders are path items."""
    for item in document.get("paths", {}).values():
        for method in METHODS:
            if isinstance(item.get(method), dict) and isinstance(item[method].get("responses"), dict):
                yield Site(document=document, holder=item, key=method)


def resolved(document: dict[str, Any], node: Any) -> Any:
    """Return what a local reference leads to."""
    for _ in range(10):
        if not (isinstance(node, dict) and str(node.get("$ref", "")).startswith("#/")):
            break
        target: Any = document
        for token in node["$ref"][2:].split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def parameters(where: str, *types: str, required: bool | None = None) -> Finder:
    """Return the finder of parameters that an operation declares itself, by location and type."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for operation in operations(document):
            declared = operation.node.get("parameters", [])
            for index, node in enumerate(declared):
                schema = node.get("schema", {}) if isinstance(node, dict) else {}
                if (
                    node.get("in") == where
                    and (not types or schema.get("type") in types)
                    and "$ref" not in schema
                    and "enum" not in schema
                    and required in {None, bool(node.get("required"))}
                ):
                    yield Site(document=document, holder=declared, key=index, direction="request")

    return find


def bodies(document: dict[str, Any]) -> Iterator[Site]:
    """Yield request bodies that operations have themselves."""
    for operation in operations(document):
        if "content" in operation.node.get("requestBody", {}):
            yield Site(document=document, holder=operation.node, key="requestBody", direction="request")


def responses(status: str) -> Finder:
    """Return the finder of the responses with a status, which begins so."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for operation in operations(document):
            found = operation.node.get("responses", {})
            for key in found:
                if str(key).startswith(status):
                    yield Site(document=document, holder=found, key=key, direction="response")

    return find


def schemas(document: dict[str, Any], wanted: Direction) -> Iterator[Site]:
    """Yield all object schemas in JSON that travel in a direction and in no other."""
    found: dict[int, tuple[Site, set[str]]] = {}
    for operation in operations(document):
        body = resolved(document, operation.node.get("requestBody", {}))
        for content in body.get("content", {}).values():
            _walk(document, content, "schema", "request", found)
        for response in operation.node.get("responses", {}).values():
            whole_response = resolved(document, response)
            for content in (
                whole_response.get("content", {}).values() if isinstance(whole_response, dict) else ()
            ):
                _walk(document, content, "schema", "response", found)
    for site, directions in found.values():
        told: Direction = (
            "both" if len(directions) > 1 else "request" if "request" in directions else "response"
        )
        if told == wanted:
            yield Site(document=document, holder=site.holder, key=site.key, direction=told)


def _walk(
    document: dict[str, Any], holder: Any, key: Any, direction: str, found: dict[int, tuple[Site, set[str]]]
) -> None:
    node = holder.get(key) if isinstance(holder, dict) else holder[key] if isinstance(holder, list) else None
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        target = resolved(document, node)
        if target is not node:
            _walk(document, {"": target}, "", direction, found)
        return
    site, directions = found.setdefault(id(node), (Site(document=document, holder=holder, key=key), set()))
    del site
    if direction in directions:
        return
    directions.add(direction)
    for name in node.get("properties", {}):
        _walk(document, node["properties"], name, direction, found)
    for keyword in ("items", "additionalProperties"):
        _walk(document, node, keyword, direction, found) if keyword in node else None
    for keyword in ("allOf", "oneOf", "anyOf"):
        for index in range(len(node.get(keyword, ()))):
            _walk(document, node[keyword], index, direction, found)


def objects(wanted: Direction) -> Finder:
    """Return the finder of plain objects with properties."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for site in schemas(document, wanted):
            if site.node.get("properties") and not {"allOf", "oneOf", "anyOf"} & site.node.keys():
                yield site

    return find


def properties(wanted: Direction, *types: str, required: bool | None = None, enum: bool = False) -> Finder:
    """Return the finder of properties of plain objects, by type."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for site in objects(wanted)(document):
            for name, node in site.node["properties"].items():
                if (
                    isinstance(node, dict)
                    and (node.get("type") in types or (enum and "enum" in node))
                    and ("enum" in node) == enum
                    and len(node.get("enum", "abc")) > 2
                    and not {"readOnly", "writeOnly", "const", "nullable", "format"} & node.keys()
                    and required in {None, name in site.node.get("required", [])}
                ):
                    yield Site(
                        document=document, holder=site.node["properties"], key=name, direction=site.direction
                    )

    return find


def owner(site: Site) -> dict[str, Any]:
    """Return the object schema that a property is of."""
    for direction in ("request", "response", "both"):
        for found in objects(direction)(site.document):
            if found.node["properties"] is site.holder:
                return found.node
    raise LookupError(site.key)


def unions(wanted: Direction) -> Finder:
    """Return the finder of unions of at least three named objects."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for site in schemas(document, wanted):
            variants = site.node.get("oneOf") or site.node.get("anyOf") or []
            if len(variants) > 2 and all("$ref" in item for item in variants if isinstance(item, dict)):
                yield site

    return find
