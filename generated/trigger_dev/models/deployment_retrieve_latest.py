# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentRetrieveLatestResponse."""

from typing import Any, ClassVar

from .._runtime.model import CamelModel
from .deployment_retrieve_response_status import DeploymentRetrieveResponseStatus


class DeploymentRetrieveLatestResponse(CamelModel):
    """What a response with status 200 holds."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"error_data", "image_reference"})

    id: str
    """ID of the deployment."""
    status: DeploymentRetrieveResponseStatus
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
