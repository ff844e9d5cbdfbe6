"""Expressions as a person lays them out: on one line, or an item on each line where that is too long."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.records import dataclass

# The longest line of a snippet: wider ones are cut off where hosts show Markdown.
LIMIT = 88


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in brackets.

    Attributes:
        opening: what is before the items: `client.runs.list(`, `{`.
        parts: pairs of what is before an item (`limit=`, `"key": `) and the item.
        closing: what is behind them.
    """

    opening: str
    parts: tuple[tuple[str, "Node"], ...]
    closing: str


Node: TypeAlias = str | Group


def flat(node: Node) -> str:
    """Return an expression on one line."""
    if isinstance(node, str):
        return node
    return f"{node.opening}{', '.join(prefix + flat(item) for prefix, item in node.parts)}{node.closing}"


def lines_of(node: Node, *, indent: int = 0) -> Iterator[str]:
    """Yield the lines of an expression, indented."""
    line = " " * indent + flat(node)
    if isinstance(node, str) or not node.parts or len(line) <= LIMIT:
        yield line
        return
    yield " " * indent + node.opening
    for prefix, item in node.parts:
        yield from lines_of(wrapped(prefix, item, ","), indent=indent + 4)
    yield " " * indent + node.closing


def wrapped(before: str, node: Node, after: str = "") -> Node:
    """Return an expression with something before and behind it, as in `for item in ...:`."""
    if isinstance(node, str):
        return f"{before}{node}{after}"
    return replace(node, opening=before + node.opening, closing=node.closing + after)
