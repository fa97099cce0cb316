"""Offices and who held them: the questions to the terms and to the people in them, in one place."""

from memcon.reference.people import (
    Person,
    Sighting,
    canonical_person,
    find_person,
    offices_of,
    people_named,
    sightings,
)
from memcon.reference.terms import (
    Term,
    body_key,
    holder,
    holders,
    offices_for,
    parse_office,
    term_is,
    terms_of,
)

__all__ = [
    "Person",
    "Sighting",
    "Term",
    "body_key",
    "canonical_person",
    "find_person",
    "holder",
    "holders",
    "offices_for",
    "offices_of",
    "parse_office",
    "people_named",
    "sightings",
    "term_is",
    "terms_of",
]
