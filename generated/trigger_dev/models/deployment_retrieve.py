# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: DeploymentRetrieveResponse, DeploymentRetrieveResponseWorker, DeploymentRetrieveResponseWorkerTask."""

from typing import Any, ClassVar

from .._runtime.model import CamelModel, Model
from .deployment_retrieve_response_status import DeploymentRetrieveResponseStatus


class DeploymentRetrieveResponseWorkerTask(CamelModel):
    """An item of a list."""

    id: str
    slug: str
    file_path: str
    export_name: str | None = None


class DeploymentRetrieveResponseWorker(Model):
    """The worker and its tasks, once known."""

    id: str
    version: str
    tasks: list[DeploymentRetrieveResponseWorkerTask]


class DeploymentRetrieveResponse(CamelModel):
    """What a response with status 200 holds."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"error_data", "external_build_data", "image_reference", "worker"}
    )

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
    image_platform: str
    """Platform that its image is for."""
    error_data: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    external_build_data: dict[str, Any] | None = None
    """Facts of a build made elsewhere, if any."""
    image_reference: str | None = None
    """Where its image is."""
    worker: DeploymentRetrieveResponseWorker | None = None
    """The worker and its tasks, once known."""
