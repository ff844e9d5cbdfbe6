"""The program as a process: its arguments, its end, and what it does without."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.support.workplace import Outcome, Workplace

ROOT = Path(__file__).parents[2]


class TestProgram:
    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            main(["--version"])
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        assert (exit_.value.code, capsys.readouterr()) == (0, (f"oasmith {project['version']}\n", ""))

    def test_an_older_python_is_told_what_is_needed(self) -> None:
        older = "import runpy, sys; sys.version_info = (3, 10, 1); "
        code = f"{older}runpy.run_module('generator', None, '__main__')"
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr.startswith("oasmith needs Python 3.11 or later, and this is ")

    @pytest.mark.parametrize("command", ["generate", "check", "diff", "explain", "inspect", "init"])
    def test_help_says_what_each_argument_is_for(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        monkeypatch.setenv("COLUMNS", "500")
        with pytest.raises(SystemExit):
            main([command, "--help"])
        out = capsys.readouterr().out
        arguments = re.findall(
            r"^  (\S+(?: \S+)*)( {2,}\S|\n {9,}\S)?", out.partition("\n\n")[2], re.MULTILINE
        )
        assert arguments
        assert [name for name, about in arguments if not about.strip()] == []
        assert ("the package is written into" in out) is (command in {"generate", "check"})

    @pytest.mark.parametrize("arguments", [[], ["generat"], ["generate", "--format", "json"]])
    def test_bad_usage(self, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        assert exit_.value.code == 2
        assert capsys.readouterr().err.startswith("usage: oasmith ")

    def test_the_module_and_the_console_script_are_one_program(self, work: Workplace) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        assert project["scripts"] == {"oasmith": "generator.cli:run"}
        command = [sys.executable, "-m", "generator", "generate", "missing.yaml"]
        run = subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
        )
        assert Outcome(run.returncode, run.stdout, run.stderr) == work.run("generate", "missing.yaml")

    @pytest.mark.usefixtures("work")
    def test_a_reader_that_goes_away(self) -> None:
        command = [sys.executable, "-m", "generator", "explain", "acme.yaml"]
        read, write = os.pipe()
        os.close(read)
        run = subprocess.run(
            command, stdout=write, stderr=subprocess.PIPE, check=False, env={"PYTHONPATH": str(ROOT)}
        )
        os.close(write)
        assert (run.returncode, run.stderr) == (141, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    @pytest.mark.usefixtures("made")
    @pytest.mark.parametrize("command", ["generate", "check", "inspect", "explain"])
    def test_output_that_cannot_be_written(self, command: str) -> None:
        line = f"{sys.executable} -m generator {command} acme.yaml"
        for redirect, reason in (
            (">&-", "is closed, and cannot be written"),
            (">/dev/full", "cannot be written: no space left on device"),
        ):
            run = subprocess.run(
                ["sh", "-c", f"{line} {redirect}"],
                capture_output=True,
                text=True,
                check=False,
                env={"PYTHONPATH": str(ROOT)},
            )
            told = f"error[unwritable-stdout]: standard output {reason}\n"
            assert (run.returncode, run.stderr) == (2, told)


def test_schemas_that_are_nested_too_deeply_end_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas: dict[str, Any] = {
        f"A{number}": {"allOf": [{"$ref": f"#/components/schemas/A{number + 1}"}, {"required": ["a"]}]}
        for number in range(3000)
    }
    document = {"openapi": "3.1.0", "components": {"schemas": schemas | {"A3000": {"type": "object"}}}}
    source = tmp_path / "deep.json"
    source.write_text(json.dumps(document), "utf-8")
    assert main(["generate", str(source), "--output", str(tmp_path)]) == 2
    assert "error[too-deep]" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932", "utf-8"])
@pytest.mark.parametrize(
    "command", [["explain"], ["inspect"], ["inspect", "--format", "json"], ["diff", "--format", "json"]]
)
def test_what_an_encoding_lacks_is_printed_as_an_escape(
    tmp_path: Path, encoding: str, command: list[str]
) -> None:
    text = "\U0001f600 \u2603 \u00e9"
    content = "{application/json: {schema: {$ref: '#/components/schemas/%s'}}}"
    paths = "paths: {/a: {get: {operationId: get_a, responses: {'200': {description: d, content: %s}}}}}"
    for name, said in (("old.yaml", "old"), ("new.yaml", text)):
        lines = ["openapi: 3.1.0", "info: {title: T, version: '1'}", paths % (content % said)]
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    documents = ["old.yaml", "new.yaml"] if command[0] == "diff" else ["new.yaml"]
    run = subprocess.run(
        [sys.executable, "-m", "generator", command[0], *documents, *command[1:]],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "PYTHONIOENCODING": f"{encoding}:strict"},
    )
    assert (run.returncode, b"internal-error" in run.stderr) == (0, False)
    out = run.stdout.decode(encoding)
    if "json" in command:
        out = json.dumps(json.loads(out), ensure_ascii=False)
    if command[0] == "inspect":
        escaped = text.encode(encoding, "backslashreplace").decode(encoding)
        assert (text if "json" in command else escaped) in out
