# Copied from templates/_runtime/oauth.py. DO NOT EDIT: it is made anew.
"""What may be given for a credential that OAuth 2.0 hands out (RFC 6749), and the token that it leads to."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from .errors import InvalidRequestError
from .grants import Grant
from .owners import Owned
from .turns import Turns


class Tokens:
    """The tokens of the moment, in memory; copies of it have none."""

    def __init__(self) -> None:
        self.turns = Owned(Turns)
        self._held: tuple[str, float | None] | None = None  # a token and its end, changed together
        self.refresh: str | None = None
        self.endpoints: dict[str, str] | None = None  # where the server says that tokens are

    def current(self) -> str | None:
        """Return the token, while it may still be sent."""
        access, ends = self._held or (None, None)
        return access if ends is None or time.monotonic() < ends else None

    def keep(self, access: str, *, lifetime: float | None, leeway: float) -> None:
        """Keep a token, until a while before it ends: clocks differ, and requests take their time.

        Args:
            access: the token.
            lifetime: the seconds for which it is valid; None where nobody knows.
            leeway: the seconds before its end at which another is asked for; at most half of its lifetime.
        """
        ends = None if lifetime is None else time.monotonic() + lifetime - min(leeway, lifetime / 2)
        self._held = (access, ends)

    def forget(self, refused: object) -> None:
        """Forget a token that a server refused, unless another has taken its place meanwhile."""
        if self._held is not None and self._held[0] == refused:
            self._held = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Tokens, ()

    def __repr__(self) -> str:
        return "Tokens()"


@dataclass(frozen=True, kw_only=True)
class GrantOptions(Grant):
    """What every grant takes besides, by name.

    Attributes:
        sends_secret_in_body: whether the secret is sent in the body, and not in the header `Authorization`.
        further: what else the server wants in the body, such as `{"audience": "..."}`.
        leeway: the seconds before its end at which a token is replaced; at most half of its lifetime.
    """

    sends_secret_in_body: bool = field(default=False, repr=False)
    further: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    leeway: float = field(default=30.0, repr=False)
    tokens: Tokens = field(default_factory=Tokens, init=False, repr=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class ConsentOptions(GrantOptions):
    """What every grant takes besides that a user's consent led to.

    Attributes:
        replaced: is told of each refresh token that takes the place of the one before, to be stored; of an
            async client it may be async.
    """

    replaced: Callable[[str], object] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class OAuth2ClientCredentials(GrantOptions):
    """A client that gets its tokens with its own name and secret (RFC 6749, 4.4), with `GrantOptions`.

    Give it for a credential: tokens are asked for when they are needed, kept in memory, asked for anew a
    while before they end, and once where the server refuses one.

    Attributes:
        client_id: the client's name.
        client_secret: its secret.
        scopes: what the tokens are to allow; without any, what the server thinks right.
        token_url: where tokens are, if not where the document says.
    """

    client_id: str
    client_secret: str = field(repr=False)
    scopes: Sequence[str] = ()
    token_url: str | None = None

    def __post_init__(self) -> None:
        _clean(self, "client_id", "client_secret")

    def form(self) -> dict[str, str]:
        """Return what asks for a token."""
        return {"grant_type": "client_credentials", **_scope(self.scopes), **self.further}


@dataclass(frozen=True)
class OAuth2RefreshToken(ConsentOptions):
    """A refresh token that a user's consent led to (RFC 6749, 6), with `ConsentOptions`.

    Attributes:
        refresh_token: the refresh token. Where the server replaces it, the new one is kept in memory.
        client_id: the client's name.
        client_secret: its secret; None of a public client.
        scopes: what the tokens are to allow; without any, all that the user consented to.
        token_url: where tokens are, if not where the document says.
        access_token: a token that is still valid, to begin with.
    """

    refresh_token: str = field(repr=False)
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    scopes: Sequence[str] = ()
    token_url: str | None = None
    access_token: str | None = field(default=None, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        _clean(self, "refresh_token", "client_id", "client_secret", "access_token")
        if self.access_token:
            self.tokens.keep(self.access_token, lifetime=None, leeway=self.leeway)

    def form(self) -> dict[str, str]:
        """Return what asks for a token."""
        token = self.tokens.refresh or self.refresh_token
        return {
            "grant_type": "refresh_token",
            "refresh_token": token,
            **_scope(self.scopes),
            **self.further,
        }


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What a user is to be shown, who consents on another device (RFC 8628, 3.2).

    Attributes:
        user_code: what the user is to enter there.
        verification_url: where.
        complete_url: the same with the code in it, for a QR code; None where the server has none.
        lifetime: the seconds until nothing is to be entered any more.
        interval: the seconds between two questions whether it was.
        device_code: what asks that.
    """

    user_code: str
    verification_url: str
    complete_url: str | None
    lifetime: float
    interval: float
    device_code: str = field(repr=False)


@dataclass(frozen=True)
class OAuth2DeviceCode(ConsentOptions):
    """A user who consents on another device (RFC 8628), with `ConsentOptions`.

    The first call that needs a token waits until the user has entered a code. `TokenError.code` says why none
    came: `access_denied`, or `expired_token` where nobody entered it in time.

    Attributes:
        client_id: the client's name.
        shown: is given the `DeviceCode` that the user is to see; of an async client it may be async.
        client_secret: the client's secret; None of a public client.
        scopes: what the tokens are to allow.
        device_url: where codes are, if not where the document says.
        token_url: where tokens are, if not where the document says.
    """

    client_id: str
    shown: Callable[[DeviceCode], object] = field(repr=False)
    client_secret: str | None = field(default=None, repr=False)
    scopes: Sequence[str] = ()
    device_url: str | None = None
    token_url: str | None = None

    def __post_init__(self) -> None:
        _clean(self, "client_id", "client_secret")

    def form(self) -> dict[str, str]:
        """Return what asks for a device code or, once there is a refresh token, for a token."""
        if self.tokens.refresh is None:
            return {**_scope(self.scopes), **self.further}
        return {"grant_type": "refresh_token", "refresh_token": self.tokens.refresh, **self.further}

    def polling_form(self, device: DeviceCode) -> dict[str, str]:
        """Return what asks whether the user has consented."""
        return {"grant_type": _DEVICE, "device_code": device.device_code, **self.further}


_DEVICE: Final = "urn:ietf:params:oauth:grant-type:device_code"

OAuth2Grant: TypeAlias = OAuth2ClientCredentials | OAuth2RefreshToken | OAuth2DeviceCode
"""All grants that there are."""


def _scope(scopes: Sequence[str]) -> dict[str, str]:
    text = scopes if isinstance(scopes, str) else " ".join(scopes)
    return {"scope": text} if text else {}


def _clean(grant: OAuth2Grant, *names: str) -> None:
    """Take away the blanks that files and shells leave, and refuse what is empty then."""
    for name in names:
        value: str | None = getattr(grant, name)
        if value is not None:
            if not value.strip():
                raise InvalidRequestError(f"{type(grant).__name__} has an empty {name}")
            object.__setattr__(grant, name, value.strip())
