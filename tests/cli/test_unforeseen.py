"""What goes wrong in the program itself."""

import pytest

from tests.support.workplace import Outcome, Workplace


class TestUnforeseen:
    """What goes wrong in the program itself."""

    @pytest.mark.parametrize("command", ["generate", "check", "explain", "inspect", "init"])
    def test_it_is_told_and_no_traceback(
        self, work: Workplace, command: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("generator.pipeline.lower", _fail)
        assert work.run(command, "acme.yaml") == Outcome(
            2,
            "",
            "error[internal-error]: oasmith itself failed (KeyError: 'a b'); please report it, with the "
            "document if you may share it; OASMITH_TRACEBACK=1 prints where it happened\n",
        )

    def test_the_traceback_can_be_had(self, work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("generator.pipeline.lower", _fail)
        monkeypatch.setenv("OASMITH_TRACEBACK", "1")
        run = work.run("generate", "acme.yaml")
        assert run.status == 2
        assert run.err.startswith("Traceback (most recent call last):\n")
        assert "in _fail\n" in run.err
        assert run.err.splitlines()[-1].startswith("error[internal-error]: ")


def _fail(*_: object) -> None:
    raise KeyError("a b")
