# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on waitpoints."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .resource import AsyncResource

if TYPE_CHECKING:
    from .waitpoints_tokens import AsyncWaitpointsTokens


class AsyncWaitpoints(AsyncResource):
    """The operations on waitpoints."""

    @cached_property
    def tokens(self) -> "AsyncWaitpointsTokens":
        """The operations on waitpoints tokens."""
        from .waitpoints_tokens import AsyncWaitpointsTokens

        return AsyncWaitpointsTokens(self._transport)
