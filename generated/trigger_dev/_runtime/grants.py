# Copied from templates/_runtime/grants.py. DO NOT EDIT: it is made anew.
"""What leads to credentials: all that a client knows of OAuth 2.0 until it is used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .oauth import Tokens


class Grant:
    """What leads to tokens, which are the credential: the classes of `oauth`.

    Attributes:
        tokens: those of the moment.
    """

    tokens: "Tokens"
