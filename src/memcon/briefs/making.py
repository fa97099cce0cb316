"""Making a brief or a chronology for people: whom it is about, which sections it has, when it was made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import memcon
from memcon.archive import Archive
from memcon.briefs.chronicling import LINES, chronology, look
from memcon.briefs.collecting import collecting_later
from memcon.briefs.labelling import reports_of_days
from memcon.briefs.page import Brief, Section
from memcon.briefs.phrasing import Teller
from memcon.briefs.sections import Ask, chronology_section, known_sections, numbers_section
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.telling import Reports
from memcon.record import Actor
from memcon.wording.days import day_in_words
from memcon.wording.names import capitalised, within_a_sentence


class UnknownSection(ValueError):
    """A section that neither we nor a plug-in has; says which there are."""


def make_brief(
    archive: Archive,
    one: str,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    sections: Sequence[str] = (),
    lines: int | None = LINES,
) -> Brief:
    """The brief on one or two sides.

    Args:
        archive: what it is made from.
        one: a state, body, person or code; ``other``, the second side, or None.
        since: only from this day on, ISO, with ``until``, up to it.
        sections: only these, by name, in this order; by default all.
        lines: lines of the chronology, the latest; None for all.

    Raises:
        UnknownSide: nobody has one of the names.
        UnknownSection: there is no such section.
    """
    sides = sides_of(archive.connection, one, other)
    known = known_sections()
    for name in sections:
        if name not in known:
            raise UnknownSection(f"there is no section {name!r}; the sections are {', '.join(known)}")
    chosen = [known[name] for name in sections] if sections else list(known.values())
    ask = Ask(archive, sides, Teller(Reports(archive.connection)), since, until, lines)
    with collecting_later():
        written = [section.write(ask) for section in chosen]
    return _brief(archive, "brief", title_of(sides), sides, [one for one in written if one], since, until)


def make_chronology(
    archive: Archive,
    one: str | None = None,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
    checked: bool = False,
    lines: int | None = LINES,
) -> Brief:
    """The chronology of one or two sides, or of everybody, as a page; arguments as of :func:`chronology`."""
    found = chronology(
        archive, one, other,
        since=since, until=until, types=types, statuses=statuses, checked=checked, limit=lines,
    )  # fmt: skip
    searched = found.searched
    narrowed = f" {', '.join(searched.filters)}" if searched.filters else ""
    days = reports_of_days(searched.first, searched.last)
    empty = f"No event{narrowed} in the {searched.reports:,} reports of the archive{days}."
    sections = [chronology_section(found, empty), numbers_section(found)]
    title = f"Chronology: {title_of(searched.sides)}" if searched.sides else "Chronology"
    return _brief(archive, "chronology", title, searched.sides, [each for each in sections if each], since, until)


def title_of(sides: Sequence[Side]) -> str:
    """“Azerbaijan and the United Nations”."""
    return capitalised(" and ".join(within_a_sentence(Actor("", each.name, each.kind)) for each in sides))


def _brief(
    archive: Archive,
    kind: str,
    title: str,
    sides: Sequence[Side],
    sections: Sequence[Section],
    since: str | None,
    until: str | None,
) -> Brief:
    period = " ".join(f"{word} {day_in_words(day, day)}" for word, day in (("from", since), ("to", until)) if day)
    return Brief(
        title, kind, look(archive.connection, sides), tuple(sections), date.today().isoformat(),
        f"memcon {memcon.__version__}", period,
    )  # fmt: skip
