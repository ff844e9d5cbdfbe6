# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: GetLatestDeploymentResponse, GetLatestDeploymentResponseStatus."""

from typing import Any

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class GetLatestDeploymentResponseStatus(OpenStrEnum):
    """Where it stands."""

    PENDING = "PENDING"
    INSTALLING = "INSTALLING"
    BUILDING = "BUILDING"
    DEPLOYING = "DEPLOYING"
    DEPLOYED = "DEPLOYED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"
    TIMED_OUT = "TIMED_OUT"


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
