"""Labelled rows become labelled texts: PLOVER's JSON, its short forms, and the columns of a small table.

``docs/evaluate.md`` describes the forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from memcon.ontology import TYPES, CameoCode, OntologyError, cameo
from memcon.ontology.lexicon.load import STATUSES
from memcon.reference import find_body, find_place
from memcon.sources import Unreadable, published

#: CONCEDE and RETREAT in one, as some labelled sets have it.
YIELD = "YIELD"
_HALVES = frozenset({"CONCEDE", "RETREAT"})
_TYPE_FIELDS = ("type", "plover_type", "event")
_CODE_FIELDS = ("cameo", "cameo_code", "code")
# FRA, FRAGOV, TURREBkur (an ethnic group), PSE*** (any sector).
_ACTOR_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3}|[a-z]{3}|\*{3})*")
_SPANS = ("source_start", "source_end", "target_start", "target_end")


class LabelFault(ValueError):
    """A row that says nothing that can be scored; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled event.

    Attributes:
        type: a PLOVER type, or YIELD.
        source: country codes of three letters (or an international body's group); empty where none is named.
        target: likewise.
        cameo: CAMEO code, or None.
        status: as in a record, or None where the label does not say.
    """

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    cameo: str | None = None
    status: str | None = None


@dataclass(slots=True)
class Labelled:
    """A text with every event that is labelled in it; none is as good a label as any."""

    id: str
    text: str
    published: str | None = None
    labels: list[Label] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in which the two parties are marked, with the type of what the one does to the other."""

    id: str
    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    type: str


def pair_of(row: Mapping[str, Any], id: str) -> Pair | None:
    """The marked pair that a row is, or None for a row that labels events.

    Raises:
        LabelFault: the spans or the type cannot be used.
    """
    columns = [row.get(name) for name in _SPANS]
    if any(value not in (None, "") for value in columns):
        source, target = columns[:2], columns[2:]
    elif _numbers(row.get("source")) and _numbers(row.get("target")):
        source, target = list(row["source"]), list(row["target"])
    else:
        return None
    text = _text(row)
    kinds = _types(row)
    if len(kinds) != 1 or kinds[0] is None:
        raise LabelFault('a row with marked parties needs one "type"')
    return Pair(id, text, _span(source, "source", text), _span(target, "target", text), kinds[0])


def labelled(row: Mapping[str, Any], id: str, text: str | None = None) -> Labelled:
    """The text of a row with the events that it labels.

    Args:
        row: a JSON object, or a line of a table as a mapping.
        id: what the row is called.
        text: the text of an earlier row of the same id, for rows that leave it out.

    Raises:
        LabelFault: says what cannot be used, and what can.
    """
    told = _text(row, text)
    day = row.get("published") or None
    if day is not None:
        try:
            published(str(day))
        except Unreadable as problem:
            raise LabelFault(f'"published": {problem}') from None
    events = row.get("events")
    if events is None:
        events = [row]
    elif not isinstance(events, list) or not all(isinstance(event, Mapping) for event in events):
        raise LabelFault('"events" is not a list of objects')
    labels = [label for event in events for label in _labels(event)]
    return Labelled(id, told, str(day) if day else None, labels)


def _labels(event: Mapping[str, Any]) -> Iterable[Label]:
    code = _code(event)
    status = event.get("status") or None
    if status is not None and status not in STATUSES:
        raise LabelFault(f'"status" {status!r} is none of {", ".join(STATUSES)}')
    source, target = (_parties(event, side) for side in ("source", "target"))
    for kind in _types(event):
        if kind is not None:
            yield Label(kind, source, target, code, status)


def _text(row: Mapping[str, Any], otherwise: str | None = None) -> str:
    text = row.get("text")
    if text in (None, "") and otherwise is not None:
        return otherwise
    if text is None:
        raise LabelFault(f'has no "text"; its fields are {", ".join(sorted(map(str, row))[:8])}')
    if not isinstance(text, str) or not text.strip():
        raise LabelFault('"text" is empty or not a string')
    return text


def _types(row: Mapping[str, Any]) -> list[str | None]:
    """The types a row names (several are joined by “;”), [None] for a text without an event."""
    present = [name for name in (*_TYPE_FIELDS, *_CODE_FIELDS) if name in row]
    if not present:
        raise LabelFault(f'has no "type"; its fields are {", ".join(sorted(map(str, row))[:8])}')
    given = next((row[name] for name in _TYPE_FIELDS if row.get(name) not in (None, "")), None)
    if given is None:
        given = _code(row)
        if given is None:
            return [None]
    words = [str(each) for each in given] if isinstance(given, list) else str(given).split(";")
    return [_type(word.strip()) for word in words if word.strip()] or [None]


def _type(word: str) -> str | None:
    name = word.upper()
    if name in TYPES or name == YIELD:
        return name
    if name == "NONE":
        return None
    if word.isdigit():
        kind = _known_code(word).type
        if kind is None:
            raise LabelFault(f"CAMEO {word} has no PLOVER type, so it cannot be scored")
        return kind
    raise LabelFault(f'"type" {word!r} is neither a PLOVER type ({", ".join(TYPES)}) nor a CAMEO code')


def _code(row: Mapping[str, Any]) -> str | None:
    given = next((str(row[name]).strip() for name in _CODE_FIELDS if row.get(name) not in (None, "")), "")
    if not given and str(row.get("type") or "").strip().isdigit():
        given = str(row["type"]).strip()
    return _known_code(given).code if given.isdigit() else None


def _known_code(digits: str) -> CameoCode:
    # Spreadsheets drop a leading nought; no root of CAMEO lies above 20, and no code has one digit.
    full = "0" + digits if digits[:2] > "20" or len(digits) == 1 else digits
    try:
        return cameo(full)
    except OntologyError:
        raise LabelFault(f"CAMEO has no code {digits!r}") from None


def _parties(event: Mapping[str, Any], side: str) -> tuple[str, ...]:
    """The countries of a side: codes, names, or PLOVER's objects with an ``actor``."""
    given = event.get(f"{side}_code") or event.get(side)
    if side == "target":
        given = given or event.get("recipient")  # as PLOVER's manual calls it
    if given in (None, "", []):
        return ()
    items = given if isinstance(given, list) else [given]
    found: list[str] = []
    for item in items:
        told = (item.get("actor") or item.get("code") or "") if isinstance(item, Mapping) else item
        if not isinstance(told, str):
            raise LabelFault(f'"{side}" {item!r} is neither a code nor a name')
        found += [country_of(word.strip(), side) for word in told.split(";") if word.strip()]
    return tuple(dict.fromkeys(found))


@cache
def country_of(word: str, side: str = "source") -> str:
    """The three letters that a party is compared by: of an actor code (``FRAGOV`` → ``FRA``) or of a name (“France”).

    Raises:
        LabelFault: neither a code nor a name that the reference tables know.
    """
    if _ACTOR_CODE.fullmatch(word):
        return shared_code(word)
    place = find_place(word)
    if place is not None and place.country:
        return shared_code(place.country)
    if find_body(word) is not None:
        return "IGO"
    raise LabelFault(f'"{side}" {word!r} is neither an actor code (FRA, FRAGOV) nor a state that the tables know')


def shared_code(code: str) -> str:
    """The first three letters, one spelling for Palestine."""
    return {"PSE": "PAL"}.get(code[:3], code[:3])


def halved(kind: str) -> str:
    """YIELD for its two halves, every other type itself."""
    return YIELD if kind in _HALVES else kind


def _numbers(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and len(value) == 2 and all(type(x) is int for x in value)


def _span(given: Any, side: str, text: str) -> tuple[int, int]:
    try:
        start, end = (int(str(x)) for x in given)
    except ValueError:
        raise LabelFault(f'"{side}" is not a pair of offsets (start, end)') from None
    if not 0 <= start < end <= len(text):
        raise LabelFault(f'"{side}" [{start}, {end}] lies outside the text, which has {len(text)} characters')
    return start, end
