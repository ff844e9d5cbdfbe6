"""Prose as Markdown that does nothing: no links, images or HTML of the document, and no code that never ends.

Editors and hosts render docstrings and READMEs as Markdown (CommonMark 0.31, GFM). Where a construct is to
stay text, a space is put into it: that can be read anywhere, and nothing could undo it, as there is for a
backslash. What stands between back-ticks stays as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from generator.words import kept

# A cheap test: most lines have nothing of it.
_ACTIVE = re.compile(r"[`<\]]|~~~|\.\.\s")
_TICKS = re.compile(r"`+")
_NO_TICK = "'"
BAR = re.compile(r"(?<!\\)\|")
_MAX_INDENT = 30
_MAX_TICKS = 2  # what has more could begin a line once it is wrapped, and with it a block of code
# Where a block of code begins or ends: indentation, an item's marker, back-ticks or tildes, what is behind.
_FENCE = re.compile(r"(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?(?:(`{3,})([^`]*)|(~{3,})(.*))$")
# A link or image; the definition of one; a tag, comment or autolink; a fence; a directive in reST.
_PLAIN = re.compile(r"\](?=[(:])|<(?=[A-Za-z/!?])|~(?=~~)|(?<!\S)\.(?=\.\s)")
# A link as documents write it, and as it is once it does nothing; one by the name of its target.
_LINK = re.compile(
    r"!?\[([^\[\]]+)\] ?\( ?(https?://(?:[^()\s]|\([^()\s]*\))+|mailto:[^()\s]+|[/#.][^()\s]*)"
    r'(?: +"[^"()]*")? ?\)'
)
_REFERENCE = re.compile(r"(?<!\S)\[([^\[\]]+)\] ?\[[^\[\]]*\]")
_AUTOLINK = re.compile(r"<(?:mailto:)?(https?://[^\s<>]+|[\w.+-]+@[\w.-]+)>")
# A tag at which a line may be broken begins a block, whatever is open around it.
_TAG = re.compile(r"(?<=\s)<(?=[A-Za-z/!?])")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def unlinked(line: str) -> str:
    """Return a line of prose with links as text: what is linked, and in brackets where to."""
    if "]" in line:
        line = _outside_code(_REFERENCE, r"\1", _outside_code(_LINK, _as_text, line))
    return _outside_code(_AUTOLINK, r"\1", line) if "<" in line else line


def _outside_code(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], line: str) -> str:
    """Return a line in which what a pattern finds is replaced, but where it begins in code."""
    if "`" not in line or not pattern.search(line):
        return pattern.sub(new, line)
    spans = [(run.start(), closing.end()) for run, closing in code_spans(line) if closing is not None]

    def replaced(found: re.Match[str]) -> str:
        at = bisect_right(spans, (found.start(), len(line))) - 1
        if at >= 0 and found.start() < spans[at][1]:
            return found[0]
        return found.expand(new) if isinstance(new, str) else new(found)

    return pattern.sub(replaced, line)


def _as_text(link: re.Match[str]) -> str:
    text, target = link.groups()
    target = target.removeprefix("mailto:")
    return text if target == text or target.startswith(("/", "#", ".")) else f"{text} ({target})"


def inert(line: str) -> str:
    """Return one line of prose as Markdown that does nothing."""
    return "".join(_parts(line)) if _ACTIVE.search(line) else line


def inert_lines(lines: list[str]) -> list[str]:
    """Return the lines of a text as Markdown that does nothing; blocks of code stay as they are."""
    coded = coded_lines(lines)
    return [line if index in coded else inert(unlinked(line)) for index, line in enumerate(lines)]


@kept
def code(text: str) -> str:
    """Return any text as code in a cell of a table."""
    shown = " ".join(_HIDDEN.sub(" ", text).split())
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    space = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{ticks}{space}{cell(shown)}{space}{ticks}"


def cell(text: str) -> str:
    """Return a line as it stands in a cell of a table."""
    return text.replace("|", "\\|")


def coded_lines(lines: Sequence[str]) -> set[int]:
    """Return which lines are blocks of code, fences and all; what never ends is none (CommonMark, 4.5)."""
    return {index for start, end in fences(lines) if end is not None for index in range(start, end + 1)}


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a text that does nothing as one, blocks of code as code in it."""
    told: list[str] = []
    start = 0
    for first, last in fences(lines):
        if last is not None:
            code = " ".join(" ".join(lines[first + 1 : last]).split())
            told += [*lines[start:first], as_span(code) or inert(code)]
            start = last + 1
    return " ".join(filter(None, [*told, *lines[start:]]))


def fences(lines: Sequence[str]) -> Iterator[tuple[int, int | None]]:
    """Yield the lines at which blocks of code begin and end; the last one may have no end."""
    opened: tuple[int, str] | None = None
    for index, line in enumerate(lines):
        if "```" not in line and "~~~" not in line:
            continue
        fence = _FENCE.match(line)
        if fence is None:
            continue
        _, marker, ticks, info, tildes, words = fence.groups()
        if opened is None:
            opened = index, ticks or tildes
        elif not marker and not (info or words or "").strip() and (ticks or tildes).startswith(opened[1]):
            yield opened[0], index
            opened = None
    if opened is not None:
        yield opened[0], None


def code_block(lines: Sequence[str], end: str | None, *, is_nested: bool) -> list[str]:
    """Return a block of code with both fences, no line further out than the first: what it is in would end.

    Args:
        lines: its lines, but for the last fence.
        end: the last fence; None where the text ends before.
        is_nested: whether it is inside an item of a list, and stays indented.
    """
    fence = _FENCE.match(lines[0].expandtabs(4))
    assert fence is not None
    space, marker, ticks, info, tildes, words = fence.groups()
    width = len(space) + len(marker or "")
    marker = f"{marker.strip()} " if marker else ""
    left = " " * min(len(space), _MAX_INDENT) if is_nested else ""
    inner = left + " " * len(marker)
    # A bar could make it the header of a table.
    opening = f"{left}{marker}{ticks or tildes}{(info or words or '').partition('|')[0]}".rstrip()
    code = (f"{inner}{_outdented(line, width)}".rstrip() for line in lines[1:])
    return [opening, *code, f"{inner}{end.strip() if end is not None else ticks or tildes}"]


def _outdented(line: str, width: int) -> str:
    """Return a line of code without the indentation of its block."""
    text = line.lstrip()
    space = line[: len(line) - len(text)].expandtabs(4)
    return space[width:] + text


def _parts(line: str) -> Iterator[str]:
    """Yield a line's parts: text, and what stands between as many back-ticks."""
    spans = list(code_spans(line))
    # The cells of a row end code, and what is behind it may begin other code.
    is_cut = any(closing and BAR.search(line, run.end(), closing.start()) for run, closing in spans)
    start = 0
    for run, closing in spans:
        yield _plain(line[start : run.start()])
        if closing is None:
            yield _NO_TICK * len(run[0])
        else:
            code = _span(line[run.end() : closing.start()], len(run[0]))
            yield _plain(code) if is_cut else _TAG.sub("< ", code)
        start = (closing or run).end()
    yield _plain(line[start:])


def _span(text: str, ticks: int) -> str:
    """Return what stands between back-ticks with no more of them than may begin a line."""
    if ticks <= _MAX_TICKS:
        return f"{'`' * ticks}{text}{'`' * ticks}"
    quotes = _NO_TICK * ticks
    return as_span(text.strip()) or f"{quotes}{_plain(text.replace('`', _NO_TICK))}{quotes}"


def as_span(text: str) -> str | None:
    """Return text as code in a line; None where that takes more back-ticks than may begin a line."""
    runs = {len(run) for run in _TICKS.findall(text)}
    if not text or {1, 2} <= runs:
        return None
    if 1 in runs:
        return f"`` {text} ``"
    return f"` {text} `" if text[0] == "`" or text[-1] == "`" else f"`{text}`"


def code_spans(line: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Yield the back-ticks that code begins with, and those that it ends with, if any (CommonMark, 6.1)."""
    runs = list(_TICKS.finditer(line))
    places: dict[int, list[int]] = {}
    for index in reversed(range(len(runs))):
        places.setdefault(len(runs[index][0]), []).append(index)
    index = 0
    while index < len(runs):
        run = runs[index]
        closing = places[len(run[0])]
        while closing and closing[-1] <= index:
            closing.pop()
        escaped = line[max(0, run.start() - 1)] == "\\"
        if closing and not escaped:
            index = closing[-1]
            yield run, runs[index]
        else:
            yield run, None
        index += 1


def _plain(text: str) -> str:
    return _PLAIN.sub(lambda found: f"{found[0]} ", text)
