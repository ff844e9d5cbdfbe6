"""Diagnostics as lines: `file:line:col: error[code]: message`."""

from collections.abc import Iterable, Mapping

from generator.diagnostics import Diagnostic, Position


def lines(diagnostics: Iterable[Diagnostic], documents: Mapping[str, object] | None = None) -> list[str]:
    """Return diagnostics as lines, in their order.

    Args:
        diagnostics: what to print.
        documents: the documents that were read, by name, to find lines and columns in.
    """
    return [line(diagnostic, documents or {}) for diagnostic in diagnostics]


def line(diagnostic: Diagnostic, documents: Mapping[str, object]) -> str:
    """Return one diagnostic as a line."""
    text = f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
    location = diagnostic.location
    if location is None:
        return text
    position = diagnostic.position
    if position is None:
        position = _find(documents.get(location.file), location.pointer)
    place = f":{position.line}:{position.column}" if position is not None else ""
    return f"{location.file}{place}: {text}"


def _find(document: object, pointer: str) -> Position | None:
    from generator.reading.document import Document  # noqa: PLC0415 - only where a document was read

    return document.position(pointer) if isinstance(document, Document) else None
