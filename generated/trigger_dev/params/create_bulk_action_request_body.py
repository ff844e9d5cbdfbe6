# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.create_bulk_action_request_body`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models as _models
from .bulk_action_filter import BulkActionFilterParam


class CancelByFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.CancelByFilter`."""

    action: Literal["cancel"]
    filter: Required[_models.BulkActionFilter | BulkActionFilterParam]
    name: str


class CancelByRunIDsParam(TypedDict, total=False):
    """A dictionary that stands for `models.CancelByRunIDs`."""

    action: Literal["cancel"]
    run_ids: Required[Sequence[str] | str]
    name: str


class ReplayByFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.ReplayByFilter`."""

    action: Literal["replay"]
    filter: Required[_models.BulkActionFilter | BulkActionFilterParam]
    name: str
    target_region: str


class ReplayByRunIDsParam(TypedDict, total=False):
    """A dictionary that stands for `models.ReplayByRunIDs`."""

    action: Literal["replay"]
    run_ids: Required[Sequence[str] | str]
    name: str
    target_region: str
