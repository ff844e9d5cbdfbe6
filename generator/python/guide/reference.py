"""API.md: each call with its arguments, what it gives, how it fails, and an example."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from generator.ir import Object
from generator.python.annotations import Annotator, Imports
from generator.python.arguments import Argument, constant_of, of_property
from generator.python.choosers import with_chooser
from generator.python.documentation import MEDIA_TYPES, error_class, first_words
from generator.python.guide.examples import Examples
from generator.python.guide.snippets import Sample
from generator.python.guide.statements import statements, variable_of
from generator.python.markdown import cell, code, inert
from generator.python.naming import Names
from generator.python.operations import OperationPlan, by_resource, methods_of
from generator.python.paging import how
from generator.python.prose import kept, quoted
from generator.python.views import (
    ArgumentView,
    CallView,
    MethodView,
    ResourceView,
    SectionView,
    SignatureView,
    TakenView,
)
from generator.type_tree import deref, fields_of, without_null

# Text in quotes, which stays as it is, or what an annotation says only for the sake of its module.
INTERNAL = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|builtins\.|scalars\.| \| Unset\b""")
MODEL = re.compile(r"\bmodels\.(\w+)")
SENTENCE = re.compile(r"(?<=[.!?])\s")
MAX_TYPE = 160
MAX_ABOUT = 200
MAX_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What all calls are told with.

    Attributes:
        samples: a call of each method, by its name.
        modules: where models are, by their names.
        examples: knows the keys of dictionaries.
        annotator: spells types, outside of any module.
    """

    samples: Mapping[str, Sample]
    modules: Mapping[str, str]
    examples: Examples
    annotator: Annotator


def reference_view(
    samples: Iterable[Sample],
    plans: Iterable[OperationPlan],
    names: Names,
    resources: Iterable[ResourceView],
    examples: Examples,
) -> tuple[SectionView, ...]:
    """Return the calls by resource.

    Args:
        samples: a call of each method.
        plans: the operations.
        names: what is called how.
        resources: the resources, whose methods say their types.
        examples: knows the keys of dictionaries.
    """
    known = _Known(
        samples={sample.method: sample for sample in samples},
        modules={name.name: name.module for name in names.models.values()},
        examples=examples,
        annotator=Annotator(names.models, examples.definitions, Imports()),
    )
    views = {view.module: view for view in resources}
    return tuple(
        SectionView(
            resource=resource,
            anchor=f"client.{resource}".replace(".", "").lower(),
            calls=tuple(
                _call(plan, f"{resource}.{method.name}", method, known)
                for plan, method in _methods(members, views[names.resource_modules[resource]])
            ),
        )
        for resource, members in by_resource(plans)
    )


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
        returns=_returns(plan, method, known.modules),
        raises=_raises(plan, method),
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
        yield TakenView(
            name=f"`{argument.name}`",
            annotation=_type(argument, signature),
            about=cell(
                _sentence(" ".join(arguments[argument.name].lines))
                if argument.name in arguments
                else others[argument.name]
            ),
        )
        if argument.name in arguments:
            yield from _keys(arguments[argument.name], known)


def _keys(argument: Argument, known: _Known) -> Iterator[TakenView]:
    """Yield the keys of a body that is given as a whole, where it is an object."""
    if argument.where != "body" or not argument.is_whole_body:
        return
    definitions = known.examples.definitions
    object_ = without_null(deref(argument.type, definitions))
    if not isinstance(object_, Object):
        return
    names = known.examples.keys_of(argument.type)
    for item in fields_of(object_, definitions):
        if item.access != "read":
            key = names.get(item.name, item.name)
            taken = of_property(item, key, definitions, takes_files=argument.takes_files)
            yield _key(argument, taken, known)


def _key(argument: Argument, taken: Argument, known: _Known) -> TakenView:
    is_needed = taken.required and constant_of(taken.type, known.examples.definitions) is None
    annotation = known.annotator.argument(taken.type, takes_files=taken.takes_files)
    return TakenView(
        name=_named_key(argument.name, taken.name),
        annotation=", ".join([_type_cell(annotation), *(["required"] if is_needed else [])]),
        about=cell(_sentence(" ".join(taken.lines))),
    )


@kept
def _named_key(argument: str, key: str) -> str:
    return code(f"{argument}[{quoted(key)}]")


def _type(argument: ArgumentView, signature: SignatureView) -> str:
    """Return an argument's type as a cell, and whether it must be given, or only by its name."""
    marks = ["required"] if argument.default is None else []
    marks += ["by position"] if argument in signature.positional else []
    return ", ".join([_type_cell(argument.annotation), *marks])


@kept
def _type_cell(annotation: str) -> str:
    return code(_shortened(_public(annotation)))


def _public(annotation: str) -> str:
    """Return an annotation as users would write it."""
    return INTERNAL.sub(lambda found: found[1] or "", annotation)


def _shortened(annotation: str) -> str:
    """Return an annotation, of a long union only how it begins."""
    if len(annotation) <= MAX_TYPE:
        return annotation
    return f"{annotation[:MAX_TYPE].rpartition(' ')[0] or annotation[:MAX_TYPE]} ..."


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


def _returns(plan: OperationPlan, method: MethodView, modules: Mapping[str, str]) -> str:
    """Return what a call gives, with links to the files of its models."""
    signature, pages = method.signature, plan.operation.pagination
    given = _public(signature.returns or signature.streams or "None")
    found = dict.fromkeys(MODEL.findall(given))
    if method.kind == "pages":
        given = f"Pager[{given}]"
    elif method.kind == "stream":
        given = f"Stream[{given}]"
    elif signature.returns and signature.streams:
        given = f"{given} | Stream[{_public(signature.streams)}]"
    links = [f"[{name}](models/{quote(modules[name])}.py)" for name in found if name in modules]
    more = f" ({', '.join(links[:MAX_LINKS])})" if links else ""
    turned = f", pages {how(pages)}" if method.kind == "pages" and pages is not None else ""
    return f"{code(_shortened(given))}{more}{turned}"


def _raises(plan: OperationPlan, method: MethodView) -> str:
    found: dict[str, list[str]] = {}
    for response in plan.operation.responses:
        name = error_class(response.status)
        if name is not None:
            found.setdefault(name, []).append(response.status)
    told = [f"`{name}` ({', '.join(statuses)})" for name, statuses in found.items()]
    return ", ".join([*told, *(["`PollTimeoutError`"] if method.kind == "poll" else [])])
