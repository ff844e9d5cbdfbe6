# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunRetrieveResponse400."""

from typing import Literal

from .._runtime.model import Model


class RunRetrieveResponse400(Model):
    """What a response with status 400 holds."""

    error: Literal["Invalid or missing run ID"] | None = None
