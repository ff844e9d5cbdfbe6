# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_options`."""

from __future__ import annotations

from typing import TypedDict


class QueueOptionsParam(TypedDict, total=False):
    """A dictionary that stands for `models.QueueOptions`."""

    concurrency_limit: int
    name: str
