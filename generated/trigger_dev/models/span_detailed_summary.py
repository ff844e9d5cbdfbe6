# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SpanDetailedSummary."""

from typing import Any, ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .span_detailed_summary_data_event import SpanDetailedSummaryDataEvent
from .span_detailed_summary_data_level import SpanDetailedSummaryDataLevel


class SpanDetailedSummaryData(CamelModel):
    """What the span recorded."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"attempt_number"})

    message: str
    """Text of the span."""
    start_time: scalars.DateTime
    """When the span began."""
    duration: float
    """How long it took, in nanoseconds."""
    is_error: bool
    """True for an error."""
    is_partial: bool
    """True while it is still going on."""
    is_cancelled: bool
    """True when it was called off."""
    level: SpanDetailedSummaryDataLevel
    """Log level."""
    attempt_number: float | None = None
    """Number of the attempt that it is part of."""
    events: list[SpanDetailedSummaryDataEvent] | None = None
    """What happened within the span, such as an exception or a cancellation."""
    properties: dict[str, Any] | None = None
    """OpenTelemetry attributes of any kind."""
    task_slug: str | None = None
    """Identifier of the task, if it concerns one."""


class SpanDetailedSummary(CamelModel):
    """A span of a trace and the spans below it."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"parent_id"})

    id: str
    """ID of the span."""
    run_id: str
    """ID of the run that the span is part of."""
    data: SpanDetailedSummaryData
    """What the span recorded."""
    children: "list[SpanDetailedSummary]"
    """Spans below this one, in the same form."""
    parent_id: str | None = None
    """ID of the span above; null at the top."""
