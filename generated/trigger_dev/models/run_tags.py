# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunTags."""

from typing import TypeAlias

from .run_tag import RunTag

RunTags: TypeAlias = RunTag | list[RunTag]
"""One tag or several; a run holds 10 at most."""
