"""The one door through which a document's text reaches Python text: as a literal or inside a docstring."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from generator.python.text.hypertext import as_markdown
from generator.python.text.markdown import (
    BAR,
    code_block,
    coded_lines,
    fences,
    inert,
    inert_lines,
    joined,
    unlinked,
)
from generator.words import kept

WIDTH = 100
# How far a line may be indented: each of the lines that a longer one is broken into is, too.
MAX_INDENT = 60
# What could end a docstring, hide text from a reviewer or be no text at all.
UNSAFE = re.compile(
    r"[\\\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
MARKER = re.compile(r"^\s*(?:(?:[-*+]|\d+[.)])\s+)?")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^\s*[|>#]|^\s{4,}|^\s*```")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
# What parts a table's header from its rows, where no bar is before it.
DELIMITERS = re.compile(r"^ {0,3}(?:-{2,}|:-+|-):?[ \t]*\|[-:| \t]*$", re.MULTILINE)
FENCED = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
# A word that at the beginning of a line would be more than a word: an item, a heading, a quotation, a fence.
# Of items with numbers only a first one ends a paragraph (CommonMark 0.31, 5.3).
OPENER = re.compile(r"[-*+]|0{0,8}1[.)]|#{1,6}|=+|[:|]*-[-:|]*|[*_]{3,}|[>|].*|[`~]{3,}.*")
# The rule between a table's header and its rows, and what it is drawn of.
RULE = re.compile(r"\|[-:| \t]+$")
DASHES = re.compile(r"-{4,}")
# What is one line: the row of a table, and a heading with code in it, which would end with it.
ONE_LINE = re.compile(r"(?:[\s>*+-]|\d+[.)])*(?:\||#.*`)")
# How a sentence ends: in quotes, brackets or emphasis before they do; a mark quoted alone ends none.
ENDED = re.compile(r"""[.!?:…]$|[^\s"'][.!?:…]["'”»)\]*_]+$""")
# What is composed (NFC) at once: marks are sorted, which takes the square of how many stand in a row.
OTHER = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]{1,250}")


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
    if width is not None:
        return tuple(wrapped(_lines(text, None), width))
    lines: list[str] = []
    marked = as_markdown(text)
    for paragraph in _paragraphs(safe(marked), keeps_breaks=marked is not text):
        lines += ["", *paragraph] if lines else paragraph
    return tuple(inert_lines(lines))


def safe(text: str) -> str:
    """Return text that can stand in a docstring: no character or sequence in it ends or escapes it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = OTHER.sub(_composed, text)
    text = UNSAFE.sub(lambda found: "\\\\" if found[0] == "\\" else "", text)
    return text.replace('"""', "'''")


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


@kept
def address(url: str) -> str:
    """Return a URL as text: what could do something in Python or Markdown is percent-encoded."""
    return quote(safe(url), safe="/:?#@!$&+,;=%~")


@kept
def summary(text: str) -> str:
    """Return prose as one line that ends like a sentence."""
    return summary_end(one_line(text))


@kept
def one_line(text: str) -> str:
    """Return prose as one line."""
    marked = as_markdown(text)
    if ("```" in marked or "~~~" in marked) and FENCED.search(marked):
        return joined(_lines(text, None))
    return inert(unlinked(" ".join(safe(marked).split())))


def opening(text: str) -> str:
    """Return the first paragraph of prose as one line that ends like a sentence."""
    lines = _lines(text, None)
    return summary_end(joined(lines[: _opening(lines)]))


def beginning(text: str, *, most: int) -> tuple[list[str], bool]:
    """Return the lines of how prose begins, up to its second heading, and whether there is more of it.

    Args:
        text: what the document says, in Markdown.
        most: how many lines there are at most, unless the first paragraph has more.
    """
    lines = prose(text)
    coded = coded_lines(lines)
    breaks = [index for index, line in enumerate(lines) if not line and index not in coded]
    end = next((index for index in breaks if lines[index + 1].startswith("#")), len(lines))
    if end > most:
        end = max((index for index in breaks if index <= most), default=next(iter(breaks), len(lines)))
    return lines[:end], end < len(lines)


def further(first: str, text: str, *, width: int) -> list[str]:
    """Return the lines of a docstring for what prose says beyond its first line, which may be its opening."""
    if opening(text) != first:
        return prose(text, width=width)
    lines = _lines(text, None)
    return wrapped(lines[_opening(lines) + 1 :], width)


def _opening(lines: Sequence[str]) -> int:
    """Return of how many lines the first paragraph is."""
    coded = coded_lines(lines)
    return next((index for index, line in enumerate(lines) if not line and index not in coded), len(lines))


@kept
def fact(text: str) -> str:
    """Return what we say of values, which are no Markdown, as one line that ends like a sentence."""
    return summary_end(inert(" ".join(safe(text).split())))


def summary_end(line: str) -> str:
    """Return a line that ends like a sentence, if there is anything in it."""
    return line if not line or ENDED.search(line) else f"{line}."


def ended(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a text; one alone ends like a sentence."""
    return [summary_end(line) for line in lines] if len(lines) == 1 else lines


def wrap(line: str, width: int) -> list[str]:
    """Return a line as lines of at most the width, broken at spaces; continued list items are indented."""
    return [line] if len(line) <= width or ONE_LINE.match(line) else list(_wrapped(line, width))


def wrapped(lines: Sequence[str], width: int) -> list[str]:
    """Return the lines of a text as lines of at most the width; those of blocks of code stay as they are."""
    coded = coded_lines(lines) if len(lines) > 1 else ()
    return [
        part for index, line in enumerate(lines) for part in ([line] if index in coded else wrap(line, width))
    ]


def labelled(label: str, lines: Sequence[str]) -> list[str]:
    """Return the lines of a text with a label before the first of them, or above it where that is code."""
    first, *rest = lines or ("",)
    return [f"{label}:", "", *lines] if 0 in coded_lines(lines) else [f"{label}: {first}".rstrip(), *rest]


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


def _paragraphs(text: str, *, keeps_breaks: bool) -> Iterator[list[str]]:
    """Yield the paragraphs of Markdown: running text joined, lists, tables and code as they stand.

    Args:
        text: what the document says, in Markdown.
        keeps_breaks: whether lines that end with two spaces stay lines, too.
    """
    if "```" not in text and "~~~" not in text:
        yield from _joined(text, keeps_breaks=keeps_breaks)
        return
    lines = text.split("\n")
    start, is_nested = 0, False
    for first, last in fences(lines):
        before = lines[start:first]
        yield from _joined("\n".join(before), keeps_breaks=keeps_breaks)
        is_nested = _ends_in_item(before, otherwise=is_nested)
        yield code_block(lines[first:last], None if last is None else lines[last], is_nested=is_nested)
        start = len(lines) if last is None else last + 1
    yield from _joined("\n".join(lines[start:]), keeps_breaks=keeps_breaks)


def _ends_in_item(lines: Sequence[str], *, otherwise: bool) -> bool:
    """Return whether what is indented behind lines belongs to an item of a list."""
    for line in reversed(lines):
        if ITEM.match(line):
            return True
        if line.strip() and not line[0].isspace():
            return False
    return otherwise


def _joined(text: str, *, keeps_breaks: bool) -> Iterator[list[str]]:
    """Yield the paragraphs of Markdown that has no blocks of code between fences."""
    paragraphs: list[list[list[str]]] = [[]]  # lines, each of the pieces that are to be joined
    runs = False  # whether the last line goes on with the next one
    for line in (_with_rows(text) if "|" in text else text).split("\n"):
        stripped, last = line.rstrip(), paragraphs[-1]
        is_broken = keeps_breaks and line.endswith("  ")
        is_item = LIST_ITEM.match(stripped) is not None
        if not stripped:
            paragraphs.append([])
        elif runs and not is_item:
            last[-1].append(stripped.strip())
            # A marker alone becomes an item by what follows it.
            is_item = len(last[-1]) == 2 and LIST_ITEM.match(f"{last[-1][0]} ") is not None  # noqa: PLR2004 - the marker, the text
        else:
            last.append([_indented(stripped) if is_item else stripped.strip()])
        runs = bool(stripped) and not is_item and not is_broken
    return ([" ".join(pieces) for pieces in lines] for lines in paragraphs if lines)


def _with_rows(text: str) -> str:
    """Return text whose tables have a bar before each row, which GitHub's need not have."""
    if not DELIMITERS.search(text):
        return text
    lines: list[str] = []
    is_table = False
    for line in text.split("\n"):
        is_table = is_table and "|" in line and not LIST_ITEM.match(line)
        if is_table:
            lines.append(_row(line))
        elif lines and DELIMITERS.match(line) and _begins_table(lines[-1], line):
            lines[-1:] = ["", _row(lines[-1]), _row(line)]
            is_table = True
        else:
            lines.append(line)
    return "\n".join(lines)


def _begins_table(header: str, delimiters: str) -> bool:
    return "|" in header and not LIST_ITEM.match(header) and len(_cells(header)) == len(_cells(delimiters))


def _row(line: str) -> str:
    return f"| {' | '.join(_cells(line))} |"


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in BAR.split(line.strip())]
    return cells if cells[-1] else cells[:-1]


def _indented(line: str) -> str:
    """Return a line with its indentation, as far as that can be kept; the rule of a table as a short one."""
    line = line.expandtabs(4)
    text = line.lstrip()
    indent = " " * min(len(line) - len(text), MAX_INDENT)
    return f"{indent}{DASHES.sub('---', text) if RULE.match(text) else text}"
