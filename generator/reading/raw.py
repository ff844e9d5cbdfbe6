"""Raw nodes, read leniently: what is not of the kind that is expected is as good as absent."""

from typing import Any

from generator.reading.nodes import is_mapping, is_sequence


def mapping_at(node: Any) -> dict[str, Any]:
    """Return a node that should be a mapping; an empty one where it is something else."""
    return node if is_mapping(node) else {}


def sequence_at(node: Any) -> list[Any]:
    """Return a node that should be a sequence; an empty one where it is something else."""
    return node if is_sequence(node) else []


def text_at(node: Any) -> str | None:
    """Return a node that should be text; None where it is something else, or empty."""
    return node if isinstance(node, str) and node else None
