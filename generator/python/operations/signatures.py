"""The signatures of methods: one, or an overload for each form in which body and answer can be had."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from generator.answers import AnswerForm
from generator.ir import Anything, Const, Field, Nullable
from generator.media import body_kind, is_range, usual_media_type
from generator.python.operations.arguments import Argument
from generator.python.operations.bodies import BodyForm
from generator.python.operations.planning import OperationPlan
from generator.python.text.prose import literal
from generator.python.types.annotations import Annotator, Imports, covers, deprecation, or_none
from generator.python.views import ArgumentView, SignatureView

# What may be asked for beside the media types that stand in a signature.
ANY_MEDIA_TYPE = "str"

Returns: TypeAlias = Callable[[AnswerForm | None], str]
"""The annotation of what a method returns, for a form of the answer; None stands for its usual one."""


class _Returned(NamedTuple):
    """What a signature returns: the whole or an item, as its method gives, or a stream of other items."""

    whole: str | None
    item: str | None = None


def method_signatures(
    plan: OperationPlan, annotator: Annotator, returns: Returns, *, asks: bool, streams: str | None = None
) -> tuple[SignatureView, ...]:
    """Return the overloads of a method, if it has any, and the signature of the method itself last.

    Args:
        plan: the operation.
        annotator: spells the types.
        returns: the annotation of what it returns.
        asks: whether a call may say in which form it wants the answer.
        streams: an item of the stream that it returns where its chooser is true, if it may be.
    """
    bodies = plan.forms
    answers = plan.answers if asks and plan.accept is not None else ()
    everything = annotator.joined([returns(form) for form in answers]) if answers else returns(None)
    either = _Returned(everything, streams if everything != "Any" else None)
    whole = _signature(
        plan,
        plan.arguments if len(bodies) <= 1 else _loose(plan),
        _media_types(plan, bodies, answers, annotator),
        either,
        annotator,
    )
    overloads = _overloads(plan, annotator, returns, either, answers, streams)
    if plan.variants:
        whole = _with_all(whole, overloads, annotator)
    if not plan.operation.deprecated:
        method = f"{plan.name.resource}.{plan.name.method}"
        overloads = [*_without_deprecated(overloads or [whole], method, annotator.imports)]
    if len(overloads) <= 1:
        return (whole,)
    annotator.imports.add("typing", "overload")
    return (*overloads, whole)


def _overloads(
    plan: OperationPlan,
    annotator: Annotator,
    returns: Returns,
    either: _Returned,
    answers: Sequence[AnswerForm],
    streams: str | None,
) -> list[SignatureView]:
    """Return a signature for each form of body and answer; none where there is but one."""
    bodies = plan.forms
    if len(bodies) <= 1 and len(answers) <= 1 and streams is None and not plan.variants:
        return []
    everything = either.whole
    overloads = [
        _signature(
            plan,
            arguments if streams is None else _choosing(plan, arguments, streamed=False),
            _media_types(plan, bodies if body is None else (body,), asked, annotator),
            # What any media type may ask for is no more special than the rest.
            _Returned(everything if not asked or _has_range(_asked(asked)) else returns(asked[0])),
            annotator,
        )
        for body, arguments in _choices(plan)
        for asked in _one_by_one(answers)
    ]
    if streams is not None:
        # What is told by the chooser's value, and what cannot be told before the call.
        for streamed, returned in ((True, _Returned(None, streams)), (None, either)):
            arguments = _choosing(plan, _arguments(plan, plan.forms[0]), streamed=streamed)
            asked = answers if streamed is None else ()
            media_types = _media_types(plan, bodies[:1], asked, annotator)
            overloads.append(_signature(plan, arguments, media_types, returned, annotator))
    return _reachable(overloads)


def _with_all(
    whole: SignatureView, overloads: Iterable[SignatureView], annotator: Annotator
) -> SignatureView:
    """Return the signature of a method whose arguments take what they do in any overload."""
    taken: dict[str, list[str]] = {}
    for item in (item for overload in overloads for item in (*overload.positional, *overload.keywords)):
        taken.setdefault(item.name, []).append(item.annotation)

    def widened(item: ArgumentView) -> ArgumentView:
        return replace(item, annotation=annotator.joined([item.annotation, *taken.get(item.name, ())]))

    return replace(
        whole,
        positional=tuple(map(widened, whole.positional)),
        keywords=tuple(map(widened, whole.keywords)),
    )


def _choices(plan: OperationPlan) -> list[tuple[BodyForm | None, list[Argument]]]:
    """Return the arguments of each overload that a body gives cause for, and the form that it then has."""
    if not plan.variants:
        return [(body, _arguments(plan, body)) for body in _special_first(plan.forms)]
    whole = [replace(item, required=plan.is_body_needed) for item in plan.arguments if item.is_whole_body]
    others = [item for item in plan.arguments if item.where != "body"]
    variants = sorted((_of_variant(plan, fields) for fields in plan.variants), key=_breadth)
    return [(None, [*others, *given]) for given in (*variants, *([whole] if whole else []))]


def _of_variant(plan: OperationPlan, fields: Iterable[Field]) -> list[Argument]:
    """Return the arguments for one of the objects that a body may be."""
    known = {item.wire: item for item in plan.arguments if item.where == "body" and not item.is_whole_body}
    return [
        replace(known[item.name], type=item.type, required=item.required and known[item.name].fixed is None)
        for item in fields
    ]


def _breadth(arguments: Iterable[Argument]) -> int:
    """Return an order in which what asks for more comes first."""
    return -sum(item.required for item in arguments)


def _reachable(signatures: Iterable[SignatureView]) -> list[SignatureView]:
    """Return signatures without those whose calls an earlier one takes, which type checkers refuse."""
    found: list[SignatureView] = []
    for signature in signatures:
        if not any(_takes_all(earlier, signature) for earlier in found):
            found.append(signature)
    return found


def _takes_all(earlier: SignatureView, later: SignatureView) -> bool:
    """Tell whether a signature takes every call that another one takes."""
    before = {item.name: item for item in (*earlier.positional, *earlier.keywords)}
    after = {item.name: item for item in (*later.positional, *later.keywords)}
    given = {name for name, item in after.items() if item.default is None}
    needed = {name for name, item in before.items() if item.default is None}
    fits = [
        name for name in after if name in before and covers(before[name].annotation, after[name].annotation)
    ]
    return needed <= given and len(fits) == len(after)


def _choosing(plan: OperationPlan, arguments: Iterable[Argument], *, streamed: bool | None) -> list[Argument]:
    """Return arguments of which the chooser has a value for a stream, for the whole, or for either (None)."""
    chooser = plan.chooser.argument if plan.chooser is not None else None
    if chooser is None:
        return list(arguments)
    match streamed:
        case True:
            chosen = replace(chooser, type=Const(value=True), required=True, constant=None)
        case False:
            no = Const(value=False)
            chosen = replace(chooser, type=Nullable(no) if isinstance(chooser.type, Nullable) else no)
        case None:
            chosen = replace(chooser, required=True, constant=None)
    return [chosen if item.path == chooser.path and item.where == "body" else item for item in arguments]


def _special_first(bodies: Sequence[BodyForm]) -> Sequence[BodyForm | None]:
    """Return the forms of a body for which there are overloads; None where there is but one.

    Where any media type goes, the more special signatures come first: a type checker takes the first.
    """
    ordered = sorted(bodies, key=lambda form: _has_range(form.media_types))
    return ordered if len(ordered) > 1 else [None]


def _one_by_one(answers: Sequence[AnswerForm]) -> list[tuple[AnswerForm, ...]]:
    """Return the forms of an answer for which there are overloads, each alone; `()` for none."""
    alone: list[tuple[AnswerForm, ...]] = [(form,) for form in answers]
    return sorted(alone, key=lambda asked: _has_range(_asked(asked))) or [()]


def _arguments(plan: OperationPlan, body: BodyForm | None) -> list[Argument]:
    if body is None:
        return list(plan.arguments)
    return [*(item for item in plan.arguments if item.where != "body"), *plan.arguments_of(body)]


def _loose(plan: OperationPlan) -> list[Argument]:
    """Return the arguments of all forms of the body together."""
    loose = [replace(item, required=False) if item.where == "body" else item for item in plan.arguments]
    return [replace(item, type=Anything()) if item.is_whole_body else item for item in loose]


def _signature(
    plan: OperationPlan,
    arguments: Iterable[Argument],
    media_types: list[ArgumentView],
    returned: "_Returned",
    annotator: Annotator,
) -> SignatureView:
    chosen = replace(plan, arguments=tuple(arguments))
    keywords = [_argument(item, annotator) for item in chosen.keywords] + media_types
    return SignatureView(
        positional=tuple(_argument(item, annotator) for item in chosen.positional),
        # Required ones first, as everywhere.
        keywords=tuple(sorted(keywords, key=lambda item: item.default is not None)),
        returns=returned.whole,
        streams=returned.item,
    )


def _media_types(
    plan: OperationPlan,
    bodies: Sequence[BodyForm],
    answers: Sequence[AnswerForm],
    annotator: Annotator,
) -> list[ArgumentView]:
    """Return the arguments for the media types of body and answer, where there are such."""
    found: list[ArgumentView] = []
    if plan.media_type is not None:
        sent = [media_type for form in bodies for media_type in form.media_types]
        usual = usual_media_type(plan.forms[0].contents[0]) if plan.forms[0] in bodies else None
        argument = _media_type(plan.media_type, sent, usual, annotator)
        if usual is not None and body_kind(plan.forms[0].contents[0]) == "binary":
            # A file says itself what it is.
            argument = replace(argument, annotation=or_none(argument.annotation), default="None")
        found.append(argument)
    if plan.accept is not None and answers:
        usual = plan.answers[0].media_types[0] if plan.answers[0] in answers else None
        found.append(_media_type(plan.accept, _asked(answers), usual, annotator))
    return found


def _media_type(name: str, media_types: list[str], usual: str | None, annotator: Annotator) -> ArgumentView:
    if _has_range(media_types):
        annotation = annotator.builtin(ANY_MEDIA_TYPE)
    else:
        annotator.imports.add("typing", "Literal")
        annotation = f"Literal[{', '.join(map(literal, media_types))}]"
    return ArgumentView(name=name, annotation=annotation, default=None if usual is None else literal(usual))


def _asked(answers: Iterable[AnswerForm]) -> list[str]:
    return [media_type for form in answers for media_type in form.media_types]


def _has_range(media_types: Iterable[str]) -> bool:
    return any(map(is_range, media_types))


def _argument(argument: Argument, annotator: Annotator) -> ArgumentView:
    annotation = annotator.argument(argument.type, takes_files=argument.takes_files)
    view = ArgumentView(name=argument.name, annotation=annotation, is_deprecated=argument.is_deprecated)
    if argument.required:
        return view
    if argument.constant is not None:
        return replace(view, default=literal(argument.constant))
    if argument.may_be_null:
        annotator.imports.add(".._runtime.unset", "UNSET")
        annotator.imports.add(".._runtime.unset", "Unset")
        return replace(view, annotation=f"{annotation} | Unset", default="UNSET")
    return replace(view, annotation=or_none(annotation), default="None")


def _without_deprecated(
    signatures: Sequence[SignatureView], method: str, imports: Imports
) -> Iterator[SignatureView]:
    """Yield signatures, of those with deprecated arguments first what is left without them."""
    for signature in signatures:
        kept = tuple(item for item in signature.keywords if item.default is None or not item.is_deprecated)
        gone = [item.name for item in signature.keywords if item not in kept]
        if gone:
            yield replace(signature, keywords=kept)
            what = f"{', '.join(gone)} of {method}"
            yield replace(signature, deprecated=deprecation(what, imports, are_many=len(gone) > 1))
        else:
            yield signature
