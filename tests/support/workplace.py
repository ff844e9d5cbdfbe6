"""A folder in which the program runs, with a document in it, and ways to change that."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.folders import contents

DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
servers: [{url: "https://acme.test"}]
paths:
  /sessions:
    get:
      operationId: list_sessions_v1
      tags: [Sessions]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: cursor, in: query, schema: {type: string}}
      responses:
        "200":
          description: A page of sessions.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Session"}}
                  next_cursor: {type: [string, "null"]}
  /sessions/{id}:
    get:
      operationId: retrieve_session_v1
      tags: [Sessions]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The session.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Session"}
components:
  schemas:
    Session:
      type: object
      required: [id]
      properties:
        id: {type: string}
"""
OVERLAY = """\
overlay: 1.0.0
info: {{title: Mend, version: "1"}}
actions:
  - {}
"""
# Each changes DOCUMENT in one way.
NEW_PARAMETER = (
    "limit, in: query",
    "size, in: query, schema: {type: integer}}\n        - {name: limit, in: query",
)
NEW_COMMENT = ("components:", "# What is shared.\ncomponents:")
LESS_AN_OPERATION = (DOCUMENT[DOCUMENT.index("  /sessions/{id}:") : DOCUMENT.index("components:")], "")
OTHER_OPERATIONS = ("session", "chat")
UNRESOLVED = (
    "- {name: cursor, in: query, schema: {type: string}}",
    '- {$ref: "#/components/parameters/Gone"}',
)
MISSING = ('schema: {$ref: "#/components/schemas/Session"}', 'schema: {$ref: "#/components/schemas/Gone"}')
IGNORED = ("limit, in: query", "limit, in: nowhere")


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    status: int
    out: str
    err: str


class Workplace:
    """A folder with `acme.yaml` in it, in which the program runs."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.write("acme.yaml", DOCUMENT)

    def run(self, *arguments: str) -> Outcome:
        """Run the program."""
        status = main(arguments)
        return Outcome(status, *self._capsys.readouterr())

    def write(self, path: str, text: str) -> None:
        """Write a file, and the folders that it needs."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def change(self, old: str, new: str, path: str = "acme.yaml") -> None:
        """Replace a text in a file."""
        before = (self.folder / path).read_text("utf-8")
        assert old in before
        self.write(path, before.replace(old, new))

    def contents(self) -> dict[str, bytes | None]:
        """Return everything in the folder."""
        return contents(self.folder)
