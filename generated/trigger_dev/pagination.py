# Copied from templates/pagination.py. DO NOT EDIT: it is made anew.
"""Pages and what walks through them, in both flavours."""

from ._async.pager import AsyncPage, AsyncPager
from ._sync.pager import Page, Pager

__all__ = ["AsyncPage", "AsyncPager", "Page", "Pager"]
