# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RunTagAddParams, RunTagAddResponse, RunTagAddResponse422."""

from .._runtime.model import Model
from .run_tags import RunTags


class RunTagAddParams(Model):
    """What a request sends."""

    tags: RunTags


class RunTagAddResponse(Model):
    """What a response with status 200 holds."""

    message: str
    """A sentence that says how many tags were added."""


class RunTagAddResponse422(Model):
    """What a response with status 422 holds."""

    error: str | None = None
    """Says that 10 tags is the limit."""
