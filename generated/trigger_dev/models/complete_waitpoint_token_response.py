# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CompleteWaitpointTokenResponse."""

from typing import Literal

from .._runtime.model import Model


class CompleteWaitpointTokenResponse(Model):
    """Whether it worked."""

    success: Literal[True]
    """Never anything but `true`."""
