"""What the answers of an operation say for its name: how many it gives."""

from collections.abc import Mapping

from generator.answers import successes
from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Definition,
    Integer,
    Map,
    Number,
    Object,
    Operation,
    Type,
)
from generator.media import response_kind
from generator.type_tree import deref, without_null


def is_list(operation: Operation, definitions: Mapping[Location, Definition]) -> bool:
    """Whether an answer is a list, or has pages."""
    return operation.pagination is not None or is_array(operation, definitions)


def is_array(operation: Operation, definitions: Mapping[Location, Definition]) -> bool:
    """Whether an answer is a list."""
    return any(isinstance(answer, Array) for answer in answers_of(operation, definitions))


def may_give_many(operation: Operation, definitions: Mapping[Location, Definition]) -> bool:
    """Whether what an operation gives may be many, by its answer."""
    answers = answers_of(operation, definitions)
    if not answers:
        return not _gives_file(operation)
    return any(_may_hold_many(answer, definitions) for answer in answers)


def answers_of(operation: Operation, definitions: Mapping[Location, Definition]) -> list[Type]:
    """Return what an operation answers in JSON."""
    return [
        without_null(deref(without_null(content.type), definitions))
        for response in successes(operation)
        for content in response.contents
        if response_kind(content) == "json"
    ]


def _gives_file(operation: Operation) -> bool:
    """Whether all that an operation answers is bytes."""
    found = [content for response in successes(operation) for content in response.contents]
    return bool(found) and all(response_kind(content) == "binary" for content in found)


def _may_hold_many(answer: Type, definitions: Mapping[Location, Definition]) -> bool:
    """Whether a value is not plainly one: a text may have a line for each."""
    if isinstance(answer, Integer | Number | Boolean):
        return False
    if not isinstance(answer, Object):
        return True
    if answer.base is not None or (answer.extra is not None and not isinstance(answer.extra, Anything)):
        return True
    types = [without_null(deref(without_null(item.type), definitions)) for item in answer.fields]
    return not types or any(isinstance(type_, Array | Map | Anything) for type_ in types)
