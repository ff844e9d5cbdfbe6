# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.env`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

EnvParam: TypeAlias = _models.Env | Literal["dev", "staging", "prod"] | str
"""A `models.Env`, one of its values, or a value of your own."""
