"""The examples in the docstrings of resources: the plainest call of each."""

from collections.abc import Iterable

from generator.python.guide.layout import flat
from generator.python.guide.snippets import Sample
from generator.python.guide.statements import variable_of
from generator.python.text.prose import safe
from generator.python.views import ExampleView

# The longest call that a docstring shows: in a loop, and indented, it is still a line.
MAX_CALL = 60
ORDER = ("pages", "whole", "stream", "poll")


def resource_examples(samples: Iterable[Sample]) -> dict[str, ExampleView]:
    """Return a call of each resource that has one which fits a line."""
    found: dict[str, tuple[tuple[object, ...], ExampleView]] = {}
    for sample in samples:
        call = safe(flat(sample.call()))
        if len(call) > MAX_CALL or call.endswith("\\"):
            continue
        rank = (sample.plan.operation.deprecated, len(sample.given), ORDER.index(sample.kind), call)
        is_empty = sample.kind == "whole" and sample.plan.returns_nothing and not sample.plan.success
        name = None if is_empty else variable_of(sample, "")
        view = ExampleView(kind=sample.kind, name=name, call=call)
        resource = sample.plan.name.resource
        if resource not in found or rank < found[resource][0]:
            found[resource] = (rank, view)
    return {resource: view for resource, (_, view) in found.items()}
