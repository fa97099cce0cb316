"""The columns of GDELT 2.0: the events, and the mention of each in its report.

Source of the columns and their meaning: “The GDELT Event Database Data Format Codebook V2.0” (19 February 2015).  As
in GDELT's own files there is no heading and the cells are parted by tabs.  Columns that nothing in a record answers
(tone, coordinates, the codes of gazetteers) are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from memcon.archive import Selected
from memcon.exports.dyads import QUADS, Dyad, dyads, is_country
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import tab_lines
from memcon.record import Actor

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

#: The 61 columns of an event.
EVENT_COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

#: The 16 columns of a mention.
MENTION_COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip

# PLOVER's sectors where CAMEO, which GDELT keeps to, has another word for the role.
_ROLES = {"JRN": "MED", "MED": "HLH"}
_INTERNATIONAL = ("IGO", "NGO", "MNC", "IMG", "INT")
_COUNTRY = 1
_WEB, _CITATION = 1, 2


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A row in both files for each pair of parties of an event that happened."""
    for report in reports:
        rows = list(dyads(report, job))
        job.wrote["rows"] += len(rows)
        yield "events.export.CSV", tab_lines(map(_event, rows))
        yield "events.mentions.CSV", tab_lines(map(_mention, rows))


def _event(dyad: Dyad) -> Iterator[object]:
    row = _event_cells(dyad)
    return (row.get(column) for column in EVENT_COLUMNS)


def _event_cells(dyad: Dyad) -> dict[str, Any]:
    event, day = dyad.event, date.fromisoformat(dyad.day)
    assert event.cameo is not None
    first_paragraph = dyad.report.record.document.text.lstrip().partition("\n")[0]
    row: dict[str, Any] = {
        "GlobalEventID": dyad.number,
        "Day": day.strftime("%Y%m%d"),
        "MonthYear": day.strftime("%Y%m"),
        "Year": f"{day.year:04}",
        # The codebook counts months of 30 days: 18 February is 48/365 of the year.
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
        "IsRootEvent": int(event.evidence.text in first_paragraph),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": event.cameo[:2],
        "QuadClass": QUADS[event.quad],
        "GoldsteinScale": event.goldstein,
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        "DATEADDED": _moment(dyad),
        "SOURCEURL": _address(dyad),
    }
    for whose, actor in (("Actor1", dyad.source), ("Actor2", dyad.target)):
        if actor:
            row |= {f"{whose}{name}": value for name, value in _actor(actor).items()}
    if event.place:
        row["ActionGeo_FullName"] = event.place.name
        row["ActionGeo_Type"] = _COUNTRY if is_country(event.place.name) else None
    return row


def _actor(actor: Actor) -> dict[str, Any]:
    code = actor.code or ""
    known, roles = None, [_ROLES.get(sector, sector) for sector in actor.sectors]
    if code.startswith(_INTERNATIONAL):
        known = code[3:6] or None
        roles = [code[:3], *(role for role in roles if role != code[:3])]
    found = {"Code": actor.code, "Name": actor.name.upper(), "CountryCode": actor.country, "KnownGroupCode": known}
    return found | {f"Type{n}Code": role for n, role in enumerate(roles[:3], 1)}


def _mention(dyad: Dyad) -> Iterator[object]:
    document, event = dyad.report.record.document, dyad.event
    outlet = urlsplit(document.url).hostname if document.url else document.outlet
    row: dict[str, Any] = {
        "GlobalEventID": dyad.number,
        "EventTimeDate": _moment(dyad),
        "MentionTimeDate": _moment(dyad),
        "MentionType": _WEB if document.url else _CITATION,
        "MentionSourceName": outlet,
        "MentionIdentifier": _address(dyad),
        "SentenceID": dyad.report.sentence_of(event.evidence.start),
        "Actor1CharOffset": _offset(dyad, dyad.source),
        "Actor2CharOffset": _offset(dyad, dyad.target),
        "ActionCharOffset": event.predicate.start,
        "InRawText": 1,
        # In steps of ten, of which the lowest is 10.
        "Confidence": max(10, round(event.confidence * 10) * 10),
        "MentionDocLen": len(document.text),
    }
    return (row.get(column) for column in MENTION_COLUMNS)


def _offset(dyad: Dyad, actor: Actor | None) -> int:
    """Where the actor is mentioned nearest to the passage of the event; -1 where nobody is."""
    places = [mention.start for mention in actor.mentions] if actor else []
    return min(places, key=lambda place: abs(place - dyad.event.evidence.start), default=-1)


def _moment(dyad: Dyad) -> str:
    return "".join(filter(str.isdigit, dyad.report.added))


def _address(dyad: Dyad) -> str:
    document = dyad.report.record.document
    return document.url or document.id
