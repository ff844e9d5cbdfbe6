"""What configuration says about the wire, before anything is inferred: it comes first."""

from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from generator.config import ClientConfig
from generator.inference.headers import with_header_fields
from generator.ir import Api, Definition, Enum, Operation, Parameter, Type
from generator.pages import PageDeclaration
from generator.type_tree import map_type


def apply_settings(api: Api, config: ClientConfig) -> Api:
    """Return the API with what is configured of its parameters, streams, enums and headers."""
    if config.closed_enums:
        api = replace(api, definitions={key: _closed(item) for key, item in api.definitions.items()})
    if config.header_fields:
        api = with_header_fields(api, config.header_fields)
    if not config.parameters and not config.stream_fields and not config.pagination:
        return api
    operations = tuple(
        replace(
            operation,
            parameters=tuple(_configured(item, config) for item in operation.parameters),
            stream_field=config.stream_fields.get(operation.operation_id or ""),
            declared_pages=(*_declared_pages(operation, config), *operation.declared_pages),
        )
        for operation in api.operations
    )
    return replace(api, operations=operations)


def _closed(definition: Definition) -> Definition:
    """Return a definition whose enum, if it is one, has no other values."""
    return replace(definition, type=map_type(definition.type, _closed_type))


def _closed_type(type_: Type) -> Type:
    return replace(type_, is_closed=True) if isinstance(type_, Enum) else type_


def _declared_pages(operation: Operation, config: ClientConfig) -> Iterator[PageDeclaration]:
    """Yield what is configured of an operation's pages: by its id, its path, a tag, and for all."""
    fitting = [key for key in config.pagination if names_operation(key, operation)]
    for key in sorted(fitting, key=lambda key: (key != operation.operation_id, *_breadth(key), key)):
        yield PageDeclaration(
            settings=config.pagination[key],
            source="configured",
            name=f"pagination.{key!r} of the settings",
            location=operation.location,
            is_exact=key == operation.operation_id,
        )


def names_operation(key: str, operation: Operation) -> bool:
    """Tell whether a key of the settings for pages is about an operation."""
    if key.startswith("tag:"):
        return any(fnmatchcase(tag, key.removeprefix("tag:")) for tag in operation.tags)
    return key in {operation.operation_id, "*"} or (key.startswith("/") and fnmatchcase(operation.path, key))


def _breadth(key: str) -> tuple[int, int]:
    """Return how broad a key is: a long path is narrower than a short one, a tag narrower than everything."""
    return (0 if key.startswith("/") else 2 if key == "*" else 1), -len(key)


def _configured(parameter: Parameter, config: ClientConfig) -> Parameter:
    settings = config.parameters.get(parameter.name)
    if settings is None:
        return parameter
    return replace(
        parameter,
        lists=settings.lists or parameter.lists,
        objects=settings.objects or parameter.objects,
        dates=settings.dates or parameter.dates,
    )
