"""Who asks: what the header `User-Agent` says (RFC 9110, 10.1.5)."""

import platform
from functools import cache


def user_agent(product: str, library: str) -> str:
    """Return the package, Python, the operating system and what carries the requests, with their versions."""
    return " ".join(filter(None, [product, _surroundings(), library]))


@cache
def _surroundings() -> str:
    system = f"{platform.system()}/{platform.release()}" if platform.system() else ""
    python = f"{platform.python_implementation()}/{platform.python_version()}"
    return " ".join(
        filter(None, [python, "".join(c for c in system if c.isascii() and c.isprintable())])
    )
