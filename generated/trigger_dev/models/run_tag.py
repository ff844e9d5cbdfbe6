# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunTag."""

from typing import TypeAlias

RunTag: TypeAlias = str
"""A tag, under 128 characters long."""
