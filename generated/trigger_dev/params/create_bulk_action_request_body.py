# Rendered from templates/params/{twin}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.create_bulk_action_request_body`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models as _models
from .bulk_action_filter import BulkActionFilterParam


class CreateBulkActionRequestBodyCancelByFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateBulkActionRequestBodyCancelByFilter`."""

    action: Literal["cancel"]
    filter: Required[_models.BulkActionFilter | BulkActionFilterParam]
    name: str


class CreateBulkActionRequestBodyCancelByRunIDsParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateBulkActionRequestBodyCancelByRunIDs`."""

    action: Literal["cancel"]
    run_ids: Required[Sequence[str] | str]
    name: str


class CreateBulkActionRequestBodyReplayByFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateBulkActionRequestBodyReplayByFilter`."""

    action: Literal["replay"]
    filter: Required[_models.BulkActionFilter | BulkActionFilterParam]
    name: str
    target_region: str


class CreateBulkActionRequestBodyReplayByRunIDsParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateBulkActionRequestBodyReplayByRunIDs`."""

    action: Literal["replay"]
    run_ids: Required[Sequence[str] | str]
    name: str
    target_region: str
