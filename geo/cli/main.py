"""The command line, `salient COMMAND` or `python -m geo COMMAND`: a command is loaded when it is called."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from geo import __version__
from geo.errors import SalientError

#: Each command with the module of this package and the function in it, in the order of the help.
COMMANDS = {
    "validate": ("ledger", "validate"),
    "layers": ("data", "layers"),
    "measure": ("measuring", "measure_file"),
    "check": ("ledger", "check"),
    "bodies": ("bodies", "bodies"),
    "prov": ("ledger", "prov"),
    "lint": ("ledger", "lint_file"),
    "look": ("looking", "look"),
    "read": ("reading", "read_file"),
    "import": ("archives", "import_fronts"),
    "fronts": ("fronts", "list_fronts"),
    "changes": ("fronts", "changes"),
    "differences": ("differences", "differences"),
    "control": ("control", "control"),
    "settlements": ("places", "settlements"),
    "evacuation": ("places", "evacuation"),
    "answers": ("places", "answer"),
    "document": ("pages", "document"),
    "publish": ("pages", "publish"),
    "picture": ("pictures", "picture_file"),
    "sheet": ("pictures", "sheet_file"),
    "animate": ("pictures", "animate"),
    "export": ("data", "export"),
    "cite": ("citations", "cite_bundle"),
    "verify": ("citations", "verify_bundle"),
    "feed": ("feed", "feed"),
    "border": ("boundaries", "border"),
    "districts": ("boundaries", "districts"),
    "shapes": ("boundaries", "shapes"),
}


def main() -> None:
    """Run the command line; a known error is one sentence on standard error and exit code 2."""
    with _sentences():
        command_line()()


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except SalientError as error:
        typer.echo(f"geo: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        typer.echo(f"geo: {error.filename}: {error.strerror}", err=True)
        sys.exit(2)


class _LoadedWhenCalled(TyperGroup):
    """Lists its commands by name and summary; imports a command's module when that command is called."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, _, rest = super().resolve_command(ctx, args)
        module, function = COMMANDS[str(name)]
        alone = _typer()
        alone.command(name)(getattr(import_module(f"geo.cli.{module}"), function))
        return name, typer.main.get_command(alone), rest


def command_line() -> typer.Typer:
    """Build the command line: every command's name and summary, none of what they import."""
    app = _typer(name="geo", cls=_LoadedWhenCalled, no_args_is_help=True)
    app.callback()(_options)
    for name, (module, function) in COMMANDS.items():
        app.command(name, help=_summaries(module)[function])(_not_loaded)
    return app


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"salient {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Claimed advances along a border: check a case, get its layers, measure a polygon, write the map."""


def _not_loaded() -> None:
    """Stand for a command in the list; what is called is the command itself."""


@cache
def _summaries(module: str) -> dict[str, str]:
    """Read the first line of each function's docstring from a module's text: importing it would cost a second."""
    text = Path(__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    return {node.name: (ast.get_docstring(node) or "").split("\n", 1)[0] for node in functions}
