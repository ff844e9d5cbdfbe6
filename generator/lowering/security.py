"""Security schemes and requirements (OAS 3.1.1, 4.8.27 and 4.8.30)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, islice, product
from typing import Any

from generator.diagnostics import Location
from generator.ir import Parameter, Requirement, Scheme, SchemeKind
from generator.lowering.context import Context
from generator.lowering.notes import text
from generator.reading.kinds import SECURITY_SCHEME
from generator.reading.models import SecurityScheme
from generator.reading.objects import read
from generator.reading.raw import mapping_at, sequence_at

ENVIRONMENT_VARIABLE = re.compile(r"`?\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`?\s+environment variable")

# The flows that may have refresh tokens (OAS 3.2, 4.30), those of users first.
_REFRESHED = ("authorizationCode", "deviceAuthorization", "password", "clientCredentials")


def lower_schemes(raw: Any, location: Location, context: Context) -> tuple[Scheme, ...]:
    """Return the document's security schemes, sorted by their keys."""
    schemes: list[Scheme] = []
    for key, node in sorted(mapping_at(raw).items()):
        resolved = context.resolve(node, location.child(key))
        raw = context.kept(resolved.node, SECURITY_SCHEME, resolved.location)
        schemes.append(_lower_scheme(key, raw, location.child(key), context))
    return tuple(schemes)


def lower_requirements(
    raw: Any, known: Mapping[str, Scheme], location: Location, context: Context
) -> tuple[Requirement, ...]:
    """Return the alternatives of a security requirement list; an empty alternative is anonymous access.

    Args:
        raw: the list.
        known: the schemes by their keys.
        location: its place.
        context: what the ledger is kept in.
    """
    alternatives: list[Requirement] = []
    for index, said in enumerate(sequence_at(raw)):
        if said is None:  # it was of the wrong kind, and stands for nothing
            continue
        keys = dict.fromkeys(_meant(key, known, location.child(index), context) for key in said)
        unknown = sorted(keys.keys() - known.keys())
        if unknown:
            message = f"the security scheme {unknown[0]!r} is not declared; this alternative cannot be used"
            context.record("unknown-security-scheme", message, location.child(index), "ignored")
            continue
        choices = _choices(keys, known)
        if len(choices) > 1:
            message = (
                "these credentials travel in one place, where a server sees but one: any of them is enough"
            )
            context.record("credentials-in-one-place", message, location.child(index))
        alternatives += choices
    return tuple(dict.fromkeys(alternatives))


def _meant(key: str, known: Mapping[str, Scheme], location: Location, context: Context) -> str:
    """Return the key of a scheme, which its URI stands for, too (OAS 3.2.0, 4.31); else the text itself."""
    if key in known or not {"/", "#"} & set(key):
        return key
    found = context.try_resolve({"$ref": key}, location)
    home = Location(context.references.root.name).child("components", "securitySchemes")
    return next((name for name in known if found is not None and home.child(name) == found.location), key)


def _choices(keys: Iterable[str], known: Mapping[str, Scheme]) -> list[Requirement]:
    """Return what can be sent of several schemes together: of those that travel in one place one."""
    by_place: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys):
        scheme = known[key]
        by_place[("mutual-tls", key) if scheme.kind == "mutual-tls" else _place(scheme)].append(key)
    return [tuple(sorted(chosen)) for chosen in islice(product(*by_place.values()), _MOST_CHOICES)]


def undemanded(
    data: Mapping[str, Any], schemes: Sequence[Scheme], here: Location, context: Context
) -> tuple[Requirement, ...]:
    """Return what operations are called with where a document has schemes, and says nowhere what needs them.

    Whatever is given is sent, and nothing is needed. Schemes that travel in one place are alternatives, the
    others go together.

    Args:
        data: the document.
        schemes: its schemes.
        here: its place.
        context: what the ledger is kept in.
    """
    sent = [scheme for scheme in schemes if scheme.kind != "mutual-tls"]
    if not sent or not mapping_at(data.get("paths")) or _demands(data, here, context):
        return ()
    message = "nothing is said to need these credentials: each that is given is sent, and none is needed"
    context.record("undemanded-credentials", message, here.child("components", "securitySchemes"))
    most = len(sent) if len(sent) <= _FEW else 1
    groups = [group for size in range(most, 0, -1) for group in combinations(sent, size)]
    return (*(tuple(scheme.key for scheme in group) for group in groups if _fit(group)), ())


# So many ways to choose among credentials are alternatives; nobody has more.
_MOST_CHOICES = 16
# The most schemes of which each combination is told: more are alternatives of an API, of which one is given.
_FEW = 4


def _demands(data: Mapping[str, Any], here: Location, context: Context) -> bool:
    """Tell whether a document says of anything what it needs, if only that this is nothing."""
    if "security" in data:
        return True
    for path, node in mapping_at(data.get("paths")).items():
        item = mapping_at(context.resolve(node, here.child("paths", path)).node)
        operations = [*item.values(), *mapping_at(item.get("additionalOperations")).values()]
        if any("security" in mapping_at(operation) for operation in operations):
            return True
    return False


def _fit(group: Sequence[Scheme]) -> bool:
    """Tell whether credentials can travel together, none in the place of another."""
    return len({*map(_place, group)}) == len(group)


def _place(scheme: Scheme) -> tuple[str, str]:
    """Return where a credential travels."""
    if scheme.kind in {"query", "cookie"}:
        return scheme.kind, scheme.name.lower()
    return "header", scheme.name.lower() if scheme.kind == "header" else "authorization"


def header_scheme(parameter: Parameter, taken: AbstractSet[str]) -> Scheme:
    """Return the scheme of a credential that the document only has a header parameter for.

    Args:
        parameter: the parameter.
        taken: the keys of the document's own schemes.
    """
    key = parameter.name if parameter.name not in taken else f"{parameter.name} header"
    return Scheme(
        key=key,
        kind="header",
        name=parameter.name,
        description=parameter.description,
        location=parameter.location,
    )


def _lower_scheme(key: str, raw: Any, location: Location, context: Context) -> Scheme:
    scheme = read(SecurityScheme, raw, location, context.ledger)
    description = text(scheme.description)
    kind, name = _kind(scheme, location, context)
    flows = mapping_at(mapping_at(raw).get("flows")) if scheme.type == "oauth2" else {}
    return Scheme(
        key=key,
        kind=kind,
        name=name,
        description=description,
        environment=_environment(description),
        token_url=_url(flows, "clientCredentials", "tokenUrl"),
        scopes=tuple(filter(None, mapping_at(mapping_at(flows.get("clientCredentials")).get("scopes")))),
        refresh_url=next(filter(None, (_refresh_url(flows, name) for name in _REFRESHED)), None),
        device_url=_url(flows, "deviceAuthorization", "deviceAuthorizationUrl"),
        discovery_url=_text(mapping_at(raw), "openIdConnectUrl") if scheme.type == "openIdConnect" else None,
        location=location,
    )


def _refresh_url(flows: Mapping[str, Any], flow: str) -> str | None:
    """Return where tokens of a flow are refreshed: where they come from, unless it says otherwise."""
    return _url(flows, flow, "refreshUrl") or _url(flows, flow, "tokenUrl")


def _url(flows: Mapping[str, Any], flow: str, key: str) -> str | None:
    return _text(mapping_at(flows.get(flow)), key)


def _text(found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _kind(scheme: SecurityScheme, location: Location, context: Context) -> tuple[SchemeKind, str]:
    match scheme.type:
        case "apiKey":
            return _api_key(scheme, location, context), scheme.name or "Authorization"
        case "http" if (scheme.scheme or "").lower() == "basic":
            return "basic", ""
        case "http" if (scheme.scheme or "bearer").lower() == "bearer":
            return "bearer", ""
        case "http":
            message = f"the HTTP scheme {scheme.scheme!r} sends its credential as given, after its name"
            context.record("http-scheme", message, location)
            return "other-http", scheme.scheme or ""
        case "mutualTLS":
            message = "the client certificate is given to the HTTP client, not to an operation"
            context.record("mutual-tls", message, location)
            return "mutual-tls", ""
        case "oauth2" | "openIdConnect":  # tokens are sent as those of `bearer`
            return "bearer", ""
        case _:
            message = "a security scheme without a known type is sent as a token, as `bearer` is"
            context.record("scheme-type", message, location)
            return "bearer", ""


def _api_key(scheme: SecurityScheme, location: Location, context: Context) -> SchemeKind:
    match scheme.security_scheme_in:
        case "header" | "query" | "cookie" as where:
            return where
        case _:
            context.record("api-key-place", "an API key without a known place is sent in a header", location)
            return "header"


def _environment(description: str) -> str | None:
    """Return the environment variable that the scheme's prose names: documents tell it nowhere else."""
    found = ENVIRONMENT_VARIABLE.search(description)
    return found[1] if found else None
