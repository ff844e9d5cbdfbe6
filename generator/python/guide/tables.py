"""The tables of a README, and what they are made from."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.config import ClientConfig, RetryConfig
from generator.ir import Api, Server
from generator.media import response_kind
from generator.python.guide.examples import Examples
from generator.python.guide.snippets import Sample
from generator.python.naming import Names
from generator.python.operations.documentation import error_class
from generator.python.operations.planning import OperationPlan
from generator.python.package.servers import SERVER, Servers
from generator.python.package.webhooks import WebhookPlan
from generator.python.text.markdown import code
from generator.python.text.prose import literal
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import (
    ClientParameterView,
    CredentialView,
    ErrorView,
    NeedView,
    OptionView,
    VariableView,
)
from generator.records import dataclass

MAX_CALLS = 5  # that are named where a credential or a server is for few of them
# What bodies are called that the document does not describe.
ANY_BODY = "plain data"
# What arguments of the client mean that every client has.
OPTIONS = {
    "timeout": "seconds to wait for the server; None waits for ever",
    "max_retries": "further tries after one that failed",
    "headers": "sent with every request, before the client's own; None for one that is not to be sent",
    "max_response_bytes": "the most bytes that an answer may have, once it is decompressed",
    "strict_responses": "whether an answer that is not what the document says is an error",
    "hooks": "[functions that are told of requests and answers](#hooks-logging-and-tracing)",
    "http_client": "[what carries the requests](#http-client-and-proxies), else a client of its own",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a README is made from.

    Attributes:
        api: the document.
        names: what is called how.
        config: what is set.
        samples: a call of each method.
        examples: makes values.
        credentials: the credentials, by the keys of schemes.
        taken: those of them that are arguments of the client.
        webhooks: what the server sends.
        servers: the client's arguments that choose one.
        client_parameters: its arguments for parameters of calls.
    """

    api: Api
    names: Names
    config: ClientConfig
    samples: tuple[Sample, ...]
    examples: Examples
    credentials: Mapping[str, CredentialView]
    taken: tuple[CredentialView, ...]
    webhooks: tuple[WebhookPlan, ...]
    servers: Servers
    client_parameters: tuple[ClientParameterView, ...] = ()

    @property
    def annotator(self) -> Annotator:
        """What spells types, outside of any module."""
        return Annotator(self.names.models, self.api.definitions, Imports())


def needs(material: Material) -> tuple[NeedView, ...]:
    """Return which credentials are needed for which calls, those of the most calls first."""
    calls: dict[str, list[str]] = {}
    for sample in material.samples:
        told = told_security(sample.plan, material)
        calls.setdefault(told, []).append(sample.plan.name.call)
    ordered = sorted(((told, list(dict.fromkeys(found))) for told, found in calls.items()), key=_by_size)
    return tuple(
        NeedView(credentials=told, calls=_told_calls(found, is_first=index == 0))
        for index, (told, found) in enumerate(ordered)
    )


def _by_size(item: tuple[str, list[str]]) -> tuple[int, str]:
    return -len(item[1]), item[0]


def _told_calls(calls: list[str], *, is_first: bool) -> str:
    if is_first:
        return "all calls but those below"
    shown = ", ".join(code(call) for call in sorted(calls)[:MAX_CALLS])
    more = len(calls) - MAX_CALLS
    return f"{shown} and {more} more" if more > 0 else shown


def told_security(plan: OperationPlan, material: Material) -> str:
    """Return the credentials of a call, in words."""
    alternatives: list[str] = []
    for requirement in plan.operation.security:
        known = [material.credentials[key].argument for key in requirement if key in material.credentials]
        alternatives.append(" and ".join(f"`{argument}`" for argument in known) or "nothing")
    return " or ".join(dict.fromkeys(alternatives)) or "nothing"


def raised(material: Material) -> tuple[ErrorView, ...]:
    """Return the errors that the document describes, by status, with what their bodies usually are."""
    bodies: dict[str, Counter[str]] = {}
    annotator = material.annotator
    for plan in {item.plan.name.call: item.plan for item in material.samples}.values():
        for response in plan.operation.responses:
            if error_class(response.status) is None:
                continue
            counted = bodies.setdefault(response.status, Counter())
            for content in response.contents[:1]:
                if response_kind(content) == "json":
                    counted[annotator.value(content.type)] += 1
    return tuple(
        ErrorView(
            status=status,
            name=error_class(status) or "",
            body=code(min(counted, key=lambda text: (-counted[text], text))) if counted else ANY_BODY,
        )
        for status, counted in sorted(bodies.items())
    )


def options(material: Material) -> tuple[OptionView, ...]:
    """Return what the client can be made with, in the order of its arguments."""
    return (
        *map(_credential_option, material.taken),
        *map(_parameter_option, material.client_parameters),
        *_server_options(material),
        *_behaviour_options(material.config),
    )


def _credential_option(item: CredentialView) -> OptionView:
    grant = ", a grant" if item.takes_grants else ""
    return OptionView(
        name=item.argument,
        annotation=f"{code(item.annotation)}{grant} or a function",
        default=f"`{item.environment}` of the environment" if item.environment else "none",
        about="a credential: [Authentication](#authentication)",
    )


def _parameter_option(item: ClientParameterView) -> OptionView:
    return OptionView(
        name=item.argument,
        annotation=code(item.type),
        default="none",
        about=f"{item.sent} of calls that are not given it: [Once for all calls](#once-for-all-calls)",
    )


def _server_options(material: Material) -> Iterator[OptionView]:
    servers, config = material.api.servers, material.config
    default = _server_code(servers[0].url) if servers else "none"
    if config.base_url_env:
        default = f"{code(config.base_url_env)} of the environment, else {default}"
    about = "the server, in place of those of the document"
    yield OptionView(name="base_url", annotation="`str`", default=default, about=about)
    about = "see [Servers](#servers)"
    if len(servers) > 1:
        yield OptionView(name=SERVER, annotation="`int \\| str`", default="`0`", about=about)
    for item in material.servers.arguments:
        yield OptionView(name=item.argument, annotation="`str`", default=item.default, about=about)


def _behaviour_options(config: ClientConfig) -> Iterator[OptionView]:
    most, http = f"{config.max_response_bytes:_}", config.http
    rows = (
        ("timeout", f"float | Timeout | {http}.Timeout | None", f"{config.timeout:g}", OPTIONS["timeout"]),
        ("max_retries", "int", f"{config.retries.max_retries}", OPTIONS["max_retries"]),
        ("headers", "Mapping[str, str | None]", None, OPTIONS["headers"]),
        ("max_response_bytes", "int", most, OPTIONS["max_response_bytes"]),
        ("strict_responses", "bool", "False", OPTIONS["strict_responses"]),
        ("hooks", "Hooks", None, OPTIONS["hooks"]),
        ("http_client", f"{http}.Client | Http", None, OPTIONS["http_client"]),
    )
    for name, annotation, default, about in rows:
        shown = "none" if default is None else code(default)
        yield OptionView(name=name, annotation=code(annotation), default=shown, about=about)


def variables(material: Material) -> tuple[VariableView, ...]:
    """Return the client's arguments for variables of servers: of which server each is a part."""
    return tuple(
        VariableView(
            argument=item.argument,
            values=item.values,
            default=item.default,
            scope=_scope(item.key, material),
        )
        for item in material.servers.arguments
    )


def _scope(key: str, material: Material) -> str:
    """Return the servers that have a variable, and for which calls these are."""
    own = [server for server in material.api.servers if _has(server, key)]
    calls: dict[str, list[str]] = {}
    for sample in material.samples:
        for server in sample.plan.operation.servers[:1]:
            if _has(server, key):
                calls.setdefault(server.url, []).append(sample.plan.name.call)
    told = [_server_code(server.url) for server in own]
    told += [
        f"{_server_code(url)}, the server of {_told_calls(list(dict.fromkeys(found)), is_first=False)}"
        for url, found in sorted(calls.items())
    ]
    return "; ".join(told)


def _has(server: Server, key: str) -> bool:
    return any(literal(item.name) == key and f"{{{item.name}}}" in server.url for item in server.variables)


def _server_code(url: str) -> str:
    return code(url.rstrip("/"))


def waits(retries: RetryConfig) -> str:
    """Return how long a call waits before it is tried again, where the server does not say."""
    grows = f", then {retries.factor:g} times as long each time" if retries.factor != 1 else ""
    unit = "second" if retries.initial_delay == 1 else "seconds"
    return f"about {retries.initial_delay:g} {unit}{grows}, {retries.max_delay:g} at most"
