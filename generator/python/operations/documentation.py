"""The docstrings of methods: what the document says of an operation, its arguments, result and errors."""

from collections import defaultdict
from collections.abc import Iterable

from generator.ir import Operation
from generator.python.operations.choosers import may_ask, may_choose
from generator.python.operations.paging import how
from generator.python.operations.planning import OperationPlan
from generator.python.text.prose import (
    WIDTH,
    address,
    ended,
    fact,
    further,
    labelled,
    literal,
    opening,
    prose,
    summary,
    wrap,
    wrapped,
)
from generator.python.views import MethodKind

ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "402": "PaymentRequiredError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "406": "NotAcceptableError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "411": "LengthRequiredError",
    "412": "PreconditionFailedError",
    "413": "ContentTooLargeError",
    "415": "UnsupportedMediaTypeError",
    "422": "UnprocessableEntityError",
    "423": "LockedError",
    "428": "PreconditionRequiredError",
    "429": "RateLimitError",
}
# What the arguments for media types are.
MEDIA_TYPES = {
    "body": "The media type of the body.",
    "answer": "The media type in which the answer is wanted.",
}


def documentation(plan: OperationPlan, kind: MethodKind) -> list[str]:
    """Return the lines of a method's docstring."""
    lines = _about(plan.operation)
    always = [f"`{item.wire}`: {literal(item.fixed)}" for item in plan.arguments if item.fixed is not None]
    lines += ["", *wrap(fact(f"Always sends {', '.join(always)}"), WIDTH - 8)] if always else []
    arguments = [line for item in (*plan.positional, *plan.keywords) for line in entry(item.name, item.lines)]
    if kind == "poll" and plan.polling is not None:
        lines += ["", *wrap(plan.polling.about, WIDTH - 8)]
        arguments += [line for name, text in plan.polling.lines.items() for line in entry(name, (text,))]
    if plan.media_type is not None:
        arguments += entry(plan.media_type, (MEDIA_TYPES["body"],))
    if plan.accept is not None and may_ask(plan, kind):
        arguments += entry(plan.accept, (MEDIA_TYPES["answer"],))
    gives = _returned(plan, kind)
    result = [f"    {line}" for line in wrapped(gives, WIDTH - 12)]
    raised = _raised(plan.operation)
    if kind == "poll":
        raised["PollTimeoutError"] = ["It is not final in time."]
    errors = [line for name, why in raised.items() for line in entry(name, why)]
    for title, section in (("Args:", arguments), ("Returns:", result), ("Raises:", errors)):
        lines += ["", title, *section] if section else []
    return [line.rstrip() for line in lines]


def first_words(operation: Operation) -> str:
    """Return an operation's summary, else how its description begins, as one line."""
    return summary(operation.summary) or opening(operation.description)


def _about(operation: Operation) -> list[str]:
    first = first_words(operation) or fact(f"{operation.method} {operation.path}")
    lines = wrap(first[:1].upper() + first[1:], WIDTH - 8)
    rest = further(first, operation.description, width=WIDTH - 8)
    lines += ["", *rest] if rest else []
    lines += ["", f"See {address(operation.docs)}"] if operation.docs else []
    return [*lines, "", "Deprecated."] if operation.deprecated else lines


def _returned(plan: OperationPlan, kind: MethodKind) -> list[str]:
    if kind == "stream":
        return ["The stream: its items as they come. Close it, or use it in a `with` block."]
    if kind == "pages" and plan.operation.pagination is not None:
        pages = f"The pages {how(plan.operation.pagination)}. "
        return [pages + "Iterating gives all items; nothing is sent before."]
    if not plan.success:
        return []
    texts = (item.description for item in plan.operation.responses if item.status.startswith("2"))
    lines = prose(next(filter(None, texts), "What the server answers."), width=None)
    whole = [*ended(lines)]
    if may_choose(plan, kind) and plan.chooser is not None and plan.chooser.argument is not None:
        whole.append(f"Its items as they come, where `{plan.chooser.argument.name}` is true.")
    return whole


def _raised(operation: Operation) -> dict[str, list[str]]:
    """Return when each error is raised: by which statuses, and what the document says of each."""
    statuses = defaultdict[str, dict[str, list[str]]](dict)
    for response in operation.responses:
        name = error_class(response.status)
        if name is not None:
            statuses[name].setdefault(response.description, []).append(response.status)
    return {
        name: [line for text, found in told.items() for line in _refusal(text, found)]
        for name, told in statuses.items()
    }


def _refusal(text: str, statuses: list[str]) -> list[str]:
    lines = prose(text, width=None) or ["the server refuses."]
    return labelled(", ".join(statuses), ended(lines))


def error_class(status: str) -> str | None:
    """Return the error that an answer with a status raises; None for a success."""
    if status.startswith("5"):
        return "InternalServerError"
    return ERRORS.get(status, "ApiStatusError" if status.startswith("4") else None)


def entry(name: str, lines: Iterable[str]) -> list[str]:
    """Return an entry of a docstring's section, its further lines indented."""
    told = labelled(name, ended(list(lines)))
    first, *rest = wrapped(told, WIDTH - 16)
    return [f"    {first}", *(f"        {line}" if line else "" for line in rest)]
