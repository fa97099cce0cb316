"""The ``memcon`` program: its verbs, its exit status, and how it ends."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import NoReturn

import click

import memcon

# Verb, and what `memcon --help` says of it.  The module of the same name in this package holds it as `command`; it is
# imported when the verb is called, so that the help shows at once.
VERBS = {
    "read": "Read reports: who met, called, accused or supported whom, when; who said what.",
    "run": "Read files by the million into tables, on this machine or on a cluster.",
    "check": "Check the dated facts of a report against the reference tables.",
    "dyads": "Name the relation between two given parties of a sentence.",
    "actors": "Name the country, sector and office of a phrase.",
    "stories": "Tell which reports are about the same event, in a file or in the archive.",
    "add": "Read reports and keep them in the archive.",
    "watch": "Ask feeds again and again, and keep what is new in them.",
    "search": "Find events, statements, facts and words in the archive.",
    "log": "The contact log of two sides: who met, called, visited or wrote to whom.",
    "brief": "A brief on one or two parties: standing, contacts, positions, promises, chronology.",
    "chronology": "What happened, in the order of days, with background apart and the numbers.",
    "compare": "Two readouts of one meeting side by side: left out, worded differently.",
    "show": "Show a report of the archive as it was read and corrected.",
    "correct": "Accept, reject or edit an event, statement, fact or actor of the archive.",
    "history": "The versions of a report and what people decided on it.",
    "serve": "The reading room: reports beside their record, in your browser.",
    "apart": "Never put two reports of the archive into one story again.",
    "remove": "Remove reports from the archive, with all that was read from them.",
    "export": "Hand on what the archive holds in the formats of other programs.",
    "overlap": "How far the archive and a slice of ICEWS or POLECAT tell of the same.",
    "mcp": "Serve the archive to a language-model program, which may ask and change nothing.",
    "archive": "The archive itself: check it, back it up, read it anew, import records.",
    "who": "Who held an office, or sat on a body, on a day.",
    "lookup": "Find a state, organisation or person in the reference tables.",
    "reference": "The reference tables: what they hold, how far they reach, where they are from.",
    "codes": "The PLOVER types and CAMEO codes, and how they map.",
    "lexicon": "The lexicon of events: list it, test it, hold one of your own against it.",
    "evaluate": "Score memcon on labelled reports of your own.",
}

EPILOG = """\b
Exit status
  0  everything was read
  1  some inputs failed; each is named on standard error, the others are still answered
  2  the call was wrong
  3  `check --strict` found a contradiction

Data goes to standard output, everything else to standard error.
"""


class Verbs(click.Group):
    """A group whose verbs are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs whose module is there."""
        return [verb for verb in VERBS if find_spec(f"memcon.cli.{verb}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, its module imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"memcon.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a word on what was probably meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            if not args or args[0] in self.list_commands(ctx):
                raise
            raise click.UsageError(_unknown(args[0], self.list_commands(ctx)), ctx) from problem

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs and what they do, without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, VERBS[verb]) for verb in self.list_commands(ctx)])


def _unknown(word: str, verbs: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, verbs, 1)
    if near:
        return f"no verb {word!r}; did you mean {near[0]!r}?"
    if os.path.exists(word):
        return f"no verb {word!r}; to read that file: memcon read {word}"
    return f"no verb {word!r}; the verbs are {', '.join(verbs)}"


@click.group(
    cls=Verbs,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Reads diplomatic and political news and keeps the record a diplomat would.",
)
@click.version_option(memcon.__version__, prog_name="memcon", message="%(prog)s %(version)s")
def program() -> None:
    """Reads diplomatic and political news and keeps the record a diplomat would."""


def main() -> NoReturn:
    """Run the program on the arguments of this process and end it with the documented status.

    Interrupted, it ends with 130; where the reader of a pipe has gone, click ends it quietly with 1.
    """
    _open_what_is_closed()
    try:
        status = program.main(prog_name="memcon", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        sys.exit(130)
    except click.ClickException as problem:
        _explain(problem)
        sys.exit(problem.exit_code)
    except OSError as problem:
        # Inputs that cannot be read are answered where they are read: what is left is an output that cannot be written.
        click.echo(f"memcon: cannot go on: {problem.strerror or problem}", err=True)
        with suppress(OSError):
            os.close(1)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


def _open_what_is_closed() -> None:
    """Standard input or output that the caller has closed is as good as empty."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open for as long as the program runs
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _explain(problem: click.ClickException) -> None:
    """One line on what is wrong with the call and where the right one is described."""
    if type(problem).__name__ == "NoArgsIsHelpError":  # click 8.2 and later: the whole help, which was asked for
        problem.show()
        return
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    told = " ".join(problem.format_message().split()).rstrip(".")
    hint = f" ({context.command_path} --help tells how it is called)" if context else ""
    click.echo(f"memcon: {told}{hint}", err=True)
