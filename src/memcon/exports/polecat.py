"""The columns of the POLECAT files, as Harvard Dataverse has them.

Source of the columns: the heading of the weekly files of “POLECAT Weekly Data” (doi:10.7910/DVN/AJGVIT).  What is
missing is ``None`` there, and several values in one cell are parted by “; ”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import memcon
from memcon.archive import Selected
from memcon.exports.dyads import Dyad, country_name, cow_of, dyads, is_country
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import tab_lines
from memcon.record import Actor, Span


def _of(party: str) -> tuple[str, ...]:
    return (
        f"{party} Name", f"{party} Country", f"{party} COW", f"Primary {party} Sector", f"{party} Sectors",
        f"{party} Title", f"{party} Name Raw", f"Wikipedia {party} ID",
    )  # fmt: skip


#: The 40 columns.
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_of("Actor"), *_of("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip

_QUADS = {
    "VCOOP": "VERBAL COOPERATION", "MCOOP": "MATERIAL COOPERATION", "VCONF": "VERBAL CONFLICT",
    "MCONF": "MATERIAL CONFLICT",
}  # fmt: skip
_LANGUAGES = {"en": "English"}
MISSING = "None"


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A row for each pair of an actor and a recipient of an event that happened, after a heading."""
    yield "events.txt", tab_lines([COLUMNS])
    for report in reports:
        story = _story(report)
        rows = [[MISSING if cell in (None, "") else cell for cell in _row(dyad, story)] for dyad in dyads(report, job)]
        job.wrote["rows"] += len(rows)
        yield "events.txt", tab_lines(rows)


def _row(dyad: Dyad, story: tuple[str, ...]) -> Iterator[object]:
    event, document, place = dyad.event, dyad.report.record.document, dyad.event.place
    yield from (dyad.number, dyad.day, event.type, event.mode, event.goldstein, _QUADS[event.quad])
    yield "; ".join(event.contexts)
    yield from _party(dyad.source, dyad)
    yield from _party(dyad.target, dyad)
    yield place.name if place else None
    yield place.name if place and not is_country(place.name) else None
    yield from (None, None)
    yield country_name(place.country, dyad.day) if place else None
    yield from (None, None, None)
    yield place.evidence.text if place and place.evidence else None
    yield None
    yield document.outlet
    yield document.published.start if document.published else None
    yield from story
    yield _LANGUAGES.get(document.language, document.language)
    yield f"memcon {memcon.__version__}"


def _party(actor: Actor | None, dyad: Dyad) -> Iterator[object]:
    if actor is None:
        yield from [None] * len(_of(""))
        return
    yield actor.name
    yield actor.country
    yield cow_of(actor.country, dyad.day)
    yield actor.sectors[0] if actor.sectors else None
    yield "; ".join(actor.sectors)
    yield "; ".join(office.title for office in actor.offices)
    yield _as_named(actor, dyad.event.evidence)
    yield None


def _as_named(actor: Actor, evidence: Span) -> str | None:
    """The words by which the passage names the actor, else the report: a name before an office or a pronoun."""
    here = [one for one in actor.mentions if evidence.start <= one.start and one.end <= evidence.end]
    some = here or actor.mentions
    return next((one.text for one in some if one.form == "name"), some[0].text if some else None)


def _story(report: Selected) -> tuple[str, ...]:
    """The people, organisations and places of the report."""
    kinds = (("person",), ("organization",), ("state", "place"))
    names = ([actor.name for actor in report.record.actors if actor.kind in some] for some in kinds)
    return tuple("; ".join(dict.fromkeys(some)) for some in names)
