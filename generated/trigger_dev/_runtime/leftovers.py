# Copied from templates/_runtime/leftovers.py. DO NOT EDIT: it is made anew.
"""What is left behind: on a connection, although nobody asked for it, and by an event loop that has ended."""

import select
from contextlib import suppress
from typing import Any, Final

# From a response of the HTTP library to what reads its connection. No public way leads there: where a later
# version has it elsewhere, nothing is found.
_INWARD: Final = ("_stream", "_httpcore_stream")


def refuse_leftovers(stream: Any) -> None:
    """Have the connection of an answer closed behind which there is something: it is no answer to a request.

    The HTTP library would take it for the answer to the next one (RFC 9112, 9.2).

    Args:
        stream: what the answer is read from, before it is closed.
    """
    while stream is not None and not hasattr(stream, "_connection"):
        stream = next(filter(None, (getattr(stream, name, None) for name in _INWARD)), None)
    protocol = getattr(getattr(stream, "_connection", None), "_h11_state", None)
    if protocol is not None and protocol.trailing_data[0]:
        protocol.send_failed()  # so that it serves no more


def is_readable(holder: Any) -> bool:
    """Tell whether something has come on a connection, or its end, that nobody has read yet.

    Args:
        holder: what has `get_extra_info`, as transports of asyncio do.
    """
    try:
        number = holder.get_extra_info("socket").fileno()
        if not hasattr(select, "poll"):
            return bool(select.select([number], [], [], 0)[0])
        poll = select.poll()
        poll.register(number, select.POLLIN)
        return bool(poll.poll(0))
    except (AttributeError, OSError, ValueError):  # it has no socket, or none that can be asked
        return False


def drop_connections(client: Any) -> None:
    """Close the sockets of a client of the HTTP library whose event loop has ended, and can close nothing.

    Args:
        client: the client. No public way leads to its sockets, either.
    """
    mounted: dict[Any, Any] = getattr(client, "_mounts", {})
    for transport in (getattr(client, "_transport", None), *mounted.values()):
        for connection in getattr(getattr(transport, "_pool", None), "connections", ()):
            inner = connection
            while inner is not None and not hasattr(inner, "_network_stream"):
                inner = getattr(inner, "_connection", None)
            if inner is not None:
                drop_socket(inner._network_stream)  # noqa: SLF001 - see above


def drop_socket(holder: Any) -> None:
    """Close the socket of a connection whose event loop has ended.

    Args:
        holder: what has `get_extra_info`, as transports of asyncio do.
    """
    found = holder.get_extra_info("socket")
    with suppress(OSError, AttributeError):
        getattr(found, "_sock", found).close()  # event loops show something around it
