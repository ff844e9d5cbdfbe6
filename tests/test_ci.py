"""The GitHub Action and the job for GitLab: their shell steps, run as the runners run them."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.environments import clean_environment

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
JOB: dict[str, Any] = yaml.safe_load((ROOT / "docs/gitlab.yml").read_text())["oasmith"]
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
OLD = """openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /pets:
    get:
      operationId: list_pets
      parameters:
      - {name: deep, in: query, schema: {type: integer}}
      responses: {"200": {description: d, content: {application/json: {schema: {type: string}}}}}
"""
BROKEN = OLD.replace("integer", "boolean")
WIDER = OLD.replace(
    "      responses", "      - {name: wide, in: query, schema: {type: string}}\n      responses"
)
# Stands for `gh` and `curl`: keeps what it was called with, and prints what it is told to.
FAKE = """#!/usr/bin/env bash
printf '%s\\n' "$@" -- >> "$FAKE_LOG"
for word; do case "$word" in *body*@*) cat "${word#*@}" >> "$FAKE_LOG"; esac; done
case "$*" in *--paginate*) printf '%s' "$FAKE_FOUND" ;; esac
exit "${FAKE_STATUS:-0}"
"""


@dataclass(frozen=True)
class Runner:
    """A runner of GitHub: its temporary folder, with oasmith installed, and a checkout."""

    temporary: Path
    checkout: Path

    def run(self, name: str, known: Mapping[str, str], **further: str) -> subprocess.CompletedProcess[str]:
        """Run a step as `shell: bash` does; expressions in its `env` stand for what is known."""
        step = STEPS[name]
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]  # a value would be a part of the program
        values = {
            key: EXPRESSION.sub(lambda found: known[found[1]], text) for key, text in step["env"].items()
        }
        return bash(step["run"], self.checkout, **self.files(), **values, **further)

    def files(self) -> dict[str, str]:
        """Return the environment variables that name files and folders."""
        names = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "FAKE_LOG")
        return {"RUNNER_TEMP": str(self.temporary), **{name: str(self.checkout / name) for name in names}}

    def outputs(self) -> dict[str, str]:
        """Return the outputs of the step that compares, by the names in expressions."""
        lines = (self.checkout / "GITHUB_OUTPUT").read_text().splitlines()
        return {
            f"steps.report.outputs.{key}": value for key, _, value in (line.partition("=") for line in lines)
        }

    def compare(self, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        """Compare, and return what is known then."""
        known = {f"inputs.{name}": str(item["default"]) for name, item in ACTION["inputs"].items()}
        known |= {f"inputs.{name}": value for name, value in inputs.items()}
        run = self.run("Compare", known)
        return run, known | (self.outputs() if run.returncode == 0 else {})


def bash(script: str, folder: Path, **further: str) -> subprocess.CompletedProcess[str]:
    environment = clean_environment(
        PATH=f"{folder.parent / 'fakes'}{os.pathsep}{os.environ['PATH']}",
        PYTHONPATH=sysconfig.get_path("purelib"),
        **further,
    )
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's temporary folder after the step that installs, from the packages that tests run with."""
    folder = tmp_path_factory.mktemp("runner")
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    run = Runner(folder, folder).run("Install oasmith", {"github.action_path": str(ROOT)}, **offline)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture
def runner(installed: Path, tmp_path: Path) -> Runner:
    fakes = tmp_path / "fakes"
    fakes.mkdir()
    for name in ("gh", "curl"):
        (fakes / name).write_text(FAKE)
        (fakes / name).chmod(0o755)
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name, text in (("old.yaml", OLD), ("broken.yaml", BROKEN), ("wider.yaml", WIDER)):
        (checkout / name).write_text(text)
    return Runner(installed, checkout)


def test_what_is_installed_has_the_versions_of_the_lock(installed: Path) -> None:
    lines = (installed / "oasmith-versions.txt").read_text().splitlines()
    assert "ruff==0.17.6" in lines
    assert not [line for line in lines if "hash" in line or line.endswith("\\")]


@pytest.mark.parametrize(
    ("new", "fail_on", "result", "status"),
    [
        ("old.yaml", "", "clean", 0),
        ("wider.yaml", "", "drift", 0),
        ("wider.yaml", "any", "drift", 1),
        ("broken.yaml", "", "breaking", 1),
        ("broken.yaml", "none", "breaking", 0),
        ("broken.yaml", "sometimes", "breaking", 2),
        ("missing.yaml", "none", "error", 2),
    ],
)
def test_a_diff(runner: Runner, new: str, fail_on: str, result: str, status: int) -> None:
    run, known = runner.compare(command="diff", old="old.yaml", new=new, **{"fail-on": fail_on})
    assert (run.returncode, known["steps.report.outputs.result"]) == (0, result), run.stderr
    report = Path(known["steps.report.outputs.report"]).read_text()
    assert ("## Breaking" in report) is (result == "breaking")
    assert (runner.checkout / "GITHUB_STEP_SUMMARY").read_text() == report != ""
    assert runner.run("Fail on what breaks", known).returncode == status


def test_a_check_fails_on_any_drift(runner: Runner) -> None:
    arguments = "old.yaml\n--package\npets $(touch evil)\n"
    run, known = runner.compare(arguments=arguments)
    assert known["steps.report.outputs.result"] == "error"  # it is one word, and the name of no package
    assert not (runner.checkout / "evil").exists()
    (runner.checkout / "GITHUB_OUTPUT").unlink()
    run, known = runner.compare(arguments="old.yaml\n\n--package\npets\n")
    assert (run.returncode, known["steps.report.outputs.result"]) == (0, "drift")
    assert runner.run("Fail on what breaks", known).returncode == 1


def test_another_command(runner: Runner) -> None:
    run, _ = runner.compare(command="generate")
    assert (run.returncode, "it is check or diff" in run.stdout) == (2, True)


@pytest.mark.parametrize(
    ("new", "found", "sent"),
    [
        ("broken.yaml", "", "POST\nrepos/acme/pets/issues/7/comments\n"),
        ("broken.yaml", "41\n42", "PATCH\nrepos/acme/pets/issues/comments/41\n"),
        ("old.yaml", "41", "PATCH\nrepos/acme/pets/issues/comments/41\n"),
        ("old.yaml", "", None),
    ],
)
def test_a_report_is_posted_once(runner: Runner, new: str, found: str, sent: str | None) -> None:
    _, known = runner.compare(command="diff", old="old.yaml", new=new)
    run = post(runner, known, FAKE_FOUND=found)
    log = (runner.checkout / "FAKE_LOG").read_text()
    assert (run.returncode, run.stdout) == (0, "")
    assert ("--method" in log) is (sent is not None)
    if sent is not None:
        assert sent in log
        assert "<!-- oasmith: default -->\n" in log.partition(sent)[2]


def test_a_token_that_may_not_post_is_told(runner: Runner) -> None:
    _, known = runner.compare(command="diff", old="old.yaml", new="broken.yaml")
    run = post(runner, known, FAKE_FOUND="", FAKE_STATUS="1")
    assert (run.returncode, run.stdout.startswith("::warning::")) == (0, True)


def test_a_long_report_fits_into_a_comment(runner: Runner) -> None:
    _, known = runner.compare(command="diff", old="old.yaml", new="broken.yaml")
    Path(known["steps.report.outputs.report"]).write_text("- a change with words\n" * 10_000)
    assert post(runner, known, FAKE_FOUND="").returncode == 0
    assert 50_000 < len((runner.temporary / "oasmith-comment.md").read_text()) < 65_536


def post(runner: Runner, known: Mapping[str, str], **further: str) -> subprocess.CompletedProcess[str]:
    further |= {"GITHUB_REPOSITORY": "acme/pets"}
    return runner.run(
        "Post the report", {**known, "inputs.token": "t", "github.event.pull_request.number": "7"}, **further
    )


@pytest.mark.parametrize(("new", "status", "posts"), [(OLD, 0, False), (WIDER, 0, True), (BROKEN, 3, True)])
def test_the_job_of_gitlab(runner: Runner, new: str, status: int, posts: bool) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    (runner.checkout / "openapi.yaml").write_text(OLD)
    for arguments in (("init", "-qb", "main"), ("add", "."), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *arguments], cwd=runner.checkout, check=True)
    subprocess.run(["git", "remote", "add", "origin", "."], cwd=runner.checkout, check=True)
    (runner.checkout / "openapi.yaml").write_text(new)
    (runner.checkout.parent / "fakes/oasmith").symlink_to(runner.temporary / "oasmith/bin/oasmith")
    variables = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
    }
    variables |= {"CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "6", "OASMITH_TOKEN": "t", **JOB["variables"]}
    run = bash("\n".join(JOB["script"]), runner.checkout, **runner.files(), **variables)
    log = runner.checkout / "FAKE_LOG"
    assert run.returncode == status, run.stderr
    assert log.exists() is posts
    if posts:
        assert "https://gitlab.example/api/v4/projects/5/merge_requests/6/notes" in log.read_text()
        assert run.stdout in log.read_text()


def test_versions_are_pinned() -> None:
    version = subprocess.run(
        [sys.executable, "-m", "generator", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()[1]
    assert f'pip install --quiet "oasmith=={version}"' in JOB["before_script"]
    assert [step["uses"] for step in STEPS.values() if "uses" in step] == []  # nobody else's action is run
