# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CurrentDeployment."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel


class CurrentDeployment(CamelModel):
    """`CurrentDeployment` of the document."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"runtime", "runtime_version"})

    id: str
    """ID of the deployment."""
    created_at: scalars.DateTime
    """When it was made."""
    short_code: str
    """Its short code."""
    version: str
    """Its version."""
    runtime: str | None
    """What it runs on, such as `node`."""
    runtime_version: str | None
    """The version of that."""
    status: str
    """Where it is."""
    deployed_at: scalars.DateTime | None = None
    """When it was deployed."""
