"""Which property of a body chooses between a whole answer and a stream, where the document does not say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Boolean, Const, Content, Definition, Evidence, Field, Object, Operation
from generator.media import stream_kind
from generator.type_tree import fields_of, variants_of

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
STREAMING = frozenset({"stream", "streams", "streamed", "streaming"})
PROSE = re.compile(r"\bstream(?:s|ed|ing)?\b|server[- ]sent|event[- ]stream", re.IGNORECASE)

Definitions = Mapping[Location, Definition]


def infer_stream_field(operation: Operation, definitions: Definitions, evidence: list[Evidence]) -> Operation:
    """Return the operation with the property that chooses a stream; what is configured stays."""
    if operation.stream_field is not None or not _streams(operation):
        return operation
    found = _told(_switches(operation, definitions))
    if found is None:
        return operation
    field, because = found
    conclusion = f"'{field.name}' chooses between a whole answer and a stream"
    evidence.append(
        Evidence(subject=operation.location, topic="stream", conclusion=conclusion, because=because)
    )
    return replace(operation, stream_field=field.name)


def _streams(operation: Operation) -> bool:
    """Whether an operation can answer with a sequence of items."""
    contents = (content for response in operation.responses for content in response.contents)
    return operation.body is not None and any(stream_kind(content.media_type) for content in contents)


def _switches(operation: Operation, definitions: Definitions) -> list[Field]:
    """Return the properties of a body that are true or false, in each of its variants that has them."""
    found: dict[str, list[Field]] = {}
    for content in operation.body.contents if operation.body is not None else ():
        for field in _fields(content, definitions):
            found.setdefault(field.name, []).append(field)
    return [fields[0] for fields in found.values() if all(_is_switch(item, definitions) for item in fields)]


def _fields(content: Content, definitions: Definitions) -> Iterator[Field]:
    for variant in variants_of(content.type, definitions):
        if isinstance(variant, Object):
            yield from fields_of(variant, definitions)


def stream_switch(operation: Operation, definitions: Definitions) -> Field | None:
    """Return the property of an operation's body that chooses between a whole answer and a stream."""
    fields = _switches(operation, definitions) if operation.stream_field else ()
    return next((field for field in fields if field.name == operation.stream_field), None)


def _is_switch(field: Field, definitions: Definitions) -> bool:
    """Whether a property is true or false, or always one of them."""
    variants = variants_of(field.type, definitions)
    return bool(variants) and all(
        isinstance(item, Boolean) or (isinstance(item, Const) and isinstance(item.value, bool))
        for item in variants
    )


def _told(switches: list[Field]) -> tuple[Field, str] | None:
    """Return the property that chooses, and what tells it: its name, else its prose, if it is but one."""
    named = [(field, words) for field in switches if STREAMING & (words := _words(field.name))]
    plainest = sorted(named, key=lambda item: len(item[1]))[:2]
    if plainest and len({len(words) for _, words in plainest}) == len(plainest):
        field = plainest[0][0]
        return field, f"the body's property {field.name!r} is true or false, and so called"
    described = [(field, found) for field in switches if (found := PROSE.search(_sentence(field)))]
    if len(described) != 1:
        return None
    field, found = described[0]
    return field, f"its prose says {found[0]!r}"


def _words(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name)}


def _sentence(field: Field) -> str:
    """Return the first sentence of a property's prose: further on is told what else depends on it."""
    return re.split(r"[.!?]\s|\n\n", field.description, maxsplit=1)[0]
