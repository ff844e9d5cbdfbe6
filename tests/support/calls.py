"""What operations of small documents are called."""

from generator.config import ClientConfig
from generator.ir import Api
from generator.python.naming import Committed, Names, name
from tests.support.documents import api

# What answers with many things, and with one.
LIST = "responses: {200: {description: d, content: {application/json: {schema: {type: array, items: {}}}}}}"
ONE = LIST.replace("{type: array, items: {}}", "{properties: {a: {type: string}}}")


def named(paths: str, committed: dict[str, str] | None = None, **settings: object) -> tuple[Api, Names]:
    """Return a document of these paths, and the names of what is in it."""
    found = api(f"paths:\n{paths}")
    config = ClientConfig(document="api.yaml", package="acme", **settings)  # type: ignore[arg-type]
    return found, name(found, config, Committed(calls=committed or {}))


def calls(paths: str, committed: dict[str, str] | None = None, **settings: object) -> list[str]:
    """Return how the operations are called, sorted by path and method."""
    found, names = named(paths, committed, **settings)
    return [names.operations[operation.location].call for operation in found.operations]


def call(request: str, operation_id: str = "", tag: str = "", more: str = "", **settings: object) -> str:
    """Return how one operation is called."""
    method, path = request.split()
    parts = [f"operationId: {operation_id!r}"] if operation_id else []
    parts += [f"tags: [{tag!r}]"] if tag else []
    parts += [more] if more else []
    (found,) = calls(f"  {path}: {{{method.lower()}: {{{', '.join(parts)}}}}}", **settings)
    return found
