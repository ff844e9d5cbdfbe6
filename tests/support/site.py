"""A site on loopback: replies by path, to be changed while it is up."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.support.http_server import HttpServer, RecordedRequest, Reply


@dataclass(slots=True)
class Site:
    """What a server has at its paths; text is a document."""

    pages: dict[str, str | Reply] = field(default_factory=dict[str, str | Reply])
    asked: list[str] = field(default_factory=list[str])
    hosts: list[str] = field(default_factory=list[str])
    url: str = ""

    def answer(self, request: RecordedRequest) -> Reply:
        """Return what is at the path of a request."""
        self.asked.append(request.target)
        self.hosts.append(request.headers["host"])
        page = self.pages.get(request.target, Reply(status=404))
        return page if isinstance(page, Reply) else Reply(body=page.encode())


@contextmanager
def open_site(pages: dict[str, str | Reply]) -> Iterator[Site]:
    """Enter a site; it is unreachable after it was left."""
    site = Site(pages)
    with HttpServer(site.answer) as server:
        site.url = server.url
        yield site
