# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ExecuteQueryResponse."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Tag

from .._runtime.model import Model, UnknownVariant
from .._runtime.unions import UNKNOWN, tagged_by


class ExecuteQueryResponseJson(Model):
    """Result as JSON."""

    format: Literal["json"]
    results: list[dict[str, Any]]
    """Rows of the result."""


class ExecuteQueryResponseCsv(Model):
    """Result as CSV."""

    format: Literal["csv"]
    results: str
    """Rows of the result, as CSV text."""


ExecuteQueryResponse: TypeAlias = Annotated[
    Annotated[ExecuteQueryResponseJson, Tag("ExecuteQueryResponseJson")]
    | Annotated[ExecuteQueryResponseCsv, Tag("ExecuteQueryResponseCsv")]
    | Annotated[UnknownVariant, Tag(UNKNOWN)],
    tagged_by(
        "format", "format", {"json": "ExecuteQueryResponseJson", "csv": "ExecuteQueryResponseCsv"}
    ),
]
"""Result of a query."""
