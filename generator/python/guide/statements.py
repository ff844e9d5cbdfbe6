"""Statements around calls: what takes what a call gives, and prints it."""

import re
from collections.abc import Iterable, Iterator

from generator.python.guide.layout import Node, lines_of, wrapped
from generator.python.guide.snippets import Sample
from generator.python.identifiers import snake
from generator.python.naming.plurals import singular
from generator.python.naming.reserved import BUILTINS

# What a variable of a snippet is called after: a model alone.
MODEL = re.compile(r"models\.(\w+)")
TAKEN = BUILTINS | {
    "again",
    "answer",
    "async_fake",
    "content",
    "opened",
    "paged",
    "stream",
    "asyncio",
    "client",
    "errors",
    "fake",
    "follow",
    "from_json",
    "kept",
    "main",
    "models",
    "page",
    "pager",
    "print",
    "reply",
    "to_json",
    "transport",
    "walk",
}
# Methods that give things of their resource.
OF_RESOURCE = frozenset({"create", "get", "list", "retrieve", "update"})
MAX_NAME = 24


def variable_of(sample: Sample, annotation: str) -> str:
    """Return a name for what a call gives: things of its resource, else what its model is called.

    Args:
        sample: the call.
        annotation: what it gives, of pages and streams an item.
    """
    found = MODEL.fullmatch(annotation)
    name = snake(found[1]) if found is not None else "result"
    if sample.plan.name.method in OF_RESOURCE:
        things = sample.plan.name.resource.rpartition(".")[2]
        is_list = sample.kind not in {"pages", "stream"} and _gives_many(sample, annotation)
        name = snake(things if is_list else singular(things))
    return name if len(name) <= MAX_NAME and name not in TAKEN else "result"


def _gives_many(sample: Sample, annotation: str) -> bool:
    return sample.plan.name.method == "list" or annotation.startswith(("list[", "builtins.list["))


def statements(
    sample: Sample, name: str, *, awaits: bool = False, prints: bool = True, indent: int = 0
) -> Iterator[str]:
    """Yield the lines that make a call and print what it gives.

    Args:
        sample: the call.
        name: the variable for what it gives.
        awaits: whether the client is the async one.
        prints: whether a whole is printed, too.
        indent: how far the lines are indented.
    """
    for node, depth in _made(sample, name, awaits=awaits, prints=prints):
        yield from lines_of(node, indent=indent + 4 * depth)


def _made(sample: Sample, name: str, *, awaits: bool, prints: bool) -> Iterable[tuple[Node, int]]:
    wait = "await " if awaits else ""
    loop = f"{'async ' if awaits else ''}for {name} in "
    if sample.kind == "pages":
        return ((wrapped(loop, sample.call(), ":"), 0), (f"print({name})", 1))
    if sample.kind == "stream":
        opened = wrapped(f"async with {wait}" if awaits else "with ", sample.call(), " as stream:")
        return ((opened, 0), (f"{loop}stream:", 1), (f"print({name})", 2))
    if sample.plan.returns_nothing and not sample.plan.success:
        return ((wrapped(wait, sample.call()), 0),)
    made = wrapped(f"{name} = {wait}", sample.call())
    return ((made, 0), (f"print({name})", 0)) if prints else ((made, 0),)
