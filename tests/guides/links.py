"""The links in README.md and API.md of packages, and whether they lead somewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """Return the anchors of a text's headings, as hosts of Markdown make them."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    for heading in HEADING.findall(FENCE.sub("", text)):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return set(found)


def dangling(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the links of README.md and API.md that lead nowhere."""
    known = cache(lambda path: anchors(files[path].decode()))
    for name in ("README.md", "API.md"):
        text = FENCE.sub("", files[name].decode())
        for target in LINK.findall(text):
            path, _, anchor = target.partition("#")
            there = path or name
            if path.startswith("http"):
                continue
            if there not in files or (anchor and anchor not in known(there)):
                yield f"{name}: {target}"
