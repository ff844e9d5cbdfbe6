# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: DeploymentGetResponse, DeploymentGetResponseWorker, DeploymentGetResponseWorkerTask."""

from typing import Any

from .._runtime.model import CamelModel, Model
from .deployment_latest_get_response_status import DeploymentLatestGetResponseStatus


class DeploymentGetResponseWorkerTask(CamelModel):
    """An item of a list."""

    export_name: str | None = None
    file_path: str | None = None
    id: str | None = None
    slug: str | None = None


class DeploymentGetResponseWorker(Model):
    """The worker and its tasks, once known."""

    id: str | None = None
    tasks: list[DeploymentGetResponseWorkerTask] | None = None
    version: str | None = None


class DeploymentGetResponse(CamelModel):
    """What a response with status 200 holds."""

    content_hash: str | None = None
    """Hash of its content."""
    error_data: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    external_build_data: dict[str, Any] | None = None
    """Facts of a build made elsewhere, if any."""
    id: str | None = None
    """ID of the deployment."""
    image_platform: str | None = None
    """Platform that its image is for."""
    image_reference: str | None = None
    """Where its image is."""
    short_code: str | None = None
    """Its short code."""
    status: DeploymentLatestGetResponseStatus | None = None
    """Where it stands."""
    version: str | None = None
    """Its version, such as "20250228.1"."""
    worker: DeploymentGetResponseWorker | None = None
    """The worker and its tasks, once known."""
