"""The fields of the forms for events, statements, facts and actors: their names, choices and values as typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from memcon.archive.edits import EDITABLE
from memcon.archive.matching import KINDS
from memcon.archive.query import CLOSED
from memcon.ontology import TYPES, CameoCode, EventType, cameo_codes, event_type
from memcon.record import Record, schema, to_json
from memcon.wording.labels import STATUSES
from memcon.wording.labels import TYPES as TYPE_WORDS
from memcon.wording.relations import RELATIONS

#: The fields that are asked for where something is added.
ADDABLE: Mapping[str, tuple[str, ...]] = {
    "event": ("type", "from", "to", "status", "date", "place", "about", "background"),
    "statement": ("speaker", "addressee", "form", "occasion", "date"),
    "fact": ("relation", "subject", "object", "value", "start", "end", "negated", "status"),
}
_MUST = {("event", "type"), ("statement", "speaker"), ("fact", "relation"), ("fact", "subject")}
_LABELS = {
    "from": "Who acts", "to": "Who is acted upon", "about": "Topics", "type": "Kind", "act": "Act that it is about",
    "cameo": "CAMEO code", "start": "From", "end": "Until", "negated": "Denied", "object": "The other party",
    "value": "Office, treaty or name", "wikidata": "Wikidata",
}  # fmt: skip
_HINTS = {
    "from": "several are parted by “;”", "to": "several are parted by “;”", "about": "several are parted by “;”",
    "place": "", "speaker": "", "addressee": "", "subject": "", "object": "", "occasion": "letter, interview …",
    "start": "2021-09-25, 2021-09 or 2021", "end": "2021-09-25, 2021-09 or 2021", "name": "",
}  # fmt: skip
_CHOICE_HINTS = {
    "mode": "of this kind of event; for the modes of another, save the new kind first",
    "cameo": "a code of another kind changes the kind",
}
_PARTIES = ("from", "to", "speaker", "addressee", "subject", "object")


def _choices() -> dict[tuple[str, str], list[tuple[str, str]]]:
    types = [(name, f"{name}: {TYPE_WORDS[name]}") for name in TYPES]
    statuses = [(name, STATUSES.get(name, "happened")) for name in CLOSED["status"]]
    relations = [(name, said.split(" | ")[0]) for name, said in RELATIONS.items()]
    kinds = [(name, name) for name in schema()["$defs"]["actor"]["properties"]["kind"]["enum"]]
    yes_no = [("no", "no"), ("yes", "yes")]
    return {
        ("event", "type"): types,
        ("event", "act"): [("", "none"), *types],
        ("event", "status"): statuses,
        ("event", "background"): yes_no,
        ("statement", "form"): [(name, name) for name in CLOSED["form"]],
        ("fact", "relation"): relations,
        ("fact", "negated"): yes_no,
        ("fact", "status"): statuses,
        ("actor", "kind"): kinds,
    }


CHOICES = _choices()


def _of_this_type(kind: str, name: str, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """The choices of a field that hang on the type of the event: its modes, and the CAMEO codes, its own first."""
    if kind != "event" or typed.get("type") not in TYPES:
        return []
    type = event_type(typed["type"])
    if name == "mode":
        return [("", "none"), *((mode, f"{mode}: {said}") for mode, said in type.modes.items())]
    if name == "cameo":
        codes = sorted(cameo_codes().values(), key=lambda code: code.type != type.name)
        return [("", "none"), *((code.code, _code_words(code, type)) for code in codes)]
    return []


def _code_words(code: CameoCode, type: EventType) -> str:
    """“163 Impose embargo, boycott, or sanctions”; of another type with its name, which the event then takes."""
    of_another = f" (kind: {code.type})" if code.type and code.type != type.name else ""
    return f"{code.code} {code.name}{of_another}"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        name: as it is sent, with ``label`` and ``hint`` for people.
        value: as it stands or was typed.
        choices: (value, words), where it is one of several.
        must: whether it must be filled in.
        is_party: whether the names of the report's actors are proposed.
    """

    name: str
    label: str
    hint: str
    value: str
    choices: tuple[tuple[str, str], ...]
    must: bool
    is_party: bool


def fields_of(kind: str, typed: Mapping[str, str]) -> list[FormField]:
    """The fields of a form with their values."""
    made = []
    for name, value in typed.items():
        choices = CHOICES.get((kind, name)) or _of_this_type(kind, name, typed)
        if choices and value not in (one for one, _ in choices):
            choices = [(value, value or "choose"), *choices] if (kind, name) in _MUST or value else choices
        made.append(
            FormField(
                name,
                _LABELS.get(name, name.capitalize()),
                _CHOICE_HINTS.get(name, "") if choices else _HINTS.get(name, EDITABLE[kind][name]),
                value,
                tuple(choices),
                (kind, name) in _MUST,
                name in _PARTIES,
            )
        )
    return made


def as_typed(kind: str, local: str, record: Record) -> tuple[dict[str, str], str]:
    """The fields of an item as a person would type them, and the words it rests on."""
    body = to_json(record)
    item: dict[str, Any] = next(one for one in body[KINDS[kind]] if one["id"] == local)
    names = {actor["id"]: actor["name"] for actor in body["actors"]}

    def several(ids: list[str]) -> str:
        return "; ".join(names.get(id, id) for id in ids)

    if kind == "event":
        special = {
            "from": several(item["source"]), "to": several(item["target"]), "date": _days(item["date"]),
            "place": item["place"]["name"] if item["place"] else "", "about": "; ".join(item["topics"]),
            "background": "yes" if item["background"] else "no",
        }  # fmt: skip
        words = item["evidence"]["text"]
    elif kind == "statement":
        special = {
            "speaker": names.get(item["speaker"], ""), "addressee": names.get(item["addressee"], ""),
            "date": _days(item["date"]),
        }  # fmt: skip
        words = item["content"]["text"]
    elif kind == "fact":
        special = {
            "subject": names.get(item["subject"], ""), "object": names.get(item["object"], ""),
            "negated": "yes" if item["negated"] else "no",
        }  # fmt: skip
        words = item["evidence"]["text"]
    else:
        special = {"sectors": "; ".join(item["sectors"])}
        words = ", ".join(dict.fromkeys(mention["text"] for mention in item["mentions"][:8]))
    typed = {name: special[name] if name in special else str(item[name] or "") for name in EDITABLE[kind]}
    return typed, " ".join(words.split())


def _days(dated: Mapping[str, Any] | None) -> str:
    if not dated or not dated["start"]:
        return ""
    start, end = dated["start"], dated["end"] or dated["start"]
    return start if start == end else f"{start}..{end}"
