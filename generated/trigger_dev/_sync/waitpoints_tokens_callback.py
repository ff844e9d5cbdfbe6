# Derived from _async/waitpoints_tokens_callback.py. DO NOT EDIT: it is made anew.
"""The operations on waitpoints tokens callback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._operations import waitpoints_tokens_callback as operations
from .._runtime.unset import UNSET, Unset
from .resource import Resource


class WaitpointsTokensCallback(Resource):
    """The operations on waitpoints tokens callback."""

    def complete(
        self,
        waitpoint_id: str,
        callback_hash: str,
        *,
        body: Mapping[str, Any] | Unset = UNSET,
    ) -> models.CompleteWaitpointTokenResponse:
        """Complete a token through its URL.

        Complete a waitpoint token through the signed URL that came as its `url`, to hand to a third
        party, for example as a webhook. The `callbackHash` stands for a credential, so no key is
        sent. The whole body becomes the output that the waiting run gets. Completing it once more
        changes nothing and answers `success: true`.

        Args:
            waitpoint_id: ID of the token.
            callback_hash: HMAC that stands for the credential; take it from the token's `url`,
                never compute it.
            body: What to send.

        Returns:
            The token is completed.

        Raises:
            AuthenticationError: 401: The URL or its hash is wrong.
            NotFoundError: 404: There is no such waitpoint token.
            MethodNotAllowedError: 405: Only POST is allowed.
            LengthRequiredError: 411: The request has no Content-Length.
            ContentTooLargeError: 413: The body is too large.
            InternalServerError: 500: The server failed.
        """
        return self._call(
            operations.COMPLETE,
            {"waitpoint_id": waitpoint_id, "callback_hash": callback_hash},
            body,
        )
