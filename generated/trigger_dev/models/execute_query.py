# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: ExecuteQueryResponse400, ExecuteQueryResponse429."""

from .._runtime.model import Model


class ExecuteQueryResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None
    """What is wrong in the query."""


class ExecuteQueryResponse429(Model):
    """What a response with status 429 holds."""

    error: str | None = None
    """Why the query was not run."""
