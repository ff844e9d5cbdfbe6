# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RetrieveRunResponse400, RetrieveRunResponse401, RetrieveRunResponse404."""

from typing import Literal

from .._runtime.model import Model


class RetrieveRunResponse400(Model):
    """What a response with status 400 holds."""

    error: Literal["Invalid or missing run ID"] | None = None


class RetrieveRunResponse401(Model):
    """What a response with status 401 holds."""

    error: Literal["Invalid or Missing API key"] | None = None


class RetrieveRunResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run not found"] | None = None
