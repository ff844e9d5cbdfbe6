# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.ignore_error`."""

from __future__ import annotations

from typing import TypedDict


class IgnoreErrorBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.IgnoreErrorBody`."""

    duration: int
    occurrence_rate: float
    reason: str
    total_occurrences: int
