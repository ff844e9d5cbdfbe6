"""Words for the variants of a union that the document gives no name: they become parts of class names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.reading.nodes import is_collection
from generator.reading.raw import mapping_at, sequence_at, text_at

# What values of each type are called; of a list its items are named after it.
KINDS = {"array": "items", "string": "text"}


def labels(nodes: Sequence[Any], discriminator: Any) -> list[str]:
    """Return a word for each variant: its title, a value of its own, its schema, or what else it alone has.

    Args:
        nodes: the variants, as they stand in the document.
        discriminator: the raw discriminator beside them; the value of its property comes before others.
    """
    property_ = text_at(mapping_at(discriminator).get("propertyName"))
    wishes = [list(_wishes(node, property_, nodes)) for node in nodes]
    return [_chosen(index, wishes) for index in range(len(nodes))]


def _chosen(index: int, wishes: list[list[str]]) -> str:
    """Return the first wish that no other variant has, else the first: then a number tells them apart."""
    others = {wish for place, found in enumerate(wishes) if place != index for wish in found}
    own = [wish for wish in wishes[index] if wish not in others]
    return next(iter([*own, *wishes[index]]), f"variant {index + 1}")


def _wishes(node: Any, property_: str | None, nodes: Sequence[Any]) -> Iterator[str]:
    parts = list(_parts(node))
    yield from (title.strip() for part in parts if (title := text_at(part.get("title"))) and title.strip())
    constants = _constants(parts)
    if property_ in constants:
        yield _word(property_, constants[property_])
    yield from (_word(name, value) for name, value in sorted(constants.items()) if isinstance(value, str))
    yield from (_word(name, value) for name, value in sorted(constants.items()) if not isinstance(value, str))
    yield from (_last_word(part["$ref"]) for part in parts if isinstance(part.get("$ref"), str))
    yield from _kinds(parts)
    yield from _properties(node, nodes)


def _parts(node: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and the parts of its allOf, as they stand."""
    node = mapping_at(node)
    yield node
    for part in sequence_at(node.get("allOf")):
        yield from _parts(part)


def _constants(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the properties that have one value only."""
    found: dict[str, Any] = {}
    for part in parts:
        for name, schema in mapping_at(part.get("properties")).items():
            values = sequence_at(mapping_at(schema).get("enum")) or [mapping_at(schema).get("const")]
            if len(values) == 1 and values[0] is not None and not is_collection(values[0]):
                found[name] = values[0]
    return found


def _word(name: str, value: Any) -> str:
    return value if isinstance(value, str) else f"{name} {value}"


def _last_word(ref: str) -> str:
    """Return the name at the end of a reference, which may be that of a file."""
    return ref.rstrip("/#").replace("\\", "/").rpartition("/")[2].partition(".")[0]


def _kinds(parts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what kind of value a variant is."""
    for part in parts:
        kind = part.get("type")
        if kind is None and "properties" in part:
            kind = "object"
        if sequence_at(part.get("enum")):
            yield "enum"
            yield str(part["enum"][0])
        elif isinstance(kind, str):
            yield KINDS.get(kind, kind)


def _properties(node: Any, nodes: Sequence[Any]) -> Iterator[str]:
    """Yield the properties that a variant alone requires, alone has, or alone has not."""
    own = _names(node)
    others = [_names(other) for other in nodes if other is not node]
    elsewhere = {name for required, declared in others for name in (*required, *declared)}
    yield from (f"with {name}" for name in own[0] if all(name not in required for required, _ in others))
    yield from (f"with {name}" for name in own[1] if name not in elsewhere)
    lacking = sorted(elsewhere - {*own[0], *own[1]})
    yield from (f"without {name}" for name in lacking if all(name in {*each[0], *each[1]} for each in others))


def _names(node: Any) -> tuple[list[str], list[str]]:
    """Return the names of the required and of all properties of a variant."""
    parts = list(_parts(node))
    required = [name for part in parts for name in sequence_at(part.get("required")) if isinstance(name, str)]
    return required, sorted({name for part in parts for name in mapping_at(part.get("properties"))})
