"""``memcon history``: the versions of a report and what people decided on it."""

from __future__ import annotations

import json

import click

from memcon.archive import Decision
from memcon.archive.deciding import in_words
from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import one_line, write, write_json


@click.command("history")
@click.argument("id", metavar="ID")
@options.format_option("text", "json")
@options.archive_option
def command(id: str, form: str, archive_path: str | None) -> None:
    """Show the versions of a report (d12) and every decision on it, or the decisions on one thing (e12, s12, f12, a12).

    Exit status: 0 shown; 2 nothing has that id or there is no archive.
    """
    with opened(archive_path) as archive:
        told = archive.history(id)
    if form == "json":
        write_json({
            "report": told.report,
            "name": told.name,
            "versions": [
                {"number": v.number, "added": v.added, "read": v.read_at, "made_by": v.made_by, "title": v.title,
                 "characters": v.characters, "current": v.current}
                for v in told.versions
            ],
            "corrections": [as_json(made) | {"applies": made.id not in told.lost} for made in told.decisions],
        })  # fmt: skip
        return
    write(f"{told.report}  {one_line(told.name)}\n")
    for version in told.versions:
        mark = ", current" if version.current else ""
        write(
            f"  version {version.number}, added {version.added[:10]}, {version.characters:,} characters{mark};"
            f" read {version.read_at[:10]} by {version.made_by}\n"
        )
    for decision in told.decisions:
        write(f"  {line(decision)}\n")
        if decision.id in told.lost:
            write("      the current text has no place for it\n")


_SAID = {
    "accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added", "undo": "took back the decision on",
}  # fmt: skip


def line(decision: Decision) -> str:
    """A decision in one line: when, who, what, why."""
    said = _SAID[decision.verb]
    words = in_words(decision.kind, decision.before)
    if decision.verb == "edit" and decision.after:
        words += f" -> {in_words(decision.kind, decision.after)}"
    why = f" ({decision.why})" if decision.why else ""
    return one_line(
        f"{decision.moment[:16].replace('T', ' ')} {decision.person} {said} {id_of(decision)}: {words}{why}"
    )


def id_of(decision: Decision) -> str:
    """The short id of what was decided on."""
    return f"{decision.kind[0]}{decision.item}"


def as_json(decision: Decision) -> dict[str, object]:
    """A decision as JSON values."""
    return {
        "id": id_of(decision),
        "report": f"d{decision.document}",
        "kind": decision.kind,
        "decision": decision.verb,
        "before": json.loads(json.dumps(decision.before)),
        "after": decision.after,
        "by": decision.person,
        "when": decision.moment,
        "why": decision.why,
    }
