# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvVar."""

from .._runtime.model import CamelModel


class EnvVar(CamelModel):
    """A variable and its value."""

    name: str
    """Name of the variable, such as `SLACK_API_KEY`."""
    value: str
    """Value of the variable."""
    is_secret: bool | None = None
    """Whether the value is hidden in the dashboard."""
