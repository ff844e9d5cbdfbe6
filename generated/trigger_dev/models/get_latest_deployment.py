# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: GetLatestDeploymentResponse."""

from typing import Any

from .._runtime.model import CamelModel
from .get_latest_deployment_response_status import GetLatestDeploymentResponseStatus


class GetLatestDeploymentResponse(CamelModel):
    """What a response with status 200 holds."""

    content_hash: str | None = None
    """Hash of its content."""
    error_data: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    id: str | None = None
    """ID of the deployment."""
    image_reference: str | None = None
    """Where its image is."""
    short_code: str | None = None
    """Its short code."""
    status: GetLatestDeploymentResponseStatus | None = None
    """Where it stands."""
    version: str | None = None
    """Its version, such as "20250228.1"."""
