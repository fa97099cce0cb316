"""The columns of the ICEWS event files, as Harvard Dataverse has them.

Source of the columns: the heading of the yearly files of “ICEWS Coded Event Data” (doi:10.7910/DVN/28075).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.archive import Selected
from memcon.exports.dyads import Dyad, country_name, dyads, is_country
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import tab_lines
from memcon.ontology import cameo
from memcon.record import Actor

#: The 20 columns.
COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip

#: PLOVER's sectors in the words of ICEWS, which parts them by commas.
SECTORS = {
    "GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
    "SPY": "State Intelligence", "PTY": "Parties", "REB": "Rebel", "UAF": "Unidentified Forces",
    "AGR": "Agricultural", "BUS": "Business", "CRM": "Criminals / Gangs",
    "CVL": "General Population / Civilian / Social", "EDU": "Education", "ELI": "Elite", "JRN": "News", "LAB": "Labor",
    "MED": "Medical / Health", "REF": "Refugees / Displaced", "OPP": "Opposition", "REL": "Religious",
    "SOC": "Social", "IGO": "International Government Organization", "NGO": "Nongovernmental Organization",
    "MNC": "Multinational Corporation", "INT": "International",
}  # fmt: skip


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A row for each pair of a source and a target of an event that happened, after a heading."""
    yield "events.tab", tab_lines([COLUMNS])
    for report in reports:
        rows = [_row(dyad) for dyad in dyads(report, job, both=True)]
        job.wrote["rows"] += len(rows)
        yield "events.tab", tab_lines(rows)


def _row(dyad: Dyad) -> tuple[object, ...]:
    event, report, place = dyad.event, dyad.report, dyad.event.place
    assert event.cameo is not None
    assert dyad.source is not None
    assert dyad.target is not None
    return (
        dyad.number,
        dyad.day,
        *_party(dyad.source, dyad.day),
        cameo(event.cameo).name,
        event.cameo,
        event.goldstein,
        *_party(dyad.target, dyad.day),
        report.id[1:],
        report.sentence_of(event.evidence.start),
        report.record.document.outlet,
        place.name if place and not is_country(place.name) else None,
        None,
        None,
        country_name(place.country, dyad.day) if place else None,
        None,
        None,
    )


def _party(actor: Actor, day: str) -> tuple[object, ...]:
    named = ",".join(SECTORS.get(sector, sector) for sector in actor.sectors)
    return actor.name, named, country_name(actor.country, day)
