"""What stands on the command line: commands, and the flags of each."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from generator.writing.manifest import TOOL

FORMATS = ("text", "json", "markdown", "github", "sarif")
USUAL_WIDTH = 80
# What the folder of a package is for where none is written.
KEPT = "the folder that has the package, if there is one: its names are kept"


def command_line(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of a command line; where it begins with a command, no other's arguments are made."""
    parser = argparse.ArgumentParser(
        prog="oasmith",
        description="Turns an OpenAPI 3.x document into a Python client package.",
        formatter_class=_help,
    )
    parser.add_argument("--version", action="version", version=TOOL)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="oasmith")
    asked = {name: COMMANDS[name] for name in given[:1] if name in COMMANDS}
    for name, (about, add) in (asked or COMMANDS).items():
        sub = commands.add_parser(name, help=about, description=about, formatter_class=_help)
        sub.set_defaults(command=name)
        add(sub)
    return parser


def _help(prog: str) -> argparse.HelpFormatter:
    """Return what formats help: by itself it imports an archiver to know how wide the terminal is."""
    return argparse.HelpFormatter(prog, width=_columns() - 2)


def _columns() -> int:
    """Return how wide the terminal is, as `shutil.get_terminal_size` tells it."""
    with suppress(KeyError, ValueError):
        if (told := int(os.environ["COLUMNS"])) > 0:
            return told
    if sys.__stdout__ is not None:
        with suppress(ValueError, OSError):
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL_WIDTH
    return USUAL_WIDTH


def _add_generate(parser: argparse.ArgumentParser) -> None:
    _add_client(parser)
    parser.add_argument(
        "--update-remote",
        action="store_true",
        help="accept what a server has now where oasmith.lock has something else",
    )
    parser.add_argument(
        "--rename",
        action="store_true",
        help="forget the names that calls, models and what is in them have had, and give all of them anew",
    )
    parser.add_argument(
        "--discard-edits",
        nargs="*",
        metavar="PATH",
        help="throw away edits by hand in these files or folders, in all where none is named",
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing, and tell what would be done")
    parser.add_argument(
        "--timings",
        action="store_true",
        help="tell on stderr how long each pass has taken, and how much memory the run",
    )
    parser.add_argument(
        "--watch", action="store_true", help="generate again whenever what it is made from changes"
    )


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_client(parser)
    _add_format(parser, FORMATS)
    parser.add_argument(
        "--staged", action="store_true", help="fail also where Git's index lacks a file of the package"
    )
    parser.add_argument(
        "--accept-edits",
        action="store_true",
        help="take edits by hand for no drift where `generate` keeps them as they are",
    )
    parser.set_defaults(most=20)


def _add_client(parser: argparse.ArgumentParser) -> None:
    """Add what says which clients are made."""
    _add_settings(parser, "the folder that the package is written into")
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help="the OpenAPI document")
    parser.add_argument(
        "--project",
        action="store_true",
        help="make the package a distribution: pyproject.toml, LICENSE and CHANGELOG.md beside it",
    )


def _add_diff(parser: argparse.ArgumentParser) -> None:
    _add_settings(parser)
    forms = "a file, `-` for standard input, REV:PATH of Git, or with --allow-remote a URL"
    parser.add_argument("old", metavar="OLD", help=f"the document as it was: {forms}")
    parser.add_argument("new", metavar="NEW", help="the document as it is now, named in the same ways")
    _add_format(parser, FORMATS)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    _add_settings(parser)
    parser.add_argument("document", metavar="DOCUMENT", help="the OpenAPI document")
    parser.add_argument("name", nargs="?", metavar="NAME", help="sessions.list, an operationId or a model")


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    _add_settings(parser)
    parser.add_argument("document", metavar="DOCUMENT", help="the OpenAPI document")
    _add_format(parser, ("text", "json"))


def _add_init(parser: argparse.ArgumentParser) -> None:
    _add_settings(parser)
    parser.add_argument("document", metavar="DOCUMENT", help="the OpenAPI document")
    parser.add_argument(
        "--write", action="store_true", help="add it to pyproject.toml, or write oasmith.toml"
    )


def _add_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="how it is printed, else as text")


def _add_settings(parser: argparse.ArgumentParser, output: str = KEPT) -> None:
    """Add what says how a client is made, whatever is done with it; `output` is what its folder is for."""
    parser.add_argument("--output", metavar="DIR", help=output)
    parser.add_argument(
        "--root", metavar="DIR", help="read files that the document refers to below this folder, not its own"
    )
    parser.add_argument("--package", metavar="NAME", help="the package's name")
    parser.add_argument(
        "--overlay", metavar="FILE", action="append", help="an OpenAPI Overlay; may be repeated"
    )
    parser.add_argument(
        "--config", metavar="FILE", help="the configuration, else pyproject.toml or oasmith.toml"
    )
    for what, about in (
        ("tag", "only the operations of this tag, with the models that they need"),
        ("path", "only the operations of this path template; `*` stands for any text"),
        ("operation", "only the operation with this operationId"),
    ):
        shown = f"{about}; may be repeated and combined"
        parser.add_argument(f"--{what}", metavar=what.upper(), action="append", help=shown)
    parser.add_argument("--strict", action="store_true", help="fail on anything that would be ignored")
    parser.add_argument(
        "--allow-remote",
        action="store_true",
        help="fetch references to URLs, and hold them against oasmith.lock",
    )
    parser.set_defaults(update_remote=False, project=False)


COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "generate": ("write the client package of a document, or of every configured one", _add_generate),
    "check": ("tell whether a package is what would be generated now, and what differs", _add_check),
    "diff": ("tell the semantic changes between two documents", _add_diff),
    "explain": ("tell why something was inferred or named so", _add_explain),
    "inspect": ("print the ledger: what is approximated or ignored", _add_inspect),
    "init": ("print a commented configuration for a document", _add_init),
}
