"""How pages are linked, in the words of people: of a configuration, and of extensions of documents.

It stands apart from what is made of it, for the configuration is read on every run.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from generator.records import dataclass

PageKind: TypeAlias = Literal["cursor", "item", "url", "link", "page", "offset"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """How pages are linked, as configuration or a document says it: in the words of the manifest.

    Attributes:
        off: whether there are no pages, whatever it looks like.
        kind: the way; without it, what else is said tells.
        items: where the items are, or a pattern in which `*` stands for any text.
        next: where the body has what leads on, or `header:NAME`; for `item` the field of the last item.
        next_parameter: what takes that: `page[after]`, `body:a.b` or `header:NAME`.
        page_parameter: what takes the number of a page.
        offset_parameter: what takes the number of items before a page.
        size_parameter: what takes the number of items that are wanted.
        first: the number of the first page or item.
        total: where the number of all items is.
        total_pages: where the number of pages is.
        current: where the page's own number is.
        following: where the number of the page after it is, and null behind the last one.
        more: where a flag says that there is more.
        done: where a flag says that there is no more.
        previous: as `next`, backward.
        previous_parameter: as `next_parameter`, backward.
        from_url: whether `next` is a URL whose query has the value for `next_parameter`.
        always: what each request must have besides, by parameter.
    """

    off: bool = False
    kind: PageKind | None = None
    items: str | None = None
    next: str | None = None
    next_parameter: str | None = None
    page_parameter: str | None = None
    offset_parameter: str | None = None
    size_parameter: str | None = None
    first: int | None = None
    total: str | None = None
    total_pages: str | None = None
    current: str | None = None
    following: str | None = None
    more: str | None = None
    done: str | None = None
    previous: str | None = None
    previous_parameter: str | None = None
    from_url: bool = False
    always: Mapping[str, str] = field(default_factory=dict[str, str])
