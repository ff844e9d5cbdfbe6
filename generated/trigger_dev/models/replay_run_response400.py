# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ReplayRunResponse400."""

from .._runtime.model import Model
from .replay_run_response400_error import ReplayRunResponse400Error


class ReplayRunResponse400(Model):
    """What a response with status 400 holds."""

    error: ReplayRunResponse400Error | None = None
