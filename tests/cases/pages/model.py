"""A server of lists of every kind, whose things come and go between pages, and which may lie."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.support.http_server import RecordedRequest, Reply

ABSENT = object()


@dataclass(kw_only=True)
class Lists:
    """The things, and how the server tells of them.

    Attributes:
        ids: the ids of the things, in order.
        hidden: those that no page shows, for they are filtered out after paging.
        cap: the most things on a page, whatever was asked for.
        end: what stands where there is no cursor: `ABSENT`, None or empty text.
        more: what the flag says: None for the truth.
        total: what the total says: None for the truth; `ABSENT` leaves it out.
        changes: what happens to the ids after each request: one for each.
        url: where the server is.
        seen: what was asked for.
    """

    ids: list[int]
    hidden: frozenset[int] = frozenset()
    cap: int = 2
    end: Any = None
    more: Any = None
    total: Any = None
    changes: list[Callable[[list[int]], None]] = field(default_factory=list[Callable[[list[int]], None]])
    url: str = ""
    seen: list[RecordedRequest] = field(default_factory=list[RecordedRequest])

    def answer(self, request: RecordedRequest) -> Reply:
        """Return the page that a request asks for."""
        self.seen.append(request)
        kind = request.path.strip("/")
        query = dict(request.query) if request.method == "GET" else (request.json or {}).get("paging") or {}
        reply: Reply = getattr(self, f"_{kind}")(query)
        if self.changes:
            self.changes.pop(0)(self.ids)
        return reply

    # --- windows ---

    def _size(self, asked: Any) -> int:
        return max(1, min(self.cap, int(asked or 3)))

    def _after(self, cursor: str | None, asked: Any) -> tuple[list[int], bool]:
        """Return the ids after one, as many as a page has, and whether there are more."""
        rest = [one for one in self.ids if cursor in {None, ""} or one > int(str(cursor).lstrip("c"))]
        size = self._size(asked)
        return rest[:size], len(rest) > size

    def _before(self, cursor: str, asked: Any) -> tuple[list[int], bool]:
        rest = [one for one in self.ids if one < int(cursor.lstrip("c"))]
        size = self._size(asked)
        return rest[-size:], len(rest) > size

    def _things(self, ids: list[int]) -> list[dict[str, str]]:
        return [{"id": str(one)} for one in ids if one not in self.hidden]

    def _told(self, truth: int) -> dict[str, Any]:
        if self.total is ABSENT:
            return {}
        return {"total": truth if self.total is None else self.total}

    def _flag(self, *, truth: bool) -> dict[str, Any]:
        if self.more is ABSENT:
            return {}
        return {"has_more": truth if self.more is None else self.more}

    def _cursor(self, name: str, cursor: str | None) -> dict[str, Any]:
        if cursor is not None:
            return {name: cursor}
        return {} if self.end is ABSENT else {name: self.end}

    # --- the kinds ---

    def _cursors(self, query: dict[str, str]) -> Reply:
        ids, more = self._after(query.get("cursor"), query.get("limit"))
        next_ = self._cursor("next_cursor", f"c{ids[-1]}" if more else None)
        total = self._told(len(self.ids))
        return _json({"data": self._things(ids), **next_, **self._flag(truth=more), **total})

    def _both(self, query: dict[str, str]) -> Reply:
        size = query.get("page[size]")
        if "page[before]" in query:
            ids, _ = self._before(query["page[before]"], size)
        else:
            ids, _ = self._after(query.get("page[after]"), size)
        more = bool(ids) and self.ids[-1] != ids[-1]
        back = bool(ids) and self.ids[0] != ids[0]
        next_ = self._cursor("next", f"c{ids[-1]}" if more else None)
        previous = self._cursor("previous", f"c{ids[0]}" if back else None)
        return _json({"data": self._things(ids), "pagination": next_ | previous})

    def _searches(self, query: dict[str, str]) -> Reply:
        ids, more = self._after(query.get("cursor"), query.get("limit"))
        next_ = self._cursor("next_cursor", f"c{ids[-1]}" if more else None)
        return _json({"results": self._things(ids), "paging": next_})

    def _headers(self, query: dict[str, str]) -> Reply:
        ids, more = self._after(query.get("cursor"), query.get("limit"))
        return _json(self._things(ids), {"X-Next-Cursor": f"c{ids[-1]}"} if more else {})

    def _items(self, query: dict[str, str]) -> Reply:
        if "ending_before" in query:
            ids, more = self._before(query["ending_before"], query.get("limit"))
        else:
            ids, more = self._after(query.get("starting_after"), query.get("limit"))
        return _json({"data": self._things(ids), **self._flag(truth=more)})

    def _urls(self, query: dict[str, str]) -> Reply:
        ids, more = self._after(query.get("from"), query.get("limit"))
        links = self._cursor("next", f"{self.url}/urls?from={ids[-1]}&limit={self.cap}" if more else None)
        return _json({"data": self._things(ids), "links": links})

    def _links(self, query: dict[str, str]) -> Reply:
        ids, more = self._after(query.get("after"), query.get("limit"))
        first = f'<{self.url}/links>; rel="first"'
        header = f'{first}, </links?after={ids[-1]}&limit={self.cap}>; rel="next last"' if more else first
        return _json(self._things(ids), {"Link": header})

    def _page(self, query: dict[str, str], first: int) -> tuple[list[int], int]:
        size = self._size(query.get("per_page"))
        start = (int(query.get("page", first)) - first) * size
        return self.ids[start : start + size], -(-len(self.ids) // size)

    def _numbers(self, query: dict[str, str]) -> Reply:
        ids, pages = self._page(query, 1)
        told = {name.replace("total", "total_pages"): value for name, value in self._told(pages).items()}
        return _json({"data": self._things(ids), "page": int(query.get("page", 1)), **told})

    def _zeros(self, query: dict[str, str]) -> Reply:
        ids, _ = self._page(query, 0)
        return _json({"data": self._things(ids), **self._told(len(self.ids))})

    def _bare(self, query: dict[str, str]) -> Reply:
        return _json(self._things(self._page(query, 1)[0]))

    def _offsets(self, query: dict[str, str]) -> Reply:
        start = int(query.get("offset", 0))
        ids = self.ids[start : start + self._size(query.get("limit"))]
        return _json({"data": self._things(ids), **self._told(len(self.ids))})

    def _maps(self, query: dict[str, str]) -> Reply:
        ids, pages = self._page(query, 1)
        return _json({"maps": {f"key {one['id']}": one for one in self._things(ids)}, "total_pages": pages})


def _json(body: Any, headers: dict[str, str] | None = None) -> Reply:
    content = json.dumps(body).encode()
    return Reply(headers={"content-type": "application/json", **(headers or {})}, body=content)
