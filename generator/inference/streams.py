"""Which property of a body chooses between a whole answer and a stream, and which events are only told of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.answers import successes
from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Boolean,
    Const,
    Content,
    Definition,
    Entry,
    Evidence,
    Field,
    Object,
    Operation,
)
from generator.media import is_json, stream_kind
from generator.type_tree import fields_of, variants_of

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
STREAMING = frozenset({"stream", "streams", "streamed", "streaming"})
PROSE = re.compile(r"\bstream(?:s|ed|ing)?\b|server[- ]sent|event[- ]stream", re.IGNORECASE)
EVENTS_TOLD = re.compile(r"server[- ]sent[- ]events?\b|\bevent[- ]stream\b|\bSSE\b", re.IGNORECASE)

EVENTS = "text/event-stream"

Definitions = Mapping[Location, Definition]


def infer_streams(
    operation: Operation, definitions: Definitions, evidence: list[Evidence], ledger: list[Entry]
) -> Operation:
    """Return the operation with the property that chooses a stream; what is configured stays.

    Where such a property is configured, or said to bring events, there are events, described or not.
    """
    streams = _streams(operation)
    if operation.stream_field is None:
        switches = _switches(operation, definitions)
        found = _told(switches) if streams else _told_in_prose(switches)
        if found is None:
            return operation
        field, because = found
        conclusion = f"'{field.name}' chooses between a whole answer and a stream"
        evidence.append(
            Evidence(subject=operation.location, topic="stream", conclusion=conclusion, because=because)
        )
        operation = replace(operation, stream_field=field.name)
    if streams or stream_switch(operation, definitions) is None:
        return operation
    return _with_events(operation, ledger)


def _with_events(operation: Operation, ledger: list[Entry]) -> Operation:
    """Return the operation with events, of which nothing is known, beside what it answers with success."""
    answers = [response for response in successes(operation) if any(map(_is_json, response.contents))]
    if not answers:
        return operation
    message = "events are told of, but not described: they are given as they come"
    ledger.append(
        Entry(kind="approximated", code="undescribed-events", message=message, location=answers[0].location)
    )
    told = replace(answers[0], contents=(*answers[0].contents, Content(media_type=EVENTS, type=Anything())))
    return replace(
        operation, responses=tuple(told if item is answers[0] else item for item in operation.responses)
    )


def _is_json(content: Content) -> bool:
    return is_json(content.media_type)


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


def _told_in_prose(switches: list[Field]) -> tuple[Field, str] | None:
    """Return the property that chooses where only its prose tells of events."""
    for field in switches:
        if STREAMING & _words(field.name) and (found := EVENTS_TOLD.search(field.description)):
            return field, f"it is so called, and its prose says {found[0]!r}"
    return None


def _words(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name)}


def _sentence(field: Field) -> str:
    """Return the first sentence of a property's prose: further on is told what else depends on it."""
    return re.split(r"[.!?]\s|\n\n", field.description, maxsplit=1)[0]
