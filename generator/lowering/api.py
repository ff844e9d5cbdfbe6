"""The lowering pass: from resolved documents to the IR of the whole API."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import InputError, Location, error
from generator.ir import Api, Definition, License, Scheme, Tag, sorted_ledger
from generator.lowering.circles import break_circles
from generator.lowering.context import Context
from generator.lowering.notes import docs_of, text
from generator.lowering.operations import Inherited, Operations
from generator.lowering.origins import named_after_operations
from generator.lowering.paging import declared_pages
from generator.lowering.schemas import Schemas
from generator.lowering.security import lower_requirements, lower_schemes, undemanded
from generator.lowering.selection import Selection, unmatched
from generator.lowering.servers import lower_servers
from generator.reading.kinds import ROOT
from generator.reading.models import Info
from generator.reading.nodes import is_mapping
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at, text_at
from generator.reading.references import References, is_alias

EVERYTHING = Selection()
SUPPORTED = ("3.0", "3.1", "3.2")
# What is left out because the settings say so.
UNUSED_SCHEMAS = "unused-schemas"
WEBHOOKS = "x-webhooks"


def lower(references: References, selection: Selection = EVERYTHING) -> Api:
    """Return what the document means.

    Args:
        references: the root document, and the way to every other one.
        selection: the operations that are wanted, with the schemas that they need.

    Raises:
        InputError: where the document is no OpenAPI 3.x, or something that is used could not be read.
    """
    root = references.root
    check_version(root.data, root.name)
    _check_kinds(root.data, Location(root.name))
    context = Context(references)
    schemas = Schemas(context)
    here = Location(root.name)
    data = context.kept(root.data, ROOT, here)
    components = mapping_at(data.get("components"))
    schemes = lower_schemes(
        components.get("securitySchemes"), here.child("components", "securitySchemes"), context
    )
    inherited = _inherited(data, here, schemes, context)
    operations = Operations(context, schemas, inherited, selection)
    key = _webhooks_key(data, here, context)
    try:
        found = operations.lower_paths(data.get("paths"), here.child("paths"))
        webhooks = operations.lower_webhooks(data.get(key), here.child(key))
        schemas.finish()
    except InputError as fault:  # what was found before is wrong, too
        context.errors += fault.diagnostics
        context.raise_errors()
        raise
    context.errors += unmatched(selection, operations.offers, here.child("paths"))
    context.raise_errors()
    if selection.is_everything:
        below = here.child("components", "schemas")
        if selection.unused:
            _lower_unused(components.get("schemas"), below, context, schemas)
        else:
            _leave_unused(components.get("schemas"), below, context)
    break_circles(context)
    definitions = named_after_operations(context.definitions, found, root.data)
    _note_aliases(components.get("schemas"), here.child("components", "schemas"), definitions, context)
    info = read(Info, data.get("info"), here.child("info"), context.ledger)
    return Api(
        document=root.name,
        title=info.title,
        version=info.version,
        description=text(info.description),
        license=_license(info),
        servers=inherited.servers,
        schemes=(*schemes, *filter(None, [operations.header_credential])),
        security=inherited.security,
        is_undemanded=bool(inherited.undemanded),
        operations=tuple(found),
        definitions=dict(sorted(definitions.items())),
        webhooks=(*webhooks, *operations.callbacks),
        docs=docs_of(data),
        tags=_lower_tags(data.get("tags")),
        honoured=context.honoured,
        ledger=sorted_ledger(context.ledger),
        evidence=tuple(context.evidence),
    )


def _license(info: Info) -> License | None:
    said = info.license
    return None if said is None else License(name=said.name, identifier=said.identifier, url=said.url)


def _inherited(
    data: Mapping[str, Any], here: Location, schemes: tuple[Scheme, ...], context: Context
) -> Inherited:
    known = {scheme.key: scheme for scheme in schemes}
    servers = lower_servers(data.get("servers"), here.child("servers"), context)
    security = lower_requirements(data.get("security"), known, here.child("security"), context)
    pages = declared_pages(data, here, context.errors, is_exact=False)
    return Inherited(
        servers=servers,
        security=security,
        undemanded=undemanded(data, schemes, here, context),
        schemes=known,
        pages=pages,
    )


def _webhooks_key(data: Mapping[str, Any], here: Location, context: Context) -> str:
    """Return where a document has its webhooks: OpenAPI 3.0 knows none, so that tools read an extension."""
    if "webhooks" in data or WEBHOOKS not in data or not str(data.get("openapi")).startswith("3.0"):
        return "webhooks"
    message = f"OpenAPI 3.0 knows no webhooks; '{WEBHOOKS}' is read as 'webhooks' of OpenAPI 3.1"
    context.record("extended-webhooks", message, here.child(WEBHOOKS))
    return WEBHOOKS


def _lower_tags(raw: Any) -> tuple[Tag, ...]:
    return tuple(
        Tag(
            name=name,
            description=text(tag.get("description")) or text(tag.get("summary")),
            docs=docs_of(tag),
            parent=text_at(tag.get("parent")),
            kind=text_at(tag.get("kind")),
        )
        for tag in map(mapping_at, sequence_at(raw))
        if (name := text_at(tag.get("name"))) is not None
    )


def check_version(data: Mapping[str, Any], name: str) -> None:
    """Refuse what is no OpenAPI 3.x document.

    Raises:
        InputError: where it does not say of itself that it is one.
    """
    here = Location(name)
    if "swagger" in data:
        message = "this is a Swagger 2.0 document; oasmith reads OpenAPI 3.x, so convert it first"
        raise InputError(error("swagger-2", message, here.child("swagger")))
    version = data.get("openapi")
    if version is None:
        raise InputError(
            error("not-openapi", "this is not an OpenAPI document: it has no 'openapi' version", here)
        )
    if not str(version).startswith(SUPPORTED):
        message = f"OpenAPI {version} is not supported; oasmith reads 3.0, 3.1 and 3.2"
        raise InputError(error("unsupported-version", message, here.child("openapi")))


def _check_kinds(data: Mapping[str, Any], here: Location) -> None:
    """Refuse a document whose large parts are no mappings: nothing would be left of it."""
    keys = ("paths", "webhooks", "components")
    wrong = [key for key in keys if data.get(key) is not None and not is_mapping(data[key])]
    if wrong:
        raise InputError(
            *(error("not-a-mapping", f"'{key}' must be a mapping", here.child(key)) for key in wrong)
        )


def _lower_unused(raw: Any, location: Location, context: Context, schemas: Schemas) -> None:
    """Lower the schemas that no operation uses; what is broken in them is no error but told in the ledger."""
    context.is_unused = True
    for name, node in sorted(mapping_at(raw).items()):
        schemas.reference(location.child(name), node)
    schemas.finish()
    for diagnostic in context.errors:
        if diagnostic.location is not None:
            context.record(diagnostic.code, diagnostic.message, diagnostic.location, "ignored")
    context.errors.clear()


def _note_aliases(
    raw: Any, location: Location, definitions: dict[Location, Definition], context: Context
) -> None:
    """Tell each definition which components are only references to it."""
    for name, node in sorted(mapping_at(raw).items()):
        if is_alias(node):
            alias = location.child(name)
            target = context.try_resolve_schema(node, alias)
            known = None if target is None else definitions.get(target.location)
            if known is not None and known.location != alias:
                definitions[known.location] = replace(known, aliases=(*known.aliases, alias))


def _leave_unused(raw: Any, location: Location, context: Context) -> None:
    """Tell how many schemas are left out because no operation uses them."""
    left = [name for name in mapping_at(raw) if location.child(name) not in context.definitions]
    if left:
        message = f"{len(left)} that no operation uses have no models, as `unused_schemas` wants it"
        context.record(UNUSED_SCHEMAS, message, location, "ignored")
