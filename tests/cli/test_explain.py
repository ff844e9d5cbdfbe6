"""`oasmith explain`: what it prints of a call, an id or a model."""

import pytest

from tests.support.workplace import Outcome, Workplace


class TestExplain:
    def test_everything(self, work: Workplace) -> None:
        run = work.run("explain", "acme.yaml")
        conclusion, reason = run.out.splitlines()
        assert (run.status, run.err) == (0, "")
        assert conclusion == "sessions.list: pages of 'data': 'next_cursor' goes to 'cursor'"
        assert reason.startswith(
            "    because the response has the list 'data' and the cursor 'next_cursor', "
        )
        assert reason.endswith("(acme.yaml:6:5)")

    @pytest.mark.parametrize("name", ["sessions.list", "list_sessions_v1"])
    def test_an_operation(self, work: Workplace, name: str) -> None:
        run = work.run("explain", "acme.yaml", name)
        assert (run.status, run.err) == (0, "")
        assert run.out.splitlines()[:3] == [
            "sessions.list -> Pager[Session]",
            "    GET /sessions (acme.yaml:6:5)",
            "    name: resource from the path, method from request and path",
        ]
        assert "    pagination: pages of 'data': 'next_cursor' goes to 'cursor'\n" in run.out

    def test_what_is_taken_of_a_url(self, work: Workplace) -> None:
        told = "    pagination: where 'next' is a URL, its 'cursor' is the cursor\n"
        assert told not in work.run("explain", "acme.yaml", "sessions.list").out
        work.change("next_cursor: {", "next: {description: Where it goes on, ")
        assert told in work.run("explain", "acme.yaml", "sessions.list").out

    @pytest.mark.parametrize("name", ["Session", "models.Session", "/components/schemas/Session"])
    def test_a_model(self, work: Workplace, name: str) -> None:
        run = work.run("explain", "acme.yaml", name)
        assert run == Outcome(
            0, "models.Session (models/session.py)\n    name: named by the document (acme.yaml:37:5)\n", ""
        )

    def test_what_the_client_gives(self, work: Workplace) -> None:
        work.write(
            "oasmith.toml",
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\nclient_parameters = ["limit"]\n',
        )
        run = work.run("explain", "acme.yaml", "sessions.list", "--package", "acme")
        assert "    argument limit: query limit, the client's 'limit' by default\n" in run.out
        run = work.run("explain", "acme.yaml", "--package", "acme")
        conclusion, reason = run.out.splitlines()[-2:]
        assert conclusion == "AcmeClient: the client takes 'limit', too, for all calls that do not give it"
        assert reason.startswith("    because the settings have it in 'client_parameters' (acme.yaml:")

    def test_an_unknown_name(self, work: Workplace) -> None:
        message = "there is no operation or model 'sessions.lst'; did you mean 'sessions.list'?"
        run = work.run("explain", "acme.yaml", "sessions.lst")
        assert run == Outcome(2, "", f"acme.yaml: error[unknown-name]: {message}\n")
