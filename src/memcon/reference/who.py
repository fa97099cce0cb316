"""Who held an office, sat on a body or chaired it, on a day, in a year or ever; and what offices a person held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from memcon.reference.answers import Answer, Line, term_line
from memcon.reference.bodies import Body, find_body
from memcon.reference.days import LATEST, Bounds, bounds, in_words, is_date
from memcon.reference.folding import fold
from memcon.reference.membership import council_terms, members, nam_chairs, organisations
from memcon.reference.naming import find_place
from memcon.reference.people import offices_of, people_named, sightings
from memcon.reference.states import in_text, state_name, states
from memcon.reference.suggestions import office_suggested, suggested
from memcon.reference.terms import Term, holders, terms_of
from memcon.reference.titles import read_title

_ASKED = re.compile(r"^(?:who (?:is|was|were|are|became|has been) )?(?:the )?(?:current |present )?", re.I)
_WHEN = re.compile(
    r"\s+(?:(?:in|on|as of|at|during)\s+)?(?P<day>(?:1[6-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?|today|now)$", re.I
)


def ask_who(question: str, on: date | str | None = None) -> Answer:
    """The answer to who held an office (“president of France”, “UN secretary-general”), sat on a body, or is a person.

    Args:
        question: the office, body or person in plain words; “in 2016” or “today” at its end is read as a date.
        on: a day, month or year (ISO); None for all days.
    """
    text = " ".join(question.split()).strip(" ?")
    text = _ASKED.sub("", text)
    if on is None and (told := _WHEN.search(text)):
        text, word = text[: told.start()], told["day"].lower()
        on = date.today() if word in ("today", "now") else word
    when = on.isoformat() if isinstance(on, date) else on
    if when is not None and not is_date(when):
        when = None
    for pattern, answer in _OF_A_BODY:
        if (found := re.fullmatch(pattern, text, re.I)) and (body := find_body(found["body"])):
            seats = found.groupdict().get("seats")
            return _who_sat(body, when, seats.lower()) if seats else answer(body, when)
    if alone := _ALONE.get(fold(text)):
        return _who_held(*alone, when)
    office = _office_in(text)
    return _who_held(*office, when) if office is not None else person_answer(text, when)


# Titles that name their country.
_ALONE = {
    "pope": ("head_of_state", "Pope", "VAT", "the Holy See"),
    "pontiff": ("head_of_state", "Pope", "VAT", "the Holy See"),
    "taoiseach": ("head_of_government", "Prime Minister", "IRL", "Ireland"),
}


def _said(when: str | None) -> str:
    """“ on 25 September 2021”, “ in 2021”, or nothing."""
    return "" if when is None else f" {'on' if len(when) == 10 else 'in'} {in_words(when)}"


def _office_in(text: str) -> tuple[str, str, str, str] | None:
    """(office key, standard title, where, its name) of an office phrase, or None."""
    # “secretary of state of the United States”: the last “of” first
    for joint in reversed(list(re.finditer(r" of (?:the )?", text))):
        if found := _at(text[: joint.start()], text[joint.end() :]):
            return found
    if (match := re.fullmatch(r"(?P<where>.+)['’]s? (?P<title>.+)", text)) and (
        found := _at(match["title"], match["where"])
    ):
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
    if keys == {"ga_president"} and fold(title) == "president":
        return "ga_president", "President", body.key, "the General Assembly"
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


def _who_held(office: str, standard: str, where: str, name: str, when: str | None) -> Answer:
    known = _principals(holders(office, where))
    if not known and office in ("head_of_state", "head_of_government"):
        other = "head_of_government" if office == "head_of_state" else "head_of_state"
        known = [t for t in _principals(holders(other, where)) if standard in t.title]
    heading = f"{_title_here(standard, known)} of {name}{_said(when)}"
    if when is None:
        rows = sorted(known, key=lambda t: t.start, reverse=True)
        return Answer(heading, _lines(rows), "" if rows else _NOT_HELD)
    asked = bounds(when)
    rows = [t for t in known if t.in_office.overlaps(asked)]
    if sure := [t for t in rows if (s := t.surely_in_office) and s.overlaps(asked)]:
        rows = sure
    rows = [t for t in rows if not _followed(t, known, asked)]
    rows.sort(key=lambda t: t.start)
    return Answer(heading, _lines(rows), "" if rows else _nobody(known, asked))


_NOT_HELD = (
    "The tables do not hold this office; they hold heads of state and government, foreign ministers and the heads of "
    "international organisations."
)


def _title_here(standard: str, known: list[Term]) -> str:
    """What an office is called in this state, where most of its holders had one title: “Secretary of State”."""
    titles = Counter(t.title for t in known if t.title and not {"acting"} & set(t.doubt))
    if standard != "Minister of Foreign Affairs" or not titles:
        return standard
    title, count = titles.most_common(1)[0]
    return title if title == "Secretary of State" and count * 2 > len(known) else standard


def _followed(term: Term, known: list[Term], asked: Bounds) -> bool:
    """Whether a term whose end nobody gives was over by then, since another's began after it."""
    if term.end and not term.end.startswith(">="):
        return False
    return any(t.person != term.person and term.start < t.start <= asked.first for t in known)


def _principals(terms: tuple[Term, ...]) -> list[Term]:
    return [t for t in terms if not {"deputy", "junior"} & set(t.doubt)]


def _nobody(known: list[Term], asked: Bounds) -> str:
    """Why there is no answer: how far the tables reach, or who came before and after."""
    before = [t for t in known if t.start and t.in_office.last < asked.first]
    after = [t for t in known if t.start and t.in_office.first > asked.last]
    if not before and after:
        first = min(after, key=lambda t: t.start)
        return f"The tables begin later for this office: with {first.person}, {in_words(first.start)}."
    if before and not after:
        last = max(before, key=lambda t: t.start)
        return f"The tables end before that day: with {last.person}, to {in_words(last.end)}."
    if before and after:
        last, first = max(before, key=lambda t: t.start), min(after, key=lambda t: t.start)
        return (
            f"The tables have a gap there: {last.person} to {in_words(last.end)}, "
            f"{first.person} from {in_words(first.start)}."
        )
    return _NOT_HELD


def _lines(rows: list[Term]) -> tuple[Line, ...]:
    return tuple(map(term_line, _once(rows)))


def _once(rows: list[Term]) -> Iterator[Term]:
    """The rows without those that repeat the same person and start."""
    seen = set()
    for term in rows:
        key = (term.person, term.start)
        if key not in seen:
            seen.add(key)
            yield term


def _who_sat(body: Body, when: str | None, seats: str = "") -> Answer:
    """Who sat on a body; ``seats`` (permanent, elected, non-permanent) asks for those of the Security Council alone."""
    asked = bounds(when or date.today().isoformat())
    if body.key == "UNSC":
        terms = (t for iso3 in sorted({s.iso3 for s in states()}) for t in council_terms(iso3))
        seated = [t for t in terms if Bounds(t.start, t.end or LATEST).overlaps(asked)]
        if seats:
            seated = [t for t in seated if (t.seat == "permanent") == (seats == "permanent")]
        seated.sort(key=lambda t: (t.seat != "permanent", state_name(t.iso3)))
        lines = tuple(
            Line(
                state_name(t.iso3),
                f"{t.seat} member",
                t.start,
                t.end,
                t.source,
                "" if t.agreement == "agree" else "one source",
            )
            for t in seated
        )
        return Answer(
            f"{seats.capitalize() + ' members' if seats else 'Members'} of the Security Council{_said(when)}",
            lines,
            "" if lines else "The roll ends with 2027.",
        )
    if body.key not in organisations():
        return Answer(f"Members of the {body.name}", (), "The tables do not list its members.")
    found = sorted((m for m in members(body.key) if m.span.overlaps(asked)), key=lambda m: state_name(m.iso3))
    lines = tuple(
        Line(state_name(m.iso3), m.status, m.start, m.end, m.source, _member_doubt(m.agreement, m.doubt)) for m in found
    )
    heading = f"Members of the {body.name}{_said(when)}"
    return Answer(
        heading, lines, "" if lines else "The tables have no members on that day.", {"members": str(len(lines))}
    )


def _member_doubt(agreement: str, doubt: str) -> str:
    words = {"single": "one source", "differ": "sources differ", "agree+differ": "sources differ"}
    return "; ".join(filter(None, (words.get(agreement, ""), doubt)))


def _who_chaired(body: Body, when: str | None) -> Answer:
    asked = bounds(when) if when else None
    known = nam_chairs() if body.key == "NAM" else ()
    rows = [c for c in known if asked is None or Bounds(c.start, c.end or LATEST).overlaps(asked)]
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
    remark = ""
    if not rows:
        remark = f"The tables do not hold the chairs of the {body.name}."
        if known:
            remark = "The tables have no chair on that day."
    return Answer(f"Chair of the {body.name}{_said(when)}", lines, remark)


def _who_presided(body: Body, when: str | None) -> Answer:
    """The presidency of the Security Council goes round by the month; that of the Assembly is tabled."""
    if body.key == "UNSC":
        return Answer(
            f"President of the Security Council{_said(when)}",
            (),
            "The presidency goes round the members by the month, in English alphabetical order; the tables do not hold "
            "it. Ask for “members of the Security Council”.",
        )
    found = _at("president", body.name)
    if found is not None:
        return _who_held(*found, when)
    return Answer(f"President of the {body.name}{_said(when)}", (), "The tables do not hold this office.")


_OF_A_BODY = (
    (
        r"(?:(?:all|(?P<seats>elected|non-permanent|permanent))(?: the)? )?members?(?: states?)? of "
        r"(?:the )?(?P<body>.+)",
        _who_sat,
    ),
    (r"(?P<body>.+?)(?:['’]s)? (?P<seats>elected|non-permanent|permanent) members(?: states)?", _who_sat),
    (r"(?P<body>.+?)(?:['’]s)? members(?: states)?", _who_sat),
    (r"chair(?:man|woman|person)?s?(?:ship)? of (?:the )?(?P<body>.+)", _who_chaired),
    (r"(?P<body>.+?)(?:['’]s)? chair(?:man|person)?", _who_chaired),
    (r"presiden(?:t|cy) of (?:the )?(?P<body>.*(?:security council|general assembly|unsc|unga))", _who_presided),
)


def person_answer(name: str, when: str | None = None) -> Answer:
    """What offices the people of a name held (on a day, in a year); names like it where the tables know none."""
    people = people_named(name)
    if not people:
        return Answer(name, (), unknown(name))
    rows = list(offices_of(name))
    titled = [t for t in rows if t.office != "effective_leader"]
    rows = titled or rows
    if when:
        rows = [t for t in rows if t.in_office.overlaps(bounds(when))]
    names = dict.fromkeys(person for _, person in people)
    heading = next(iter(names)) if len(names) == 1 else f"{name}: {len(names)} people"
    heading += _said(when)
    remark = "" if rows else f"No office{_said(when)}."
    if not any(fold(name) in fold(known) for known in names):
        # Another spelling is taken, not silently.
        remark = f"Taken for {' or '.join(f'“{known}”' for known in names)}. {remark}".rstrip()
    noted = sum(len(sightings(where, person)) for where, person in people)
    facts = (
        {"noted in office by the State Department or the CIA": "once" if noted == 1 else f"{noted} times"}
        if noted
        else {}
    )
    return Answer(heading, _lines(rows), remark, facts)


def unknown(name: str) -> str:
    """That the tables do not know a name, with the names it may be meant for."""
    near = office_suggested(name) or [n for n in suggested(name) if fold(n) != fold(name)]
    meant = f" Did you mean {' or '.join(f'“{n}”' for n in near)}?" if near else ""
    return f"The tables do not know this office or person.{meant}"
