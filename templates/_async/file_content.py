"""What this flavour of the client takes for a file."""

from typing import TypeAlias

from .._runtime import files

FileContent: TypeAlias = files.AsyncFileContent
