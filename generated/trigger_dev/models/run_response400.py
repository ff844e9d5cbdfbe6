# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunResponse400."""

from .._runtime.model import Model
from .run_response400_error import RunResponse400Error


class RunResponse400(Model):
    """What a response with status 400 holds."""

    error: RunResponse400Error | None = None
