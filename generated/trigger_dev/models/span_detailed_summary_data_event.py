# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SpanDetailedSummaryDataEvent."""

from typing import Any

from .._runtime import scalars
from .._runtime.model import Model


class SpanDetailedSummaryDataEvent(Model):
    """An item of a list of `SpanDetailedSummaryDataEvent`."""

    name: str | None = None
    """What happened, such as "exception", "cancellation" or "attempt_failed"."""
    properties: dict[str, Any] | None = None
    """Data of its own, by kind of event."""
    time: scalars.DateTime | None = None
    """When it happened."""
