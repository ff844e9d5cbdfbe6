# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentRetrieveResponseStatus."""

from .._runtime.enums import OpenStrEnum


class DeploymentRetrieveResponseStatus(OpenStrEnum):
    """Where it stands."""

    PENDING = "PENDING"
    INSTALLING = "INSTALLING"
    BUILDING = "BUILDING"
    DEPLOYING = "DEPLOYING"
    DEPLOYED = "DEPLOYED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"
    TIMED_OUT = "TIMED_OUT"
