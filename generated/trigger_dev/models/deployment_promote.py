# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentPromoteResponse."""

from .._runtime.model import CamelModel


class DeploymentPromoteResponse(CamelModel):
    """What a response with status 200 holds."""

    id: str
    """ID of the deployment."""
    version: str
    """Its version, such as "20250228.1"."""
    short_code: str
    """Its short code."""
