# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: PromoteDeploymentResponse, PromoteDeploymentResponse400."""

from .._runtime.model import CamelModel, Model


class PromoteDeploymentResponse(CamelModel):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the deployment."""
    short_code: str | None = None
    """Its short code."""
    version: str | None = None
    """Its version, such as "20250228.1"."""


class PromoteDeploymentResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None
