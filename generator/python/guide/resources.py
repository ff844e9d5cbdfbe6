"""The examples in the docstrings of resources: of calls that do the least to what is there the plainest."""

from collections.abc import Iterable

from generator.python.guide.layout import flat
from generator.python.guide.snippets import Consequence, Sample, consequence
from generator.python.guide.statements import variable_of
from generator.python.text.prose import safe
from generator.python.views import ExampleView

# The longest call that a docstring shows: in a loop, and indented, it is still a line.
MAX_CALL = 60
# Methods that give one thing of their resource.
GETTING = frozenset({"get", "retrieve"})
ORDER = ("pages", "whole", "stream", "poll")


def resource_examples(samples: Iterable[Sample]) -> dict[str, ExampleView]:
    """Return a call of each resource that has one which fits a line.

    Where a resource has other calls, none that removes something is shown.
    """
    found: dict[str, tuple[tuple[object, ...], ExampleView]] = {}
    listed = list(samples)
    harmless = {_resource(sample) for sample in listed if consequence(sample) is not Consequence.REMOVES}
    for sample in listed:
        if consequence(sample) is Consequence.REMOVES and _resource(sample) in harmless:
            continue
        call = safe(flat(sample.call()))
        if len(call) > MAX_CALL or call.endswith("\\"):
            continue
        rank = (*_reluctance(sample), len(sample.given), ORDER.index(sample.kind), call)
        is_empty = sample.kind == "whole" and sample.plan.returns_nothing and not sample.plan.success
        name = None if is_empty else variable_of(sample, "")
        view = ExampleView(kind=sample.kind, name=name, call=call)
        resource = _resource(sample)
        if resource not in found or rank < found[resource][0]:
            found[resource] = (rank, view)
    return {resource: view for resource, (_, view) in found.items()}


def _resource(sample: Sample) -> str:
    return sample.plan.name.resource


def _reluctance(sample: Sample) -> tuple[bool, Consequence, int]:
    """Return what is against a call: lists come first, then what gets one."""
    method = sample.plan.name.method
    gives = 0 if sample.kind == "pages" or method == "list" else 1 if method in GETTING else 2
    return sample.plan.operation.deprecated, consequence(sample), gives
