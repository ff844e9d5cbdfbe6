# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.batch_create`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict


class BatchCreateParams(TypedDict, total=False):
    """A dictionary that stands for `models.BatchCreateParams`."""

    run_count: Required[int]
    idempotency_key: str
    parent_run_id: str
    task_identifiers: Sequence[str] | str
