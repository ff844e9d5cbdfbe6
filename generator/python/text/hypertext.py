"""HTML in a document's prose, as the Markdown that says the same.

CommonMark has HTML in it, and most of that is a few tags for what Markdown can say, too. What is code stays
as it is, and so does what only looks like a tag: `<id>` is where an id goes. What comes of a text is trusted
as little as the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from textwrap import dedent

from generator.python.text.markdown import as_span, code_spans, fences
from generator.records import dataclass

# A cheap test: most texts have nothing of it.
_SOME = re.compile(r"</?[A-Za-z]|<!--|&#?\w+;")
_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*|/)?>|&(#?[0-9A-Za-z]{1,32};)|<!--")
_END = re.compile(r"</([A-Za-z][A-Za-z0-9]*)\s*>|(--)>")
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_ADDRESS = re.compile(rf"\shref{_VALUE}", re.IGNORECASE)
_CAPTION = re.compile(rf"\salt{_VALUE}", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"`]+", re.IGNORECASE)
# Where a paragraph of Markdown, and with it what is between back-ticks, ends.
_ENDS = re.compile(r"\n(?=[ \t]*(?:\n|[-*+|>#]|\d+[.)]))")
# The row of a table in Markdown; what else may end where its line does.
_ROW = re.compile(r"\s*\|")
_ONE_LINE = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|[>|])|.*\S \| ")
_MOST_LISTS = 15  # in one another, that are still to be seen
_MOST_OF_LINE = 80  # how much of a line is looked at for that
_SPACE = re.compile(r"\s+")
_TICKS = re.compile("`+")

_LISTS = frozenset({"ul", "ol"})
_CODE = frozenset({"code", "kbd", "pre", "samp", "tt"})
_DROPPED = frozenset({"iframe", "script", "style"})
_TABLES = frozenset({"table", "tbody", "tfoot", "thead", "tr", "td", "th"})
_SURE_BLOCKS = frozenset("blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 hr p".split())
# What is a tag where it has attributes or an end: else it may be where a value goes.
_PAIRED_BLOCKS = frozenset(
    "aside article details figure footer fullname header important note para remarks section summary".split()
)
_PAIRED = _PAIRED_BLOCKS | _CODE | _DROPPED | _TABLES | frozenset("a del ins replaceable sub sup var".split())
_ALWAYS = _SURE_BLOCKS | _LISTS | frozenset("b br em font i img li nobr s small span strike strong u".split())
_BLOCKS = _SURE_BLOCKS | _PAIRED_BLOCKS
# How far what follows is from what comes before.
_LINE, _ITEM, _PARAGRAPH = 1, 2, 3
_BREAKS = {_LINE: "  \n", _ITEM: "\n", _PARAGRAPH: "\n\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """A tag, or text that is said in another way.

    Attributes:
        start: where it begins.
        end: where it ends.
        name: the tag's name in lower case; empty for text.
        is_end: whether it is an end tag.
        told: its attributes, or the text that it stands for.
    """

    start: int
    end: int
    name: str = ""
    is_end: bool = False
    told: str = ""


def as_markdown(text: str) -> str:
    """Return prose with its tags as Markdown and its character references as what they stand for.

    Text that has none of them is returned as it is. In other text lines that are to stay lines end with two
    spaces (CommonMark 0.31, 6.7).
    """
    if ("<" not in text and "&" not in text) or not _SOME.search(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    tokens = list(_tokens(lines))
    return _Writer().written(lines, tokens) if tokens else text


def _tokens(text: str) -> Iterator[_Token]:
    coded = _coded(text)
    ends: dict[str, list[int]] = {}
    for end in _END.finditer(text):
        ends.setdefault((end[1] or end[2]).lower(), []).append(end.end())
    opened: set[str] = set()
    position = 0
    while (found := _TOKEN.search(text, position)) is not None:
        position = found.end()
        at = bisect_right(coded, (found.start(), len(text))) - 1
        if at >= 0 and found.start() < coded[at][1]:
            position = coded[at][1]
        elif text[found.start() - 1 : found.start()] != "\\":
            token = _token(found, ends, opened)
            if token is not None:
                yield token
                position = token.end


def _token(found: re.Match[str], ends: dict[str, list[int]], opened: set[str]) -> _Token | None:
    """Return what was found as what it is; None where that is text.

    Args:
        found: what may be a tag, a character reference or a comment.
        ends: where the end tags of each name end, in order; of comments the name is `--`.
        opened: the names of the tags before, to which this one's is added.
    """
    start, end = found.span()
    if found[4] is not None:
        told = _character(found[4])
        return None if told is None else _Token(start=start, end=end, told=told)
    if found[2] is None:
        later = ends.get("--", [])
        at = bisect_right(later, end + 2)
        return _Token(start=start, end=later[at]) if at < len(later) else None
    name, told = found[2].lower(), found[3] or ""
    if found[1]:
        is_known = name in _ALWAYS or name in _PAIRED
        return _Token(start=start, end=end, name=name, is_end=True) if is_known else None
    later = ends.get(name, [])
    at = bisect_right(later, end)
    is_tag = name in _ALWAYS or (name in _TABLES and "table" in opened)
    if not is_tag and (name not in _PAIRED or ("=" not in told and at == len(later))):
        return None
    opened.add(name)
    if name in _DROPPED:
        return _Token(start=start, end=later[at] if at < len(later) else end)
    return _Token(start=start, end=end, name=name, told=told)


def _character(reference: str) -> str | None:
    """Return what a character reference stands for, behind its `&`; None where that could not be read."""
    if not reference.startswith("#") and reference not in html5:
        return None
    told = unescape(f"&{reference}")
    if told == f"&{reference}":
        return None
    return " " if told.isspace() else told if told.isprintable() else None


def _coded(text: str) -> list[tuple[int, int]]:
    """Return where Markdown's code begins and ends, in order."""
    if "`" not in text and "~~~" not in text:
        return []
    found: list[tuple[int, int]] = []
    lines = text.split("\n")
    places = [0]
    for line in lines:
        places.append(places[-1] + len(line) + 1)
    start = 0
    for first, last in (*fences(lines), (len(lines), len(lines) - 1)):
        end = len(lines) if last is None else last + 1
        found += _spans(text[places[start] : places[first]], places[start])
        found += [(places[first], places[end])] if first < end else []
        start = end
    return found


def _spans(text: str, offset: int) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(found.start() for found in _ENDS.finditer(text)), len(text)):
        for run, closing in code_spans(text[start:end]):
            if closing is not None:
                yield offset + start + run.start(), offset + start + closing.end()
        start = end


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(next(filter(None, found.groups()), "")).strip() if found else ""


def _ended(tokens: list[_Token]) -> Iterator[int]:
    """Yield where blocks begin whose end tag comes before any other block."""
    after: _Token | None = None
    for token in reversed(tokens):
        if token.name in _BLOCKS or token.name in _LISTS or token.name in _TABLES:
            if after is not None and not token.is_end and after.is_end and after.name == token.name:
                yield token.start
            after = token


class _Writer:
    """What writes tokens, and the text around them, as Markdown."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._line = ""  # how the current line begins
        self._wanted = 0  # the break before the next text
        self._marker: str | None = None  # what begins the next text, where an item does
        self._markers: list[str] = []  # of the lists that are open, as spaces
        self._numbers: list[int | None] = []  # of their items
        self._flows = False  # whether lines may be broken anywhere
        self._ended: set[int] = set()  # where the blocks begin that have no others in them
        self._code: tuple[str, int] | None = None  # the tag, and where what is in it begins
        self._linked: tuple[str, int] | None = None  # the URL, and where what is linked begins
        self._cell: tuple[int, int] | None = None  # where it begins, and the break before it
        self._row: list[str] = []
        self._width = 0  # of the table's header

    def written(self, text: str, tokens: list[_Token]) -> str:
        """Return a text with its tokens as Markdown."""
        position = 0
        self._ended = set(_ended(tokens))
        for token in tokens:
            self._say(text[position : token.start])
            position = token.end
            if not token.name:
                self._say(token.told if self._code else token.told.replace("|", "\\|"))
            elif self._code:
                self._within_code(token)
            else:
                self._tag(token)
        self._say(text[position:])
        self._end_row()
        return "".join(self._out).strip()

    def _say(self, text: str) -> None:
        if not self._code:
            if (self._flows or self._markers or self._cell) and "```" not in text and "~~~" not in text:
                text = _SPACE.sub(" ", text)
            if self._wanted:
                text = text.lstrip()
                if text:
                    self._break()
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._out.append(text)
            _, is_new, last = text.rpartition("\n")
            self._line = last[:_MOST_OF_LINE] if is_new else (self._line + last)[:_MOST_OF_LINE]

    def _break(self) -> None:
        """Write the break that is wanted."""
        if self._wanted:
            marker = self._marker if self._marker is not None else self._indent()
            if _ROW.match(self._line):
                self._put(f" {marker.lstrip()}")
            else:
                self._put(f"{_BREAKS[self._wanted] if self._out else ''}{marker}")
        self._wanted, self._marker = 0, None

    def _want(self, wanted: int) -> None:
        if self._cell is not None:
            self._say(" ")
        elif self._marker is None:
            self._wanted = max(self._wanted, wanted)

    def _tag(self, token: _Token) -> None:
        name = token.name
        if name == "br":
            self._new_line()
        elif name in _LISTS:
            self._list(token)
        elif name in _CODE:
            self._begin_code(token)
        elif name in _TABLES:
            self._table(token)
        elif name == "a":
            self._link(token)
        elif name in _BLOCKS:
            self._block(token)
        elif not token.is_end:
            self._begin(token)

    def _begin(self, token: _Token) -> None:
        """Begin what has no end of its own."""
        if token.name == "li":
            self._item()
        elif token.name == "img":
            self._say(_attribute(_CAPTION, token.told))
        elif token.name == "sup":
            self._say("^")

    def _new_line(self) -> None:
        if self._markers or self._cell is not None or _ONE_LINE.match(self._line):
            self._say(" ")
        else:
            self._want(_PARAGRAPH if self._wanted == _LINE else _LINE)

    def _block(self, token: _Token) -> None:
        self._flows = token.start in self._ended
        if token.name == "dd" and not token.is_end and self._cell is None:
            self._wanted, self._marker = _LINE, self._indent()
        else:
            self._want(_PARAGRAPH)

    def _list(self, token: _Token) -> None:
        if not token.is_end:
            self._want(_ITEM if self._markers else _PARAGRAPH)
            self._numbers.append(1 if token.name == "ol" else None)
            self._markers.append("")
        elif self._markers:
            self._numbers.pop()
            self._markers.pop()
            self._marker = None
            self._want(_ITEM if self._markers else _PARAGRAPH)

    def _item(self) -> None:
        if self._cell is not None:
            self._say(" - ")
            return
        number = self._numbers[-1] if self._numbers else None
        marker = "- " if number is None else f"{number}. "
        outer = self._indent(len(self._markers) - 1)
        follows = bool(self._markers and self._markers[-1])
        if self._markers:
            self._markers[-1] = " " * len(marker)
            self._numbers[-1] = None if number is None else number + 1
        self._wanted = _ITEM if follows else max(self._wanted, _ITEM)
        self._marker = outer + marker

    def _indent(self, depth: int = _MOST_LISTS) -> str:
        """Return what text in that many of the lists that are open begins with."""
        return "".join(self._markers[: min(max(depth, 0), _MOST_LISTS)])

    def _link(self, token: _Token) -> None:
        if not token.is_end:
            url = _attribute(_ADDRESS, token.told)
            url = url if _URL.fullmatch(url) else ""
            if url:
                self._break()
            self._linked = url, len(self._out)
        elif self._linked is not None:
            url, start = self._linked
            self._linked = None
            shown = "".join(self._out[start:])
            url = url.removeprefix("mailto:")
            if url and shown.strip() and shown.strip() != url:
                before = "".join(self._out[max(start - 1, 0) : start])
                space = " " if shown[0].isspace() and before[-1:].strip() else ""
                self._out[start:] = [f"{space}{shown.strip()} ({url})"]
                self._line = (self._line.rstrip() + f" ({url})")[:_MOST_OF_LINE]

    def _begin_code(self, token: _Token) -> None:
        if not token.is_end:
            self._break()
            self._code = token.name, len(self._out)

    def _within_code(self, token: _Token) -> None:
        assert self._code is not None
        name, start = self._code
        if token.name == "br":
            self._put("\n")
        elif token.is_end and token.name == name:
            text = "".join(self._out[start:])
            del self._out[start:]
            self._code = None
            is_block = name == "pre" and "\n" in text.strip() and self._cell is None
            if is_block:
                self._code_block(text)
            else:
                told = " ".join(text.split())
                self._put(told if "`" in told else as_span(told) or "")

    def _code_block(self, text: str) -> None:
        fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
        lines = dedent(text.strip("\n")).rstrip().split("\n")
        self._wanted = _PARAGRAPH
        self._break()
        left = "\n" + self._indent()
        self._put(left.join([fence, *lines, fence]))
        self._wanted = _PARAGRAPH

    def _table(self, token: _Token) -> None:
        if token.name in {"td", "th"}:
            self._end_cell()
            if not token.is_end:
                self._cell = len(self._out), self._wanted
                self._wanted = 0
        else:
            self._end_row()
            if token.name == "table":
                self._width = 0
                self._want(_PARAGRAPH)

    def _end_cell(self) -> None:
        if self._cell is not None:
            start, self._wanted = self._cell
            self._row.append(" ".join("".join(self._out[start:]).replace("|", "\\|").split()))
            del self._out[start:]
            self._cell, self._marker = None, None

    def _end_row(self) -> None:
        self._end_cell()
        row, self._row = self._row, []
        if not any(row):
            return
        self._want(_ITEM if self._width else _PARAGRAPH)
        self._break()
        if len(row) == 1 and not self._width:
            self._put(row[0])
        else:
            self._put(f"| {' | '.join(row)} |")
            if not self._width:
                self._width = len(row)
                self._put(f"\n|{' --- |' * len(row)}")
        self._line = ""
        self._wanted = _ITEM if self._width else _PARAGRAPH
