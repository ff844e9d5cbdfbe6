"""How methods ask for a whole answer or a stream, where a property of the body chooses."""

from dataclasses import replace

from generator.ir import Boolean, Const, Nullable
from generator.python.operations.planning import OperationPlan
from generator.python.views import MethodKind


def may_ask(plan: OperationPlan, kind: MethodKind) -> bool:
    """Whether a method may be told in which media type its answer is wanted; events have but one."""
    return kind == "whole" or (plan.stream is not None and plan.stream.kind == "binary")


def may_choose(plan: OperationPlan, kind: MethodKind) -> bool:
    """Whether a method gives the whole or a stream, as one of its arguments says."""
    chooses = plan.chooser is not None and plan.chooser.argument is not None
    return kind == "whole" and chooses and plan.stream is not None


def with_chooser(plan: OperationPlan, kind: MethodKind) -> OperationPlan:
    """Return the plan of one method, whose chooser need not be given."""
    chooser = plan.chooser
    if chooser is None or chooser.argument is None or kind == "pages":
        return plan
    if kind == "stream":
        only = chooser.argument.type if plan.streams_only else Const(value=True)
        usual = replace(chooser.argument, type=only, required=False, constant=True)
    else:
        either = Nullable(Boolean()) if isinstance(chooser.argument.type, Nullable) else Boolean()
        constant = False if chooser.asks_for_whole else None
        usual = replace(chooser.argument, type=either, required=False, constant=constant)
    arguments = tuple(usual if item is chooser.argument else item for item in plan.arguments)
    return replace(plan, arguments=arguments, chooser=replace(chooser, argument=usual))
