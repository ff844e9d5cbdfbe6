# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorIgnoreParams."""

from .._runtime.model import CamelModel


class ErrorIgnoreParams(CamelModel):
    """What a request sends."""

    duration: int | None = None
    """Time to ignore it, in milliseconds."""
    occurrence_rate: float | None = None
    """Brings it back above this many occurrences a minute."""
    reason: str | None = None
    """Why it is ignored, in plain words."""
    total_occurrences: int | None = None
    """Brings it back after this many more occurrences."""
