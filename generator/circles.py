"""What leads back to itself."""

from collections.abc import Iterable, Mapping

from generator.diagnostics import Location


def strongly_connected(edges: Mapping[Location, Iterable[Location]]) -> list[list[Location]]:
    """Return the strongly connected components of a graph (Tarjan, without recursion)."""
    index: dict[Location, int] = {}
    low: dict[Location, int] = {}
    stack: list[Location] = []
    on_stack: set[Location] = set()
    found: list[list[Location]] = []
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(sorted(edges.get(root, ()))))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(sorted(edges.get(target, ())))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_taken_off(stack, node))
                    on_stack.difference_update(found[-1])
    return found


def _taken_off(stack: list[Location], first: Location) -> list[Location]:
    """Take a component off the stack, and return it: all from the node by which it was entered."""
    group = [stack.pop()]
    while group[-1] != first:
        group.append(stack.pop())
    return group
