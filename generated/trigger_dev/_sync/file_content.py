# Derived from _async/file_content.py. DO NOT EDIT: it is made anew.
"""What this flavour of the client takes for a file."""

from typing import TypeAlias

from .._runtime import files

FileContent: TypeAlias = files.FileContent
