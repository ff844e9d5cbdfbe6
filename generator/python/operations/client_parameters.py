"""The client's arguments for parameters of calls: what they are called and take, and which calls use them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.inference.client_parameters import known_as
from generator.ir import Parameter
from generator.python.identifiers import allocate
from generator.python.naming import Committed, Names
from generator.python.naming.reserved import BUILTINS, CLIENT_PARAMETERS, METHODS_ASIDE
from generator.python.operations.arguments import Argument, identity
from generator.python.operations.planning import OperationPlan
from generator.python.text.expressions import call
from generator.python.text.markdown import cell, code
from generator.python.text.prose import WIDTH, fact, literal, opening, quoted, summary_end, wrap
from generator.python.types.annotations import Annotator, Imports, or_none
from generator.python.views import ClientParameterView
from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientParameters:
    """The client's arguments for parameters of calls.

    Attributes:
        views: what is printed of each.
        imports: the imports of their annotations, for type checkers alone.
    """

    views: tuple[ClientParameterView, ...]
    imports: tuple[str, ...]


def committed_client_parameters(plans: Iterable[OperationPlan], committed: Committed) -> list[str]:
    """Return what the arguments have been called that are still there: newer ones of the client yield."""
    known = {known_as(item.where, item.name) for _, item, _ in _asked(plans)}
    return [name for key, name in committed.client_parameters.items() if key in known]


def plan_client_parameters(
    plans: Iterable[OperationPlan], names: Names, annotator: Annotator, taken: Collection[str]
) -> ClientParameters:
    """Return the client's arguments for parameters of calls, called as those of most calls are.

    Args:
        plans: the operations.
        names: what is called how.
        annotator: spells their types; it collects the imports.
        taken: the client's other arguments.
    """
    found: dict[str, list[tuple[OperationPlan, Parameter, Argument]]] = {}
    for plan, parameter, argument in _asked(plans):
        found.setdefault(known_as(parameter.where, parameter.name), []).append((plan, parameter, argument))
    called = {key: Counter(argument.name for *_, argument in items) for key, items in found.items()}
    arguments = allocate(
        ((key, min(counts, key=lambda name: (-counts[name], name))) for key, counts in called.items()),
        reserved=CLIENT_PARAMETERS,
        taken=taken,
        before=names.committed.client_parameters,
    )
    views = tuple(_view(key, arguments[key], items, annotator) for key, items in sorted(found.items()))
    return ClientParameters(views=views, imports=annotator.imports.lines())


def annotator_of_client(names: Names, plain: Annotator) -> Annotator:
    """Return what spells types in the class of a client."""
    attributes = {child.rpartition(".")[2] for child in names.children("")}
    return replace(plain, imports=Imports(), shadowed=(BUILTINS | METHODS_ASIDE) & attributes)


def with_client_parameters(
    plans: Iterable[OperationPlan], views: Iterable[ClientParameterView]
) -> tuple[OperationPlan, ...]:
    """Return operations that know which of the client's arguments give what a call does not."""
    arguments = {view.known_as: view.argument for view in views}
    return tuple(_with(plan, arguments) for plan in plans) if arguments else tuple(plans)


def _with(plan: OperationPlan, arguments: Mapping[str, str]) -> OperationPlan:
    of_client = {
        identity(item): arguments[known_as(item.where, item.name)]
        for item in plan.operation.parameters
        if item.of_client
    }
    if not of_client:
        return plan
    given = {plan.keys[key]: name for key, name in of_client.items()}
    return replace(
        plan,
        of_client=of_client,
        arguments=tuple(
            _told(item, given[item.path[0]]) if item.where != "body" and item.path[0] in given else item
            for item in plan.arguments
        ),
    )


def _told(argument: Argument, name: str) -> Argument:
    """Return an argument whose description says who else gives it."""
    more = fact(f"The client's `{name}` by default")
    lines = argument.lines
    told = (f"{summary_end(lines[0])} {more}",) if len(lines) == 1 else (*lines, "", more)
    return replace(argument, lines=told)


def _asked(plans: Iterable[OperationPlan]) -> Iterator[tuple[OperationPlan, Parameter, Argument]]:
    """Yield each parameter that the client gives, too, with the argument of its call."""
    for plan in plans:
        for parameter in plan.operation.parameters:
            if parameter.of_client:
                key = plan.keys[identity(parameter)]
                here = (item for item in plan.arguments if item.where == parameter.where)
                yield plan, parameter, next(item for item in here if item.path == (key,))


def _view(
    key: str, name: str, items: list[tuple[OperationPlan, Parameter, Argument]], annotator: Annotator
) -> ClientParameterView:
    _, parameter, argument = items[0]
    told = max((item.description for _, item, _ in items), key=len)
    types = list(dict.fromkeys(argument.type for *_, argument in items))
    alone = replace(annotator, imports=Imports())
    annotation = or_none(alone.joined([alone.argument(type_) for type_ in types]))
    changed = f"{annotation} | Unset"
    is_late = bool(alone.imports.names)
    for module, imported in alone.imports.names.items():
        annotator.imports.names.setdefault(module, set()).update(imported)
    annotator.imports.has_deprecated |= alone.imports.has_deprecated
    about = opening(told) or summary_end(argument.lines[0])
    sent = fact(f"Sent as the {parameter.where} {parameter.name} of calls that have it and do not give it")
    return ClientParameterView(
        known_as=key,
        key=literal(name),
        argument=name,
        annotation=quoted(annotation) if is_late else annotation,
        changed=quoted(changed) if is_late else changed,
        type=annotation,
        expression=_record(key, name, parameter),
        sent=f"the {parameter.where} {code(parameter.name)}",
        cell=cell(about),
        doc=tuple(wrap(f"{name}: {about} {sent}", WIDTH - 16)),
        brief=tuple(wrap(f"{name}: {about} None for what calls give themselves.", WIDTH - 16)),
    )


def _record(key: str, name: str, parameter: Parameter) -> str:
    """Return the parameter as calls have it that the document does not: they need it not."""
    values = {
        "argument": literal(key),
        "name": literal(parameter.name),
        "location": literal(parameter.where),
        "style": literal(parameter.style),
        **({"explode": "True"} if parameter.explode else {}),
        "client": literal(name),
    }
    return call("Parameter", values, positional=("argument", "name", "location", "style"))
