"""What is in a package, as the manifest says it: operations, models, fields, and the counts of the ledger."""

from typing import Any

from generator.diagnostics import Location
from generator.ir import Api, Parameter
from generator.python.naming import Names
from generator.python.operations.arguments import identity
from generator.python.operations.paging import described
from generator.python.operations.planning import OperationPlan, methods_told, poll_told, result_of
from generator.python.package.webhooks import WebhookPlan, returned
from generator.python.plan import Plan
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import ClassView


def describe(api: Api, names: Names, plan: Plan) -> dict[str, Any]:
    """Return the part of a manifest that says what is in the package, whatever it was made from."""
    ledger = api.ledger
    return {
        "client": names.client,
        "async_client": names.async_client,
        "operations": [
            _operation(operation, returns, Annotator(names.models, api.definitions, Imports()))
            for operation, returns in zip(plan.operations, plan.returns, strict=True)
        ],
        "webhooks": [_webhook(webhook, api, names) for webhook in plan.webhooks],
        "models": {
            pointer(location, api): f"models.{name.module}.{name.name}"
            for location, name in sorted(names.models.items())
            if api.definitions[location].component
        },
        "inline_models": {
            pointer(location, api): f"models.{name.module}.{name.name}"
            for location, name in sorted(names.models.items())
            if not api.definitions[location].component
        },
        "copies": {
            pointer(location, api): [pointer(copy.location, api) for copy in definition.copies]
            for location, definition in sorted(api.definitions.items())
            if definition.copies and location in names.models
        },
        "fields": {
            f"{module.module}.{member.name}": {item.name: item.annotation for item in member.fields}
            for module in plan.view.models
            for member in module.members
            if isinstance(member, ClassView)
        },
        "ledger": {
            "honoured": api.honoured,
            "approximated": sum(entry.kind == "approximated" for entry in ledger),
            "ignored": sum(entry.kind == "ignored" for entry in ledger),
        },
    }


def pointer(location: Location, api: Api) -> str:
    """Return a location as the manifest names it: without a file where it is in the root document."""
    return f"#{location.pointer}" if location.file == api.document else str(location)


def _operation(plan: OperationPlan, returns: str, annotator: Annotator) -> dict[str, Any]:
    operation = plan.operation
    return {
        "id": operation.operation_id or f"{operation.method} {operation.path}",
        "method": operation.method,
        "path": operation.path,
        "call": plan.name.call,
        **({"methods": methods_told(plan)} if plan.name.methods else {}),
        **({"poll": poll_told(plan)} if plan.name.poll else {}),
        **({"leads": [item.name for item in plan.leads]} if plan.leads else {}),
        "parameters": _parameters(plan),
        "body": _body(plan),
        "returns": returns,
        "accept": _accept(plan, annotator),
        "stream": plan.name.method if plan.streams_only else plan.name.stream,
        "pagination": None if operation.pagination is None else described(operation.pagination),
        "links": sorted({link for response in operation.responses for link in response.links}),
    }


def _variants(plan: OperationPlan) -> list[dict[str, str]]:
    """Return the arguments for each object that a body may be, by names on the wire."""
    parts = (item for item in plan.arguments if item.where == "body" and not item.is_whole_body)
    names = {item.wire: item.name for item in parts}
    return [{item.name: names[item.name] for item in fields} for fields in plan.variants]


def _accept(plan: OperationPlan, annotator: Annotator) -> dict[str, Any] | None:
    """Return in which forms an answer can be asked for, and what each gives; None where there is one."""
    if plan.accept is None:
        return None
    forms = [
        {
            "media_types": list(form.media_types),
            "returns": result_of(plan, annotator, form).replace("models.", ""),
        }
        for form in plan.answers
    ]
    return {"argument": plan.accept, "forms": forms}


def _webhook(webhook: WebhookPlan, api: Api, names: Names) -> dict[str, Any]:
    owner = webhook.webhook.owner
    annotator = Annotator(names.models, api.definitions, Imports())
    return {
        "name": webhook.webhook.name,
        "method": webhook.webhook.operation.method,
        "call": f"webhooks.{webhook.name}",
        "returns": returned(webhook, annotator).replace("models.", ""),
        "callback_of": None if owner is None else names.operations[owner].call,
    }


def _parameters(plan: OperationPlan) -> list[dict[str, Any]]:
    """Return what the manifest says of parameters: first those in the path, in the order that calls keep."""
    places = {name: place for place, name in enumerate(plan.in_path)}
    ordered = sorted(
        plan.operation.parameters,
        key=lambda item: places[item.name] if item.where == "path" else len(places),
    )
    return [_parameter(parameter, plan) for parameter in ordered]


def _parameter(parameter: Parameter, plan: OperationPlan) -> dict[str, Any]:
    key = plan.keys[identity(parameter)]
    arguments = [item for item in plan.arguments if item.where == parameter.where and item.path[0] == key]
    return {
        "in": parameter.where,
        "name": parameter.name,
        "required": parameter.required,
        "arguments": {item.wire: item.name for item in arguments},
    }


def _body(plan: OperationPlan) -> dict[str, Any] | None:
    """Return what the manifest says of a body: its preferred form, and the others it can be given in."""
    if not plan.forms or plan.operation.body is None:
        return None
    first, *others = plan.forms
    arguments = plan.arguments_of(first)
    return {
        "media_type": first.media_types[0],
        "required": plan.operation.body.required,
        "arguments": {argument.wire: argument.name for argument in arguments},
        **({"variants": _variants(plan)} if plan.variants else {}),
        "required_arguments": [argument.name for argument in arguments if argument.required],
        "media_types": list(first.media_types),
        "media_type_argument": plan.media_type,
        "other_forms": [
            {
                "media_types": list(form.media_types),
                "arguments": {argument.wire: argument.name for argument in plan.arguments_of(form)},
            }
            for form in others
        ],
    }
