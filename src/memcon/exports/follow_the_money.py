"""FollowTheMoney entities as JSON lines, for Aleph, OpenAleph and the tools around them.

The schemata are those of followthemoney 3.8: Person, PublicBody, Organization, Article, Event, Position, Occupancy,
Membership and UnknownLink.  This exporter comes in as a plug-in, by the entry point that pyproject.toml gives it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import memcon
from memcon.archive import Selected
from memcon.exports.exporter import Exporter, Job, Piece
from memcon.exports.lines import json_lines
from memcon.ontology import cameo
from memcon.record import Actor, Event, Fact
from memcon.reference import state
from memcon.wording.quoting import first_line

Entity = dict[str, Any]

_LANGUAGES = {"en": "eng"}
_OFFICES = ("holds_office", "elected_to", "appointed_to", "reelected_to")


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """Who is named, the reports, what happened, and who is a member or in office; each party once."""
    written: set[bytes] = set()
    for report in reports:
        entities = [_article(report)]
        for actor in report.actors:
            digest = bytes.fromhex(_party_id(actor))[:8]
            if actor.kind != "place" and digest not in written:
                written.add(digest)
                entities.append(_party(actor))
        entities += [_event(report, event) for event in report.events if job.takes(event)]
        for fact in report.facts:
            entities += _fact(report, fact, job)
        job.wrote["entities"] += len(entities)
        yield "entities.ftm.json", json_lines(entities)


def _entity(id: str, schema: str, **properties: Any) -> Entity:
    held = {}
    for name, value in properties.items():
        values = [str(one) for one in (value if isinstance(value, (list, tuple)) else (value,)) if one]
        if values:
            held[name] = list(dict.fromkeys(values))
    return {"id": id, "schema": schema, "properties": held}


def _id(*parts: object) -> str:
    return hashlib.sha1("\x00".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()


def _article(report: Selected) -> Entity:
    document = report.record.document
    return _entity(
        _id("report", document.sha256, report.id),
        "Article",
        title=document.title or first_line(document.text),
        author=document.byline,
        publisher=document.outlet,
        publishedAt=document.published.start if document.published else None,
        sourceUrl=document.url if document.url and document.url.startswith(("http://", "https://")) else None,
        language=_LANGUAGES.get(document.language),
        generator=f"memcon {memcon.__version__}",
    )


def _party_id(actor: Actor) -> str:
    return _id("party", actor.name, actor.kind, actor.code, actor.country)


def _party(actor: Actor) -> Entity:
    public = actor.kind in ("state", "office") or bool({"GOV", "IGO", "LEG", "MIL", "JUD"} & set(actor.sectors))
    schema = "Person" if actor.kind == "person" else "PublicBody" if public else "Organization"
    more: dict[str, Any] = {}
    if schema == "Person":
        more["position"] = [", ".join(filter(None, (o.title, o.body))) for o in actor.offices]
    return _entity(
        _party_id(actor),
        schema,
        name=actor.name,
        country=_country(actor.country),
        wikidataId=actor.wikidata,
        alias=[m.text for m in actor.mentions if m.form == "name" and m.text != actor.name][:10],
        **more,
    )


def _country(code: str | None) -> str | None:
    """The two letters that FollowTheMoney wants; None for a state of the past."""
    found = state(code) if code else None
    return found.iso2.lower() if found and not found.valid_to else None


def _event(report: Selected, event: Event) -> Entity:
    actors = report.actor
    sides = [", ".join(actors[id].name for id in ids) for ids in (event.source, event.target)]
    what = cameo(event.cameo).name if event.cameo else event.type.capitalize()
    involved = [actors[id] for id in (*event.source, *event.target, *(x for ids in event.roles.values() for x in ids))]
    document = report.record.document
    return _entity(
        _id("event", document.sha256, report.ids[event.id]),
        "Event",
        name=f"{what}: {' – '.join(filter(None, sides))}" if any(sides) else what,
        startDate=event.date.start if event.date else None,
        endDate=event.date.end if event.date else None,
        location=event.place.name if event.place else None,
        country=_country(event.place.country) if event.place else None,
        involved=[_party_id(actor) for actor in involved if actor.kind != "place"],
        keywords=[event.type, event.mode, event.cameo, *event.contexts],
        summary=event.evidence.text,
        proof=_id("report", document.sha256, report.id),
        recordId=report.ids[event.id],
        publisher=document.outlet,
    )


def _fact(report: Selected, fact: Fact, job: Job) -> list[Entity]:
    actors = report.actor
    subject, thing = actors[fact.subject], actors.get(fact.object or "")
    if fact.negated or fact.status != "happened" or (fact.check and fact.check.verdict == "contradicted"):
        job.left_out["facts that are denied, not yet so or contradicted"] += 1
        return []
    id = _id("fact", report.record.document.sha256, report.ids[fact.id])
    told = {
        "startDate": fact.start,
        "endDate": fact.end,
        "summary": fact.evidence.text,
        "recordId": report.ids[fact.id],
        "publisher": report.record.document.outlet,
    }
    places = {actor.kind for actor in (subject, thing) if actor} & {"place"}
    if fact.relation in _OFFICES and fact.value and subject.kind == "person":
        body = thing or None
        name = f"{fact.value}, {body.name}" if body else fact.value
        post = _id("post", name)
        organization = _party_id(body) if body and body.kind != "place" else None
        return [
            _entity(
                post, "Position", name=name, organization=organization, country=_country(body.country if body else None)
            ),
            _entity(id, "Occupancy", holder=_party_id(subject), post=post, **told),
        ]
    if thing is None or places:
        job.left_out["facts without a second party"] += 1
        return []
    if fact.relation == "member_of" and thing.kind == "organization":
        return [_entity(id, "Membership", member=_party_id(subject), organization=_party_id(thing), **told)]
    return [_entity(id, "UnknownLink", subject=_party_id(subject), object=_party_id(thing), role=fact.relation, **told)]


EXPORTER = Exporter(
    "ftm",
    "FollowTheMoney entities, one JSON object a line",
    {"entities.ftm.json": "application/json+ftm"},
    make,
    takes_all=False,
)
