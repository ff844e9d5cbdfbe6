"""References to URLs: fetched where that is allowed, pinned, and left in peace by a clean check."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.reading.files import digest
from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.folders import contents
from tests.support.http_server import HttpServer, Reply, json_reply
from tests.support.site import Site, open_site

ROOT = Path(__file__).parents[3]
DOCUMENT = """\
openapi: 3.1.0
info: {{title: Acme, version: "1"}}
paths:
  /notes/{{id}}:
    get:
      operationId: get_note
      tags: [Notes]
      parameters:
        - {{name: id, in: path, required: true, schema: {{type: string}}}}
      responses:
        "200":
          description: The note.
          content:
            application/json:
              schema: {{$ref: "{url}/schemas/note.yaml#/Note"}}
"""
NOTE = """\
Note:
  type: object
  required: [text]
  properties:
    text: {type: string}
    author: {$ref: "people/author.json#/$defs/Author"}
"""
AUTHOR = '{"$defs": {"Author": {"type": "object", "properties": {"name": {"type": "string"}}}}}'


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    status: int
    out: str
    err: str


class Workplace:
    """A folder with `acme.yaml`, which refers to a site, in it."""

    def __init__(self, folder: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.site = site
        self.document = folder / "acme.yaml"
        self.document.write_text(DOCUMENT.format(url=site.url))
        self.lock = folder / "oasmith.lock"
        self.note = f"{site.url}/schemas/note.yaml"
        self.author = f"{site.url}/schemas/people/author.json"
        self._capsys = capsys

    def run(self, command: str, *arguments: str, allow: bool = True) -> Outcome:
        """Run a command on the document."""
        flags = ("--allow-remote",) if allow else ()
        status = main((command, "acme.yaml", *arguments, *flags))
        return Outcome(status, *self._capsys.readouterr())

    def pins(self) -> dict[str, Any]:
        """Return what the lock has."""
        return json.loads(self.lock.read_bytes())["references"]


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site({"/schemas/note.yaml": NOTE, "/schemas/people/author.json": AUTHOR}) as site:
        yield site


@pytest.fixture
def work(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Workplace:
    monkeypatch.chdir(tmp_path)
    return Workplace(tmp_path, site, capsys)


@pytest.fixture
def made(work: Workplace) -> Workplace:
    """A workplace in which `acme/` is generated."""
    assert work.run("generate").status == 0
    work.site.asked.clear()
    return work


def test_a_call(build: Build, flavour: Flavour, site: Site) -> None:
    package = build(DOCUMENT.format(url=site.url), allow_remote=True)
    with HttpServer(lambda _request: json_reply({"text": "Hi", "author": {"name": "A"}})) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        note = flavour.call(client.notes.get, "1")
    assert isinstance(note, package.models.Note)
    assert isinstance(note.author, package.models.Author)
    assert (note.text, note.author.name) == ("Hi", "A")


class TestGenerate:
    def test_nothing_is_fetched_without_leave(self, work: Workplace) -> None:
        before = contents(work.folder)
        run = work.run("generate", allow=False)
        assert run == Outcome(
            2,
            "",
            f"acme.yaml:15:24: error[remote-reference]: '{work.note}' is not fetched: "
            "save it beside the document and refer to the file, or allow it with --allow-remote\n",
        )
        assert (work.site.asked, contents(work.folder)) == ([], before)

    def test_leave_by_configuration(self, work: Workplace) -> None:
        settings = '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\nallow_remote = true\n'
        (work.folder / "oasmith.toml").write_text(settings)
        assert main(["generate"]) == 0
        assert list(work.pins()) == [work.note, work.author]

    def test_what_was_fetched_is_pinned(self, work: Workplace) -> None:
        run = work.run("generate")
        assert (run.status, run.err) == (0, "")
        assert work.pins() == {
            work.note: {"digest": digest(NOTE.encode()), "packages": ["acme"]},
            work.author: {"digest": digest(AUTHOR.encode()), "packages": ["acme"]},
        }
        manifest = json.loads((work.folder / "acme/oasmith.json").read_bytes())
        assert manifest["inputs"]["references"] == {
            work.note: digest(NOTE.encode()),
            work.author: digest(AUTHOR.encode()),
        }
        assert manifest["models"] == {
            f"{work.note}#/Note": "models.note.Note",
            f"{work.author}#/$defs/Author": "models.author.Author",
        }

    def test_again_is_the_same(self, made: Workplace) -> None:
        before = contents(made.folder)
        assert made.run("generate").status == 0
        assert contents(made.folder) == before

    def test_a_changed_document_is_refused_and_then_accepted(self, made: Workplace) -> None:
        made.site.pages["/schemas/people/author.json"] = AUTHOR.replace("name", "title")
        before = contents(made.folder)
        assert made.run("generate") == Outcome(
            2,
            "",
            f"{made.note}:6:14: error[remote-changed]: '{made.author}' is no longer what oasmith.lock has: "
            "where that is as it should be, accept it with `oasmith generate --update-remote`\n",
        )
        assert contents(made.folder) == before
        assert made.run("generate", "--update-remote", allow=False).status == 0
        assert made.pins()[made.author]["digest"] == digest(AUTHOR.replace("name", "title").encode())
        assert "title: str" in (made.folder / "acme/models/author.py").read_text()
        assert made.run("check").status == 0

    def test_what_is_no_longer_used_is_no_longer_pinned(self, made: Workplace) -> None:
        made.site.pages["/schemas/note.yaml"] = NOTE.replace(
            '{$ref: "people/author.json#/$defs/Author"}', "{}"
        )
        assert made.run("generate", "--update-remote").status == 0
        assert list(made.pins()) == [made.note]
        text = made.document.read_text()
        made.document.write_text(text.replace(f'$ref: "{made.note}#/Note"', "type: object"))
        assert made.run("generate", allow=False).status == 0
        assert not made.lock.exists()

    def test_packages_whose_documents_share_a_folder(self, made: Workplace) -> None:
        assert made.run("generate", "--package", "other").status == 0
        assert [pin["packages"] for pin in made.pins().values()] == [["acme", "other"]] * 2
        text = made.document.read_text()
        made.document.write_text(text.replace(f'$ref: "{made.note}#/Note"', "type: object"))
        assert made.run("generate", "--package", "other").status == 0
        assert [pin["packages"] for pin in made.pins().values()] == [["acme"]] * 2
        made.document.write_text(text)
        assert made.run("check").status == 0

    def test_an_unused_schema_that_cannot_be_fetched(self, work: Workplace) -> None:
        unused = f'components: {{schemas: {{Unused: {{$ref: "{work.site.url}/gone.yaml"}}}}}}\n'
        work.document.write_text(work.document.read_text() + unused)
        run = work.run("generate")
        assert run == Outcome(
            2,
            "",
            f"acme.yaml:16:33: error[remote-failure]: '{work.site.url}/gone.yaml' cannot be fetched: "
            "the server answers 404 Not Found\n",
        )

    def test_a_document_that_is_too_large(self, work: Workplace) -> None:
        work.site.pages["/schemas/note.yaml"] = Reply(body=b" " * (64 * 2**20 + 1))
        run = work.run("generate")
        assert run == Outcome(
            2,
            "",
            f"acme.yaml:15:24: error[remote-failure]: '{work.note}' cannot be fetched: "
            "it is larger than 64 MiB\n",
        )

    def test_a_fault_in_a_fetched_document(self, work: Workplace) -> None:
        work.site.pages["/schemas/note.yaml"] = "Note: [\n"
        assert work.run("generate").err == (
            f"{work.note}:2:1: error[invalid-yaml]: not valid YAML: did not find expected node content\n"
        )
        assert not work.lock.exists()
        work.site.pages["/schemas/note.yaml"] = NOTE.replace("$defs/Author", "$defs/Auther")
        run = work.run("generate")
        assert run.status == 0
        assert run.err == (
            f"{work.note}:6:14: warning[missing-schema]: 'people/author.json#/$defs/Auther' "
            f"does not exist; did you mean 'Author'? Any value is accepted. Mend it in {work.note}\n"
        )


class TestCheck:
    def test_clean_without_a_server(self, made: Workplace) -> None:
        before = contents(made.folder)
        for flags in ((), ("--allow-remote",)):
            program = (
                "import sys; from generator.cli import main; status = main(); "
                "print(status, *{'http.client', 'urllib.request', 'ssl', 'yaml', 'pydantic', 'jinja2'} "
                "& sys.modules.keys())"
            )
            run = subprocess.run(
                [sys.executable, "-c", program, "check", "acme.yaml", *flags],
                capture_output=True,
                text=True,
                check=False,
                env={"PYTHONPATH": str(ROOT)},
            )
            assert (run.stdout, run.stderr) == ("acme: up to date\n0\n", "")
        assert made.site.asked == []
        assert contents(made.folder) == before

    def test_a_clean_check_does_not_care_what_the_server_has(self, made: Workplace) -> None:
        made.site.pages.clear()
        assert made.run("check") == Outcome(0, "acme: up to date\n", "")

    def test_other_bytes_were_accepted_for_another_package(self, made: Workplace) -> None:
        made.site.pages["/schemas/people/author.json"] = AUTHOR.replace("name", "title")
        assert made.run("generate", "--package", "other", "--update-remote").status == 0
        run = made.run("check")
        assert run.status == 3
        assert run.out.splitlines()[1] == f"  the document {made.author} has changed"

    def test_no_lock(self, made: Workplace) -> None:
        made.lock.unlink()
        assert made.run("check") == Outcome(
            1,
            f"acme: out of date\n  oasmith.lock does not have {made.note}\n"
            f"  oasmith.lock does not have {made.author}\n"
            "  run `oasmith generate` to bring it up to date\n",
            "",
        )
        assert not made.lock.exists()
        assert made.run("generate").status == 0
        assert made.run("check").status == 0

    def test_drift_is_held_against_the_lock(self, made: Workplace) -> None:
        made.document.write_text(made.document.read_text().replace("The note.", "A note."))
        assert made.run("check").status == 1
        made.site.pages["/schemas/note.yaml"] = NOTE.replace("text", "body")
        before = contents(made.folder)
        run = made.run("check")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith(f"acme.yaml:15:24: error[remote-changed]: '{made.note}' is no longer ")
        assert contents(made.folder) == before

    def test_drift_and_no_server(self, made: Workplace) -> None:
        made.document.write_text(made.document.read_text().replace("The note.", "A note."))
        made.site.pages.clear()
        run = made.run("check")
        assert run == Outcome(
            2,
            "",
            f"acme.yaml:15:24: error[remote-failure]: '{made.note}' cannot be fetched: "
            "the server answers 404 Not Found\n",
        )


@pytest.mark.parametrize("command", [("inspect",), ("explain",), ("init",), ("diff", "acme.yaml")])
def test_other_commands_read_the_lock_and_never_write_it(command: tuple[str, ...], work: Workplace) -> None:
    assert work.run(*command).status == 0
    assert not work.lock.exists()
    assert work.run("generate").status == 0
    before = contents(work.folder)
    work.site.pages["/schemas/note.yaml"] = NOTE.replace("text", "body")
    run = work.run(*command)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("acme.yaml:15:24: error[remote-changed]: ")
    assert contents(work.folder) == before


def test_places_in_fetched_documents(work: Workplace) -> None:
    work.site.pages["/schemas/note.yaml"] = NOTE.replace("text: {type: string}", "text: {type: strin}")
    run = work.run("inspect")
    assert run.out.splitlines()[1].startswith(f"{work.note}:5:")
    assert f"({work.note}:1:1)" in work.run("explain", "Note").out


def test_a_query_of_a_url_names_nothing(work: Workplace) -> None:
    work.site.pages["/it.yaml?ref=other/branch.yaml"] = "type: object\nproperties: {a: {type: string}}\n"
    text = work.document.read_text()
    work.document.write_text(
        text.replace(f"{work.note}#/Note", f"{work.site.url}/it.yaml?ref=other/branch.yaml")
    )
    assert work.run("generate").status == 0
    manifest = json.loads((work.folder / "acme/oasmith.json").read_bytes())
    assert list(manifest["models"].values()) == ["models.it.It"]


def test_init_keeps_the_leave(work: Workplace) -> None:
    assert "\nallow_remote = true" in work.run("init").out
