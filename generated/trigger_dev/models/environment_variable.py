# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvironmentVariable."""

from .._runtime.model import CamelModel


class EnvironmentVariable(CamelModel):
    """`EnvironmentVariable` of the document."""

    name: str
    """Name of the variable."""
    value: str
    """Its value; of a secret one it is hidden."""
    is_secret: bool
    """Whether the value is hidden in the dashboard."""
