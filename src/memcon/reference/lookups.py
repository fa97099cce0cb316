"""“NATO”, “Upper Volta”, “SDG 5”: what a name means, with what the tables know of it."""

from __future__ import annotations

import re
from datetime import date

from memcon.reference.answers import Answer, Line, term_line
from memcon.reference.bodies import Body, find_body
from memcon.reference.days import LATEST, bounds, in_words
from memcon.reference.folding import fold
from memcon.reference.membership import (
    council_terms,
    ga_sessions,
    goals,
    members,
    membership,
    organisations,
    part_of,
    regional_group,
    un_admission,
)
from memcon.reference.naming import NameEntry, find_place, name_index
from memcon.reference.own_names import Names
from memcon.reference.people import people_named
from memcon.reference.states import in_text, state, states
from memcon.reference.terms import holders, terms_of
from memcon.reference.who import ask_who, person_answer

_KINDS = {
    "igo": "international organisation",
    "ngo": "non-governmental organisation",
    "armed": "armed group",
    "opposition": "opposition movement",
    "government": "government body",
    "party": "political party",
}
_GOAL = re.compile(r"(?:sdg|goal|sustainable development goal) ?(\d{1,2})", re.I)
_SESSION = re.compile(r"(\d{1,2})(?:st|nd|rd|th) session(?: of the (?:un )?general assembly)?", re.I)


def look_up(name: str) -> list[Answer]:
    """What a name can mean: states, places, bodies, people, goals and sessions, each with what the tables know of it;
    an office (“foreign minister of Ghana”) is answered as :func:`memcon.reference.who.ask_who` does.
    """
    wanted = " ".join(name.split())
    if (numbered := _GOAL.fullmatch(wanted)) and int(numbered[1]) in goals():
        return [_goal(int(numbered[1]))]
    if (numbered := _SESSION.fullmatch(wanted)) and int(numbered[1]) in ga_sessions():
        return [_session(int(numbered[1]))]
    found = [_described(entry) for entry in _readings(wanted)]
    if people_named(wanted) and (not found or " " in wanted):
        found.append(person_answer(wanted))
    if not found and (state(wanted) or find_place(wanted)):
        code = wanted if state(wanted) else (find_place(wanted) or NameEntry("", "", "", None, "")).country
        found.append(_state(code or ""))
    if not found and (answer := ask_who(wanted)).lines:
        found.append(answer)
    return found


def _goal(number: int) -> Answer:
    goal = goals()[number]
    facts = {"title": goal.title, "targets": str(goal.targets), "source": "A/RES/70/1, 25 September 2015"}
    return Answer(f"Sustainable Development Goal {number}: {goal.short}", (), "", facts)


def _session(number: int) -> Answer:
    one = ga_sessions()[number]
    following = ga_sessions().get(number + 1)
    line = Line(one.president, "President", one.opened, following.opened if following else "", one.source)
    doubt = {"doubt": "one source"} if one.agreement == "single" else {}
    return Answer(f"{number} (session of the General Assembly)", (line,), "", doubt)


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
        "kind": f"{body.standing} in the UN system" if body.kind == "un" else _KINDS.get(body.kind, body.kind),
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
        "also": ", ".join(a for a in found.aliases if a != found.name),
        "people": ", ".join(found.demonyms),
        "capital": found.capital,
        "since": in_words(found.valid_from) if found.valid_from else "",
        "until": in_words(found.valid_to) if found.valid_to else "",
        "was called": "; ".join(f"{s.name} to {in_words(s.valid_to)}" for s in earlier if s is not found),
        "UN regional group": regional_group(iso3) or "",
        "source": found.source,
    }
    if admission := un_admission(iso3):
        standing = "original member" if admission.original else "admitted"
        if admission.status == "observer state":
            standing = "observer state since"
        facts["UN"] = f"{standing} {in_words(admission.admitted)} {admission.resolution}".strip()
    if terms := council_terms(iso3):
        facts["Security Council"] = ", ".join(
            "permanent" if t.seat == "permanent" else "–".join(dict.fromkeys((t.start[:4], t.end[:4]))) for t in terms
        )
    belongs = [
        org
        for org in sorted(organisations())
        if any(m.is_member and m.span.last == LATEST for m in membership(org, iso3))
    ]
    facts["member of"] = "" if found.valid_to else ", ".join(belongs)
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
