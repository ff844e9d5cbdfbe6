"""What the inference of pages finds besides them."""

from dataclasses import field

from generator.diagnostics import Diagnostic
from generator.ir import Entry, Evidence, NearMiss
from generator.records import dataclass


@dataclass(slots=True)
class Findings:
    """Evidence for what was inferred, near misses, lines of the ledger, and faults of what is declared."""

    evidence: list[Evidence] = field(default_factory=list[Evidence])
    near: list[NearMiss] = field(default_factory=list[NearMiss])
    ledger: list[Entry] = field(default_factory=list[Entry])
    errors: list[Diagnostic] = field(default_factory=list[Diagnostic])
