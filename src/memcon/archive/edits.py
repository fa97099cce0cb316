"""``field=value`` as a person types it, laid over an item of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from memcon.archive.corrections import Json, snapshot, twin
from memcon.archive.errors import CorrectionError
from memcon.archive.matching import KINDS
from memcon.archive.query import CLOSED, days_of
from memcon.archive.rechecking import checked_anew
from memcon.ontology import TYPES, OntologyError, cameo, event_type
from memcon.record import Record, Span, from_json, schema, to_json
from memcon.reference import bodies, find_body, fold, name_index, people_named, state, states

#: The fields of each kind that a person may edit, as typed, and what they mean.
EDITABLE: Mapping[str, Mapping[str, str]] = {
    "event": {
        "type": "a PLOVER type", "act": "a PLOVER type or nothing", "mode": "a PLOVER mode or nothing",
        "cameo": "a CAMEO code", "status": "happened, planned …", "from": "who acts, parted by “;”",
        "to": "who is acted upon, parted by “;”", "date": "2021-09-25, 2021-09 or 2021-09-25..2021-09-27",
        "place": "where", "about": "topics, parted by “;”", "background": "yes or no",
    },
    "statement": {
        "speaker": "who says it", "addressee": "to whom", "form": "direct, indirect or mixed",
        "occasion": "letter, interview …", "date": "as of an event",
    },
    "fact": {
        "relation": "member_of, elected_to …", "subject": "whom it is about", "object": "the other party",
        "value": "the office, treaty …", "start": "a day", "end": "a day", "negated": "yes or no",
        "status": "happened, planned …",
    },
    "actor": {
        "name": "the canonical name", "kind": "person, state, organization, office, group or place",
        "code": "the actor code", "country": "ISO 3166-1 alpha-3", "sectors": "PLOVER sectors, parted by “;”",
        "wikidata": "Q and a number",
    },
}  # fmt: skip


#: The longest value of a field, in characters.
LONGEST = 500


def edited(kind: str, local: str, record: Record, changes: Mapping[str, str]) -> Json:
    """The item with the changes, and the actors it names, as a decision keeps them.

    Raises:
        CorrectionError: a field that this kind does not have, or a value it cannot have.
    """
    body = to_json(record)
    return _changed(kind, next(one for one in body[KINDS[kind]] if one["id"] == local), body, changes)


def added(kind: str, record: Record, passage: Span, sentence: Span, changes: Mapping[str, str]) -> Json:
    """An item that no reading found, on some words of the report, with the actors it names.

    Args:
        kind: event, statement or fact.
        record: of the report.
        passage: what a person pointed at: the words that tell of the event or fact, or what was said.
        sentence: the sentence around them.
        changes: its fields, as :data:`EDITABLE` names them.

    Raises:
        CorrectionError: a field that is missing, that this kind does not have, or a value it cannot have.
    """
    for name in _WANTED[kind]:
        if not changes.get(name, "").strip():
            article = "an" if kind == "event" else "a"
            raise CorrectionError(f"{article} {kind} needs {name!r} ({EDITABLE[kind][name]})")
    body = to_json(record)
    item = _blank(kind, passage, sentence)
    item["id"] = _free(item["id"], body[KINDS[kind]])
    body[KINDS[kind]].append(item)
    kept = _changed(kind, item, body, {name: value for name, value in changes.items() if value.strip()})
    if twin(kind, kept["item"], [one for one in body[KINDS[kind]] if one is not item]) is not None:
        raise CorrectionError(f"the report has that {kind} on those words already; edit it instead")
    return kept


_WANTED = {"event": ("type",), "statement": ("speaker",), "fact": ("relation", "subject")}


def _changed(kind: str, item: Json, body: Json, changes: Mapping[str, str]) -> Json:
    # A new type or code takes its own mode along, unless one is chosen, too.
    for name, value in sorted(changes.items(), key=lambda change: change[0] not in ("type", "cameo")):
        if name not in EDITABLE[kind]:
            raise CorrectionError(f"{kind}s have no {name!r} to edit; they have {', '.join(EDITABLE[kind])}")
        if len(value) > LONGEST:
            raise CorrectionError(f"{name} has {len(value):,} characters; shorten it to {LONGEST} at most")
        _SETTERS.get((kind, name), _plain)(item, name, value.strip(), body)
    if kind == "event":
        _whole(item)
    kept = snapshot(kind, item["id"], to_json(checked_anew(from_json(body), {item["id"]})))
    assert kept is not None
    return kept


def _whole(event: Json) -> None:
    """Refuse an event whose fields do not go together.

    Raises:
        CorrectionError: it has no party, or a mode that its type does not have.
    """
    if not event["source"] and not event["target"]:
        raise CorrectionError("an event needs somebody: name who acts ('from') or who is acted upon ('to')")
    modes = event_type(event["type"]).modes
    if event["mode"] and event["mode"] not in modes:
        has = f"it is one of {', '.join(modes)}" if modes else f"{event['type']} has none; leave it empty"
        raise CorrectionError(f"mode cannot be {event['mode']!r}; {has}")


def _free(letter: str, items: list[Json]) -> str:
    taken = {one["id"] for one in items}
    return next(id for n in range(len(items) + 1, 2 * len(items) + 3) if (id := f"{letter}{n}") not in taken)


def _blank(kind: str, passage: Span, sentence: Span) -> Json:
    """An item with nothing but its words."""
    words, around = ({"start": s.start, "end": s.end, "text": s.text} for s in (passage, sentence))
    if kind == "event":
        return {
            "id": "e", "type": "", "cameo": None, "quad": "", "source": [], "target": [], "status": "happened",
            "background": False, "date": None, "predicate": words, "evidence": around, "reported_by": [],
            "confidence": 1.0, "mode": None, "contexts": [], "place": None, "topics": [], "statement": None,
            "act": None, "part_of": None, "roles": {}, "goldstein": None,
        }  # fmt: skip
    if kind == "statement":
        return {
            "id": "s", "speaker": None, "speaker_text": None, "cue": None, "content": words, "content_parts": [words],
            "form": "indirect", "via": [], "addressee": None, "occasion": None, "date": None,
        }  # fmt: skip
    return {
        "id": "f", "relation": "", "subject": "", "object": None, "start": None, "end": None, "evidence": words,
        "check": {"verdict": "not_covered", "why": "", "citations": []}, "value": None, "qualifiers": {},
        "statement": None, "negated": False, "status": "happened", "date_text": None,
    }  # fmt: skip


def _plain(item: Json, name: str, value: str, body: Json) -> None:
    item[name] = value or None
    if not value and name in ("name", "relation", "form"):
        raise CorrectionError(f"{name} must say something")


def _one_of(choices: Callable[[], tuple[str, ...]], *, optional: bool = False) -> Any:
    def change(item: Json, name: str, value: str, body: Json) -> None:
        if not value and optional:
            item[name] = None
            return
        spelled = {one.lower(): one for one in choices()}
        if value.lower() not in spelled:
            raise CorrectionError(f"{name} cannot be {value!r}; it is one of {', '.join(choices())}")
        item[name] = spelled[value.lower()]

    return change


def _type(item: Json, name: str, value: str, body: Json) -> None:
    _one_of(lambda: TYPES)(item, name, value, body)
    item["quad"] = event_type(item["type"]).quad
    if item["cameo"] and cameo(item["cameo"]).type != item["type"]:
        item["cameo"] = None
        item["goldstein"] = None
    if item["mode"] not in event_type(item["type"]).modes:
        item["mode"] = None


def _cameo(item: Json, name: str, value: str, body: Json) -> None:
    if not value:
        item["cameo"] = item["goldstein"] = None
        return
    try:
        code = cameo(value)
    except OntologyError as problem:
        raise CorrectionError(str(problem)) from None
    item["cameo"], item["goldstein"] = code.code, code.goldstein
    if code.type:
        item["type"], item["quad"], item["mode"] = code.type, code.quad, code.mode


def _yes_no(item: Json, name: str, value: str, body: Json) -> None:
    if value.lower() not in ("yes", "no"):
        raise CorrectionError(f"{name} is yes or no, not {value!r}")
    item[name] = value.lower() == "yes"


def _date(item: Json, name: str, value: str, body: Json) -> None:
    if not value:
        item["date"] = None
        return
    first, _, last = value.partition("..")
    begin, end = days_of(first), days_of(last or first)
    if begin is None or end is None or end[1] < begin[0]:
        raise CorrectionError(f"{value!r} is no day; write 2021-09-25, 2021-09 or 2021-09-25..2021-09-27")
    item["date"] = {"start": begin[0], "end": end[1], "basis": "stated", "text": None, "why": "set by a person"}


def _day(item: Json, name: str, value: str, body: Json) -> None:
    span = days_of(value) if value else None
    if value and span is None:
        raise CorrectionError(f"{value!r} is no day; write 2021-09-25, 2021-09 or 2021")
    item[name] = span[0 if name == "start" else 1] if span else None


def _place(item: Json, name: str, value: str, body: Json) -> None:
    entry = next((e for e in name_index().get(value) if e.kind in ("capital", "city", "region", "state")), None)
    item["place"] = {"name": value, "country": entry.country if entry else None, "evidence": None} if value else None


def _list(item: Json, name: str, value: str, body: Json) -> None:
    item["topics" if name == "about" else name] = [one.strip() for one in value.split(";") if one.strip()]


def _parties(item: Json, name: str, value: str, body: Json) -> None:
    item[{"from": "source", "to": "target"}[name]] = [
        _actor(one.strip(), body) for one in value.split(";") if one.strip()
    ]


def _party(item: Json, name: str, value: str, body: Json) -> None:
    if not value and name == "subject":
        raise CorrectionError("a fact must be about somebody")
    item[name] = _actor(value, body) if value else None
    if name == "speaker":
        item["speaker_text"] = None


def _actor(name: str, body: Json) -> str:
    """The id of the actor of the record that has this name, code or id; one is added for a name known elsewhere.

    Raises:
        CorrectionError: neither the report nor the tables have the name.
    """
    actors: list[Json] = body["actors"]
    for actor in actors:
        names = (actor["id"], actor["name"], *((actor["country"], actor["code"]) if actor["kind"] == "state" else ()))
        if name.lower() in (str(one).lower() for one in names):
            return str(actor["id"])
    for actor in actors:
        if any(mention["text"].lower() == name.lower() for mention in actor["mentions"]):
            return str(actor["id"])
    bearers = [actor for actor in actors if _is_part(name, actor)]
    if len(bearers) == 1:
        return str(bearers[0]["id"])
    number = len(actors) + 1
    while any(a["id"] == f"a{number}" for a in actors):
        number += 1
    text = body["document"]["text"]
    mentions = [
        {"start": found.start(), "end": found.end(), "text": found[0], "form": "name"}
        for found in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    known = _known(name)
    if known is None and not mentions:
        near = _near(name, [actor["name"] for actor in actors])
        hint = (
            f"did you mean {near}?" if near else "write it as the report does, or a state, body or code (NOR, NORGOV)"
        )
        raise CorrectionError(f"neither the report nor the tables know {name!r}; {hint}")
    known = known or {"name": name, "kind": "person", "code": None, "country": None, "sectors": []}
    actors.append({**known, "id": f"a{number}", "offices": [], "mentions": mentions, "wikidata": None})
    return f"a{number}"


def _is_part(name: str, actor: Json) -> bool:
    """“Guterres” of António Guterres."""
    words = fold(name).split()
    return actor["kind"] == "person" and bool(words) and fold(actor["name"]).split()[-len(words) :] == words


def _near(name: str, actors: list[str]) -> str | None:
    """The known name that is spelt most like this one."""
    known = {fold(one): one for one in (*(b.name for b in bodies()), *(s.name for s in states()), *actors)}
    near = get_close_matches(fold(name), known, 1, 0.75)
    return known[near[0]] if near else None


def _known(name: str) -> Json | None:
    """What the tables know of a name that the report does not have: a state, body, person or actor code."""
    entry = next(iter(name_index().get(name)), None)
    if (held := state(name.upper()) if len(name) == 3 else None) is not None:
        return {"name": held.name, "kind": "state", "code": held.iso3, "country": held.iso3, "sectors": []}
    if entry and entry.kind == "state":
        return {"name": entry.name, "kind": "state", "code": entry.country, "country": entry.country, "sectors": []}
    if (body := find_body(name)) is not None:
        sectors = list(body.sectors)
        return {
            "name": body.name,
            "kind": "organization",
            "code": body.code,
            "country": body.country,
            "sectors": sectors,
        }
    people = people_named(name) if " " in name else ()
    if len({person for _, person in people}) == 1:
        country = next((held.iso3 for where, _ in people if (held := state(where))), None)
        return {"name": people[0][1], "kind": "person", "code": country, "country": country, "sectors": []}
    if re.fullmatch(r"[A-Z]{3}([A-Z]{3})+", name) and (name.startswith("IGO") or state(name[:3])):
        country = None if name.startswith("IGO") else name[:3]
        sectors = [name[at : at + 3] for at in range(3, len(name), 3)] if country else ["IGO"]
        return {"name": name, "kind": "group", "code": name, "country": country, "sectors": sectors}
    return None


def _country(item: Json, name: str, value: str, body: Json) -> None:
    if value and state(value.upper()) is None:
        raise CorrectionError(f"{value!r} is no country code; write it as NOR")
    item["country"] = value.upper() or None


def _relations() -> tuple[str, ...]:
    return tuple(schema()["$defs"]["fact"]["properties"]["relation"]["enum"])


def _kinds() -> tuple[str, ...]:
    return tuple(schema()["$defs"]["actor"]["properties"]["kind"]["enum"])


_STATUS = _one_of(lambda: CLOSED["status"])
_SETTERS: Mapping[tuple[str, str], Any] = {
    ("event", "type"): _type,
    ("event", "act"): _one_of(lambda: TYPES, optional=True),
    ("event", "cameo"): _cameo,
    ("event", "status"): _STATUS,
    ("event", "from"): _parties,
    ("event", "to"): _parties,
    ("event", "date"): _date,
    ("event", "place"): _place,
    ("event", "about"): _list,
    ("event", "background"): _yes_no,
    ("statement", "speaker"): _party,
    ("statement", "addressee"): _party,
    ("statement", "form"): _one_of(lambda: CLOSED["form"]),
    ("statement", "date"): _date,
    ("fact", "relation"): _one_of(_relations),
    ("fact", "subject"): _party,
    ("fact", "object"): _party,
    ("fact", "start"): _day,
    ("fact", "end"): _day,
    ("fact", "negated"): _yes_no,
    ("fact", "status"): _STATUS,
    ("actor", "kind"): _one_of(_kinds),
    ("actor", "country"): _country,
    ("actor", "sectors"): _list,
}
