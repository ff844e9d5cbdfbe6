# Copied from templates/_runtime/letters.py. DO NOT EDIT: it is made anew.
"""The bytes of what an API's server sent, or signed, where whoever received it has text of them."""

from .errors import PayloadError


def bytes_of(sent: bytes | str, name: str) -> bytes:
    """Return what was sent as bytes.

    Args:
        sent: what was sent; text in UTF-8.
        name: what it is called in errors.

    Raises:
        PayloadError: where it is text that cannot have been sent: half a character, as JSON may give.
    """
    try:
        return sent.encode() if isinstance(sent, str) else sent
    except UnicodeEncodeError:
        raise PayloadError(f"{name} has half a character, which nobody can have sent") from None
