"""What tells the requests apart that the API's server makes: a property of their payloads, or a header."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from generator.diagnostics import Location
from generator.inference.tags import tag_text, tags_of, values_of
from generator.ir import Content, Definition, Entry, Operation, Type, Webhook
from generator.media import by_preference, response_kind
from generator.records import dataclass
from generator.scalars import Scalar

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What tells events apart.

    Attributes:
        where: where it stands.
        name: its name on the wire.
        values: for each event, in their order, the values that stand for it, as text; none is two events'.
    """

    where: Literal["payload", "header"]
    name: str
    values: tuple[tuple[str, ...], ...]


def sign_of(
    events: Sequence[tuple[Operation, Type]], definitions: Mapping[Location, Definition]
) -> Sign | None:
    """Return what tells events apart, all of them; None where nothing does, or there is but one.

    Of several properties it is the first by name, and a property comes before a header.

    Args:
        events: the request of each event, and what its payload is.
        definitions: the named types.
    """
    if len(events) < _FEWEST:
        return None
    payloads = [
        {name: tags.values for name, tags in tags_of(type_, definitions).items()} for _, type_ in events
    ]
    headers = [
        {
            item.name.lower(): values_of(item.type, definitions) or ()
            for item in operation.parameters
            if item.where == "header"
        }
        for operation, _ in events
    ]
    return _sign("payload", payloads) or _sign("header", headers)


def payload_of(operation: Operation) -> Content | None:
    """Return what a payload is read as; None where the document has none."""
    return next(iter(by_preference(operation.body.contents)), None) if operation.body is not None else None


def tell_parameters(
    webhooks: Sequence[Webhook], definitions: Mapping[Location, Definition]
) -> Iterator[Entry]:
    """Yield an entry for each request whose parameters are not read; a header may tell which one it is."""
    payloads = [(item.operation, payload_of(item.operation)) for item in webhooks if item.owner is None]
    sign = sign_of(
        [
            (operation, content.type)
            for operation, content in payloads
            if content is not None and response_kind(content) == "json"
        ],
        definitions,
    )
    read = sign.name if sign is not None and sign.where == "header" else None
    for webhook in webhooks:
        known = read if webhook.owner is None else None
        left_out: dict[str, list[str]] = {}
        for item in webhook.operation.parameters:
            if item.where != "path" and (item.where, item.name.lower()) != ("header", known):
                left_out.setdefault(item.where, []).append(repr(item.name))
        if left_out:
            told = " and ".join(f"{where} {', '.join(names)}" for where, names in left_out.items())
            message = f"of what the server sends the payload is read, and not its {told}"
            yield Entry(
                kind="approximated",
                code="webhook-parameters",
                message=message,
                location=webhook.operation.location,
            )


def _sign(
    where: Literal["payload", "header"], said: Sequence[Mapping[str, tuple[Scalar, ...]]]
) -> Sign | None:
    for name in sorted(said[0]):
        values = tuple(tuple(map(tag_text, names.get(name, ()))) for names in said)
        all_values = [value for own in values for value in own]
        if all(values) and len(set(all_values)) == len(all_values):
            return Sign(where=where, name=name, values=values)
    return None
