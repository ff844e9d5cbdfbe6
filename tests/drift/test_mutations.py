"""Every kind of change, made to documents one at a time: what is told of it, and how severe it is."""

import copy
import json
import os
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.contract.compare import compare
from generator.contract.records import Change, step
from generator.diagnostics import InputError
from tests.drift.judges import seen
from tests.drift.mutations import KINDS, Kind
from tests.support.contracts import Made, made

SYNTHETIC = Path(__file__).parent / "synthetic.yaml"
CORPUS = Path(os.environ.get("OASMITH_SHARED", Path(__file__).parents[3] / "shared")) / "corpus"
DOCUMENTS = (
    "lob-bundled",
    "resend",
    "trigger-v3",
    "svix",
    "lakefs",
    "meilisearch",
    "vonage-messages",
    "supabase-auth",
)
SITES = 3
SHARES = 4  # each document has every fourth kind, unless all are asked for
# What is told as more or less severe than its kind is, and rightly so.
COPIES = "of two enums that were alike, and one class, one is another class now"
NOWHERE = "the document names no host, so a base_url must be given, and that is asked as before"
EXPLAINED = {
    ("lakefs", "operation has another server"): NOWHERE,
    ("svix", "operation has another server"): NOWHERE,
    ("lob-bundled", "request enum value is added"): COPIES,
    ("resend", "request enum value is added"): COPIES,
    ("trigger-v3", "response enum value is added"): COPIES,
}
STEPS = {"breaking": "major", "compatible": "minor", "none": "none"}


def mutants(kind: Kind, document: dict[str, Any], most: int) -> Iterator[dict[str, Any]]:
    """Yield copies of a document, each changed at another site of a kind."""
    count = sum(1 for _ in islice(kind.sites(document), 50))
    wanted = min(most, count)
    for index in [round(place * (count - 1) / max(wanted - 1, 1)) for place in range(wanted)]:
        changed = copy.deepcopy(document)
        site = next(islice(kind.sites(changed), index, None))
        if site is None or kind.change(site) is False:
            continue
        # Keys in another order are one value to Python.
        if changed != document or kind.severity == "none":
            yield changed


def faults(kind: Kind, before: Made, document: dict[str, Any], most: int) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what is told: in a word, and in full; a fine mutant yields `fine`."""
    for mutant in mutants(kind, document, most):
        try:
            after = made(json.dumps(mutant, default=str).encode(), before=before)
        except InputError:
            continue
        yield _fault(kind, before, after, compare(before.contract, after.contract))


def _fault(kind: Kind, before: Made, after: Made, changes: tuple[Change, ...]) -> tuple[str, str]:
    told = ", ".join(
        f"{item.severity[:1].upper()} {item.id} ({item.subject} {item.message})" for item in changes
    )
    old, new = seen(before), seen(after)
    if not changes and (kind.severity != "none" or old != new):
        return "silent", f"{kind.name}: nothing is told"
    if kind.severity == "none" and changes:
        return "noise", f"{kind.name}: {told}"
    gone = old.public.keys() - new.public.keys()
    if step(changes) != STEPS[kind.severity] or (gone and step(changes) != "major"):
        return "severity", f"{kind.name}: {kind.severity} expected: {told}"
    if kind.rules and not kind.rules & {item.id for item in changes}:
        return "rule", f"{kind.name}: {sorted(kind.rules)} expected: {told}"
    return "fine", ""


@pytest.fixture(scope="module")
def synthetic() -> tuple[dict[str, Any], Made]:
    document = json.loads(json.dumps(yaml.safe_load(SYNTHETIC.read_text())))
    return document, made(json.dumps(document).encode())


def test_there_are_enough_kinds() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) > 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_synthetic_document(kind: Kind, synthetic: tuple[dict[str, Any], Made]) -> None:
    found = list(faults(kind, synthetic[1], synthetic[0], SITES))
    assert [word for word, _ in found if word == "fine"], "it can be done nowhere"
    assert [told for word, told in found if word != "fine"] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_public_documents(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = CORPUS / name
    if not folder.is_dir():
        pytest.skip("the corpus is not here")
    path = next(item for item in sorted(folder.rglob("*")) if item.suffix in {".json", ".yaml", ".yml"})
    document = json.loads(json.dumps(yaml.load(path.read_text(), yaml.CSafeLoader), default=str))
    before = made(json.dumps(document).encode())
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    explained: set[tuple[str, str]] = set()
    kinds = (
        KINDS
        if os.environ.get("OASMITH_THOROUGH") == "all"
        else KINDS[DOCUMENTS.index(name) % SHARES :: SHARES]
    )
    for kind in kinds:
        for fault, told in faults(kind, before, document, 1):
            is_explained = fault == "severity" and (name, kind.name) in EXPLAINED
            word = "explained" if is_explained else fault
            counts[word] += 1
            wrong += [f"{word}: {told[:600]}"] if word != "fine" else []
            explained |= {(name, kind.name)} if is_explained else set()
    with capsys.disabled():
        for line in (f"\n{name}: {sum(counts.values())} mutants, {dict(counts)}", *wrong):
            print(line)  # noqa: T201 - the table
    # By which rule a change is told is held to above, where the whole document is known.
    assert (counts["silent"], counts["noise"], counts["severity"]) == (0, 0, 0), wrong
    tried = {(name, kind.name) for kind in kinds}
    assert explained == EXPLAINED.keys() & tried  # a reason that explains nothing any more is no reason
