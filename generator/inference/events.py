"""What tells the requests apart that the API's server makes: a property of their payloads, or a header."""

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.diagnostics import Location
from generator.inference.tags import tag_text, tags_of, values_of
from generator.ir import Definition, Operation, Type
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


def _sign(
    where: Literal["payload", "header"], said: Sequence[Mapping[str, tuple[Scalar, ...]]]
) -> Sign | None:
    for name in sorted(said[0]):
        values = tuple(tuple(map(tag_text, names.get(name, ()))) for names in said)
        all_values = [value for own in values for value in own]
        if all(values) and len(set(all_values)) == len(all_values):
            return Sign(where=where, name=name, values=values)
    return None
