# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListEnvironmentVariablesResponse."""

from typing import TypeAlias

from .env_var import EnvVar

ListEnvironmentVariablesResponse: TypeAlias = list[EnvVar]
"""Variables of an environment."""
