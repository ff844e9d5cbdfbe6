"""`oasmith init`: what it prints and adds to settings."""

import subprocess
import tomllib

import pytest

from generator.command_line import command_line
from generator.config import ClientConfig, load_config
from tests.support.workplace import OVERLAY, Outcome, Workplace


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

    @pytest.mark.parametrize("target", ["oasmith.toml", "pyproject.toml"])
    def test_every_flag_is_in_what_it_writes(self, work: Workplace, target: str) -> None:
        if target == "pyproject.toml":
            work.write(target, '[project]\nname = "acme"\n')
        work.write("a b.yaml", OVERLAY.format("{target: $.info, update: {title: A}}"))
        (work.folder / ".git").mkdir()
        flags = ["--output", "src/acme api/_vendor", "--package", "acme_api", "--overlay", "a b.yaml"]
        flags += ["--tag", "Sessions", "--path", "/sess*", "--operation", "list_sessions_v1"]
        flags += ["--strict", "--allow-remote", "--root", ".."]
        assert work.run("init", "acme.yaml", "--write", *flags).status == 0
        (client,) = load_config(work.folder / target)
        assert client == ClientConfig(
            document="acme.yaml",
            output="src/acme api/_vendor",
            package="acme_api",
            overlays=("a b.yaml",),
            tags=("Sessions",),
            paths=("/sess*",),
            operations=("list_sessions_v1",),
            strict=True,
            allow_remote=True,
            root="..",
        )
        assert (work.folder / ".gitattributes").read_text().splitlines() == [
            '"/src/acme api/_vendor/acme_api/**" -text linguist-generated',
            '"/src/acme api/_vendor/acme_api/oasmith.*" -merge',
        ]
        assert work.run("generate").out.startswith("src/acme api/_vendor/acme_api: ")

    def test_every_flag_has_a_setting(self) -> None:
        """Whoever adds one to `init` adds it to what `init` writes, and to the test above."""
        given = vars(command_line(["init"]).parse_args(["init", "acme.yaml"])).keys()
        written = {
            "output",
            "package",
            "overlay",
            "tag",
            "path",
            "operation",
            "strict",
            "allow_remote",
            "root",
        }
        assert given - written == {"command", "document", "config", "write", "update_remote", "project"}

    @pytest.mark.parametrize("output", [".", "../there"])
    def test_other_folders(self, work: Workplace, output: str) -> None:
        (work.folder / ".git").mkdir()
        assert work.run("init", "acme.yaml", "--write", "--output", output).status == 0
        (client,) = load_config(work.folder / "oasmith.toml")
        assert client.output == output
        attributes = work.folder / ".gitattributes"
        assert attributes.exists() == (output == ".")
        if output == ".":
            assert attributes.read_text().startswith("/acme/** -text")

    def test_git_understands_the_attributes(self, work: Workplace) -> None:
        subprocess.run(["git", "init", "-q", "."], check=True)
        assert work.run("init", "acme.yaml", "--write", "--output", "a [b]/c*d").status == 0
        for path, text in (("a [b]/c*d/acme/x/y.py", "unset"), ("a b/cd/acme/x.py", "unspecified")):
            told = subprocess.run(
                ["git", "check-attr", "text", "--", path], check=True, capture_output=True, text=True
            )
            assert told.stdout.rstrip().endswith(f"text: {text}")
