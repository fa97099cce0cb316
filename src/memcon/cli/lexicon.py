"""``memcon lexicon``: list the lexicon of events, check a file of your own, run its examples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from memcon.ontology.lexicon import Entry, Lexicon

EXAMPLES = """\b
Examples
  memcon lexicon list SUPPORT
  memcon lexicon list praise
  memcon lexicon check my.toml
  memcon lexicon test my.toml
"""


@click.group("lexicon", epilog=EXAMPLES)
def command() -> None:
    """The words that report events: list them, hold a file of your own against the format, run its examples."""


@command.command("list")
@click.argument("wanted", required=False, metavar="[TYPE|WORD|CODE]")
@click.option("--lexicon", "path", type=click.Path(exists=True, dir_okay=False), help="A lexicon file of your own.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_entries(wanted: str | None, path: str | None, form: str) -> None:
    """The entries of a PLOVER type (SUPPORT), of a CAMEO code (051), or that have a word (support).

    Without an argument: how many words each type has.
    """
    from memcon.ontology import TYPES

    lexicon = _load(path)
    if wanted is None:
        counts = {kind: sum(len(e.phrases) for e in lexicon.entries if e.type == kind) for kind in TYPES}
        if form == "json":
            click.echo(json.dumps({"words": counts, "entries": len(lexicon.entries), "lexicon": lexicon.digest}))
            return
        for kind, count in counts.items():
            click.echo(f"{kind:<10}{count:>5} words and phrases")
        click.echo(f"{len(lexicon)} words and phrases in {len(lexicon.entries)} entries; lexicon {lexicon.digest}")
        return
    found = [entry for entry in lexicon.entries if _about(entry, wanted)]
    if not found:
        raise click.ClickException(f"no entry for {wanted!r}")
    if form == "json":
        click.echo(json.dumps([_plain(entry) for entry in found], ensure_ascii=False, indent=1))
        return
    for entry in found:
        click.echo(f"{entry.type} {entry.cameo}  {entry.construction}  {entry.file}:{entry.line}")
        click.echo("  " + ", ".join(phrase.text for phrase in entry.phrases))
        click.echo(f"  source: {', '.join(entry.source)}; target: {', '.join(entry.target)}; needs: {entry.needs}")
        for example in entry.examples:
            click.echo(f"  e.g. {example}")


@command.command("check")
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
def check(path: str) -> None:
    """Hold a file against the format; the error names the line.  Exit status 1 where it does not hold."""
    lexicon = _load(path)
    mine = [entry for entry in lexicon.entries if entry.file == path]
    cues = [cue for cue in lexicon.cues if cue.file == path]
    click.echo(f"{path}: {len(mine)} entries and {len(cues)} cues, all well formed")


@command.command("test")
@click.argument("path", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--model", metavar="NAME", help="The spaCy pipeline to parse with.")
def test(path: str | None, model: str | None) -> None:
    """Read the example sentences of a file (without one, of the shipped lexicon) and say which fail.

    Exit status 1 where an example does not give the event that its entry promises.
    """
    lexicon = _load(path)
    from memcon.cli.stream import load_parser
    from memcon.reading.events.examples import run_examples

    count = failed = 0
    for outcome in run_examples(lexicon, load_parser(model), [path] if path else None):
        count += 1
        if outcome.problem is not None:
            failed += 1
            click.echo(f"{outcome.file}:{outcome.line}: {outcome.sentence}\n    {outcome.problem}")
    click.echo(f"{count - failed} of {count} examples give their event")
    if failed:
        raise click.exceptions.Exit(1)


def _load(path: str | None) -> Lexicon:
    from memcon.ontology.lexicon import LexiconError, lexicon

    try:
        return lexicon(path) if path else lexicon()
    except (LexiconError, OSError, UnicodeDecodeError) as problem:
        raise click.ClickException(str(problem)) from None


def _about(entry: Entry, wanted: str) -> bool:
    if wanted.isdigit():
        return entry.cameo.startswith(wanted)
    if wanted.isupper():
        return entry.type == wanted
    return any(wanted.lower() in phrase.text.split() for phrase in entry.phrases)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "type": entry.type,
        "cameo": entry.cameo,
        "as": entry.construction,
        "words": [phrase.text for phrase in entry.phrases],
        "source": list(entry.source),
        "target": list(entry.target),
        "needs": entry.needs,
        "mode": entry.mode,
        "effect": entry.effect,
        "examples": list(entry.examples),
        "file": entry.file,
        "line": entry.line,
    }
