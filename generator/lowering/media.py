"""Media types of request bodies: what can be sent of what documents say."""

from generator.ir import Array, Boolean, Content, Integer, Number, String, Tuple

FORM = "application/x-www-form-urlencoded"
# What is sent where a document has a range only.
RANGES = {
    "*/*": "application/json",
    "application/*": "application/json",
    "application/*+json": "application/json",
    "multipart/*": "multipart/form-data",
    "text/*": "text/plain",
}
BYTES = "application/octet-stream"


def sent_media_type(content: Content) -> str:
    """Return the media type in which a body is sent: itself, unless it is a range (RFC 9110, 12.5.1)."""
    essence = content.media_type.partition(";")[0].strip().lower()
    if "*" not in essence:
        return content.media_type
    if content.type == String("binary"):
        return BYTES
    return RANGES.get(essence, BYTES)


def is_nameless_form(content: Content) -> bool:
    """Whether a form is said to be something that has no names; text is a form that is written already."""
    essence = content.media_type.partition(";")[0].strip().lower()
    if essence == FORM:
        return isinstance(content.type, Array | Tuple | Boolean | Integer | Number)
    return essence.startswith("multipart/") and isinstance(
        content.type, Array | Tuple | Boolean | Integer | Number | String
    )
