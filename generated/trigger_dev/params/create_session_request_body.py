# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.create_session_request_body`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from .. import models as _models
from .session_trigger_config import SessionTriggerConfigParam


class CreateSessionRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateSessionRequestBody`."""

    type: Required[str]
    task_identifier: Required[str]
    trigger_config: Required[_models.SessionTriggerConfig | SessionTriggerConfigParam]
    expires_at: dt.datetime | str
    external_id: str
    metadata: Mapping[str, Any]
    tags: Sequence[str] | str
