# Derived from _async/waitpoints.py. DO NOT EDIT: it is made anew.
"""The operations on waitpoints."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .resource import Resource

if TYPE_CHECKING:
    from .waitpoints_tokens import WaitpointsTokens


class Waitpoints(Resource):
    """The operations on waitpoints."""

    @cached_property
    def tokens(self) -> "WaitpointsTokens":
        """The operations on waitpoints tokens."""
        from .waitpoints_tokens import WaitpointsTokens

        return WaitpointsTokens(self._transport)
