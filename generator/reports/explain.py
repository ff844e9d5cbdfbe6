"""`oasmith explain`: why something is as it is, with the evidence for each inference."""

from generator.diagnostics import Diagnostic, InputError, Location, closest, error
from generator.inference.pagination import choices_of
from generator.inference.pagination.near import why_none
from generator.ir import Evidence, Operation, Piece
from generator.pages import told_read
from generator.pipeline import Understood
from generator.python.naming import OperationName
from generator.python.operations.arguments import Argument
from generator.python.operations.planning import OperationPlan
from generator.reports.near import in_words, near_misses, settings_line


def explain(understood: Understood, wanted: str | None) -> list[str]:
    """Return the evidence as lines.

    Args:
        understood: the document.
        wanted: `sessions.list`, an operationId or a model's name; None for everything that was inferred.

    Raises:
        InputError: where there is nothing of that name.
    """
    if wanted is None:
        return _everything(understood)
    plans = understood.plan.operations
    called = [plan for plan in plans if plan.name.call == wanted]
    found = called or [plan for plan in plans if plan.operation.operation_id == wanted]
    if found:
        told = [f"{len(found)} operations have the operationId '{wanted}'"] if len(found) > 1 else []
        return [*told, *(line for plan in found for line in _operation(understood, plan))]
    for location, name in understood.names.models.items():
        if wanted in {name.name, f"models.{name.name}", location.pointer}:
            return _model(understood, location)
    raise InputError(_unknown(understood, wanted))


def _everything(understood: Understood) -> list[str]:
    lines: list[str] = []
    calls = {plan.operation.location: plan.name.call for plan in understood.plan.operations}
    models = {location: f"models.{name.name}" for location, name in understood.names.models.items()}
    for evidence in understood.api.evidence:
        subject = calls.get(evidence.subject) or models.get(evidence.subject) or evidence.subject.keys[-1]
        if evidence.topic == "client":
            subject = understood.names.client
        lines += [
            f"{subject}: {evidence.conclusion}",
            f"    because {evidence.because} ({_place(understood, evidence.subject)})",
        ]
    return lines or ["nothing was inferred: the document says everything itself"]


def _operation(understood: Understood, plan: OperationPlan) -> list[str]:
    operation = plan.operation
    returns = understood.plan.returns[understood.plan.operations.index(plan)]
    lines = [
        f"{plan.name.call} -> {returns}",
        f"    {operation.method} {operation.path} ({_place(understood, operation.location)})",
        f"    name: {_name_reason(plan.name)}",
    ]
    lines += [_argument(item, plan) for item in plan.arguments]
    lines += _evidence(understood, operation.location)
    return [*lines, *_cursors_in_urls(operation), *_why_no_pages(understood, operation)]


def _cursors_in_urls(operation: Operation) -> list[str]:
    """Return what is taken of a URL that comes where a cursor is expected."""
    pages = operation.pagination
    turns = () if pages is None else (pages.next, pages.previous)
    reads = dict.fromkeys(turn.read for turn in turns if turn is not None)
    return [
        f"    pagination: where '{told_read(read)}' is a URL, its '{read.query}' is the cursor"
        for read in reads
        if read.query is not None and not read.is_url
    ]


def _argument(argument: Argument, plan: OperationPlan) -> str:
    """Return where what is given for an argument goes, and what gives it where a call does not."""
    told = f"    argument {argument.name}: {argument.where} {argument.wire or 'body'}"
    name = plan.of_client.get(f"{argument.where} {argument.wire}")
    return f"{told}, the client's '{name}' by default" if name is not None else told


def _why_no_pages(understood: Understood, operation: Operation) -> list[str]:
    """Return why an operation that gives a list gives no pages, and what would settle it if it does."""
    if operation.pagination is not None:
        return []
    for candidate, miss in near_misses(understood):
        if candidate.location == operation.location:
            lines = [f"    pagination: none, but {in_words(miss)}", *_pieces(understood, miss.pieces)]
            return [*lines, f"        settled by: {settings_line(operation, miss)}"]
    choice = choices_of([operation], understood.api.definitions).get(operation.location)
    return [] if choice is None else [f"    pagination: none, for {why_none(choice)}"]


def _name_reason(name: OperationName) -> str:
    cut = f"; left out: {', '.join(dict.fromkeys(name.cut))}" if name.cut else ""
    return f"{name.rule}{cut}"


def _model(understood: Understood, location: Location) -> list[str]:
    name = understood.names.models[location]
    definition = understood.api.definitions[location]
    origin = ".".join([definition.origin.root, *definition.origin.steps])
    why = "named by the document" if definition.component else f"inline, named after {origin}"
    lines = [
        f"models.{name.name} (models/{name.module}.py)",
        f"    name: {why} ({_place(understood, location)})",
    ]
    return [*lines, *_evidence(understood, location)]


def _evidence(understood: Understood, subject: Location) -> list[str]:
    found: list[Evidence] = [item for item in understood.api.evidence if item.subject == subject]
    lines: list[str] = []
    for item in found:
        lines += [f"    {item.topic}: {item.conclusion}", f"        because {item.because}"]
        lines += _pieces(understood, item.pieces)
    return lines


def _pieces(understood: Understood, pieces: tuple[Piece, ...]) -> list[str]:
    """Return a line for each piece of evidence: its points, what it says, and where that stands."""
    if not pieces:
        return []
    lines = [
        f"        {piece.points:+3} {piece.reason}: {piece.sentence} ({_place(understood, piece.location)})"
        for piece in sorted(pieces, key=lambda piece: -piece.points)
    ]
    return [*lines, f"        {sum(piece.points for piece in pieces):+3} in all"]


def _place(understood: Understood, location: Location) -> str:
    position = understood.references.documents[location.file].position(location.pointer)
    return f"{location.file}:{position.line}:{position.column}"


def _unknown(understood: Understood, wanted: str) -> Diagnostic:
    known = [plan.name.call for plan in understood.plan.operations]
    known += [
        plan.operation.operation_id for plan in understood.plan.operations if plan.operation.operation_id
    ]
    known += [name.name for name in understood.names.models.values()]
    close = closest(wanted, known)
    hint = f"; did you mean '{close}'?" if close else ""
    return error(
        "unknown-name", f"there is no operation or model '{wanted}'{hint}", Location(understood.api.document)
    )
