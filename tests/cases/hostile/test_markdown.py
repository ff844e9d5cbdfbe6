"""A document's prose in Markdown: judged by a reader of Markdown that we did not write."""

import json
import re
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.cli import main
from generator.config import ClientConfig
from generator.pipeline import generate
from generator.python.operations.documentation import entry
from generator.python.text.markdown import cell, code
from generator.python.text.prose import docstring, prose, summary
from tests.conftest import Build

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
ACTIVE = {"link_open", "image", "html_block", "html_inline"}
# Links to what is in the package.
OWN = re.compile(r"((README|API)\.md(#[\w-]+)?|#[\w-]+|models/\w+\.py|_a?sync/http\.py)$")
PIECES = (
    *(
        "[a](http://evil.example)",
        "![a](http://evil.example/a.png)",
        "[a][b]",
        "[b]",
        "[b]: http://evil.example",
    ),
    *(
        "<img src=x>",
        "<script>",
        "</a>",
        "<!-- x",
        "<?x",
        "<![CDATA[",
        "<http://evil.example>",
        "<a@evil.example>",
    ),
    *("[", "]", "(", ")", "](", "]:", "<", ">", "!", "\\", "`", "``", "```", "````", "~~~", "'", '"', '"""'),
    *("\n", "\n\n", "    ", "- ", "1. ", "> ", "# ", "|", "---", "\t", " ", "a", "word " * 20, "é", "\u202e"),
    *("```json\n", "\n```\n", "\n  ~~~\n", "- ```\n", "  ", " | ", "\n-|-\n", "\n| - | - |\n", "```x```"),
    *("<br>", "<ul><li>", "</ul>", "<pre>", "</pre>", "<code>", "</code>", "<p>", "</p>", "<a href=//x>"),
    *(
        "<table><tr><td>",
        "</td><td>",
        "</table>",
        "<a href='http://evil.example'>",
        "&#96;",
        "&#10;",
        "&lt;a ",
    ),
    *(".. raw:: html", "&lt;", "&#60;img>", "<p>", "<scr<b>ipt>"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def active(text: str) -> list[Token]:
    """Return what of a text does something where it is shown."""
    tokens = READER.parse(text)
    items = [item for token in tokens for item in (token, *(token.children or ()))]
    return [item for item in items if item.type in ACTIVE and not OWN.match(str(item.attrGet("href")))]


def value(lines: list[str]) -> str:
    """Return what a docstring of these lines is to Python."""
    return eval("\n".join(docstring(lines)))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("`" + "a " * 60 + "<script>alert(1)</script>`")
@example("\\`[a](http://evil.example)\\`")
@example("# `[b]: http://evil.example[a](http://evil.example)`")
@example("- # `[b]: http://evil.example[a](http://evil.example)`")
@example("1. > ## `x [a](http://evil.example) y z w`")
@example("`[a](http://evil.example)    - `")
@example("`[a](http://evil.example) 1. `")
@example("`[a](http://evil.example) > `")
@example("`[a](http://evil.example) == `")
@example("``` " + "a " * 60 + "```\n[a](http://evil.example)")
@example("```\n[a](http://evil.example)\n\n[a](http://evil.example)\n```")
@example("- a\n\n   ```\nb\n   ```\n   [a](http://evil.example)\n```")
@example("- ```\n[a](http://evil.example)\n```\n[a](http://evil.example)")
@example("a\n        ~~~\n    [a](http://evil.example)\n\n- b\n  ~~~")
@example("| a | b |\n| - | - |\n| `[a](http://evil.example) | b` |")
@example("| a | b |\n| - | - |\n| `` a ` | b `` `[a](http://evil.example)` |")
@example("a | b\n-|-\n`[a](http://evil.example) | b`")
@example("a " * 8 + "| b -|- `aaaaaaaaaaaaaaaaaaa [a](http://evil.example) a`")
@example("``` ` [a](http://evil.example) `` ```")
@example("<pre>\n[a](http://evil.example)\n```\n</pre>[a](http://evil.example)")
@example("&lt;img src=x&gt; &#96;&#96;&#96;<br>[a](http://evil.example)<br>&#96;&#96;&#96;")
@example("``` | [a](http://evil.example)\n-|-")
def test_prose_does_nothing(text: str) -> None:
    for width in (96, 20, None):
        lines = prose(text, width=width)
        if lines:
            told = value([*lines, "", "Args:", "    first: what it is."])
            assert active(told) == []
            assert "Args:" in _shown(told)
            told = value(["What it does.", "", "Args:", *entry("first", lines), "", "Raises:"])
            assert active(told) == []
            assert "Raises:" in _shown(told)


def _shown(text: str) -> str:
    """Return what a text says outside of blocks of code."""
    return " ".join(token.content for token in READER.parse(text) if token.type == "inline")


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS)
def test_a_table_keeps_its_shape(text: str, path: str) -> None:
    row = f"| `call()` | {cell(summary(text))} | {code(f'GET /{path}')} |"
    tokens = READER.parse(f"| call | does | request |\n| --- | --- | --- |\n{row}\n")
    assert "\n" not in row
    assert [token.type for token in tokens].count("td_open") == 3
    assert active(row) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the guide](https://example.com).", "See the guide (https://example.com)."),
        ("![logo](https://example.com/a.png)", "logo (https://example.com/a.png)."),
        ("Give the `id` and `a[b](c)`.", "Give the `id` and `a[b](c)`."),
        ("A `` ` `` in code.", "A `` ` `` in code."),
        ("Sent as ```cd:full``` or ``` a ```.", "Sent as `cd:full` or `a`."),
        ("A ``` ` ``` and ``` ` `` ```", "A `` ` `` and ''' ' '' '''."),
        ("It's a `lone tick.", "It's a 'lone tick."),
        ("A list<int> of <id>s", "A list< int> of < id>s."),
        ("a < b and b <= c", "a < b and b <= c."),
        ("Up to .. 5", "Up to . . 5."),
    ],
)
def test_how_it_reads(text: str, expected: str) -> None:
    assert summary(text) == expected
    assert prose(text) == [expected.removesuffix(".") if not text.endswith(".") else expected]


LONG = "curl " + "--verbose " * 12 + "[a](b) <c>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call:\n\n```\ncurl\n```\n\nDone.", "Call:\n\n```\ncurl\n```\n\nDone."),
        ("Call:\n```sh\na\n  -v\n\n\n- a\n```\nSo.", "Call:\n\n```sh\na\n  -v\n\n\n- a\n```\n\nSo."),
        ("~~~\n```\n\ta\n~~~~", "~~~\n```\n    a\n~~~~"),
        (f"```\n{LONG}\n```", f"```\n{LONG}\n```"),
        ("Call it:\n\n```\ncurl", "Call it:\n\n```\ncurl\n```"),
        ("1. Do:\n   ```\n   a\n b\n   ```\n2. Go.", "1. Do:\n\n   ```\n   a\n   b\n   ```\n\n2. Go."),
        ("1. a\n```\nb\n```\n   ```\n   c\n   ```", "1. a\n\n```\nb\n```\n\n   ```\n   c\n   ```"),
        ("-   ```x\n    a\n    ```\n- b", "- ```x\n  a\n  ```\n\n- b"),
        ("Text:\n\n    ```\n    a\n      b\n    ```", "Text:\n\n```\na\n  b\n```"),
        ("```a` b\nc", "'''a' b\nc"),
    ],
)
def test_blocks_of_code_stay(text: str, expected: str) -> None:
    assert "\n".join(prose(text)) == expected


def test_a_block_of_code_is_below_what_it_is_about() -> None:
    code = ["```", "a  b", "```"]
    assert entry("first", code) == ["    first:", "", "        ```", "        a  b", "        ```"]
    assert entry("first", ["Is:", "", "```", LONG, "```"])[3] == f"        {LONG}"


def test_a_block_of_code_is_code_in_one_line() -> None:
    assert summary("Send:\n```json\n{\n  1\n}\n```\nand wait") == "Send: `{ 1 }` and wait."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b\n--- | :-:\n`c` | d\n\ne | f", "| a | b |\n| --- | :-: |\n| `c` | d |\n\ne | f"),
        ("Is:\na | b |\n---|---|\nc | d\n- e", "Is:\n\n| a | b |\n| --- | --- |\n| c | d |\n- e"),
        ("a | b\n-|-\nc \\| d | e", "| a | b |\n| - | - |\n| c \\\\| d | e |"),
        ("a | b | c\n--- | ---\nd", "a | b | c --- | --- d"),
        ("a | b\nc -- | d", "a | b c -- | d"),
    ],
)
def test_tables_need_no_bar_before_their_rows(text: str, expected: str) -> None:
    assert "\n".join(prose(text)) == expected


HOSTILE = "Hi ![x](http://evil.example/a.png) [y](http://evil.example) <img src=http://evil.example> ` | b"


def test_a_package(build: Build) -> None:
    """Every file of Markdown, and every docstring, in all places where a document has text."""
    text = json.dumps(HOSTILE)
    package = build(
        f"""\
openapi: 3.1.0
info: {{title: {text}, version: {text}, description: {text}}}
tags: [{{name: things, description: {text}}}]
servers:
  - {{url: 'https://a.example', description: {text}}}
  - {{url: 'https://b.example', description: {text}}}
  - url: 'https://c.example/{{v}}'
    variables: {{v: {{default: {text}, enum: [{text}], description: {text}}}}}
paths:
  {json.dumps("/things/" + HOSTILE)}:
    get:
      tags: [things]
      operationId: list
      summary: {text}
      description: {text}
      externalDocs: {{url: {text}, description: {text}}}
      parameters:
        - name: q
          in: query
          required: true
          example: {text}
          description: {text}
          schema: {{type: string, pattern: {text}}}
        - {{name: e, in: query, required: true, schema: {{type: string, enum: [{text}, "```", "\n"]}}}}
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [{text}]
              properties: {{{text}: {{type: string, description: {text}}}}}
      responses:
        '200':
          description: {text}
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
        '404': {{description: {text}}}
components:
  schemas:
    Thing:
      type: object
      description: {text}
      properties: {{a: {{type: string, description: {text}, default: {text}}}}}
  securitySchemes: {{key: {{type: http, scheme: bearer, description: {text}}}}}
security: [{{key: []}}]
""",
        client="Client",
    )
    folder = Path(package.__file__ or "").parent
    client = import_module(f"{package.__name__}._sync.client").Client
    told = [
        (folder / "README.md").read_text("utf-8").partition("\n")[2],
        (folder / "API.md").read_text("utf-8").partition("\n")[2],
        *(getdoc(item) or "" for item in (package, client, client.__init__, package.models.Thing)),
        getdoc(import_module(f"{package.__name__}._sync.things").Things.list) or "",
    ]
    for text in told:
        assert "Hi" in text
        assert active(text) == []
    for text in told[:2]:
        fences = [token for token in READER.parse(text) if token.type == "fence" and token.info == "python"]
        assert fences
        for token in fences:
            compile(token.content, "snippet", "exec")


CONTROLS = "\x1b[31mred\x07 \x9b2J \u202eback\u2066 \r\nacme.yaml:1:1: error[fake]: \x00\x7f\U000e0041"
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": CONTROLS, "version": CONTROLS},
    "paths": {
        f"/{CONTROLS}": {
            "get": {
                "operationId": CONTROLS,
                "tags": [CONTROLS],
                "parameters": [
                    {
                        "name": CONTROLS,
                        "in": "query",
                        "description": "comma separated",
                        "schema": {"type": "string"},
                    },
                    {"name": CONTROLS, "in": CONTROLS},
                ],
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"type": CONTROLS}}}},
                    CONTROLS: {},
                },
            }
        }
    },
    "components": {
        "schemas": {CONTROLS: {"type": CONTROLS, "enum": CONTROLS}},
        "securitySchemes": {CONTROLS: {"type": "http", "scheme": CONTROLS, "description": CONTROLS}},
    },
    "security": [{CONTROLS: []}, {CONTROLS * 2: []}],
}


@pytest.mark.parametrize(
    "command",
    [
        ["generate"],
        ["check"],
        ["explain"],
        ["explain", CONTROLS],
        ["inspect"],
        ["inspect", "--format", "json"],
        ["init"],
        ["diff", "old.json"],
        ["diff", "old.json", "--format", "json"],
        ["diff", "old.json", "--format", "markdown"],
        ["generate", "--strict"],
        ["generate", "--overlay", "over.json"],
    ],
    ids=lambda command: " ".join(command)[:30].encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("breaks", [False, True], ids=["fine", "unresolved"])
def test_what_is_printed_has_no_control_characters(
    command: list[str],
    breaks: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "api\x1b[31m\u202e.json"
    (tmp_path / name).write_text(json.dumps(DOCUMENT if not breaks else {**DOCUMENT, "x": 1} | _unresolved()))
    (tmp_path / "old.json").write_text(json.dumps({**DOCUMENT, "paths": {}}))
    action = {"target": f"$['{CONTROLS}']", CONTROLS: 1}
    overlay = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]}
    (tmp_path / "over.json").write_text(json.dumps(overlay))
    first, *rest = command
    at = 1 if command[:2] == ["diff", "old.json"] else 0
    main([first, *rest[:at], name, *rest[at:], "--package", "p"])
    out, err = capsys.readouterr()
    assert out or err
    assert all(char.isprintable() or char == "\n" for char in out + err)
    assert not any(line.startswith("acme.yaml:1:1") for line in (out + err).split("\n"))


def _unresolved() -> dict[str, object]:
    schema = {"$ref": f"#/components/schemas/{CONTROLS}x"}
    response = {"content": {"application/json": {"schema": schema}}}
    return {"paths": {"/a": {"get": {"responses": {"200": response}}}}}


def test_json_that_is_printed_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    assert main(["inspect", "api.json", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == CONTROLS


def test_names_in_a_manifest_are_printed_safely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.json").write_text(
        json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}})
    )
    generate(ClientConfig(document="api.json", package="p"))
    manifest = tmp_path / "p" / "oasmith.json"
    content = json.loads(manifest.read_text())
    content["files"]["a\x1b[31m\nb.py"] = "sha256:0"
    manifest.write_text(json.dumps(content))
    assert main(["check", "api.json", "--package", "p"]) == 1
    out = capsys.readouterr().out
    assert "a\\u001b[31m\\u000ab.py" in out
    assert all(char.isprintable() or char == "\n" for char in out)
