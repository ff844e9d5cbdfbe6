"""The signatures of methods: one, or an overload for each form in which the body can be given."""

from collections.abc import Iterable
from dataclasses import replace

from generator.ir import Anything
from generator.python.annotations import Annotator, or_none
from generator.python.arguments import Argument
from generator.python.bodies import BodyForm
from generator.python.media import is_range, usual_media_type
from generator.python.operations import OperationPlan
from generator.python.prose import literal
from generator.python.views import ArgumentView, SignatureView

# What may be asked for beside the media types that stand in a signature.
ANY_MEDIA_TYPE = "str"


def method_signatures(plan: OperationPlan, annotator: Annotator) -> tuple[SignatureView, ...]:
    """Return the overloads of a method, if it has any, and the signature of the method itself last."""
    if len(plan.forms) <= 1:
        return (_signature(plan, plan.arguments, _media_type(plan, plan.forms, annotator), annotator),)
    annotator.imports.add("typing", "overload")
    others = [item for item in plan.arguments if item.where != "body"]
    # Where any media type goes, the more special signatures come first: a type checker takes the first.
    forms = sorted(plan.forms, key=lambda form: any(map(is_range, form.media_types)))
    overloads = [
        _signature(
            plan, [*others, *plan.arguments_of(form)], _media_type(plan, (form,), annotator), annotator
        )
        for form in forms
    ]
    loose = [replace(item, required=False) if item.where == "body" else item for item in plan.arguments]
    loose = [replace(item, type=Anything()) if item.is_whole_body else item for item in loose]
    return (
        *overloads,
        _signature(plan, loose, _media_type(plan, plan.forms, annotator), annotator),
    )


def _signature(
    plan: OperationPlan, arguments: Iterable[Argument], media_type: list[ArgumentView], annotator: Annotator
) -> SignatureView:
    chosen = replace(plan, arguments=tuple(arguments))
    keywords = [_argument(item, annotator) for item in chosen.keywords] + media_type
    return SignatureView(
        positional=tuple(_argument(item, annotator) for item in chosen.positional),
        # Required ones first, as everywhere.
        keywords=tuple(sorted(keywords, key=lambda item: item.default is not None)),
    )


def _media_type(plan: OperationPlan, forms: tuple[BodyForm, ...], annotator: Annotator) -> list[ArgumentView]:
    """Return the argument for the media type of the body, where there is one."""
    if plan.media_type is None:
        return []
    media_types = [media_type for form in forms for media_type in form.media_types]
    if any(map(is_range, media_types)):
        annotation = annotator.builtin(ANY_MEDIA_TYPE)
    else:
        annotator.imports.add("typing", "Literal")
        annotation = f"Literal[{', '.join(map(literal, media_types))}]"
    usual = usual_media_type(plan.forms[0].contents[0])
    default = literal(usual) if plan.forms[0] in forms else None
    return [ArgumentView(name=plan.media_type, annotation=annotation, default=default)]


def _argument(argument: Argument, annotator: Annotator) -> ArgumentView:
    annotation = annotator.argument(argument.type, takes_files=argument.takes_files)
    if argument.required:
        return ArgumentView(name=argument.name, annotation=annotation)
    if argument.may_be_null:
        annotator.imports.add(".._runtime.unset", "UNSET")
        annotator.imports.add(".._runtime.unset", "Unset")
        return ArgumentView(name=argument.name, annotation=f"{annotation} | Unset", default="UNSET")
    return ArgumentView(name=argument.name, annotation=or_none(annotation), default="None")
