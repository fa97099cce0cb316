"""``memcon codes``: the PLOVER types and CAMEO codes, and how they map."""

from __future__ import annotations

import json
from typing import Any

import click

EXAMPLES = """\b
Examples
  memcon codes
  memcon codes SUPPORT
  memcon codes 036 0841
  memcon codes --format json THREATEN
"""


@click.command("codes", epilog=EXAMPLES)
@click.argument("names", nargs=-1, metavar="[TYPE|CODE]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(names: tuple[str, ...], form: str) -> None:
    """Print PLOVER types (SUPPORT) and CAMEO codes (036); without a name, the sixteen types.

    A two-digit code prints its whole root. Of the few codes that memcon files under another type than PLOVER's own
    crosswalk, both types and the reason are told. Exit status: 2 for a name that neither knows.
    """
    from memcon.ontology import TYPES, OntologyError

    told = []
    try:
        for name in names or TYPES:
            told.append(_type(name.upper()) if name.isalpha() else _code(name))
    except OntologyError as problem:
        raise click.UsageError(str(problem)) from None
    if form == "json":
        click.echo(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=1))
        return
    for n, one in enumerate(told):
        if names:
            click.echo(("\n" if n else "") + "\n".join(_lines(one)))
        else:
            click.echo(f"{one['type']:<10}{one['quad']:<7}{one['description']}")


def _type(name: str) -> dict[str, Any]:
    from memcon.ontology import codes_of, event_type

    kind = event_type(name)
    return {
        "type": kind.name,
        "quad": kind.quad,
        "description": kind.description,
        "modes": dict(kind.modes),
        "codes": [_row(code) for code in codes_of(name)],
    }


def _code(code: str) -> dict[str, Any]:
    from memcon.ontology import cameo, cameo_codes

    known = cameo(code)
    branch = [x for x in cameo_codes().values() if x.code.startswith(code) and x.code != code]
    return {**_row(known), "codes": [_row(x) for x in branch]}


def _row(code: Any) -> dict[str, Any]:
    return {
        "code": code.code,
        "name": code.name,
        "goldstein": code.goldstein,
        "type": code.type,
        "mode": code.mode,
        "contexts": list(code.contexts),
        "quad": code.quad,
        "crosswalk": code.crosswalk,
        "departure": code.departure,
        "source": code.source,
    }


def _lines(one: dict[str, Any]) -> list[str]:
    if "description" in one:
        lines = [f"{one['type']}  ({one['quad']})", f"  {one['description']}"]
        lines += [f"  mode {name}: {told}" for name, told in one["modes"].items()]
    else:
        where = one["type"] or "no PLOVER type"
        where += f", mode {one['mode']}" if one["mode"] else ""
        where += f", context {', '.join(one['contexts'])}" if one["contexts"] else ""
        lines = [
            f"{one['code']}  {one['name']}",
            f"  {where}; {one['quad']}; Goldstein {one['goldstein']:+g}",
            *_departure(one),
            f"  source: {one['source']}",
        ]
    lines += [f"  {row['code']:<5} {row['goldstein']:+5.1f}  {row['name']}" for row in one["codes"]]
    return lines


def _departure(one: dict[str, Any]) -> list[str]:
    """What PLOVER's own crosswalk says of a code that memcon files elsewhere, and why memcon does."""
    if not one["departure"]:
        return []
    return [f"  PLOVER's crosswalk has {one['crosswalk'] or 'no type'}; memcon departs from it: {one['departure']}"]
