"""A verdict as schema.org ClaimReview, for fact-checkers who publish: only what a person has confirmed.

The fields are those of https://schema.org/ClaimReview as search engines read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from memcon.record import Fact, Record
from memcon.wording.names import capitalised, namer
from memcon.wording.words import fact_in_words, with_days

# The verdict as a rating; a verdict that there is none to give is no review.
_RATINGS = {"contradicted": (1, "False"), "disputed": (3, "Disputed"), "supported": (5, "True")}


class ReviewRefused(ValueError):
    """A review that must not be made: nobody has confirmed the verdict, or there is none."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word that a verdict is right.

    ``by`` is the person's name, ``on`` the day (ISO); ``organization`` and ``url`` are whom they review for and the
    page on which the review appears.
    """

    by: str
    on: str
    organization: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ReviewRefused("a review needs the name of the person who confirmed the verdict")
        try:
            date.fromisoformat(self.on)
        except ValueError:
            raise ReviewRefused(f"{self.on!r} is no day: write 2026-03-01") from None


def claim_review(
    record: Record, fact: Fact, confirmation: Confirmation | None, passage: str | None = None
) -> dict[str, Any]:
    """The ClaimReview of a fact's verdict, ready for ``json.dumps``.

    What is reviewed is the fact alone, in words of ours: the sentence around it may say more, of which nothing was
    checked, and is only where the claim appeared.

    Args:
        record: the checked record the fact is from.
        fact: the fact, with its verdict.
        confirmation: who has looked at the verdict and stands by it.  A machine's verdict alone is never a review.
        passage: the sentence that tells it, where that is more than the fact's own words.

    Raises:
        ReviewRefused: without a confirmation, without a verdict, or where the verdict is ``not_covered``.
    """
    if confirmation is None:
        raise ReviewRefused("this verdict is the program’s alone: a person must confirm it first")
    if fact.check is None:
        raise ReviewRefused("this fact has not been checked")
    rating = _RATINGS.get(fact.check.verdict)
    if rating is None:
        raise ReviewRefused(f"there is no verdict to publish: {fact.check.why}")
    document = record.document
    appearance = {
        "@type": "CreativeWork",
        "url": document.url,
        "text": passage or fact.evidence.text,
        "headline": document.title,
        "datePublished": document.published.start if document.published else None,
        "author": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
    }
    reviewer = (
        {"@type": "Organization", "name": confirmation.organization}
        if confirmation.organization
        else {"@type": "Person", "name": confirmation.by}
    )
    value, name = rating
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": confirmation.url,
        "datePublished": confirmation.on,
        "author": reviewer,
        "editor": {"@type": "Person", "name": confirmation.by} if confirmation.organization else None,
        "claimReviewed": _claim(record, fact),
        "itemReviewed": {"@type": "Claim", "author": _speaker(record, fact), "appearance": _filled(appearance)},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": name,
        },
        "reviewBody": fact.check.why,
        "citation": list(dict.fromkeys(f"{c.table}: {c.source}" for c in fact.check.citations)),
    }
    review["itemReviewed"] = _filled(review["itemReviewed"])
    return _filled(review)


def _claim(record: Record, fact: Fact) -> str:
    """“Finland has been a member of NATO since 4 April 2013.”"""
    name = namer(record)
    thing = next((actor for actor in record.actors if actor.id == fact.object), None)
    subject = name(fact.subject)
    words = fact_in_words(
        fact, subject, name(thing.id) if thing else None, in_state=thing is not None and thing.kind == "state"
    )
    return capitalised(with_days(words, subject, fact.relation, fact.start, fact.end)) + "."


def _speaker(record: Record, fact: Fact) -> dict[str, str] | None:
    """Whose claim it is, where the fact is told inside a statement."""
    said = next((s for s in record.statements if s.id == fact.statement), None)
    actor = next((a for a in record.actors if said and a.id == said.speaker), None)
    if actor is None:
        return None
    return {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}


def _filled(fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}
