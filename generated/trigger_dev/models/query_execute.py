# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QueryExecuteResponse400, QueryExecuteResponse429."""

from .._runtime.model import Model


class QueryExecuteResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None
    """What is wrong in the query."""


class QueryExecuteResponse429(Model):
    """What a response with status 429 holds."""

    error: str | None = None
    """Why the query was not run."""
