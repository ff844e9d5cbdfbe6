# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorListItemStatus."""

from .._runtime.enums import OpenStrEnum


class ErrorListItemStatus(OpenStrEnum):
    """Where the group stands."""

    UNRESOLVED = "unresolved"
    RESOLVED = "resolved"
    IGNORED = "ignored"
