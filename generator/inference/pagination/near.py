"""Near misses: what looked like pages and was not enough, with what was missing."""

from generator.inference.pagination.choice import ENOUGH, Choice
from generator.inference.pagination.rules import Candidate
from generator.ir import NearMiss, Operation
from generator.pages import bracketed, told_read

# With fewer points there is hardly anything to tell.
WORTH_TELLING = 7


def near_misses(operation: Operation, choice: Choice) -> list[NearMiss]:
    """Return the near miss of an operation for which nothing was chosen; none where nothing came near."""
    if not choice.near or choice.nearest is None or choice.near[0].score < WORTH_TELLING:
        return []
    candidate = choice.near[0]
    return [
        NearMiss(
            subject=operation.location,
            pagination=choice.nearest,
            missing=_missing(candidate, choice),
            pieces=candidate.pieces,
        )
    ]


def why_none(choice: Choice) -> str:
    """Return why an operation that gives a list gives no pages, where nothing came near."""
    facts = choice.cast.facts
    if not facts.arguments:
        return "the request has nothing that could say which page is wanted"
    position = choice.cast.has_position
    if position is None:
        return "no parameter looks like a cursor, a number of a page, or an offset"
    name = bracketed(position.write.path)
    return f"'{name}' may say which page is wanted, but nothing else speaks of pages"


def _missing(candidate: Candidate, choice: Choice) -> tuple[str, ...]:
    """Return what would have been needed."""
    if candidate.lacks:
        return (candidate.lacks,)
    if candidate.rivals:
        return (f"which of the lists it is about: {', '.join(candidate.rivals)}",)
    if candidate.score >= ENOUGH:
        names = [name for other in choice.near if other.score == candidate.score and (name := _named(other))]
        return (f"which of these it is: {', '.join(dict.fromkeys(names))}",)
    reasons = {piece.reason for piece in candidate.pieces if piece.points > 0}
    wanted = {"size": "a parameter for the number of items", "prose": "a description that speaks of pages"}
    if candidate.kind in {"page", "offset"}:
        wanted["total"] = "a total in the response"
    elif candidate.kind == "item":
        wanted["flag"] = "a flag in the response that says whether there is more"
    return tuple(words for reason, words in wanted.items() if reason not in reasons)


def _named(candidate: Candidate) -> str:
    if candidate.write is not None:
        return f"'{bracketed(candidate.write.write.path)}'"
    return "" if candidate.read is None else f"'{told_read(candidate.read.read)}'"
