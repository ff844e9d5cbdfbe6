"""Documents: what YAML 1.2 and JSON mean, where nodes stand, and what is said of a text that is broken."""

import csv
import hashlib
import json
import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, InputError, Location, Position, Severity
from generator.reading import json_syntax, yaml_syntax
from generator.reading.document import load, parse

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


def value(text: str) -> Any:
    """Return what `x: text` says x is."""
    return parse(f"x: {text}\n".encode(), "x.yaml").data["x"]


def fault(source: str | bytes, name: str = "api.yaml") -> Diagnostic:
    """Return the only diagnostic of a text that cannot be read."""
    with pytest.raises(InputError) as caught:
        parse(source.encode() if isinstance(source, str) else source, name)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def said(source: str | bytes, name: str = "api.yaml") -> tuple[str, str, tuple[int, int]]:
    """Return the code, the sentence and the place of what is wrong with a text."""
    diagnostic = fault(source, name)
    assert diagnostic.location == Location(name)
    position = diagnostic.position or Position(0, 0)
    return diagnostic.code, diagnostic.message, (position.line, position.column)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("0", 0),
        ("010", 10),
        ("-7", -7),
        ("+7", 7),
        ("0o17", 15),
        ("0xFf", 255),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5e3", -1500.0),
        ("1e3", 1000.0),
        ("12e-1", 1.2),
        (".inf", math.inf),
        ("-.INF", -math.inf),
    ],
)
def test_scalar_that_is_not_text(text: str, expected: Any) -> None:
    assert (value(text), type(value(text))) == (expected, type(expected))


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number(text: str) -> None:
    assert math.isnan(value(text))


@pytest.mark.parametrize(
    "text",
    [
        *("no", "No", "on", "off", "yes", "y", "n", "nULL", "tRUE", "NaN", "inf", "+.nan", "=", "."),
        *("2024-04", "2024-01-01", "2001-12-14t21:59:43Z", "1:30", "1_000", "1.2.3"),
        *("0b11", "0x", "0o8", "-0x1", "e3", "1e", "-.e3"),
    ],
)
def test_scalar_that_stays_text(text: str) -> None:
    assert value(f"{text}") == text


def test_a_number_with_more_digits_than_python_reads_stays_text() -> None:
    digits = "1" * 5000
    assert value(digits) == digits
    assert parse(f'{{"x": {digits}}}'.encode(), "x.json").data == {"x": digits}


@pytest.mark.parametrize("text", ["'12'", '"true"', "|-\n  null", ">-\n  1.5"])
def test_quoted_and_block_scalars_are_text(text: str) -> None:
    assert isinstance(value(text), str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!str 12", "12"),
        ("!!str", ""),
        ("!!int '12'", 12),
        ("!!float 1", 1.0),
        ("!!bool 'true'", True),
        ("!!null ''", None),
        ("!!binary aGVsbG8=", "aGVsbG8="),
        ("!!binary 12", "12"),
        ("!!timestamp 2024", "2024"),
        ("!Own 12", 12),
        ("!Own '12'", "12"),
        ("!Own [1]", [1]),
        ("!!set {a, b}", {"a": None, "b": None}),
        ("!!omap [a: 1]", [{"a": 1}]),
        ("!!python/object/apply:os.system ['true']", ["true"]),
    ],
)
def test_tags(text: str, expected: Any) -> None:
    assert (value(text), type(value(text))) == (expected, type(expected))


def test_a_tag_that_the_text_does_not_fit() -> None:
    assert said("a: !!int twelve\n") == (
        "invalid-yaml",
        "not valid YAML: 'twelve' is not of the type !!int",
        (1, 4),
    )


def test_keys_are_the_text_that_stands_there() -> None:
    source = b"200: a\n010: b\ntrue: c\nnull: d\n~: e\n1.0: f\n'x': g\n!!int 7: h\n? y\n: i\n2024-01-01: j\n"
    assert parse(source, "x.yaml").data == {
        "200": "a", "010": "b", "true": "c", "null": "d", "~": "e", "1.0": "f", "x": "g", "7": "h", "y": "i",
        "2024-01-01": "j",
    }  # fmt: skip


def test_an_alias_is_the_same_object() -> None:
    data = parse(
        b"a: &x [1, {b: 2}]\nc: *x\n&k d: 1\n*k : 2\ne: *k\nf: &n 12\ng: *n\n".replace(b"*k : 2\n", b""), "x"
    ).data
    assert data == {"a": [1, {"b": 2}], "c": [1, {"b": 2}], "d": 1, "e": "d", "f": 12, "g": 12}
    assert data["a"] is data["c"]


def test_an_alias_may_be_a_key() -> None:
    assert parse(b"a: &x 200\n*x : b\n", "x.yaml").data == {"a": 200, "200": "b"}


def test_an_anchor_may_be_given_anew() -> None:
    assert parse(b"a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "x.yaml").data == {"a": 1, "b": 1, "c": 2, "d": 2}


def test_a_merge_lies_under_the_own_entries() -> None:
    source = b"a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  x: 3\n  <<: *a\nd:\n  <<: [*a, *b]\n  w: 4\n"
    data = parse(source, "x.yaml").data
    assert data["c"] == {"x": 3, "y": 1}
    assert data["d"] == {"x": 1, "y": 1, "z": 2, "w": 4}
    assert data["a"] == {"x": 1, "y": 1}


def test_two_arrows_that_are_no_merge() -> None:
    assert parse(b"a:\n  '<<': {x: 1}\nb: {<<: text}\nc: [<<]\n", "x.yaml").data == {
        "a": {"<<": {"x": 1}},
        "b": {"<<": "text"},
        "c": ["<<"],
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ["a: é\r\nb: [1,\r\n  2]\r\n", '{"a": "é",\r\n"b": [1, 2]}\r\n'])
def test_encodings_and_line_ends(encoding: str, text: str) -> None:
    document = parse(text.encode(encoding), "x.yaml")
    assert document.data == {"a": "é", "b": [1, 2]}
    assert document.position("/b").line == 2


def test_json_looks_the_same() -> None:
    assert parse(b' \n {"a": [1, 1.0, 1e3, "\\u00e9\\ud83d\\ude00", null, true]}', "x").data == {
        "a": [1, 1.0, 1000.0, "é😀", None, True]
    }


def test_flow_yaml_that_is_no_json() -> None:
    assert parse(b"{a: [1, 'b', ], 200: c}", "x.json").data == {"a": [1, "b"], "200": "c"}


def test_the_digest_is_that_of_the_bytes() -> None:
    source = "a: é".encode("utf-16")
    assert parse(source, "x").digest == f"sha256:{hashlib.sha256(source).hexdigest()}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ("invalid-yaml", "the file is empty", (1, 1))),
        (" \n\n", ("invalid-yaml", "the file is empty", (1, 1))),
        ("# only\n", ("invalid-yaml", "not valid YAML: there is no document in the file", (1, 1))),
        (
            "a: b: c\n",
            ("invalid-yaml", "not valid YAML: mapping values are not allowed in this context", (1, 5)),
        ),
        (
            "a: 1\n---\nb: 2\n",
            ("invalid-yaml", "not valid YAML: there is more than one document in the file", (2, 1)),
        ),
        ("a: *x\n", ("invalid-yaml", "not valid YAML: the alias *x names nothing above it", (1, 4))),
        ("? [a]\n: 1\n", ("invalid-yaml", "not valid YAML: a key is a mapping or a sequence", (1, 3))),
        ("a: &x [1]\n*x : 1\n", ("invalid-yaml", "not valid YAML: a key is a mapping or a sequence", (2, 1))),
        (
            "a: 1\nb: \x00\n",
            ("invalid-yaml", "not valid YAML: the character U+0000 may not stand in it", (2, 4)),
        ),
        (
            b"a: 1\nb: \xc3\xa9\xff\n",
            ("invalid-yaml", "the byte 0xFF is not valid UTF-8", (2, 5)),
        ),
        ("a:\n  b: 1\n  'b': 2\n", ("duplicate-key", "the key 'b' is given twice, on lines 2 and 3", (3, 3))),
        ("a: {b: 1, b: 2}\n", ("duplicate-key", "the key 'b' is given twice, on line 1", (1, 11))),
        ("a: &x {b: *x}\n", ("alias-cycle", "the alias *x is inside what it names", (1, 11))),
        ("a: &x 1\nb: &x [*x]\n", ("alias-cycle", "the alias *x is inside what it names", (2, 8))),
        ("- a\n", ("not-a-mapping", "a document is a mapping, and this is a sequence", (1, 1))),
        ("[1]", ("not-a-mapping", "a document is a mapping, and this is a sequence", (1, 1))),
        ("text\n", ("not-a-mapping", "a document is a mapping, and this is text", (1, 1))),
        ("---\n...\n", ("not-a-mapping", "a document is a mapping, and this is null", (1, 1))),
        ("12", ("not-a-mapping", "a document is a mapping, and this is a number or a boolean", (1, 1))),
    ],
)
def test_broken_yaml(source: str | bytes, expected: tuple[str, str, tuple[int, int]]) -> None:
    assert said(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ("invalid-json", "the file is empty", (1, 1))),
        ('{"a": 1,\n "b" 2}', ("invalid-json", "not valid JSON: expecting ':' delimiter", (2, 6))),
        ('{"a": "\x00"}', ("invalid-json", "not valid JSON: invalid control character", (1, 8))),
        ('{"a": "\\\\\\ud83d"}', ("invalid-json", "not valid JSON: \\ud83d is half a character", (1, 10))),
        (b'{"a": "\xff"}', ("invalid-json", "the byte 0xFF is not valid UTF-8", (1, 8))),
        (
            '{"a": {"b": 1,\n"c": [{"b": 1}], "b": 2}}',
            ("duplicate-key", "the key 'b' is given twice, on lines 1 and 2", (2, 18)),
        ),
        ('{"b": 1, "b": 2}', ("duplicate-key", "the key 'b' is given twice, on line 1", (1, 10))),
    ],
)
def test_broken_json(source: str | bytes, expected: tuple[str, str, tuple[int, int]]) -> None:
    assert said(source, "api.json") == expected


def test_what_looks_like_json_is_blamed_by_its_name() -> None:
    assert said('{"a": 1,\n b: ]}', "api.json")[:2] == (
        "invalid-json",
        "not valid JSON: expecting property name enclosed in double quotes",
    )
    assert said('{"a": 1,\n b: ]}', "api.yaml") == (
        "invalid-yaml",
        "not valid YAML: did not find expected node content",
        (2, 5),
    )


@pytest.mark.parametrize("name", ["api.json", "api.yaml"])
@pytest.mark.parametrize("left", ['{"a":', "["])
def test_nesting_is_bounded(left: str, name: str) -> None:
    right = "}" if left[0] == "{" else "]"
    deepest = '{"x": ' + left * 498 + "[1]" + right * 498 + "}"
    assert parse(deepest.encode(), name).data.keys() == {"x"}
    for depth in (500, 5000, 100_000):
        assert fault('{"x": ' + left * depth + "1" + right * depth + "}", name).code == "too-deep"


def test_nesting_is_bounded_through_aliases() -> None:
    def chain(length: int) -> str:
        return "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} {{y: *a{n - 1}}}\n" for n in range(1, length))

    assert len(parse(chain(499).encode(), "x.yaml").data) == 499
    assert said(chain(500) + "z: [1]\n") == (
        "too-deep",
        "mappings and sequences are nested more than 500 deep",
        (500, 17),
    )
    assert fault(chain(400) + "b: &b " + "[" * 200 + "*a399" + "]" * 200).code == "too-deep"
    assert parse(f"{chain(400)}b: &b [*a1]\nc: [{'[' * 400}*b{']' * 400}]".encode(), "x.yaml").data["b"]


def test_block_nesting_is_bounded() -> None:
    assert fault("- " * 600 + "a\n").code == "too-deep"


def test_aliases_are_counted_as_what_they_stand_for() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert said("\n".join(lines)) == (
        "too-large",
        "with its aliases it has more than 1,000,000 nodes",
        (6, 45),
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    def failing(path: Path) -> tuple[Diagnostic, ...]:
        with pytest.raises(InputError) as caught:
            load(path, name=path.name)
        return caught.value.diagnostics

    (tmp_path / "file.yaml").write_text("a: 1")
    assert failing(tmp_path / "none.yaml") == (
        Diagnostic(
            severity=Severity.ERROR,
            code="file-not-found",
            message="'none.yaml' does not exist",
            location=Location("none.yaml"),
        ),
    )
    assert failing(tmp_path / "file.yaml" / "none.yaml")[0].code == "file-not-found"
    assert failing(tmp_path)[0].code == "is-a-directory"
    assert failing(tmp_path / ("n" * 300))[0].code == "unreadable-file"


def test_a_file_has_the_name_that_the_user_gave(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text("a: 1")
    document = load(path, name="./api.yaml")
    assert (document.name, document.path, document.data) == ("./api.yaml", path, {"a": 1})
    assert load(path).name == str(path)


YAML = """\
openapi: 3.1.0
paths:
  /a/{b}:
    get:
      parameters:
        - name: q
          in: query
        -   $ref: '#/x~1y'
  # A comment.
  ? /c
  : {summary: "text", tags: [a, b]}
x/y: &x
  deep: 1
again: *x
merged:
  <<: *x
  own: 1
"""


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 1, 1),
        ("/openapi", 1, 1),
        ("/paths/~1a~1{b}", 3, 3),
        ("/paths/~1a~1{b}/get/parameters/0", 6, 11),
        ("/paths/~1a~1{b}/get/parameters/0/in", 7, 11),
        ("/paths/~1a~1{b}/get/parameters/1/$ref", 8, 13),
        ("/paths/~1c", 10, 5),
        ("/paths/~1c/tags/1", 11, 33),
        ("/x~1y/deep", 13, 3),
        ("/again", 14, 1),
        ("/again/deep", 14, 1),
        ("/merged/deep", 15, 1),
        ("/merged/own", 17, 3),
        ("/paths/~1a~1{b}/put/responses", 3, 3),
        ("/paths/~1a~1{b}/get/parameters/7", 5, 7),
        ("/nothing/here", 1, 1),
    ],
)
def test_positions_in_yaml(pointer: str, line: int, column: int) -> None:
    assert parse(YAML.encode(), "x.yaml").position(pointer) == Position(line, column)


def test_positions_in_json() -> None:
    text = '{\n\t"a": [1, {"b\\"": "]}"},\n\t\t[]],\n  "c~/d": {"e": null, "": {"f": 1}}}'
    assert parse(text.encode(), "x.json").positions(
        ["", "/a", "/a/0", "/a/1", '/a/1/b"', "/a/2", "/c~0~1d/e", "/c~0~1d/", "/c~0~1d//f", "/a/9"]
    ) == {
        "": Position(1, 1),
        "/a": Position(2, 2),
        "/a/0": Position(2, 8),
        "/a/1": Position(2, 11),
        '/a/1/b"': Position(2, 12),
        "/a/2": Position(3, 3),
        "/c~0~1d/e": Position(4, 12),
        "/c~0~1d/": Position(4, 23),
        "/c~0~1d//f": Position(4, 28),
        "/a/9": Position(2, 2),
    }


def test_columns_count_characters() -> None:
    assert parse("é: {😀: 1, b: 2}".encode(), "x").position("/é/b") == Position(1, 11)


# libyaml takes no key longer than 1,024 characters; and what JSON may hold raw, YAML may not: DEL, and the C1
# controls. U+FEFF is a mark there, and NEL, LS and PS are line ends.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029\ufffe\uffff")
MARKS = st.sampled_from("\n\t\"'\\#:-{}[],&*!|>%@`~<=? .noyestrufal")
TEXTS = st.text(LETTERS | MARKS | st.sampled_from("0123e.x_+"))
# Of texts with digits PyYAML leaves some plain that are numbers in YAML 1.2.
WORDS = st.text(LETTERS.filter(lambda letter: not letter.isdigit()) | MARKS)


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Return JSON values made with these texts."""
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    return st.recursive(
        st.none() | st.booleans() | numbers | texts,
        lambda children: st.lists(children) | st.dictionaries(texts, children),
    )


VALUES = values(TEXTS)


@given(VALUES, st.sampled_from([None, 1]), st.sampled_from([(", ", ": "), (",", ":")]))
def test_yaml_reads_json_as_json_does(data: Any, indent: int | None, separators: tuple[str, str]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    assert yaml_syntax.read(text) == json.loads(text) == json_syntax.read(text)


@given(values(WORDS), st.booleans())
def test_yaml_reads_what_pyyaml_writes(data: Any, flow: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, width=40)
    assert yaml_syntax.read(text) == yaml_syntax.read(text, parser=yaml.SafeLoader) == data


@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.sampled_from([None, 2]))
@settings(max_examples=50)
def test_each_entry_stands_where_its_key_is(data: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    for syntax in (json_syntax, yaml_syntax):
        entries = {entry.node: entry for entry in syntax.entries(text)}
        for entry in entries.values():
            if entry.parent == 0:
                assert text[entry.offset :].startswith(json.dumps(entry.token, ensure_ascii=False))
        assert [entry.token for entry in entries.values() if entry.parent == 0] == list(data)


@given(VALUES)
@settings(max_examples=50)
def test_both_syntaxes_see_the_same_nodes(data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False)
    assert list(yaml_syntax.entries(text)) == list(json_syntax.entries(text))


@given(st.text(st.sampled_from("ab:- \n[]{},&*x!'\"|>#?<\t1"), max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    diagnostics: tuple[Diagnostic, ...] = ()
    try:
        parse(text.encode(), "x.yaml")
    except InputError as problem:
        diagnostics = problem.diagnostics
    assert all(diagnostic.position is not None for diagnostic in diagnostics)


def manifest() -> list[str]:
    """Return the documents of the corpus."""
    path = CORPUS / "MANIFEST.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return [row["document"] for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
@pytest.mark.parametrize("name", manifest())
def test_the_corpus_can_be_read(name: str) -> None:
    document = load(CORPUS / name, name=name)
    assert str(document.data["openapi"]).startswith("3.")
    last = list(document.data)[-1]
    position = document.position(f"/{last}")
    assert last in document.text.splitlines()[position.line - 1]
