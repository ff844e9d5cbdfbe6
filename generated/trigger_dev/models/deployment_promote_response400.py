# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: DeploymentPromoteResponse400."""

from .._runtime.model import Model


class DeploymentPromoteResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None
