# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchResultListResponseItemUsage."""

from .._runtime.model import CamelModel


class BatchResultListResponseItemUsage(CamelModel):
    """What the run used."""

    duration_ms: float | None = None
    """How long the run took, in milliseconds."""
