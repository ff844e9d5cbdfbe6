# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentPromoteResponse."""

from .._runtime.model import CamelModel


class DeploymentPromoteResponse(CamelModel):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the deployment."""
    short_code: str | None = None
    """Its short code."""
    version: str | None = None
    """Its version, such as "20250228.1"."""
