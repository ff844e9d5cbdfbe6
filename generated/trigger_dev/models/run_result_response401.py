# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResultResponse401."""

from typing import Literal

from .._runtime.model import Model


class RunResultResponse401(Model):
    """What a response with status 401 holds."""

    error: Literal["Invalid or Missing API Key"] | None = None
