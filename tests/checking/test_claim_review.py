"""ClaimReview: only for a verdict that a person has confirmed."""

from __future__ import annotations

import json

import pytest
from tests.checking.conftest import Checked

from memcon.checking import Confirmation, ReviewRefused, claim_review

WRONG = "Finland has been a member of NATO since April 4, 2013, the minister said."
CONFIRMED = Confirmation("Aino Virtanen", "2026-03-01", organization="The Fact Desk", url="https://example.org/nato")


def test_the_fields_that_search_engines_read(checked: Checked) -> None:
    record = checked(WRONG, "2026-02-20")
    review = claim_review(record, record.facts[0], CONFIRMED)
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == (
        "Finland has been a member of the North Atlantic Treaty Organization since 4 April 2013."
    )
    assert review["itemReviewed"]["appearance"]["text"] in WRONG
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "False",
    }
    assert review["author"] == {"@type": "Organization", "name": "The Fact Desk"}
    assert review["editor"]["name"] == "Aino Virtanen"
    assert review["itemReviewed"]["appearance"]["datePublished"] == "2026-02-20"
    assert "4 April 2023" in review["reviewBody"]
    assert json.loads(json.dumps(review)) == review


def test_a_machines_verdict_alone_is_refused(checked: Checked) -> None:
    record = checked(WRONG)
    with pytest.raises(ReviewRefused, match="a person must confirm it first"):
        claim_review(record, record.facts[0], None)


def test_no_verdict_no_review(checked: Checked) -> None:
    record = checked("Ireland recognised the State of Palestine on May 28, 2024.")
    with pytest.raises(ReviewRefused, match="no verdict to publish"):
        claim_review(record, record.facts[0], CONFIRMED)


@pytest.mark.parametrize(("by", "on", "why"), [(" ", "2026-03-01", "name of the person"), ("A", "1 March", "no day")])
def test_a_confirmation_has_a_name_and_a_day(by: str, on: str, why: str) -> None:
    with pytest.raises(ReviewRefused, match=why):
        Confirmation(by, on)
