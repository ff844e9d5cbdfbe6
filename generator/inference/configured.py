"""What configuration says about the wire, before anything is inferred: it comes first."""

from dataclasses import replace

from generator.config import ClientConfig
from generator.ir import Api, Parameter


def apply_settings(api: Api, config: ClientConfig) -> Api:
    """Return the API with what is configured of its parameters and streams."""
    if not config.parameters and not config.stream_fields:
        return api
    operations = tuple(
        replace(
            operation,
            parameters=tuple(_configured(item, config) for item in operation.parameters),
            stream_field=config.stream_fields.get(operation.operation_id or ""),
        )
        for operation in api.operations
    )
    return replace(api, operations=operations)


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
