# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: GetBatchResultsResponseItemUsage."""

from .._runtime.model import CamelModel


class GetBatchResultsResponseItemUsage(CamelModel):
    """What the run used."""

    duration_ms: float | None = None
    """How long the run took, in milliseconds."""
