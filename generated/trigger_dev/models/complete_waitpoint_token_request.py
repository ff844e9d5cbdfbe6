# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CompleteWaitpointTokenRequest."""

from typing import Any, ClassVar

from .._runtime.model import Model


class CompleteWaitpointTokenRequest(Model):
    """What to hand to the waiting run."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"data"})

    data: Any = None
    """Any JSON value; the waiting run gets it as the result of `wait.forToken()`."""
