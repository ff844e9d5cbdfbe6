# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreatedSessionResponseBody."""

from .session_object import SessionObject


class CreatedSessionResponseBody(SessionObject):
    """The session, and what a frontend needs to use it."""

    run_id: str
    """ID of the run that the session began with."""
    public_access_token: str
    """Token for this session alone (`read:sessions:{key}`, `write:sessions:{key}`), fit for a
    frontend; expires after 1 hour by default.
    """
    is_cached: bool
    """True if the session was already open under its `externalId`; false if it is new."""
