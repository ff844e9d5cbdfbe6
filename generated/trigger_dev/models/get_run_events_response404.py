# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: GetRunEventsResponse404."""

from typing import Literal

from .._runtime.model import Model


class GetRunEventsResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run not found"] | None = None
