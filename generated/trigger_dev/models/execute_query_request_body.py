# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ExecuteQueryRequestBody."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class ExecuteQueryRequestBodyFormat(OpenStrEnum):
    """Form of the result: "json", structured (the default), or "csv", one string."""

    JSON = "json"
    CSV = "csv"


class ExecuteQueryRequestBodyScope(OpenStrEnum):
    """How far the query sees: the environment unless told."""

    ENVIRONMENT = "environment"
    PROJECT = "project"
    ORGANIZATION = "organization"


class ExecuteQueryRequestBody(CamelModel):
    """A query to run."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"from_", "period", "to"})

    query: str
    """The query, in TRQL."""
    format: ExecuteQueryRequestBodyFormat | None = None
    """Form of the result: "json", structured (the default), or "csv", one string.

    Default "json".
    """
    from_: scalars.DateTime | None = None
    """Begin of the time range, ISO 8601; needs `to`."""
    period: str | None = None
    """How recently, such as "7d", "30d" or "1h"; excludes `from` and `to`."""
    scope: ExecuteQueryRequestBodyScope | None = None
    """How far the query sees: the environment unless told. Default "environment"."""
    to: scalars.DateTime | None = None
    """End of the time range, ISO 8601; needs `from`."""
