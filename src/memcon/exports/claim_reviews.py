"""schema.org ClaimReview, a line a review: only for verdicts that a person has confirmed.

A person confirms a verdict by accepting the fact (``memcon correct f12 accept``).  A fact that was edited is held
against the tables again, so that its verdict is confirmed only when it is accepted after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.archive import Selected
from memcon.checking import Confirmation, ReviewRefused, claim_review
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import json_lines


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A review for each accepted fact that the tables support, contradict or dispute."""
    for report in reports:
        reviews = []
        for fact in report.facts:
            if report.standing.get(fact.id) != "accepted":
                job.left_out["facts that nobody accepted"] += 1
                continue
            person, day = report.confirmed[fact.id]
            try:
                passage = report.sentence_at(fact.evidence)
                reviews.append(claim_review(report.record, fact, Confirmation(person, day), passage))
            except ReviewRefused:
                job.left_out["facts that the tables do not cover"] += 1
        job.wrote["reviews"] += len(reviews)
        yield "reviews.jsonl", json_lines(reviews)
