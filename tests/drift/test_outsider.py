"""Griffe as a second judge of what breaks the source of callers: each disagreement has its reason."""

import json
import os
from pathlib import Path
from typing import Any

import griffe
import pytest
import yaml

from generator.contract.compare import compare
from generator.diagnostics import InputError
from tests.drift.mutations import KINDS, Kind
from tests.drift.outsider import BLIND, breakages, read
from tests.drift.test_mutations import SITES, SYNTHETIC, mutants
from tests.support.contracts import Made, made

# Without all of them, those of which griffe is not known to see nothing are tried at one site.
ALL = os.environ.get("OASMITH_THOROUGH") == "all"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Made, griffe.Module]:
    document = json.loads(json.dumps(yaml.safe_load(SYNTHETIC.read_text())))
    package = made(json.dumps(document).encode())
    return document, package, read(package, tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_griffe_calls_breaking_is_told_as_that(
    kind: Kind, before: tuple[dict[str, Any], Made, griffe.Module], tmp_path: Path
) -> None:
    document, package, old = before
    blind: set[bool] = set()
    for number, mutant in enumerate(mutants(kind, document, SITES if ALL or kind.name in BLIND else 1)):
        try:
            after = made(json.dumps(mutant, default=str).encode(), before=package)
        except InputError:
            continue
        changes = compare(package.contract, after.contract)
        theirs = list(breakages(old, read(after, tmp_path / str(number))))
        ours = {change.id for change in changes if change.breaking and change.aspect == "source"}
        blind.add(bool(ours) and not theirs)
        assert (kind.name in BLIND) or bool(ours) == bool(theirs), (ours, theirs)
    # A reason that explains nothing any more is no reason.
    assert (kind.name in BLIND) == (True in blind)


def test_each_reason_is_that_of_a_kind() -> None:
    assert BLIND.keys() <= {kind.name for kind in KINDS}
