# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TriggerTaskResponse."""

from .._runtime.model import CamelModel


class TriggerTaskResponse(CamelModel):
    """The run that was started."""

    id: str
    """ID of the run just started."""
    is_cached: bool
    """Whether an idempotency key found an earlier run."""
    public_access_token: str | None = None
    """Token with which this run alone can be read. Only in responses."""
