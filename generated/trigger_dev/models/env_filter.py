# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvFilter."""

from .._runtime.model import Model
from .env import Env


class EnvFilter(Model):
    """Filter by environment."""

    env: list[Env] | None = None
    """Environments whose runs to keep."""
