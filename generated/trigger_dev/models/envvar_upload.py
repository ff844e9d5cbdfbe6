# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: EnvvarUploadParams."""

from .._runtime.model import CamelModel


class EnvvarUploadParams(CamelModel):
    """What a request sends."""

    variables: dict[str, str]
    """The variables, values by names."""
    is_secret: bool | None = None
    """Whether the values are hidden in the dashboard."""
    override: bool | None = None
    """True to replace the values of variables that exist; otherwise they are kept.

    Default false.
    """
