# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `waitpoints_tokens_callback`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody
from .._runtime.records import Later

COMPLETE: Final[Operation[models.CompleteWaitpointTokenResponse]] = Operation(
    name="waitpoints.tokens.callback.complete",
    method="POST",
    path="/api/v1/waitpoints/tokens/{waitpointId}/callback/{callbackHash}",
    parameters=(
        Parameter("waitpoint_id", "waitpointId", "path", "simple", required=True),
        Parameter("callback_hash", "callbackHash", "path", "simple", required=True),
    ),
    body=(RequestBody(media_type="application/json"),),
    contents=(
        Content("200", Later(lambda: models.CompleteWaitpointTokenResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
        Content("405", kind="none"),
        Content("411", kind="none"),
        Content("413", kind="none"),
        Content("500", kind="none"),
    ),
)
