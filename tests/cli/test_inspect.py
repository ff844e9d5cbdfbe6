"""`oasmith inspect`: what it prints of a document."""

import json

from tests.support.workplace import IGNORED, Workplace


class TestInspect:
    def test_text(self, work: Workplace) -> None:
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml")
        first, entry = run.out.splitlines()
        assert (run.status, run.err) == (0, "")
        assert first.startswith("acme.yaml: 2 operations, 2 models; ")
        assert first.endswith(" honoured, 0 approximated, 1 ignored")
        assert entry.startswith("acme.yaml:10:11: ignored[bad-parameter]: ")

    def test_json(self, work: Workplace) -> None:
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml", "--format", "json")
        ledger = json.loads(run.out)
        assert (run.status, run.err) == (0, "")
        assert list(ledger) == ["document", "title", "counts", "entries"]
        assert list(ledger["counts"]) == ["operations", "models", "honoured", "approximated", "ignored"]
        (entry,) = ledger["entries"]
        assert entry.pop("message")
        assert entry == {
            "kind": "ignored",
            "code": "bad-parameter",
            "file": "acme.yaml",
            "pointer": "/paths/~1sessions/get/parameters/0",
            "line": 10,
            "column": 11,
        }

    def test_strict(self, work: Workplace) -> None:
        assert work.run("inspect", "acme.yaml", "--strict").status == 0
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml", "--strict")
        assert (run.status, run.err) == (2, "")
        assert "ignored[bad-parameter]" in run.out
