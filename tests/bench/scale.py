"""How much is measured: all of it, or the least with which everything runs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
DOCUMENT: Final = Path(__file__).with_name("openapi.yaml")
GITHUB: Final = ROOT.parent / "shared" / "corpus" / "github" / "openapi.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is measured.

    Attributes:
        depth: how deep trees are.
        siblings: how many leaves a tree has at each level.
        events: how many events a stream has.
        event: the bytes of one large event.
        upload: the bytes of a file.
        copies: how many copies of a document are one large document.
        document: the document of the row of a usual API.
        large: that of the row of a large one; None where it is not there.
    """

    depth: int = 80
    siblings: int = 150
    events: int = 100_000
    event: int = 8 << 20
    upload: int = 100 << 20
    copies: int = 8
    document: Path = ROOT / "spec" / "v3-openapi.yaml"
    large: Path | None = GITHUB if GITHUB.is_file() else None


FULL: Final = Scale()
LEAST: Final = Scale(
    depth=3, siblings=2, events=10, event=8 << 10, upload=1 << 10, copies=2, document=DOCUMENT, large=DOCUMENT
)


def named(document: Path) -> str:
    """Return what readers know a document by."""
    return {"v3-openapi.yaml": "Trigger.dev", "openapi.json": "GitHub"}.get(document.name, document.name)
