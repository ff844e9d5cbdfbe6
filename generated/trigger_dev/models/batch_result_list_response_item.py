# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchResultListResponseItem."""

from typing import Any

from .._runtime.model import CamelModel
from .batch_result_list_response_item_usage import BatchResultListResponseItemUsage


class BatchResultListResponseItem(CamelModel):
    """An item of a list of `BatchResultListResponseItem`."""

    ok: bool
    """True if the run succeeded."""
    id: str
    """ID of the run."""
    error: dict[str, Any] | None = None
    """What the run threw, when `ok` is false."""
    output: str | None = None
    """What the run returned, serialized to a string, when `ok` is true; `outputType` says how to
    parse it ("application/json": as JSON).
    """
    output_type: str | None = None
    """Media type of `output`, such as "application/json"."""
    task_identifier: str | None = None
    """Identifier of the task."""
    usage: BatchResultListResponseItemUsage | None = None
    """What the run used."""
