# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.deployment_list`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

DeploymentListStatusParam: TypeAlias = (
    _models.DeploymentListStatus
    | Literal["PENDING", "BUILDING", "DEPLOYING", "DEPLOYED", "FAILED", "CANCELED", "TIMED_OUT"]
    | str
)
"""A `models.DeploymentListStatus`, one of its values, or a value of your own."""
