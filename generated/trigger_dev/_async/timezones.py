# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on timezones."""

from __future__ import annotations

from .. import models
from .._operations import timezones as operations
from .resource import AsyncResource


class AsyncTimezones(AsyncResource):
    """The operations on timezones.

    Example:

        timezone = await client.timezones.list()
    """

    async def list(
        self,
        *,
        exclude_utc: bool | None = None,
    ) -> models.GetTimezonesResult:
        """List time zones.

        List the time zones that a schedule may use; no credential is needed.

        Args:
            exclude_utc: Whether UTC is left out of the list; false by default.

        Returns:
            The time zones.
        """
        return await self._call(operations.LIST, {"exclude_utc": exclude_utc})
