"""Kinds of changes of a document, each with what is to be told of it: its rules, aspect and severity."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from tests.drift.sites import (
    Finder,
    Site,
    bodies,
    objects,
    operations,
    owner,
    parameters,
    properties,
    resolved,
    responses,
    unions,
    whole,
)

Expected: TypeAlias = Literal["breaking", "compatible", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of change.

    Attributes:
        name: what is done.
        sites: where it can be done.
        change: does it; false where it cannot be done there after all.
        rules: of these ids one has to be told.
        severity: of all that is told together.
    """

    name: str
    sites: Finder
    change: Callable[[Site], bool | None]
    rules: frozenset[str]
    severity: Expected


KINDS: list[Kind] = []


def _kind(
    name: str, sites: Finder, change: Callable[[Site], bool | None], severity: Expected, *rules: str
) -> None:
    KINDS.append(Kind(name=name, sites=sites, change=change, rules=frozenset(rules), severity=severity))


def _set(**values: Any) -> Callable[[Site], None]:
    """Return what sets keys of a node; `_` in them stands for nothing, and None takes a key away."""

    def change(site: Site) -> None:
        _update(site.node, values)

    return change


def _schema(**values: Any) -> Callable[[Site], None]:
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


def _typed(type_: str, **more: Any) -> Callable[[Site], None]:
    """Return what makes a schema one of another type and nothing else."""

    def change(site: Site) -> None:
        node = site.node.get("schema", site.node) if "in" in site.node else site.node
        node.clear()
        node.update({"type": type_, **more})

    return change


def _remove(site: Site) -> None:
    del site.holder[site.key]


def _remove_property(site: Site) -> None:
    schema = owner(site)
    if site.key in schema.get("required", []):
        schema["required"].remove(site.key)
    del site.holder[site.key]


def _require(site: Site) -> None:
    schema = owner(site)
    schema["required"] = [*schema.get("required", []), site.key]


def _release(site: Site) -> bool:
    required = owner(site)["required"]
    if len(required) == 1:  # it may be given by position, and then loses that
        return False
    required.remove(site.key)
    return True


def _renamed(site: Site) -> None:
    schema = owner(site)
    site.holder[f"{site.key}Renamed"] = site.holder.pop(site.key)
    if site.key in schema.get("required", []):
        schema["required"][schema["required"].index(site.key)] = f"{site.key}Renamed"


def _add_property(*, required: bool) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        site.node["properties"]["brand_new_thing"] = {"type": "string"}
        if required:
            site.node["required"] = [*site.node.get("required", []), "brand_new_thing"]

    return change


def _nullable(site: Site) -> None:
    if str(site.document["openapi"]).startswith("3.0"):
        site.node["nullable"] = True
    else:
        site.node["type"] = [site.node["type"], "null"]


def _append(key: str, value: Any) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        site.node[key] = [*site.node.get(key, []), value]

    return change


def _drop_last(key: str) -> Callable[[Site], bool]:
    def change(site: Site) -> bool:
        if len(site.node[key]) < 3:
            return False
        site.node[key] = site.node[key][:-1]
        return True

    return change


# --- parameters ---


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
    _kind(
        f"query parameter {_type} becomes {_other}",
        parameters("query", _type),
        _typed(_other),
        "breaking",
        "parameter-type-changed",
    )
_kind(
    "query parameter integer becomes number",
    parameters("query", "integer"),
    _typed("number"),
    "compatible",
    "parameter-type-widened",
)
_kind(
    "query parameter number becomes integer",
    parameters("query", "number"),
    _typed("integer"),
    "breaking",
    "parameter-type-narrowed",
)
_kind(
    "query parameter single becomes list",
    parameters("query", "string"),
    _typed("array", items={"type": "string"}),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "query parameter list becomes single",
    parameters("query", "array"),
    _typed("string"),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "items of a query parameter become booleans",
    parameters("query", "array"),
    _typed("array", items={"type": "boolean"}),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "query parameter gets a format",
    parameters("query", "string"),
    _schema(format="date-time"),
    "breaking",
    "parameter-type-changed",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
)
_kind(
    "query parameter gets a told format",
    parameters("query", "string"),
    _schema(format="hostname"),
    "breaking",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
    "parameter-type-changed",
)
_kind(
    "query parameter gets an enum",
    parameters("query", "string"),
    _schema(enum=["a", "b", "c"], default=None),
    "breaking",
    "parameter-type-narrowed",
    "parameter-type-changed",
)
_kind(
    "query parameter gets a limit",
    parameters("query", "string"),
    _schema(maxLength=3),
    "breaking",
    "parameter-limits-narrowed",
)
_kind(
    "query parameter gets a pattern",
    parameters("query", "string"),
    _schema(pattern="^x"),
    "breaking",
    "parameter-limits-narrowed",
    "parameter-limits-changed",
)
_kind(
    "query parameter gets a minimum",
    parameters("query", "integer"),
    _schema(minimum=4),
    "breaking",
    "parameter-limits-narrowed",
)
_kind(
    "query parameter gets another default",
    parameters("query", "integer"),
    _schema(default=7),
    "compatible",
    "parameter-default-changed",
)
_kind(
    "optional query parameter is required",
    parameters("query", "string", "integer", required=False),
    _set(required=True),
    "breaking",
    "parameter-required",
)
_kind(
    "required query parameter is optional",
    _one_of_several,
    _set(required=False),
    "compatible",
    "parameter-optional",
)
_kind(
    "query parameter is renamed",
    parameters("query", "string", "integer", "boolean"),
    _set(name="wholly_other"),
    "breaking",
    "parameter-removed",
)
_kind(
    "query parameter moves to a header",
    parameters("query", "string", "integer", required=False),
    _set(in_="header"),
    "breaking",
    "parameter-moved",
)
_kind(
    "header parameter moves to the query",
    parameters("header", "string"),
    _set(in_="query"),
    "breaking",
    "parameter-moved",
)
_kind("query parameter is removed", parameters("query"), _remove, "breaking", "parameter-removed")
_kind("header parameter is removed", parameters("header", "string"), _remove, "breaking", "parameter-removed")
_kind("cookie parameter is removed", parameters("cookie"), _remove, "breaking", "parameter-removed")
_kind(
    "header parameter becomes integer",
    parameters("header", "string"),
    _typed("integer"),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "cookie parameter becomes integer",
    parameters("cookie", "string"),
    _typed("integer"),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "path parameter integer becomes string",
    parameters("path", "integer"),
    _typed("string"),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "path parameter string becomes integer",
    parameters("path", "string"),
    _typed("integer"),
    "breaking",
    "parameter-type-changed",
)
_kind(
    "path parameter gets a style",
    parameters("path", "string", "integer"),
    _set(style="label"),
    "breaking",
    "parameter-style-changed",
)
_kind(
    "list gets another style",
    parameters("query", "array"),
    _set(style="pipeDelimited", explode=False),
    "breaking",
    "parameter-style-changed",
)
_kind(
    "deepObject becomes form",
    parameters("query", "object"),
    _set(style="form"),
    "breaking",
    "parameter-style-changed",
    "parameter-removed",
)
_kind(
    "list is exploded otherwise",
    parameters("query", "array"),
    lambda site: site.node.update(explode=not site.node.get("explode", True)),
    "breaking",
    "parameter-explode-changed",
)
_kind(
    "query parameter allows reserved characters",
    parameters("query", "string"),
    _set(allowReserved=True),
    "breaking",
    "parameter-encoding-changed",
)
_kind(
    "parameter is JSON",
    parameters("query", "string", "integer"),
    lambda site: site.node.update(content={"application/json": {"schema": site.node.pop("schema")}}),
    "breaking",
    "parameter-encoding-changed",
)
_kind(
    "query parameter is deprecated",
    parameters("query"),
    _set(deprecated=True),
    "compatible",
    "parameter-deprecated",
)
_kind(
    "optional query parameter is added",
    operations,
    _append("parameters", {"name": "addedHere", "in": "query", "schema": {"type": "string"}}),
    "compatible",
    "parameter-added",
)
_kind(
    "required query parameter is added",
    operations,
    _append(
        "parameters", {"name": "addedHere", "in": "query", "required": True, "schema": {"type": "string"}}
    ),
    "breaking",
    "parameter-added-required",
)
_kind(
    "optional header parameter is added",
    operations,
    _append("parameters", {"name": "X-Added", "in": "header", "schema": {"type": "string"}}),
    "compatible",
    "parameter-added",
)
_kind(
    "required header parameter is added",
    operations,
    _append(
        "parameters", {"name": "X-Added", "in": "header", "required": True, "schema": {"type": "string"}}
    ),
    "breaking",
    "parameter-added-required",
)

# --- properties, by direction ---

for _way, _removed in (("request", "breaking"), ("response", "breaking"), ("both", "breaking")):
    _any = ("string", "integer", "boolean", "number")
    _kind(
        f"{_way} property string becomes integer",
        properties(_way, "string"),
        _typed("integer"),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property integer becomes boolean",
        properties(_way, "integer"),
        _typed("boolean"),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property boolean becomes string",
        properties(_way, "boolean"),
        _typed("string"),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property single becomes list",
        properties(_way, "string"),
        _typed("array", items={"type": "string"}),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property list becomes single",
        properties(_way, "array"),
        _typed("string"),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property is removed", properties(_way, *_any), _remove_property, "breaking", "field-removed"
    )
    _kind(f"{_way} property is renamed", properties(_way, *_any), _renamed, "breaking", "field-removed")
    _kind(
        f"{_way} property is deprecated",
        properties(_way, *_any),
        _set(deprecated=True),
        "compatible",
        "field-deprecated",
    )
    _kind(
        f"{_way} property gets a date",
        properties(_way, "string"),
        _set(format="date"),
        "breaking",
        "field-type-changed",
    )
    _kind(
        f"{_way} property is added", objects(_way), _add_property(required=False), "compatible", "field-added"
    )
    _kind(
        f"{_way} property gets a default",
        properties(_way, "integer", required=False),
        _set(default=5),
        "compatible",
        "field-default-changed",
    )

_OPPOSITE: dict[Any, tuple[Expected, Expected]] = {
    "request": ("breaking", "compatible"),
    "response": ("compatible", "breaking"),
    "both": ("breaking", "breaking"),
}
for _way, (_narrower, _wider) in _OPPOSITE.items():
    _any = ("string", "integer", "boolean", "number")
    _kind(
        f"{_way} property integer becomes number",
        properties(_way, "integer"),
        _typed("number"),
        _wider,
        "field-type-widened",
    )
    _kind(f"{_way} property may be null", properties(_way, *_any), _nullable, _wider, "field-type-widened")
    _kind(
        f"{_way} property is required",
        properties(_way, *_any, required=False),
        _require,
        _narrower,
        "field-required",
    )
    _kind(
        f"{_way} property is optional",
        properties(_way, *_any, required=True),
        _release,
        _wider,
        "field-optional",
    )
    _kind(
        f"required {_way} property is added",
        objects(_way),
        _add_property(required=True),
        _narrower,
        "field-added-required",
    )
    _kind(
        f"{_way} property gets a limit",
        properties(_way, "string"),
        _set(maxLength=1),
        _narrower,
        "field-limits-narrowed",
    )
    _kind(
        f"{_way} property gets a told format",
        properties(_way, "string"),
        _set(format="hostname"),
        _narrower,
        "field-limits-narrowed",
    )
    _kind(
        f"{_way} property takes anything",
        properties(_way, *_any),
        lambda site: site.node.clear(),
        _wider,
        "field-type-widened",
    )
    _kind(
        f"{_way} map takes anything",
        objects(_way),
        _set(additionalProperties={"type": "integer"}),
        _narrower,
        "extra-narrowed",
    )

for _way in ("request", "response", "both"):
    _kind(
        f"{_way} enum value is added",
        properties(_way, enum=True),
        _append("enum", "added-value"),
        "compatible",
        "enum-value-added",
    )
    _kind(
        f"{_way} enum value is removed",
        properties(_way, enum=True),
        _drop_last("enum"),
        "breaking",
        "enum-value-removed",
    )

# --- unions ---


def _variants(site: Site) -> list[Any]:
    return site.node["oneOf"] if "oneOf" in site.node else site.node["anyOf"]


def _drop_variant(site: Site) -> None:
    gone = _variants(site).pop()
    mapping = site.node.get("discriminator", {}).get("mapping", {})
    for value in [value for value, target in mapping.items() if target == gone.get("$ref")]:
        del mapping[value]


def _add_variant(site: Site) -> None:
    site.document["components"]["schemas"]["BrandNewVariant"] = {
        "type": "object",
        "required": ["brand_new"],
        "properties": {"brand_new": {"type": "string"}},
    }
    _variants(site).append({"$ref": "#/components/schemas/BrandNewVariant"})


for _way in ("request", "response"):
    _kind(
        f"{_way} union gets a variant",
        unions(_way),
        _add_variant,
        "compatible",
        "field-type-extended",
        "variant-added",
        "model-type-extended",
    )

# --- bodies ---


def _content(site: Site) -> dict[str, Any]:
    return site.node["content"]


def _other_media_type(site: Site) -> None:
    content = _content(site)
    content["application/vnd.other+json"] = content.pop(next(iter(content)))


def _more_media_types(site: Site) -> None:
    content = _content(site)
    content["application/vnd.other+json"] = dict(content[next(iter(content))])


_kind("body is removed", bodies, _remove, "breaking", "body-removed")
_kind("body is of another media type", bodies, _other_media_type, "breaking", "body-media-type-removed")
_kind("body may be of another media type", bodies, _more_media_types, "compatible", "body-media-type-added")
_kind(
    "body is required or not",
    bodies,
    lambda site: site.node.update(required=True) if not site.node.get("required") else False,
    "breaking",
    "body-required",
)
_kind(
    "body is a list",
    bodies,
    lambda site: (
        _content(site).update(
            {next(iter(_content(site))): {"schema": {"type": "array", "items": {"type": "integer"}}}}
        )
        if next(iter(_content(site))) == "application/json"
        else False
    ),
    "breaking",
    "body-type-changed",
)

# --- responses ---

_kind(
    "error response is added",
    operations,
    lambda site: site.node["responses"].update({"418": {"description": "d"}}),
    "compatible",
    "response-added",
)
_kind(
    "error response is removed",
    lambda document: (site for site in responses("4")(document) if "content" not in site.node),
    _remove,
    "compatible",
    "response-removed",
)
_kind(
    "success is something else",
    lambda document: (
        site for site in responses("20")(document) if "application/json" in site.node.get("content", {})
    ),
    lambda site: site.node["content"]["application/json"].update(schema={"type": "integer"}),
    "breaking",
    "response-type-changed",
)
_kind(
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
_kind(
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
_kind(
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
_kind(
    "response header is removed",
    lambda document: (site for site in responses("2")(document) if site.node.get("headers")),
    lambda site: site.node.pop("headers") and None,
    "breaking",
    "header-removed",
)
_kind(
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

# --- operations ---


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


_kind("operation is removed", operations, _remove, "breaking", "operation-removed")
_kind(
    "operation is added",
    whole,
    lambda site: site.node["paths"].update(
        {"/brand-new": {"get": {"responses": {"204": {"description": "d"}}}}}
    ),
    "compatible",
    "operation-added",
)
_kind(
    "operation is deprecated",
    operations,
    lambda site: site.node.update(deprecated=True) if not site.node.get("deprecated") else False,
    "compatible",
    "operation-deprecated",
)
_kind(
    "operation is at another path",
    lambda document: (site for site in operations(document) if site.node.get("operationId")),
    _move,
    "breaking",
    "path-changed",
    "operation-removed",
)
_kind("operation has another method", operations, _other_method, "breaking", "method-changed")
_kind(
    "operation has another server",
    operations,
    _set(servers=[{"url": "https://elsewhere.example"}]),
    "breaking",
    "operation-server-changed",
)
_kind("case of an operationId", operations, _other_case, "none")

# --- the whole ---

_kind(
    "server is changed",
    lambda document: (site for site in whole(document) if document.get("servers")),
    lambda site: site.node["servers"][0].update(url="https://elsewhere.example"),
    "breaking",
    "server-changed",
)
_kind(
    "server is added",
    lambda document: (site for site in whole(document) if document.get("servers")),
    lambda site: site.node["servers"].append({"url": "https://elsewhere.example"}),
    "compatible",
    "server-added",
)
_kind(
    "server is removed",
    lambda document: (site for site in whole(document) if len(document.get("servers", [])) > 1),
    lambda site: site.node["servers"].pop() and None,
    "breaking",
    "server-removed",
)
_kind(
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


def _schemes(document: dict[str, Any]) -> Any:
    schemes = document.get("components", {}).get("securitySchemes", {})
    for key, node in schemes.items():
        if node.get("type") in {"http", "apiKey"}:
            yield Site(document=document, holder=schemes, key=key)


_kind(
    "security scheme is another header",
    _schemes,
    lambda site: (
        site.node.clear(),
        site.node.update({"type": "apiKey", "in": "header", "name": "X-Wholly-Other"}),
    )[1],
    "breaking",
    "credential-changed",
)
_kind(
    "security scheme is in the query",
    _schemes,
    lambda site: (
        site.node.clear(),
        site.node.update({"type": "apiKey", "in": "query", "name": "credential"}),
    )[1],
    "breaking",
    "credential-changed",
)
_kind(
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
_kind(
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
_kind(
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


_kind("named schema has another name", whole, _component, "breaking", "model-renamed", "model-removed")

# --- what nobody sees ---


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


_kind("keys are in another order", whole, lambda site: _replace(site, _reordered(dict(site.node))), "none")
_kind(
    "operation is described otherwise",
    operations,
    _set(description="Wholly other words.", summary="Other words"),
    "none",
)
_kind(
    "the document is described otherwise",
    whole,
    lambda site: site.node["info"].update(description="Other words."),
    "none",
)
_kind("the version is another one", whole, lambda site: site.node["info"].update(version="99.9"), "none")
_kind("an extension is added", whole, lambda site: site.node.update({"x-nobody-knows": {"a": 1}}), "none")
_kind("an extension of an operation is added", operations, _set(**{"x-nobody-knows": {"a": 1}}), "none")
_kind(
    "a property is described otherwise",
    properties("response", "string", "integer"),
    _set(description="Other words."),
    "none",
)
_kind(
    "a body has an example",
    bodies,
    lambda site: next(iter(_content(site).values())).update(example={"a": 1}),
    "none",
)
_kind(
    "an external documentation is added",
    operations,
    _set(externalDocs={"url": "https://docs.example"}),
    "none",
)
_kind(
    "a response is described otherwise",
    responses("2"),
    lambda site: site.node.update(description="Other words.") if "$ref" not in site.node else False,
    "none",
)
_kind(
    "a tag is described otherwise",
    whole,
    lambda site: (
        site.node.update(tags=[{**tag, "description": "Other words."} for tag in site.node["tags"]])
        if site.node.get("tags")
        else False
    ),
    "none",
)


def _objects_in_json(sites: Finder) -> Finder:
    """Return the finder of the contents in JSON, of what others find, that are objects by name."""

    def find(document: dict[str, Any]) -> Iterator[Site]:
        for site in sites(document):
            content = site.node.get("content", {})
            schema = content.get("application/json", {}).get("schema")
            told = resolved(document, schema)
            if isinstance(schema, dict) and "$ref" in schema and _is_object(told):
                yield replace(site, holder=content, key="application/json")

    return find


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and "properties" in schema and not {"oneOf", "anyOf"} & schema.keys()


_OTHER_OBJECT = {"type": "object", "required": ["zz"], "properties": {"zz": {"type": "integer"}}}


def _one_of_two(site: Site) -> None:
    site.node["schema"] = {"oneOf": [site.node["schema"], _OTHER_OBJECT]}


_kind(
    "an answer becomes one of two objects",
    _objects_in_json(responses("200")),
    _one_of_two,
    "breaking",
    "response-type-widened",
)
