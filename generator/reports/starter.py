"""`oasmith init`: a commented configuration for a document."""

import json
import os.path
import re
from collections.abc import Iterator

from generator.pipeline import Understood
from generator.python.identifiers import snake
from generator.python.plan import environment_of
from generator.reports.near import in_words, near_misses, settings_line
from generator.terminal import escaped
from generator.writing.toml import key, text

OUTPUT = "src"
# What an attribute's pattern gives a meaning of its own.
_SPECIAL = re.compile(r"([*?\[\]\\])")


def starter(understood: Understood, document: str, *, in_pyproject: bool) -> str:
    """Return a table for a document, with what can be set and what is now so.

    Args:
        understood: the document; what is set for it stands there as it is.
        document: its path, as it is to stand there.
        in_pyproject: whether the table is for pyproject.toml; else for oasmith.toml.
    """
    prefix = "tool.oasmith." if in_pyproject else ""
    view = understood.plan.view
    url_variable = f"{snake(view.package).upper()}_URL"
    lines = [
        f"[[{prefix}clients]]",
        f"document = {text(document)}",
        f"output = {text(understood.config.output)}  # the folder that the package is written into",
        f"package = {text(view.package)}",
        *_given(understood),
        f"# client = {text(view.client)}",
        f"# base_url_env = {text(url_variable)}  # an environment variable for another server",
        "# flatten = true  # the properties of deepObject parameters become arguments of their own",
        '# headers = { "X-Source" = "sdk" }  # sent with each request',
        '# idempotency_header = "Idempotency-Key"  # one UUID for each logical call, the same on its retries',
        '# retries = { max_retries = 2, statuses = ["408", "429", "5XX"] }',
    ]
    operations = [
        item.operation.operation_id for item in understood.plan.operations if item.operation.operation_id
    ]
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
    own = [f"# # {escaped(line)}" for line in attributes(understood)]
    about = "# # Of .gitattributes: Git changes no line ends, and does not merge what is made anew."
    git = ["", about, *own] if own else []
    return "\n".join([*lines, *_near(understood, prefix), *git]) + "\n"


def _given(understood: Understood) -> Iterator[str]:
    """Yield a line for each setting that the command line has a flag for; a comment where it is not given."""
    config = understood.config
    for name, values, about in (
        ("overlays", config.overlays, "OpenAPI Overlay files, applied in order"),
        ("tags", config.tags, "only the operations of these tags"),
        ("paths", config.paths, "only those of these path templates; `*` stands for any text"),
        ("operations", config.operations, "only those with these operationIds"),
    ):
        yield f"{'' if values else '# '}{name} = [{', '.join(map(text, values))}]  # {about}"
    root = config.root or ".."
    about = "the folder below which files are read that the document refers to, else its own"
    yield f"{'' if config.root else '# '}root = {text(root)}  # {about}"
    for name, value, about in (
        ("strict", config.strict, "fail on anything that would be ignored"),
        ("allow_remote", config.allow_remote, "fetch references to URLs, and pin them in oasmith.lock"),
    ):
        yield f"{'' if value else '# '}{name} = true  # {about}"


def attributes(understood: Understood) -> list[str]:
    """Return the lines of .gitattributes for the package that a starter configures; none outside of here."""
    folder = os.path.relpath(f"{understood.config.output}/{understood.plan.view.package}")
    inside = folder.replace(os.sep, "/")
    if inside.startswith("../"):
        return []
    package = _SPECIAL.sub(r"\\\1", f"/{inside}")
    return [
        f"{_quoted(f'{package}/**')} -text linguist-generated",
        f"{_quoted(f'{package}/oasmith.*')} -merge",
    ]


def _quoted(pattern: str) -> str:
    """Return a pattern as an attribute's line has it: with quotes where it has spaces (gitattributes(5))."""
    return json.dumps(pattern, ensure_ascii=False) if re.search(r'[\s"]', pattern) else pattern


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
