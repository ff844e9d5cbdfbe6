# Copied from templates/_runtime/leftovers.py. DO NOT EDIT: it is made anew.
"""What stands behind an answer on its connection, although nobody asked for anything more."""

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
