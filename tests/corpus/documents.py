"""The corpus: public documents in a folder `shared/corpus` beside the checkout."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.config import ClientConfig

CORPUS = Path(__file__).parents[2].parent / "shared/corpus"
SMALL = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A line of the corpus's table of contents: `size` is in bytes, over all files of the document."""

    name: str
    path: Path
    size: int
    operations: int

    @property
    def package(self) -> str:
        return f"corpus_{self.name.replace('-', '_')}"

    @property
    def is_left_out(self) -> bool:
        """Whether this run is for small documents only."""
        return self.size >= SMALL and os.environ.get("OASMITH_CORPUS") != "all"

    def config(self, output: Path) -> ClientConfig:
        """Return the settings of its client."""
        return ClientConfig(document=str(self.path), output=str(output), package=self.package)


def documents() -> Iterator[Document]:
    """The documents of the corpus; none where it is absent."""
    table = CORPUS / "MANIFEST.tsv"
    if not table.exists():
        return
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, dialect="excel-tab"):
            yield Document(
                name=row["name"],
                path=CORPUS / row["document"],
                size=int(row["bytes"]),
                operations=int(row["operations"]),
            )
