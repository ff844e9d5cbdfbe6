# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentLatestGetResponse."""

from typing import Any

from .._runtime.model import CamelModel
from .deployment_latest_get_response_status import DeploymentLatestGetResponseStatus


class DeploymentLatestGetResponse(CamelModel):
    """What a response with status 200 holds."""

    id: str
    """ID of the deployment."""
    status: DeploymentLatestGetResponseStatus
    """Where it stands."""
    content_hash: str
    """Hash of its content."""
    short_code: str
    """Its short code."""
    version: str
    """Its version, such as "20250228.1"."""
    error_data: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    image_reference: str | None = None
    """Where its image is."""
