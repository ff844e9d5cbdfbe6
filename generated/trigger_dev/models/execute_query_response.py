# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ExecuteQueryResponse."""

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Tag

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model, UnknownVariant
from .._runtime.unions import UNKNOWN, tagged_by


class ExecuteQueryResponseVariant1Format(OpenStrEnum):
    """An open enum: other values are kept."""

    JSON = "json"


class ExecuteQueryResponseVariant2Format(OpenStrEnum):
    """An open enum: other values are kept."""

    CSV = "csv"


class ExecuteQueryResponseVariant1(Model):
    """Result as JSON."""

    format: ExecuteQueryResponseVariant1Format | None = None
    results: list[dict[str, Any]] | None = None
    """Rows of the result."""


class ExecuteQueryResponseVariant2(Model):
    """Result as CSV."""

    format: ExecuteQueryResponseVariant2Format | None = None
    results: str | None = None
    """Rows of the result, as CSV text."""


ExecuteQueryResponse: TypeAlias = Annotated[
    Annotated[ExecuteQueryResponseVariant1, Tag("ExecuteQueryResponseVariant1")]
    | Annotated[ExecuteQueryResponseVariant2, Tag("ExecuteQueryResponseVariant2")]
    | Annotated[UnknownVariant, Tag(UNKNOWN)],
    Discriminator(
        tagged_by(
            "format",
            "format",
            {"json": "ExecuteQueryResponseVariant1", "csv": "ExecuteQueryResponseVariant2"},
        )
    ),
]
"""Result of a query."""
