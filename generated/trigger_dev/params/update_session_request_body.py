# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.update_session_request_body`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict


class UpdateSessionRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.UpdateSessionRequestBody`."""

    external_id: str | None
    metadata: Mapping[str, Any] | None
    tags: Sequence[str] | str
