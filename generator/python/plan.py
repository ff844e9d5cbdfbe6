"""The plan pass: from the IR and its names to everything that templates print."""

import re
from collections.abc import Iterable, Mapping

from generator.config import ClientConfig, RetryConfig
from generator.diagnostics import Location
from generator.ir import Api, Object, Scheme
from generator.python.guide.examples import Examples
from generator.python.guide.readme import guide_view
from generator.python.guide.reference import reference_view
from generator.python.guide.resources import resource_examples
from generator.python.guide.shapes import shapes_of
from generator.python.guide.snippets import samples_of
from generator.python.guide.tables import Material
from generator.python.identifiers import allocate, snake
from generator.python.naming import Committed, Names
from generator.python.naming.reserved import CLIENT_ARGUMENTS
from generator.python.operations.client_parameters import (
    annotator_of_client,
    committed_client_parameters,
    plan_client_parameters,
    with_client_parameters,
)
from generator.python.operations.error_bodies import error_bodies
from generator.python.operations.methods import child_views, resource_views, returned
from generator.python.operations.planning import (
    OperationPlan,
    definitions_sent,
    objects_with_files,
    plan_operations,
)
from generator.python.operations.records import operations_modules
from generator.python.package.public import ERRORS, MODULES, homes_of, public_names
from generator.python.package.requirements import needs_of
from generator.python.package.servers import plan_servers, variables_of
from generator.python.package.webhooks import WebhookPlan, plan_webhooks, webhooks_views
from generator.python.text.expressions import tuple_of
from generator.python.text.markdown import code
from generator.python.text.prose import (
    WIDTH,
    address,
    beginning,
    docstring,
    literal,
    opening,
    quoted,
    summary,
    summary_end,
    wrap,
)
from generator.python.types.annotations import Annotator, Imports
from generator.python.types.models import Models
from generator.python.types.params import param_modules
from generator.python.views import (
    AliasView,
    ClassView,
    CredentialView,
    EnumView,
    ExportView,
    ModelModuleView,
    PackageView,
    ParamModuleView,
    ParamView,
)
from generator.records import dataclass
from generator.type_tree import without_null


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A package that is ready to be printed, and of what is in it what manifest and contract say.

    `fields` are the Python names of the fields of each object, inherited ones too, by wire name.
    """

    view: PackageView
    operations: tuple[OperationPlan, ...]
    webhooks: tuple[WebhookPlan, ...]
    returns: tuple[str, ...]
    fields: Mapping[Location, Mapping[str, str]]


def plan(api: Api, names: Names, config: ClientConfig) -> Plan:
    """Return everything that is printed of a package."""
    planned = plan_operations(api, names, config)
    kept = committed_client_parameters(planned, names.committed)
    schemes = _credentials(api, config, names.committed, kept)
    # A client certificate is given to the HTTP client, not to ours.
    keys = {literal(scheme.key) for scheme in api.schemes if scheme.kind == "mutual-tls"}
    credentials = tuple(scheme for scheme in schemes if scheme.key not in keys)
    known = [item.argument for item in credentials]
    servers = plan_servers(api, {*CLIENT_ARGUMENTS, *known, *kept}, names.committed.variables)
    known += [item.argument for item in servers.arguments]
    of_client = annotator_of_client(names, Annotator(names.models, api.definitions, Imports()))
    shared = plan_client_parameters(planned, names, of_client, known)
    operations = with_client_parameters(planned, shared.views)
    webhooks = plan_webhooks(api, names)
    webhooks_modules = webhooks_views(webhooks, api, names)
    further = tuple(item.module for item in webhooks_modules)
    sent = definitions_sent(operations, api.definitions)
    models = Models(api.definitions, names, sent)
    modules = models.modules()
    params = param_modules(
        api.definitions, names, models, sent, objects_with_files(operations, api.definitions)
    )
    examples = Examples(definitions=api.definitions, names_of=models.fields_of)
    material = Material(
        api=api,
        names=names,
        config=config,
        samples=tuple(sample for plan in operations for sample in samples_of(plan, examples)),
        examples=examples,
        credentials={scheme.key: view for scheme, view in zip(api.schemes, schemes, strict=True)},
        taken=credentials,
        webhooks=webhooks,
        servers=servers,
        client_parameters=shared.views,
    )
    resources = resource_views(operations, names, api.definitions, resource_examples(material.samples))
    shapes = shapes_of(names, examples, {member.name for module in params for member in module.members})
    reference, types = reference_view(material, operations, resources, shapes)
    view = PackageView(
        package=config.package,
        client=names.client,
        own_version=None,
        title=summary(api.title).rstrip("."),
        version=summary(api.version).rstrip("."),
        docs=address(api.docs) if api.docs is not None else None,
        description=tuple(docstring(_description(api))),
        base_url=servers.base_url,
        servers=servers.expressions,
        server_imports=servers.imports,
        server_choice=servers.choice,
        server_chosen=servers.chosen,
        server_arguments=servers.arguments,
        client_parameters=shared.views,
        client_imports=shared.imports,
        base_url_env=literal(config.base_url_env) if config.base_url_env else None,
        http=config.http,
        needs=needs_of(config.http),
        headers=_headers(config.headers),
        header_env=_headers(config.header_env) if config.header_env else None,
        timeout=literal(config.timeout),
        max_response_bytes=f"{config.max_response_bytes:_}",
        idempotency_header=literal(config.idempotency_header),
        has_idempotency_key=config.idempotency_header is not None,
        idempotency_note=code(config.idempotency_header or ""),
        retries=_retries(config.retries),
        max_retries=config.retries.max_retries,
        retried=", ".join(config.retries.statuses),
        retry_note=_retry_note(config),
        server_example=servers.example,
        credentials=credentials,
        granted=next((item for item in credentials if item.takes_grants), None),
        schemes=tuple(scheme.expression for scheme in schemes),
        security=_security(api),
        product=literal(_product(api, config)),
        log_variable=code(f"{config.package.rpartition('.')[2].upper()}_LOG=info"),
        children=child_views("", names),
        resources=resources,
        operations=operations_modules(operations, names, api.definitions),
        webhooks=webhooks_modules,
        models=modules,
        exports=_exports(modules),
        exported=_exported(modules),
        has_deprecated=any(item.deprecated for item in api.definitions.values()),
        params=params,
        param_exports=_exports(params),
        params_exported=_exported(params),
        public=public_names(names, further),
        homes=homes_of(names),
        submodules=tuple(sorted((*MODULES, *further))),
        errors=ERRORS,
        error_bodies=error_bodies(operations, names, api.definitions),
        reference=reference,
        shapes=shapes.views(types),
        guide=guide_view(material),
    )
    return Plan(
        view=view,
        operations=operations,
        webhooks=webhooks,
        returns=tuple(returned(item, names, api.definitions) for item in operations),
        fields={
            location: models.fields_of(location)
            for location, definition in api.definitions.items()
            if isinstance(without_null(definition.type), Object)
        },
    )


# No more of a version is told to servers: documents may have a sentence there.
MOST_OF_VERSION = 32
# What is said of a whole API is a guide at times; a docstring is none.
MOST_LINES = 40


def _exports(modules: Iterable[ModelModuleView | ParamModuleView]) -> tuple[ExportView, ...]:
    """Return every name that modules have, sorted, with its module."""
    exports = [
        ExportView(name=name, module=module.module)
        for module in modules
        for member in module.members
        for name in _names_of(member)
    ]
    return tuple(sorted(exports, key=lambda item: item.name))


def _exported(
    modules: Iterable[ModelModuleView | ParamModuleView],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names of each module."""
    return tuple(
        (module.module, tuple(sorted(name for member in module.members for name in _names_of(member))))
        for module in modules
    )


def _names_of(member: ClassView | EnumView | AliasView | ParamView) -> tuple[str, ...]:
    """Return the names that a member has in its module; the fields of a model may be a class of their own."""
    mixin = member.mixin if isinstance(member, ClassView) else None
    return (member.name,) if mixin is None else (member.name, mixin.fields)


def _description(api: Api) -> list[str]:
    first = f"A client of the {summary(api.title).rstrip('.')}."
    rest, is_cut = beginning(api.description, most=MOST_LINES)
    rest += ["", "The document says more."] if is_cut else []
    rest += [*([""] if rest else []), f"See {address(api.docs)}"] if api.docs is not None else []
    return [first, *(["", *rest] if rest else [])]


def _security(api: Api) -> str:
    """Return the credentials that calls need of which the document says nothing, the preferred ones first."""
    groups = [tuple_of([literal(key) for key in keys], empty="()") for keys in api.security]
    return tuple_of(groups, empty="()")


def _product(api: Api, config: ClientConfig) -> str:
    """Return the name and version of the package, as a `User-Agent` has them (RFC 9110, 10.1.5)."""
    version = re.sub(r"[^0-9A-Za-z.+_-]+", "-", api.version).strip("-")[:MOST_OF_VERSION]
    name = config.package.rpartition(".")[2]
    return f"{name}/{version}" if version else name


def _headers(headers: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in sorted(headers.items()))
    return f"{{{pairs}}}"


def _retries(retries: RetryConfig) -> str:
    statuses = ", ".join(literal(status) for status in retries.statuses)
    values = {
        "statuses": f"({statuses},)" if statuses else "()",
        "unsafe_methods": repr(retries.unsafe_methods),
        "initial_delay": repr(retries.initial_delay),
        "factor": repr(retries.factor),
        "max_delay": repr(retries.max_delay),
        "jitter": repr(retries.jitter),
        **({"spread": repr(retries.spread)} if retries.spread else {}),
    }
    return f"RetryPolicy({', '.join(f'{name}={value}' for name, value in values.items())})"


def _retry_note(config: ClientConfig) -> str:
    """Return which calls are tried again, in words."""
    if config.idempotency_header is not None:
        header = code(config.idempotency_header)
        return f"Each call has a key of its own in {header}, the same on all tries: nothing is done twice."
    if config.retries.unsafe_methods:
        return "That is so for all calls, POST and PATCH too."
    return "POST and PATCH are tried again only where the server surely did not act on the first try."


def _credentials(
    api: Api, config: ClientConfig, committed: Committed, kept: Iterable[str]
) -> tuple[CredentialView, ...]:
    """Return the credentials; `kept` are the client's arguments for parameters that are called as before."""
    configured = {key: item.argument for key, item in config.credentials.items() if item.argument is not None}
    before = {key: name for key, name in committed.credentials.items() if key not in configured}
    keys = [scheme.key for scheme in api.schemes]
    wanted = [(key, configured.get(key) or snake(key, fallback="credential")) for key in keys]
    # Newcomers yield to what the client's other arguments have been called, too.
    variables = variables_of(api)
    others = [*kept, *(name for key, name in committed.variables.items() if key in variables)]
    arguments = allocate(wanted, reserved=CLIENT_ARGUMENTS, taken=others, before=before)
    return tuple(_credential(scheme, arguments[scheme.key], config) for scheme in api.schemes)


def _credential(scheme: Scheme, argument: str, config: ClientConfig) -> CredentialView:
    environment = environment_of(scheme, config)
    values = [literal(scheme.key), literal(argument), literal(scheme.kind)]
    values += [f"name={literal(scheme.name)}"] if scheme.name else []
    values += [f"environment={literal(environment)}"] if environment else []
    values += [f"token_url={literal(scheme.token_url)}"] if scheme.token_url else []
    values += [f"refresh_url={literal(scheme.refresh_url)}"] if scheme.refresh_url else []
    values += [f"device_url={literal(scheme.device_url)}"] if scheme.device_url else []
    values += [f"discovery_url={literal(scheme.discovery_url)}"] if scheme.discovery_url else []
    told = opening(scheme.description) or f"the credential of `{summary(scheme.key).rstrip('.')}`."
    if environment and environment not in told:
        told = f"{summary_end(told)} Read from {environment} where it is not given."
    return CredentialView(
        key=literal(scheme.key),
        argument=argument,
        annotation="tuple[str, str]" if scheme.kind == "basic" else "str",
        takes_grants=scheme.kind == "bearer",
        scope=quoted(scheme.scopes[0]) if scheme.scopes else None,
        expression=f"Scheme({', '.join(values)})",
        environment=environment,
        sent=_travels(scheme),
        doc=tuple(wrap(f"{argument}: {told}", WIDTH - 16)),
    )


def _travels(scheme: Scheme) -> str:
    """Return how a credential is sent, as a cell of a table."""
    match scheme.kind:
        case "bearer":
            return "`Authorization: Bearer ...`"
        case "basic":
            return "`Authorization: Basic ...`, made of a name and a password"
        case "other-http":
            return code(f"Authorization: {scheme.name} ...")
        case "mutual-tls":
            return "the certificate of the HTTP client"
        case _:
            return f"the {'query parameter' if scheme.kind == 'query' else scheme.kind} {code(scheme.name)}"


def environment_of(scheme: Scheme, config: ClientConfig) -> str | None:
    """Return a credential's environment variable: configured, else told by the prose, else named after it."""
    configured = config.credentials.get(scheme.key)
    if configured is not None and configured.env is not None:
        return configured.env
    if scheme.environment is not None:
        return scheme.environment
    if scheme.kind == "basic":
        return None
    name = f"{snake(config.package)}_{snake(scheme.key, fallback='credential')}".upper()
    return name if name.isascii() else None
