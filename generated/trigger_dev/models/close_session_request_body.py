# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CloseSessionRequestBody."""

from .._runtime.model import Model


class CloseSessionRequestBody(Model):
    """How a session ends; 1KB at most."""

    reason: str | None = None
    """Why the session is closed; kept with it. At most 256 characters."""
