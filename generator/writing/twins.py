"""The twin pass: the sync flavour derived from the async one, by a closed table over names.

Strings, docstrings and comments stay as they are, so they are written to fit both flavours. An entry of the
table that nothing uses, or an `await` that is left over, is an error.
"""

import re
from collections.abc import Iterable, Mapping

TABLE = {
    "AsyncClient": "Client",
    "AsyncMethod": "Method",
    "AsyncHttp": "Http",
    "AsyncHttpx": "Httpx",
    "AsyncPage": "Page",
    "AsyncItems": "Items",
    "AsyncPager": "Pager",
    "AsyncPages": "Pages",
    "AsyncResource": "Resource",
    "AsyncTransport": "Transport",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "StopAsyncIteration": "StopIteration",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
    "aiter_bytes": "iter_bytes",
    "async_answering": "answering",
    "async_sleep": "sleep",
}
# A string in any quotes, a comment, `async` or `await` with the space behind it, or a name. Inside strings
# whole runs of ordinary characters are taken at once.
TOKEN = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:""")?'
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"
    r"|\#[^\n]*"
    r"|\b(?:async|await)\b[ ]"
    r"|\b[A-Za-z_]\w*\b",
    re.DOTALL,
)
WORD = re.compile(r"\w+")
CLASS = re.compile(r"^class (Async\w+)\b", re.MULTILINE)
# Annotations in quotes are the only strings that hold names of the flavour.
QUOTED_NAME = re.compile(r'^"(?:Async\w+)(?:\[[\w.]*\])?(?:\[Async\w+\[\w\]\])?(?: \| None)?"$')


class TwinError(Exception):
    """The async flavour cannot be turned into the sync one: a fault of the templates, never of a document."""


def twin_names(files: Mapping[str, str]) -> dict[str, str]:
    """Return the table together with the classes that the async modules define."""
    names = dict(TABLE)
    unused = set(TABLE)
    for path, text in files.items():
        if path.startswith("_async/"):
            names |= {found: found.removeprefix("Async") for found in CLASS.findall(text)}
            if unused:
                unused.difference_update(_names(text))
    if unused:
        raise TwinError(f"the table of twins has an entry that nothing uses: {min(unused)}")
    return names


def derive_sync(text: str, names: Mapping[str, str], path: str) -> str:
    """Return the sync flavour of an async module.

    Args:
        text: the module.
        names: what each name of the async flavour becomes.
        path: the module's path, for errors.

    Raises:
        TwinError: where something of the async flavour is left over.
    """

    def replace(found: re.Match[str]) -> str:
        token = found[0]
        if token[0] in "\"'":
            return _in_quotes(token, names)
        if token in {"async ", "await "}:
            return ""
        return names.get(token, token)

    derived = TOKEN.sub(replace, text)
    left = [word for word in _names(derived) if word in {"async", "await"} or word in names]
    if left:
        raise TwinError(f"{path}: '{left[0]}' is left over in the sync flavour")
    return derived


def _in_quotes(token: str, names: Mapping[str, str]) -> str:
    if not QUOTED_NAME.match(token):
        return token
    return WORD.sub(lambda found: names.get(found[0], found[0]), token)


def _names(text: str) -> Iterable[str]:
    for found in TOKEN.finditer(text):
        token = found[0].strip()
        if token[0] not in "\"'#":
            yield token
        elif QUOTED_NAME.match(token):
            yield from WORD.findall(token)
