# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RunEventsResponse, RunEventsResponseEvent, RunEventsResponseEventKind and others."""

from typing import ClassVar, Literal

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .span_detailed_summary_data_event import SpanDetailedSummaryDataEvent
from .span_detailed_summary_data_level import SpanDetailedSummaryDataLevel


class RunEventsResponseEventKind(OpenStrEnum):
    """Kind of span."""

    UNSPECIFIED = "UNSPECIFIED"
    INTERNAL = "INTERNAL"
    SERVER = "SERVER"
    CLIENT = "CLIENT"
    PRODUCER = "PRODUCER"
    CONSUMER = "CONSUMER"
    UNRECOGNIZED = "UNRECOGNIZED"
    LOG = "LOG"


class RunEventsResponseEventStyleAccessory(Model):
    """Small text drawn beside it."""

    style: Literal["codepath"] | None = None
    text: str | None = None


class RunEventsResponseEventStyle(Model):
    """How the dashboard draws it."""

    accessory: RunEventsResponseEventStyleAccessory | None = None
    """Small text drawn beside it."""
    icon: str | None = None
    """Name of the icon."""
    variant: str | None = None
    """Look, such as "success" or "failure"."""


class RunEventsResponseEvent(CamelModel):
    """An item of a list."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"attempt_number", "parent_id", "run_id"})

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
    kind: RunEventsResponseEventKind | None = None
    """Kind of span."""
    level: SpanDetailedSummaryDataLevel | None = None
    """Log level."""
    message: str | None = None
    """Text of the event."""
    parent_id: str | None = None
    """ID of the span above; null at the top."""
    run_id: str | None = None
    """ID of the run that recorded it."""
    span_id: str | None = None
    """ID of the span."""
    start_time: str | None = None
    """When it began, in nanoseconds since the epoch: an integer written as a string."""
    style: RunEventsResponseEventStyle | None = None
    """How the dashboard draws it."""
    task_slug: str | None = None
    """Identifier of the task."""


class RunEventsResponse(Model):
    """What a response with status 200 holds."""

    events: list[RunEventsResponseEvent]
