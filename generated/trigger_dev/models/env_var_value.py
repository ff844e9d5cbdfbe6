# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvVarValue."""

from .._runtime.model import Model


class EnvVarValue(Model):
    """Value of a variable."""

    value: str
    """Value of the variable."""
