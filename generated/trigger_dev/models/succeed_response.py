# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SucceedResponse."""

from .._runtime.model import Model


class SucceedResponse(Model):
    """Whether it worked."""

    success: bool
    """True when it worked."""
