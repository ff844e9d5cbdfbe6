"""Nodes of plain data, told apart with their types kept."""

from collections.abc import Iterator
from typing import Any, TypeGuard


def is_mapping(node: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a node is a mapping."""
    return isinstance(node, dict)


def is_sequence(node: Any) -> TypeGuard[list[Any]]:
    """Whether a node is a sequence."""
    return isinstance(node, list)


def is_collection(node: Any) -> TypeGuard[dict[str, Any] | list[Any]]:
    """Whether a node is a mapping or a sequence."""
    return isinstance(node, (dict, list))


def is_number(node: Any) -> TypeGuard[int | float]:
    """Whether a node is a number; true and false, which Python takes for some, are none."""
    return isinstance(node, int | float) and not isinstance(node, bool)


def children(node: Any) -> Iterator[tuple[str | int, Any]]:
    """Yield the nodes directly below a node, each with its key or index."""
    if is_mapping(node):
        yield from node.items()
    elif is_sequence(node):
        yield from enumerate(node)
