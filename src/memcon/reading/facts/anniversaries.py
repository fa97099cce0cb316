"""Relations as old as a report says: “this year marks 60 years of diplomatic relations between Chad and Japan”."""

from __future__ import annotations

from memcon.language import AGENT
from memcon.reading.facts.page import Page
from memcon.reading.facts.times import NOTHING
from memcon.reading.facts.verbs import implied


def read_anniversary(page: Page, noun: int) -> None:
    """Writes down when the diplomatic relations were established whose years the text counts."""
    if not page.is_a(noun, "relations"):
        return
    times = page.calendar.reckoned(noun)
    if times is NOTHING:
        return
    nominal = page.clauses.nominal(noun)
    parties = page.parties
    subjects = parties.resolve((AGENT, "between", "theme:owner"), nominal.roles, noun, states=True)
    objects = parties.resolve(("with",), nominal.roles, noun, states=True)
    if not objects and len(subjects) > 1:
        subjects, objects = subjects[:1], subjects[1:]
    sentence = page.text.sentence_of(noun).index
    subjects, objects = implied(page, sentence, subjects, tuple(o for o in objects if o not in subjects), noun)
    first, last = page.text.phrase(noun)
    for subject in subjects[:1]:
        for other in objects or (None,):
            page.say("established_relations", subject, other, sentence, (first, last - 1), times)
