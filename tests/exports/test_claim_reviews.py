"""A review leaves only where a person has accepted the fact, and the tables say something of it."""

from __future__ import annotations

import json

from tests.exports.conftest import Exported

from memcon.archive import Archive
from memcon.exports import Job


def test_nothing_leaves_that_nobody_accepted(exported: Exported) -> None:
    job = Job()
    assert exported("claimreview", None, job) == {"reviews.jsonl": b""}
    assert job.left_out == {"facts that nobody accepted": 1}


def test_an_accepted_verdict(archive: Archive, exported: Exported) -> None:
    fact = archive.search("kind:fact")[0].id
    archive.correct(fact, "accept", person="Ada Lovelace")
    review = json.loads(exported("claimreview")["reviews.jsonl"])
    # What https://schema.org/ClaimReview and those who read it cannot do without.
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["author"] == {"@type": "Person", "name": "Ada Lovelace"}
    # The fact alone was confirmed; the sentence around it is where it was told.
    assert review["claimReviewed"] == "Armenia has been a member of UNDP since 2 March 1992."
    assert review["itemReviewed"]["appearance"]["text"] == "Armenia joined UNDP talks in 1992."
    assert review["itemReviewed"]["@type"] == "Claim"
    rating = review["reviewRating"]
    assert rating["@type"] == "Rating"
    assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


def test_an_edit_is_no_confirmation_of_the_verdict(archive: Archive, exported: Exported) -> None:
    fact = archive.search("kind:fact")[0].id
    archive.correct(fact, "edit", {"start": "1993-01-01"}, person="Ada")
    assert exported("claimreview") == {"reviews.jsonl": b""}


def test_what_was_rejected_after_it_was_accepted(archive: Archive, exported: Exported) -> None:
    fact = archive.search("kind:fact")[0].id
    archive.correct(fact, "accept", person="Ada")
    archive.correct(fact, "reject", person="Ben")
    assert exported("claimreview") == {"reviews.jsonl": b""}
    archive.correct(fact, "undo", person="Cem")
    assert json.loads(exported("claimreview")["reviews.jsonl"])["author"]["name"] == "Ada"
