# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: CreateProjectEnvvarResponse401, CreateProjectEnvvarResponse404."""

from .._runtime.model import Model


class CreateProjectEnvvarResponse401(Model):
    """What a response with status 401 holds."""

    error: str | None = None


class CreateProjectEnvvarResponse404(Model):
    """What a response with status 404 holds."""

    error: str | None = None
