"""The contract of a package: from the IR and its plan to plain data, sorted and without what is usual."""

from ast import literal_eval
from collections.abc import Iterable, Mapping
from typing import Any

from generator.contract import surface
from generator.contract.records import Contract, Where
from generator.contract.stored import EVIDENCE
from generator.contract.terms import field_term, key_of, present, subtypes_term, term_of
from generator.diagnostics import Location
from generator.inference.client_parameters import known_as
from generator.ir import (
    Api,
    Body,
    Content,
    Definition,
    Enum,
    Header,
    Object,
    Operation,
    Parameter,
    PartEncoding,
    Requirement,
    Response,
    Server,
)
from generator.lowering.parameters import DEFAULT_STYLES
from generator.python.naming import Names
from generator.python.operations.arguments import identity
from generator.python.operations.paging import described
from generator.python.operations.planning import OperationPlan, methods_of, methods_told, poll_told
from generator.python.package.webhooks import PARSE, WebhookPlan, returned
from generator.python.plan import Plan
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import EnumView
from generator.type_tree import without_null


def contract_of(api: Api, names: Names, plan: Plan) -> Contract:
    """Return the contract of a package.

    Args:
        api: what the document means.
        names: every name of the package.
        plan: what is printed.
    """
    state = _State(api, names, plan)
    return Contract(
        client=state.client(),
        operations=dict(
            sorted(
                (request_of(item.operation), state.operation(item, returns))
                for item, returns in zip(plan.operations, plan.returns, strict=True)
            )
        ),
        webhooks={
            **{f"webhooks.{item.name}": state.webhook(item) for item in plan.webhooks},
            **state.events(),
        },
        models={
            name.name: state.model(location)
            for location, name in sorted(names.models.items(), key=lambda item: item[1].name)
        },
        places=state.places,
    )


def request_of(operation: Operation) -> str:
    """Return what an operation is known by: its method and path."""
    return f"{operation.method} {operation.path}"


class _State:
    """What is needed to describe a package.

    Attributes:
        places: where things stand, of those described so far.
    """

    def __init__(self, api: Api, names: Names, plan: Plan) -> None:
        self._api = api
        self._names = names
        self._plan = plan
        self._classes = {location: name.name for location, name in names.models.items()}
        self._methods = surface.methods(plan)
        self._records = surface.records(plan)
        self._models = surface.models(plan)
        self._members = {
            member.name: member
            for module in plan.view.models
            for member in module.members
            if isinstance(member, EnumView)
        }
        self.places: dict[Where, Location] = {}

    # --- the client ---

    def client(self) -> dict[str, Any]:
        """Return what is set once for all calls."""
        view = self._plan.view
        schemes = {scheme.key: scheme for scheme in self._api.schemes}
        for scheme in schemes.values():
            self.places["client", "schemes", scheme.key] = scheme.location
        credentials = {item.key.strip("'\""): item for item in view.credentials}
        return {
            "names": [self._names.client, self._names.async_client],
            "public": " ".join(sorted({*view.public} - {self._names.client, self._names.async_client})),
            "servers": [_server(server) for server in self._api.servers],
            "server_arguments": {item.argument: item.key.strip("'\"") for item in view.server_arguments},
            **present(parameters={item.argument: item.known_as for item in view.client_parameters}),
            "schemes": {
                key: present(
                    kind=scheme.kind,
                    name=scheme.name,
                    argument=credentials[key].argument if key in credentials else None,
                    annotation=credentials[key].annotation if key in credentials else None,
                    token_url=scheme.token_url,
                    refresh_url=scheme.refresh_url,
                    device_url=scheme.device_url,
                    discovery_url=scheme.discovery_url,
                    environment=credentials[key].environment if key in credentials else None,
                )
                for key, scheme in sorted(schemes.items())
            },
            **present(undocumented=_security(self._api.security)),
            "settings": {
                "http": view.http,
                "headers": view.headers,
                **({"header_env": view.header_env} if view.header_env else {}),
                "timeout": view.timeout,
                "max_response_bytes": view.max_response_bytes,
                "idempotency_header": view.idempotency_header,
                "retries": view.retries,
                "max_retries": view.max_retries,
                "base_url_env": view.base_url_env or "None",
            },
        }

    # --- operations ---

    def operation(self, plan: OperationPlan, returns: str) -> dict[str, Any]:
        """Return an operation: how it is called, and what is sent and answered."""
        operation = plan.operation
        here: Where = ("operations", request_of(operation))
        self.places[here] = operation.location
        modules = self._names.resource_modules
        module = modules[plan.name.resource]
        named = [f"{modules[item.resource]}.{item.method}" for item in plan.name.methods]
        further = [f"{module}.{name}" for name in (plan.name.stream, plan.name.poll) if name is not None]
        methods = (*(named or [f"{module}.{plan.name.method}"]), *further)
        printed = [self._methods[name] for name in methods]
        return {
            "id": operation.operation_id or request_of(operation),
            "call": plan.name.call,
            "returns": returns,
            **present(
                stream=plan.name.method if plan.streams_only else plan.name.stream,
                methods=methods_told(plan),
                poll=poll_told(plan),
                polling=_polling(plan),
                takes=_takes(plan),
                deprecated=operation.deprecated,
                arguments=_arguments(plan),
                parameters={
                    f"{item.where} {item.name}": self._parameter(item, plan, here)
                    for item in operation.parameters
                },
                body=None if operation.body is None else self._body(operation.body, plan, here),
                responses={item.status: self._response(item, here) for item in operation.responses},
                servers=[_server(server) for server in operation.servers[:1]],  # which is requested
                pagination=None if operation.pagination is None else _pages(described(operation.pagination)),
            ),
            "security": _security(operation.security),
            "surface": surface.signature(printed),
            "record": self._records[module, plan.name.constant],
        }

    def _parameter(self, item: Parameter, plan: OperationPlan, here: Where) -> dict[str, Any]:
        self.places[*here, "parameters", f"{item.where} {item.name}"] = item.location
        key = plan.keys[identity(item)]
        arguments = {
            argument.wire: argument.name
            for argument in plan.arguments
            if argument.where == item.where and argument.path[0] == key
        }
        usual = item.style in {"form", "deepObject"}
        return present(
            type=term_of(item.type, self._classes),
            required=item.required,
            style=item.style if item.style != DEFAULT_STYLES[item.where] else None,
            explode=None if item.explode == usual else "yes" if item.explode else "no",
            allow_reserved=item.allow_reserved,
            allow_slashes=item.allow_slashes,
            media_type=item.media_type,
            lists=item.lists,
            objects=item.objects if item.objects != "brackets" else None,
            dates=item.dates if item.dates != "rfc3339" else None,
            default=item.default,
            deprecated=item.deprecated,
            limits=dict(item.hints.limits) if item.hints is not None else {},
            arguments=arguments,
        )

    def _body(self, body: Body, plan: OperationPlan, here: Where) -> dict[str, Any]:
        self.places[*here, "body"] = body.location
        arguments = plan.arguments_of(plan.forms[0]) if plan.forms else []
        if plan.variants:  # a property without a name is none of the whole
            of_body = [item for item in plan.arguments if item.where == "body"]
            arguments = sorted(of_body, key=lambda item: not item.is_whole_body)
        return present(
            required=body.required,
            form=plan.forms[0].media_types[0] if plan.forms else None,
            contents={item.media_type: self._content(item) for item in body.contents},
            arguments={argument.wire: argument.name for argument in arguments},
        )

    def _content(self, content: Content) -> dict[str, Any]:
        return present(
            type=term_of(content.type, self._classes),
            item=None if content.item is None else term_of(content.item, self._classes),
            encodings={item.property: _encoding(item) for item in content.encodings},
            limits=dict(content.limits),
        )

    def _response(self, response: Response, here: Where) -> dict[str, Any]:
        self.places[*here, "responses", response.status] = response.location
        return present(
            contents={item.media_type: self._content(item) for item in response.contents},
            headers={item.name: self._header(item) for item in response.headers},
        )

    def _header(self, header: Header) -> dict[str, Any]:
        return present(
            type=term_of(header.type, self._classes),
            is_json=header.is_json,
            limits=dict(header.hints.limits) if header.hints is not None else {},
        )

    def webhook(self, plan: WebhookPlan) -> dict[str, Any]:
        """Return what is read of what the API's server sends."""
        operation = plan.webhook.operation
        self.places["webhooks", f"webhooks.{plan.name}"] = operation.location
        annotator = Annotator(self._names.models, self._api.definitions, Imports())
        body = operation.body
        always = [item for item in operation.parameters if item.required and item.where != "path"]
        return {
            "returns": returned(plan, annotator).replace("models.", ""),
            **present(
                contents={item.media_type: self._content(item) for item in body.contents}
                if body is not None
                else {},
                method=operation.method if operation.method != "POST" else None,
                always=sorted(known_as(item.where, item.name) for item in always),
            ),
        }

    def events(self) -> dict[str, dict[str, Any]]:
        """Return by what any webhook is told apart, and which function reads it; nothing where nobody can."""
        events = next((view.events for view in self._plan.view.webhooks if view.events is not None), None)
        if events is None:
            return {}
        functions = {key_of(literal_eval(value)): f"webhooks.{name}" for value, name in events.functions}
        return {PARSE: {"sign": literal_eval(events.sign), "events": functions}}

    # --- models ---

    def model(self, location: Location) -> dict[str, Any]:
        """Return a model: its fields, members or type, and the module that it stands in."""
        definition, name = self._api.definitions[location], self._names.models[location]
        here: Where = ("models", name.name)
        self.places[here] = location
        is_null = definition.type is not without_null(definition.type)
        match without_null(definition.type):
            case Object() as object_:
                said = self._object(definition, object_, here)
            case Enum() as enum if name.name in self._members:
                said = self._enum(name.name, enum)
            case _:
                said = {"type": term_of(without_null(definition.type), self._classes)}
        return {
            "pointer": location.pointer if location.file == self._api.document else str(location),
            "module": name.module,
            **said,
            **present(
                nullable=is_null,
                deprecated=definition.deprecated,
                limits=dict(definition.hints.limits) if definition.hints is not None else {},
            ),
            "surface": self._models[name.name],
        }

    def _object(self, definition: Definition, object_: Object, here: Where) -> dict[str, Any]:
        names = self._plan.fields[definition.location]
        fields: dict[str, Any] = {}
        for item in sorted(object_.fields, key=lambda field: field.name):
            said = field_term(item, self._classes)
            # What is defined in place says itself what it demands.
            if item.location in self._api.definitions:
                said.pop("limits", None)
            fields[item.name] = {**said, "name": names[item.name]}
            if item.location is not None:
                self.places[*here, "fields", item.name] = item.location
        return {
            "fields": fields,
            **present(
                extra=None if object_.extra is None else term_of(object_.extra, self._classes),
                base=None if object_.base is None else term_of(object_.base, self._classes),
                subtypes=None if object_.subtypes is None else subtypes_term(object_.subtypes, self._classes),
            ),
        }

    def _enum(self, name: str, enum: Enum) -> dict[str, Any]:
        members = self._members[name].members
        pairs = zip(members, enum.values, strict=True)
        return {
            "members": {member: value for (member, _), value in sorted(pairs, key=lambda pair: pair[0][0])},
            **present(closed=enum.is_closed),
        }


def _arguments(plan: OperationPlan) -> str:
    """Return what a method takes usually: `/` after what has a position, `?` after what may be absent.

    Those with a position stand first, in their order; all others are sorted.
    """
    positional = [f"{item.name}/{'' if item.required else '?'}" for item in plan.positional]
    keywords = sorted(f"{item.name}{'' if item.required else '?'}" for item in plan.keywords)
    further = sorted(f"{name}?" for name in (plan.media_type, plan.accept) if name is not None)
    return " ".join([*positional, *keywords, *further])


def _takes(plan: OperationPlan) -> dict[str, str]:
    """Return what each method takes, where settings make several of an operation."""
    return {item.name.call: _arguments(item) for item in methods_of(plan)} if plan.name.methods else {}


def _polling(plan: OperationPlan) -> dict[str, Any]:
    """Return what tells that an answer is final, where a method waits for that."""
    polling = plan.polling
    if polling is None:
        return {}
    return {"field": ".".join(polling.path), "until": list(polling.until), "interval": polling.usual}


def _pages(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key not in EVIDENCE}


def _encoding(encoding: PartEncoding) -> dict[str, Any]:
    return present(
        content_types=list(encoding.content_types),
        headers=dict(encoding.headers),
        style=encoding.style,
        explode=None if encoding.explode is None else "yes" if encoding.explode else "no",
        allow_reserved=encoding.allow_reserved,
    )


def _security(requirements: Iterable[Requirement]) -> list[list[str]]:
    """Return alternatives of credentials, the preferred ones first; those of one are needed together."""
    return [sorted(keys) for keys in requirements]


def _server(server: Server) -> dict[str, Any]:
    return present(
        url=server.url,
        name=server.name,
        variables={
            item.name: {"default": item.default, "values": sorted(item.values)} for item in server.variables
        },
    )
