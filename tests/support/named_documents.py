"""Documents with something of everything, in which each name is another one's choice.

The structure is the chance's, and the names are a function's: one structure with the worst names there are
and with harmless ones gives the same package but for these names.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

from generator.diagnostics import escape

Name: TypeAlias = Callable[[str], str]
"""A name for something of a kind: `schema`, `field`, `value`, `tag`, `operation`, `parameter` and so on."""

TEXTS = (
    *({"type": "string"}, {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}),
    *({"type": "string", "format": "uuid"}, {"type": "string", "format": "time"}),
    *({"type": "string", "format": "duration"}, {"type": "string", "format": "decimal"}),
)
ENCODED = {"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "integer"}}
SCALARS = (*TEXTS, ENCODED, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}, {})
JSON, FORM, MULTIPART = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"


def reference(name: str) -> dict[str, str]:
    """Return a reference to a named schema, whatever its name."""
    return {"$ref": f"#/components/schemas/{escape(name).replace('%', '%25')}"}


def document_of(name: Name, chance: Random, *, size: int = 2) -> dict[str, Any]:
    """Return a document.

    Args:
        name: gives the names, distinct ones for each kind.
        chance: chooses what there is.
        size: how many resources there are.
    """
    return _Draft(name, chance).document(size)


class _Draft:
    """A document that is being written."""

    def __init__(self, name: Name, chance: Random) -> None:
        self._name = name
        self._chance = chance
        self._schemas: dict[str, Any] = {}
        self._objects = [name("schema") for _ in range(4)]

    def document(self, size: int) -> dict[str, Any]:
        self._components()
        paths = dict(self._paths(size))
        schemes = self._schemes()
        return {
            "openapi": "3.2.0",
            "info": {"title": self._name("text"), "version": "1", "description": self._name("text")},
            "servers": self._servers(),
            "paths": paths,
            "webhooks": {self._name("webhook"): {"post": self._webhook()} for _ in range(2)},
            "components": {"schemas": self._schemas, "securitySchemes": schemes},
            "security": [{key: []} for key in schemes],
        }

    # --- schemas ---

    def _components(self) -> None:
        first, second, third, fourth = self._objects
        self._schemas[first] = self._object()
        self._schemas[second] = {**self._object(), "additionalProperties": self._scalar()}
        self._schemas[third] = {"allOf": [reference(first), self._object()]}
        self._schemas[fourth] = {**self._object(), "description": self._name("text")}
        self._schemas[fourth]["properties"][self._name("field")] = {
            "type": "array",
            "items": reference(fourth),
        }
        self._schemas[self._name("schema")] = {"type": "array", "items": reference(second)}
        self._schemas[self._name("schema")] = self._scalar()
        circle = self._name("schema")
        self._schemas[circle] = {"oneOf": [{"type": "array", "items": reference(circle)}, {"type": "string"}]}
        self._tagged_union()
        self._derived()

    def _tagged_union(self) -> None:
        """A union whose variants a property tells apart."""
        property_ = self._name("field")
        variants = [self._name("schema") for _ in range(2)]
        mapping = {self._name("value"): variant for variant in variants}
        for value, variant in mapping.items():
            self._schemas[variant] = self._object()
            self._schemas[variant]["properties"][property_] = {"enum": [value]}
            self._schemas[variant]["required"] = [property_]
        told = {
            "propertyName": property_,
            "mapping": {key: reference(it)["$ref"] for key, it in mapping.items()},
        }
        self._schemas[self._name("schema")] = {
            "oneOf": [reference(variant) for variant in variants],
            "discriminator": told,
        }

    def _derived(self) -> None:
        """A class with a discriminator, and what derives from it."""
        base, derived = self._name("schema"), self._name("schema")
        property_ = self._name("field")
        self._schemas[base] = {
            **self._object(),
            "discriminator": {
                "propertyName": property_,
                "mapping": {self._name("value"): reference(derived)["$ref"]},
            },
        }
        self._schemas[base]["properties"][property_] = {"type": "string"}
        self._schemas[base]["required"] = [property_]
        self._schemas[derived] = {"allOf": [reference(base), self._object()]}

    def _object(self) -> dict[str, Any]:
        wanted = [self._schema() for _ in range(self._chance.randint(2, 5))]
        properties = {self._name("field"): schema for schema in wanted}
        return {"type": "object", "properties": properties}

    def _schema(self) -> dict[str, Any]:
        match self._chance.randrange(10):
            case 0:
                return {"type": "array", "items": self._scalar()}
            case 1:
                return {"type": "object", "additionalProperties": self._scalar()}
            case 2:
                return reference(self._chance.choice(self._objects))
            case 3:
                return self._enum()
            case 4:
                return {"type": ["string", "null"], "description": self._name("text"), "readOnly": True}
            case 5:
                return {"type": "array", "prefixItems": [{"type": "integer"}, self._scalar()], "items": False}
            case 6:
                return {"oneOf": [{"type": "integer"}, reference(self._objects[0])]}
            case 8:
                return {"oneOf": [{"type": "object", "additionalProperties": False}, {"type": "string"}]}
            case 7:
                return {"type": "object", "properties": {self._name("field"): self._scalar()}}
            case _:
                return self._scalar()

    def _scalar(self) -> dict[str, Any]:
        return dict(self._chance.choice(SCALARS))

    def _enum(self) -> dict[str, Any]:
        if self._chance.random() < 0.3:
            names = [self._name("value") for _ in range(2)]
            return {"type": "integer", "enum": [1, 2], "x-enum-varnames": names}
        return {"type": "string", "enum": [self._name("value") for _ in range(3)]}

    # --- operations ---

    def _paths(self, size: int) -> Iterator[tuple[str, dict[str, Any]]]:
        start = self._chance.randrange(35)
        for index in range(size):
            tag = self._name("tag")
            for inner in range(2):
                parameter = self._name("path parameter")
                operations = {
                    "get": self._get(tag, parameter, (start + index * 2 + inner) % 7),
                    "post": self._post(tag, parameter, (start + index * 2 + inner) % 7),
                }
                yield f"/p{index}/{inner}/{{{parameter}}}", operations

    def _operation(self, tag: str, parameter: str) -> dict[str, Any]:
        places = self._chance.sample(("query", "header", "cookie", "query"), 2)
        further = [
            {"name": self._name("parameter"), "in": place, "schema": self._scalar()} for place in places
        ]
        path = {"name": parameter, "in": "path", "required": True, "schema": {"type": "string"}}
        return {
            "operationId": self._name("operation"),
            "tags": [tag],
            "summary": self._name("text"),
            "parameters": [path, *further],
        }

    def _get(self, tag: str, parameter: str, kind: int) -> dict[str, Any]:
        operation = self._operation(tag, parameter)
        answer: dict[str, Any]
        match kind:
            case 0:
                answer = {JSON: {"schema": reference(self._objects[0])}}
            case 1:
                answer = {"text/event-stream": {"itemSchema": reference(self._objects[1])}}
            case 2:
                answer = {"application/octet-stream": {}}
            case 3:
                answer = {
                    JSON: {"schema": reference(self._objects[2])},
                    "text/csv": {"schema": {"type": "string"}},
                }
            case 4:
                operation["parameters"].append(
                    {"name": "cursor", "in": "query", "schema": {"type": "string"}}
                )
                answer = {JSON: {"schema": self._page()}}
            case 5:
                deep = {
                    "type": "object",
                    "properties": {self._name("field"): self._scalar() for _ in range(2)},
                }
                operation["parameters"].append(
                    {"name": self._name("parameter"), "in": "query", "style": "deepObject", "schema": deep}
                )
                answer = {
                    JSON: {"schema": self._object()},
                    "text/event-stream": {"schema": {"type": "string"}},
                }
            case _:
                operation["parameters"].append(
                    {
                        "name": self._name("parameter"),
                        "in": "query",
                        "schema": {"type": "array", "items": self._scalar()},
                    }
                )
                answer = {JSON: {"schema": self._scalar()}}
        headers = {"x-header": {"schema": self._scalar()}}
        operation["responses"] = {
            "200": {"description": self._name("text"), "content": answer, "headers": headers}
        }
        return operation

    def _page(self) -> dict[str, Any]:
        items = {"type": "array", "items": reference(self._objects[3])}
        return {
            "type": "object",
            "required": ["data"],
            "properties": {"data": items, "next_cursor": {"type": ["string", "null"]}},
        }

    def _post(self, tag: str, parameter: str, kind: int) -> dict[str, Any]:
        operation = self._operation(tag, parameter)
        body = self._object()
        required = self._name("field")
        body["properties"][required] = {"type": "string"}
        body["required"] = [required]
        answers: dict[str, Any] = {JSON: {"schema": self._enum()}}
        content: dict[str, Any]
        match kind:
            case 0:
                content = {JSON: {"schema": body}}
            case 5 | 6:
                body["properties"]["stream"] = {"type": "boolean"}
                content = {
                    JSON: {"schema": body},
                    **({FORM: {"schema": self._object()}} if kind == 6 else {}),
                }
                answers["text/event-stream"] = {"itemSchema": reference(self._objects[1])}
            case 1:
                content = {JSON: {"schema": body}, FORM: {"schema": self._object()}}
            case 2:
                body["properties"][self._name("field")] = {"type": "string", "format": "binary"}
                content = {MULTIPART: {"schema": body}}
            case 3:
                content = {JSON: {"schema": reference(self._objects[0])}, "text/plain": {}}
            case _:
                content = {"image/png": {}, "image/gif": {}}
        operation["requestBody"] = {"content": content, "required": True}
        operation["responses"] = {"200": {"description": "", "content": answers}}
        operation["callbacks"] = {self._name("webhook"): {"{$request.query.url}": {"post": self._webhook()}}}
        return operation

    def _webhook(self) -> dict[str, Any]:
        schemas = (self._scalar(), reference(self._objects[0]), self._enum(), self._object())
        return {
            "requestBody": {"content": {JSON: {"schema": self._chance.choice(schemas)}}},
            "responses": {"200": {"description": ""}},
        }

    # --- the API as a whole ---

    def _schemes(self) -> dict[str, Any]:
        return {
            self._name("scheme"): {"type": "apiKey", "in": "header", "name": "x-api-key"},
            self._name("scheme"): {"type": "http", "scheme": "bearer"},
            self._name("scheme"): {"type": "http", "scheme": "basic"},
        }

    def _servers(self) -> list[dict[str, Any]]:
        variables = [self._name("variable") for _ in range(2)]
        url = f"https://{'.'.join(f'{{{name}}}' for name in variables)}.example.com"
        told = {name: {"default": "a", "description": self._name("text")} for name in variables}
        return [{"url": url, "variables": told}, {"url": "https://example.com"}]
