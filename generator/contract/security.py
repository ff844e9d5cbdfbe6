"""What changed in the credentials that calls need, and in which of them they are sent with."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

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
    """Find what changed in the credentials that calls are sent with of which the document says nothing.

    The first alternative that is given is sent, and where none is, all that the client has.
    """
    before, after = [keys for keys in old if keys], [keys for keys in new if keys]
    is_otherwise = any(
        _sent(before, given) != _sent(after, given) for given in _clients(before, after, found.kept_schemes)
    )
    is_more = bool(before) and all(keys in after for keys in before) and before != after
    if is_otherwise or is_more:
        told = [_told_first(keys) for keys in (after, before)]
        message = f"sends {told[0]} with calls that the document does not have, was {told[1]}"
        rule = "credentials-changed" if is_otherwise else "credentials-extended"
        found.add(f"undocumented-{rule}", subject, message, old=way, new=way)


def _clients(old: list[list[str]], new: list[list[str]], known: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield credentials that a client may have had, and with which it had what was asked for."""
    asked = [frozenset(keys) for keys in (*old, *new)]
    pairs = {one | other for one in (*asked, frozenset[str]()) for other in (*asked, frozenset[str]())}
    others = sorted(known - frozenset[str]().union(*asked))[:1]  # one stands for all of which nothing is said
    for given in sorted({further for pair in pairs for further in (pair, pair | {*others})}, key=sorted):
        if given <= known and (not old or _first(old, given) is not None):
            yield given


def _sent(alternatives: list[list[str]], given: frozenset[str]) -> frozenset[str]:
    return frozenset(_first(alternatives, given) or given)


def _told_first(alternatives: list[list[str]]) -> str:
    """Return what is sent: of several alternatives the first one that the client has."""
    if not alternatives:
        return "every credential that it has"
    told = [_told(keys) for keys in alternatives]
    return told[0] if len(told) == 1 else f"the first that it has of {', '.join(told)}"


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


def _first(alternatives: list[list[str]], given: AbstractSet[str]) -> list[str] | None:
    """Return the first alternative of which everything is given."""
    return next((keys for keys in alternatives if keys and given >= {*keys}), None)


def _told(keys: list[str]) -> str:
    return " and ".join(keys)
