# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: GetTimezonesResult."""

from .._runtime.model import Model


class GetTimezonesResult(Model):
    """Time zones that a schedule may use."""

    timezones: list[str]
    """IANA names, such as `Africa/Accra`."""
