# Copied from templates/_runtime/text.py. DO NOT EDIT: it is made anew.
"""Which characters bytes are: byte order marks first, then the charset that the sender names, else UTF-8."""

import codecs
import json
import re
from functools import lru_cache
from typing import Final

_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([^\s;"']+)""", re.IGNORECASE)
# UTF-32 before UTF-16: its mark begins with that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF_8: Final = frozenset({"utf-8", "ascii"})
# What Python calls by a name, and is no charset of the IANA, or one whose text may have half characters
# and take quadratic time.
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
# Without a mark they are read as browsers do (WHATWG Encoding, 14.4).
_UNMARKED: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@lru_cache(maxsize=64)
def charset_of(content_type: str) -> str | None:
    """Return the charset that a Content-Type names, as Python calls it; None where none is known."""
    found = _CHARSET.search(content_type)
    if found is None:
        return None
    try:
        b"x".decode(found[1], errors="replace")  # refuses what encodes no text
        name = codecs.lookup(found[1]).name
    except (LookupError, ValueError):
        return None
    return None if name.replace("_", "-") in _NO_CHARSETS else name


def encoding_of(content: bytes, content_type: str) -> str:
    """Return the name of the encoding of text."""
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    named = charset_of(content_type) or "utf-8"
    return marked or _UNMARKED.get(named, named)


def decode_text(content: bytes, content_type: str) -> str:
    """Return bytes as text; what its encoding does not have is replaced, as HTTP libraries do."""
    return content.decode(encoding_of(content, content_type), errors="replace")


def is_text(content: bytes, content_type: str) -> bool:
    """Tell whether bytes are text in their encoding: decoded, nothing of them is lost."""
    try:
        content.decode(encoding_of(content, content_type))
    except UnicodeError:
        return False
    return True


def in_utf_8(content: bytes, content_type: str) -> bytes:
    """Return JSON in UTF-8, which is what it is nearly always.

    RFC 8259, 8.1 allows nothing else between systems; servers that send UTF-16 are known by the zero bytes
    of its first characters, which are ASCII in all JSON.
    """
    # A mark begins with a byte over 0x7F, or with a zero.
    is_ascii_first = b"\0" < content[:1] < b"\x80" and content[1:2] != b"\0"
    if is_ascii_first and "charset" not in content_type.lower():
        return content
    encoding = encoding_of(content, content_type)
    if encoding.startswith("utf-"):
        encoding = json.detect_encoding(content)
    return content if encoding in _UTF_8 else content.decode(encoding, errors="replace").encode()
