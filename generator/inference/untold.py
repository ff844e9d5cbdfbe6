"""Answers that a document leaves out: a response without `content` where there must be some.

A server that answers a GET with 200 sends something (RFC 9110, 9.3.1), whether the document tells what or
not. A document that tells it of no GET describes no answers at all: those of its other calls are as unknown.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.answers import successes
from generator.ir import Anything, Content, Entry, Operation, Response

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "QUERY"})
# RFC 9110, 15.3.5 and 15.3.6: these have no content.
_EMPTY = frozenset({"204", "205"})


def with_untold_answers(operations: Sequence[Operation], ledger: list[Entry]) -> list[Operation]:
    """Return operations whose answers are any where nothing is said of what must be there."""
    reading = [operation for operation in operations if operation.method == "GET"]
    describes_none = any(map(_untold, reading)) and not any(map(_tells, reading))
    methods = _METHODS if describes_none else {"GET"}
    return [
        _with_anything(operation, ledger) if operation.method in methods else operation
        for operation in operations
    ]


def _untold(operation: Operation) -> list[Response]:
    """Return the successes that hold something untold; none where one of them tells what it holds."""
    if _tells(operation):
        return []
    return [response for response in successes(operation) if response.status not in _EMPTY]


def _tells(operation: Operation) -> bool:
    return any(response.contents for response in successes(operation))


def _with_anything(operation: Operation, ledger: list[Entry]) -> Operation:
    untold = _untold(operation)
    if not untold:
        return operation
    message = "nothing is said of what it holds; it is any value"
    ledger += [
        Entry(kind="approximated", code="untold-answer", message=message, location=response.location)
        for response in untold
    ]
    anything = (Content(media_type="*/*", type=Anything()),)
    return replace(
        operation,
        responses=tuple(
            replace(response, contents=anything) if response in untold else response
            for response in operation.responses
        ),
    )
