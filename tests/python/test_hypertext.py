"""HTML in prose: what has a tag becomes the Markdown that says the same, and everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.text.hypertext import as_markdown
from generator.python.text.prose import fact, prose, summary

PLACEHOLDERS = [
    "<id>",
    "<your-token>",
    "List<String>",
    "<code>",
    "<table>",
    "a < b",
    "R&D",
    "&foo;",
    "&#zz;",
    "x<-y",
    "<3",
]


def shown(text: str) -> str:
    return "\n".join(prose(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 N<br><strong>Description:</strong> b", "12 N\nDescription: b"),
        ("a<br/><br />b</br>c", "a\n\nb\nc"),
        ("<p>One.</p><p class='x'>Two\n   <b>and</b> <i>so</i>.</p>", "One.\n\nTwo and so."),
        ("<h2>Title</h2>Text<div>more</div>end", "Title\n\nText\n\nmore\n\nend"),
        ("Is:<ul><li><p>a</p> <p>b</p></li> <li>c</li></ul>so", "Is:\n\n- a\n\nb\n- c\n\nso"),
        ("<ol>\n  <li>a<ul><li>b<li>c</ul>\n  <li>d\n</ol>", "1. a\n   - b\n   - c\n2. d"),
        ("- a<br>b\n- c", "- a b\n- c"),
        ("**a**<br>b", "**a**\nb"),
        ("<dl><dt>a</dt><dd><p>b</p></dd><dt>c</dt><dd>d</dd></dl>", "a\nb\n\nc\nd"),
        ("<note><p>a</p></note>b", "a\n\nb"),
        ("10<sup>3</sup> m<sub>2</sub>", "10^3 m2"),
        ("a<!-- b --> c<script>d</script> <!-- e", "a c < !-- e"),
    ],
)
def test_tags_become_markdown(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'See <a href="https://a.example/?b&amp;c">the <b>docs</b></a>.',
            "See the docs (https://a.example/?b&c).",
        ),
        ("<a href='https://a.example'>https://a.example</a>", "https://a.example"),
        ("Ask<a href=mailto:a@b.example> us </a>now", "Ask us (a@b.example)now"),
        ("<a href='javascript:alert(1)'>a</a> <a href='/b'>b</a> <a>c</a> <a name='d'></a>", "a b c"),
        ("<img src='a.png' alt='A logo'>", "A logo"),
    ],
)
def test_links_are_told_with_where_they_lead(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<code>a</code>s, <tt> b <i>c</i>\n</tt>, <code>&lt;d&gt;</code>", "`a`s, `b c`, `<d>`"),
        ("<code>`a`</code> <code></code> <pre>b</pre>", "`a`  `b`"),
        ("Is<pre><code>{\n  &quot;a&quot;<br>}\n</code></pre>so", 'Is\n\n```\n{\n  "a"\n}\n```\n\nso'),
        ("<ul><li>a<pre>b ```\n c</pre></ul>", "- a\n\n  ````\n  b ```\n   c\n  ````"),
        ("`<b>&lt;</b>` <b>a</b> `` <i> ` ``", "`<b>&lt;</b>` a `` < i> ` ``"),
        ("```\n<b>&lt;\n```\n<b>a</b>", "```\n<b>&lt;\n```\n\na"),
    ],
)
def test_code_is_code(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table><thead><tr><th>a<th>b|c</tr></thead>\n<tr><td>1</td><td><p>x</p>y<br>z</td></tr></table>d",
            "| a | b\\\\|c |\n| --- | --- |\n| 1 | x y z |\n\nd",
        ),
        ("| a | b<br>c |\n|---|---|\n| d | <ul><li>e</li></ul> |", "| a | b c |\n|---|---|\n| d |  - e |"),
        ("<table><tr><td>a</td></tr></table>", "a"),
    ],
)
def test_tables_keep_their_rows(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&lt;b&gt; &amp;lt; a&nbsp;b &#233; &copy;", "< b> &lt; a b é ©"),
        ("a &#96;b&#x60; &#124; &quot;&quot;&quot;", "a `b` \\\\| '''"),
        ("&#x202e;a &notit; &#zz; \\&lt;", "&#x202e;a &notit; &#zz; \\\\&lt;"),
    ],
)
def test_characters_are_read_once(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_what_is_no_tag_stays(text: str) -> None:
    assert as_markdown(text) is text


@given(
    st.text() | st.lists(st.sampled_from([*PLACEHOLDERS, "\n", "  \n", "- ", "`", "<", "&"])).map(" ".join)
)
def test_text_without_tags_stays(text: str) -> None:
    if "&" not in text or ";" not in text:
        assert as_markdown(text) == text or "<!--" in text


def test_lines_of_markdown_are_broken_only_where_there_is_html() -> None:
    assert shown("a  \nb") == "a b"
    assert shown("<b>a</b>  \nb") == "a\nb"


def test_a_summary_has_no_html() -> None:
    assert summary("<p>One<br>two</p><ul><li>a</li></ul>") == "One two - a."


def test_values_are_no_html() -> None:
    assert fact("Matching <b>&lt;$, or [a](/b)") == "Matching < b>&lt;$, or [a] (/b)."


@pytest.mark.parametrize(
    "piece", ["<li>a", "<ul><li>a", "<code>", "<!--", "<script>", "<a href=http://a>b", "&amp;", "<td>"]
)
def test_many_tags_take_little_more_than_a_few(piece: str) -> None:
    name = piece.partition("<")[2].rstrip(">a")
    assert len(as_markdown(piece * 5_000 + f"</{name}>-->")) < 5_000 * 100
