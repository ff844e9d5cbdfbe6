# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResponse404."""

from typing import Literal

from .._runtime.model import Model


class RunResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run not found"] | None = None
