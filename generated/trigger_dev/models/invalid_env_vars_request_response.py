# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: InvalidEnvVarsRequestResponse."""

from typing import Any

from .._runtime.model import CamelModel


class InvalidEnvVarsRequestResponse(CamelModel):
    """What is wrong with the variables sent."""

    error: str | None = None
    """What went wrong."""
    issues: list[dict[str, Any]] | None = None
    """Faults of the request."""
    variable_errors: list[dict[str, Any]] | None = None
    """Faults of single variables."""
