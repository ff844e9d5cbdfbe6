"""A document as it stands, read without the generator: what it has, to compare with what was made of it.

It knows no more of OpenAPI than where operations are. YAML is read by PyYAML's own loader, but for what YAML
1.1 takes for dates, booleans (`no`) and sexagesimal numbers.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class _Loader(yaml.CSafeLoader):
    """PyYAML's loader with the scalars of JSON."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), _first)
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class RawOperation:
    """An operation, `node` and `item` with their own references followed."""

    method: str
    path: str
    node: Mapping[str, Any]
    item: Mapping[str, Any]


@dataclass(slots=True)
class Raw:
    """A document in as many files as it has; each reference in it is made absolute when its file is read."""

    root: Any
    path: Path
    _files: dict[str, Any] = field(default_factory=dict[str, Any])

    @classmethod
    def read(cls, path: Path) -> "Raw":
        raw = cls(root=None, path=path)
        raw.root = raw._file(path.as_uri())
        return raw

    @property
    def version(self) -> str:
        return str(self.root["openapi"])

    def operations(self) -> Iterator[RawOperation]:
        """The operations below `paths`, those of path items and operations in other files too."""
        for path, reference in (self.root.get("paths") or {}).items():
            if path.startswith("x-"):
                continue
            item = self._item(reference)
            if not isinstance(item, Mapping):
                continue
            nodes = {method: item[method] for method in METHODS if isinstance(item.get(method), Mapping)}
            nodes |= item.get("additionalOperations") or {}
            for method, node in nodes.items():
                name = method.upper() if method in METHODS else method
                yield RawOperation(method=name, path=path, node=self.follow(node), item=item)

    def _item(self, node: Any) -> Any:
        """A path item, with what stands beside its reference."""
        found = self.follow(node)
        if found is node or not isinstance(found, Mapping):
            return found
        return {**found, **{key: value for key, value in node.items() if key != "$ref"}}

    def follow(self, node: Any) -> Any:
        """What a node is, or what the references that it starts with end at."""
        for _ in range(100):
            if not isinstance(node, Mapping) or not isinstance(node.get("$ref"), str):
                return node
            node = self.at(node["$ref"])
        raise ValueError(f"{node['$ref']} goes round in circles")

    def at(self, uri: str) -> Any:
        """The node that an absolute reference leads to, through other references if need be."""
        file, _, fragment = uri.partition("#")
        node = self._file(file)
        for token in fragment.split("/")[1:]:
            node = self.follow(node)
            key = unquote(token).replace("~1", "/").replace("~0", "~")
            node = node[int(key)] if isinstance(node, list) else node[key]
        return node

    def _file(self, uri: str) -> Any:
        if uri not in self._files:
            path = Path(unquote(urlsplit(uri).path))
            text = path.read_text(encoding="utf-8-sig")
            data = json.loads(text) if path.suffix == ".json" else yaml.load(text, _Loader)
            self._files[uri] = _absolute(data, uri)
        return self._files[uri]


def _absolute(node: Any, base: str) -> Any:
    """The node with text for keys, and each reference made absolute."""
    if isinstance(node, list):
        return [_absolute(item, base) for item in node]
    if not isinstance(node, dict):
        return node
    made = {_key(key): _absolute(value, base) for key, value in node.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = urljoin(base, made["$ref"])
    return made


def _key(key: Any) -> str:
    return key if isinstance(key, str) else json.dumps(key)
