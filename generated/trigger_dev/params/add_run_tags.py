# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.add_run_tags`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict


class AddRunTagsBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.AddRunTagsBody`."""

    tags: Required[str | Sequence[str]]
