"""Which parameters the client has arguments for: what nearly every call takes, and a user would say once.

Of queries nothing is concluded: what nearly all calls ask for (`symbol`, `page`) is what they are about as
often as not. Settings may name them.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.config import ClientConfig
from generator.diagnostics import Location
from generator.ir import (
    Api,
    Boolean,
    Definition,
    Enum,
    Evidence,
    Integer,
    Number,
    Operation,
    Parameter,
    String,
    Type,
)
from generator.type_tree import variants_of
from generator.words import words

# So many operations have it, of all there are.
LEAST = 5
SHARE = 0.9
# What the words of a header tell that is another one in each call, or is not for a caller to say.
OF_ONE_CALL = frozenset(
    {"algorithm", "checksum", "correlation", "credential", "date", "digest", "etag", "expect", "if", "md5"}
    | {"idempotency", "idempotent", "nonce", "range", "retry", "sha256", "signature", "signed", "span"}
    | {"time", "timestamp", "trace", "traceparent", "tracestate", "uri", "url"}
)
# What is told apart by an id of its own in each call.
COUNTED = frozenset({"call", "interaction", "message", "req", "request", "track", "transaction"})
IDS = frozenset({"guid", "id", "uuid"})
FRAMING = frozenset(
    {"accept-encoding", "connection", "content-encoding", "content-length", "host", "te", "transfer-encoding"}
    | {"upgrade"}
)


def choose_client_parameters(api: Api, config: ClientConfig, before: Collection[str]) -> Api:
    """Return the API with the parameters marked that the client has arguments for.

    Args:
        api: the document.
        config: its `client_parameters`, where they are set, are these and no others.
        before: those that the package has had, by what they are known by: they stay, whatever their share is
            now, for else a new operation would make all others ask for them again.
    """
    places = {"header"} if config.client_parameters is None and not before else {"header", "query"}
    found: dict[str, list[Parameter]] = {}
    for operation in api.operations:
        for parameter in operation.parameters:
            if parameter.where in places and _is_plain(parameter, api.definitions):
                found.setdefault(known_as(parameter.where, parameter.name), []).append(parameter)
    reasons = {
        key: why
        for key, items in sorted(found.items())
        if (why := _reason(key, items, api, config, before)) is not None
    }
    if not reasons:
        return api
    evidence = tuple(
        Evidence(
            subject=found[key][0].location,
            topic="client",
            conclusion=f"the client takes '{found[key][0].name}', too, for all calls that do not give it",
            because=why,
        )
        for key, why in reasons.items()
    )
    operations = tuple(_marked(item, reasons, api.definitions) for item in api.operations)
    return replace(api, operations=operations, evidence=(*api.evidence, *evidence))


def known_as(where: str, name: str) -> str:
    """Return what a parameter is known by in all operations; headers have no case (RFC 9110, 5.1)."""
    return f"{where} {name.lower() if where == 'header' else name}"


def _is_plain(parameter: Parameter, definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether a parameter is a single value that somebody has to say."""
    return parameter.media_type is None and all(
        _is_scalar(variant) for variant in variants_of(parameter.type, definitions)
    )


def _is_scalar(type_: Type) -> bool:
    return isinstance(type_, Boolean | Enum | Integer | Number | String) and type_ != String("binary")


def _reason(
    key: str, items: list[Parameter], api: Api, config: ClientConfig, before: Collection[str]
) -> str | None:
    """Return why the client has an argument for a parameter, in words; None where it has none."""
    where, name = items[0].where, items[0].name
    if config.client_parameters is not None:
        is_wanted = key in {known_as(where, item) for item in config.client_parameters}
        return "the settings have it in 'client_parameters'" if is_wanted else None
    required = sum(item.required for item in items)
    told = f"a {where} of {len(items)} of {len(api.operations)} operations, and required in {required}"
    if key in before:
        return f"the package as it is has it so, and it still is {told}"
    is_common = len(items) >= LEAST and len(items) >= SHARE * len(api.operations)
    if where != "header" or not is_common or _is_of_one_call(name, config):
        return None
    if any(item.deprecated for item in items) or any(
        scheme.kind == "header" and scheme.name.lower() == name.lower() for scheme in api.schemes
    ):
        return None
    return f"it is {told}"


def _is_of_one_call(name: str, config: ClientConfig) -> bool:
    """Tell whether a header is another one in each call, or says how one travels."""
    if name.lower() in FRAMING or name.lower() == (config.idempotency_header or "").lower():
        return True
    said = [word.lower() for word in words(name)]
    is_counted = not COUNTED.isdisjoint(said) and not IDS.isdisjoint(said)
    return is_counted or not OF_ONE_CALL.isdisjoint(said) or said[-1].endswith("requestid")


def _marked(
    operation: Operation, keys: Collection[str], definitions: Mapping[Location, Definition]
) -> Operation:
    """Return an operation whose parameters are marked that the client has arguments for."""
    return replace(
        operation,
        parameters=tuple(
            replace(item, of_client=True)
            if known_as(item.where, item.name) in keys and _is_plain(item, definitions)
            else item
            for item in operation.parameters
        ),
    )
