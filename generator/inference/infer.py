"""The infer pass: the IR with everything that can be concluded from it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.diagnostics import InputError, Location
from generator.inference.aliases import name_by_aliases
from generator.inference.contents import tell_contents
from generator.inference.counterparts import join_counterparts
from generator.inference.directions import split_directions
from generator.inference.events import tell_parameters
from generator.inference.formats import infer_list_styles
from generator.inference.hierarchies import spread_subtypes
from generator.inference.nulls import hoist_nulls
from generator.inference.pagination import infer_pagination
from generator.inference.pagination.findings import Findings
from generator.inference.recursion import tell_recursive_unions
from generator.inference.removals import with_removals
from generator.inference.sharing import share_copies
from generator.inference.streams import infer_streams
from generator.inference.unions import infer_discriminators
from generator.inference.untold import with_untold_answers
from generator.ir import Api, Entry, Evidence, sorted_ledger

NOTHING: Final[Mapping[Location, str]] = {}


def infer(api: Api, classes: Mapping[Location, str] = NOTHING) -> Api:
    """Return the API with list styles, discriminators and pagination inferred, and the evidence for each.

    Args:
        api: the document.
        classes: where the package as it is has the class of each schema: those of their own stay.

    Raises:
        InputError: where pages are declared that an operation cannot have.
    """
    api = spread_subtypes(hoist_nulls(api))
    evidence: list[Evidence] = []
    ledger: list[Entry] = []
    findings = Findings()
    removable = with_removals(api.definitions, ledger)
    definitions = infer_discriminators(removable, evidence, ledger)
    definitions = tell_recursive_unions(definitions, evidence, ledger)
    told = with_untold_answers(api.operations, ledger)
    styled = [infer_list_styles(operation, definitions, evidence) for operation in told]
    operations = tuple(
        infer_streams(operation, definitions, evidence, ledger)
        for operation in infer_pagination(styled, definitions, findings, api.description)
    )
    if findings.errors:
        raise InputError(*findings.errors)
    told_otherwise = (*tell_contents(api), *tell_parameters(api.webhooks, definitions))
    inferred = replace(
        api,
        operations=operations,
        definitions=definitions,
        evidence=(*api.evidence, *dict.fromkeys((*evidence, *findings.evidence))),
        ledger=sorted_ledger((*api.ledger, *ledger, *findings.ledger, *told_otherwise)),
        near_misses=tuple(findings.near),
    )
    shared = share_copies(split_directions(name_by_aliases(inferred, classes)), classes)
    return join_counterparts(shared, classes)
