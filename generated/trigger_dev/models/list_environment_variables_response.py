# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListEnvironmentVariablesResponse."""

from typing import TypeAlias

from .environment_variable import EnvironmentVariable

ListEnvironmentVariablesResponse: TypeAlias = list[EnvironmentVariable]
"""Variables of an environment."""
