"""Writes ``command-line.md`` from the program itself; a test holds the two together."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli import program

PAGE = Path(__file__).with_name("command-line.md")
WIDTH = 100


def command_line() -> str:
    """The page: the help of the program and of each verb as a terminal of 100 columns shows it."""
    root = click.Context(program, info_name="memcon", terminal_width=WIDTH, **program.context_settings)
    parts = [
        "# The command line\n",
        "This page is made from the program by `make docs`.\n",
        _block("memcon", root, program),
    ]
    for verb in program.list_commands(root):
        command = program.get_command(root, verb)
        assert command is not None
        parts += _verb(verb, command, root)
    return "\n".join(parts)


def _verb(name: str, command: click.Command, parent: click.Context) -> list[str]:
    context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, **command.context_settings)
    parts = [_block(f"memcon {name}" if parent.parent is None else f"{parent.command_path} {name}", context, command)]
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            parts += _verb(inner, found, context)
    return parts


def _block(title: str, context: click.Context, command: click.Command) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(command_line(), encoding="utf-8")
