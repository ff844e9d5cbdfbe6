"""Prose as Markdown that does nothing: no links, images or HTML of the document, and no code that never ends.

Editors and hosts render docstrings and READMEs as Markdown (CommonMark 0.31, GFM). Where a construct is to
stay text, a space is put into it: that can be read anywhere, and nothing could undo it, as there is for a
backslash. What stands between back-ticks stays as it is.
"""

import re
from collections.abc import Iterator

# A cheap test: most lines have nothing of it.
_ACTIVE = re.compile(r"[`<\]]|~~~|\.\.\s")
_TICKS = re.compile(r"`+")
_MAX_TICKS = 2  # what has more could begin a line once it is wrapped, and with it a block of code
_FENCE = re.compile(r"^\s*(`{3,})([^`]*)$")
# A link or image; the definition of one; a tag, comment or autolink; a fence; a directive in reST.
_PLAIN = re.compile(r"\](?=[(:])|<(?=[A-Za-z/!?])|~(?=~~)|(?<!\S)\.(?=\.\s)")
# A link as documents write it, and as it is once it does nothing; one by the name of its target.
_LINK = re.compile(r"!?\[([^\[\]]+)\] ?\((https?://[^()\s]+|[/#.][^()\s]*)\)")
_REFERENCE = re.compile(r"(?<!\S)\[([^\[\]]+)\] ?\[[^\[\]]*\]")
# A tag at which a line may be broken begins a block, whatever is open around it.
_TAG = re.compile(r"(?<=\s)<(?=[A-Za-z/!?])")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def unlinked(line: str) -> str:
    """Return a line of prose, inert or not, with links as text: what is linked, and in brackets where to."""
    if "]" not in line:
        return line
    return _REFERENCE.sub(r"\1", _LINK.sub(_as_text, line))


def _as_text(link: re.Match[str]) -> str:
    text, target = link.groups()
    return f"{text} ({target})" if target.startswith(("http://", "https://")) and target != text else text


def inert(line: str) -> str:
    """Return one line of prose as Markdown that does nothing."""
    return "".join(_parts(line)) if _ACTIVE.search(line) else line


def inert_lines(lines: list[str]) -> list[str]:
    """Return the lines of a text as Markdown that does nothing; blocks of code stay where they end."""
    fences = _fences(lines)
    return [line if index in fences else inert(line) for index, line in enumerate(lines)]


def code(text: str) -> str:
    """Return any text as code in a cell of a table."""
    shown = " ".join(_HIDDEN.sub(" ", text).split())
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    space = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{ticks}{space}{cell(shown)}{space}{ticks}"


def cell(text: str) -> str:
    """Return a line as it stands in a cell of a table."""
    return text.replace("|", "\\|")


def _fences(lines: list[str]) -> set[int]:
    """Return which lines begin and end blocks of code; one that never ends is none (CommonMark, 4.5)."""
    found: set[int] = set()
    opened: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence is None:
            continue
        if opened is None:
            opened = index, len(fence[1])
        elif not fence[2].strip() and len(fence[1]) >= opened[1]:
            found |= {opened[0], index}
            opened = None
    return found


def _parts(line: str) -> Iterator[str]:
    """Yield a line's parts: text, and what stands between as many back-ticks (CommonMark, 6.1)."""
    runs = list(_TICKS.finditer(line))
    places: dict[int, list[int]] = {}
    for index in reversed(range(len(runs))):
        places.setdefault(len(runs[index][0]), []).append(index)
    start, index = 0, 0
    while index < len(runs):
        run = runs[index]
        closing = places[len(run[0])]
        while closing and closing[-1] <= index:
            closing.pop()
        yield _plain(line[start : run.start()])
        escaped = line[max(0, run.start() - 1)] == "\\"
        if closing and not escaped and len(run[0]) <= _MAX_TICKS:
            index = closing[-1]
            yield _TAG.sub("< ", line[run.start() : runs[index].end()])
        else:
            yield "'" * len(run[0])
        start = runs[index].end()
        index += 1
    yield _plain(line[start:])


def _plain(text: str) -> str:
    return _PLAIN.sub(lambda found: f"{found[0]} ", text)
