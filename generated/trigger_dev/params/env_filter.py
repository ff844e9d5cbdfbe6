# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.env_filter`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

EnvFilterEnvParam: TypeAlias = _models.EnvFilterEnv | Literal["dev", "staging", "prod"] | str
"""A `models.EnvFilterEnv`, one of its values, or a value of your own."""
