# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.idempotency_key_reset`."""

from __future__ import annotations

from typing import Required, TypedDict


class IdempotencyKeyResetParams(TypedDict, total=False):
    """A dictionary that stands for `models.IdempotencyKeyResetParams`."""

    task_identifier: Required[str]
