"""Prose: whatever a document says, it ends neither a literal nor a docstring."""

import ast
import warnings
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.text.prose import (
    UNSAFE,
    beginning,
    docstring,
    further,
    literal,
    opening,
    prose,
    safe,
    summary,
    wrap,
)

# What text is made of that was written to get out of a string.
HOSTILE = st.lists(
    st.sampled_from(['"', '""', '"""', "'''", "\\", "\\\\", "\n", "\n\n", "\r", " ", "\t", "<b>", "</p>"])
    | st.sampled_from(
        ["\u202e", "\u200b", "\x00", "\x85", "\u2028", "\\N{DASH}", "\\u0041", "{x}", "- ", "a"]
    )
    | st.text(max_size=3)
).map("".join)


def evaluated(lines: list[str]) -> str | None:
    """Return the docstring of a function that has these lines first, compiled with warnings as errors."""
    source = "def f():\n" + indent("\n".join(lines), "    ") + "\n    return 1\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 2
    return ast.get_docstring(function, clean=False)


@given(HOSTILE)
def test_a_docstring_holds_any_text(text: str) -> None:
    lines = prose(text) or ["Nothing."]
    found = evaluated(docstring(lines))
    assert found is not None
    assert found.replace("\n    ", "\n").rstrip("\n ") == "\n".join(lines).replace("\\\\", "\\").rstrip("\n ")
    assert not UNSAFE.search(found.replace("\\", ""))


@given(HOSTILE)
def test_a_summary_is_one_line(text: str) -> None:
    line = summary(text)
    assert "\n" not in line
    assert evaluated(docstring([line or "Nothing."])) is not None


@given(
    st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False)
)
def test_a_literal_is_what_it_stands_for(value: object) -> None:
    assert ast.literal_eval(literal(value)) == value


def test_a_literal_cannot_hold_half_a_character() -> None:
    assert literal("a\ud800b") == "'a?b'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One\nparagraph.", ["One paragraph."]),
        ("One.\n\n\nTwo.  ", ["One.", "", "Two."]),
        ("See:\n- one\n- two", ["See:", "- one", "- two"]),
        ("1. one\n2) two", ["1. one", "2) two"]),
        ("a\r\nb\rc", ["a b c"]),
        ("<p>One<br/>two</p>", ["One", "two"]),
        ("<T> stays", ["< T> stays"]),
        ("| a | b |\n| - | - |", ["| a | b |", "| - | - |"]),
        ("| a | b |\n|:-----|------:|", ["| a | b |", "|:---|---:|"]),
        (f"| a | {'word ' * 30}|\n|---|---|", [f"| a | {'word ' * 30}|", "|---|---|"]),
        ('"""', ["'''"]),
        ('"<b>""', ["'''"]),
        ("C:\\new", ["C:\\\\new"]),
        ("e\u0301", ["é"]),
        ("\u202etxt.exe\u2066", ["txt.exe"]),
        ("hidden\U000e0041\u061c", ["hidden"]),
    ],
)
def test_prose(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


@given(HOSTILE, st.integers(10, 60))
def test_wrapped_lines_hold_the_same_words(text: str, width: int) -> None:
    whole = " ".join(prose(text, width=None)).split()
    assert " ".join(prose(text, width=width)).split() == whole
    assert all(line == line.rstrip(" ") for line in prose(text, width=width))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("short", ["short"]),
        ("one two three", ["one two", "three"]),
        ("- one two three", ["- one", "  two", "  three"]),
        ("10. one two", ["10. one", "    two"]),
        ("averyveryverylongword", ["averyveryverylongword"]),
    ],
)
def test_wrap(line: str, expected: list[str]) -> None:
    assert wrap(line, 8) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("List runs", "List runs."),
        ("Is it\n  so?", "Is it so?"),
        ("", ""),
        ("And so on…", "And so on…"),
        ('See "the first page."', 'See "the first page."'),
        ("**Only for owners.**", "**Only for owners.**"),
        ("(Text.)", "(Text.)"),
        ("Parted by '.'", "Parted by '.'."),
        ("See (a.b)", "See (a.b)."),
    ],
)
def test_summary(text: str, expected: str) -> None:
    assert summary(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["One."], ['"""One."""']),
        (["One.", "", "Two."], ['"""One.', "", "Two.", '"""']),
        (['"quoted"'], ['""""quoted"', '"""']),
        (["back\\\\"], ['"""back\\\\', '"""']),
    ],
)
def test_docstring(lines: list[str], expected: list[str]) -> None:
    assert docstring(lines) == expected


def test_safe_keeps_line_breaks_and_tabs() -> None:
    assert safe("a\r\n\tb") == "a\n\tb"


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One\nline.\n\nTwo.", "One line.", ["Two."]),
        ("<p>One</p><ul><li>a</li></ul>", "One.", ["- a"]),
        ("```\na\n\nb\n```\nTwo.", "`a b`.", ["Two."]),
        ("One.", "One.", []),
        ("", "", []),
    ],
)
def test_an_opening_and_what_is_said_further(text: str, first: str, rest: list[str]) -> None:
    assert opening(text) == first
    assert further(first, text, width=40) == rest
    assert further("Other.", text, width=40) == prose(text, width=40)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See <https://a.example/b_c?d=1&e>.", "See https://a.example/b_c?d=1&e."),
        ("Ask <ops@a.example> or <mailto:b@a.example>.", "Ask ops@a.example or b@a.example."),
        ("Send `<https://a.example>` or <id>.", "Send `<https://a.example>` or < id>."),
        ("No <https://a.example/ b>.", "No < https://a.example/ b>."),
    ],
)
def test_an_address_in_angle_brackets_is_that_address(text: str, told: str) -> None:
    assert prose(text) == [told]
    assert summary(text) == told


@pytest.mark.parametrize(
    ("text", "first", "is_cut"),
    [
        ("", [], False),
        ("One.\n\nTwo.", ["One.", "", "Two."], False),
        ("One.\n\n## Two\n\nThree.", ["One."], True),
        ("# One\n\nTwo.\n\n# Three", ["# One", "", "Two."], True),
        ("One.\n\nTwo.\n\nThree.\n\nFour.", ["One.", "", "Two."], True),
        ("- a\n- b\n- c\n- d\n- e\n\nAll.", ["- a", "- b", "- c", "- d", "- e"], True),
        ("- a\n- b\n- c\n- d\n- e", ["- a", "- b", "- c", "- d", "- e"], False),
        ("```\n\n# no heading\n```", ["```", "", "# no heading", "```"], False),
    ],
)
def test_the_beginning_of_a_guide(text: str, first: list[str], *, is_cut: bool) -> None:
    assert beginning(text, most=4) == (first, is_cut)
