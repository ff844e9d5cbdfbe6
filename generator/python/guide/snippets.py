"""Calls as examples: what a person would type to make one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from generator.ir import Anything, Object, Reference
from generator.python.guide.examples import FILE, MAX_OPTIONAL, Examples
from generator.python.guide.layout import Group, Node
from generator.python.naming.vocabulary import KINDS
from generator.python.operations.arguments import Argument
from generator.python.operations.choosers import with_chooser
from generator.python.operations.planning import OperationPlan, methods_of
from generator.python.text.prose import quoted
from generator.python.views import MethodKind
from generator.reading.raw import mapping_at
from generator.records import dataclass
from generator.type_tree import deref, fields_of, without_null
from generator.verbs import ENDING


class Consequence(IntEnum):
    """What a call does to what a server has, the least first."""

    READS = 0
    MAKES = 1
    CHANGES = 2
    REMOVES = 3


# Of requests by their methods.
CONSEQUENCES = {
    "GET": Consequence.READS,
    "HEAD": Consequence.READS,
    "OPTIONS": Consequence.READS,
    "QUERY": Consequence.READS,
    "POST": Consequence.MAKES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A call with values.

    Attributes:
        plan: the operation.
        kind: what its method gives.
        method: the method from the client on: `runs.list`.
        given: pairs of an argument and its value, as they stand in the call.
        invented: how many of the values the document does not show.
    """

    plan: OperationPlan
    kind: MethodKind
    method: str
    given: tuple[tuple[Argument, Node], ...]
    invented: int

    def call(
        self,
        method: str | None = None,
        *,
        changes: Mapping[str, Node] | None = None,
        further: Mapping[str, Node] | None = None,
    ) -> Node:
        """Return the call as an expression.

        Args:
            method: what is called; None stands for the method of `client`.
            changes: values other than those that are given, by the names of arguments.
            further: values of what the method takes besides the operation's own arguments.
        """
        positional = {item.name for item in self.plan.positional}
        values = {**{argument.name: node for argument, node in self.given}, **(changes or {})}
        parts = tuple(("" if name in positional else f"{name}=", node) for name, node in values.items())
        parts += tuple((f"{name}=", node) for name, node in (further or {}).items())
        return Group(f"{method or f'client.{self.method}'}(", parts, ")")


def consequence(sample: Sample) -> Consequence:
    """Return how much a call does to what a server has: people try the examples that they see."""
    operation, first = sample.plan.operation, sample.plan.name.method.partition("_")[0]
    if operation.method == "DELETE" or first in ENDING or KINDS.get(first) == "delete":
        return Consequence.REMOVES
    return CONSEQUENCES.get(operation.method, Consequence.CHANGES)


def samples_of(plan: OperationPlan, examples: Examples) -> Iterator[Sample]:
    """Yield a call of each method of an operation."""
    for method in methods_of(plan):
        yield from _samples(method, examples)


def _samples(plan: OperationPlan, examples: Examples) -> Iterator[Sample]:
    for kind in plan.kinds:
        sample = sample_of(plan, kind, examples)
        if sample is not None:
            yield sample
            if plan.name.poll is not None and kind == "whole":
                yield replace(sample, kind="poll", method=f"{plan.name.resource}.{plan.name.poll}")


def sample_of(plan: OperationPlan, kind: MethodKind, examples: Examples) -> Sample | None:
    """Return a call of one of an operation's methods; None where an argument that it needs has no value."""
    chosen = with_chooser(plan, kind)
    body = _shown_body(chosen, examples)
    given: list[tuple[Argument, Node]] = []
    optional = invented = 0
    for argument in _wanted(chosen):
        is_needed = argument.required or _needs_keys(argument, examples)
        if not is_needed and (optional == MAX_OPTIONAL or not _is_in(argument, body)):
            continue
        shown = _shown(argument, body)
        node = value_of(argument, shown, examples)
        if node is not None:
            given.append((argument, node))
            optional += not argument.required
            invented += shown is None
        elif argument.required:
            return None
    method = plan.name.stream if kind == "stream" and not plan.streams_only else plan.name.method
    return Sample(
        plan=chosen,
        kind=kind,
        method=f"{plan.name.resource}.{method}",
        given=tuple(given),
        invented=invented,
    )


def with_file(node: Node, file: str) -> Node:
    """Return a call in which files are the value of an expression."""
    if isinstance(node, str):
        return file if node == FILE else node
    return replace(node, parts=tuple((prefix, with_file(item, file)) for prefix, item in node.parts))


def _wanted(plan: OperationPlan) -> list[Argument]:
    """Return the arguments of a call with the body in its preferred form, in their order."""
    ordered = [*plan.positional, *plan.keywords]
    if not plan.forms:
        return ordered
    of_body = {item.name: item for item in _of_body(plan)}
    return [of_body.get(item.name, item) for item in ordered if item.where != "body" or item.name in of_body]


def _of_body(plan: OperationPlan) -> list[Argument]:
    """Return the arguments that give a body; of objects that it may be, what the first must have."""
    first = next(iter(plan.variants), None)
    if first is None or (len(plan.variants) > 1 and plan.lead is not None):
        return plan.arguments_of(plan.forms[0])
    needed = {field.name: field.type for field in first if field.required}
    return [
        replace(item, required=True, type=needed[item.wire])
        for item in plan.arguments
        if item.where == "body" and item.fixed is None and item.wire in needed
    ]


def _shown_body(plan: OperationPlan, examples: Examples) -> Any:
    """Return the body that the document shows; None where it shows none, or one that is no such body."""
    if not plan.forms:
        return None
    content = plan.forms[0].contents[0]
    for text in content.examples:
        shown = json.loads(text)
        if examples.fits(content.type, shown):
            return shown
    if isinstance(content.type, Reference):
        hints = examples.definitions[content.type.target].hints
        if hints is not None and examples.fits(content.type, hints.example):
            return hints.example
    return None


def _shown(argument: Argument, body: Any) -> Any:
    if argument.where != "body":
        return argument.example
    if argument.is_whole_body:
        return body
    told = mapping_at(body).get(argument.wire)
    return argument.example if told is None else told


def _is_in(argument: Argument, body: Any) -> bool:
    """Whether the body that the document shows has an argument that may be left out."""
    if argument.where != "body" or argument.constant is not None:
        return False
    if argument.is_whole_body:
        return body is not None or argument.takes_files
    return mapping_at(body).get(argument.wire) is not None


def _needs_keys(argument: Argument, examples: Examples) -> bool:
    """Whether an argument is a body that may be left out, but has properties that it must have."""
    if argument.where != "body" or not argument.is_whole_body:
        return False
    inner = without_null(deref(argument.type, examples.definitions))
    fields = fields_of(inner, examples.definitions) if isinstance(inner, Object) else ()
    return any(item.required and item.access != "read" for item in fields)


def value_of(argument: Argument, shown: Any, examples: Examples) -> Node | None:
    """Return a value for an argument, what the document shows where that fits; None where there is none."""
    name = argument.name.rstrip("_")
    inner = without_null(deref(argument.type, examples.definitions))
    if argument.where != "body" and isinstance(inner, Anything):
        return quoted(name)
    return examples.value(argument.type, shown, name)
