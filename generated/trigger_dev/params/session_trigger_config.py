# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.session_trigger_config`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict


class SessionTriggerConfigParam(TypedDict, total=False):
    """A dictionary that stands for `models.SessionTriggerConfig`."""

    base_payload: Required[Mapping[str, Any]]
    idle_timeout_in_seconds: int
    lock_to_version: str
    machine: str
    max_attempts: int
    max_duration: int
    queue: str
    region: str
    tags: Sequence[str] | str
