# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResponse400Error."""

from .._runtime.enums import OpenStrEnum


class RunResponse400Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_RUN_ID = "Invalid or missing run ID"
    FAILED_TO_CREATE_NEW_RUN = "Failed to create new run"
