"""Verdicts after a correction: what a person changed is held against the tables again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from memcon.record import Record


def checked_anew(record: Record, changed: Collection[str]) -> Record:
    """The record with new verdicts at the facts and people of these ids, and at the facts that name those people.

    What had no verdict before (`memcon run --no-check`) gets none.
    """
    touched = {fact.id for fact in record.facts if fact.check and {fact.id, fact.subject, fact.object} & {*changed}}
    held = {actor.id for actor in record.actors if actor.id in changed and any(one.check for one in actor.offices)}
    if not touched and not held:
        return record
    from memcon.checking import check

    new = check(record)
    facts = (now if old.id in touched else old for old, now in zip(record.facts, new.facts, strict=True))
    actors = (now if old.id in held else old for old, now in zip(record.actors, new.actors, strict=True))
    return replace(record, facts=tuple(facts), actors=tuple(actors))
