"""The methods of `_async/`: what they take and give, and the call that each of them makes."""

from collections.abc import Iterable, Mapping

from generator.diagnostics import Location
from generator.ir import Definition
from generator.python.annotations import BUILTINS, Annotator, Imports
from generator.python.arguments import Argument
from generator.python.documentation import documentation, first_words
from generator.python.naming import Names
from generator.python.operations import OperationPlan, by_resource, result_of
from generator.python.prose import docstring, literal
from generator.python.views import ArgumentView, CallView, MethodView, ResourceView


def resource_views(
    plans: Iterable[OperationPlan], names: Names, definitions: Mapping[Location, Definition]
) -> tuple[ResourceView, ...]:
    """Return the resources, which are the modules of `_async/`."""
    return tuple(_resource(resource, members, names, definitions) for resource, members in by_resource(plans))


def call_views(plans: Iterable[OperationPlan]) -> tuple[tuple[str, tuple[CallView, ...]], ...]:
    """Return the lines of API.md by resource."""
    return tuple((resource, tuple(map(_call_view, members))) for resource, members in by_resource(plans))


def returned(plan: OperationPlan, names: Names, definitions: Mapping[Location, Definition]) -> str:
    """Return what a call returns in words for the manifest: without `models.`, the sync flavour."""
    annotator = Annotator(names.models, definitions, Imports())
    if plan.item is not None:
        return f"Pager[{annotator.value(plan.item)}]".replace("models.", "")
    return result_of(plan, annotator).replace("models.", "")


def _resource(
    resource: str, plans: list[OperationPlan], names: Names, definitions: Mapping[Location, Definition]
) -> ResourceView:
    imports = Imports()
    shadowed = frozenset(plan.name.method for plan in plans) & BUILTINS
    annotator = Annotator(names.models, definitions, imports, shadowed=shadowed)
    imports.add(".._operations", f"{resource} as operations")
    imports.add(".resource", "AsyncResource")
    methods = tuple(_method(plan, annotator) for plan in plans)
    title = f"The operations on {' '.join(resource.split('_')).strip()}."
    return ResourceView(
        module=resource,
        attribute=resource,
        name=f"Async{names.resources[resource]}",
        docstring=tuple(docstring([title])),
        summary=title,
        imports=imports.lines(),
        methods=methods,
    )


def _method(plan: OperationPlan, annotator: Annotator) -> MethodView:
    if plan.item is not None:
        annotator.imports.add(".pager", "AsyncPager")
        returns = f"AsyncPager[{annotator.value(plan.item)}]"
    else:
        returns = result_of(plan, annotator)
    return MethodView(
        name=plan.name.method,
        waits=plan.item is None,
        positional=tuple(_argument(item, annotator) for item in plan.positional),
        keywords=tuple(_argument(item, annotator) for item in plan.keywords),
        returns=returns,
        docstring=tuple(docstring(documentation(plan))),
        call=_call(plan),
    )


def _argument(argument: Argument, annotator: Annotator) -> ArgumentView:
    annotation = annotator.argument(argument.type)
    if argument.required:
        return ArgumentView(name=argument.name, annotation=annotation)
    if argument.may_be_null:
        annotator.imports.add(".._runtime.unset", "UNSET")
        annotator.imports.add(".._runtime.unset", "Unset")
        return ArgumentView(name=argument.name, annotation=f"{annotation} | Unset", default="UNSET")
    none = "" if annotation.endswith("None") or annotation == "Any" else " | None"
    return ArgumentView(name=argument.name, annotation=f"{annotation}{none}", default="None")


def _call(plan: OperationPlan) -> str:
    """Return the expression after `return`: the record, the parameters by their keys, and the body."""
    texts = [f"operations.{plan.name.constant}", _mapping(_parameters(plan))]
    body = [argument for argument in plan.arguments if argument.where == "body"]
    if plan.body_flat:
        texts.append(_mapping({argument.wire: argument.name for argument in body}))
    elif body:
        texts.append(body[0].name)
    return f"{'await self._call' if plan.item is None else 'self._paginate'}({', '.join(texts)})"


def _parameters(plan: OperationPlan) -> dict[str, str]:
    """Return an expression for each parameter, by its key."""
    whole: dict[str, str] = {}
    flat: dict[str, dict[str, str]] = {}
    for argument in plan.arguments:
        if argument.where == "body":
            continue
        key, *below = argument.path
        if below:
            flat.setdefault(key, {})[below[0]] = argument.name
            whole[key] = _mapping(flat[key])
        else:
            whole[key] = argument.name
    return whole


def _mapping(values: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(key)}: {value}" for key, value in values.items())
    return f"{{{pairs}}}"


def _call_view(plan: OperationPlan) -> CallView:
    keywords = [item.name for item in plan.keywords]
    shown = [*(item.name for item in plan.positional), *(["*"] if keywords else []), *keywords]
    return CallView(
        call=plan.name.call,
        signature=f"{plan.name.call}({', '.join(shown)})",
        summary=first_words(plan.operation).replace("|", "\\|"),
        method=plan.operation.method,
        path=plan.operation.path,
    )
