"""The one door through which a document's text reaches Python text: as a literal or inside a docstring."""

import re
import unicodedata
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from generator.python.text.markdown import inert, inert_lines

WIDTH = 100
# How far a line may be indented: each of the lines that a longer one is broken into is, too.
MAX_INDENT = 60
# What is made of a text is kept: documents describe the same parameters and properties again and again.
kept = lru_cache(maxsize=65_536)
# What could end a docstring, hide text from a reviewer or be no text at all.
UNSAFE = re.compile(
    r"[\\\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
MARKER = re.compile(r"^\s*(?:(?:[-*+]|\d+[.)])\s+)?")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^\s*[|>#]|^\s{4,}|^\s*```")
PARAGRAPHS = re.compile(r"(?:\r?\n){2,}|\r{2,}")
# A word that at the beginning of a line would be more than a word: an item, a heading, a quotation, a fence.
# Of items with numbers only a first one ends a paragraph (CommonMark 0.31, 5.3).
OPENER = re.compile(r"[-*+]|0{0,8}1[.)]|#{1,6}|[-=]+|[*_]{3,}|[>|].*|[`~]{3,}.*")
# What is one line, a heading or the row of a table, wherever it stands: code in it would end with it.
ONE_LINE = re.compile(r"(?:[\s>*+-]|\d+[.)])*[#|].*`")
# How a sentence ends: in quotes, brackets or emphasis before they do; a mark quoted alone ends none.
ENDED = re.compile(r"""[.!?:…]$|[^\s"'][.!?:…]["'”»)\]*_]+$""")
# What is composed (NFC) at once: marks are sorted, which takes the square of how many stand in a row.
OTHER = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]{1,250}")
HTML = re.compile(r"</?(?:p|br|ul|ol|b|i|em|strong|code|div|span)\s*/?>", re.IGNORECASE)


def literal(value: Any) -> str:
    """Return a Python expression for a scalar; text is escaped, whatever it is."""
    if isinstance(value, str) and not value.isascii():
        return repr(value.encode("utf-8", "replace").decode("utf-8"))
    return repr(value)


def quoted(value: Any) -> str:
    """Return a literal as people write it: text in double quotes, where that needs no further escapes."""
    text = literal(value)
    return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in text else text


def prose(text: str, *, width: int | None = WIDTH - 4) -> list[str]:
    """Return a document's prose as the lines of a docstring: safe, wrapped, without trailing space.

    Args:
        text: what the document says, in Markdown.
        width: the longest line; None leaves paragraphs as one line each, to be wrapped later.
    """
    return list(_lines(text, width)) if text else []


@kept
def _lines(text: str, width: int | None) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in _paragraphs(safe(text)):
        lines += ["", *paragraph] if lines else paragraph
    lines = inert_lines(lines)
    return tuple(lines if width is None else [part for line in lines for part in wrap(line, width)])


def safe(text: str) -> str:
    """Return text that can stand in a docstring: no character or sequence in it ends or escapes it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = OTHER.sub(_composed, text)
    text = UNSAFE.sub(lambda found: "\\\\" if found[0] == "\\" else "", text)
    return HTML.sub("", text).replace('"""', "'''")


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


def parted(text: str) -> tuple[str, str]:
    """Return the first paragraph of a text, and what comes behind it."""
    first, *rest = PARAGRAPHS.split(text.strip(), maxsplit=1)
    return first, "".join(rest)


@kept
def address(url: str) -> str:
    """Return a URL as text: what could do something in Python or Markdown is percent-encoded."""
    return quote(safe(url), safe="/:?#@!$&+,;=%~")


@kept
def summary(text: str) -> str:
    """Return prose as one line that ends like a sentence."""
    line = inert(" ".join(safe(text).split()))
    return summary_end(line)


def summary_end(line: str) -> str:
    """Return a line that ends like a sentence, if there is anything in it."""
    return line if not line or ENDED.search(line) else f"{line}."


def wrap(line: str, width: int) -> list[str]:
    """Return a line as lines of at most the width, broken at spaces; continued list items are indented."""
    return [line] if len(line) <= width or ONE_LINE.match(line) else list(_wrapped(line, width))


@kept
def _wrapped(line: str, width: int) -> tuple[str, ...]:
    marker = MARKER.match(line)
    hang = " " * min(len(marker[0]), MAX_INDENT) if marker else ""
    lines: list[str] = []
    current = ""
    for word in line.split(" "):
        if not word and len(current) >= width:  # of a long run of spaces the rest
            continue
        is_full = current.strip() and len(current) + 1 + len(word) > width
        if is_full and not OPENER.fullmatch(word):
            lines.append(current.rstrip())
            current = hang + word
        else:
            current = f"{current} {word}" if current else word
    return (*lines, current.rstrip())


def docstring(lines: list[str]) -> list[str]:
    """Return the lines of a docstring with its quotes; nothing before the closing ones can escape them."""
    if len(lines) == 1 and not lines[0].endswith(('"', "\\")):
        return [f'"""{lines[0]}"""']
    return [f'"""{lines[0]}', *lines[1:], '"""']


def _paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs of Markdown: running text joined, lists, tables and code as they stand."""
    paragraphs: list[list[list[str]]] = [[]]  # lines, each of the pieces that are to be joined
    runs = False  # whether the last line goes on with the next one
    for line in text.split("\n"):
        stripped, last = line.rstrip(), paragraphs[-1]
        is_item = LIST_ITEM.match(stripped) is not None
        if not stripped:
            paragraphs.append([])
        elif runs and not is_item:
            last[-1].append(stripped.strip())
            # A marker alone becomes an item by what follows it.
            runs = len(last[-1]) > 2 or not LIST_ITEM.match(f"{last[-1][0]} ")  # noqa: PLR2004 - the marker, the text
            continue
        else:
            last.append([_indented(stripped) if is_item else stripped.strip()])
        runs = bool(stripped) and not is_item
    return [[" ".join(pieces) for pieces in lines] for lines in paragraphs if lines]


def _indented(line: str) -> str:
    """Return a line with its indentation, as far as that can be kept."""
    line = line.expandtabs(4)
    text = line.lstrip()
    return f"{' ' * min(len(line) - len(text), MAX_INDENT)}{text}"
