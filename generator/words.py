"""The words of a name, in whatever convention it is written."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

# No identifier is longer.
MAX_LENGTH = 80
# What people write as one word, whatever its capitals: names of the field, `IDs`, `3D` and `P2P`; `IoT` and
# `SaaS`, but not `ToX`; and versions: `TLSv1`.
WHOLE = re.compile(
    r"(?:OAuth|OpenID|GitHub|GitLab|GraphQL|MySQL|NoSQL|PostgreSQL|SQLite|[A-Z]{2,}v(?=\d)|iOS|macOS|JSONata"
    r"|(?<![A-Za-z])(?:gRPC|mTLS|vCPUs?)(?![a-z])|(?<![A-Z])WiFi(?![a-z])|(?<!\d)2FA(?![a-z])"
    r"|(?<![A-Z])(?:ETag|OData)(?![a-z])|(?<![A-Za-z])eTag(?![a-z])|[A-Z]{2,}s(?![a-z]))\d*"
    r"|(?!To|No|Do|Go|So)[A-Z](?:o|aa)[A-Z]s?(?![a-z]|[A-Z](?![a-z]))"
    r"|(?<![A-Za-z\d])[1-4][Dd](?![a-z])|(?<![A-Z\d])[A-Z](?:\d[A-Z])+(?![a-z\d]|[A-Z](?![a-z]))"
)
# Between a lower-case letter or digit and a capital, and before the last capital of a run:
# HTTPServer -> HTTP Server.
HUMPS = re.compile(r"(?<=[^\W_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][^\W\d_A-Z])")
NO_WORD = re.compile(r"\W", re.ASCII)
SPACE = re.compile(r"[\s_]+")

# What is made of a name or a text is kept: documents have the same ones again and again.
kept = lru_cache(maxsize=65_536)


@kept
def words(text: str) -> tuple[str, ...]:
    """Return the words of a name in any convention, letters and digits only, as they were written."""
    normal = unicodedata.normalize("NFKC", text)
    if len(normal) > MAX_LENGTH * 4:  # none but the first words would be seen: the rest is told from others
        normal = f"{normal[: MAX_LENGTH * 4]} {digest(normal)}"
    if normal.isascii():
        spaced = NO_WORD.sub(" ", normal)
    else:  # more may stand in an identifier than a regular expression has for words
        spaced = "".join(char if char == "_" or f"a{char}".isidentifier() else " " for char in normal)
    # Names have few words between them, and each is in memory once.
    return tuple(intern(word) for part in SPACE.split(spaced) for word in _humps(part) if word)


def _humps(part: str) -> Iterator[str]:
    """Yield the words of a text without spaces."""
    end = 0
    for found in WHOLE.finditer(part):
        yield from HUMPS.split(part[end : found.start()])
        yield found[0]
        end = found.end()
    yield from HUMPS.split(part[end:])


def digest(text: str) -> str:
    """Return what tells a text from others, where it is too long to stand itself."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:8]
