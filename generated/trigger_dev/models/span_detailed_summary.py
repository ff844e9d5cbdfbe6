# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SpanDetailedSummary."""

from typing import Any

from .._runtime import scalars
from .._runtime.model import CamelModel
from .span_detailed_summary_data_event import SpanDetailedSummaryDataEvent
from .span_detailed_summary_data_level import SpanDetailedSummaryDataLevel


class SpanDetailedSummaryData(CamelModel):
    """What the span recorded."""

    attempt_number: float | None = None
    """Number of the attempt that it is part of."""
    duration: float | None = None
    """How long it took, in nanoseconds."""
    events: list[SpanDetailedSummaryDataEvent] | None = None
    """What happened within the span, such as an exception or a cancellation."""
    is_cancelled: bool | None = None
    """True when it was called off."""
    is_error: bool | None = None
    """True for an error."""
    is_partial: bool | None = None
    """True while it is still going on."""
    level: SpanDetailedSummaryDataLevel | None = None
    """Log level."""
    message: str | None = None
    """Text of the span."""
    properties: dict[str, Any] | None = None
    """OpenTelemetry attributes of any kind."""
    start_time: scalars.DateTime | None = None
    """When the span began."""
    task_slug: str | None = None
    """Identifier of the task, if it concerns one."""


class SpanDetailedSummary(CamelModel):
    """A span of a trace and the spans below it."""

    children: "list[SpanDetailedSummary] | None" = None
    """Spans below this one, in the same form."""
    data: SpanDetailedSummaryData | None = None
    """What the span recorded."""
    id: str | None = None
    """ID of the span."""
    parent_id: str | None = None
    """ID of the span above; null at the top."""
    run_id: str | None = None
    """ID of the run that the span is part of."""
