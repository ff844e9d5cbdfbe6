# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: PromoteDeploymentResponse400."""

from .._runtime.model import Model


class PromoteDeploymentResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None
