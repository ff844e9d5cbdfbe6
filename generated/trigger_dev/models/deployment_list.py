# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: DeploymentListStatus, DeploymentListResponse, DeploymentListResponseData and others."""

from typing import Any, ClassVar

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model


class DeploymentListStatus(OpenStrEnum):
    """An open enum: other values are kept."""

    PENDING = "PENDING"
    BUILDING = "BUILDING"
    DEPLOYING = "DEPLOYING"
    DEPLOYED = "DEPLOYED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"
    TIMED_OUT = "TIMED_OUT"


class DeploymentListResponsePagination(Model):
    """`pagination`."""

    next: str | None = None
    """Cursor to pass as `page[after]` for the following page; left out on the last one."""


class DeploymentListResponseData(CamelModel):
    """An item of a list."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"deployed_at", "error", "git", "runtime", "runtime_version"}
    )

    id: str
    """ID of the deployment."""
    created_at: scalars.DateTime
    """When it was made."""
    short_code: str
    """Its short code."""
    version: str
    """Its version, such as "20250228.1"."""
    runtime: str | None
    """JavaScript runtime, such as "node"."""
    runtime_version: str | None
    """Version of that runtime."""
    status: DeploymentListStatus
    """Where it stands."""
    deployed_at: scalars.DateTime | None = None
    """When it reached `DEPLOYED`."""
    error: dict[str, Any] | None = None
    """What went wrong, if it failed."""
    git: dict[str, Any] | None = None
    """Git facts recorded with it."""


class DeploymentListResponse(Model):
    """What a response with status 200 holds."""

    data: list[DeploymentListResponseData]
    pagination: DeploymentListResponsePagination
