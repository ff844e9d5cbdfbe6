"""The twin pass: the templates of the sync flavour, derived from those of the async one.

It sees templates and never what is put into them: what stands in a template's braces is set aside before, and
no name or text of a document is there yet. Of our own names an `Async` at the beginning goes, and a closed
table has the others. Strings, docstrings and comments stay as they are, so they are written to fit both
flavours. An entry of the table that nothing uses, or a left-over of the async flavour, is an error.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

ASYNC, SYNC = "_async/", "_sync/"
TABLE = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "AsyncByteStream": "SyncByteStream",
    "StopAsyncIteration": "StopIteration",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
    "aiter_bytes": "iter_bytes",
    "aiter_raw": "iter_raw",
    "async_adapted": "adapted",
    "async_answering": "answering",
    "async_blocks": "blocks",
    "async_measure": "measure",
    "async_clients": "clients",
    "async_checked_grants": "checked_grants",
    "async_checked_hooks": "checked_hooks",
    "async_given_by": "given_by",
    "async_interrupt": "interrupt",
    "async_limits": "limits",
    "async_listening": "listening",
    "async_show": "show",
    "async_sleep": "sleep",
    "async_store": "store",
    "async_tell": "tell",
    "async_within": "within",
}
# What the sync flavour has nothing for.
ASYNC_ONLY = frozenset({"_async/aiohttp.py"})
# What Jinja reads, and the character of no script that stands in for it.
BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
HOLE = "\ue000"
# A string in any quotes, a comment, `async` or `await` with the space behind it, or a name.
TOKEN = re.compile(
    r'("""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'"
    r"|\#[^\n]*"
    r"|\b(?:async|await)\b[ ]"
    r"|\b[A-Za-z_]\w*\b)",
    re.DOTALL,
)
PREFIX = re.compile(r"^(_*)Async(?=[A-Z]|$)")
# Annotations in quotes are the only strings that hold names of the flavour.
QUOTED_NAME = re.compile(rf'^"(?:T \| )?Async[\w{HOLE}]+(?:\[[\w.]*\])?(?: \| None)?"$')
LEFT_OVER = re.compile(r"async|await", re.IGNORECASE)


class TwinError(Exception):
    """The async flavour cannot be turned into the sync one: a fault of the templates, never of a document."""


def sync_templates(templates: Mapping[str, str]) -> dict[str, str]:
    """Return the templates of the sync flavour.

    Args:
        templates: all templates, by their paths.

    Raises:
        TwinError: where something of the async flavour is left over, or the table says more than is needed.
    """
    sources = {
        path: text for path, text in templates.items() if path.startswith(ASYNC) and path not in ASYNC_ONLY
    }
    unused = TABLE.keys() - {name for text in sources.values() for name in _names(set(TOKEN.findall(text)))}
    if unused:
        raise TwinError(f"the table of twins has an entry that nothing uses: {min(unused)}")
    return {f"{SYNC}{path.removeprefix(ASYNC)}": derive_sync(text, path) for path, text in sources.items()}


def derive_sync(template: str, path: str) -> str:
    """Return the sync flavour of a template.

    Args:
        template: its text.
        path: its path, for errors and to know whether Jinja reads it.

    Raises:
        TwinError: where something of the async flavour is left over.
    """
    if not path.endswith(".jinja"):
        return _derived(template, path)
    braces = iter(BRACES.findall(template))
    return re.sub(HOLE, lambda _: next(braces), _derived(BRACES.sub(HOLE, template), path))


def _derived(text: str, path: str) -> str:
    parts = TOKEN.split(text)  # every other one is a token
    twins = {token: _twin(token) for token in dict.fromkeys(parts[1::2])}  # most stand there many times
    left = [name for name in _names(filter(None, twins.values())) if LEFT_OVER.search(name)]
    if left:
        raise TwinError(f"{path}: '{left[0]}' is left over in the sync flavour")
    parts[1::2] = map(twins.__getitem__, parts[1::2])
    return "".join(parts)


def _twin(token: str) -> str:
    if token[0] in "\"'#":
        return re.sub(r"\w+", lambda found: _twin(found[0]), token) if QUOTED_NAME.match(token) else token
    if token in {"async ", "await "}:
        return ""
    return TABLE.get(token) or PREFIX.sub(r"\1", token)


def _names(tokens: Iterable[str]) -> Iterator[str]:
    for token in tokens:
        if token[0] not in "\"'#":
            yield token.strip()
        elif QUOTED_NAME.match(token):
            yield from re.findall(r"\w+", token)
