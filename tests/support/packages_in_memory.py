"""Packages that are imported from memory, many of them in one process."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import CodeType, ModuleType

from tests.support.compiled_once import compiled


@contextmanager
def importable(package: str, files: Mapping[str, bytes]) -> Iterator[None]:
    """Let a package be imported, under its name, until this is left."""
    finder = _Finder(package, files)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]


class _Finder(MetaPathFinder):
    def __init__(self, package: str, files: Mapping[str, bytes]) -> None:
        self._package = package
        self._files = files

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - all of a package is found in one place
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        root, _, inner = fullname.partition(".")
        if root != self._package:
            return None
        place = inner.replace(".", "/")
        for candidate, is_package in ((f"{place}/__init__.py".lstrip("/"), True), (f"{place}.py", False)):
            if candidate in self._files:
                return spec_from_loader(fullname, _Loader(self._files[candidate]), is_package=is_package)
        return None


class _Loader(InspectLoader):
    def __init__(self, source: bytes) -> None:
        self._source = source

    def get_source(self, fullname: str) -> str:  # noqa: ARG002 - a loader for each module
        return self._source.decode()

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        return compiled(self._source)
