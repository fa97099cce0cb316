"""The office that a title and its owner name, as the tables file it, and a term told in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.checking.claims import body_of, state_of
from memcon.checking.verdicts import cite, not_covered
from memcon.record import Actor, Check, Citation
from memcon.reference import (
    Term,
    Title,
    body,
    find_body,
    find_place,
    in_text,
    people_named,
    read_title,
    term_is,
    terms_of,
)
from memcon.reference.days import in_words

_BODY_TITLES = {
    "Secretary-General": "secretary_general",
    "Deputy Secretary-General": "deputy_secretary_general",
    "Director-General": "director_general",
    "Managing Director": "managing_director",
    "President": "president",
    "High Commissioner": "high_commissioner",
    "High Representative for Foreign Affairs": "high_representative",
    "President of the European Commission": "commission_president",
    "President of the European Council": "council_president",
    "President of the General Assembly": "ga_president",
}
_BODY_OF_OFFICE = {
    "EUCommission": ("EU", "commission_president"),
    "EUCouncil": ("EU", "council_president"),
    "CouncilEU": ("EU", "council_president"),
    "EEAS": ("EU", "high_representative"),
    "UNSecretariat": ("UN", "secretary_general"),
    "IBRD": ("WBG", "president"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of one country or body, as the tables file it."""

    where: str
    office: str
    title: Title
    words: str


def seat_of(
    title: str | None, holder: Actor, owner: Actor | None = None, owner_name: str | None = None
) -> Seat | Check:
    """The office that a title and its owner name; a verdict of ``not_covered`` with the reason where the tables hold
    none.
    """
    if not title:
        return not_covered("the text names no office")
    where = state_of(owner) if owner else None
    key = body_of(owner) if owner and where is None else None
    if owner is None and owner_name:
        place = find_place(owner_name)
        if place and place.kind in ("state", "code"):
            where = place.country
        elif found := find_body(owner_name):
            key = found.key
    if where is None and key is None and owner is None and owner_name is None:
        key = _body_of_holder(title, holder)
        where = holder.country if key is None else None
    read = read_title(title, where)
    if key:
        return _body_seat(key, title, read)
    if where is None:
        return not_covered("the text does not say whose office it is")
    if read is None or not read.office:
        return not_covered(f"the tables do not hold the office of {title}")
    if read.standing in ("former", "designate", "candidate", "deputy"):
        return not_covered(f"the tables do not hold who is {read.standing} {read.standard}")
    if read.office not in {t.office for t in terms_of(where)} | {"head_of_state", "head_of_government"}:
        return not_covered(f"the tables hold no {read.standard} of {in_text(where)}")
    return Seat(where, read.office, read, f"{read.standard} of {in_text(where)}")


def _body_of_holder(title: str, holder: Actor) -> str | None:
    """“appointed António Guterres as Secretary-General”: the body that the tables have the person so in, or None."""
    office = _BODY_TITLES.get(title)
    if office is None or title == "President":
        return None
    named = [(where, person) for where, person in people_named(holder.name)]
    found = {
        where for where, person in named if any(t.person == person and t.office == office for t in terms_of(where))
    }
    return found.pop() if len(found) == 1 and body(next(iter(found))) else None


def _body_seat(key: str, title: str, read: Title | None) -> Seat | Check:
    name = ((found := body(key)) and found.name) or key
    standard = read.standard if read else title
    if key in _BODY_OF_OFFICE and standard in (
        "President",
        "High Representative for Foreign Affairs",
        "Secretary-General",
    ):
        key, office = _BODY_OF_OFFICE[key]
    else:
        office = _BODY_TITLES.get(standard, "")
        if office == "president" and key in ("UNGA",):
            office = "ga_president"
    if read and read.standing in ("former", "designate", "candidate", "deputy"):
        return not_covered(f"the tables do not hold who is {read.standing} {read.standard}")
    if not office or office not in {t.office for t in terms_of(key)}:
        return not_covered(f"the tables do not hold who is {standard} of the {name}")
    return Seat(key, office, read or Title(standard, office), f"{standard} of the {name}")


def fits(term: Term, seat: Seat) -> bool:
    """Whether a term is of the office meant."""
    return term_is(term, seat.office, seat.title.standard)


def cite_term(term: Term) -> Citation:
    """A row of the table of terms."""
    return cite(term.table, term.row(), term.cited)


def told(term: Term) -> str:
    """“Jeyhun Bayramov, Minister of Foreign Affairs of Azerbaijan from 16 July 2020”, with how far it was last
    confirmed.
    """
    start = f" from {in_words(term.start)}" if term.start else ""
    if not term.end:
        end = f", still so {_at(term.last_confirmed)}" if term.last_confirmed else ""
    elif term.end.startswith(">="):
        end = f", still listed {_at(term.end[2:])}"
    elif term.end_basis == "next":
        end = f" to {in_words(term.end)} at the latest"
    else:
        end = f" to {in_words(term.end)}"
    return f"{term.person}{start}{end}"


def _at(cell: str) -> str:
    """“on 22 August 2026”, “in January 2026”."""
    return f"{'on' if len(cell) == 10 else 'in'} {in_words(cell)}"
