# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.run_tag_add`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict


class RunTagAddParams(TypedDict, total=False):
    """A dictionary that stands for `models.RunTagAddParams`."""

    tags: Required[str | Sequence[str]]
