"""Where a brief goes: standard output, or a file that is written whole, in the form its name or an option says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from memcon.briefs.document import as_docx
from memcon.briefs.findings import Readouts
from memcon.briefs.page import Brief
from memcon.briefs.rendering import FORMS, SUFFIXES, TemplateFault, as_text, shipped_template
from memcon.cli.output import write
from memcon.corpus.writing import write_whole

Decorated = Callable[..., Any]


def _path(ctx: click.Context, param: click.Parameter, value: str | None) -> Path | None:
    return None if value in (None, "-") else Path(str(value))


def placing_options(kind: str) -> Callable[[Decorated], Decorated]:
    """``--format``, ``-o``, ``--force``, ``--template`` and ``--print-template``, given to the verb as one ``place``.

    Args:
        kind: whose template is printed: "brief" or "comparison".
    """

    def show(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
        if value and not ctx.resilient_parsing:
            write(shipped_template(value, kind))
            ctx.exit(0)

    given = (
        click.option(
            "--format", "form", type=click.Choice(FORMS), help="By default the ending of -o decides, else markdown."
        ),
        click.option(
            "-o", "--output", metavar="FILE", callback=_path,
            help="Write to FILE: .md, .html, .docx or .json decides the form.",
        ),
        click.option("--force", is_flag=True, help="Write over a file that is there."),
        click.option(
            "--template", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="A template of your own: Jinja2 for markdown and html, a Word document for docx.",
        ),
        click.option(
            "--print-template", type=click.Choice(("markdown", "html")), is_eager=True, expose_value=False,
            callback=show, help="Print the template of memcon, as a start for your own, and stop.",
        ),
    )  # fmt: skip

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def placed(
            *args: Any, form: str | None, output: Path | None, force: bool, template: Path | None, **others: Any
        ) -> Any:
            return command(*args, place=Place(output, form, force, template), **others)

        decorated: Decorated = placed
        for option in reversed(given):
            decorated = option(decorated)
        return decorated

    return decorate


class Place:
    """Where the output goes and in which form; refused before any work where it cannot go there.

    Args:
        output: the file, or None for standard output.
        form: what ``--format`` says, if anything.
        force: write over a file that is there.
        template: the file of one's own template.
    """

    def __init__(self, output: Path | None, form: str | None, force: bool, template: Path | None) -> None:
        self.output = output
        self.form = form or (SUFFIXES.get(output.suffix.lower()) if output else None) or ""
        if not self.form:
            if output and output.suffix:
                raise click.UsageError(f"{output.name}: its ending is no form; name it .md, .html, .docx or .json")
            self.form = "markdown"
        self.template = template
        if template and self.form == "json":
            raise click.UsageError("--template: JSON takes none")
        if self.form == "docx" and output is None and sys.stdout.isatty():
            raise click.UsageError("a Word document does not go to a terminal; give -o FILE")
        if output:
            _free(output, force)
        self._words = _read(template) if template and self.form != "docx" else None

    def put(self, subject: Brief | Readouts) -> None:
        """Write a brief or a comparison there."""
        try:
            if self.form == "docx":
                raw = as_docx(subject, self.template)
            else:
                raw = as_text(subject, self.form, self._words).encode("utf-8", "backslashreplace")
        except TemplateFault as problem:
            name = f"{self.template}: " if self.template and str(self.template) not in str(problem) else ""
            raise click.UsageError(f"{name}{problem}") from None
        if self.output:
            try:
                write_whole(self.output, raw)
            except OSError as problem:
                why = problem.strerror or problem
                raise click.UsageError(f"{self.output}: cannot be written: {why}; name another place") from None
        elif self.form == "docx":
            sys.stdout.buffer.write(raw)
        else:
            write(raw.decode("utf-8"))


def _free(output: Path, force: bool) -> None:
    if output.is_dir():
        raise click.UsageError(f"{output}: is a folder; name a file")
    if output.exists() and not force:
        raise click.UsageError(f"{output}: is there already; --force writes over it")
    folder = output.parent
    if not folder.is_dir():
        raise click.UsageError(f"{output}: there is no folder {folder}")
    if not os.access(folder, os.W_OK) or (output.exists() and not os.access(output, os.W_OK)):
        raise click.UsageError(f"{output}: may not be written; change its permissions or name another place")


def _read(template: Path) -> str:
    try:
        return template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        why = getattr(problem, "strerror", None) or "is no text in UTF-8"
        raise click.UsageError(f"{template}: {why}") from None
