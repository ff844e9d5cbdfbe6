"""Diagnostics as lines: `file:line:col: error[code]: message`."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from generator.reading.document import Document


def lines(diagnostics: Iterable[Diagnostic], documents: "Mapping[str, Document] | None" = None) -> list[str]:
    """Return diagnostics as lines, in their order.

    Args:
        diagnostics: what to print.
        documents: the documents that were read, by name, to find lines and columns in.
    """
    return [line(diagnostic, documents or {}) for diagnostic in diagnostics]


def line(diagnostic: Diagnostic, documents: "Mapping[str, Document]") -> str:
    """Return one diagnostic as a line."""
    text = f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
    location = diagnostic.location
    if location is None:
        return text
    position = diagnostic.position
    if position is None:
        document = documents.get(location.file)
        position = document.position(location.pointer) if document is not None else None
    place = f":{position.line}:{position.column}" if position is not None else ""
    return f"{location.file}{place}: {text}"
