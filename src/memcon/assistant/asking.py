"""The questions that a language-model program may put to an archive, each answered in JSON values.

Every answer carries the ids under which a person finds the same in memcon, and the words of the report with their
place, so that whatever the program makes of it can be held against its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from memcon.archive import Archive, ArchiveError, QueryError, Selected
from memcon.record import Actor, Check, Event, Fact, Span, Statement

#: Answers that are given at most, whatever is asked for.
MOST = 200
#: Code points of a report's text that are given at most.
MOST_TEXT = 50_000

Answer = dict[str, Any]


class AssistantError(Exception):
    """A question that cannot be answered: one line that says what is wrong and what to ask instead."""


class Asking:
    """An archive to be asked and never changed; every question opens it anew, so that what was added since is there."""

    def __init__(self, path: str | Path | None = None) -> None:
        """Raises ArchiveError where there is no archive at ``path`` (by default the user's own)."""
        with Archive(path, create=False) as archive:
            self.path = archive.path

    @contextmanager
    def _opened(self) -> Iterator[Archive]:
        try:
            with Archive(self.path, create=False) as archive:
                archive.connection.execute("PRAGMA query_only = ON")
                yield archive
        except QueryError as problem:
            raise AssistantError(f"{problem}\n{problem.pointed}") from None
        except ArchiveError as problem:
            raise AssistantError(str(problem)) from None

    def search(self, query: str, limit: int = 20) -> Answer:
        """What a query finds, the newest first."""
        wanted = max(1, min(limit, MOST))
        with self._opened() as archive:
            hits = archive.search(query, limit=wanted + 1)
        return {"hits": [hit.as_json() for hit in hits[:wanted]], "more": len(hits) > wanted}

    def report(self, id: str, with_text: bool = False) -> Answer:
        """All that was read from one report, each thing with the passage that says it."""
        with self._opened() as archive:
            report = archive.selected(id)
        document, names = report.record.document, {a.id: a.name for a in report.record.actors}
        told: Answer = {
            "id": report.id,
            "title": document.title,
            "outlet": document.outlet,
            "published": document.published.start if document.published else None,
            "url": document.url,
            "characters": len(document.text),
            "actors": [_actor(report, actor) for actor in report.record.actors],
            "events": [_event(report, event, names) for event in report.record.events],
            "statements": [_statement(report, said, names) for said in report.record.statements],
            "facts": [_fact(report, fact, names) for fact in report.record.facts],
            "unread": [_span(span) for span in report.record.coverage.unread],
        }
        if with_text:
            told |= {"text": document.text[:MOST_TEXT], "text_is_cut": len(document.text) > MOST_TEXT}
        return told

    def contacts(
        self, one: str, other: str, since: str | None = None, until: str | None = None, limit: int = 50
    ) -> Answer:
        """Who of two sides met, called, visited or wrote to whom, the oldest first."""
        first, last = _day(since, 0), _day(until, 1)
        with self._opened() as archive:
            found = archive.log(one, other, since=first, until=last, limit=max(1, min(limit, MOST)))
        return {"contacts": [contact.as_json() for contact in found]}

    def brief(self, one: str, other: str | None = None, since: str | None = None, until: str | None = None) -> Answer:
        """A brief on one party or a pair as Markdown, each sentence with its numbered citation."""
        from memcon.briefs.making import make_brief
        from memcon.briefs.rendering import as_text

        first, last = _day(since, 0), _day(until, 1)
        with self._opened() as archive:
            told = as_text(make_brief(archive, one, other or None, since=first, until=last), "markdown")
        return {"markdown": told[:MOST_TEXT], "is_cut": len(told) > MOST_TEXT}

    def who(self, question: str, on: str | None = None) -> Answer:
        """Who held an office or sat on a body; the reference tables answer, not the archive."""
        from memcon.reference.who import ask_who

        return dict(ask_who(question, on).as_json())

    def check(self, text: str, published: str | None = None) -> Answer:
        """The dated facts that a text tells, held against the reference tables."""
        from memcon.checking import check
        from memcon.language import ModelMissing
        from memcon.reading.read import read
        from memcon.record import Document
        from memcon.sources import Unreadable
        from memcon.sources import published as dated

        if not text.strip():
            raise AssistantError("the text is empty; give a sentence, such as “Sweden joined NATO on 7 March 2024.”")
        if len(text) > MOST_TEXT:
            raise AssistantError(f"the text has more than {MOST_TEXT:,} characters; give the claim alone")
        try:
            document = Document("claim", text, published=dated(published) if published else None)
            record = check(read(document))
        except (Unreadable, ModelMissing) as problem:
            raise AssistantError(str(problem)) from None
        names = {actor.id: actor.name for actor in record.actors}
        facts = [_told(fact, names) for fact in record.facts]
        note = None if facts else "no dated fact was found in this; a membership, an office, a recognition … is one"
        return {"facts": facts, "note": note}


def _day(value: str | None, end: int) -> str | None:
    from memcon.archive.query import days_of

    if value is None:
        return None
    span = days_of(value)
    if span is None:
        raise AssistantError(f"{value!r} is no day; write 2021-09-25, 2021-09 or 2021")
    return span[end]


# ---- what is in a report


def _span(span: Span) -> Answer:
    return {"start": span.start, "end": span.end, "text": span.text}


def _actor(report: Selected, actor: Actor) -> Answer:
    offices = [", ".join(filter(None, (office.title, office.body))) for office in actor.offices]
    return {
        "id": report.ids[actor.id], "name": actor.name, "kind": actor.kind, "code": actor.code,
        "country": actor.country, "offices": offices,
    }  # fmt: skip


def _event(report: Selected, event: Event, names: Mapping[str, str]) -> Answer:
    date = event.date
    return {
        "id": report.ids[event.id], "type": event.type, "act": event.act, "mode": event.mode, "cameo": event.cameo,
        "status": event.status, "background": event.background,
        "source": [names[id] for id in event.source], "target": [names[id] for id in event.target],
        "from": date and date.start, "to": date and date.end, "known_by": date and date.basis,
        "place": event.place.name if event.place else None, "topics": list(event.topics),
        "part_of": report.ids.get(event.part_of or ""), "predicate": _span(event.predicate),
        "evidence": _span(event.evidence), "standing": report.standing.get(event.id, "read"),
    }  # fmt: skip


def _statement(report: Selected, said: Statement, names: Mapping[str, str]) -> Answer:
    return {
        "id": report.ids[said.id],
        "speaker": names.get(said.speaker or "") or (said.speaker_text.text if said.speaker_text else None),
        "addressee": names.get(said.addressee or ""), "via": [names[id] for id in said.via], "form": said.form,
        "occasion": said.occasion, "cue": _span(said.cue) if said.cue else None, "content": _span(said.content),
        "standing": report.standing.get(said.id, "read"),
    }  # fmt: skip


def _fact(report: Selected, fact: Fact, names: Mapping[str, str]) -> Answer:
    return {
        "id": report.ids[fact.id], **_told(fact, names), "standing": report.standing.get(fact.id, "read"),
    }  # fmt: skip


def _told(fact: Fact, names: Mapping[str, str]) -> Answer:
    return {
        "subject": names[fact.subject], "relation": fact.relation, "negated": fact.negated, "status": fact.status,
        "object": names.get(fact.object or ""), "value": fact.value, "from": fact.start, "to": fact.end,
        "evidence": _span(fact.evidence), **_verdict(fact.check),
    }  # fmt: skip


def _verdict(check: Check | None) -> Answer:
    if check is None:
        return {"verdict": None, "why": None, "sources": []}
    sources = list(dict.fromkeys(f"{citation.table}: {citation.source}" for citation in check.citations))
    return {"verdict": check.verdict, "why": check.why, "sources": sources}
