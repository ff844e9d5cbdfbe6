"""`oasmith init`: what it prints and adds to settings."""

import tomllib

import pytest

from generator.config import load_config
from tests.support.workplace import Outcome, Workplace


class TestInit:
    def test_prints(self, work: Workplace) -> None:
        before = work.contents()
        run = work.run("init", "acme.yaml")
        expected = {"clients": [{"document": "acme.yaml", "output": "src", "package": "acme"}]}
        assert (run.status, run.err, tomllib.loads(run.out)) == (0, "", expected)
        assert work.contents() == before

    def test_everything_that_it_offers_can_be_set(self, work: Workplace) -> None:
        schemes = '  securitySchemes: {"api key": {type: apiKey, in: header, name: X-Key}}\n'
        work.change("components:\n", f"components:\n{schemes}")
        lines = work.run("init", "acme.yaml").out.splitlines()
        work.write("oasmith.toml", "\n".join(line.removeprefix("# ") for line in lines))
        (client,) = load_config(work.folder / "oasmith.toml")
        assert list(client.credentials) == ["api key"]
        assert work.run("generate").status == 0
        assert work.run("check").status == 0

    @pytest.mark.parametrize("target", ["oasmith.toml", "pyproject.toml"])
    def test_writes(self, work: Workplace, target: str) -> None:
        if target == "pyproject.toml":
            work.write(target, '[project]\nname = "acme"\n')
        assert work.run("init", "acme.yaml", "--write") == Outcome(0, f"wrote {target}\n", "")
        (client,) = load_config(work.folder / target)
        assert (client.document, client.output, client.package) == ("acme.yaml", "src", "acme")
        assert work.run("generate").out.startswith("src/acme: ")
        before = work.contents()
        again = work.run("init", "acme.yaml", "--write")
        assert again == Outcome(
            2, "", f"{target}: error[already-configured]: it configures oasmith already\n"
        )
        assert work.contents() == before
