# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: GetBatchResultsResponse, GetBatchResultsResponseItem, GetBatchResultsResponseItemUsage."""

from typing import Any

from .._runtime.model import CamelModel, Model


class GetBatchResultsResponseItemUsage(CamelModel):
    """What the run used."""

    duration_ms: float | None = None
    """How long the run took, in milliseconds."""


class GetBatchResultsResponseItem(CamelModel):
    """An item of a list."""

    ok: bool
    """True if the run succeeded."""
    id: str
    """ID of the run."""
    error: dict[str, Any] | None = None
    """What the run threw, when `ok` is false."""
    output: str | None = None
    """What the run returned, serialized to a string, when `ok` is true; `outputType` says how to
    parse it ("application/json": as JSON).
    """
    output_type: str | None = None
    """Media type of `output`, such as "application/json"."""
    task_identifier: str | None = None
    """Identifier of the task."""
    usage: GetBatchResultsResponseItemUsage | None = None
    """What the run used."""


class GetBatchResultsResponse(Model):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the batch."""
    items: list[GetBatchResultsResponseItem] | None = None
    """One result for each finished run."""
