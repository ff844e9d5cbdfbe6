# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.list_deployments`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

ListDeploymentsStatusParam: TypeAlias = (
    _models.ListDeploymentsStatus
    | Literal["PENDING", "BUILDING", "DEPLOYING", "DEPLOYED", "FAILED", "CANCELED", "TIMED_OUT"]
    | str
)
"""A `models.ListDeploymentsStatus`, one of its values, or a value of your own."""
