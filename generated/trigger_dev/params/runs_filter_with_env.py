# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.runs_filter_with_env`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from .. import models as _models
from .common_runs_filter import CommonRunsFilterCreatedAtParam
from .env import EnvParam
from .run_status import RunStatusParam


class RunsFilterWithEnvParam(TypedDict, total=False):
    """A dictionary that stands for `models.RunsFilterWithEnv`."""

    batch: str
    bulk_action: str
    created_at: _models.CommonRunsFilterCreatedAt | CommonRunsFilterCreatedAtParam
    env: Sequence[EnvParam] | EnvParam
    error: str
    is_test: bool
    machine: Sequence[str] | str
    queue: Sequence[str] | str
    region: Sequence[str] | str
    schedule: str
    status: Sequence[RunStatusParam] | RunStatusParam
    tag: Sequence[str] | str
    task_identifier: Sequence[str] | str
    version: Sequence[str] | str
