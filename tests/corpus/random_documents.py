"""Documents made up at random, the same for the same seed: every keyword beside and inside every other."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

Schema = dict[str, Any]

PROPERTIES = (
    *("id", "name", "type", "kind", "Kind", "created_at", "createdAt", "items", "value", "schema", "copy"),
    *("class", "a-b", "a_b", "$ref2", "@id", "x.y", "2fa", "", "list", "str", "model_config", "None", "日"),
)
SCHEMAS = (*(f"S{number}" for number in range(12)), "Error", "error", "list", "Model", "Foo.Bar", "foo-bar")
VALUES = ("a", "b", "A", "c d", "", "x-y", "x_y", "1", "None", "é")
FORMATS = ("date-time", "date", "uuid", "byte", "binary", "duration", "decimal", "email")
ANNOTATIONS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("description", ("x", "two\nlines", '"quotes" \\ \'\'\' """', "- a\n- b")),
    ("title", ("Title", "A b", "list")),
    ("nullable", (True,)),
    ("readOnly", (True,)),
    ("writeOnly", (True,)),
    ("default", (1, "a", None, [], {}, True)),
    ("deprecated", (True,)),
    ("not", ({"type": "null"},)),
)
MEDIA_TYPES = (
    *("application/json",) * 6,
    *("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "application/octet-stream"),
    *("*/*", "application/vnd.a+json", "application/x-ndjson", "image/*"),
)
DEEPEST = 3


@dataclass(slots=True)
class Maker:
    """Makes one document."""

    random: Random
    names: tuple[str, ...] = field(default=SCHEMAS)

    def document(self) -> dict[str, Any]:
        """A document with references in all directions, but for names that only stand for each other."""
        schemas = {name: self._of_its_own() for name in self.names}
        paths = {f"/p{number}/{{id}}": self._item() for number in range(8)}
        info = {"title": "Random", "version": "1"}
        return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}

    def _may(self, chance: float) -> bool:
        return self.random.random() < chance

    def _some(self, values: tuple[Any, ...], most: int, *, least: int = 0) -> list[Any]:
        return self.random.sample(values, self.random.randint(least, most))

    # --- schemas ---

    def _of_its_own(self) -> Schema:
        while "$ref" in (schema := self._schema(0)):
            pass
        return schema

    def _schema(self, depth: int) -> Schema:
        make = self.random.choice(
            (self._scalar, self._scalar, self._reference)
            if depth > DEEPEST
            else (
                *(self._scalar, self._scalar, self._reference, self._reference, self._reference),
                *(self._array, self._object, self._object, self._map, self._union, self._all_of, self._tuple),
            )
        )
        schema = make(depth + 1)
        return schema | {
            key: self.random.choice(values)
            for key, values in ANNOTATIONS
            if make != self._reference and self._may(0.05)
        }

    def _scalar(self, _depth: int) -> Schema:
        return self.random.choice(
            (
                *({"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}, {}),
                *({"type": "null"}, {"const": self.random.choice(("a", 1, True, None, 1.5))}),
                {"type": "string", "format": self.random.choice(FORMATS)},
                {"enum": self._some(VALUES, 4, least=1)},
                {"enum": [*self._some(VALUES, 2, least=1), None]},
                {"type": "integer", "enum": self._some((0, 1, 2, -1), 3, least=1)},
                {"type": self._some(("string", "integer", "null", "object", "array"), 4, least=1)},
            )
        )

    def _reference(self, _depth: int) -> Schema:
        return {"$ref": f"#/components/schemas/{self.random.choice(self.names)}"}

    def _array(self, depth: int) -> Schema:
        return {"type": "array", "items": self._schema(depth)}

    def _map(self, depth: int) -> Schema:
        return {"type": "object", "additionalProperties": self.random.choice((True, self._schema(depth)))}

    def _tuple(self, depth: int) -> Schema:
        items = [self._schema(depth) for _ in range(self.random.randint(0, 3))]
        return {"type": "array", "prefixItems": items, "items": self.random.choice((True, False))}

    def _object(self, depth: int) -> Schema:
        names = self._some(PROPERTIES, 5)
        schema: Schema = {"type": "object", "properties": {name: self._schema(depth) for name in names}}
        if names and self._may(0.5):
            schema["required"] = self._some(tuple(names), len(names), least=1)
        return schema | ({"additionalProperties": self._schema(depth)} if self._may(0.1) else {})

    def _union(self, depth: int) -> Schema:
        variants = [self._schema(depth) for _ in range(self.random.randint(1, 4))]
        schema: Schema = {self.random.choice(("oneOf", "anyOf")): variants}
        if self._may(0.2):
            schema["discriminator"] = {"propertyName": self.random.choice(PROPERTIES)}
        return schema | (self._object(depth) if self._may(0.1) else {})

    def _all_of(self, depth: int) -> Schema:
        makers = (self._reference, self._object, self._schema)
        parts = [self.random.choice(makers)(depth) for _ in range(self.random.randint(1, 3))]
        return {"allOf": parts} | (self._object(depth) if self._may(0.2) else {})

    # --- operations ---

    def _item(self) -> dict[str, Any]:
        methods = self._some(("get", "post", "put", "delete"), 2, least=1)
        return {method: self._operation(has_body=method in {"post", "put"}) for method in methods}

    def _operation(self, *, has_body: bool) -> dict[str, Any]:
        named = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        named += [self._parameter(name) for name in self._some(PROPERTIES, 3)]
        made: dict[str, Any] = {"parameters": named, "responses": {}}
        for status in self._some(("200", "201", "2XX", "default", "404"), 3, least=1):
            made["responses"][status] = {"description": "", "content": self._content()}
        if has_body:
            made["requestBody"] = {"required": self._may(0.5), "content": self._content()}
        if self._may(0.7):
            made |= {"operationId": self.random.choice(VALUES), "tags": [self.random.choice(VALUES)]}
        return made

    def _parameter(self, name: str) -> dict[str, Any]:
        style = {"style": "deepObject"} if self._may(0.2) else {}
        return {"name": name or "e", "in": "query", "schema": self._schema(2), **style}

    def _content(self) -> dict[str, Any]:
        return {name: {"schema": self._schema(0)} for name in self._some(MEDIA_TYPES, 2)}


def random_document(seed: int) -> dict[str, Any]:
    """The document of a seed."""
    return Maker(Random(seed)).document()
