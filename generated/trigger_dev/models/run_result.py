# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResult."""

from typing import Any

from .._runtime.model import CamelModel


class RunResultUsage(CamelModel):
    """`usage` of `RunResult`."""

    duration_ms: float | None = None
    """How long it executed, in milliseconds."""


class RunResult(CamelModel):
    """What a run gave, or why it failed."""

    ok: bool
    """Whether it did what it should."""
    id: str
    """ID of the run."""
    error: dict[str, Any] | None = None
    """Why it failed."""
    output: str | None = None
    """What it gave, as text; `outputType` says how to read it."""
    output_type: str | None = None
    """The media type of the output, `application/json` as a rule."""
    task_identifier: str | None = None
    """The task that ran."""
    usage: RunResultUsage | None = None
