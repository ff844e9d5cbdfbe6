# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentLatestGetResponse."""

from typing import Any

from .._runtime.model import CamelModel
from .deployment_latest_get_response_status import DeploymentLatestGetResponseStatus


class DeploymentLatestGetResponse(CamelModel):
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
    status: DeploymentLatestGetResponseStatus | None = None
    """Where it stands."""
    version: str | None = None
    """Its version, such as "20250228.1"."""
