"""Questions in a reader's words: “foreign minister of Azerbaijan”, “Alexander Stubb”, “NATO”, and their answers as
plain rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from memcon.reference.bodies import Body, find_body
from memcon.reference.days import LATEST, as_iso, bounds, in_words
from memcon.reference.folding import fold
from memcon.reference.membership import (
    chairs,
    council_on,
    council_terms,
    members,
    membership,
    organisations,
    part_of,
    regional_group,
    un_admission,
)
from memcon.reference.naming import NameEntry, find_place, name_index
from memcon.reference.offices import Term, holders, terms_of
from memcon.reference.own_names import Names
from memcon.reference.people import offices_of, people_named, sightings
from memcon.reference.states import in_text, state, state_name, states
from memcon.reference.titles import read_title


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: what, from when to when, on what source, and what is doubtful about it."""

    who: str
    what: str
    start: str = ""
    end: str = ""
    source: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: a heading, its lines, and a remark where the tables fall short."""

    heading: str
    lines: tuple[Line, ...] = ()
    remark: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The answer as values for JSON."""
        rows = [
            {"who": x.who, "what": x.what, "start": x.start, "end": x.end, "source": x.source, "doubt": x.doubt}
            for x in self.lines
        ]
        return {"heading": self.heading, "facts": self.facts, "lines": rows, "remark": self.remark}


_OFFICE_WORDS = {
    "head_of_state": "head of state",
    "head_of_government": "head of government",
    "foreign_minister": "foreign minister",
    "effective_leader": "effective leader (head of state or government)",
    "vice_president": "vice president",
    "deputy_head_of_government": "deputy head of government",
    "governor_general": "governor general",
    "heir": "heir to the throne",
}


def doubts(term: Term) -> str:
    """What is not certain about a term, in words."""
    found = []
    if term.differs:
        found.append(f"sources differ: {term.disagreement}" if term.disagreement else "sources differ")
    elif not term.confirmed:
        found.append("one source")
    if term.end_basis == "next":
        found.append("end: when the next one starts, at the latest")
    elif term.end.startswith(">="):
        found.append("end: last listed then")
    elif not term.end and term.last_confirmed:
        found.append(f"last confirmed {in_words(term.last_confirmed)}")
    return "; ".join(
        [*found, *({"seen outside": "seen in office on another day"}.get(d, d) for d in term.doubt if d != "acting")]
    )


def term_line(term: Term) -> Line:
    """A term as a line."""
    what = term.title.strip(" ,") or _OFFICE_WORDS.get(term.office, term.office.replace("_", " "))
    where = (
        in_text(term.country) if term.country else (b.name if (b := find_body(term.body or "")) else term.body or "")
    )
    if len(what) < 4 or what.endswith((" of", " the", ",")):
        what = _OFFICE_WORDS.get(term.office, what)
    return Line(term.person, f"{what}, {where}", term.start, term.end, term.cited, doubts(term))


def ask_who(question: str, on: date | str | None = None) -> Answer:
    """The answer to who held an office (“president of France”, “UN secretary-general”), sat on a body, or is a
    person.
    """
    day = as_iso(on)
    text = " ".join(question.split()).strip(" ?")
    text = re.sub(r"^(?:who (?:is|was|were|are) )?(?:the )?", "", text, flags=re.I)
    if (seat := re.match(r"(?:elected |non-permanent )?members? of (?:the )?(.+)", text, re.I)) and (
        body := find_body(seat[1])
    ):
        return _who_sat(body, day)
    if (chair := re.match(r"chair(?:man|person)?s? of (?:the )?(.+)", text, re.I)) and (body := find_body(chair[1])):
        return _who_chaired(body, day)
    found = ("head_of_state", "Pope", "VAT", "the Holy See") if fold(text) in ("pope", "pontiff") else _office_in(text)
    if found is not None:
        return _who_held(*found, day)
    return _person(text, day)


def _office_in(text: str) -> tuple[str, str, str, str] | None:
    """(office key, standard title, where, its name) of an office phrase, or None."""
    for pattern in (r"(?P<title>.+?) of (?:the )?(?P<where>.+)", r"(?P<where>.+?)['’]s? (?P<title>.+)"):
        if (match := re.fullmatch(pattern, text)) and (found := _at(match["title"], match["where"])):
            return found
    words = text.split()
    for cut in range(1, len(words)):
        if found := _at(" ".join(words[cut:]), " ".join(words[:cut])):
            return found
    return None


def _at(title: str, where: str) -> tuple[str, str, str, str] | None:
    place = find_place(where)
    if place and place.kind == "code" and find_body(where):
        place = None
    if place and place.country and place.kind in ("state", "demonym", "people", "code", "capital"):
        read = read_title(title, place.country)
        return (read.office, read.standard, place.country, in_text(place.country)) if read and read.office else None
    body = find_body(where)
    if body is None:
        return None
    read = read_title(title)
    keys = {t.office for t in terms_of(body.key)}
    standard = read.standard if read else title
    for key in (
        (read.office if read else ""),
        fold(standard).replace(" ", "_").replace("-", "_"),
        "president" if standard == "President" else "",
    ):
        if key in keys:
            return key, standard, body.key, f"the {body.name}"
    if standard == "President" and body.key in ("EUCommission", "EUCouncil"):
        return (
            ("commission_president" if body.key == "EUCommission" else "council_president"),
            standard,
            "EU",
            f"the {body.name}",
        )
    return None


def _who_held(office: str, standard: str, where: str, name: str, day: str | None) -> Answer:
    rows = [t for t in holders(office, where, day) if not {"deputy", "junior"} & set(t.doubt)]
    if not rows and office in ("head_of_state", "head_of_government"):
        other = "head_of_government" if office == "head_of_state" else "head_of_state"
        rows = [t for t in holders(other, where, day) if standard in t.title]
    if day is None:
        rows = sorted(rows, key=lambda t: t.start, reverse=True)
    elif sure := [t for t in rows if (s := t.surely_in_office) and s.first <= day <= s.last]:
        rows = sure
    heading = f"{standard} of {name}" + (f" on {in_words(day)}" if day else "")
    remark = "" if rows else "The tables have nobody in that office" + (" on that day." if day else ".")
    return Answer(heading, tuple(map(term_line, _once(rows))), remark)


def _once(rows: list[Term]) -> Iterator[Term]:
    """The rows without those that repeat the same person and start."""
    seen = set()
    for term in rows:
        key = (term.person, term.start)
        if key not in seen:
            seen.add(key)
            yield term


def _who_sat(body: Body, day: str | None) -> Answer:
    when = day or date.today().isoformat()
    if body.key == "UNSC":
        rows = sorted(council_on(when), key=lambda t: (t.seat != "permanent", state_name(t.iso3)))
        lines = tuple(
            Line(
                state_name(t.iso3),
                f"{t.seat} member",
                t.start,
                t.end,
                t.source,
                "" if t.agreement == "agree" else "one source",
            )
            for t in rows
        )
        return Answer(f"Security Council on {in_words(when)}", lines)
    if body.key not in organisations():
        return Answer(f"Members of the {body.name}", (), "The tables do not list its members.")
    found = sorted(members(body.key, when), key=lambda m: state_name(m.iso3))
    lines = tuple(
        Line(state_name(m.iso3), m.status, m.start, m.end, m.source, _member_doubt(m.agreement, m.doubt)) for m in found
    )
    return Answer(f"Members of the {body.name} on {in_words(when)}", lines)


def _member_doubt(agreement: str, doubt: str) -> str:
    words = {"single": "one source", "differ": "sources differ", "agree+differ": "sources differ"}
    return "; ".join(filter(None, (words.get(agreement, ""), doubt)))


def _who_chaired(body: Body, day: str | None) -> Answer:
    rows = chairs(body.key, day)
    lines = tuple(
        Line(
            state_name(c.iso3),
            f"chair ({c.person})",
            c.start,
            c.end,
            c.source,
            "" if c.agreement == "agree-day" else "sure of the year",
        )
        for c in rows
    )
    remark = "" if rows else f"The tables do not hold the chairs of the {body.name}."
    return Answer(f"Chair of the {body.name}" + (f" on {in_words(day)}" if day else ""), lines, remark)


def _person(name: str, day: str | None) -> Answer:
    people = people_named(name)
    if not people:
        return Answer(name, (), "The tables do not know this office or person.")
    rows = list(offices_of(name))
    titled = [t for t in rows if t.office != "effective_leader"]
    rows = titled or rows
    if day:
        rows = [t for t in rows if t.in_office.first <= day <= t.in_office.last]
    names = dict.fromkeys(person for _, person in people)
    heading = next(iter(names)) if len(names) == 1 else f"{name}: {len(names)} people"
    heading += f" on {in_words(day)}" if day else ""
    remark = "" if rows else "No office on that day."
    noted = sum(len(sightings(where, person)) for where, person in people)
    facts = (
        {"noted in office by the State Department or the CIA": "once" if noted == 1 else f"{noted} times"}
        if noted
        else {}
    )
    return Answer(heading, tuple(map(term_line, _once(rows))), remark, facts)


def look_up(name: str) -> list[Answer]:
    """What a name can mean: states, places, bodies and people, each with what the tables know of it."""
    found = [_described(entry) for entry in _readings(name)]
    if people_named(name) and (not found or " " in name.strip()):
        found.append(_person(name, None))
    if not found and (state(name) or find_place(name)):
        code = name if state(name) else (find_place(name) or NameEntry("", "", "", None, "")).country
        found.append(_state(code or ""))
    return found


def _readings(name: str) -> list[NameEntry]:
    entries = name_index().get(name) or name_index().get(re.sub(r"^the ", "", name, flags=re.I))
    if not entries and (body := find_body(name)):
        entries = name_index().get(body.name)
    return list(entries)


def _described(entry: NameEntry) -> Answer:
    if entry.kind == "body" and entry.body and (body := find_body(entry.name)):
        return _body(body)
    if entry.kind in ("state", "code") and entry.country:
        return _state(entry.country, entry.phrase)
    words = {
        "demonym": "adjective or member of the people of",
        "people": "the people of",
        "capital": "capital of",
        "city": "place in",
        "region": "region of",
        "seat": "seat of power of",
    }
    facts = {"is": f"{words.get(entry.kind, entry.kind)} {in_text(entry.country or '')}", "code": entry.code}
    return Answer(entry.phrase, (), "Also an everyday word or a surname." if entry.shared else "", facts)


def _body(body: Body) -> Answer:
    facts = {
        "kind": f"{body.standing} in the UN system" if body.kind == "un" else body.kind,
        "code": body.code,
        "sectors": ", ".join(body.sectors),
        "country": in_text(body.country) if body.country else "",
        "also": ", ".join(a for a in body.aliases if a != body.name),
        "belongs to": body.parent.replace("|", ", "),
        "founded": in_words(body.founded) if body.founded else "",
        "seat": body.seat,
        "part of the UN system": "yes" if body.key != "UN" and part_of(body.key, "UN") else "",
        "source": body.source,
    }
    heads = sorted((t for t in terms_of(body.key)), key=lambda t: t.start, reverse=True)[:4]
    listed = len(members(body.key, date.today())) if body.key in organisations() else 0
    if listed:
        facts["members"] = f"{listed} in the tables (memcon who “members of {body.key}”)"
    return Answer(body.name, tuple(map(term_line, heads)), "", {k: v for k, v in facts.items() if v})


def _state(iso3: str, phrase: str = "") -> Answer:
    found = state(iso3)
    if found is None:
        return Answer(iso3, (), "The tables do not know this state.")
    earlier = [s for s in states() if s.iso3 == iso3 and s.valid_to]
    facts = {
        "codes": f"{found.iso3}, {found.iso2}",
        "also": ", ".join(found.aliases),
        "people": ", ".join(found.demonyms),
        "capital": found.capital,
        "since": in_words(found.valid_from) if found.valid_from else "",
        "until": in_words(found.valid_to) if found.valid_to else "",
        "was called": "; ".join(f"{s.name} to {in_words(s.valid_to)}" for s in earlier if s is not found),
        "UN regional group": regional_group(iso3) or "",
        "source": found.source,
    }
    if admission := un_admission(iso3):
        facts["UN"] = (
            f"{'original member' if admission.original else 'admitted'} {in_words(admission.admitted)} "
            f"{admission.resolution}"
        ).strip()
    if terms := council_terms(iso3):
        facts["Security Council"] = ", ".join(
            "permanent" if t.seat == "permanent" else f"{t.start[:4]}–{t.end[:4]}" for t in terms
        )
    belongs = [
        org
        for org in sorted(organisations())
        if any(m.is_member and m.span.last == LATEST for m in membership(org, iso3))
    ]
    facts["member of"] = ", ".join(belongs)
    now = [
        t
        for key in ("head_of_state", "head_of_government", "foreign_minister")
        for t in holders(key, iso3)
        if not t.end and not {"deputy", "junior"} & set(t.doubt)
    ]
    latest = {t.office: t for t in sorted(now, key=lambda t: bounds(t.start).first)}
    return Answer(found.name, tuple(map(term_line, latest.values())), "", {k: v for k, v in facts.items() if v})


def own_answers(names: Names, wanted: str) -> list[Answer]:
    """What a name means in a user's own names file."""
    found = []
    if person := names.person(wanted):
        facts = {
            "title": person.title or "",
            "country": in_text(person.country) if person.country else "",
            "code": person.code,
            "also": ", ".join(person.aliases),
            "source": "your own names",
        }
        found.append(Answer(person.name, (), "", {k: v for k, v in facts.items() if v}))
    for entry in names.entries:
        if fold(entry.phrase) == fold(wanted):
            facts = {
                "country": in_text(entry.country) if entry.country else "",
                "code": entry.code,
                "sectors": ", ".join(entry.sectors),
                "source": "your own names",
            }
            found.append(Answer(entry.name, (), "", {k: v for k, v in facts.items() if v}))
    return found
