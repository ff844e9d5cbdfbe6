"""Servers of lists, made from what documents say and what people wrote down of their makers' servers.

They know nothing of what the generator inferred: the labels beside the corpus say where the items are, what
leads on and what ends a list; everything else that an answer says of its page is the truth.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.corpus.documents import CORPUS

LABELS = CORPUS.parent / "pagination"
COUNT = 5
CAP = 2  # of things on a page, whatever was asked for: 2.5 pages
MARK = "walk"

Style: TypeAlias = Literal["page", "offset", "item", "token"]
Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is known of an operation that gives pages; see the README beside the labels."""

    method: str
    path: str
    kind: str
    items: Path
    next: str
    parameter: str
    end: str
    source: str

    @property
    def place(self) -> Path:
        """Where a request says which page it wants: `("query", "page[after]")`, `("body", "a", "b")`."""
        found = re.fullmatch(r"(query|body|deepObject):(.+)|(.+) \((query)\)", self.parameter)
        if found is None:
            return ("query", MARK)
        where, name = found[1] or found[4], found[2] or found[3]
        return ("body", *name.split(".")) if where == "body" else ("query", name)

    @property
    def style(self) -> Style:
        """What says there which page it is."""
        name = self.place[-1].lower()
        match self.kind:
            case "page-number":
                return "page"
            case "offset-limit":
                return "offset"
            case "cursor-item-id":
                return "item"
            case "next-url" | "link-header" if name == "since":
                return "item"
            case "next-url" | "link-header" if name in {"page", "offset"}:
                return "page" if name == "page" else "offset"
            case _:
                return "token"

    @property
    def field(self) -> str:
        """The field of the last item that leads on."""
        return self.next.removeprefix("last item ").partition(" ")[0] if "last item" in self.next else "id"

    @property
    def reads(self) -> Path:
        """Where an answer has what leads on; empty where it has nothing in its body."""
        return tuple(self.next.split(".")) if re.fullmatch(r"[\w.@]+", self.next) else ()


def labels(document: str) -> Iterator[Label]:
    """Yield what is known of the lists of a document: those that are paged for sure."""
    table = LABELS / f"{document}.tsv"
    if not table.exists():
        return
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label"] == "paginated" and row["sure"] == "yes":
                items = tuple(row["items"].split(".")) if row["items"] else ()
                names = ("method", "path", "kind", "next", "parameter", "end", "source")
                yield Label(items=items, **{name: row[name] or "" for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of five things, two of them on a page.

    Attributes:
        label: what is known of it.
        sample: an answer as the document describes it.
        first: the number of the first page.
    """

    label: Label
    sample: Any
    first: int = 1

    def answer(self, request: Any) -> tuple[dict[str, str], Any]:
        """Return the headers and the body of the page that a request asks for."""
        start = self._start(request)
        body = json.loads(json.dumps(self.sample))
        end = min(start + CAP, COUNT)
        body = _put(body, self.label.items, self._things(start, end))
        is_last = end >= COUNT
        self._tell(body, start, is_last=is_last)
        url = None if is_last else self._url(request, end)
        self._lead_on(body, end, url)
        header = {"link": f'<{url}>; rel="next"'} if url and self.label.kind == "link-header" else {}
        return header, body

    # --- the things ---

    @property
    def _thing(self) -> Any:
        found = _at(self.sample, self.label.items)
        things = list(found.values()) if isinstance(found, dict) else found
        return things[0] if things else {}

    def _things(self, start: int, end: int) -> Any:
        things = [self._numbered(number) for number in range(start, end)]
        is_map = isinstance(_at(self.sample, self.label.items), dict)
        return {f"key {number}": thing for number, thing in enumerate(things, start)} if is_map else things

    def _numbered(self, number: int) -> Any:
        """Return a thing that is told from the others by its number."""
        thing = self._thing
        if not isinstance(thing, dict):
            return number if isinstance(thing, int | float) else f"{MARK} {number}"
        given = {self.label.field: self._id(number)} if self.label.style == "item" else {}
        return {**thing, **given, MARK: number}

    def _id(self, number: int) -> Any:
        known = self._thing.get(self.label.field)
        return number + 1 if isinstance(known, int) else f"id {number}"

    # --- where a page is ---

    def _start(self, request: Any) -> int:
        sent = json.loads(request.content or b"{}")
        given = dict(parse_qsl(urlsplit(request.url).query))
        where, *path = self.label.place
        number = (sent if where == "body" else given).get("page")
        if "alt=page-number" in self.label.source and self.label.style == "offset" and number is not None:
            return (int(number) - 1) * CAP
        value = _at(sent, tuple(path)) if where == "body" else given.get(self._name)
        if value in (None, ""):
            return 0
        match self.label.style:
            case "page":
                return (int(value) - self.first) * CAP
            case "offset":
                return int(value)
            case "item":
                ids = [str(self._id(number)) for number in range(COUNT)]
                return ids.index(str(value)) + 1
            case "token":
                return int(str(value).removeprefix("c"))

    @property
    def _name(self) -> str:
        return self.label.place[1]

    def _position(self, start: int) -> Any:
        match self.label.style:
            case "page":
                return start // CAP + self.first
            case "offset":
                return start
            case "item":
                return self._id(start - 1)
            case "token":
                return start if isinstance(_at(self.sample, self.label.reads), int) else f"c{start}"

    def _url(self, request: Any, start: int) -> str:
        """Return the URL of the page that begins with a thing; it is relative where it is called a URI."""
        parts = urlsplit(request.url)
        query = [pair for pair in parse_qsl(parts.query) if pair[0] != self._name]
        text = urlencode([*query, (self._name, str(self._position(start)))])
        origin = "" if self.label.next.endswith("uri") else f"{parts.scheme}://{parts.netloc}"
        return f"{origin}{parts.path}?{text}"

    # --- what an answer says of its page ---

    def _lead_on(self, body: Any, end: int, url: str | None) -> None:
        path = self.label.reads
        if not path or not isinstance(body, dict):
            return
        if url is not None:
            value = url if self.label.kind == "next-url" else self._position(end)
            _put(body, path, value)
            return
        absent = self.label.end.startswith("absent:")
        holder = _at(body, path[:-1])
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
            if not absent:
                holder[path[-1]] = None

    def _tell(self, body: Any, start: int, *, is_last: bool) -> None:
        """Make what an answer says of its page the truth, wherever it says it."""
        if not isinstance(body, dict):
            return
        told = re.match(r"(has_more|done|total)(?:: ?| \()([\w.]+)", self.label.end)
        if told is not None:
            truth = {"has_more": not is_last, "done": is_last, "total": self._total(told[2])}[told[1]]
            _put(body, tuple(told[2].split(".")), truth)
        self._tell_below(body, start, (), is_last=is_last)

    def _tell_below(self, node: dict[str, Any], start: int, path: Path, *, is_last: bool) -> None:
        for name, value in node.items():
            here = (*path, name)
            if isinstance(value, dict) and here != self.label.items:
                self._tell_below(value, start, here, is_last=is_last)
            elif isinstance(value, bool):
                node[name] = is_last if re.search("last|done", name, re.IGNORECASE) else not is_last
            elif isinstance(value, int):
                node[name] = self._number(name, value, start)

    def _number(self, name: str, value: int, start: int) -> int:
        if re.search("total|count", name, re.IGNORECASE):
            return self._total(name)
        if re.fullmatch("page_?(number)?|current_?page", name, re.IGNORECASE):
            return start // CAP + (self.first if self.label.style == "page" else 1)
        return value

    @staticmethod
    def _total(name: str) -> int:
        return -(-COUNT // CAP) if re.search("pages", name, re.IGNORECASE) else COUNT


def _at(value: Any, path: Path) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _put(body: Any, path: Path, value: Any) -> Any:
    """Return a body with a value at a path; objects on the way are made where they are missing."""
    if not path:
        return value
    holder = body
    for name in path[:-1]:
        if not isinstance(holder.get(name), dict):
            holder[name] = {}
        holder = holder[name]
    holder[path[-1]] = value
    return body
