"""`oasmith init`: a commented configuration for a document."""

from generator.pipeline import Understood
from generator.python.identifiers import snake
from generator.python.plan import environment_of
from generator.reports.near import in_words, near_misses, settings_line
from generator.terminal import escaped
from generator.writing.toml import key, text

OUTPUT = "src"


def starter(understood: Understood, document: str, *, in_pyproject: bool) -> str:
    """Return a table for a document, with what can be set and what is now so.

    Args:
        understood: the document.
        document: its path, as it is to stand there.
        in_pyproject: whether the table is for pyproject.toml; else for oasmith.toml.
    """
    prefix = "tool.oasmith." if in_pyproject else ""
    view = understood.plan.view
    url_variable = f"{snake(view.package).upper()}_URL"
    lines = [
        f"[[{prefix}clients]]",
        f"document = {text(document)}",
        f'output = "{OUTPUT}"  # the folder that the package is written into',
        f"package = {text(view.package)}",
        f"# client = {text(view.client)}",
        f"# base_url_env = {text(url_variable)}  # an environment variable for another server",
        "# overlays = []  # OpenAPI Overlay files, applied in order",
        "# flatten = true  # the properties of deepObject parameters become arguments of their own",
        '# headers = { "X-Source" = "sdk" }  # sent with each request',
        '# idempotency_header = "Idempotency-Key"  # one UUID for each logical call, the same on its retries',
        '# retries = { max_retries = 2, statuses = ["408", "429", "5XX"] }',
    ]
    operations = [
        item.operation.operation_id for item in understood.plan.operations if item.operation.operation_id
    ]
    inactive = "" if understood.config.allow_remote else "# "
    lines.append(
        f"{inactive}allow_remote = true  # references to URLs are fetched, and pinned in oasmith.lock"
    )
    if operations:
        lines.append(f'# names = {{ {text(operations[0])} = "resource.method" }}  # by operationId')
    given = {
        item.name
        for operation in understood.api.operations
        for item in operation.parameters
        if item.of_client
    }
    if given:
        told = ", ".join(map(text, sorted(given)))
        lines.append(f"# client_parameters = [{told}]  # given to the client once; [] for none")
    configured = understood.config
    for scheme in understood.api.schemes:
        environment = environment_of(scheme, configured)
        lines += ["", f"# [{prefix}clients.credentials.{key(scheme.key)}]"]
        lines += [f"# env = {text(environment)}"] if environment else []
        lines.append(f"# argument = {text(snake(scheme.key, fallback='credential'))}")
    git = ["", "# # Of .gitattributes: Git changes no line ends, and does not merge what is made anew."]
    git += [f"# # {line}" for line in attributes(understood)]
    return "\n".join([*lines, *_near(understood, prefix), *git]) + "\n"


def attributes(understood: Understood) -> list[str]:
    """Return the lines of .gitattributes for the package that a starter configures."""
    package = f"/{OUTPUT}/{understood.plan.view.package}"
    return [f"{package}/** -text linguist-generated", f"{package}/oasmith.* -merge"]


def _near(understood: Understood, prefix: str) -> list[str]:
    """Return the settings that would settle near misses of pagination, as comments."""
    found = near_misses(understood)
    if not found:
        return []
    lines = ["", f"# [{prefix}clients.pagination]  # operations that may give pages"]
    for operation, near in found:
        lines += [
            f"# {escaped(operation.method)} {escaped(operation.path)}: {in_words(near)}",
            f"# {settings_line(operation, near)}",
        ]
    return lines
