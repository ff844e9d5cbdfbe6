"""Every document of the corpus: generated, imported, and each operation called and its request judged.

What is wrong on the document's side is in `KNOWN`, what is wrong on ours in `OURS`, each with its cause. An
entry that nothing matches any more is an error.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.pipeline import generate
from tests.corpus.documents import CORPUS, Document, documents
from tests.corpus.raw import Raw
from tests.corpus.trials import Fault, Trial

SHOWN = 40


class Expected(NamedTuple):
    """Faults that are expected: `subject` is a pattern as of file names, `message` a part of their text."""

    document: str
    subject: str
    message: str
    cause: str

    def fits(self, fault: Fault) -> bool:
        return fnmatchcase(fault.subject, self.subject) and self.message in str(fault)


# Faults of documents.
KNOWN: tuple[Expected, ...] = (
    Expected(
        "box", "PUT /files/{file_id}", "'type' is a required property", "'type' is declared as 'access'"
    ),
    Expected("box", "POST /invites", "'id' is a required property", "'id' is required and not declared"),
    Expected(
        "digitalocean", "* /v2/apps*", "'endpoint' is a required property", "'endpoint' is not declared"
    ),
    Expected(
        "digitalocean",
        "POST /v2/uptime/checks",
        "'method' is a required property",
        "'method' is not declared",
    ),
    Expected("lob-bundled", "POST /creatives", "the body", "'color' is required and not declared"),
    Expected("xero-files", "PUT /Files/{FileId}", "is a required property", "'id' is declared as 'Id', ..."),
    Expected("xero-files", "* /Folders*", "is a required property", "'name' is declared as 'Name'"),
)
# Faults of oasmith, until they are mended.
OURS: tuple[Expected, ...] = ()

CASES = [pytest.param(document, id=document.name) for document in documents()]
if not CASES:
    CASES = [pytest.param(None, id="none", marks=pytest.mark.skip(reason=f"there is no corpus in {CORPUS}"))]


@pytest.fixture(autouse=True)
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test imports from its folder is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.startswith("corpus_"):
            del sys.modules[name]


@pytest.mark.parametrize("document", CASES)
def test_document(document: Document, tmp_path: Path) -> None:
    if document.is_left_out:
        pytest.skip("a large document: set OASMITH_CORPUS=all, or run `make corpus`")
    raw = Raw.read(document.path)
    assert sum(1 for _ in raw.operations()) == document.operations
    faults = Trial(generate(document.config(tmp_path)), raw).run()
    known, ours = ([item for item in table if item.document == document.name] for table in (KNOWN, OURS))
    unexpected = [fault for fault in faults if not any(item.fits(fault) for item in (*known, *ours))]
    assert not unexpected, _listed(unexpected)
    stale = [item for item in (*known, *ours) if not any(item.fits(fault) for fault in faults)]
    assert not stale, f"it happens no more, take it off the list: {stale[0]}"
    if ours:
        pytest.xfail("; ".join(item.cause for item in ours))


def _listed(faults: list[Fault]) -> str:
    lines = [str(fault) for fault in faults[:SHOWN]]
    more = len(faults) - len(lines)
    return "\n".join([f"{len(faults)} faults", *lines, *([f"and {more} more"] if more else [])])
