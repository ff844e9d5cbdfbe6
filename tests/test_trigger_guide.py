"""`docs/trigger.md` is true: its calls are those of the client, and the tests that it names are there."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/trigger.md").read_text(encoding="utf-8")
MANIFEST = json.loads((ROOT / "generated/trigger_dev/oasmith.json").read_text(encoding="utf-8"))
# What users of the official SDK call most; each has a call here.
CALLED = """
sessions.list sessions.start sessions.retrieve sessions.update sessions.close runs.list runs.retrieve
runs.cancel runs.replay runs.reschedule runs.poll tags.add runs.bulk.cancel runs.bulk.replay
tasks.trigger tasks.batchTrigger batch.trigger batch.retrieve schedules.create schedules.list
schedules.retrieve schedules.update schedules.del schedules.activate schedules.deactivate
schedules.timezones queues.list queues.retrieve queues.pause queues.resume
queues.overrideConcurrencyLimit queues.resetConcurrencyLimit envvars.list envvars.create envvars.retrieve
envvars.update envvars.upload envvars.del wait.createToken wait.listTokens wait.retrieveToken
wait.completeToken deployments.list query.execute idempotencyKeys.reset
"""


def rows(heading: str) -> list[list[str]]:
    """The cells of a section's table, without its head."""
    section = TEXT.split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_call_is_told_with_its_request() -> None:
    told = {call: code(request)[0] for here, _, request in rows("The calls") for call in code(here)}
    made = {
        call: f"{operation['method']} {operation['path']}"
        for operation in MANIFEST["operations"]
        for call in (*operation.get("methods", {operation["call"]: {}}), operation.get("poll"))
        if call is not None
    }
    assert told == made


def test_what_users_of_the_official_sdk_call_is_there() -> None:
    theirs = {call for _, cell, _ in rows("The calls") for call in code(cell)}
    assert {*CALLED.split()} - theirs == set()


def test_each_fact_is_held_by_tests_that_are_there() -> None:
    facts = rows("Where the server differs")
    assert len(facts) >= 28
    for place, _, mended, held in facts:
        assert mended, place
        assert code(held), place
        for name in code(held):
            folder = ROOT / "tests" if name == "test_spec.py" else ROOT / "tests/cases/sessions"
            assert (folder / name).is_file(), place
