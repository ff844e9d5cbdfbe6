"""No line of a package ends in blanks, whatever texts do: what hooks strip would be edits by hand."""

import json
import re
from pathlib import Path

from generator.config import ClientConfig, ProjectConfig
from generator.pipeline import generate

TEXT = json.dumps(
    "First.  \nSecond. \n\n   \n\t\nThird,\ta tab: \n\n- item  \n  more \n\n"
    "```\ncode  \n\n  more\n```\n\n| a | b |\n|---|---|\n| 1 |  |\n  "
)
LIMIT = f"{{name: limit, in: query, description: {TEXT}, schema: {{type: integer, description: {TEXT}}}}}"
INNER = f"{{type: object, description: {TEXT}, properties: {{a: {{type: integer, description: {TEXT}}}}}}}"
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: "Title ", version: "1", description: {TEXT}}}
tags: [{{name: things, description: {TEXT}}}]
paths:
  /things:
    summary: {TEXT}
    get:
      operationId: list
      tags: [things]
      summary: {TEXT}
      description: {TEXT}
      parameters: [{LIMIT}]
      responses:
        "200":
          description: {TEXT}
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
        "404": {{description: {TEXT}}}
    post:
      operationId: make
      tags: [things]
      deprecated: true
      description: {TEXT}
      requestBody:
        description: {TEXT}
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
      responses: {{"201": {{description: {TEXT}}}}}
components:
  securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key, description: {TEXT}}}}}
  schemas:
    Kind: {{type: string, enum: [a, b], description: {TEXT}, x-enum-descriptions: [{TEXT}, {TEXT}]}}
    Alias: {{oneOf: [{{type: string}}, {{type: integer}}], description: {TEXT}}}
    Thing:
      title: {TEXT}
      description: {TEXT}
      type: object
      required: [name]
      properties:
        name: {{type: string, description: {TEXT}, example: {TEXT}}}
        kind: {{$ref: '#/components/schemas/Kind', description: {TEXT}}}
        alias: {{$ref: '#/components/schemas/Alias', default: {TEXT}}}
        inner: {INNER}
"""


def test_no_line_ends_in_blanks(tmp_path: Path) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(DOCUMENT, "utf-8")
    generate(
        ClientConfig(
            document=str(source),
            output=str(tmp_path / "out"),
            package="api",
            project=ProjectConfig(name="api"),
        )
    )
    files = [
        file for file in (tmp_path / "out").rglob("*") if file.suffix not in {".bz2", ""} and file.is_file()
    ]
    texts = {file.relative_to(tmp_path): file.read_text("utf-8") for file in files}
    assert len(texts) > 100
    assert {str(name) for name, text in texts.items() if re.search(r"[ \t\r]+$", text, re.MULTILINE)} == set()
    assert {str(name) for name, text in texts.items() if text and not re.search(r"[^\n]\n\Z", text)} == set()
