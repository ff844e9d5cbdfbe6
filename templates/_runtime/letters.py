"""The bytes of what an API's server sent, or signed, where whoever received it has text of them."""

from typing_extensions import Buffer

from .errors import PayloadError


def bytes_of(sent: object, name: str) -> bytes:
    """Return what was sent as bytes.

    Args:
        sent: what was sent; text in UTF-8.
        name: what it is called in errors.

    Raises:
        PayloadError: where it is text that cannot have been sent: half a character, as JSON may give; or
            neither bytes nor text.
    """
    if not isinstance(sent, str):
        if not isinstance(sent, Buffer):
            raise PayloadError(
                f"{name} is given as bytes or text, and not as {type(sent).__name__}"
            )
        return bytes(sent)
    try:
        return sent.encode()
    except UnicodeEncodeError:
        raise PayloadError(f"{name} has half a character, which nobody can have sent") from None
