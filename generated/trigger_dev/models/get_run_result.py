# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: GetRunResultResponse, GetRunResultResponseUsage, GetRunResultResponse401 and others."""

from typing import Any, Literal

from .._runtime.model import CamelModel, Model


class GetRunResultResponseUsage(CamelModel):
    """What the run used."""

    duration_ms: float | None = None
    """How long the run took, in milliseconds."""


class GetRunResultResponse401(Model):
    """What a response with status 401 holds."""

    error: Literal["Invalid or Missing API Key"] | None = None


class GetRunResultResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run either doesn't exist or is not finished"] | None = None


class GetRunResultResponse(CamelModel):
    """What a response with status 200 holds."""

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
    usage: GetRunResultResponseUsage | None = None
    """What the run used."""
