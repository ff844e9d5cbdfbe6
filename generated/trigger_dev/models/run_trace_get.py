# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RunTraceGetResponse, RunTraceGetResponseTrace, RunTraceGetResponse404 and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .span_detailed_summary import SpanDetailedSummary


class RunTraceGetResponseTrace(CamelModel):
    """The trace, cut down to this run."""

    trace_id: str
    """OpenTelemetry ID of the trace."""
    root_span: SpanDetailedSummary
    """Span of this run, its descendants nested in `children`; the trace may begin above it."""


class RunTraceGetResponse404Error(OpenStrEnum):
    """An open enum: other values are kept."""

    RUN_NOT_FOUND = "Run not found"
    TRACE_NOT_FOUND = "Trace not found"


class RunTraceGetResponse(Model):
    """What a response with status 200 holds."""

    trace: RunTraceGetResponseTrace
    """The trace, cut down to this run."""


class RunTraceGetResponse404(Model):
    """What a response with status 404 holds."""

    error: RunTraceGetResponse404Error | None = None
