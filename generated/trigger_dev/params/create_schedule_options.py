# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.create_schedule_options`."""

from __future__ import annotations

from typing import Required, TypedDict


class CreateScheduleOptionsParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateScheduleOptions`."""

    task: Required[str]
    cron: Required[str]
    deduplication_key: Required[str]
    external_id: str
    timezone: str
    window: str
