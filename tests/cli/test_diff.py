"""`oasmith diff`: what it prints, and the status it ends with."""

import json
from typing import Any

from tests.support.workplace import (
    DOCUMENT,
    LESS_AN_OPERATION,
    NEW_PARAMETER,
    OTHER_OPERATIONS,
    Outcome,
    Workplace,
)


class TestDiff:
    def run(self, work: Workplace, form: str, change: tuple[str, str] = ("", "")) -> tuple[int, str]:
        work.write("new.yaml", DOCUMENT.replace(*change))
        run = work.run("diff", "acme.yaml", "new.yaml", "--format", form)
        assert run.err == ""
        return run.status, run.out

    def test_text(self, work: Workplace) -> None:
        assert self.run(work, "text") == (0, "No change that a user could see.\n")
        assert self.run(work, "text", NEW_PARAMETER) == (
            1,
            (
                "sessions.list has the new optional argument 'size' [parameter-added] (new.yaml:10:11)\n"
                "Compatible: a minor version.\n"
            ),
        )
        assert self.run(work, "text", LESS_AN_OPERATION) == (
            3,
            (
                "BREAKING sessions.retrieve is gone [operation-removed] (acme.yaml:24:5)\n"
                "Breaking: a major version.\n"
            ),
        )

    def test_json(self, work: Workplace) -> None:
        status, out = self.run(work, "json")
        assert (status, json.loads(out)) == (0, {"step": "none", "changes": []})
        status, out = self.run(work, "json", NEW_PARAMETER)
        message = "has the new optional argument 'size'"
        change: dict[str, Any] = {
            "subject": "sessions.list",
            "message": message,
            "breaking": False,
            "id": "parameter-added",
            "severity": "compatible",
            "aspect": "source",
            "direction": "request",
            "step": "minor",
            "reason": "calls go on without it",
            "old": {"file": "acme.yaml", "pointer": "/paths/~1sessions/get", "line": 6, "column": 5},
            "new": {
                "file": "new.yaml",
                "pointer": "/paths/~1sessions/get/parameters/0",
                "line": 10,
                "column": 11,
            },
        }
        assert (status, json.loads(out)) == (1, {"step": "minor", "changes": [change]})
        status, out = self.run(work, "json", LESS_AN_OPERATION)
        (change,) = json.loads(out)["changes"]
        assert (status, change["message"], change["breaking"]) == (3, "is gone", True)
        assert (change["old"]["file"], change["new"]) == ("acme.yaml", None)

    def test_markdown(self, work: Workplace) -> None:
        status, out = self.run(work, "markdown", OTHER_OPERATIONS)
        assert status == 3
        assert [line.partition(" (")[0] for line in out.splitlines()] == [
            "## Breaking",
            "",
            "- `models.SessionListResponse` is gone",
            "- `sessions.list` is gone",
            "- `sessions.retrieve` is gone",
            "",
            "## Compatible",
            "",
            "- `chats.list` is new",
            "- `chats.retrieve` is new",
            "- `models.ChatListResponse` is new",
            "",
            "Breaking: a major version.",
        ]

    def test_standard_input_is_one_of_the_two_at_most(self, work: Workplace) -> None:
        message = "error[bad-flags]: only one of the two documents can be `-`: standard input is read once\n"
        assert work.run("diff", "-", "-") == Outcome(2, "", message)
