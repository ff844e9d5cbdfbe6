"""The package of a document, imported for as long as it is measured."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from generator.config import ClientConfig
from generator.pipeline import generate
from tests.bench.scale import DOCUMENT

MEASURED = "measured"


@contextmanager
def measured_package() -> Iterator[None]:
    """Have the package of what is measured importable, by the name `measured`."""
    with made(DOCUMENT, MEASURED) as folder:
        sys.path.insert(0, str(folder))
        try:
            import_module(MEASURED)
            yield
        finally:
            sys.path.remove(str(folder))
            for name in [name for name in sys.modules if name.partition(".")[0] == MEASURED]:
                del sys.modules[name]


@contextmanager
def made(document: Path, package: str) -> Iterator[Path]:
    """Give a folder in which the package of a document is, with a client named `ApiClient`."""
    with tempfile.TemporaryDirectory() as folder:
        generate(
            ClientConfig(
                document=str(document), output=folder, package=package, client="ApiClient", resources="tags"
            )
        )
        yield Path(folder)
