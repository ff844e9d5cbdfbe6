"""The command line. The only place that prints, catches input errors and decides exit statuses."""

import argparse
import codecs
import gc
import json
import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from generator.command_line import command_line
from generator.config import ClientConfig, ProjectConfig, client_place, find_config, load_config
from generator.constraints import require_sound
from generator.diagnostics import Diagnostic, InputError, Location, error, gathered, warning
from generator.reading.files import is_url

if TYPE_CHECKING:
    from generator.drift import Drift
    from generator.pipeline import Understood

CLEAN, DRIFT, FAILED, BREAKING = 0, 1, 2, 3
# Enough for schemas as deep as a document may be nested; a stack of 8 MB holds twice as many.
MAX_FRAMES = 5_000
# The environment variable that asks for the traceback of a fault of the program itself.
TRACEBACK = "OASMITH_TRACEBACK"
MAX_SHOWN = 200
# The codes of files that cannot be read.
UNREADABLE = frozenset(
    {"file-not-found", "is-a-directory", "remote-document", "standard-input", "unreadable-file"}
)
# What packages import besides the standard library, whichever of it they use.
IMPORTED = frozenset(
    {"aiohttp", "anyio", "httpx", "httpx2", "opentelemetry", "pydantic", "pydantic_core", "pyreqwest"}
    | {"trio", "typing_extensions"}
)
INTERRUPTED, CLOSED = 130, 141  # as shells say of a program that SIGINT or SIGPIPE has ended


def run() -> NoReturn:
    """Be the program, and end its process at once.

    To take apart what a run has built, object by object, would take a fiftieth of it.
    """
    status = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):  # nobody is left to be told
            stream.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        arguments: the command line; None for the process's own.
    """
    # A run builds up until it ends: looking for cycles to free takes a seventh of its time and finds none.
    gc.disable()
    sys.setrecursionlimit(MAX_FRAMES)
    # To look for plugins of pydantic, which are for those who run it, takes longer than to import it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    given = sys.argv[1:] if arguments is None else arguments
    options = command_line(given).parse_args(given)
    options.arguments = given
    try:
        _require_output()
        status = COMMANDS[options.command](options)
        _flush()  # so that a reader who has gone is noticed here
    except InputError as fault:
        _print_diagnostics(fault.diagnostics)
        return FAILED
    except RecursionError:
        _print_diagnostics(
            [error("too-deep", "schemas are nested too deeply in each other to be understood")]
        )
        return FAILED
    except MemoryError:
        _print_diagnostics([error("too-large", "there is not enough memory for this document")])
        return FAILED
    except BrokenPipeError:  # `oasmith explain | head`
        _drop_output()
        return CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is ours and not the user's
        _print_diagnostics([_unforeseen(fault)])
        return FAILED
    return status


def _unforeseen(fault: Exception) -> Diagnostic:
    """Return what to say of a fault of the program itself; where it happened is printed when asked for."""
    if os.environ.get(TRACEBACK):
        import traceback

        traceback.print_exception(fault)
    what = " ".join(f"{type(fault).__name__}: {fault}".split())[:MAX_SHOWN]
    message = f"oasmith itself failed ({what}); please report it, with the document if you may share it; "
    return error("internal-error", f"{message}{TRACEBACK}=1 prints where it happened")


# --- commands ---


def _generate(options: argparse.Namespace) -> int:
    if options.watch:
        return _watch(options)
    from generator.timings import Timings, table

    timings = Timings()
    with timings.during("import"):
        from generator.pipeline import update
        from generator.reports.written import lines

    unused = set(options.discard_edits or ())
    status = CLEAN
    for place, config in _clients(options).items():
        folder = Path(config.output) / config.package
        with _placed(config, place), _progress(f"generating {config.package}"):
            done = update(
                config,
                update_remote=options.update_remote,
                rename=options.rename,
                is_discarded=_discarded(options.discard_edits, folder),
                dry=options.dry_run,
                timings=timings,
            )
        package = done.package
        _print_diagnostics((*package.understood.warnings, *done.distributed.warnings))
        ledger = package.manifest["ledger"]
        counts = f"{len(package.manifest['operations'])} operations, {len(package.files)} files"
        told = "; see `oasmith inspect`" if ledger["approximated"] or ledger["ignored"] else ""
        _say(
            f"{folder}: {counts}, {ledger['approximated']} approximated, {ledger['ignored']} ignored{told}",
            *(f"  {line}" for line in lines(done, folder, dry=options.dry_run)),
        )
        unused -= {name for name in unused for path in done.merge.discarded if _names(name, folder, path)}
        if done.merge.conflicts or done.merge.kept or done.merge.orphans:
            status = DRIFT
    _print_diagnostics([_without_edits(name) for name in sorted(unused)])
    if options.timings:
        print(*table(timings), sep="\n", file=sys.stderr)
    return status


def _watch(options: argparse.Namespace) -> int:
    """Generate again and again until the keyboard interrupts."""
    from generator.watching import run_again, sources, watch

    if options.rename or options.update_remote or options.discard_edits is not None:
        message = "--rename, --update-remote and --discard-edits are for one run, and not for --watch"
        raise InputError(error("bad-flags", message))
    # argparse takes the beginning of a flag for it, too.
    again = [item for item in options.arguments if not (item[:3] == "--w" and "--watch".startswith(item))]

    def files() -> set[Path]:
        clients: tuple[ClientConfig, ...] = ()
        with suppress(InputError):  # which the run tells
            clients = tuple(_clients(options).values())
        return sources(clients, options.config)

    watch(lambda: run_again(again), files, _say_now)
    return CLEAN


def _discarded(names: Sequence[str] | None, folder: Path) -> Callable[[str], bool]:
    """Return which edits are thrown away: of the files that are named, or of all where none is."""
    return lambda path: names is not None and (not names or any(_names(name, folder, path) for name in names))


def _names(name: str, folder: Path, path: str) -> bool:
    """Whether a name on the command line stands for a file of a package, or for a folder that it is in."""
    named, found = Path(name).absolute(), (folder / path).absolute()
    return named in (found, *found.parents) or name == path


def _without_edits(name: str) -> Diagnostic:
    return warning("no-edits", "no edits were thrown away: nothing here was edited by hand", Location(name))


def _check(options: argparse.Namespace) -> int:
    from generator.drift import check
    from generator.reports.check import Checked, as_json, as_sarif, printed
    from generator.terminal import lines

    checked: list[Checked] = []
    for place, config in _clients(options).items():
        folder = (Path(config.output) / config.package).as_posix()
        try:
            with _placed(config, place):
                drift = check(config, staged=options.staged, accepts_edits=options.accept_edits)
            checked.append(Checked(folder=folder, drift=drift))
        except InputError as fault:  # the others are looked at all the same
            _print_diagnostics(fault.diagnostics)
            checked.append(Checked(folder=folder, drift=None, errors=tuple(lines(fault.diagnostics))))
    if options.format == "json":
        _say_json(as_json(checked))
    elif options.format == "sarif":
        _say_json(as_sarif(checked))
    else:
        _say_changes(printed(checked, options.format, most=options.most))
    return max((_status(item.drift) for item in checked), key=(CLEAN, DRIFT, BREAKING, FAILED).index)


def _status(drift: "Drift | None") -> int:
    if drift is None:
        return FAILED
    return BREAKING if drift.breaking else DRIFT if drift else CLEAN


def _diff(options: argparse.Namespace) -> int:
    from generator.comparison import compare_documents
    from generator.contract.records import step
    from generator.reports.difference import as_json, printed
    from generator.reports.sarif import as_sarif

    options.document = options.new
    found = compare_documents(options.old, options.new, _settings(options))
    if options.format == "json":
        _say_json(as_json(found.changes, found.places))
    elif options.format == "sarif":
        _say_json(as_sarif(found.changes, found.places, paths=found.paths))
    else:
        _say_changes(printed(found.changes, found.places, options.format, found.paths))
    return {"none": CLEAN, "minor": DRIFT, "major": BREAKING}[step(found.changes)]


def _explain(options: argparse.Namespace) -> int:
    from generator.reports.explain import explain

    _say(*explain(_understand(options), options.name))
    return CLEAN


def _inspect(options: argparse.Namespace) -> int:
    from generator.pipeline import understand
    from generator.reading.overlay import IDLE
    from generator.reports.ledger import as_json, as_text

    understood = understand(_settings(options))
    if options.format == "json":
        _say_json(as_json(understood))
    else:
        _say(*as_text(understood))
    if not (understood.config.strict and understood.refused):
        return CLEAN
    told = (item for item in understood.refused if item.code in IDLE)  # the others are in the ledger
    _print_diagnostics(understood.references.placed(told))
    return FAILED


def _init(options: argparse.Namespace) -> int:
    from generator.pipeline import understand
    from generator.reports.starter import OUTPUT, attributes, starter

    target = Path("pyproject.toml") if Path("pyproject.toml").is_file() else Path("oasmith.toml")
    settings = _settings(options)
    if options.output is None and settings.output == ClientConfig(document="").output:
        settings = replace(settings, output=OUTPUT)
    understood = understand(settings, refuses=True)
    table = starter(understood, options.document, in_pyproject=target.name == "pyproject.toml")
    if options.write:
        existing = _text_of(target)
        if "tool.oasmith" in existing or (target.name == "oasmith.toml" and existing):
            raise InputError(
                error("already-configured", "it configures oasmith already", Location(str(target)))
            )
        _write_text(target, f"{existing.rstrip()}\n\n{table}".lstrip())
        _say(f"wrote {target}")
        if any((folder / ".git").exists() for folder in (Path.cwd(), *Path.cwd().parents)):
            _write_attributes(attributes(understood))
    else:
        _say(*table.rstrip("\n").split("\n"))
    return CLEAN


def _write_attributes(wanted: Sequence[str]) -> None:
    """Add lines to .gitattributes, those that it has already left out."""
    target = Path(".gitattributes")
    existing = _text_of(target)
    new = [line for line in wanted if line not in existing.splitlines()]
    if new:
        _write_text(target, "\n".join([*existing.splitlines(), *new]) + "\n")
        _say(f"wrote {target}")


def _text_of(path: Path) -> str:
    from generator.reading.files import read_file

    try:
        return read_file(path, follow=False).decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not UTF-8"
        raise InputError(
            error("unreadable-file", f"it cannot be read: {reason}", Location(str(path)))
        ) from None


def _write_text(path: Path, text: str) -> None:
    from generator.reading.files import write_file

    try:
        write_file(path, text.encode())
    except OSError as fault:
        message = f"it cannot be written: {fault.strerror or fault}"
        raise InputError(error("unwritable-file", message, Location(str(path)))) from None


# --- configuration ---


def _clients(options: argparse.Namespace) -> Mapping[Location | None, ClientConfig]:
    """Return the clients that the command line asks for: the named document, else all that are configured.

    Those that are configured have the places where they are.
    """
    if options.document is not None:
        return {None: _settings(options)}
    path = Path(options.config) if options.config else find_config(Path())
    configured = load_config(path) if path is not None else ()
    if not configured:
        message = "no document is named, and no client is configured here: name a document, or configure "
        message += "a client with `oasmith init DOCUMENT --write`"
        raise InputError(error("nothing-to-do", message))
    assert path is not None
    clients = _based(configured, path)
    if options.package is not None:
        clients = {place: config for place, config in clients.items() if config.package == options.package}
        if not clients:
            message = f"no client of the package {options.package!r} is configured"
            raise InputError(error("unknown-package", message, Location(str(path))))
    made = gathered(partial(_overridden, config, options, place) for place, config in clients.items())
    _refuse_same_folder(dict(zip(clients, made, strict=True)))
    return dict(zip(clients, made, strict=True))


@contextmanager
def _placed(config: ClientConfig, place: Location | None) -> Generator[None]:
    """Have files that are configured and cannot be read told with the place where they are configured."""
    try:
        yield
    except InputError as fault:
        raise InputError(*(_at_setting(item, config, place) for item in fault.diagnostics)) from None


def _at_setting(found: Diagnostic, config: ClientConfig, place: Location | None) -> Diagnostic:
    if place is None or found.code not in UNREADABLE or found.location is None:
        return found
    names = {overlay: ("overlays", index) for index, overlay in enumerate(config.overlays)}
    keys = ("document",) if found.location.file == config.document else names.get(found.location.file)
    return found if keys is None else replace(found, location=place.child(*keys), position=None)


def _refuse_same_folder(clients: Mapping[Location, ClientConfig]) -> None:
    """Refuse clients that would overwrite each other: in one folder, or one inside of the other's."""
    known: dict[Path, Location] = {}
    for place, config in clients.items():
        folder = Path(os.path.normpath(Path(config.output) / config.package))
        if folder in known:
            raise InputError(error("same-package", f"two clients are to be written to {folder}", place))
        known[folder] = place
    for inner, place in known.items():
        outer = next((folder for folder in known if folder in inner.parents), None)
        if outer is not None:
            message = f"a client is to be written to {inner}, inside of another one's package {outer}"
            raise InputError(error("same-package", message, place))


def _settings(options: argparse.Namespace) -> ClientConfig:
    """Return the settings for a document named on the command line.

    A configured client of the same package, or of the same document, supplies what no flag says.
    """
    path = Path(options.config) if options.config else find_config(Path())
    configured = _based(load_config(path), path) if path is not None else {}
    document = options.document
    for place, config in configured.items():
        same = Path(config.document).resolve() == Path(document).resolve()
        if config.package == options.package or (options.package is None and same):
            # Overlays are for their own document; another one is taken as it is.
            overlays = config.overlays if same else ()
            return _overridden(replace(config, document=document, overlays=overlays), options, place)
    return _overridden(ClientConfig(document=document), options, None)


def _based(clients: Sequence[ClientConfig], path: Path) -> dict[Location, ClientConfig]:
    """Return the sound settings of a file by their places, with paths relative to where the program runs."""
    placed = {client_place(path, index): config for index, config in enumerate(clients)}
    gathered(partial(require_sound, config, place) for place, config in placed.items())
    return {place: _with_paths_from(path.parent, config) for place, config in placed.items()}


def _with_paths_from(folder: Path, config: ClientConfig) -> ClientConfig:
    output = _path(folder, config.output)
    return replace(
        config,
        document=_path(folder, config.document),
        output=output,
        root=None if config.root is None else _path(folder, config.root),
        overlays=tuple(_path(folder, overlay) for overlay in config.overlays),
        package=config.package or _package_of(config.document, output),
    )


def _path(folder: Path, path: str) -> str:
    return path if is_url(path) else (folder / path).as_posix()


def _overridden(config: ClientConfig, options: argparse.Namespace, place: Location | None) -> ClientConfig:
    """Return settings with what the command line says instead; `place` is where they stand."""
    changes: dict[str, Any] = {
        name: value
        for name, value in (
            ("output", options.output),
            ("package", options.package),
            ("root", options.root),
            ("overlays", tuple(options.overlay) if options.overlay else None),
            ("tags", tuple(options.tag) if options.tag else None),
            ("paths", tuple(options.path) if options.path else None),
            ("operations", tuple(options.operation) if options.operation else None),
            ("strict", options.strict or None),
            ("project", config.project or (ProjectConfig() if options.project else None)),
            ("allow_remote", options.allow_remote or options.update_remote or None),
        )
        if value is not None
    }
    merged = replace(config, **changes)
    package = merged.package or _package_of(merged.document, merged.output)
    of_package = None if place is None or options.package is not None else place.child("package")
    if not _is_name(package):
        message = f"{package!r} cannot be the name of a Python package"
        raise InputError(error("bad-package", message, of_package))
    if _is_hidden(package, Path(merged.output)):
        message = f"{package!r} is what Python or the package itself imports, and so cannot be its name here"
        raise InputError(error("bad-package", message, of_package))
    if merged.client is not None and not _is_name(merged.client):
        message = f"{merged.client!r} cannot be the name of a Python class"
        raise InputError(error("bad-client", message, place and place.child("client")))
    return replace(merged, package=package)


def _is_hidden(package: str, folder: Path) -> bool:
    """Whether another module would have a package's name; inside of a package it is called otherwise."""
    taken = package in sys.stdlib_module_names or package in IMPORTED
    return taken and not (folder / "__init__.py").exists()


def _is_name(text: str) -> bool:
    return text.isidentifier() and not iskeyword(text)


def _package_of(document: str, output: str) -> str:
    """Return a package name for a document without one; a module of that name keeps it (`calendar`)."""
    from generator.python.identifiers import snake

    stem = Path(document).stem
    name = (
        Path(document).resolve().parent.name
        if stem.lower() in {"openapi", "spec", "swagger", "api"}
        else stem
    )
    package = snake(name, fallback="client")
    return f"{package}_api" if _is_hidden(package, Path(output)) else package


def _understand(options: argparse.Namespace) -> "Understood":
    from generator.pipeline import understand

    return understand(_settings(options), refuses=True)


# --- output ---


def _require_output() -> None:
    """Refuse to run without standard output (`>&-`): the next file that is opened would stand for it.

    Whatever its encoding, it takes all text from then on.
    """
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - Python says so where it is closed
        raise InputError(error("unwritable-stdout", "standard output is closed, and cannot be written"))
    # A pipe may have the encoding of a country, as on Windows: what that lacks becomes an escape.
    reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _print(line: str) -> None:
    """Print a line.

    Raises:
        InputError: where it cannot be written; what is left is dropped.
    """
    with _written():
        print(line)


def _flush() -> None:
    with _written():
        sys.stdout.flush()


@contextmanager
def _written() -> Generator[None]:
    """Tell of output that cannot be written; a reader who has gone wants none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        _drop_output()
        reason = (fault.strerror or str(fault)).lower()
        message = f"standard output cannot be written: {reason}"
        raise InputError(error("unwritable-stdout", message)) from None


def _drop_output() -> None:
    """Have nobody written what is left: the end of the process would try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    from generator.terminal import lines, printable

    for line in lines(diagnostics):
        print(printable(line), file=sys.stderr)


def _say(*lines: str) -> None:
    """Print lines; whatever stands in them, a line stays one."""
    from generator.terminal import printable

    for line in lines:
        _print(printable(line))


def _say_now(line: str) -> None:
    """Print a line for someone who waits for it."""
    _say(line)
    _flush()


def _say_changes(lines: Sequence[str]) -> None:
    """Print lines about changes; on a terminal what breaks is red."""
    from generator.terminal import printable

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for line in lines:
        is_red = colour and line.lstrip().startswith("BREAKING ")
        _print(f"\x1b[31m{printable(line)}\x1b[0m" if is_red else printable(line))


def _say_json(content: dict[str, Any]) -> None:
    from generator.terminal import printable_json

    has_all = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    _print(printable_json(json.dumps(content, indent=2, ensure_ascii=not has_all)))


@contextmanager
def _progress(what: str) -> Generator[None]:
    """Say on a terminal what is being done, while it takes long; silent when piped."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} ..."):
        yield


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "generate": _generate,
    "check": _check,
    "diff": _diff,
    "explain": _explain,
    "inspect": _inspect,
    "init": _init,
}
