# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: UploadProjectEnvvarsBody, UploadProjectEnvvarsResponse401, UploadProjectEnvvarsResponse404."""

from .._runtime.model import CamelModel, Model


class UploadProjectEnvvarsBody(CamelModel):
    """What a request sends."""

    variables: dict[str, str]
    """The variables, values by names."""
    is_secret: bool | None = None
    """Whether the values are hidden in the dashboard."""
    override: bool | None = None
    """True to replace the values of variables that exist; otherwise they are kept.
    
    Default false.
    """


class UploadProjectEnvvarsResponse401(Model):
    """What a response with status 401 holds."""

    error: str | None = None


class UploadProjectEnvvarsResponse404(Model):
    """What a response with status 404 holds."""

    error: str | None = None
