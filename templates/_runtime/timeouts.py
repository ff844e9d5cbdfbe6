"""How long a client waits for a server, for each thing that it waits for."""

import math
from dataclasses import dataclass, replace
from typing import Any, Final

from .errors import InvalidRequestError
from .limits import PARTS, Limits
from .unset import UNSET, Unset

# What the HTTP library's own client waits where nobody says anything.
_LIBRARYS: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """How many seconds a call waits; None waits for ever, and what is left out stays as the client has it.

    Attributes:
        total: for one try in all, redirects and the reading of the answer included; of a stream, until it is
            open. Retries, and the waiting between them, are not in it.
        connect: until a connection is made.
        read: between any two pieces of the answer, of interim ones (103), too: only `total` ends those.
        write: between any two pieces of the request.
        pool: until one of the client's connections is free.
    """

    total: float | Unset | None = UNSET
    connect: float | Unset | None = UNSET
    read: float | Unset | None = UNSET
    write: float | Unset | None = UNSET
    pool: float | Unset | None = UNSET

    def __post_init__(self) -> None:
        for name in ("total", *PARTS):
            _require_seconds(name, getattr(self, name))


def _require_seconds(name: str, value: Any) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if value is None or value is UNSET or (is_number and 0 < value < math.inf):
        return
    raise InvalidRequestError(
        f"the timeout's {name} is a number of seconds above 0, or None, not {value!r}"
    )


def limits_of(timeout: Any, usual: Limits) -> Limits:
    """Return the limits that a timeout means.

    Args:
        timeout: seconds for each part, None for no limit, a `Timeout`, or the HTTP library's own object.
        usual: the limits for what it leaves open.

    Raises:
        InvalidRequestError: where it is none of these.
    """
    if timeout is UNSET:
        return usual
    if isinstance(timeout, Timeout):
        given = {name: getattr(timeout, name) for name in ("total", *PARTS)}
        return replace(
            usual, **{name: value for name, value in given.items() if value is not UNSET}
        )
    if timeout is not None and all(hasattr(timeout, name) for name in PARTS):
        return Limits(total=usual.total, **{name: getattr(timeout, name) for name in PARTS})
    _require_seconds("number", timeout)
    return Limits(total=usual.total, connect=timeout, read=timeout, write=timeout, pool=timeout)


def limits_of_client(timeout: Any, http_client: Any, usual: float) -> Limits:
    """Return the limits of a new client.

    Args:
        timeout: what was given to it; `UNSET` where nothing was.
        http_client: the HTTP library's client, if one was given: what it was set to counts where nothing else
            was said. What it has by itself was not set by anybody.
        usual: the seconds for each part that nobody says anything of.
    """
    standard = limits_of(usual, Limits())
    own = getattr(http_client, "timeout", None)
    if own is not None and all(hasattr(own, name) for name in PARTS):
        given = limits_of(own, standard)
        if given != limits_of(_LIBRARYS, standard):
            standard = given
    return limits_of(timeout, standard)
