"""What changed in the credentials that calls need, and in which of them they are sent with."""

from collections.abc import Iterable, Iterator

from generator.contract.findings import Findings
from generator.contract.records import Where


def compare_security(
    subject: str, old: list[list[str]], new: list[list[str]], ways: tuple[Where, Where], found: Findings
) -> None:
    """Find what changed in the alternatives of credentials, of which the first that is given is sent."""
    if old == new:
        return

    def add(rule: str, message: str) -> None:
        found.add(f"security-{rule}", subject, message, old=ways[0], new=ways[1])

    open_before, open_after = not old or [] in old, not new or [] in new
    if open_before != open_after:
        add(
            *(
                ("not-required", "needs no credentials any more")
                if open_after
                else ("required", "needs credentials")
            )
        )
    for keys in _less(old, new):
        if not open_after:
            add("removed", f"{_told(keys)} is not enough any more")
        elif open_before:
            add("removed", f"takes no {_told(keys)} any more")
    for keys in _less(new, old):
        add("added", f"takes {_told(keys)} as credentials")
    for keys, other in _chosen_otherwise(old, new, found.old_schemes):
        add("reordered", f"sends {_told(other)} where {_told(keys)} is given, too, and was sent")


def compare_of_no_operation(
    subject: str, old: list[list[str]], new: list[list[str]], way: Where, found: Findings
) -> None:
    """Find what changed in the credentials that calls are sent with of which the document says nothing."""
    before, after = [keys for keys in old if keys], [keys for keys in new if keys]
    if before == after:
        return
    is_longer = after[: len(before)] == before
    told = [" or ".join(map(_told, keys)) or "all that there are" for keys in (after, before)]
    message = f"sends calls of no operation with {told[0]}, was {told[1]}"
    rule = "credentials-extended" if is_longer else "credentials-changed"
    found.add(f"undocumented-{rule}", subject, message, old=way, new=way)


def _less(items: list[list[str]], others: list[list[str]]) -> Iterator[list[str]]:
    """Yield the alternatives that others lack; that none is needed is told otherwise."""
    yield from (keys for keys in items if keys and keys not in others)


def _chosen_otherwise(
    old: list[list[str]], new: list[list[str]], known: Iterable[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what was sent, and still would do, with what is sent now where a client has both."""
    for keys in (item for item in old if item and item in new):
        for other in (item for item in new if item and set(item) <= set(known)):
            if keys != _first(new, {*keys, *other}) and keys == _first(old, {*keys, *other}):
                yield keys, other


def _first(alternatives: list[list[str]], given: set[str]) -> list[str] | None:
    """Return the first alternative of which everything is given."""
    return next((keys for keys in alternatives if keys and given.issuperset(keys)), None)


def _told(keys: list[str]) -> str:
    return " and ".join(keys)
