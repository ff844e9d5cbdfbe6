# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: GetRunTraceResponse, GetRunTraceResponseTrace, GetRunTraceResponse404 and others."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .span_detailed_summary import SpanDetailedSummary


class GetRunTraceResponseTrace(CamelModel):
    """The trace, cut down to this run."""

    root_span: SpanDetailedSummary | None = None
    """Span of this run, its descendants nested in `children`; the trace may begin above it."""
    trace_id: str | None = None
    """OpenTelemetry ID of the trace."""


class GetRunTraceResponse404Error(OpenStrEnum):
    """An open enum: other values are kept."""

    RUN_NOT_FOUND = "Run not found"
    TRACE_NOT_FOUND = "Trace not found"


class GetRunTraceResponse(Model):
    """What a response with status 200 holds."""

    trace: GetRunTraceResponseTrace | None = None
    """The trace, cut down to this run."""


class GetRunTraceResponse404(Model):
    """What a response with status 404 holds."""

    error: GetRunTraceResponse404Error | None = None
