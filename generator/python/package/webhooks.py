"""The functions of `webhooks.py`: what the API's server sends, as webhooks and as callbacks."""

from collections.abc import Mapping

from generator.inference.events import payload_of, sign_of
from generator.ir import Api, Content, Type, Webhook
from generator.media import response_kind
from generator.python.naming import Names
from generator.python.text.markdown import cell
from generator.python.text.prose import WIDTH, docstring, further, literal, opening, summary, wrap
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import EventsView, WebhooksView, WebhookView
from generator.records import dataclass

MODULE = "webhooks"
PARSE = f"{MODULE}.parse"  # reads any of them
PAYLOAD = "the content of the request, as it arrived."
CONTENT_TYPE = "the Content-Type of the request, where that may name a charset other than UTF-8."
STRICT = "whether a payload that is not what the document says is an error."


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookPlan:
    """A webhook as Python.

    Attributes:
        webhook: what it means.
        name: the function that reads it.
        content: its payload; None where the document has none.
    """

    webhook: Webhook
    name: str
    content: Content | None

    @property
    def kind(self) -> str:
        """How its bytes become a value."""
        return "none" if self.content is None else response_kind(self.content)

    @property
    def type(self) -> Type | None:
        """What a payload of JSON is decoded into."""
        return self.content.type if self.content is not None and self.kind == "json" else None


def plan_webhooks(api: Api, names: Names) -> tuple[WebhookPlan, ...]:
    """Return the plan of each webhook and callback, sorted by name."""
    plans = [
        WebhookPlan(
            webhook=webhook,
            name=names.webhooks[webhook.operation.location],
            content=payload_of(webhook.operation),
        )
        for webhook in api.webhooks
    ]
    return tuple(sorted(plans, key=lambda plan: plan.name))


def webhooks_views(plans: tuple[WebhookPlan, ...], api: Api, names: Names) -> tuple[WebhooksView, ...]:
    """Return the module `webhooks`, if there is anything to put in it."""
    if not plans:
        return ()
    imports = Imports()
    # The module's own imports; annotations are not evaluated, so that models are imported when needed.
    imports.add("__future__", "annotations")
    imports.add("._runtime.operation", "Content")
    imports.add("._runtime.payloads", "read_payload")
    for name in ("verify_hmac", "verify_signature"):  # which are public here
        imports.add("._runtime.signatures", f"{name} as {name}")
    annotator = Annotator(names.models, api.definitions, imports, package=".")
    functions = tuple(_view(plan, annotator, names) for plan in plans)
    events = _events(plans, api, annotator)
    return (WebhooksView(module=MODULE, imports=imports.lines(), functions=functions, events=events),)


def returned(plan: WebhookPlan, annotator: Annotator) -> str:
    """Return the annotation of what a function gives."""
    if plan.type is not None:
        return annotator.value(plan.type)
    return {"none": "None", "text": "str"}.get(plan.kind, "bytes")


def _events(plans: tuple[WebhookPlan, ...], api: Api, annotator: Annotator) -> EventsView | None:
    """Return what reads any webhook, where something tells all of them apart; callbacks are asked for."""
    events = [(plan, plan.type) for plan in plans if plan.webhook.owner is None and plan.type is not None]
    sign = sign_of([(plan.webhook.operation, type_) for plan, type_ in events], api.definitions)
    if sign is None:
        return None
    imports = annotator.imports
    unknown = imports.add("._runtime.model", "UnknownVariant")
    name, shown = literal(sign.name), summary(sign.name).rstrip(".")
    imports.add("._runtime.payloads", "read_unknown")
    if sign.where == "payload":
        imports.add("._runtime.payloads", "property_of")
        finder, told = f"property_of(payload, {name}, content_type)", f"the property `{shown}`"
    else:
        imports.add("._runtime.payloads", "header_of")
        finder, told = f"header_of(headers, {name})", f"the header `{shown}`"
    for module, name in (("collections.abc", "Callable"), ("collections.abc", "Mapping"), ("typing", "Any")):
        imports.add(module, name)
    kinds = dict.fromkeys(returned(plan, annotator) for plan, _ in events)
    return EventsView(
        returns=" | ".join([*kinds, unknown]),
        unknown=unknown,
        finder=finder,
        sign=literal(told.replace("`", "").removeprefix("the ")),
        docstring=tuple(docstring(_told(told))),
        functions=tuple(
            (literal(value), plan.name)
            for (plan, _), values in zip(events, sign.values, strict=True)
            for value in values
        ),
    )


def _told(sign: str) -> list[str]:
    arguments = {
        "payload": PAYLOAD,
        "headers": "those of the request, in any case.",
        "content_type": CONTENT_TYPE,
        "strict": f"{STRICT[:-1]}, and so is an event that it does not have.",
    }
    opening = f"Read the payload of any webhook; {sign} tells which one it is."
    unknown = "One that the document does not have is an `UnknownVariant`, with all that it holds."
    return [
        *wrap(opening, WIDTH - 4),
        "",
        *wrap(unknown, WIDTH - 4),
        "",
        "Args:",
        *_entries(arguments),
        "",
        "Raises:",
        *_entries({"PayloadError": "the payload cannot be read."}),
    ]


def _view(plan: WebhookPlan, annotator: Annotator, names: Names) -> WebhookView:
    returns = returned(plan, annotator)
    values = f'"default", {returns}' if plan.type is not None else f'"default", kind={literal(plan.kind)}'
    return WebhookView(
        name=plan.name,
        returns=returns,
        docstring=tuple(docstring(_documentation(plan, names))),
        summary=cell(_summary(plan)),
        content=f"Content({values})",
    )


def _summary(plan: WebhookPlan) -> str:
    operation = plan.webhook.operation
    told = summary(operation.summary) or opening(operation.description)
    return told or f"Read the payload of `{summary(plan.webhook.name).rstrip('.')}`."


def _documentation(plan: WebhookPlan, names: Names) -> list[str]:
    operation, owner = plan.webhook.operation, plan.webhook.owner
    told = _summary(plan)
    lines = wrap(told, WIDTH - 4)
    rest = further(told, operation.description, width=WIDTH - 4)
    lines += ["", *rest] if rest else []
    if owner is not None:
        lines += ["", f"A callback of `{names.operations[owner].call}`."]
    headers = [parameter for parameter in operation.parameters if parameter.where == "header"]
    if headers:
        lines += ["", "Headers:"]
        lines += _entries({summary(item.name).rstrip("."): item.description for item in headers})
    arguments = {"payload": PAYLOAD, "content_type": CONTENT_TYPE, "strict": STRICT}
    lines += ["", "Args:", *_entries(arguments)]
    return [*lines, "", "Raises:", *_entries({"PayloadError": "the payload cannot be read."})]


def _entries(texts: Mapping[str, str]) -> list[str]:
    return [
        f"{'    ' if index == 0 else '        '}{line}"
        for name, text in texts.items()
        for index, line in enumerate(wrap(f"{name}: {summary(text)}".rstrip(), WIDTH - 16))
    ]
