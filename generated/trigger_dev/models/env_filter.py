# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvFilter."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class EnvFilterEnv(OpenStrEnum):
    """An environment of the project."""

    DEV = "dev"
    STAGING = "staging"
    PROD = "prod"


class EnvFilter(Model):
    """Filter by environment."""

    env: list[EnvFilterEnv] | None = None
    """Environments whose runs to keep."""
