"""Plain values of documents and settings."""

from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool
