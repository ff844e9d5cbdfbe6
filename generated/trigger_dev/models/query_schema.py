# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QuerySchemaResponse, QuerySchemaResponseTable, QuerySchemaResponseTableColumn."""

from .._runtime.model import CamelModel, Model


class QuerySchemaResponseTableColumn(CamelModel):
    """An item of a list."""

    name: str
    """Name of the column."""
    type: str
    """Its type in ClickHouse."""
    allowed_values: list[str] | None = None
    """Every value that it may have, where they are few."""
    core_column: bool | None = None
    """True where a query selects it by default."""
    description: str | None = None
    """What the column holds."""
    example: str | None = None
    """One value that it may have."""


class QuerySchemaResponseTable(CamelModel):
    """An item of a list."""

    name: str
    """Name of the table in a query."""
    columns: list[QuerySchemaResponseTableColumn]
    description: str | None = None
    """What the table holds."""
    time_column: str | None = None
    """Column that time ranges apply to."""


class QuerySchemaResponse(Model):
    """What a response with status 200 holds."""

    tables: list[QuerySchemaResponseTable]
