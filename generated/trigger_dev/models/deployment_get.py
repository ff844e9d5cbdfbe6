# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: DeploymentGetResponse, DeploymentGetResponseWorker, DeploymentGetResponseWorkerTask."""

from typing import Any

from .._runtime.model import CamelModel, Model
from .deployment_latest_get_response_status import DeploymentLatestGetResponseStatus


class DeploymentGetResponseWorkerTask(CamelModel):
    """An item of a list."""

    id: str
    slug: str
    file_path: str
    export_name: str | None = None


class DeploymentGetResponseWorker(Model):
    """The worker and its tasks, once known."""

    id: str
    version: str
    tasks: list[DeploymentGetResponseWorkerTask]


class DeploymentGetResponse(CamelModel):
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
    image_platform: str
    """Platform that its image is for."""
    error_data: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    external_build_data: dict[str, Any] | None = None
    """Facts of a build made elsewhere, if any."""
    image_reference: str | None = None
    """Where its image is."""
    worker: DeploymentGetResponseWorker | None = None
    """The worker and its tasks, once known."""
