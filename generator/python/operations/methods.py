"""The methods of resources, whatever the flavour: what they take and give, and the call that each makes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.answers import AnswerForm
from generator.diagnostics import Location
from generator.ir import Definition, Tag
from generator.python.naming import Names
from generator.python.naming.reserved import BUILTINS, METHODS_ASIDE
from generator.python.operations.arguments import Argument
from generator.python.operations.choosers import may_ask, may_choose, with_chooser
from generator.python.operations.documentation import documentation
from generator.python.operations.planning import (
    OperationPlan,
    by_resource,
    item_of_stream,
    methods_of,
    result_of,
)
from generator.python.operations.signatures import method_signatures
from generator.python.text.prose import address, docstring, fact, literal, prose, summary
from generator.python.types.annotations import Annotator, Imports, deprecation
from generator.python.views import ChildView, ExampleView, MethodKind, MethodView, ResourceView


def resource_views(
    plans: Iterable[OperationPlan],
    names: Names,
    definitions: Mapping[Location, Definition],
    examples: Mapping[str, ExampleView],
) -> tuple[ResourceView, ...]:
    """Return the resources, each a module in either flavour.

    Args:
        plans: the operations.
        names: what is called how.
        definitions: what types refer to.
        examples: a call of each resource, where there is one to show.
    """
    grouped = dict(by_resource(plans))
    return tuple(
        _resource(resource, grouped.get(resource, []), names, definitions, examples.get(resource))
        for resource in names.resources
    )


def child_views(resource: str, names: Names) -> tuple[ChildView, ...]:
    """Return the resources right below one, or of the client: `""`."""
    return tuple(
        ChildView(
            attribute=child.rpartition(".")[2],
            home=f"{'.._custom' if child in names.custom else ''}.{names.resource_modules[child]}",
            name=names.resources[child],
            summary=_title(child),
        )
        for child in names.children(resource)
    )


def returned(plan: OperationPlan, names: Names, definitions: Mapping[Location, Definition]) -> str:
    """Return what a call returns in words for the manifest: without `models.`, the sync flavour."""
    annotator = Annotator(names.models, definitions, Imports())
    if plan.item is not None:
        return f"Pager[{annotator.value(plan.item)}]".replace("models.", "")
    if plan.streams_only and plan.stream is not None:
        return f"Stream[{item_of_stream(plan.stream, annotator)}]".replace("models.", "")
    return result_of(plan, annotator).replace("models.", "")


def _resource(
    resource: str,
    plans: list[OperationPlan],
    names: Names,
    definitions: Mapping[Location, Definition],
    example: ExampleView | None,
) -> ResourceView:
    imports = Imports()
    module = names.resource_modules[resource]
    plans = [method for plan in plans for method in methods_of(plan)]
    names_of_methods = (
        name for plan in plans for name in (plan.name.method, plan.name.stream, plan.name.poll)
    )
    children = child_views(resource, names)
    shadowed = {*(name for name in names_of_methods if name), *(child.attribute for child in children)}
    annotator = Annotator(names.models, definitions, imports, shadowed=(BUILTINS | METHODS_ASIDE) & shadowed)
    if plans:
        imports.add(".._operations", f"{module} as operations")
    if children:
        imports.add("functools", "cached_property")
        imports.add("typing", "TYPE_CHECKING")
    methods = tuple(
        method for plan in plans for method in (*_methods(plan, annotator), *_poll_methods(plan, annotator))
    )
    about = _about(_title(resource), names.tags.get(resource))
    return ResourceView(
        module=module,
        name=names.resources[resource],
        docstring=tuple(docstring(about)),
        about=tuple(about),
        example=example,
        imports=imports.lines(),
        children=children,
        methods=methods,
    )


# Behind a letter that is no word, but begins one: `e-sim`.
_LETTER = re.compile(r"(?<=\b[b-z]) (?=[a-z]{2})")


def _title(resource: str) -> str:
    things = " ".join(resource.replace(".", "_").split("_")).strip()
    return f"The operations on {_LETTER.sub('-', things)}."


def _about(title: str, tag: Tag | None) -> list[str]:
    """Return the docstring of a resource: its title, and what the document says of its tag."""
    if tag is None:
        return [title]
    lines = prose(tag.description)
    lines = [] if summary(tag.description).lower() == title.lower() else lines
    lines += ["", f"See {address(tag.docs)}"] if tag.docs is not None else []
    lines += ["", fact(f"Part of `{tag.parent}`")] if tag.parent is not None else []
    return [title, *(["", *lines] if lines and lines[0] else lines)]


def _methods(plan: OperationPlan, annotator: Annotator) -> Iterator[MethodView]:
    """Yield the method of an operation, and the one that gives its answer item by item."""
    for kind in plan.kinds:
        chosen = with_chooser(plan, kind)
        signatures = method_signatures(
            chosen,
            annotator,
            partial(_returns, chosen, kind, annotator),
            asks=may_ask(chosen, kind),
            streams=_returns(plan, "stream", annotator, None) if may_choose(chosen, kind) else None,
        )
        name = plan.name.method if kind == plan.kinds[0] else plan.name.stream or ""
        is_deprecated = plan.operation.deprecated
        yield MethodView(
            name=name,
            kind=kind,
            chooses=may_choose(chosen, kind),
            overloads=signatures[:-1],
            signature=signatures[-1],
            docstring=tuple(docstring(documentation(chosen, kind))),
            call=_call(chosen, kind, annotator.imports),
            deprecated=deprecation(f"{plan.name.resource}.{name}", annotator.imports)
            if is_deprecated
            else None,
        )


def _poll_methods(plan: OperationPlan, annotator: Annotator) -> Iterator[MethodView]:
    """Yield the method that repeats a call until what it gives is final, if there is one."""
    polling = plan.polling
    if polling is None or plan.name.poll is None:
        return
    *_, whole = method_signatures(plan, annotator, partial(_returns, plan, "poll", annotator), asks=False)
    call = f"{_call(plan, 'poll', annotator.imports)}, interval={polling.interval}, timeout={polling.timeout}"
    yield MethodView(
        name=plan.name.poll,
        kind="poll",
        chooses=False,
        overloads=(),
        signature=replace(whole, keywords=(*whole.keywords, *polling.arguments)),
        docstring=tuple(docstring(documentation(plan, "poll"))),
        call=call,
        deprecated=deprecation(f"{plan.name.resource}.{plan.name.poll}", annotator.imports)
        if plan.operation.deprecated
        else None,
    )


def _returns(plan: OperationPlan, kind: MethodKind, annotator: Annotator, form: AnswerForm | None) -> str:
    """Return the annotation of the whole that a method gives, or of an item."""
    if kind == "stream" and plan.stream is not None:
        return item_of_stream(plan.stream, annotator)
    if kind == "pages" and plan.item is not None:
        return annotator.value(plan.item)
    return result_of(plan, annotator, form)


def _call(plan: OperationPlan, kind: MethodKind, imports: Imports) -> str:
    """Return the arguments of a call: the record, the parameters by their keys, and the body."""
    texts = [f"operations.{plan.name.constant}", _mapping(_parameters(plan, imports))]
    if plan.forms:
        texts.append(_body(plan, kind, imports))
    if plan.media_type is not None:
        texts.append(plan.media_type)
    if plan.accept is not None and may_ask(plan, kind):
        texts.append(f"accept={plan.accept}")
    if may_choose(plan, kind) and plan.chooser is not None and plan.chooser.argument is not None:
        texts.append(f"streamed={plan.chooser.argument.name}")
    return ", ".join(texts)


def _body(plan: OperationPlan, kind: MethodKind, imports: Imports) -> str:
    """Return the expression for the body, which says whether a stream is wanted where it has to."""
    arguments = [argument for argument in plan.arguments if argument.where == "body"]
    if plan.forms[0].fields is None and not plan.variants:
        return _choosing(arguments[0].expression, plan, kind, imports)
    properties = [argument for argument in arguments if not argument.is_whole_body]
    values = {argument.wire: argument.expression for argument in properties}
    constants = {item.wire: literal(item.constant) for item in properties if item.constant is not None}
    whole = next((argument.name for argument in arguments if argument.is_whole_body), None)
    if whole is None:
        return _mapping(values)
    needed = "".join(f"{literal(wire)}, " for wire in plan.needed)
    if plan.variants and not (plan.is_body_needed and len(plan.variants) == 1):
        last = f", ({needed})" if needed else ""
        function = imports.add(".._runtime.bodies", "whole_or_variant")
        return f"{function}({whole}, {_mapping(values)}{last}{_named(properties)})"
    imports.add(".._runtime.bodies", "whole_or_parts")
    required = needed or "".join(f"{literal(item.wire)}, " for item in properties if item.required)
    usual = f", {_mapping(constants)}" if constants else ""
    either = f"whole_or_parts({whole}, {_mapping(values)}, ({required}){usual}{_named(properties)})"
    return _choosing(either, plan, kind, imports)


def _named(properties: Iterable[Argument]) -> str:
    """Return what says which arguments are not called as their properties: a constant costs calls nothing."""
    pairs = [
        (item.wire, item.name) for item in properties if item.constant is None and item.name != item.wire
    ]
    texts = "".join(f"({literal(wire)}, {literal(name)}), " for wire, name in pairs)
    return f", named=({texts})" if texts else ""


def _choosing(body: str, plan: OperationPlan, kind: MethodKind, imports: Imports) -> str:
    """Return the expression for a body that a caller may give whole."""
    if plan.chooser is None or (kind == "whole" and not plan.chooser.asks_for_whole):
        return body
    function = imports.add(".._runtime.bodies", f"choosing_{kind}")
    return f"{function}({body}, {literal(plan.chooser.field)})"


def _parameters(plan: OperationPlan, imports: Imports) -> dict[str, str]:
    """Return an expression for each parameter, by its key."""
    arguments = {item.path: item for item in plan.arguments if item.where != "body"}
    return {path[0]: _given(arguments, path[:1], imports) for path in arguments}


def _given(arguments: Mapping[tuple[str, ...], Argument], at: tuple[str, ...], imports: Imports) -> str:
    """Return an expression for what stands at a place: an argument, an object of what is below, or either."""
    depth = len(at)
    below = dict.fromkeys(path[: depth + 1] for path in arguments if path[:depth] == at and path != at)
    whole = arguments.get(at)
    if not below:
        assert whole is not None
        return whole.expression
    properties = _mapping({path[-1]: _given(arguments, path, imports) for path in below})
    if whole is None:
        return properties
    function = imports.add(".._runtime.flattening", "whole_or_properties")
    return f"{function}({literal(whole.name)}, {whole.expression}, {properties})"


def _mapping(values: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(key)}: {value}" for key, value in values.items())
    return f"{{{pairs}}}"
