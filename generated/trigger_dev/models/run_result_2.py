# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResultResponse404."""

from typing import Literal

from .._runtime.model import Model


class RunResultResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run either doesn't exist or is not finished"] | None = None
