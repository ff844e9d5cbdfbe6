"""Modules of generated packages, compiled once in a process: most of them are the same in every package."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.machinery import (
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
)
from pathlib import Path
from types import CodeType
from typing import Any

_OTHERS = (Path(__file__).parents[2], Path(sys.prefix))


@contextmanager
def compiled_once(folder: Path) -> Iterator[None]:
    """Until this is left, modules of one text in any folders below this one are compiled once.

    What is installed, or of this repository, is loaded as ever, where that stands below the folder, too.
    """
    find = FileFinder.path_hook((ExtensionFileLoader, EXTENSION_SUFFIXES), (_Loader, SOURCE_SUFFIXES))

    def hook(path: str) -> Any:
        place = Path(path)
        if not place.is_relative_to(folder) or any(map(place.is_relative_to, _OTHERS)):
            raise ImportError(path)
        return find(path)

    sys.path_hooks.insert(0, hook)
    try:
        yield
    finally:
        sys.path_hooks.remove(hook)


class _Loader(SourceFileLoader):
    def source_to_code(self, data: Any, path: Any, *_: Any, **__: Any) -> CodeType:
        return _placed(compiled(bytes(data)), path)

    def set_data(self, path: str, data: Any, **_: Any) -> None:
        """Write no code beside a module that another one may take the place of within the same second."""


@lru_cache(maxsize=4096)
def compiled(source: bytes) -> CodeType:
    """Return the code of a module."""
    return compile(source, "<shared>", "exec", dont_inherit=True)


def _placed(code: CodeType, path: str) -> CodeType:
    """Return code as if it had been compiled from a file."""
    inner = tuple(_placed(item, path) if isinstance(item, CodeType) else item for item in code.co_consts)
    return code.replace(co_consts=inner, co_filename=path)
