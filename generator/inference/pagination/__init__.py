"""Whether an operation gives pages, how they are linked, and on what evidence.

Facts are collected once for each operation; rules make candidates of them, with points for each piece of
evidence; the operations of one document lend each other points; the best candidate above the threshold wins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Location
from generator.inference.pagination.cast import Cast
from generator.inference.pagination.choice import Choice, choose
from generator.inference.pagination.collecting import Collector
from generator.inference.pagination.declared import declare_pages
from generator.inference.pagination.findings import Findings
from generator.inference.pagination.near import near_misses
from generator.inference.pagination.prose import PAGING, named_in, says
from generator.inference.pagination.rules import Candidate, because, candidates
from generator.inference.pagination.siblings import describe, lend
from generator.ir import Definition, Evidence, Operation
from generator.pages import in_words


def infer_pagination(
    operations: Sequence[Operation],
    definitions: Mapping[Location, Definition],
    findings: Findings,
    remarks: str = "",
) -> tuple[Operation, ...]:
    """Return operations with their pagination, where they give pages.

    Args:
        operations: those of a document.
        definitions: what their types refer to.
        findings: where evidence, near misses and faults are added.
        remarks: what the document says of everything together.
    """
    settled = [declare_pages(operation, definitions, findings) for operation in operations]
    open_ones = [operation for operation, is_settled in settled if not is_settled]
    choices = choices_of(open_ones, definitions, remarks)
    return tuple(_inferred(operation, choices.get(operation.location), findings) for operation, _ in settled)


def choices_of(
    operations: Sequence[Operation], definitions: Mapping[Location, Definition], remarks: str = ""
) -> dict[Location, Choice]:
    """Return what was chosen for each operation that could give pages, and what came near."""
    told = frozenset(named_in(remarks)) if says(PAGING, remarks) else frozenset[str]()
    collector = Collector(definitions, told)
    found: dict[Location, tuple[Cast, tuple[Candidate, ...]]] = {}
    for facts in describe([facts for item in operations if (facts := collector.collect(item)) is not None]):
        cast = Cast(facts=facts)
        found[facts.operation.location] = (cast, tuple(candidates(cast)))
    return {
        location: choose(cast, lent)
        for (location, (cast, _)), lent in zip(found.items(), lend(list(found.values())), strict=True)
    }


def _inferred(operation: Operation, choice: Choice | None, findings: Findings) -> Operation:
    if choice is None:
        return operation
    if choice.chosen is None or choice.pagination is None:
        findings.near += near_misses(operation, choice)
        return operation
    findings.evidence.append(
        Evidence(
            subject=operation.location,
            topic="pagination",
            conclusion=f"pages {in_words(choice.pagination)}",
            because=because(choice.chosen, choice.pagination),
            pieces=choice.chosen.pieces,
        )
    )
    return replace(operation, pagination=choice.pagination)
