"""Compiled templates, kept where Python keeps its compiled modules, and only when it keeps them.

To compile all templates takes a sixth of the time of a run on a small document.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

from jinja2.bccache import Bucket, BytecodeCache

from generator.reading.files import read_file, write_file


class CompiledTemplates(BytecodeCache):
    """A file for each template, replaced when its text, the options or jinja2 are others.

    Args:
        options: those of the environment that have a say in what is made of a text.
    """

    def __init__(self, options: Mapping[str, object]) -> None:
        self._folder = Path(cache_from_source(__file__)).parent
        self._made_with = f"jinja2 {version('jinja2')} {sorted(options.items())}\n"

    def get_source_checksum(self, source: str) -> str:
        """Return what a file is held against: a digest of the text and of how it is compiled."""
        return super().get_source_checksum(self._made_with + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept; without a whole file the template is compiled."""
        with suppress(OSError, EOFError, UnpicklingError):
            bucket.bytecode_from_string(read_file(self._file(bucket), follow=False))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where there is a folder that may be written."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                write_file(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.{sys.implementation.cache_tag}"
