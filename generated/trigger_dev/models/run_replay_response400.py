# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunReplayResponse400."""

from .._runtime.model import Model
from .run_replay_response400_error import RunReplayResponse400Error


class RunReplayResponse400(Model):
    """What a response with status 400 holds."""

    error: RunReplayResponse400Error | None = None
