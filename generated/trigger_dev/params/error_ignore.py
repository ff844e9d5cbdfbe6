# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.error_ignore`."""

from __future__ import annotations

from typing import TypedDict


class ErrorIgnoreParams(TypedDict, total=False):
    """A dictionary that stands for `models.ErrorIgnoreParams`."""

    duration: int
    occurrence_rate: float
    reason: str
    total_occurrences: int
