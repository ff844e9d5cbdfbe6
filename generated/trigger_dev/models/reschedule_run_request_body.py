# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RescheduleRunRequestBody."""

from .._runtime import scalars
from .._runtime.model import Model


class RescheduleRunRequestBody(Model):
    """A new delay for a run."""

    delay: str | scalars.DateTime | None = None
    """How long to delay the run, or until when."""
