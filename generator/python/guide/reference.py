"""API.md: each call with its arguments, what it gives, how it fails, and an example."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import chain

from generator.ir import Object, Response
from generator.media import response_kind
from generator.python.guide.shapes import Shapes
from generator.python.guide.snippets import Sample
from generator.python.guide.statements import statements, variable_of
from generator.python.guide.tables import Material, needs, told_security
from generator.python.operations.arguments import Argument, constant_of, of_property
from generator.python.operations.choosers import with_chooser
from generator.python.operations.documentation import MEDIA_TYPES, error_class, first_words
from generator.python.operations.paging import how
from generator.python.operations.planning import OperationPlan, by_resource, methods_of
from generator.python.text.markdown import cell, code, inert, joined
from generator.python.text.prose import quoted
from generator.python.views import (
    ArgumentView,
    CallView,
    MethodView,
    ResourceView,
    SectionView,
    SignatureView,
    TakenView,
)
from generator.records import dataclass
from generator.type_tree import deref, fields_of, without_null
from generator.words import kept

SENTENCE = re.compile(r"(?<=[.!?])\s")
MAX_ABOUT = 200
# What says of a key that it is required, where the body itself is not.
NEEDED = "required where a body is sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What all calls are told with.

    Attributes:
        samples: a call of each method, by its name.
        material: what the README is made from, too.
        usual: the credentials of most calls, in words.
        shapes: spells types, and leads to what they name.
        types: what calls take and give, as far as they were told; it grows.
    """

    samples: Mapping[str, Sample]
    material: Material
    usual: str
    shapes: Shapes
    types: set[str] = field(default_factory=set[str])


def reference_view(
    material: Material, plans: Iterable[OperationPlan], resources: Iterable[ResourceView], shapes: Shapes
) -> tuple[tuple[SectionView, ...], tuple[str, ...]]:
    """Return the calls by resource, and the types that they take and give, sorted.

    Args:
        material: what the README is made from, too.
        plans: the operations.
        resources: the resources, whose methods say their types.
        shapes: spells types.
    """
    known = _Known(
        samples={sample.method: sample for sample in material.samples},
        material=material,
        usual=next((need.credentials for need in needs(material)), ""),
        shapes=shapes,
    )
    views = {view.module: view for view in resources}
    modules = material.names.resource_modules
    sections = tuple(
        SectionView(
            resource=resource,
            anchor=f"client.{resource}".replace(".", "").lower(),
            calls=tuple(
                _call(plan, f"{resource}.{method.name}", method, known)
                for plan, method in _methods(members, views[modules[resource]])
            ),
        )
        for resource, members in by_resource(plans)
    )
    return sections, tuple(sorted(known.types))


def _methods(
    plans: Iterable[OperationPlan], view: ResourceView
) -> Iterator[tuple[OperationPlan, MethodView]]:
    methods = {method.name: method for method in view.methods}
    for plan in chain.from_iterable(map(methods_of, plans)):
        for name in (plan.name.method, plan.name.stream, plan.name.poll):
            if name is not None:
                yield plan, methods[name]


def _call(plan: OperationPlan, call: str, method: MethodView, known: _Known) -> CallView:
    sample = known.samples.get(call)
    return CallView(
        call=f"client.{call}",
        summary=_summary(plan, method),
        request=code(f"{plan.operation.method} {plan.operation.path}"),
        is_deprecated=plan.operation.deprecated,
        example=None if sample is None else _example(sample, method),
        arguments=tuple(_arguments(plan, method, known)),
        returns=_returns(plan, method, known),
        raises=_raises(plan, method, known),
        needs=_needs(plan, known),
        server=next((code(server.url.rstrip("/") or "/") for server in plan.operation.servers), None),
    )


def _summary(plan: OperationPlan, method: MethodView) -> str:
    told = first_words(plan.operation)
    return f"{told} {plan.polling.about}".strip() if method.kind == "poll" and plan.polling else told


def _example(sample: Sample, method: MethodView) -> str:
    name = variable_of(sample, method.signature.returns or "")
    return "\n".join(statements(sample, name, prints=False))


def _arguments(plan: OperationPlan, method: MethodView, known: _Known) -> Iterator[TakenView]:
    arguments = {argument.name: argument for argument in with_chooser(plan, method.kind).arguments}
    others: dict[str | None, str] = {
        plan.media_type: MEDIA_TYPES["body"],
        plan.accept: MEDIA_TYPES["answer"],
    }
    if plan.polling is not None:
        others |= dict(plan.polling.lines.items())
    signature = method.signature
    for argument in (*signature.positional, *signature.keywords):
        own = arguments.get(argument.name)
        marks = [_needed(plan)] if own is not None and own.where == "body" and own.wire in plan.needed else []
        yield TakenView(
            name=f"`{argument.name}`",
            annotation=", ".join([_type(argument, signature, known), *marks]),
            about=cell(_sentence(joined(own.lines)) if own is not None else others[argument.name]),
        )
        if own is not None and len(plan.variants) != 1:  # whose properties are arguments, too
            yield from _keys(own, known, "required" if argument.default is None else NEEDED)


def _needed(plan: OperationPlan) -> str:
    """Return when a property must be given of a body that can be given otherwise, too."""
    whole = next((item.name for item in plan.arguments if item.is_whole_body), "")
    return f"required without {code(whole)}" if plan.is_body_needed else NEEDED


def _keys(argument: Argument, known: _Known, needed: str) -> Iterator[TakenView]:
    """Yield the keys of a body that is given as a whole, where it is an object."""
    if argument.where != "body" or not argument.is_whole_body:
        return
    examples = known.material.examples
    definitions = examples.definitions
    object_ = without_null(deref(argument.type, definitions))
    if not isinstance(object_, Object):
        return
    names = examples.keys_of(argument.type)
    for item in fields_of(object_, definitions):
        if item.access != "read":
            key = names.get(item.name, item.name)
            taken = of_property(item, key, definitions, takes_files=argument.takes_files)
            is_needed = taken.required and constant_of(taken.type, definitions) is None
            yield _key(argument, taken, known, [needed] if is_needed else [])


def _key(argument: Argument, taken: Argument, known: _Known, marks: list[str]) -> TakenView:
    annotation = known.shapes.annotator.argument(taken.type, takes_files=taken.takes_files)
    return TakenView(
        name=_named_key(argument.name, taken.name),
        annotation=", ".join([_linked(annotation, known), *marks]),
        about=cell(_sentence(joined(taken.lines))),
    )


@kept
def _named_key(argument: str, key: str) -> str:
    return code(f"{argument}[{quoted(key)}]")


def _type(argument: ArgumentView, signature: SignatureView, known: _Known) -> str:
    """Return an argument's type as a cell, and whether it must be given, or only by its name."""
    marks = ["required"] if argument.default is None else []
    marks += ["by position"] if argument in signature.positional else []
    return ", ".join([_linked(argument.annotation, known), *marks])


def _linked(annotation: str, known: _Known) -> str:
    """Return a type as a cell, with links to what it names."""
    known.types.add(annotation)
    return known.shapes.linked(annotation)


@kept
def _sentence(text: str) -> str:
    """Return how a description begins: all of it where that is short, else its first sentences."""
    if len(text) > MAX_ABOUT:
        whole = text
        text = ""
        for sentence in SENTENCE.split(whole):
            if text and len(text) + len(sentence) >= MAX_ABOUT:
                break
            text = f"{text} {sentence}" if text else sentence
        if len(text) > MAX_ABOUT:
            text = f"{text[:MAX_ABOUT].rpartition(' ')[0] or text[:MAX_ABOUT]} ..."
    return inert(text)


def _returns(plan: OperationPlan, method: MethodView, known: _Known) -> str:
    """Return what a call gives, with links to its models."""
    signature, pages = method.signature, plan.operation.pagination
    given = signature.returns or signature.streams or "None"
    if method.kind == "pages":
        given = f"Pager[{given}]"
    elif method.kind == "stream":
        given = f"Stream[{given}]"
    elif signature.returns and signature.streams:
        given = f"{given} | Stream[{signature.streams}]"
    turned = f", pages {how(pages)}" if method.kind == "pages" and pages is not None else ""
    return f"{_linked(given, known)}{turned}"


def _raises(plan: OperationPlan, method: MethodView, known: _Known) -> str:
    """Return the errors that the document describes with their statuses, by what their bodies are."""
    bodies: dict[str, dict[str, list[str]]] = {}
    for response in plan.operation.responses:
        is_default = response.status == "default"
        name = "ApiStatusError" if is_default else error_class(response.status)
        if name is not None:
            found = bodies.setdefault(_error_body(response, known), {})
            found.setdefault(name, []).append("any other status" if is_default else response.status)
    told = [_raised(found, body) for body, found in sorted(bodies.items(), key=lambda item: item[0] != "")]
    return "; ".join([*told, *(["`PollTimeoutError`"] if method.kind == "poll" else [])])


def _raised(found: Mapping[str, list[str]], body: str) -> str:
    return ", ".join(f"`{name}` ({', '.join(statuses)})" for name, statuses in found.items()) + body


def _error_body(response: Response, known: _Known) -> str:
    """Return what the body of an error is, behind its name; empty where that is plain data."""
    types = [content.type for content in response.contents[:1] if response_kind(content) == "json"]
    annotation = known.shapes.annotator.value(types[0]) if types else "Any"
    return "" if annotation == "Any" else f", whose `body` is {_linked(annotation, known)}"


def _needs(plan: OperationPlan, known: _Known) -> str | None:
    told = told_security(plan, known.material)
    return told if told != known.usual else None
