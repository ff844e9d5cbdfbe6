# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RetrieveRunResponse400, RetrieveRunResponse400Error, RetrieveRunResponse401, RetrieveRunResponse401Error, ...."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class RetrieveRunResponse400Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_RUN_ID = "Invalid or missing run ID"


class RetrieveRunResponse401Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_API_KEY = "Invalid or Missing API key"


class RetrieveRunResponse404Error(OpenStrEnum):
    """An open enum: other values are kept."""

    RUN_NOT_FOUND = "Run not found"


class RetrieveRunResponse400(Model):
    """What a response with status 400 holds."""

    error: RetrieveRunResponse400Error | None = None


class RetrieveRunResponse401(Model):
    """What a response with status 401 holds."""

    error: RetrieveRunResponse401Error | None = None


class RetrieveRunResponse404(Model):
    """What a response with status 404 holds."""

    error: RetrieveRunResponse404Error | None = None
