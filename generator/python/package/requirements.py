"""What a package needs to run: Python, and libraries in the versions that it is tested with."""

from collections.abc import Mapping

from generator.python.views import NeedsView

PYTHON = (3, 11)
# What an HTTP library and pydantic need themselves is named where packages import it, too.
RANGES: Mapping[str, str] = {
    "aiohttp": ">=3.14,<4",
    "anyio": ">=4.5,<5",
    "httpx": ">=0.28,<1",
    "httpx2": ">=2.16,<3",
    "pydantic": ">=2.14,<3",
    "pyreqwest": ">=0.15,<0.16",
    "typing-extensions": ">=4.12,<5",
}
# The HTTP libraries that a package has adapters for, and does without.
EXTRAS = ("aiohttp", "pyreqwest")


def requirement(name: str) -> str:
    """Return a library with its range, as pip takes it."""
    return f"{name}{RANGES[name]}"


def requirements(http: str) -> list[str]:
    """Return what a package with an HTTP library requires."""
    return [requirement(name) for name in sorted({"anyio", http, "pydantic", "typing-extensions"})]


def needs_of(http: str) -> NeedsView:
    """Return what a package says of what it needs; the rest comes with pydantic and an HTTP library."""
    return NeedsView(
        python=PYTHON,
        pydantic=_lowest("pydantic"),
        installed=(requirement("pydantic"), requirement(http)),
        carriers=tuple(requirement(name) for name in EXTRAS),
    )


def _lowest(name: str) -> tuple[int, ...]:
    """Return the oldest version of a library that a package works with."""
    return tuple(map(int, RANGES[name].removeprefix(">=").partition(",")[0].split(".")))
