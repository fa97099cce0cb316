"""``memcon correct``: what a person says of what was read."""

from __future__ import annotations

import click

from memcon.archive.deciding import VERBS, in_words
from memcon.archive.edits import EDITABLE
from memcon.cli import options
from memcon.cli.archives import by_option, opened, why_option
from memcon.cli.output import one_line

EPILOG = """\b
Examples
  memcon correct e12 reject --why "he only quotes the claim"
  memcon correct e12 edit --set type=ACCUSE --set "to=Azerbaijan; Türkiye"
  memcon correct a7 edit --set country=NOR
  memcon correct f3 accept
  memcon correct f3 undo

\b
What can be set
""" + "\n".join(
    f"  {kind + ':':<11}{', '.join(fields)}" for kind, fields in EDITABLE.items()
)  # fmt: skip


@click.command("correct", epilog=EPILOG)
@click.argument("id", metavar="ID")
@click.argument("verb", type=click.Choice(VERBS))
@click.option(
    "--set", "changes", multiple=True, metavar="FIELD=VALUE", help="With edit: the field and what it is to be."
)
@by_option
@why_option
@options.archive_option
def command(id: str, verb: str, changes: tuple[str, ...], person: str, why: str, archive_path: str | None) -> None:
    """Accept, reject or edit an event (e12), statement (s12), fact (f12) or actor (a12), or undo the last of these.

    What is accepted or edited stays as it is now, what is rejected stays away, however the report is read later; a new
    version of the page keeps it where its sentence still stands. The last decision on a thing counts; `memcon history`
    shows them all. To bring back what was rejected, accept it, or undo the rejection.

    Exit status: 0 kept; 2 the call was wrong.
    """
    wanted = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise click.BadParameter(f"{change!r} has no “=”; write it as type=ACCUSE", param_hint="--set")
        wanted[name.strip()] = value
    with opened(archive_path) as archive:
        made = archive.correct(id, verb, wanted, person=person, why=why)
    said = {"accept": "accepted", "reject": "rejected", "edit": "now", "undo": "as before"}[verb]
    click.echo(f"{id} {said}: {one_line(in_words(made.kind, made.after or made.before))}")
