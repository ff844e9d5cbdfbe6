# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CompleteWaitpointTokenRequest."""

from typing import Any

from .._runtime.model import Model


class CompleteWaitpointTokenRequest(Model):
    """What to hand to the waiting run."""

    data: Any = None
    """Any JSON value; the waiting run gets it as the result of `wait.forToken()`."""
