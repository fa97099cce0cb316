"""What ``brief`` and ``chronology`` are asked alike: of whom, of which days, how much, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from memcon.cli import options
from memcon.cli.placing import Place, placing_options

Decorated = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a brief or a chronology is asked for.

    Attributes:
        parties: one or two names; of a chronology perhaps none.
        since: the first day, ISO, with ``until``, the last.
        lines: events of the chronology at most; None for all.
        place: where the answer goes.
        archive_path: what ``--archive`` says.
    """

    parties: tuple[str, ...]
    since: str | None
    until: str | None
    lines: int | None
    place: Place
    archive_path: str | None


def asking_options(*, required: bool) -> Callable[[Decorated], Decorated]:
    """The parties, ``--since``, ``--until``, ``--lines``, where it goes and ``--archive``, given as one ``asked``.

    Args:
        required: whether a party must be named.
    """
    parties = "PARTY [PARTY]" if required else "[PARTY [PARTY]]"
    given: tuple[Callable[[Decorated], Decorated], ...] = (
        click.argument("parties", metavar=parties, nargs=-1, required=required),
        options.since_option,
        options.until_option,
        click.option(
            "--lines", type=click.IntRange(min=0), default=100, show_default=True,
            help="Events of the chronology, the latest; 0 is all.",
        ),
        placing_options("brief"),
        options.archive_option,
    )  # fmt: skip

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def ask(
            *,
            parties: tuple[str, ...],
            since: str | None,
            until: str | None,
            lines: int,
            place: Place,
            archive_path: str | None,
            **others: Any,
        ) -> Any:
            if len(parties) > 2:
                raise click.UsageError("two parties at most; put quotes around a name of several words")
            if since and until and since > until:
                raise click.UsageError(f"--since {since} is after --until {until}; no day lies between them")
            return command(asked=Asked(parties, since, until, lines or None, place, archive_path), **others)

        decorated: Decorated = ask
        for option in reversed(given):
            decorated = option(decorated)
        return decorated

    return decorate
