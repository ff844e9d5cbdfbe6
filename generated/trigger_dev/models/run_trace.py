# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RunTraceResponse, RunTraceResponseTrace, RunTraceResponse404 and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .span_detailed_summary import SpanDetailedSummary


class RunTraceResponseTrace(CamelModel):
    """The trace, cut down to this run."""

    trace_id: str
    """OpenTelemetry ID of the trace."""
    root_span: SpanDetailedSummary
    """Span of this run, its descendants nested in `children`; the trace may begin above it."""


class RunTraceResponse404Error(OpenStrEnum):
    """An open enum: other values are kept."""

    RUN_NOT_FOUND = "Run not found"
    TRACE_NOT_FOUND = "Trace not found"


class RunTraceResponse(Model):
    """What a response with status 200 holds."""

    trace: RunTraceResponseTrace
    """The trace, cut down to this run."""


class RunTraceResponse404(Model):
    """What a response with status 404 holds."""

    error: RunTraceResponse404Error | None = None
