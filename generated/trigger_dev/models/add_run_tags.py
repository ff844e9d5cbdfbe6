# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: AddRunTagsBody, AddRunTagsResponse, AddRunTagsResponse400, AddRunTagsResponse401, ...."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model
from .run_tags import RunTags


class AddRunTagsBody(Model):
    """What a request sends."""

    tags: RunTags


class AddRunTagsResponse(Model):
    """What a response with status 200 holds."""

    message: str | None = None
    """A sentence that says how many tags were added."""


class AddRunTagsResponse400(Model):
    """What a response with status 400 holds."""

    error: str | None = None


class AddRunTagsResponse401Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_API_KEY = "Invalid or Missing API Key"


class AddRunTagsResponse422(Model):
    """What a response with status 422 holds."""

    error: str | None = None
    """Says that 10 tags is the limit."""


class AddRunTagsResponse401(Model):
    """What a response with status 401 holds."""

    error: AddRunTagsResponse401Error | None = None
