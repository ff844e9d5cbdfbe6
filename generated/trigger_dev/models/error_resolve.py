# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorResolveParams."""

from .._runtime.model import CamelModel


class ErrorResolveParams(CamelModel):
    """What a request sends."""

    resolved_in_version: str | None = None
    """Worker version that resolves it, such as "20240101.1"."""
